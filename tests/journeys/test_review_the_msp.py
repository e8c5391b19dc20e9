"""The journey "review the MSP", answers known, by keyboard in the whole window, counted."""

from __future__ import annotations

from pypdf import PdfReader

from mspseat_desktop.ui.reporting.preview import PreviewDialog

BUDGET = 45


def test_the_msp_is_reviewed_and_printed_within_the_budget(program, qtbot, tmp_path):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    hand = program.hand
    hand.click(program.view.chart, program.card("Managed IT & Security").center())
    seat = program.bridge.selection
    hand.press("F2")
    hand.type("IT")
    hand.press("Return")
    hand.actions = 0

    hand.press("Ctrl+R", "+", "+", "/", "+")
    for letter, note in (("y", "Explains well"), ("w", "Steady"), ("y", "Staffed")):
        hand.press("PgDown", "1", *letter * 5, "y")
        hand.type(note)
    hand.press("PgDown")
    for action in ("Restore test", "Yearly plan"):
        hand.type(action)
        hand.press("Return")
    hand.press("Ctrl+Return")
    hand.press("Return")
    preview = program.dialog(PreviewDialog)
    qtbot.waitUntil(preview.save.isEnabled, timeout=20_000)
    hand.press("Ctrl+S", "Return")
    assert hand.actions <= BUDGET, f"{hand.actions} actions"

    review = program.client.reviews(seat)[-1]
    assert review.state == "finished"
    said = {(a.kind, a.about): (a.value, a.note) for a in review.answers}
    values = [said["value", v.id][0] for v in program.client.core_values()]
    assert values == ["+", "+", "+/-", "+"]
    assert said["call", "gets"] == ("yes", "Explains well")
    assert said["call", "wants"] == ("yes", "Steady")
    assert said["call", "capacity"] == ("yes", "Staffed")
    duties = program.client.responsibilities(seat)
    for kind, value in (("gets", "yes"), ("wants", "wants"), ("can", "yes")):
        assert [said[kind, d.id][0] for d in duties] == [value] * 5
    assert [a.what for a in program.client.actions(review.id)] == ["Restore test", "Yearly plan"]

    (file,) = tmp_path.glob("*.pdf")
    printed = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    for words in ("Northbeam IT", "Explains well", "Restore test", "Yearly plan"):
        assert words in printed
    # What was printed is out of undo's reach; what was done before it is not.
    before = program.client.actions(review.id)
    hand.press("Esc", "Esc")
    hand.press("Ctrl+Z")
    assert program.client.seat(seat).title == "Managed IT & Security"
    assert program.client.reviews(seat)[-1] == review
    assert program.client.actions(review.id) == before
    assert "A finished review that was printed or saved stays as it is." in program.notice
    assert not program.window.actions_table["undo"].isEnabled()
