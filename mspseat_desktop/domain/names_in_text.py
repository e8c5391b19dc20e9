"""Finds somebody's name in texts, as a reader would, and puts other words in its place."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from mspseat_desktop.domain.people import name_key

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
    several = {name: words for name, words in stand_ins.items() if len(name.split()) > 1}
    single = {name: words for name, words in stand_ins.items() if len(name.split()) == 1}
    of_several = _exchange(several, name_key, flags=re.IGNORECASE)
    of_single = _exchange(single, _composed, flags=re.NOFLAG)
    return lambda text: of_single(of_several(text))


def _exchange(
    stand_ins: Mapping[str, str], key: Callable[[str], str], *, flags: re.RegexFlag
) -> Callable[[str], str]:
    """Return what exchanges all of the names at once; `key` is what their spellings share."""
    if not stand_ins:
        return lambda text: text
    known = {key(name): words for name, words in stand_ins.items()}
    longest_first = sorted(stand_ins, key=len, reverse=True)
    bodies = [r"\s+".join(map(_spelt, name.split())) for name in longest_first]
    pattern = _whole_word("(?:" + "|".join(bodies) + ")", flags=flags)
    return lambda text: pattern.sub(lambda found: known.get(key(found[0]), found[0]), text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def parts_in(name: str) -> Callable[[str], bool]:
    """Return what tells whether a text holds a part of the name, as a first name alone."""
    parts = [part for part in name.split() if len(part.strip(".,")) >= SHORTEST_PART]
    patterns = [_whole_word(_spelt(part)) for part in parts]
    return lambda text: any(pattern.search(text) for pattern in patterns)


def _whole_word(body: str, *, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){body}(?!\w)", flags)


def _spelt(word: str) -> str:
    """Return the word in each of the ways in which it can be encoded."""
    forms = dict.fromkeys((word, *(unicodedata.normalize(form, word) for form in ("NFC", "NFD"))))
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"
