"""A seat as an item of a tree for screen readers, whichever widget shows the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAccessible, QAccessibleInterface

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.outline.tree import OutlineTree

# Qt takes None for "there is none"; PySide6's stubs promise an object always.
NO_ITEM = cast("QAccessibleInterface", None)
NO_OBJECT = cast("QObject", None)
NO_WINDOW = cast("QWindow", None)


class SeatItem(QAccessibleInterface):
    """One seat, known by its id; no longer valid once the tree does not have it any more.

    A tree says by `shown_by`, `item_of`, `reports` and `whole` what it is made of.
    """

    def __init__(self, seat: SeatId) -> None:
        super().__init__()
        self.seat = seat

    def shown_by(self) -> ChartView | OutlineTree | None:
        """Return the widget as long as it has the seat."""
        raise NotImplementedError

    def item_of(self, seat: SeatId) -> SeatItem:
        """Return the one interface of another seat."""
        raise NotImplementedError

    def whole(self) -> QAccessibleInterface:
        """Return the tree."""
        raise NotImplementedError

    def reports(self) -> tuple[SeatId, ...]:
        """Return the seats below this one that the widget shows."""
        raise NotImplementedError

    def isValid(self) -> bool:
        """Say whether the seat is still in the tree."""
        return self.shown_by() is not None

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
        if widget is None:
            return NO_ITEM
        above = widget.bridge.client.seat(self.seat).parent
        return self.whole() if above is None else self.item_of(above)

    def childCount(self) -> int:
        """Count the reports."""
        return len(self.reports())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a report."""
        reports = self.reports()
        return self.item_of(reports[index]) if 0 <= index < len(reports) else NO_ITEM

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
        return QAccessible.Role.TreeItem

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a title is typed in its field."""
