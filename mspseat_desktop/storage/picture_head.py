"""What the first bytes of a PNG or JPEG say: its kind and size, without decoding anything."""

from __future__ import annotations

import struct
from typing import Literal, TypeAlias

PictureKind: TypeAlias = Literal["image/png", "image/jpeg"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({0xC0, 0xC1})
"""The JPEG markers that start a frame which is no progressive one."""
_SCAN = b"\xff\xda"
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_END = frozenset({0xD9, 0xDA})


def kind_of(content: bytes) -> PictureKind | None:
    """Return what the bytes begin like, None for neither PNG nor JPEG."""
    if content.startswith(_PNG):
        return "image/png"
    return "image/jpeg" if content.startswith(_JPEG) else None


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels as the header tells them, None where it tells none.

    A JPEG must hold its picture in one go: thousands of tiny scans keep a decoder busy for minutes.
    """
    kind = kind_of(content)
    if kind == "image/png":
        return _png_size(content)
    return _jpeg_size(content) if kind and content.count(_SCAN) == 1 else None


def _png_size(content: bytes) -> tuple[int, int] | None:
    if len(content) < 33 or content[12:16] != b"IHDR":
        return None
    wide, high = struct.unpack(">II", content[16:24])
    return wide, high


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk from marker to marker to the first frame, as a decoder does."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _END:
            return None
        elif marker in _FRAMES:
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))
    return None
