"""The one or two letters that stand for a name in an avatar, on screen and on paper."""

from __future__ import annotations

import unicodedata


def initials(name: str) -> str:
    """Return up to two letters for a name: "Dana Whitfield" gives "DW", "Acme" gives "AC".

    Scripts without capital letters give one letter, since two would join or crowd; a name
    without any letter or digit gives "?".
    """
    words = [word for word in map(_letters, unicodedata.normalize("NFC", name).split()) if word]
    if not words:
        return "?"
    first = words[0]
    if not first[0].isascii() and first[0].upper() == first[0].lower():
        return first[0]
    if len(words) > 1:
        return first[0].upper()[:1] + words[-1][0].upper()[:1]
    return first[:2].upper()[:2]


def _letters(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())
