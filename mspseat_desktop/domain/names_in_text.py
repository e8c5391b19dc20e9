"""Finds somebody's name in texts, as a reader would, and puts other words in its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SHORTEST_PART = 3
"""Letters of a first or last name that is looked for on its own."""


def in_place_of(stand_ins: Mapping[str, str]) -> Callable[[str], str]:
    """Return what puts in the place of each name or address the words that stand in for it.

    A name counts as a whole word only, however it is spaced or encoded, and a longer one before
    one that is part of it. In a name of several words capitals make no difference; one of a single
    word may be an everyday one ("Art", "Support"), so there they do.
    """
    longest_first = sorted((name for name in stand_ins if name.strip()), key=len, reverse=True)
    patterns = [(_pattern(name), stand_ins[name]) for name in longest_first]

    def change(text: str) -> str:
        for pattern, stand_in in patterns:
            text = pattern.sub(stand_in.replace("\\", r"\\"), text)
        return text

    return change


def parts_in(name: str) -> Callable[[str], bool]:
    """Return what tells whether a text holds a part of the name, as a first name alone."""
    parts = [part for part in name.split() if len(part.strip(".,")) >= SHORTEST_PART]
    patterns = [_whole_word(_spelt(part)) for part in parts]
    return lambda text: any(pattern.search(text) for pattern in patterns)


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    body = r"\s+".join(_spelt(word) for word in words)
    return _whole_word(body, flags=re.IGNORECASE if len(words) > 1 else re.NOFLAG)


def _whole_word(body: str, *, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){body}(?!\w)", flags)


def _spelt(word: str) -> str:
    """Return the word in each of the ways in which it can be encoded."""
    forms = dict.fromkeys((word, *(unicodedata.normalize(form, word) for form in ("NFC", "NFD"))))
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"
