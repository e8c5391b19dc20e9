"""Files read piece by piece: a whole one in memory is never given back to the system."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PIECE = 256 * 1024


def places_of(path: Path, mark: bytes) -> list[int]:
    """Return where in the file these bytes begin, each place once. Raises OSError."""
    found: list[int] = []
    before = b""
    for at, piece in _pieces(path):
        window = before + piece
        start = window.find(mark)
        while start >= 0:
            found.append(at - len(before) + start)
            start = window.find(mark, start + 1)
        before = window[len(window) - len(mark) + 1 :] if len(mark) > 1 else b""
    return found


def sha256_with(path: Path, instead: Mapping[int, bytes]) -> str:
    """Return the hash that the file would have with other bytes at some places. Raises OSError."""
    digest = hashlib.sha256()
    for at, piece in _pieces(path):
        for start, words in instead.items():
            low, high = max(start, at), min(start + len(words), at + len(piece))
            if low < high:
                piece[low - at : high - at] = words[low - start : high - start]
        digest.update(piece)
    return digest.hexdigest()


def _pieces(path: Path) -> Iterator[tuple[int, bytearray]]:
    """Yield where each piece begins, and the piece."""
    at = 0
    with path.open("rb") as file:
        while piece := bytearray(file.read(_PIECE)):
            yield at, piece
            at += len(piece)
