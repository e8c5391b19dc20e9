"""PDFs that open with a password only: AES-256 as in PDF 2.0 (revision 6)."""

from __future__ import annotations

import io

ALGORITHM = "AES-256"


def protected_pdf(pdf: bytes, password: str) -> bytes:
    """Return the same pages, encrypted; the password opens them for reading and printing.

    Spaces around the password and how its letters are composed make a difference to readers, so
    they stay as they are.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - seldom needed

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(password, algorithm=ALGORITHM)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
