"""Words for the reader: gettext with one catalogue for windows, reports and command line."""

from __future__ import annotations

import gettext as _gettext


def _(message: str) -> str:
    """Return the message in the reader's language, or as it is when there is no translation."""
    return _gettext.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count, in the reader's language."""
    return _gettext.ngettext(singular, plural, count)
