"""What opens protected files: a raw key with its salt, got from a passphrase or a recovery sheet.

A protected file is SQLCipher 4's, with its own defaults, so that other tools can open it too: the
first 16 bytes are the salt, each page ends with an HMAC. All copies of a client have the same key.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
SALT_BYTES = 16
PAGE = 4096
"""Bytes of a page in every protected file."""
_PLAIN = b"SQLite format 3\0"
_ROUNDS = 256_000
_HMAC_BYTES = 64
_HMAC_MASK = 0x3A
_HMAC_ROUNDS = 2
_LEAST_KINDS = 240
"""Of 4,096 random bytes fewer than this are different about never."""
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe would hang
)


@dataclass(frozen=True, slots=True)
class Key:
    """A raw key of 32 bytes, in one place that can be wiped, and the salt of 16 beside it."""

    raw: bytearray = field(repr=False)
    salt: bytes = field(repr=False)

    def twin(self) -> Key:
        """Return the same key in a place of its own."""
        return Key(bytearray(self.raw), self.salt)

    def wipe(self) -> None:
        """Forget the key; it opens nothing afterwards."""
        _wipe(self.raw)

    @property
    def is_wiped(self) -> bool:
        """Whether the key has been forgotten."""
        return not any(self.raw)

    def told(self) -> bytearray:
        """Return the key as the engine takes it; the caller wipes it after use."""
        if self.is_wiped:
            raise ValueError("a key that has been wiped")
        return bytearray(b"x'%s%s'" % (self.raw.hex().encode(), self.salt.hex().encode()))

    def fits(self, page: bytes, number: int) -> bool:
        """Return whether a page of a file, counted from 1, was written with this key."""
        mask = bytes(byte ^ _HMAC_MASK for byte in self.salt)
        secret = hashlib.pbkdf2_hmac("sha512", self.raw, mask, _HMAC_ROUNDS, KEY_BYTES)
        begin = SALT_BYTES if number == 1 else 0
        told = page[begin:-_HMAC_BYTES] + number.to_bytes(4, "little")
        found = hmac.new(secret, told, hashlib.sha512).digest()
        return hmac.compare_digest(found, page[-_HMAC_BYTES:])

    def hasher(self) -> hmac.HMAC:
        """Return a SHA-256 in the making that tells nothing of what goes in without the key."""
        return hmac.new(self.raw, digestmod=hashlib.sha256)


class Secret(Protocol):
    """What a user gives to open a file."""

    def key(self, salt: bytes) -> Key:
        """Return the key that it makes with the salt of a file."""

    def wipe(self) -> None:
        """Forget it, as far as Python can."""


class Phrase:
    """A passphrase; the same letters count as the same however a keyboard composes them."""

    def __init__(self, words: str) -> None:
        self._words = bytearray(unicodedata.normalize("NFC", words).encode(errors="replace"))
        self._known: dict[bytes, Key] = {}

    def key(self, salt: bytes) -> Key:
        """Return its key, after about a tenth of a second the first time."""
        if salt not in self._known:
            raw = hashlib.pbkdf2_hmac("sha512", self._words, salt, _ROUNDS, KEY_BYTES)
            self._known[salt] = Key(bytearray(raw), salt)
        return self._known[salt].twin()

    def fresh_key(self) -> Key:
        """Return a key with a new salt, for a file that is to be protected with it."""
        return self.key(secrets.token_bytes(SALT_BYTES))

    def wipe(self) -> None:
        """Forget the words and the keys made of them."""
        _wipe(self._words)
        for key in self._known.values():
            key.wipe()
        self._known.clear()


class Sheet:
    """A raw key and salt as a recovery sheet has them."""

    def __init__(self, key: Key) -> None:
        self._key = key

    def key(self, salt: bytes) -> Key:
        """Return the key; the salt is the file's own, should its sheet be of another day."""
        return Key(bytearray(self._key.raw), salt)

    def wipe(self) -> None:
        """Forget the key."""
        self._key.wipe()


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a private file that is protected; None for a plain or empty one."""
    with path.open("rb") as file:
        begin = file.read(SALT_BYTES)
    return None if begin == _PLAIN or len(begin) < SALT_BYTES else begin


def looks_protected(page: bytes) -> bool:
    """Return whether the first page of a file could be of a protected one: it looks random."""
    return len(page) == PAGE and not page.startswith(_PLAIN) and len({*page}) >= _LEAST_KINDS


def key_for(
    path: Path, secret: Secret | None, *, name: str = "", any_page: bool = False
) -> Key | None:
    """Return the key that opens a private file, None for a plain one.

    Raises FileProblem: "protected" without a secret, "wrong-phrase" when no page was written with
    its key, "damaged" when only the first was not, unless `any_page` is enough: the log of a
    working copy may have that.
    """
    with problems("reading", name):
        return _key_for(path, secret, name, any_page=any_page)


def _key_for(path: Path, secret: Secret | None, name: str, *, any_page: bool) -> Key | None:
    salt = salt_of(path)
    if salt is None:
        return None
    if secret is None:
        raise FileProblem("protected", name=name)
    key = secret.key(salt)
    with path.open("rb") as file:
        number = 0
        while len(page := file.read(PAGE)) == PAGE:
            number += 1
            if key.fits(page, number):
                if number == 1 or any_page:
                    return key
                raise FileProblem("damaged", name=name)
    raise FileProblem("wrong-phrase", name=name)


def _wipe(place: bytearray) -> None:
    place[:] = bytes(len(place))
