"""A key in lines that can be typed from paper, each with a check of its own."""

from __future__ import annotations

import hashlib
import re

from mspseat_desktop.storage.keys import KEY_BYTES, SALT_BYTES, Key

LINES = 6
GROUPS = 5
"""Groups of four digits in a line; the last one is its check."""
_BYTES = (KEY_BYTES + SALT_BYTES) // LINES
_DIGITS = GROUPS * 4
_NO_DIGIT = re.compile(r"[^0-9a-f]")
_MISREAD = str.maketrans("oil", "011")


class Mistyped(ValueError):  # noqa: N818 - a slip of the fingers, nobody's error
    """What was typed is not as on the sheet; `line` counts from 1, 0 when lines are missing."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def lines_of(key: Key) -> tuple[str, ...]:
    """Return the lines of the sheet: the raw key in the first four, the salt in the last two."""
    content = bytes(key.raw) + key.salt
    parts = [content[at : at + _BYTES] for at in range(0, len(content), _BYTES)]
    return tuple(_grouped(part.hex() + _check(n, part)) for n, part in enumerate(parts, 1))


def key_of(typed: str) -> Key:
    """Return the key that was typed, with any spaces and line ends; raise Mistyped."""
    digits = _NO_DIGIT.sub("", typed.lower().translate(_MISREAD))
    content = bytearray()
    for number in range(1, LINES + 1):
        line = digits[(number - 1) * _DIGITS : number * _DIGITS]
        part = bytes.fromhex(line[:-4]) if len(line) == _DIGITS else b""
        if not part:
            raise Mistyped(0)
        if _check(number, part) != line[-4:]:
            raise Mistyped(number)
        content += part
    if len(digits) != LINES * _DIGITS:
        raise Mistyped(0)
    return Key(content[:KEY_BYTES], bytes(content[KEY_BYTES:]))


def _check(number: int, part: bytes) -> str:
    return hashlib.sha256(b"recovery sheet %d " % number + part).hexdigest()[:4]


def _grouped(line: str) -> str:
    return " ".join(line[at : at + 4] for at in range(0, len(line), 4))
