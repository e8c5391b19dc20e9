"""Words for the reader: gettext with one catalogue for windows, reports and command line."""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from functools import cache

from mspseat_desktop.assets import resource

CATALOGUE = "mspseat"
"""Name of the .mo files in `resources/locale/<language>/LC_MESSAGES/`."""

_chosen: list[str] = []


def _(message: str) -> str:
    """Return the message in the reader's language, or as it is when there is no translation."""
    return _catalogue(*_preferred()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count, in the reader's language."""
    return _catalogue(*_preferred()).ngettext(singular, plural, count)


def choose_language(*codes: str) -> None:
    """Use the first of these languages that has a catalogue, such as `de_AT` or `en`.

    Without codes the system's language counts again. Words already shown stay as they are.
    """
    _chosen[:] = [code.replace("-", "_") for code in codes]


def _preferred() -> tuple[str, ...]:
    return tuple(_chosen) or _system_languages()


@cache
def _system_languages() -> tuple[str, ...]:
    """Return the languages that the system names, the dearest first."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return tuple(code for code in value.split(":") if code)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only here, and only without a language in the environment)
        import locale  # noqa: PLC0415

        code = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return (code,) if code else ()
    return ()


@cache
def _catalogue(*languages: str) -> _gettext.NullTranslations:
    # English is what the messages are written in: whoever prefers it gets no other language.
    wanted = []
    for code in languages:
        if code.partition("_")[0].partition(".")[0] in {"en", "C", "POSIX"}:
            break
        wanted.append(code)
    if not wanted:
        return _gettext.NullTranslations()
    return _gettext.translation(CATALOGUE, resource("locale"), wanted, fallback=True)
