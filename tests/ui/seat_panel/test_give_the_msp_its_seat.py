"""The journey "give the MSP its seat", counted in clicks, chords and typed words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.vocabulary import SeatId
from world import chart_of

BUDGET = 25


class Hand:
    """Does what a user does and counts it."""

    def __init__(self):
        self.actions = 0

    def click(self, widget):
        self.actions += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def press(self, widget, key, held=Qt.KeyboardModifier.NoModifier):
        self.actions += 1
        QTest.keyClick(widget, key, held)

    def pick(self, opener, word):
        """Open the list with a click, type a word, Enter."""
        from mspseat_desktop.ui.widgets import PickerList

        self.click(opener)
        listed = opener.findChildren(PickerList)[-1]
        self.actions += 1
        QTest.keyClicks(listed.search, word)
        self.press(listed.search, Qt.Key.Key_Return)

    def choose(self, button, letter):
        """Open a row's menu with a click and choose by the entry's first letter."""
        from PySide6.QtWidgets import QMenu

        self.click(button)
        menu = button.findChildren(QMenu)[-1]
        self.actions += 1
        next(a for a in menu.actions() if a.text().startswith(letter)).trigger()
        menu.close()


def test_the_msp_gets_its_seat_within_the_budget(make_desk):
    desk = make_desk(chart_of({"CEO": ["Finance", "Operations"], "Operations": ["MSP"]}))
    desk.select("MSP")
    hand = Hand()
    section = desk.page.responsibilities
    hand.pick(section.fill, "managed")
    hand.pick(desk.panel.header.reports_to, "Finance")
    hand.choose(desk.rows.rows[0].tags, "Shared")
    hand.choose(desk.rows.rows[3].tags, "Shared")
    hand.click(desk.panel.tabs)
    desk.panel.show_tab("metrics")
    for words in ("test restores", "phishing", "satisfaction"):
        hand.pick(desk.panel.metrics_page.from_bank, words)
    client = desk.client
    records = client.responsibilities(SeatId("MSP"))
    assert [r.part for r in records].count("shared") == 2
    assert len(records) == 5
    assert {"Test restores", "Phishing clicks", "User satisfaction"} <= set(desk.metrics())
    assert client.seat(SeatId("MSP")).parent == "Finance"
    assert hand.actions <= BUDGET
