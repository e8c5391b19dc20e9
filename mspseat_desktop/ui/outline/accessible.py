"""The outline for screen readers: the whole chart as a tree, each row made when asked for."""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.outline.look import spoken_row
from mspseat_desktop.ui.outline.tree import OutlineTree
from mspseat_desktop.ui.spoken_tree import NO_ITEM, SeatItem

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId


class AccessibleOutline(QAccessibleWidget):
    """The list: its children are the roots, then the title that is being typed over.

    Rows that are folded away, or left out by the filter, are left out here too. It does not keep
    the list alive; Qt deletes it together with the list.
    """

    def __init__(self, tree: OutlineTree) -> None:
        super().__init__(tree, QAccessible.Role.Tree, _("Outline of seats"))
        self._tree = weakref.ref(tree)
        self._rows: dict[SeatId, AccessibleRow] = {}

    @property
    def tree(self) -> OutlineTree | None:
        """The list as long as it is there."""
        tree = self._tree()
        return tree if tree is not None and isValid(tree) else None

    def row(self, seat: SeatId) -> AccessibleRow:
        """Return the one interface of a row."""
        found = self._rows.get(seat)
        if found is None:
            found = self._rows[seat] = AccessibleRow(self, seat)
        return found

    def reports(self, seat: SeatId | None) -> tuple[SeatId, ...]:
        """Return the listed reports of a seat, the roots for None."""
        tree = self.tree
        if tree is None or (seat is not None and not tree.rows.is_open(seat)):
            return ()
        found = tree.bridge.client.children(seat)
        return tuple(each for each in found if _is_listed(tree, each))

    def childCount(self) -> int:
        """Count the roots and the field that is open for typing."""
        return len(self.reports(None)) + len(self._fields())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a root or the field."""
        roots, fields = self.reports(None), self._fields()
        if 0 <= index < len(roots):
            return self.row(roots[index])
        at = index - len(roots)
        inside = 0 <= at < len(fields)
        return QAccessible.queryAccessibleInterface(fields[at]) if inside else NO_ITEM

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where a root or the field stands, -1 if it is neither."""
        roots, fields = self.reports(None), self._fields()
        if isinstance(child, AccessibleRow):
            return roots.index(child.seat) if child.seat in roots else -1
        found = child.object()
        return len(roots) + fields.index(found) if found in fields else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the row at a point of the screen."""
        tree = self.tree
        if tree is None:
            return NO_ITEM
        at = tree.viewport().mapFromGlobal(QPoint(x, y))
        seat = tree.seat_at(at) if tree.viewport().rect().contains(at) else None
        return self.row(seat) if seat is not None else NO_ITEM

    def focusChild(self) -> QAccessibleInterface:
        """Return the row that the keyboard is at."""
        tree = self.tree
        seat = tree.bridge.selection if tree is not None and tree.hasFocus() else None
        return self.row(seat) if seat is not None else NO_ITEM

    def tell_selection(self, seat: SeatId | None) -> None:
        """Tell the screen reader which row has the keyboard now."""
        tree = self.tree
        if tree is None or seat is None or not QAccessible.isActive() or not tree.isVisible():
            return
        item = self.row(seat)
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Selection))
        if tree.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    def let_go(self) -> None:
        """Take every row's interface out of Qt's hands before Python forgets it."""
        rows, self._rows = self._rows, {}
        for row in rows.values():
            if isValid(row):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(row))

    def _fields(self) -> list[QObject]:
        tree = self.tree
        field = tree.renaming.field if tree is not None else None
        return [field] if field is not None else []


class AccessibleRow(SeatItem):
    """One row of the outline."""

    def __init__(self, whole: AccessibleOutline, seat: SeatId) -> None:
        super().__init__(seat)
        self._whole = whole

    @property
    def _tree(self) -> OutlineTree | None:
        tree = self._whole.tree
        return tree if tree is not None and _stands(tree.bridge.client, self.seat) else None

    def shown_by(self) -> OutlineTree | None:
        """Return the list as long as the seat is in the chart."""
        return self._tree

    def item_of(self, seat: SeatId) -> SeatItem:
        """Return the one interface of another row."""
        return self._whole.row(seat)

    def whole(self) -> QAccessibleInterface:
        """Return the list."""
        return self._whole

    def reports(self) -> tuple[SeatId, ...]:
        """Return the listed reports."""
        return () if self._tree is None else self._whole.reports(self.seat)

    def rect(self) -> QRect:
        """Return where the row is on the screen."""
        tree = self._tree
        row = tree.rows.row_of(self.seat) if tree is not None else -1
        if tree is None or row < 0:
            return QRect()
        place = tree.row_rect(row)
        return QRect(tree.viewport().mapToGlobal(place.topLeft()), place.size())

    def text(self, kind: QAccessible.Text) -> str:
        """Return title, occupant, level, outcome unless ratings are hidden, count of reports."""
        tree = self._tree
        if tree is None or kind != QAccessible.Text.Name:
            return ""
        bridge = tree.bridge
        return spoken_row(bridge.client, self.seat, rated=not bridge.ratings_hidden)

    def state(self) -> QAccessible.State:
        """Return whether the row is selected, open, in sight, and has the keyboard."""
        state = QAccessible.State()
        tree = self._tree
        if tree is None:
            state.invalid = True
            return state
        selected = tree.bridge.selection == self.seat
        state.focusable = state.selectable = True
        state.selected = selected
        state.focused = selected and tree.hasFocus()
        if tree.rows.has_reports(self.seat):
            state.expandable = True
            state.expanded = tree.rows.is_open(self.seat)
            state.collapsed = not state.expanded
        row = tree.rows.row_of(self.seat)
        state.offscreen = row < 0 or not tree.row_rect(row).intersects(tree.viewport().rect())
        return state


def _stands(client: Client, seat: SeatId) -> bool:
    record = client.find(Seat, seat)
    return record is not None and not record.closed_on


def _is_listed(tree: OutlineTree, seat: SeatId) -> bool:
    """Whether a seat whose parent is listed open has a row of its own."""
    return tree.rows.fits is None or tree.rows.row_of(seat) >= 0


_alive: dict[int, AccessibleOutline] = {}
"""Qt holds no reference that Python counts, so the interfaces of living lists are kept here."""


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, OutlineTree):
        return None
    made = AccessibleOutline(widget)
    key = id(made)
    _alive[key] = made
    widget.bridge.selected.connect(made.tell_selection)

    def end() -> None:
        widget_gone = _alive.pop(key, None)
        if widget_gone is not None:
            widget_gone.let_go()

    widget.destroyed.connect(end)
    return made


@cache
def install_outline_accessibility() -> None:
    """Tell Qt how to describe outlines to screen readers; to be called once at start."""
    QAccessible.installFactory(_make)
