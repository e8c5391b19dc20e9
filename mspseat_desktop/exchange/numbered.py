"""Knows which lines of a list are numbered by letters or Roman numbers, and not by initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CERTAIN = 3
"""So many lines in a row are numbered, whatever else the list holds."""
LEAST = 2
"""So few are when they are the whole list."""

_MARK = re.compile(r"\s*(\(?)([a-zA-Z]{1,6})([.)])(?:\s+|$)")
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_UNITS = {"i": 1, "v": 5, "x": 10}


class _Mark(NamedTuple):
    """What a line begins with: how it is written, what number it can be, and where it ends."""

    manner: tuple[str, str, bool]
    letter: int
    roman: int
    end: int


def marks_of(lines: Sequence[str]) -> list[int]:
    """Return for each line of a list how many signs its letter or Roman number takes; 0 for none.

    "A. Sales" alone may be somebody's name: letters count only where lines one below the other go
    on from "a" or "i", three of them, or two that are the whole list. All lines stand equally far
    right.
    """
    marks = [_mark_of(line) for line in lines]
    found = [0] * len(lines)
    for start, end in _runs(marks):
        if end - start >= CERTAIN or (start == 0 and end == len(lines) >= LEAST):
            for at in range(start, end):
                mark = marks[at]
                found[at] = mark.end if mark is not None else 0
    return found


def _runs(marks: Sequence[_Mark | None]) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end that count on from one, the longest of both ways to count."""
    at = 0
    while at < len(marks):
        end = max(_end_of_run(marks, at, "letter"), _end_of_run(marks, at, "roman"))
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _end_of_run(marks: Sequence[_Mark | None], start: int, way: str) -> int:
    first, at = marks[start], start
    while first is not None and at < len(marks):
        mark = marks[at]
        if mark is None or mark.manner != first.manner or getattr(mark, way) != at - start + 1:
            break
        at += 1
    return at


def _mark_of(line: str) -> _Mark | None:
    found = _MARK.match(line)
    if found is None:
        return None
    opened, letters, closed = found.groups()
    is_mixed = letters not in (letters.lower(), letters.upper())
    if is_mixed or (opened and closed != ")"):
        return None
    manner = opened, closed, letters.isupper()
    small = letters.lower()
    letter = ord(small) - ord("a") + 1 if len(small) == 1 else 0
    return _Mark(manner, letter, _roman(small), found.end())


def _roman(letters: str) -> int:
    """Return what a Roman number up to 39 says, 0 for what is none."""
    if not _ROMAN.fullmatch(letters):
        return 0
    values = [_UNITS[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
