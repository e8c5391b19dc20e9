"""Turns the bytes of a text file into text, and says when that took a guess."""

from __future__ import annotations

import codecs

from mspseat_desktop.exchange.problems import ImportProblem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"PK\x03\x04", "is_workbook"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is_workbook"),
    (b"SQLite format 3\x00", "is_database"),
    (b"%PDF-", "is_pdf"),
)
_LOOK = 4096
"""Bytes from the start that are looked at for a pattern."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text and a sample of it when the encoding was a guess (empty when it is sure).

    Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, Windows-1252 as a guess.
    Raises ImportProblem: `empty`, `encoding`, or what other format the bytes are.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise ImportProblem("empty")
    for start, code in _OTHER_FORMATS:
        if data.startswith(start):
            raise ImportProblem(code)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), ""
    if encoding := _by_zero_bytes(data[:_LOOK]):
        return _strictly(data, encoding), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        text = _strictly(data, "cp1252")
        # One byte is one letter in cp1252, so the place of the first odd byte is that letter's.
        return text, " ".join(text[max(0, error.start - 15) : error.start + 15].split())


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportProblem("encoding") from error


def _by_zero_bytes(start: bytes) -> str:
    """Return the kind of UTF-16 that the zero bytes show, or an empty string."""
    pairs = len(start) // 2
    if pairs < 2:
        return ""
    if start[1::2].count(0) > pairs * 0.4 and start[0::2].count(0) < pairs * 0.1:
        return "utf-16-le"
    if start[0::2].count(0) > pairs * 0.4 and start[1::2].count(0) < pairs * 0.1:
        return "utf-16-be"
    return ""
