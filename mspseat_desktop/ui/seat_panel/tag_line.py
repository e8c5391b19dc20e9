"""Several chips below a text, side by side as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from mspseat_desktop.ui.seat_panel.words import tag_meaning
from mspseat_desktop.ui.widgets import chip_size, paint_chip, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from mspseat_desktop.ui.seat_panel.tags import Tag
    from mspseat_desktop.ui.theme import Theme

GAP = 4
HIGH = 20
LEFT = 11
BELOW = 6


class TagLine(QWidget):
    """Chips for the eye and the mouse; the menu button tells them to a screen reader."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[Tag, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these chips; none hides the line."""
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            tip(self, "\n".join(tag_meaning(text) for text, _role in tags))
            self._fit()
            self.update()
        self.setVisible(bool(tags))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more lines where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu as the chips beside a text do."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips."""
        painter = QPainter(self)
        for (text, role), at in zip(self._tags, self._places(), strict=True):
            paint_chip(painter, at, text, role, theme=self._theme)

    def _places(self) -> list[QRectF]:
        room, left, top = float(self.width() - 2), float(LEFT), 0.0
        found = []
        for text, _role in self._tags:
            width = min(room - LEFT, chip_size(text, self._theme).width())
            if left > LEFT and left + width > room:
                left, top = float(LEFT), top + HIGH + GAP
            at = QRectF(left, top, width, HIGH)
            if not self.isLeftToRight():
                at.moveLeft(self.width() - left - width)
            found.append(at)
            left += width + GAP
        return found

    def _fit(self) -> None:
        places = self._places()
        height = int(places[-1].bottom()) + BELOW if places else 0
        if height != self.height():
            self.setFixedHeight(height)
