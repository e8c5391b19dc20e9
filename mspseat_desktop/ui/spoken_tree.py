"""Seats as a tree for screen readers, whichever widget shows them: one item for each seat."""

from __future__ import annotations

import sys
import weakref
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.outline.tree import OutlineTree

# Qt takes None for "there is none"; PySide6's stubs promise an object always.
NO_ITEM = cast("QAccessibleInterface", None)
NO_OBJECT = cast("QObject", None)
NO_WINDOW = cast("QWindow", None)

# Qt makes a table cell of a TreeItem there, and readers say what is inside a cell instead of it.
ITEM_ROLE = QAccessible.Role.ListItem if sys.platform == "linux" else QAccessible.Role.TreeItem


class SpokenSeats:
    """The items of a widget's seats, one each, made when somebody asks.

    Qt may make more than one interface for a widget, since PySide gives a class another metaobject
    with each new slot: all of them share these. The widget is not kept alive.
    """

    def __init__(
        self, widget: ChartView | OutlineTree, make: Callable[[SpokenSeats, SeatId], SeatItem]
    ) -> None:
        self._widget = weakref.ref(widget)
        self._make = make
        self._items: dict[SeatId, SeatItem] = {}

    @property
    def widget(self) -> ChartView | OutlineTree | None:
        """The widget as long as it is there."""
        widget = self._widget()
        return widget if widget is not None and isValid(widget) else None

    @property
    def known(self) -> tuple[SeatId, ...]:
        """The seats that somebody asked for, those that are gone included."""
        return tuple(self._items)

    def item(self, seat: SeatId) -> SeatItem:
        """Return the one interface of a seat."""
        found = self._items.get(seat)
        if found is None:
            found = self._items[seat] = self._make(self, seat)
        return found

    def known_item(self, seat: SeatId, *, gone: bool = False) -> SeatItem | None:
        """Return the interface of a seat that somebody asked for, even one that is `gone`."""
        found = self._items.get(seat)
        return found if found is not None and (gone or found.isValid()) else None

    def let_go(self) -> None:
        """Take every item out of Qt's hands before Python forgets it."""
        items, self._items = self._items, {}
        for item in items.values():
            if isValid(item):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))


class SpokenTree(QAccessibleWidget):
    """A widget of seats: its children are the roots, then the widgets that lie on it.

    A widget says by `roots`, `fields` and `seat_under` what it is made of.
    """

    def __init__(self, widget: ChartView | OutlineTree, name: str, seats: SpokenSeats) -> None:
        super().__init__(widget, QAccessible.Role.Tree, name)
        self.seats = seats

    def roots(self) -> tuple[SeatId, ...]:
        """Return the seats at the top that the widget shows."""
        raise NotImplementedError

    def fields(self) -> list[QObject]:
        """Return the widgets that lie on it."""
        raise NotImplementedError

    def seat_under(self, at: QPoint) -> SeatId | None:
        """Return the seat at a point of the screen."""
        raise NotImplementedError

    def childCount(self) -> int:
        """Count the roots and the widgets."""
        return len(self.roots()) + len(self.fields())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a root or a widget."""
        roots, fields = self.roots(), self.fields()
        if 0 <= index < len(roots):
            return self.seats.item(roots[index])
        at = index - len(roots)
        inside = 0 <= at < len(fields)
        return QAccessible.queryAccessibleInterface(fields[at]) if inside else NO_ITEM

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where a root or a widget stands, -1 if it is neither."""
        roots, fields = self.roots(), self.fields()
        if isinstance(child, SeatItem):
            return roots.index(child.seat) if child.seat in roots else -1
        found = child.object()
        return len(roots) + fields.index(found) if found in fields else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the seat at a point of the screen."""
        seat = self.seat_under(QPoint(x, y))
        return self.seats.item(seat) if seat is not None else NO_ITEM

    def focusChild(self) -> QAccessibleInterface:
        """Return the seat that the keyboard is at."""
        widget = self.seats.widget
        seat = widget.bridge.selection if widget is not None and widget.hasFocus() else None
        item = self.seats.item(seat) if seat is not None else None
        return item if item is not None and item.isValid() else NO_ITEM

    def state(self) -> QAccessible.State:
        """Return that more than one seat can be selected, beside what is true of every widget."""
        state = super().state()
        state.multiSelectable = True
        return state


class SeatItem(QAccessibleInterface):
    """One seat, known by its id; no longer valid once the tree does not have it any more.

    A tree says by the methods that are left open here what it knows of the seat.
    """

    def __init__(self, seats: SpokenSeats, seat: SeatId) -> None:
        super().__init__()
        self.seats, self.seat = seats, seat
        self._leaves: QAccessibleInterface | None = None
        self._said: str | None = None

    def shown_by(self) -> ChartView | OutlineTree | None:
        """Return the widget as long as it has the seat."""
        raise NotImplementedError

    def reports(self) -> tuple[SeatId, ...]:
        """Return the seats below this one that the widget shows."""
        raise NotImplementedError

    def name(self) -> str:
        """Return what is said of a seat that is there."""
        raise NotImplementedError

    def folded_away(self) -> int:
        """Return how many seats the seat hides."""
        raise NotImplementedError

    def is_in_sight(self) -> bool:
        """Say whether a seat that is there can be seen."""
        raise NotImplementedError

    def is_named_anew(self) -> bool:
        """Say whether somebody was told another name than the one that it has now."""
        return self._said is not None and self.isValid() and self._said != self.name()

    def leave(self, parent: SeatId | None) -> None:
        """Tell that the seat is no longer below another one, None for the top."""
        above = None if parent is None else self.seats.known_item(parent)
        self._leaves = self._whole() if parent is None else above
        if self._leaves is not None:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.ObjectDestroyed)
            )
            self._leaves = None

    def isValid(self) -> bool:
        """Say whether the seat is still in the tree."""
        return self._leaves is not None or self.shown_by() is not None

    def object(self) -> QObject:
        """Return None: a seat is no widget."""
        return NO_OBJECT

    def window(self) -> QWindow:
        """Return the window that shows the tree."""
        widget = self.shown_by()
        return NO_WINDOW if widget is None else widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the seat that this one reports to, or the tree."""
        widget = self.shown_by()
        if self._leaves is not None:
            return self._leaves
        if widget is None:
            return NO_ITEM
        above = widget.bridge.client.seat(self.seat).parent
        return self._whole() if above is None else self.seats.item(above)

    def childCount(self) -> int:
        """Count the reports."""
        return len(self.reports())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a report."""
        reports = self.reports()
        return self.seats.item(reports[index]) if 0 <= index < len(reports) else NO_ITEM

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return None: reports do not lie inside a seat."""
        return NO_ITEM

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which report that is, -1 for none."""
        reports = self.reports()
        if isinstance(child, SeatItem) and child.seat in reports:
            return reports.index(child.seat)
        return -1

    def role(self) -> QAccessible.Role:
        """Return that a seat is an item of the tree."""
        return ITEM_ROLE

    def text(self, kind: QAccessible.Text) -> str:
        """Return the seat's name; nothing once it is gone."""
        if kind != QAccessible.Text.Name or self.shown_by() is None:
            return ""
        self._said = self.name()
        return self._said

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a title is typed in its field."""

    def state(self) -> QAccessible.State:
        """Return whether the seat is selected, open, in sight, and has the keyboard."""
        state = QAccessible.State()
        widget = self.shown_by()
        if widget is None:
            state.invalid = True
            return state
        bridge = widget.bridge
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.seat in bridge.chosen
        state.focused = bridge.selection == self.seat and widget.hasFocus()
        state.expandable = bool(bridge.client.children(self.seat))
        state.expanded = state.expandable and not self.folded_away()
        state.collapsed = state.expandable and not state.expanded
        state.offscreen = not self.is_in_sight()
        return state

    def _whole(self) -> QAccessibleInterface:
        widget = self.seats.widget
        return NO_ITEM if widget is None else QAccessible.queryAccessibleInterface(widget)
