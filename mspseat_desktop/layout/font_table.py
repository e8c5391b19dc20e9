"""Reads advance widths straight from a TrueType font: its cmap and hmtx tables, nothing else."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def advances(path: Path) -> tuple[dict[str, float], float]:
    """Return the advance of each character in ems, and that of the "missing" box.

    ValueError if the file is no TrueType font with a Unicode character map.
    """
    font = path.read_bytes()
    try:
        tables = _tables(font)
        (units,) = struct.unpack_from(">H", font, tables["head"] + 18)
        (count,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
        pairs = struct.unpack_from(f">{'Hh' * count}", font, tables["hmtx"])
        glyph_advances = [advance / units for advance in pairs[::2]]
        last = len(glyph_advances) - 1  # all later glyphs share the last advance
        characters = {
            chr(code): glyph_advances[min(glyph, last)]
            for code, glyph in _characters(font, tables["cmap"])
            if glyph
        }
    except (struct.error, KeyError, ZeroDivisionError, IndexError) as error:
        raise ValueError(f"not a TrueType font: {path.name}") from error
    return characters, glyph_advances[0]


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for entry in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * entry)
        found[tag.decode("latin-1")] = offset
    return found


def _characters(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    subtables = {}
    for entry in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * entry)
        (kind,) = struct.unpack_from(">H", font, cmap + offset)
        subtables[kind] = cmap + offset
    if 12 in subtables:
        return _grouped(font, subtables[12])
    return _segmented(font, subtables[4])


def _grouped(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Read format 12: (first code, last code, first glyph) groups."""
    (count,) = struct.unpack_from(">L", font, start + 12)
    for first, last, glyph in struct.iter_unpack(
        ">LLL", font[start + 16 : start + 16 + 12 * count]
    ):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segmented(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Read format 4: segments with a difference to add, or an offset into a list of glyphs."""
    (double,) = struct.unpack_from(">H", font, start + 6)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", font, start + 14)
    firsts = struct.unpack_from(f">{count}H", font, start + 16 + double)
    deltas = struct.unpack_from(f">{count}h", font, start + 16 + 2 * double)
    offsets_at = start + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", font, offsets_at)
    for segment in range(count - 1):  # the last one only marks the end
        for code in range(firsts[segment], lasts[segment] + 1):
            if not offsets[segment]:
                yield code, (code + deltas[segment]) & 0xFFFF
                continue
            at = offsets_at + 2 * segment + offsets[segment] + 2 * (code - firsts[segment])
            (glyph,) = struct.unpack_from(">H", font, at)
            yield code, (glyph + deltas[segment]) & 0xFFFF if glyph else 0
