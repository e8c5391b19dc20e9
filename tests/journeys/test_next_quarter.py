"""The journey "next quarter": open, what is due, review three seats, what changed, the page."""

from __future__ import annotations

from pypdf import PdfReader

from driving import settle
from mspseat_desktop.ui.home.client_card import ClientCard
from mspseat_desktop.ui.reporting.preview import PreviewDialog

BUDGET = 5
"""Actions from the start page to the first answer."""


def test_the_next_round_is_begun_compared_and_printed_by_keyboard(program, qtbot, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.act("close")
    qtbot.waitUntil(lambda: program.window.view is None, timeout=10_000)
    hand = program.hand
    found = program.window.start_page.findChildren(ClientCard)
    next(card for card in found if card.accessibleName() == "Lakeside Manufacturing").setFocus()

    hand.actions = 0
    hand.press("Return")
    qtbot.waitUntil(lambda: program.window.view is not None, timeout=10_000)
    settle()
    hand.press("Ctrl+Shift+4", "Ctrl+H", "Y")
    assert hand.actions <= BUDGET
    table = program.view.reviews.table
    due = table.row
    assert due.name == "Clearledger LLP"
    assert due.line.draft is not None
    assert [(a.about, a.value) for a in program.client.draft_answers(due.line.draft.id)] == [
        ("gets", "yes")
    ]

    for sentence in ("Names every deadline", "Asks for more", "Two people, one stands in"):
        hand.type(sentence)
        hand.press("Return")
        if sentence != "Two people, one stands in":
            hand.press("Y")
    hand.press("+", "+", "+", "+")
    finish(hand)
    for name in ("Hannah Weiss", "Samir Patel"):
        go_to(program, name)
        hand.press("Y", "Y", "Y", "+", "+", "/", "+")
        finish(hand)
    reviewed = [row for row in table.reviews.rows if row.last_on == program.bridge.on]
    assert [row.name for row in reviewed] == ["Hannah Weiss", "Samir Patel", "Clearledger LLP"]

    against = program.view.reviews.head.against
    against.setFocus()
    hand.press("Down")
    assert against.currentText() == "Compare with Q3 2026"
    said = {row.name: table.reviews.marks(row).turn for row in table.reviews.rows}
    assert said["Clearledger LLP"] == "same"
    assert said["Priya Natarajan"] == "worse"
    assert said["Hannah Weiss"] == "first"

    hand.press("Ctrl+P")
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    hand.press("Ctrl+S", "Return")
    (file,) = tmp_path.glob("*.pdf")
    (page,) = PdfReader(file).pages
    printed = page.extract_text()
    for words in ("Since Q3 2026", "Hannah Weiss", "Right over time", "Right provider, right seat"):
        assert words in printed


def go_to(program, name):
    """Walk to the first mark of somebody by the arrow keys."""
    table, hand = program.view.reviews.table, program.hand
    rows = [row.name for row in table.reviews.rows]
    way = rows.index(name) - table.currentIndex().row()
    hand.press(*(["Down"] * way if way > 0 else ["Up"] * -way))
    while table.column.about != "gets":
        hand.press("Left")
    assert table.row.name == name


def finish(hand):
    """Open the review of the line, finish it, and come back."""
    hand.press("Return", "Ctrl+Return", "Escape")
