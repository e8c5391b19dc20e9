"""The journey "ask the provider": make the form, drop what came back, see where we disagree."""

from __future__ import annotations

from form_world import by_pdfium
from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.ui.asking.dialog import AskDialog
from mspseat_desktop.ui.reviews.opening import open_review
from mspseat_desktop.ui.widgets import PlainLabel

BUDGET = 6
MSP = "Managed IT & Security"


def test_the_provider_is_asked_and_the_disagreements_are_seen_within_the_budget(
    program, qtbot, tmp_path
):
    program.open_sample()
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.select(MSP)
    seat, hand = program.bridge.selection, program.hand
    roadmap = program.client.responsibilities(seat)[3].id
    review = open_review(program.bridge, seat)
    program.bridge.do(put_answer(review, "wants", about=roadmap, value="wants"))
    program.bridge.do(put_answer(review, "question", about="g1", value="yes"))
    out, back = tmp_path / "form.pdf", tmp_path / "back.pdf"
    hand.actions = 0

    hand.click(program.view.panel.ask)
    dialog = program.dialog(AskDialog)
    hand.press("Return")
    hand.actions += 1  # choosing the place
    program.choose_file(out)
    qtbot.waitUntil(lambda: dialog.is_made, timeout=20_000)
    hand.press("Return")
    assert not program.has_dialog()

    (form,) = program.client.forms(seat)
    number = {key: at for at, key in enumerate(form.asked, 1)}
    filled = {
        f"answer_{number[f'wants:{roadmap}']}": "declined",
        f"words_{number[f'wants:{roadmap}']}": "Zo\u00eb: \u674e\u5c0f\u9f8d \u0639\u0644\u064a",
        f"answer_{number['question:g1']}": "yes",
    }
    back.write_bytes(by_pdfium(out.read_bytes(), filled))

    assert hand.drop_file(program.window, back)
    qtbot.waitUntil(lambda: "came in" in program.notice, timeout=20_000)
    assert program.notice == "2 answers of Northbeam IT came in."
    hand.click(program.view.notices.notice.button)
    assert hand.actions <= BUDGET, f"{hand.actions} actions"

    open_now = program.window.doing.review
    assert open_now.review == review
    assert open_now.step == "wants"
    said = [label.text() for label in open_now.frame.side.theirs.findChildren(PlainLabel)]
    assert "You disagree on 1 of 2." in said
    assert "\u201cZo\u00eb: \u674e\u5c0f\u9f8d \u0639\u0644\u064a\u201d" in said
    assert "You said: Wants it" in said
    ours = {(a.kind, a.about): a.value for a in program.client.answers(review)}
    assert ours == {("wants", roadmap): "wants", ("question", "g1"): "yes"}
