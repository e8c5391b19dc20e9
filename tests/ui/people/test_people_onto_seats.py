"""Somebody is dragged from the list of people onto a seat, or given one by keyboard or menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import LEFT, PLAIN, settle, words_of
from mspseat_desktop.ui.people.lifting import Lifting
from mspseat_desktop.wording.edits import edit_text


class Mouse:
    """Moves over the whole window: whatever lies under the pointer hears of it."""

    def __init__(self, program):
        self.window, self.at = program.window, QPoint()

    def point(self, widget, at=None):
        return self.window.mapFromGlobal(widget.mapToGlobal(at or widget.rect().center()))

    def press(self, at):
        self.at = at
        QTest.mousePress(self.window.windowHandle(), LEFT, PLAIN, at)

    def go(self, to):
        for step in range(1, 5):
            QTest.mouseMove(self.window.windowHandle(), self.at + (to - self.at) * step / 4)
            settle(1)
        self.at = to

    def release(self):
        QTest.mouseRelease(self.window.windowHandle(), LEFT, PLAIN, self.at)
        settle()

    def hold(self, key, *, down=True):
        (QTest.keyPress if down else QTest.keyRelease)(self.window.windowHandle(), key)
        settle(1)


@pytest.fixture
def people(program):
    program.open_sample()
    program.act("page-people")
    settle()
    return program


@pytest.fixture
def mouse(people):
    return Mouse(people)


def lift(people, mouse, name):
    """Press a name in the list and carry it some way."""
    table = people.view.people.list.table
    row = next(at for at, row in enumerate(table.people.rows) if row.name == name)
    start = mouse.point(table.viewport(), table.visualRect(table.model().index(row, 0)).center())
    mouse.press(start)
    mouse.go(start + QPoint(40, 10))


def to_chart(people, mouse, qtbot):
    mouse.go(mouse.point(people.view.rail._buttons["chart"]))
    qtbot.waitUntil(lambda: people.view.page == "chart")
    settle()


def over(people, mouse, title):
    mouse.go(mouse.point(people.view.chart, people.card(title).center()))


def accountable(people, title):
    return people.client.accountable(people.seat(title)).name


def test_a_name_held_over_the_chart_entry_opens_the_chart_and_is_dropped_on_a_card(
    people, mouse, qtbot
):
    lifting = people.view.findChild(Lifting)
    lift(people, mouse, "Ellen Brandt")
    assert "Chart" in lifting.shown.caption
    assert people.view.people.chosen == people.client.accountable(people.seat("Finance & Admin")).id
    to_chart(people, mouse, qtbot)
    over(people, mouse, "Finance & Admin")
    hand = people.view.chart.overlay.in_hand
    assert hand.caption == "Ellen Brandt sits here already."
    over(people, mouse, "Purchasing")
    assert hand.caption == "Sits in Purchasing · Grace Lindqvist leaves it"
    mouse.hold(Qt.Key.Key_Control)
    assert hand.caption == "Also in Purchasing"
    mouse.hold(Qt.Key.Key_Control, down=False)
    mouse.release()
    assert accountable(people, "Purchasing") == "Ellen Brandt"
    assert "“Grace Lindqvist” left it" in people.notice
    assert people.bridge.selection == people.seat("Purchasing")
    step = people.bridge.undo_step()
    assert edit_text(step.name, step.params) == "put “Ellen Brandt” into “Purchasing”"
    assert not lifting.is_on
    people.act("undo")
    assert accountable(people, "Purchasing") == "Grace Lindqvist"


def test_a_name_is_dropped_on_a_row_of_the_outline_and_esc_brings_the_people_back(
    people, mouse, qtbot
):
    people.act("outline")
    people.act("page-people")
    tree, steps = people.view.outline.tree, people.bridge.undo_step()
    people.view.findChild(Lifting).findChild(QTimer).setInterval(1)  # how long, others test
    lift(people, mouse, "Ellen Brandt")
    to_chart(people, mouse, qtbot)
    row = tree.row_rect(tree.rows.row_of(people.seat("Quality")))
    mouse.go(mouse.point(tree.viewport(), row.topLeft() + QPoint(60, 2)))
    assert tree.drag.caption == "Sits in Quality"  # nobody sits between two rows
    mouse.hold(Qt.Key.Key_Escape)
    assert people.view.page == "people"
    assert not tree.drag.is_on
    mouse.release()
    assert people.bridge.undo_step() == steps

    lift(people, mouse, "Ellen Brandt")
    to_chart(people, mouse, qtbot)
    mouse.go(mouse.point(people.view.chart, QPoint(5, 5)))
    mouse.release()
    assert people.view.page == "people"  # nothing was there to drop on
    assert people.bridge.undo_step() == steps

    lift(people, mouse, "Ellen Brandt")
    to_chart(people, mouse, qtbot)
    mouse.go(mouse.point(tree.viewport(), row.center()))
    mouse.release()
    assert accountable(people, "Quality") == "Ellen Brandt"
    assert people.view.page == "chart"


def test_by_keyboard_and_menu_the_same_is_chosen_from_a_list(people):
    page = people.view.people
    page.list.table.setFocus()
    page.list.table.mark_row(2)
    people.hand.press("Ctrl+Shift+M")
    people.hand.type("purch")
    people.hand.press("Return")
    people.answer("Take the seat over")
    assert accountable(people, "Purchasing") == "Ellen Brandt"
    step = people.bridge.undo_step()
    assert edit_text(step.name, step.params) == "put “Ellen Brandt” into “Purchasing”"
    menu = page.open_menu(QPoint(300, 300))
    next(a for a in menu.actions() if words_of(a).startswith("Give a seat")).trigger()
    menu.close()
    found = QApplication.activePopupWidget()
    assert found.heading.text() == "Give “Ellen Brandt” a seat"
    people.hand.type("quality")
    people.hand.press("Return")
    assert accountable(people, "Quality") == "Ellen Brandt"
    people.act("page-chart")
    people.act("give-seat")
    assert people.view.page == "people"
    QApplication.activePopupWidget().close()
