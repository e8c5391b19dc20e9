"""What happens to an open review when the world around it changes, or its day lies ahead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.domain.edits.seat import remove_responsibility
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId, SeatingId
from world import ON

KEY = Qt.Key


def test_another_occupant_meanwhile_changes_nothing_of_the_review_on_show(desk):
    dialog = desk.open()
    seat, before = desk.seat("Managed IT"), desk.review.occupant
    desk.bridge.do(put_answer(dialog.review, "call", about="gets", value="yes", note="We talked"))
    desk.bridge.do(add_occupant(Occupant(OccupantId("new"), "Cedar IT", "provider")))
    desk.bridge.do(seat_occupant(SeatingId("s"), seat, OccupantId("new"), on=ON))
    assert not dialog.is_closed
    assert desk.review.occupant == before
    assert "Northbeam" in desk.shown()
    dialog.show_step("result")
    desk.finish()
    assert desk.refused == []
    assert desk.review.state == "finished"
    assert desk.client.reviews_of(seat, OccupantId("new")) == ()


def test_a_responsibility_taken_out_meanwhile_leaves_the_page_without_it(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    gone = desk.client.responsibilities(desk.seat("Managed IT"))[1]
    row = desk.row(gone.id)
    row.focus()
    desk.bridge.do(remove_responsibility(gone.id))
    QApplication.processEvents()
    assert gone.text not in desk.shown()
    assert not dialog.is_closed
    assert dialog.isAncestorOf(QApplication.focusWidget())


def test_an_answer_to_a_question_that_nobody_asks_is_never_shown(desk):
    dialog = desk.open()
    desk.bridge.do(put_answer(dialog.review, "question", about="zz99", value="no", note="Ghost"))
    for step in ("values", "gets", "wants", "capacity", "result"):
        dialog.show_step(step)
        assert "Ghost" not in desk.shown()


def test_a_day_that_lies_ahead_is_refused_when_it_is_finished(desk):
    dialog = desk.open()
    desk.bridge.do(put_answer(dialog.review, "call", about="gets", value="yes", note="We talked"))
    dialog.frame.fold_details()
    field = dialog.frame.details.on.field
    field.setFocus()
    field.selectAll()
    desk.write("2027-03-01")
    desk.key(KEY.Key_Return)
    assert desk.review.on == "2027-03-01"
    dialog.show_step("result")
    desk.finish()
    assert desk.refused == ["review-in-future"]
    assert desk.review.state == "draft"
