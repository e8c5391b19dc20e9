"""The list itself: painted row by row, so that what is out of sight costs nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.ui.chart.commands import SeatCommands
from mspseat_desktop.ui.chart.rename import Renaming
from mspseat_desktop.ui.clipboard.cut import Cut
from mspseat_desktop.ui.outline.drag import OutlineDrag
from mspseat_desktop.ui.outline.keys import OutlineKeys
from mspseat_desktop.ui.outline.look import look_of, spoken_row
from mspseat_desktop.ui.outline.places import Spot
from mspseat_desktop.ui.outline.pointer import OutlinePointer
from mspseat_desktop.ui.outline.row_painter import EDGE, INDENT, ROW, RowPainter, RowPlace, RowState
from mspseat_desktop.ui.widgets import paint_focus_ring, tip_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.outline.rows import Rows
    from mspseat_desktop.ui.theme import Theme

FOLLOW_MS = 40
"""After an edit, until the rows on show are compared with what they say now: the chart first."""
TITLE_TYPE = 13


class OutlineTree(QAbstractScrollArea):
    """The chart as a list of rows; the selected seat is the row that the keyboard is at.

    `commands` holds what keys and menus do to the selected seat. `context_menu_wanted` carries a
    SeatId or None and a point on the screen, `delete_wanted` a seat that has reports, `entered` a
    seat to go to in the chart; `left` asks for the way back there, `moved` tells of rows elsewhere.
    """

    delete_wanted = Signal(object)
    context_menu_wanted = Signal(object, QPoint)
    entered = Signal(object)
    left = Signal()
    moved = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.bridge, self._theme, self.rows = bridge, theme, rows
        self._painter = RowPainter(theme)
        self._shown: dict[int, tuple[SeatId, RowState]] = {}
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.renaming = Renaming(self, bridge, theme=theme, titles=self)
        self.commands = SeatCommands(bridge, self.renaming, self)
        self.commands.delete_wanted.connect(self.delete_wanted)
        self.drag = OutlineDrag(self, bridge, theme)
        self._keys = OutlineKeys(self, bridge)
        self._pointer = OutlinePointer(self, bridge)
        self._cut = Cut.of(bridge)
        self._cut.changed.connect(self.compare)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOW_MS)
        self._soon.timeout.connect(self.compare)
        self._selected = bridge.selection
        self._selected_row = -1
        self._began = bridge.selection
        self._chosen = frozenset(bridge.chosen)
        rows.changed.connect(self._relist)
        bridge.changed.connect(self._hear)
        bridge.selected.connect(self._select)
        bridge.chosen_changed.connect(self._show_chosen)
        bridge.ratings_hidden_changed.connect(self._repaint)
        theme.changed.connect(self._repaint)

    def bind(self, doing: str, run: Callable[[], object]) -> None:
        """Call `run` for the keys of an action while the outline has the keyboard."""
        self._keys.bind(doing, run)

    def keys_of(self, doing: str) -> tuple[str, ...]:
        """Return the keys that do an action while the outline has the keyboard."""
        return self._keys.keys_of(doing)

    # where the rows are

    @property
    def rows_on_show(self) -> int:
        """How many rows fit into the list."""
        return max(1, self.viewport().height() // ROW - 1)

    def row_rect(self, row: int) -> QRect:
        """Return where a row is in the viewport."""
        top = row * ROW - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), ROW)

    def place_of(self, row: int, depth: int) -> RowPlace:
        """Return where the parts of a row are that hangs so deep."""
        return RowPlace(self.row_rect(row), depth, not self.isLeftToRight())

    def row_at(self, at: QPoint) -> int:
        """Return the row at a point of the viewport; the count of rows below the last."""
        row = (at.y() + self.verticalScrollBar().value()) // ROW
        return max(0, min(row, len(self.rows.seats)))

    def seat_at(self, at: QPoint) -> SeatId | None:
        """Return the seat of the row at a point of the viewport."""
        self.rows.catch_up()
        row = self.row_at(at)
        return self.rows.seats[row] if row < len(self.rows.seats) else None

    def spot_at(self, at: QPoint) -> Spot:
        """Return where a point is: row, how far down in it, and at which depth."""
        row = self.row_at(at)
        rect = self.row_rect(row)
        start = at.x() if self.isLeftToRight() else rect.right() - at.x()
        share = (at.y() - rect.top()) / ROW
        return Spot(row, min(1.0, max(0.0, share)), max(0, (start - EDGE) // INDENT))

    # walking

    def go_by(self, step: int) -> None:
        """Select a row so many rows away from the selected one."""
        row = self.rows.row_of(self.bridge.selection)
        last = self.rows.count - 1
        if row < 0:
            self.go_to_row(0 if step > 0 else last)
        elif last >= 0:
            self.go_to_row(max(0, min(last, row + step)))

    def go_to_row(self, row: int) -> None:
        """Select the seat of a row."""
        self.rows.reach(row)
        row = min(row, len(self.rows.seats) - 1)
        if row >= 0:
            self.bridge.select(self.rows.seats[row])

    def choose_to(self, row: int) -> None:
        """Choose the seats from the one where choosing began to a row, which is selected."""
        self.rows.reach(row)
        seats = self.rows.seats
        if not 0 <= row < len(seats):
            return
        start = self.rows.row_of(self._began)
        start = row if start < 0 else start
        between = seats[min(start, row) : max(start, row) + 1]
        began = self._began
        self.bridge.choose([seats[row], *(seat for seat in between if seat != seats[row])])
        self._began = began if began is not None else seats[row]

    def choose_by(self, step: int) -> None:
        """Choose one more seat in a direction, or one less on the way back."""
        row = self.rows.row_of(self.bridge.selection)
        if row >= 0:
            self.choose_to(max(0, min(self.rows.count - 1, row + step)))

    # what Renaming asks

    def holds(self, seat: SeatId) -> bool:
        """Whether the list shows the seat."""
        return self.rows.row_of(seat) >= 0

    def reveal(self, seat: SeatId) -> None:
        """Unfold what hides a seat and scroll its row into view."""
        self.rows.folding.unfold_above(seat)
        row = self.rows.row_of(seat)
        if row < 0:
            return
        self._measure()
        bar, top = self.verticalScrollBar(), row * ROW
        if top < bar.value():
            bar.setValue(top)
        elif top + ROW > bar.value() + self.viewport().height():
            bar.setValue(top + ROW - self.viewport().height())

    def spot(self, seat: SeatId) -> tuple[QRect, int]:
        """Return where the title of a seat is typed over."""
        row = self.rows.row_of(seat)
        return self.place_of(row, self.rows.depths[row]).title, TITLE_TYPE

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the key's command."""
        if not self._keys.handle(event):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight, and the ring of the keyboard."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        painter.fillRect(area, self._theme.color("rail"))
        first = self.row_at(area.topLeft())
        last = self.row_at(area.bottomLeft())
        for row in range(first, min(last + 1, len(self.rows.seats))):
            state = self._state_of(row)
            if state is None:
                continue
            self._shown[row] = (self.rows.seats[row], state)
            place = self.place_of(row, state.depth)
            self._painter.paint(painter, place, state, hovered=row == self._hovered)
            if row == self._selected_row and self.hasFocus():
                ring = QRectF(place.rect).adjusted(4, 1, -4, -1)
                paint_focus_ring(painter, ring, self._theme, radius=6)
        if self.hasFocus() and self._selected_row < 0:
            paint_focus_ring(painter, QRectF(self.viewport().rect()), self._theme, radius=6)
        self.drag.paint(painter)
        painter.end()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Measure the scroll bar anew."""
        self._measure()
        self._repaint()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move the rows that are painted."""
        self._shown.clear()
        self.viewport().scroll(0, dy)
        self.drag.look_again()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is. The client may be closed by now: nothing is asked of it."""
        super().focusInEvent(event)
        self._update_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._update_ring()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a row, fold or unfold by its arrow, or begin to drag."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry a branch, or show which row is under the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is in hand; a mere click chooses one seat, with Ctrl one beside the others."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename on a double click, as in the chart."""
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row."""
        self.drag.cancel()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            seat = self.bridge.selection
            row = max(0, self.rows.row_of(seat))
            at = self.row_rect(row).center()
        else:
            at = event.pos()
            seat = self.seat_at(at)
        self.context_menu_wanted.emit(seat, self.viewport().mapToGlobal(at))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell a row whole in its tooltip; forget the pointer when it leaves."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            seat = self.seat_at(event.pos())
            rated = not self.bridge.ratings_hidden
            words = spoken_row(self.bridge.client, seat, rated=rated) if seat is not None else ""
            QToolTip.showText(event.globalPos(), tip_text(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover(-1)
        if event.type() == QEvent.Type.WindowDeactivate:
            self.drag.cancel()
        return super().viewportEvent(event)

    # keeping up

    def compare(self) -> None:
        """Paint those rows on show again that say something else now."""
        self._soon.stop()
        for row, (seat, before) in list(self._shown.items()):
            is_there = row < len(self.rows.seats) and self.rows.seats[row] == seat
            if not is_there or self._state_of(row) != before:
                del self._shown[row]
                self.viewport().update(self.row_rect(row))

    def _state_of(self, row: int) -> RowState | None:
        """Return what a row says; None for a seat that an edit has just taken away."""
        seat, client = self.rows.seats[row], self.bridge.client
        if not client.has(Seat, seat):
            return None
        fits = self.rows.fits
        look = look_of(client, seat, rated=not self.bridge.ratings_hidden)
        cut = self._cut.words(seat)
        if cut:
            look = replace(look, occupant=cut)
        return RowState(
            look,
            self.rows.depths[row],
            has_arrow=look.reports > 0 and fits is None,
            is_open=self.rows.is_open(seat),
            is_selected=seat in self._chosen,
            is_path=bool(cut) or (fits is not None and seat not in fits),
        )

    def _hear(self) -> None:
        self.drag.cancel()
        if self.isVisible():
            self._soon.start()
        self.renaming.follow()

    def _relist(self) -> None:
        """Follow other rows; the selected one stays where it is on the screen."""
        bar = self.verticalScrollBar()
        before = self._selected_row * ROW - bar.value()
        was_in_sight = self._selected_row >= 0 and -ROW < before < self.viewport().height()
        self._selected_row = self.rows.row_of(self.bridge.selection)
        self._measure()
        if was_in_sight and self._selected_row >= 0:
            bar.setValue(self._selected_row * ROW - before)
        self._repaint()
        self.moved.emit()

    def _select(self, seat: SeatId | None) -> None:
        was, self._selected = self._selected, seat
        self._began = seat
        self._chosen = frozenset(self.bridge.chosen)
        if not self.isVisible():
            return
        self._update_row(was)
        if seat is not None:
            self.reveal(seat)
            self._update_row(seat)
        self._selected_row = self.rows.row_of(seat)

    def _show_chosen(self) -> None:
        """Mark the seats chosen beside the selected one; with none, choosing begins there."""
        self._chosen = frozenset(self.bridge.chosen)
        if len(self._chosen) < 2:
            self._began = self.bridge.selection
        self.compare()

    def hover(self, row: int) -> None:
        """Show which row is under the pointer, -1 for none."""
        row = row if row < len(self.rows.seats) else -1
        if row != self._hovered:
            for each in (self._hovered, row):
                if each >= 0:
                    self.viewport().update(self.row_rect(each))
            self._hovered = row

    def _update_row(self, seat: SeatId | None) -> None:
        row = self.rows.row_of(seat)
        if row >= 0:
            self.viewport().update(self.row_rect(row))

    def _update_ring(self) -> None:
        whole = self._selected_row < 0
        rect = self.viewport().rect() if whole else self.row_rect(self._selected_row)
        self.viewport().update(rect)

    def _measure(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.rows.count * ROW - room))
        bar.setPageStep(room)
        bar.setSingleStep(ROW)

    def _repaint(self) -> None:
        self._shown.clear()
        self.viewport().update()
