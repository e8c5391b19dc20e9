"""The process that reads a form that came back: a PDF on standard input, its fields as JSON out.

It runs alone, with limits on memory and time of its own, and is started as a file: nothing but
the standard library and pypdf may be imported here. Only names and values of fields are taken;
scripts, links and attachments are never looked at. The first line that it writes is `fields`, or
a code of ImportProblem; the JSON follows.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import warnings
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

    from pypdf.generic import PdfObject

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 20
MOST_FIELDS = 5_000
"""A form of ours has a few hundred."""
LONGEST_NAME = 100
LONGEST_TEXT = 20_000
"""Letters of one field that are still read; a form of ours takes fewer."""
DEEPEST = 8
TAIL = 4_096
"""Bytes at the end of a PDF in which its last line must be."""


class Unreadable(Exception):  # noqa: N818 - the file is at fault, not the program
    """A PDF that is not taken; the text is a code."""


def fields_of(data: bytes) -> dict[str, str | None]:
    """Return the value of each field by its whole name; None where it holds no text or choice.

    Raises Unreadable.
    """
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("form_kind")
    _head, end, after = data[-TAIL:].rpartition(b"%%EOF")
    if not end or b" obj" in after:  # cut off, perhaps in what a reader added at the end
        raise Unreadable("form_broken")
    try:
        return _fields_of(PdfReader(io.BytesIO(data), strict=False))
    except (MemoryError, RecursionError) as error:
        raise Unreadable("form_slow") from error
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable("form_locked") from error
    except Unreadable:
        raise
    except Exception as error:  # pypdf lets errors of every kind out of a damaged file
        raise Unreadable("form_broken") from error


def _fields_of(reader: PdfReader) -> dict[str, str | None]:
    if reader.is_encrypted:
        raise Unreadable("form_locked")
    root = _there(reader.trailer["/Root"])
    form = _there(root.get("/AcroForm")) if isinstance(root, DictionaryObject) else None
    listed = _there(form.get("/Fields")) if isinstance(form, DictionaryObject) else None
    if not isinstance(listed, ArrayObject) or not listed:
        raise Unreadable("form_flat")
    return {name: _value(field) for name, field in _walk(listed)}


def _walk(listed: ArrayObject) -> Iterator[tuple[str, DictionaryObject]]:
    """Yield every field with a name, once each, whatever circles the file draws."""
    if len(listed) > MOST_FIELDS:
        raise Unreadable("form_fields")
    seen: set[tuple[int, int]] = set()
    waiting = [(kid, "", 0) for kid in reversed(listed)]
    looked = 0
    while waiting:
        kid, above, depth = waiting.pop()
        looked += 1
        if looked > MOST_FIELDS:
            raise Unreadable("form_fields")
        if isinstance(kid, IndirectObject):
            if (kid.idnum, kid.generation) in seen:
                continue
            seen.add((kid.idnum, kid.generation))
        field = _there(kid)
        if isinstance(field, DictionaryObject):
            name = ".".join(part for part in (above, _own_name(field)) if part)
            parts = _parts(field) if depth < DEEPEST else []
            waiting += [(part, name, depth + 1) for part in reversed(parts)]
            if name and not parts:
                yield name, field


def _own_name(field: DictionaryObject) -> str:
    own = _there(field.get("/T"))
    if not isinstance(own, TextStringObject):
        return ""
    if len(own) > LONGEST_NAME:
        raise Unreadable("form_names")
    return str(own)


def _parts(field: DictionaryObject) -> list[PdfObject]:
    """Return the fields below this one, without the places where it shows itself."""
    kids = _there(field.get("/Kids"))
    return [kid for kid in kids[: MOST_FIELDS + 1] if _has_name(kid)] if _is_list(kids) else []


def _there(part: PdfObject | None) -> PdfObject | None:
    return part.get_object() if part is not None else None


def _is_list(kids: PdfObject | None) -> TypeGuard[ArrayObject]:
    return isinstance(kids, ArrayObject)


def _has_name(part: PdfObject) -> bool:
    there = _there(part)
    return isinstance(there, DictionaryObject) and "/T" in there


def _value(field: DictionaryObject) -> str | None:
    held = _there(field.get("/V"))
    if held is None or isinstance(held, NullObject):
        return ""
    if isinstance(held, NameObject):  # the button that is on
        return str(held).removeprefix("/")
    if not isinstance(held, TextStringObject):
        return None
    if len(held) > LONGEST_TEXT:
        raise Unreadable("form_long")
    return _plain(str(held))


def _plain(text: str) -> str:
    """Return the text with one kind of line break and without signs that nobody typed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(sign for sign in lines if sign == "\n" or ord(sign) >= 32)
    return kept.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _limit() -> None:
    """Take memory and time from this process that no honest form needs."""
    if sys.platform == "win32":  # there the parent's clock is the limit
        return
    import resource  # noqa: PLC0415 - POSIX only

    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # a system that does not let it be limited
            continue


def main() -> int:
    """Read the PDF from standard input and write what its fields hold."""
    _limit()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # what pypdf says of a file could quote it
    try:
        head, found = "fields", json.dumps(fields_of(sys.stdin.buffer.read()))
    except Unreadable as problem:
        head, found = str(problem), ""
    sys.stdout.buffer.write(head.encode() + b"\n" + found.encode())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
