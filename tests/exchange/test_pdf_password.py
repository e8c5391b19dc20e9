"""Protected PDFs: opened by other readers with the password, and by none without."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError

from mspseat_desktop.domain.records import Profile
from mspseat_desktop.exchange.pdf_password import protected_pdf
from mspseat_desktop.reports.recovery_sheet import recovery_sheet_pdf

OPENS_WITH = "kite"
LINES = ("8f3a 02c9 77be 10d4 5e1b",) * 6


@pytest.fixture(name="pdf", scope="module")
def _pdf():
    return recovery_sheet_pdf(Profile(name="Canary Works"), LINES, file_name="a.mspseat").pdf


@pytest.mark.parametrize("password", ["kite", "Zürich Straße 9", "カイト", "x" * 100])
def test_other_readers_open_it_with_the_password(pdf, password):
    made = protected_pdf(pdf, password)
    with pikepdf.open(io.BytesIO(made), password=password) as other:
        assert (other.encryption.R, other.encryption.V, other.encryption.bits) == (6, 5, 256)
        assert other.encryption.stream_method.name == "aesv3"
    reader = PdfReader(io.BytesIO(made), password=password)
    assert "Canary Works" in reader.pages[0].extract_text()
    with pypdfium2.PdfDocument(made, password=password) as drawn:
        assert len(drawn) == len(PdfReader(io.BytesIO(pdf)).pages)


def test_nothing_in_it_can_be_read_without(pdf):
    made = protected_pdf(pdf, OPENS_WITH)
    assert b"Canary" not in made
    with pytest.raises(FileNotDecryptedError):
        PdfReader(io.BytesIO(made)).pages[0].extract_text()
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(made)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(made), password=OPENS_WITH.upper())


def test_title_and_words_about_the_document_are_encrypted_too(pdf):
    made = protected_pdf(pdf, OPENS_WITH)
    reader = PdfReader(io.BytesIO(made), password=OPENS_WITH)
    assert reader.metadata is not None
    assert reader.metadata.title == PdfReader(io.BytesIO(pdf)).metadata.title
    assert b"Recovery sheet" not in made
