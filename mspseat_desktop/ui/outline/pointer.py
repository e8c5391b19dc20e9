"""What the mouse does in the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.chart.load import Branches

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.outline.tree import OutlineTree

LEFT = Qt.MouseButton.LeftButton


class OutlinePointer:
    """Chooses, folds, renames and drags rows."""

    def __init__(self, tree: OutlineTree, bridge: Bridge) -> None:
        self._tree, self._bridge = tree, bridge
        self._pressed: tuple[SeatId, QPoint] | None = None
        self._holds_control = False

    def press(self, event: QMouseEvent) -> None:
        """Select a row, fold or unfold by its arrow, or begin to drag."""
        tree = self._tree
        at = event.position().toPoint()
        seat = tree.seat_at(at)
        if seat is None or not self._bridge.client.has(Seat, seat):
            return
        row = tree.row_at(at)
        arrow = tree.place_of(row, tree.rows.depths[row]).arrow
        if event.button() == LEFT and tree.rows.has_reports(seat) and arrow.contains(at):
            if not tree.rows.is_filtered:
                tree.rows.folding.turn(seat)
            return
        held = event.modifiers()
        if event.button() == LEFT and held & Qt.KeyboardModifier.ShiftModifier:
            tree.choose_to(row)
            return
        # One of several stays among them until the button is let go: they may be dragged.
        if seat not in self._bridge.chosen and not held & Qt.KeyboardModifier.ControlModifier:
            self._bridge.select(seat)
        if event.button() == LEFT:
            self._pressed = seat, at

    def move(self, event: QMouseEvent) -> None:
        """Carry a branch, or show which row is under the pointer."""
        tree = self._tree
        at = event.position().toPoint()
        self._holds_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if tree.drag.is_on:
            tree.drag.move(at)
            return
        if self._pressed is not None and event.buttons() & LEFT:
            seat, start = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                if seat not in self._bridge.chosen:
                    self._bridge.select(seat)
                held = Branches(self._bridge, seat, copies=lambda: self._holds_control)
                tree.drag.start(held, at)
            return
        tree.hover(tree.row_at(at))

    def release(self, event: QMouseEvent) -> None:
        """Drop what is in hand; a mere click chooses one seat, with Ctrl one beside the others."""
        tree = self._tree
        pressed, self._pressed = self._pressed, None
        beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._holds_control = beside
        if tree.drag.is_on and event.button() == LEFT:
            tree.drag.move(event.position().toPoint())
            tree.drag.release()
        elif pressed is not None and self._bridge.client.has(Seat, pressed[0]):
            if beside:
                self._bridge.toggle(pressed[0])
            else:
                self._bridge.select(pressed[0])

    def double_click(self, event: QMouseEvent) -> None:
        """Rename on a double click, as in the chart."""
        tree = self._tree
        at = event.position().toPoint()
        seat, row = tree.seat_at(at), tree.row_at(at)
        if seat is None or event.button() != LEFT:
            return
        arrow = tree.place_of(row, tree.rows.depths[row]).arrow
        if tree.rows.has_reports(seat) and arrow.contains(at):
            self.press(event)
        else:
            self._pressed = None
            tree.renaming.start(seat)
