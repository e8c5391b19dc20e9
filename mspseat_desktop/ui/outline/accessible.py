"""The outline for screen readers: the whole chart as a tree, each row made when asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.spoken import folded_words
from mspseat_desktop.ui.clipboard.cut import Cut
from mspseat_desktop.ui.outline.look import spoken_row
from mspseat_desktop.ui.outline.tree import OutlineTree
from mspseat_desktop.ui.spoken_news import spoken_tree
from mspseat_desktop.ui.spoken_tree import SeatItem, SpokenSeats, SpokenTree

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId


class AccessibleOutline(SpokenTree):
    """The list: its children are the roots, then the title that is being typed over.

    Rows that are folded away, or left out by the filter, are left out here too. It does not keep
    the list alive; Qt deletes it together with the list.
    """

    def __init__(self, tree: OutlineTree, seats: SpokenSeats) -> None:
        super().__init__(tree, _("Outline of seats"), seats)

    def roots(self) -> tuple[SeatId, ...]:
        """Return the listed seats that report to nobody."""
        return _listed_reports(_tree_of(self.seats), None)

    def fields(self) -> list[QObject]:
        """Return the field that is open for typing."""
        tree = _tree_of(self.seats)
        field = tree.renaming.field if tree is not None else None
        return [field] if field is not None else []

    def seat_under(self, at: QPoint) -> SeatId | None:
        """Return the seat whose row is at a point of the screen."""
        tree = _tree_of(self.seats)
        if tree is None:
            return None
        inside = tree.viewport().mapFromGlobal(at)
        return tree.seat_at(inside) if tree.viewport().rect().contains(inside) else None


class AccessibleRow(SeatItem):
    """One row of the outline."""

    @property
    def _tree(self) -> OutlineTree | None:
        tree = _tree_of(self.seats)
        return tree if tree is not None and _stands(tree.bridge.client, self.seat) else None

    def shown_by(self) -> OutlineTree | None:
        """Return the list as long as the seat is in the chart."""
        return self._tree

    def reports(self) -> tuple[SeatId, ...]:
        """Return the listed reports."""
        return _listed_reports(self._tree, self.seat)

    def rect(self) -> QRect:
        """Return where the row is on the screen."""
        tree = self._tree
        row = tree.rows.row_of(self.seat) if tree is not None else -1
        if tree is None or row < 0:
            return QRect()
        place = tree.row_rect(row)
        return QRect(tree.viewport().mapToGlobal(place.topLeft()), place.size())

    def name(self) -> str:
        """Return what the row says, the outcome unless ratings are hidden, and what it hides."""
        tree = self._tree
        if tree is None:
            return ""
        client = tree.bridge.client
        said = spoken_row(client, self.seat, rated=not tree.bridge.ratings_hidden)
        cut = Cut.of(tree.bridge).words(self.seat)
        return ", ".join(filter(None, [said, cut, folded_words(self.folded_away())]))

    def folded_away(self) -> int:
        """Return how many seats lie folded away below this one."""
        tree = self._tree
        if tree is None or tree.rows.is_open(self.seat):
            return 0
        return len(tree.bridge.client.branch(self.seat)) - 1

    def is_in_sight(self) -> bool:
        """Say whether a part of the row is in the list's window."""
        tree = self._tree
        row = tree.rows.row_of(self.seat) if tree is not None else -1
        if tree is None or row < 0:
            return False
        return tree.row_rect(row).intersects(tree.viewport().rect())


def _tree_of(seats: SpokenSeats) -> OutlineTree | None:
    widget = seats.widget
    return widget if isinstance(widget, OutlineTree) else None


def _stands(client: Client, seat: SeatId) -> bool:
    record = client.find(Seat, seat)
    return record is not None and not record.closed_on


def _listed_reports(tree: OutlineTree | None, seat: SeatId | None) -> tuple[SeatId, ...]:
    """Return the listed reports of a seat, the roots for None."""
    if tree is None or (seat is not None and not tree.rows.is_open(seat)):
        return ()
    found = tree.bridge.client.children(seat)
    # Without a filter each seat whose parent is listed open has a row of its own.
    return tuple(s for s in found if tree.rows.fits is None or tree.rows.row_of(s) >= 0)


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, OutlineTree):
        return None
    return spoken_tree(
        widget, whole=lambda seats: AccessibleOutline(widget, seats), item=AccessibleRow
    )


@cache
def install_outline_accessibility() -> None:
    """Tell Qt how to describe outlines to screen readers; to be called once at start."""
    QAccessible.installFactory(_make)
