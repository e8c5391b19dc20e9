"""Copies of a client's file that lie beside it or elsewhere, made by sync programs or by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mspseat_desktop.storage.locks import is_same_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST = 4
"""So many candidates are looked at."""
_ENDINGS = (
    re.compile(r"(?P<stem>.+?) ?\([^()]*conflict[^()]*\)(?: ?\(\d+\))?", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"),
    re.compile(r"(?P<stem>.+?)[ _-]+conflict[ _-].*", re.IGNORECASE),
    re.compile(r"(?P<stem>.+?) ?\(\d{1,3}\)"),
    re.compile(r"(?P<stem>.+?) \d{1,3}"),
)
"""How sync programs name the version that came second; OneDrive adds the computer's name."""


def originals(path: Path) -> Iterator[Path]:
    """Yield the files that a sync program may have made this a second version of."""
    stems = [found["stem"] for ending in _ENDINGS if (found := ending.fullmatch(path.stem))]
    parts = path.stem.split("-")
    stems += ["-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
    for stem in dict.fromkeys(stems):
        original = path.with_name(stem.rstrip() + path.suffix) if stem.strip() else path
        if original != path and original.is_file():
            yield original


def candidates(path: Path, known: Iterable[Path]) -> tuple[Path, ...]:
    """Return other files that may hold the same client: by their names, or known from before."""
    found = [*originals(path), *(other for other in known if other.is_file())]
    there = [other for other in dict.fromkeys(found) if not is_same_file(other, path)]
    return tuple(there[:MOST])
