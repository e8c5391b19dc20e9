"""“Lead, manage and hold accountable” is offered to whoever gets its first report."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.content.leading import leading_text
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat
from mspseat_desktop.domain.vocabulary import SeatId
from world import ON

MSP = SeatId("MSP")


def offered(desk):
    return desk.page.responsibilities.lead.isVisible()


def test_it_is_offered_with_the_first_report_and_not_before(desk):
    assert not offered(desk)
    desk.bridge.do(add_seat(SeatId("Desk"), parent=MSP, title="Desk"))
    assert offered(desk)
    desk.bridge.do(delete_seat(SeatId("Desk"), reports="lift", on=ON))
    assert not offered(desk)
    desk.bridge.undo()
    assert offered(desk)


def test_one_key_puts_it_first_in_one_step_and_the_keyboard_stays_in_the_list(desk):
    desk.select("Operations")
    lead = desk.page.responsibilities.lead
    lead.setFocus()
    QTest.keyClick(lead, Qt.Key.Key_Return)
    assert desk.texts("Operations") == [leading_text()]
    assert desk.steps() == ["add-responsibility"]
    assert not offered(desk)
    assert desk.rows.new_row.text.hasFocus()
    desk.bridge.undo()
    assert desk.texts("Operations") == []
    assert offered(desk)


def test_it_stands_before_those_that_are_there_and_a_sixth_is_only_warned_of(desk):
    desk.bridge.do(add_seat(SeatId("Desk"), parent=MSP, title="Desk"))
    desk.page.responsibilities.lead.click()
    assert desk.texts()[0] == leading_text()
    assert len(desk.texts()) == 6
    assert "Six" in desk.page.responsibilities.warning.text()


def test_writing_it_oneself_takes_the_offer_away(desk):
    desk.select("Operations")
    desk.panel.focus_responsibilities()
    QTest.keyClicks(desk.rows.new_row.text, "Lead, manage, hold accountable")
    QTest.keyClick(desk.rows.new_row.text, Qt.Key.Key_Return)
    assert not offered(desk)
