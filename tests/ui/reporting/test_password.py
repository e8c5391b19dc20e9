"""A PDF saved with a password from the preview."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from mspseat_desktop.ui.reporting.password_dialog import PasswordDialog
from mspseat_desktop.ui.reporting.preview import PreviewDialog

OPENS_WITH = "kite and lemon"


@pytest.fixture(name="preview")
def _preview(program, qtbot):
    program.new_client("Canary Works")
    program.act("print")
    found = program.dialog(PreviewDialog)
    qtbot.waitUntil(lambda: found.prepared is not None)
    yield found
    found.close()
    program.window.open_client.close(discard=True)
    program.window.drop_client()


def give(program, first, second):
    program.answer("Protect with a password…")
    dialog = program.dialog(PasswordDialog)
    program.hand.type(first)
    program.hand.press("Return")
    program.hand.type(second)
    program.hand.press("Return")
    return dialog


def test_a_pdf_is_saved_with_a_password(program, preview, tmp_path):
    give(program, OPENS_WITH, OPENS_WITH)
    program.choose_file(tmp_path / "chart.pdf")
    assert program.notice.startswith("Saved in ")
    content = (tmp_path / "chart.pdf").read_bytes()
    assert b"Canary" not in content
    reader = PdfReader(io.BytesIO(content), password=OPENS_WITH)
    assert "Canary Works" in reader.pages[0].extract_text()
    program.answer("Save as PDF")  # the next one is a plain one again
    program.choose_file(tmp_path / "plain.pdf")
    assert not PdfReader(tmp_path / "plain.pdf").is_encrypted
    assert preview.isVisible()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("short", "short", "A password has 8 signs at least."),
        (OPENS_WITH, "kite and melon", "The two are not the same. Type it once more."),
    ],
)
@pytest.mark.usefixtures("preview")
def test_a_password_that_is_too_short_or_mistyped_is_not_taken(program, first, second, said):
    dialog = give(program, first, second)
    assert dialog.trouble.text() == said
    assert not program.window.findChildren(QFileDialog)
    dialog.reject()
