"""Check boxes and drop-downs in the manner of the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QSizePolicy, QWidget

from mspseat_desktop.ui.widgets.paint import one_line, paint_focus_ring, paint_tick_box
from mspseat_desktop.ui.widgets.plain import amp

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets.paint import Mark

BOX = 18
_TICKS: dict[Qt.CheckState, Mark] = {
    Qt.CheckState.Unchecked: "",
    Qt.CheckState.PartiallyChecked: "minus",
    Qt.CheckState.Checked: "check",
}


class CheckBox(QCheckBox):
    """A box to tick, its words beside it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(amp(text), parent)
        self._theme = theme
        self._caption = text
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def set_caption(self, text: str) -> None:
        """Change the words."""
        if text != self._caption:
            self._caption = text
            self.setText(amp(text))
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for box and words."""
        words = QFontMetricsF(self._theme.font()).horizontalAdvance(self._caption)
        return QSize(BOX + 8 + int(words) + 6, 26)

    def minimumSizeHint(self) -> QSize:
        """Let long words be cut."""
        return QSize(min(self.sizeHint().width(), 120), 26)

    def hitButton(self, position: QPoint) -> bool:
        """Take a click on box or words."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with its tick, then the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - BOX) / 2
        left = 2.0 if self.isLeftToRight() else self.width() - BOX - 2.0
        hovered = self.isEnabled() and self.underMouse()
        mark = _TICKS[self.checkState()]
        paint_tick_box(painter, QRectF(left, top, BOX, BOX), theme, mark=mark, hovered=hovered)
        font = theme.font()
        room = QRectF(self.rect()).adjusted(BOX + 10, 0, -2, 0)
        if not self.isLeftToRight():
            room = QRectF(self.rect()).adjusted(2, 0, -BOX - 10, 0)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if self.isEnabled() else "muted"))
        shown = one_line(QFontMetricsF(font), self._caption, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, radius=6)


class DropDown(QComboBox):
    """A choice out of a short list of words; use Picker for people and seats.

    Items are pairs of value and words. The wheel does not change it: it belongs to the page.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        items: Iterable[tuple[Hashable, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        # Where Qt tells the chosen words as the name, this is what says what they are about.
        self.setAccessibleDescription(name)
        self.setView(QListView(self))
        self.view().setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel belongs to the page
        for value, words in items:
            self.addItem(words, value)
        theme.changed.connect(self.update)

    @property
    def value(self) -> object:
        """Return the value chosen, None if there is none."""
        return self.currentData()

    def set_value(self, value: Hashable) -> None:
        """Show a choice without sending anything."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own call
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)  # noqa: FBT003  # Qt's own call
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the longest words, 320 pixels at most."""
        metrics = QFontMetricsF(self._font())
        words = [metrics.horizontalAdvance(self.itemText(at)[:200]) for at in range(self.count())]
        return QSize(min(320, int(max(words, default=60.0)) + 50), 32)

    def minimumSizeHint(self) -> QSize:
        """Let long words be cut."""
        return QSize(min(self.sizeHint().width(), 96), 32)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words and the arrow in a frame."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        hovered = self.isEnabled() and self.underMouse()
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("hover" if hovered else "surface"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        font = self._font()
        mirrored = not self.isLeftToRight()
        room = rect.adjusted(30 if mirrored else 12, 0, -12 if mirrored else -30, 0)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if self.isEnabled() else "muted"))
        shown = one_line(QFontMetricsF(font), self.currentText(), room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)
        x = 9 if mirrored else self.width() - 25
        at = QRectF(x, (self.height() - 16) / 2, 16, 16)
        theme.icons.paint(painter, at, "chevron-down", theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=7)

    def _font(self) -> QFont:
        return self._theme.font(13, QFont.Weight.Medium)
