"""The titles of the list's columns: buttons that sort, each a stop for the Tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.people.rows import COLUMNS
from mspseat_desktop.ui.people.table import column_words
from mspseat_desktop.ui.widgets import Separator, ThemedButton, one_line, paint_focus_ring, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from mspseat_desktop.ui.people.rows import Column
    from mspseat_desktop.ui.theme import Theme

HEIGHT = 28
EDGE = 8
ARROW = 12


class _Head(ThemedButton):
    """A title that sorts by its column; an arrow says which way."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(theme, title, parent)
        self._title = title
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_order("")

    def show_order(self, order: str) -> None:
        """Show "up", "down", or "" for not sorted by this column."""
        self._order = order
        state = {
            "up": _("{column}, sorted upwards"),
            "down": _("{column}, sorted downwards"),
            "": _("{column}, sort by this"),
        }[order]
        self.setAccessibleName(state.replace("{column}", self._title))
        tip(self, _("Sort by this column; once more turns the order round."))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the column."""
        return QSize(24, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title and the arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect.adjusted(0, 2, 0, -2), 6, 6)
        font = theme.font(11, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        color = theme.color("ink" if self._order else "muted")
        painter.setFont(font)
        painter.setPen(color)
        room = rect.width() - 2 * EDGE - (ARROW + 4 if self._order else 0)
        shown = one_line(metrics, self._title, room)
        width = metrics.horizontalAdvance(shown) + 1
        mirrored = not self.isLeftToRight()
        left = rect.width() - EDGE - width if mirrored else EDGE
        painter.drawText(
            QRectF(left, 0, width, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        if self._order:
            icon = "arrow-up" if self._order == "up" else "arrow-down"
            beside = left - 4 - ARROW if mirrored else left + width + 4
            at = QRectF(beside, (rect.height() - ARROW) / 2, ARROW, ARROW)
            theme.icons.paint(painter, at, icon, color)
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=6)


class Heads(QWidget):
    """The titles over the columns; `asked(Column)` when one is pressed."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT + 1)
        self._widths: tuple[int, ...] = ()
        self.buttons: dict[Column, _Head] = {}
        for column, words in column_words().items():
            button = _Head(theme, words, self)
            button.clicked.connect(lambda _on=False, column=column: self.asked.emit(column))
            self.buttons[column] = button
        self._line = Separator(self)

    def show_order(self, by: Column, *, downwards: bool) -> None:
        """Show by which column the list is sorted."""
        for column, button in self.buttons.items():
            button.show_order(("down" if downwards else "up") if column == by else "")

    def arrange(self, widths: Sequence[int]) -> None:
        """Stand over columns of these widths in pixels."""
        self._widths = tuple(widths)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay over the columns."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._line.setGeometry(0, HEIGHT, self.width(), 1)
        left = 0
        for column, width in zip(COLUMNS, self._widths, strict=False):
            at = left if self.isLeftToRight() else self.width() - left - width
            self.buttons[column].setGeometry(at, 0, width, HEIGHT)
            left += width
