import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from shiboken6 import delete

from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat
from mspseat_desktop.domain.edits.layouts import add_second_line, set_assistant
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId, SeatingId
from mspseat_desktop.ui.chart.accessible import AccessibleChart, install_accessibility
from mspseat_desktop.ui.screen_readers import tell_part
from mspseat_desktop.ui.spoken_tree import ITEM_ROLE

NAME = QAccessible.Text.Name
EVENT = QAccessible.Event


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
    assert plant.role() == ITEM_ROLE


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


@pytest.fixture
def told(monkeypatch):
    """What goes out to the desktop's readers: kind of event and what is said, in order."""
    heard = []

    def hear(event):
        item = event.accessibleInterface()
        words = event.message() if event.type() == EVENT.Announcement else item.text(NAME)
        heard.append((event.type(), words.split(",")[0]))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    return heard


def test_each_change_is_told_once_and_only_of_what_it_touched(desk, tree, told):
    again = AccessibleChart(desk.chart, tree.seats)  # as Qt wants one for another metaobject
    lead = again.child(0)
    assert lead.text(NAME).startswith("Lead")
    assert names(lead) == names(tree.child(0))
    desk.bridge.select("sales")
    assert told == [(EVENT.Selection, "Sales"), (EVENT.Focus, "Sales")]
    told.clear()
    desk.bridge.toggle("finance")
    assert lead.child(0).state().selected
    assert lead.child(2).state().selected
    assert tree.state().multiSelectable
    assert (EVENT.Focus, "Finance") in told
    assert told[-1] == (EVENT.SelectionAdd, "Sales")
    desk.bridge.select("finance")
    assert told[-1] == (EVENT.SelectionRemove, "Sales")
    told.clear()
    desk.bridge.do(rename_seat("lead", "Head"))
    changed = [words for kind, words in told if kind == EVENT.NameChanged]
    assert sorted(changed) == ["Finance", "Head", "Operations", "Sales"]
    told.clear()
    desk.bridge.do(add_occupant(Occupant(OccupantId("o"), "Dana", "person")))
    desk.bridge.do(seat_occupant(SeatingId("s"), "sales", OccupantId("o"), on="2026-10-14"))
    assert told == [(EVENT.NameChanged, "Sales")]


def test_seats_that_come_and_go_and_what_is_folded_away_are_told(desk, tree, told):
    operations = tree.child(0).child(1)
    names(operations)
    desk.bridge.do(delete_seat("sales", reports="lift", on="2026-10-14"))
    desk.bridge.undo()
    sales = [kind for kind, words in told if words in ("Sales", "")]
    assert EVENT.ObjectDestroyed not in sales  # nobody had asked for it
    tree.child(0).child(2).text(NAME)
    told.clear()
    desk.bridge.do(delete_seat("sales", reports="lift", on="2026-10-14"))
    assert told[0][0] == EVENT.ObjectDestroyed
    desk.bridge.undo()
    assert (EVENT.ObjectCreated, "Sales") in told
    desk.bridge.select("operations")
    told.clear()
    desk.chart.folding.turn("operations")
    assert [kind for kind, words in told] == [EVENT.Announcement]
    assert "folded away" in told[0][1]
    assert operations.text(NAME).endswith(told[0][1])
    assert operations.state().collapsed
    told.clear()
    desk.chart.folding.turn("operations")
    assert told == [(EVENT.Announcement, "Unfolded")]


def test_nothing_is_told_while_nobody_listens(desk, tree, told, monkeypatch):
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: False))
    names(tree.child(0))
    desk.bridge.select("sales")
    desk.bridge.do(rename_seat("lead", "Head"))
    desk.chart.folding.turn("lead")
    assert told == []


@pytest.mark.usefixtures("tree")
def test_coming_back_to_the_chart_tells_the_seat(desk, told):
    desk.bridge.select("sales")
    told.clear()
    tell_part(desk.chart)
    assert told == [(EVENT.Focus, "Sales")]
