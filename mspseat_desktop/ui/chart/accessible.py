"""The chart for screen readers: a tree of named seats, each made when somebody asks for it."""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from mspseat_desktop.domain.records import Seat, SecondLine
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.spoken import spoken_details, spoken_name
from mspseat_desktop.ui.chart.view import ChartView
from mspseat_desktop.ui.spoken_tree import NO_ITEM, SeatItem

if TYPE_CHECKING:
    from mspseat_desktop.editing.session import News


class AccessibleChart(QAccessibleWidget):
    """The canvas: its children are the roots, then the widgets that lie on it.

    It does not keep the chart alive; Qt deletes it together with the chart.
    """

    def __init__(self, chart: ChartView) -> None:
        super().__init__(chart, QAccessible.Role.Tree, _("Chart of seats"))
        self._chart = weakref.ref(chart)
        self._seats: dict[SeatId, AccessibleSeat] = {}

    @property
    def chart(self) -> ChartView | None:
        """The chart as long as it is there."""
        chart = self._chart()
        return chart if chart is not None and isValid(chart) else None

    def seat(self, seat: SeatId) -> AccessibleSeat:
        """Return the one interface of a seat."""
        found = self._seats.get(seat)
        if found is None:
            found = self._seats[seat] = AccessibleSeat(self, seat)
        return found

    def childCount(self) -> int:
        """Count the roots and the widgets on the canvas."""
        return len(self._roots()) + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a root or a widget."""
        roots, widgets = self._roots(), self._widgets()
        if 0 <= index < len(roots):
            return self.seat(roots[index])
        at = index - len(roots)
        return (
            QAccessible.queryAccessibleInterface(widgets[at]) if 0 <= at < len(widgets) else NO_ITEM
        )

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where a root or a widget stands, -1 if it is neither."""
        roots, widgets = self._roots(), self._widgets()
        if isinstance(child, AccessibleSeat):
            return roots.index(child.seat) if child.seat in roots else -1
        found = child.object()
        return len(roots) + widgets.index(found) if found in widgets else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is at a point of the screen."""
        chart = self.chart
        if chart is None:
            return NO_ITEM
        at = chart.mapFromGlobal(QPoint(x, y))
        widget = chart.childAt(at)
        if widget is not None:
            return QAccessible.queryAccessibleInterface(widget)
        seat = chart.seat_at(QPointF(at))
        return self.seat(seat) if seat is not None else NO_ITEM

    def focusChild(self) -> QAccessibleInterface:
        """Return the selected seat while the canvas has the keyboard."""
        chart = self.chart
        if chart is None or chart.selected_seat is None or not chart.hasFocus():
            return NO_ITEM
        return self.seat(chart.selected_seat)

    def tell_selection(self, seat: SeatId | None) -> None:
        """Tell the screen reader which seat has the keyboard now."""
        chart = self.chart
        if chart is None or seat is None or seat not in chart.scene or not QAccessible.isActive():
            return
        item = self.seat(seat)
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Selection))
        if chart.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    def tell_change(self, news: News) -> None:
        """Tell the screen reader which seats have another name or place."""
        chart = self.chart
        if chart is None or not QAccessible.isActive():
            return
        lines = (line for pair in news.change.of(SecondLine) for line in pair if line)
        for seat in news.change.touched(Seat) | {line.seat for line in lines}:
            item = self._seats.get(SeatId(seat))
            if item is not None and item.isValid():
                event = QAccessibleEvent(item, QAccessible.Event.NameChanged)
                QAccessible.updateAccessibility(event)

    def let_go(self) -> None:
        """Take every seat's interface out of Qt's hands before Python forgets it."""
        seats, self._seats = self._seats, {}
        for seat in seats.values():
            if isValid(seat):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(seat))

    def _roots(self) -> tuple[SeatId, ...]:
        chart = self.chart
        return () if chart is None else chart.scene.client.children(None)

    def _widgets(self) -> list[QObject]:
        chart = self.chart
        children = [] if chart is None else chart.children()
        return [child for child in children if isinstance(child, QWidget) and child.isVisible()]


class AccessibleSeat(SeatItem):
    """One seat of the chart."""

    def __init__(self, whole: AccessibleChart, seat: SeatId) -> None:
        super().__init__(seat)
        self._whole = whole

    @property
    def _chart(self) -> ChartView | None:
        chart = self._whole.chart
        return chart if chart is not None and self.seat in chart.scene else None

    def shown_by(self) -> ChartView | None:
        """Return the chart as long as it has the seat."""
        return self._chart

    def item_of(self, seat: SeatId) -> SeatItem:
        """Return the one interface of another seat."""
        return self._whole.seat(seat)

    def whole(self) -> QAccessibleInterface:
        """Return the chart."""
        return self._whole

    def reports(self) -> tuple[SeatId, ...]:
        """Return the reports, none for a folded seat."""
        chart = self._chart
        if chart is None or chart.folding.is_folded(self.seat):
            return ()
        return chart.scene.client.children(self.seat)

    def rect(self) -> QRect:
        """Return where the card is on the screen."""
        chart = self._chart
        if chart is None:
            return QRect()
        card = chart.card_rect(self.seat)
        return QRect(chart.mapToGlobal(card.topLeft()), card.size())

    def text(self, kind: QAccessible.Text) -> str:
        """Return the seat's name, or what else can be said about it."""
        chart = self._chart
        if chart is None:
            return ""
        scene = chart.scene
        if kind == QAccessible.Text.Name:
            looks, ways = chart.frame.looks(self.seat), chart.frame.ways(self.seat)
            rated = scene.rated
            return spoken_name(scene.client, self.seat, rated=rated, looks=looks, ways=ways)
        if kind == QAccessible.Text.Description:
            on = scene.today() if scene.today else ""
            return spoken_details(scene.client, self.seat, on=on)
        return ""

    def state(self) -> QAccessible.State:
        """Return whether the seat is selected, has the keyboard, and is in view."""
        state = QAccessible.State()
        chart = self._chart
        if chart is None:
            state.invalid = True
            return state
        is_selected = chart.selected_seat == self.seat
        state.focusable = state.selectable = True
        state.selected = is_selected
        state.focused = is_selected and chart.hasFocus()
        state.expandable = bool(chart.scene.client.children(self.seat))
        state.collapsed = chart.folding.is_folded(self.seat)
        state.expanded = state.expandable and not state.collapsed
        state.offscreen = not chart.card_rect(self.seat).intersects(chart.rect())
        return state


_alive: dict[int, AccessibleChart] = {}
"""Qt holds no reference that Python counts, so the interfaces of living charts are kept here."""


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, ChartView):
        return None
    made = AccessibleChart(widget)
    key = id(made)
    _alive[key] = made
    widget.bridge.selected.connect(made.tell_selection)
    widget.bridge.changed.connect(made.tell_change)

    def end() -> None:
        widget_gone = _alive.pop(key, None)
        if widget_gone is not None:
            widget_gone.let_go()

    widget.destroyed.connect(end)
    return made


@cache
def install_accessibility() -> None:
    """Tell Qt how to describe charts to screen readers; to be called once at start."""
    QAccessible.installFactory(_make)
