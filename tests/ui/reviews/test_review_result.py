import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.records import Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import days_after
from mspseat_desktop.ui.reviews.row import NARROW
from mspseat_desktop.ui.reviews.seat_card import SeatCard
from mspseat_desktop.ui.widgets import Chip, PlainLabel, TextField
from world import ON

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def answered(desk):
    """Answer so that Wants it is a no, and stand at the result."""
    dialog = desk.open()
    desk.press("++/+")
    for step, call in (("gets", "y"), ("wants", "n"), ("capacity", "y")):
        dialog.show_step(step)
        if step == "wants":
            desk.press("4r")
        desk.press("0" + call)
        if call == "y":
            desk.write("as we all saw")
    dialog.show_step("result")
    return dialog


def finished(desk):
    dialog = answered(desk)
    desk.key(KEY.Key_Return, CTRL)
    assert desk.review.state == "finished"
    return dialog


def test_the_outcome_is_said_on_the_way_in_and_is_a_stop_of_the_keyboard(desk, monkeypatch):
    said = []

    def hear(event):
        if event.type() == QAccessible.Event.Announcement:
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    dialog = answered(desk)
    card = dialog.page.card
    assert said[-1].startswith(f"{card.accessibleName()}. ")
    stops = [QApplication.focusWidget()]
    while stops[-1] is not card and len(stops) < 9:
        desk.key(KEY.Key_Backtab)
        stops.append(QApplication.focusWidget())
    assert stops[-1] is card


def test_the_headline_and_its_reasons_stand_first(desk):
    dialog = answered(desk)
    assert dialog.page.card.headline.text() == "Right provider, wrong seat"
    assert "Wants it: no." in dialog.page.card.lines
    assert any("Security roadmap" in line for line in dialog.page.card.lines)


def test_actions_of_a_finished_review_can_be_read_whole(desk):
    done = [r for r in desk.client.reviews(desk.seat("Managed IT")) if r.state == "finished"]
    dialog = desk.show(done[-1].id)
    dialog.show_step("result")
    QApplication.processEvents()
    labels = dialog.page.agreed.findChildren(PlainLabel)
    shown = {label.text(): label for label in labels if label.isVisible()}
    actions = desk.client.actions(done[-1].id)
    assert actions
    for action in actions:
        assert shown[action.what].height() >= shown[action.what].sizeHint().height()
        assert action.who in shown


def test_ctrl_enter_goes_on_from_a_button_too_and_enter_presses_it(desk):
    dialog = desk.open()
    dialog.frame.header.details.setFocus()
    desk.key(KEY.Key_Return, CTRL)
    assert dialog.frame.details is None
    assert dialog.step == "gets"
    dialog.frame.header.details.setFocus()
    desk.key(KEY.Key_Return)
    assert dialog.frame.details is not None


def test_the_numbers_beside_end_where_their_card_ends(desk):
    dialog = desk.open()
    QApplication.processEvents()
    card = dialog.frame.side.findChild(SeatCard)
    chips = [chip for chip in card.findChildren(Chip) if chip.isVisible()]
    assert chips
    inner = card.contentsRect().right() + 1 - card.layout().contentsMargins().right()
    assert {chip.mapTo(card, chip.rect().topRight()).x() + 1 for chip in chips} == {inner}


def test_nothing_is_cut_in_the_columns_beside_and_below_of_a_small_window(desk):
    desk.window.resize(960, 600)
    dialog = finished(desk)
    for _round in range(4):
        QApplication.processEvents()
    table = dialog.frame.side.table
    labels = [label for label in table.findChildren(PlainLabel) if label.isVisible()]
    assert any("23 Nov" in label.text() for label in labels)
    assert all(label.width() >= label.sizeHint().width() for label in labels)
    dialog.close()
    dialog = desk.open()
    dialog.show_step("gets")
    for _round in range(4):
        QApplication.processEvents()
    side, keys = dialog.frame.side, dialog.frame.footer.keys
    assert side.show_button.width() >= side.show_button.sizeHint().width()
    assert "Y yes" in keys.text()
    assert keys.width() >= keys.sizeHint().width()


def test_each_step_is_entered_at_its_top(desk, qtbot):
    desk.window.resize(1280, 720)
    dialog = answered(desk)
    QApplication.processEvents()
    bar = dialog.page.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    desk.row("h2").focus()
    desk.key(KEY.Key_PageUp)
    dialog.page.verticalScrollBar().setValue(400)
    desk.key(KEY.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.page.verticalScrollBar().value() == 0)
    for _round in range(4):
        QApplication.processEvents()
    dialog.page.keys.rows[-1].focus()
    qtbot.waitUntil(lambda: dialog.page.verticalScrollBar().value() > 0)
    desk.key(KEY.Key_PageUp)
    qtbot.waitUntil(lambda: dialog.page.verticalScrollBar().value() == 0)


def test_typing_leads_to_its_field_where_that_is_out_of_sight(desk):
    desk.window.resize(960, 600)
    dialog = answered(desk)
    QApplication.processEvents()
    desk.write("Restore test")
    QApplication.processEvents()
    line, page = dialog.page.agreed.new.what, dialog.page
    at = line.mapTo(page.viewport(), line.rect().center())
    assert page.viewport().rect().contains(at)


def test_actions_are_added_by_enter(desk):
    dialog = answered(desk)
    desk.write("Agree in writing who takes the roadmap")
    desk.key(KEY.Key_Return)
    desk.write("Else move it to Technology")
    desk.key(KEY.Key_Tab)
    desk.write("Joel Kim")
    desk.key(KEY.Key_Return)
    saved = desk.file.load().client.actions(dialog.review)
    assert [(a.what, a.who) for a in saved] == [
        ("Agree in writing who takes the roadmap", ""),
        ("Else move it to Technology", "Joel Kim"),
    ]


def test_actions_are_changed_moved_and_deleted(desk):
    dialog = answered(desk)
    for what in ("First", "Second"):
        desk.write(what)
        desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [a.what for a in desk.client.actions(dialog.review)] == ["Second", "First"]
    desk.key(KEY.Key_End)
    desk.write(" step")
    desk.bridge.pending.flush_all()
    assert desk.client.actions(dialog.review)[0].what == "Second step"
    line = dialog.page.agreed.lines[desk.client.actions(dialog.review)[1].id]
    line.due.field.setFocus()
    desk.write("2026-12-06")
    desk.bridge.pending.flush_all()
    assert desk.client.actions(dialog.review)[1].due == "2026-12-06"
    line.button.click()
    assert [a.what for a in desk.client.actions(dialog.review)] == ["Second step"]


def test_an_action_typed_without_enter_is_kept_on_leaving(desk):
    dialog = answered(desk)
    desk.write("Half typed")
    desk.key(KEY.Key_PageUp)
    assert [a.what for a in desk.client.actions(dialog.review)] == ["Half typed"]


def test_an_action_whose_date_can_not_be_read_waits_for_it(desk):
    dialog = answered(desk)
    line = dialog.page.agreed.new
    desk.write("Restore test")
    line.due.field.setFocus()
    desk.write("15 dex")
    desk.key(KEY.Key_Return)
    assert desk.client.actions(dialog.review) == ()
    assert "This is not a date" in desk.shown()
    assert (line.what.text(), line.due.field.text()) == ("Restore test", "15 dex")
    assert line.due.field.hasFocus()
    desk.key(KEY.Key_PageUp)
    dialog.finish()
    desk.key(KEY.Key_Escape)
    assert (dialog.step, dialog.is_closed, desk.review.state) == ("result", False, "draft")
    line.due.field.selectAll()
    desk.write("15 dec")
    desk.key(KEY.Key_Return)
    (action,) = desk.client.actions(dialog.review)
    assert (action.what, action.due) == ("Restore test", "2026-12-15")
    assert line.what.hasFocus()


def test_an_action_is_kept_with_its_words_when_the_window_closes(desk):
    dialog = answered(desk)
    desk.write("Restore test")
    dialog.page.agreed.new.due.field.setFocus()
    desk.write("soon")
    review = dialog.review
    dialog.close()
    (action,) = desk.file.load().client.actions(review)
    assert (action.what, action.due) == ("Restore test (by soon)", "")


def test_names_are_offered_in_a_framed_list(desk):
    dialog = answered(desk)
    dialog.page.agreed.new.who.setFocus()
    desk.write("o")
    popup = dialog.page.agreed.new.who.completer().popup()
    assert popup.isVisible()
    popup.ensurePolished()
    edge = popup.grab().toImage().pixelColor(0, popup.height() // 2).name()
    popup.hide()
    assert edge == desk.theme.color("line_strong").name()


def test_below_the_bar_offers_three_dated_checks(desk):
    dialog = desk.open()
    desk.press("--++")
    for step in ("gets", "wants", "capacity"):
        dialog.show_step(step)
        desk.press("0y")
        desk.write("as we all saw")
    dialog.show_step("result")
    assert dialog.page.card.headline.text() == "Right seat, below the bar"
    offer = next(b for b in _links(dialog.page) if "3 dated checks" in b.caption)
    offer.click()
    assert [a.due for a in desk.client.actions(dialog.review)] == [
        days_after(ON, days) for days in (30, 60, 90)
    ]
    assert not [b for b in _links(dialog.page) if "dated checks" in b.caption]


def test_the_next_review_has_its_usual_day_and_can_be_moved(desk):
    dialog = answered(desk)
    assert dialog.page.next.value == days_after(ON, 30)
    dialog.page.next.field.setFocus()
    dialog.page.next.field.selectAll()
    desk.write("2027-01-15")
    desk.bridge.pending.flush_all()
    assert desk.review.next_on == "2027-01-15"


def test_what_is_asked_of_us_is_answered_here(desk):
    dialog = answered(desk)
    desk.row("h2").focus()
    desk.press("n")
    assert desk.said("homework", "h2").value == "no"
    assert "Answered no by us" in desk.shown()
    assert dialog.page.card.headline.text() == "Right provider, wrong seat"


def test_a_seat_that_answers_to_nobody_of_ours_shows_its_homework(desk):
    dialog = answered(desk)
    above = [
        s.id
        for title in ("Technology", "Integrator", "Visionary")
        for s in desk.client.seatings(desk.seat(title))
    ]
    for seating in above:
        assert desk.client.has(Seating, seating)
        desk.bridge.do(unseat(seating, on=ON))
    offer = next(b for b in _links(dialog.page) if "Add as an action" in b.caption)
    offer.click()
    assert len(desk.client.actions(dialog.review)) == 1


def test_finishing_locks(desk):
    dialog = finished(desk)
    assert (desk.review.headline, desk.review.next_on) == ("right_wrong_seat", days_after(ON, 30))
    assert dialog.frame.footer.print.hasFocus()
    dialog.show_step("wants")
    assert not any(row.answers.isEnabled() for row in dialog.page.keys.rows)
    assert dialog.frame.side.call.sentence.isReadOnly()
    assert desk.row("w4").answers.value is None


def test_print_asks_for_this_review(desk, qtbot):
    dialog = finished(desk)
    with qtbot.waitSignal(dialog.print_wanted) as heard:
        desk.key(KEY.Key_Return)
    assert heard.args == [dialog.review]


def test_undo_of_finishing_unlocks(desk):
    dialog = finished(desk)
    desk.bridge.undo()
    assert desk.review.state == "draft"
    dialog.show_step("wants")
    assert all(row.answers.isEnabled() for row in dialog.page.keys.rows)


def test_reopening_amends_and_keeps_the_first(desk):
    dialog = finished(desk)
    first = desk.review
    dialog.reopen("One answer was about another site")
    assert desk.review.amends == first.id
    assert desk.review.amend_reason == "One answer was about another site"
    assert "One answer was about another site" in desk.shown()
    dialog.show_step("wants")
    assert desk.row(dialog.look.scene.responsibilities[3].id).answers.value == "declined"
    desk.press("4w")
    assert desk.client.get(Review, first.id) == first


def test_reopening_asks_for_the_reason(desk, qtbot):
    dialog = finished(desk)
    first = dialog.review

    def ask():
        dialog.frame.footer.reopen.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TextField))

    ask()
    desk.key(KEY.Key_Return)
    assert dialog.review == first
    assert desk.refused == ["reason-missing"]
    ask()
    desk.write("A typing mistake")
    desk.key(KEY.Key_Return)
    assert desk.review.amend_reason == "A typing mistake"


def test_an_amendment_taken_back_gives_way_to_what_it_amended(desk):
    dialog = finished(desk)
    first = dialog.review
    dialog.reopen("A typing mistake")
    desk.bridge.undo()
    assert dialog.review == first
    assert not dialog.is_closed
    assert dialog.look.is_locked


def test_undoing_the_start_closes_the_dialog_and_says_so(desk):
    dialog = desk.open()
    desk.bridge.undo()
    assert dialog.is_closed
    assert len(desk.told) == 1


def test_a_seat_closed_meanwhile_closes_the_dialog(desk):
    dialog = desk.open()
    desk.press("+")
    seat = desk.seat("Managed IT")
    for seating in desk.client.seatings(seat):
        desk.bridge.do(unseat(seating.id, on=ON))
    desk.bridge.do(delete_seat(seat, reports="lift", on=ON))
    assert dialog.is_closed
    assert len(desk.told) == 1


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1440, 900)])
def test_the_words_of_the_homework_take_the_room_that_the_answers_leave(desk, size):
    desk.window.resize(*size)
    dialog = desk.open()
    dialog.show_step("result")
    QApplication.processEvents()
    for row in dialog.page.keys.rows:
        beside = row.answers.width() + 120 if row.width() > NARROW else 40
        assert row.label.width() >= row.width() - beside


def test_a_draft_can_be_thrown_away_and_brought_back(desk):
    dialog = desk.open()
    desk.press("++")
    review = dialog.review
    dialog.frame.fold_details()
    dialog.frame.details.discard.click()
    assert dialog.is_closed
    assert not desk.client.has(Review, review)
    desk.bridge.undo()
    assert len(desk.client.answers(review)) == 2


def test_a_review_finished_before_opens_locked(desk):
    seat = desk.seat("Managed IT")
    old = next(r for r in desk.client.reviews(seat) if r.state == "finished")
    dialog = desk.show(old.id)
    assert dialog.look.is_locked
    assert dialog.step == "result"
    dialog.close()
    assert desk.client.get(Review, old.id) == old


def test_nothing_answered_is_not_finished(desk):
    dialog = desk.open()
    dialog.show_step("result")
    dialog.finish()
    assert desk.refused == ["nothing-answered"]
    assert desk.review.state == "draft"


def _links(page):
    from mspseat_desktop.ui.widgets import LinkButton

    QApplication.processEvents()
    return [b for b in page.findChildren(LinkButton) if b.isVisible()]
