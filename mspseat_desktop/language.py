"""Words for the reader: gettext with one catalogue for windows, reports and command line."""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.assets import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Words: TypeAlias = "Callable[[str], str]"
"""Puts other words for some things into a message, before it is translated."""
CATALOGUE = "mspseat"
"""Name of the .mo files in `resources/locale/<language>/LC_MESSAGES/`."""

_chosen: list[str] = []
_words: ContextVar[Words | None] = ContextVar("words", default=None)


def _(message: str) -> str:
    """Return the message in the reader's language, or as it is when there is no translation."""
    catalogue, words = _catalogue(*_preferred()), _words.get()
    if words is not None and (other := words(message)) != message:
        said = catalogue.gettext(other)
        if said != other or _is_english(catalogue):
            return said
    return catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count, in the reader's language."""
    catalogue, words = _catalogue(*_preferred()), _words.get()
    if words is not None and (others := (words(singular), words(plural))) != (singular, plural):
        said = catalogue.ngettext(*others, count)
        if said not in others or _is_english(catalogue):
            return said
    return catalogue.ngettext(singular, plural, count)


def use_words(words: Words | None) -> None:
    """Speak in these words from now on in this thread, None for the usual ones.

    A catalogue that does not know a message in these words says it in the usual ones.
    """
    _words.set(words)


@contextmanager
def speaking(words: Words | None) -> Iterator[None]:
    """Speak in these words inside."""
    before = _words.set(words)
    try:
        yield
    finally:
        _words.reset(before)


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


def _is_english(catalogue: _gettext.NullTranslations) -> bool:
    return not isinstance(catalogue, _gettext.GNUTranslations)
