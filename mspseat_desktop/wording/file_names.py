"""Names of files made of a client's own words, such as every system and cloud takes."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from mspseat_desktop.language import _

LONGEST_NAME = 150
"""Bytes of a suggested name: a date, an ending and a temporary's ending still fit behind it."""

_LONGEST_ENDING = 12
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_JOINERS = frozenset("\u200c\u200d")


def safe_file_name(name: str, *, otherwise: str = "") -> str:
    """Return the words as a file's name, without ending, that every system and cloud takes.

    `otherwise` stands in for a name of which nothing is left.
    """
    signs = []
    for sign in unicodedata.normalize("NFC", name):
        kind = unicodedata.category(sign)
        if sign.isspace() or kind == "Cc":
            signs.append(" ")
        elif kind not in {"Cf", "Cs", "Cn"} or sign in _JOINERS:
            # Direction marks could make "report fdp.exe" look like a PDF.
            signs.append(sign)
    words = " ".join(_NOT_IN_NAMES.sub("-", "".join(signs)).split())
    cut = words.encode()[:LONGEST_NAME].decode(errors="ignore")
    bare = cut.lstrip(" .-~").rstrip(" .")
    stem, dot, rest = bare.partition(".")
    if _DEVICES.fullmatch(stem.strip()):
        bare = f"{stem.strip()}_{dot}{rest}"
    return bare or otherwise or _("Untitled")


def longest_kept(name: str) -> str:
    """Return a file's name as it is kept: its ending stays when the rest is cut."""
    stem, ending = Path(name).stem, Path(name).suffix[:_LONGEST_ENDING]
    return safe_file_name(stem[: LONGEST_NAME - _LONGEST_ENDING]) + ending
