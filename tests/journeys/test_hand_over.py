"""The journey "hand over": a copy for the provider, with what is left out listed first."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QFileDialog, QLineEdit

from mspseat_desktop.domain.records import Metric, Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.privacy.send_dialog import SendDialog

BUDGET = 4
MSP = "Managed IT & Security"
PROVIDER = "Northbeam IT"


def test_a_copy_for_the_provider_is_handed_over_within_the_budget(program, qtbot, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.select(MSP)
    client, hand = program.client, program.hand
    hand.actions = 0

    hand.press("Ctrl+Shift+E")
    dialog = program.dialog(SendDialog)
    hand.press("P")
    assert (dialog.preset.value, dialog.provider.currentText()) == ("provider", PROVIDER)
    listed = dialog.left_out.text()
    hand.press("Return")
    name = program.dialog(QFileDialog).findChild(QLineEdit, "fileNameEdit").text()
    hand.actions += 1  # Enter in the system's own dialog
    program.choose_file(tmp_path / name)
    assert hand.actions <= BUDGET, f"{hand.actions} actions"
    qtbot.waitUntil(lambda: "A copy is in" in program.notice, timeout=20_000)

    (path,) = tmp_path.glob("*Northbeam*.mspseat")
    assert program.notice == f"A copy is in {path.name}. What was left out is not in it."
    for words in ("history", "Private notes", "Fees", "Ratings of everybody else", "Notes and"):
        assert words in listed
    sent = Workshop(tmp_path / "other", now=lambda: datetime.now(UTC)).read_document(path)
    own = next(o.id for o in client.every(Occupant) if o.name == PROVIDER)
    reviews = list(sent.client.every(Review))
    assert reviews
    assert {review.occupant for review in reviews} == {own}
    content = path.read_bytes()
    secret = set(_secrets(client))
    assert len(secret) > 10
    assert [words for words in secret if words.encode() in content] == []


def _secrets(client):
    """Yield all private notes, fees, and what was written in reviews."""
    told = [words for o in client.every(Occupant) for words in (o.fee, o.notes)]
    told += [client.seat(seat).notes for seat in client.chart()]
    told += [answer.note for review in client.every(Review) for answer in review.answers]
    metrics = [metric.name for metric in client.every(Metric)]  # they travel with their seats
    return (words for words in told if words and not any(words in name for name in metrics))
