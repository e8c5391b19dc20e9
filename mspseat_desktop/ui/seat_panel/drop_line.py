"""Dragging a row of a list: a line shows where it will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.seat_panel.row import Row
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 4


class DropLine(QWidget):
    """A line in the accent's colour over the rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line with round ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0.5, 0, -0.5), 1.5, 1.5)


class Reorders(Protocol):
    """A list whose rows can be dragged."""

    @property
    def rows(self) -> Sequence[Row]:
        """Return the rows in order."""
        ...

    def move_row(self, row: Row, place: int) -> None:
        """Move a row."""
        ...


class RowDrag:
    """Follows the grips of a list's rows and moves the row that is dropped."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        self._owner = owner
        self._line = DropLine(theme, owner)
        self._place: int | None = None

    @property
    def line(self) -> DropLine:
        """Return the line, for tests."""
        return self._line

    def follow(self, row: Row, reorders: Reorders) -> None:
        """Let the row be dragged by its grip."""
        row.grip.dragged.connect(lambda y: self._show(row, reorders, y=y))
        row.grip.dropped.connect(lambda: self._drop(row, reorders))
        row.grip.given_up.connect(self._end)

    def _show(self, row: Row, reorders: Reorders, *, y: int) -> None:
        at = self._owner.mapFromGlobal(QPoint(0, y)).y()
        others = [other for other in reorders.rows if other is not row]
        place = sum(other.geometry().center().y() < at for other in others)
        self._place = place
        if place < len(others):
            middle = others[place].geometry().top() - 3
        else:
            middle = others[-1].geometry().bottom() + 4 if others else 0
        self._line.setGeometry(0, max(0, middle - HEIGHT // 2), self._owner.width(), HEIGHT)
        self._line.show()
        self._line.raise_()
        self._scroll_to(at)

    def _drop(self, row: Row, reorders: Reorders) -> None:
        place = self._place
        self._end()
        if place is not None:
            reorders.move_row(row, place)

    def _end(self) -> None:
        self._place = None
        self._line.hide()

    def _scroll_to(self, y: int) -> None:
        above = self._owner.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            spot = self._owner.mapToGlobal(QPoint(0, y))
            content = above.widget()
            if content is not None:
                above.ensureVisible(0, content.mapFromGlobal(spot).y(), 0, 32)
