from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    MetricId,
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.ui.seat_panel.panel import TABS
from world import ON, finish_edit

SAME_LINE = 14
PROVIDER, OPEN, PERSON = "MSP", "Quality", "CEO"


def fill(desk):
    """Metrics in each seat, two reviews, and somebody who stands in for the open one."""
    for seat, occupant in ((PROVIDER, "Northbeam"), (PERSON, "Dana Whitfield")):
        desk.bridge.do(finish_edit(f"r{seat}", seat, occupant))
    for seat in (PROVIDER, OPEN, PERSON):
        for name in ("Patches", "Backups"):
            metric = Metric(MetricId(f"{name} of {seat}"), SeatId(seat), name=name, target=9.0)
            desk.bridge.do(add_metric(metric))
    dana = OccupantId("Dana Whitfield")
    desk.bridge.do(
        seat_occupant(SeatingId("x"), SeatId(OPEN), dana, role="stand_in", on=ON, since=ON)
    )


@pytest.fixture(params=[PROVIDER, OPEN, PERSON])
def panel(request, make_desk):
    """The panel on a seat, high enough that nothing scrolls, with everything unfolded."""
    desk = make_desk()
    fill(desk)
    desk.select(OPEN if request.param != OPEN else PERSON)
    desk.select(request.param)
    panel = desk.panel
    panel.resize(352, 2000)
    panel.seat_page.people.more.setChecked(True)
    panel.metrics_page.open_metric(panel.metrics_page.list.rows[0])
    desk.select(request.param)
    return panel


def round_trip(panel, key):
    """Every stop of a key from the title back to it."""
    panel.focus_title()
    found = [panel.header.title]
    for _step in range(200):
        QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        if now is found[0]:
            return found
        assert now not in found, now.accessibleName()
        found.append(now)
    raise AssertionError("the way never comes back")


def show(panel, tab):
    panel.show_tab(tab)
    settle()


def each_tab(panel):
    for tab in TABS:
        show(panel, tab)
        yield tab


def settle():
    for _round in range(4):
        QApplication.processEvents()


def test_the_tab_key_goes_as_the_eye_goes(panel):
    for tab in each_tab(panel):
        there = round_trip(panel, Qt.Key.Key_Tab)
        back = round_trip(panel, Qt.Key.Key_Backtab)
        assert there == [back[0], *back[:0:-1]]
        at = [stop.mapTo(panel, QPoint(0, 0)) for stop in there]
        for (one, where), (other, then) in pairwise(zip(there, at, strict=True)):
            pair = f"{tab}: {one.accessibleName()} before {other.accessibleName()}"
            if abs(where.y() - then.y()) < SAME_LINE:
                assert where.x() < then.x(), pair
            else:
                assert where.y() < then.y(), pair


def test_the_tab_key_misses_nothing(panel):
    for tab in each_tab(panel):
        stops = {
            stop
            for stop in panel.findChildren(QWidget)
            if stop.isVisible()
            and stop.isEnabled()
            and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert len(stops) >= 3, tab
        assert stops == set(round_trip(panel, Qt.Key.Key_Tab))


def test_whatever_can_be_used_has_a_name(panel):
    for tab in each_tab(panel):
        asked = 0
        for control in panel.findChildren(QWidget):
            used = control.focusPolicy() != Qt.FocusPolicy.NoFocus
            used = used or isinstance(control, QAbstractButton)
            if not used or not control.isVisible():
                continue
            heard = QAccessible.queryAccessibleInterface(control)
            name = heard.text(QAccessible.Text.Name)
            assert name, control
            if heard.role() == QAccessible.Role.ComboBox:
                # On some systems Qt tells what is chosen as the name of a list.
                assert control.accessibleName(), control
                assert control.accessibleName() in (name, heard.text(QAccessible.Text.Description))
            asked += 1
        assert asked >= 3, tab


def test_rows_on_show_later_are_in_the_way_of_the_key(make_desk):
    desk = make_desk()
    for number in range(25):
        metric = Metric(MetricId(f"m{number:02}"), SeatId(PROVIDER), name=f"Metric {number}")
        desk.bridge.do(add_metric(metric))
    desk.select(PROVIDER)
    page = desk.panel.metrics_page
    show(desk.panel, "metrics")
    page.list._more.click()
    names = [stop.accessibleName() for stop in round_trip(desk.panel, Qt.Key.Key_Tab)]
    places = [names.index(f"Metric {number}") for number in range(1, 26)]
    assert places == sorted(places)
    assert names.index("New metric") > places[-1]


def test_details_that_open_for_the_first_time_are_on_the_way_at_once(desk):
    people = desk.page.people
    people.more.setChecked(True)
    way = round_trip(desk.panel, Qt.Key.Key_Tab)
    after = desk.page.responsibilities.list.rows[0].text
    assert way.index(people.more) < way.index(people.details.name) < way.index(after)
