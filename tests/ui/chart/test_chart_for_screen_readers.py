import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from shiboken6 import delete

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.layouts import add_second_line, set_assistant
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId, SeatingId
from mspseat_desktop.ui.chart.accessible import install_accessibility

NAME = QAccessible.Text.Name


@pytest.fixture
def tree(desk):
    install_accessibility()
    return QAccessible.queryAccessibleInterface(desk.chart)


def names(item):
    return [item.child(number).text(NAME) for number in range(item.childCount())]


def test_the_chart_is_a_tree_of_named_seats(tree):
    assert tree.role() == QAccessible.Role.Tree
    lead = tree.child(0)
    assert lead.text(NAME) == "Lead, Open seat, reports to nobody, level 1"
    assert names(lead) == [
        "Finance, Open seat, reports to Lead, level 2",
        "Operations, Open seat, reports to Lead, level 2",
        "Sales, Open seat, reports to Lead, level 2",
    ]
    plant = lead.child(1).child(0)
    assert plant.text(NAME).startswith("Plant, ")
    assert plant.parent().text(NAME).startswith("Operations, ")
    assert plant.parent().indexOfChild(plant) == 0
    assert tree.indexOfChild(lead) == 0
    assert plant.role() == QAccessible.Role.TreeItem


def test_a_seat_says_who_holds_it_and_where_it_is_on_the_screen(desk, tree):
    desk.bridge.do(add_occupant(Occupant(OccupantId("o"), "Northbeam IT", "provider")))
    desk.bridge.do(seat_occupant(SeatingId("s"), "sales", OccupantId("o"), on="2026-10-14"))
    sales = tree.child(0).child(2)
    assert sales.text(NAME) == "Sales, Northbeam IT, Provider, reports to Lead, level 2"
    at = desk.chart.mapToGlobal(desk.point("sales"))
    assert sales.rect().contains(at)
    assert tree.childAt(at.x(), at.y()).text(NAME) == sales.text(NAME)


def test_second_lines_and_assistants_are_told(desk, tree):
    desk.bridge.do(add_second_line("l1", "sales", "operations", about="Planning"))
    desk.bridge.do(set_assistant("sales", assistant=True))
    lead = tree.child(0)
    assert lead.child(2).text(NAME) == (
        "Sales, Open seat, reports to Lead, assistant, "
        "also reports to Operations, Planning, level 2"
    )
    told = lead.child(1).text(QAccessible.Text.Description)
    assert told.startswith("2 reports; 1 second line to it")


def test_the_outcome_is_told_only_while_ratings_are_shown(desk, tree):
    desk.bridge.do(add_occupant(Occupant(OccupantId("o"), "Dana", "person")))
    desk.bridge.do(seat_occupant(SeatingId("s"), "sales", OccupantId("o"), on="2026-10-14"))
    sales = tree.child(0).child(2)
    assert "reviewed" not in sales.text(NAME)
    desk.bridge.hide_ratings(hidden=False)
    assert sales.text(NAME).endswith("Not reviewed yet")


def test_the_selected_seat_has_the_keyboard(desk, tree):
    desk.bridge.select("sales")
    sales = tree.child(0).child(2)
    assert sales.state().selected
    assert sales.state().focused
    assert tree.focusChild().text(NAME) == sales.text(NAME)
    assert not tree.child(0).state().selected


def test_a_seat_that_is_gone_is_no_longer_valid(desk, tree):
    sales = tree.child(0).child(2)
    desk.bridge.do(delete_seat("sales", reports="lift", on="2026-10-14"))
    assert not sales.isValid()
    assert sales.text(NAME) == ""
    assert sales.parent() is None
    desk.bridge.undo()
    assert sales.isValid()


def test_what_lies_on_the_canvas_is_in_the_tree_too(tree):
    assert any(
        "100 %" in name for part in range(1, tree.childCount()) for name in names(tree.child(part))
    )


def test_nothing_of_the_tree_outlives_the_chart(desk):
    install_accessibility()
    tree = QAccessible.queryAccessibleInterface(desk.chart)
    kept = [tree.child(0), tree.child(0).child(0)]
    for item in kept:
        QAccessible.uniqueId(item)
    chart, desk.chart = desk.chart, None
    chart.close()
    delete(chart)
    del chart, tree
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    from shiboken6 import isValid

    assert not any(isValid(item) for item in kept)
