"""A frame around the whole canvas that says: the keyboard is here, at no seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.sight import Sight
    from mspseat_desktop.ui.theme import Theme

WIDTH = 2
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class _Strip(QWidget):
    """One side of the frame; it covers its place wholly, so that the chart scrolls fast."""

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(self.rect(), self._theme.color("accent"))


class KeyboardFrame(QObject):
    """There while keys have led to the canvas and no seat is selected that could have a ring.

    Somebody who clicks on the ground knows where he is, and a presentation has no frame.
    """

    def __init__(self, canvas: QWidget, bridge: Bridge, theme: Theme, *, sight: Sight) -> None:
        super().__init__(canvas)
        self._canvas, self._bridge, self._sight = canvas, bridge, sight
        self._is_wanted = False
        self.strips = [_Strip(theme, canvas) for _side in range(4)]
        bridge.selected.connect(self._follow)
        sight.cleared.connect(self._end)

    def hear(self, event: QEvent) -> None:
        """Hear that the keyboard came to the canvas or has left it."""
        came = event.type() == QEvent.Type.FocusIn
        self._is_wanted = came and isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS
        self._follow()

    def _end(self) -> None:
        self._is_wanted = False
        self._follow()

    def _follow(self) -> None:
        shown = self._is_wanted and self._bridge.selection is None
        if shown == self.strips[0].isVisibleTo(self._canvas):
            return
        if shown:
            self._place()
            self._sight.moved.connect(self._place)
        else:
            self._sight.moved.disconnect(self._place)
        for strip in self.strips:
            strip.setVisible(shown)
            strip.raise_()

    def _place(self) -> None:
        wide, high = self._canvas.width(), self._canvas.height()
        sides = (
            QRect(0, 0, wide, WIDTH),
            QRect(0, high - WIDTH, wide, WIDTH),
            QRect(0, WIDTH, WIDTH, high - 2 * WIDTH),
            QRect(wide - WIDTH, WIDTH, WIDTH, high - 2 * WIDTH),
        )
        for strip, side in zip(self.strips, sides, strict=True):
            strip.setGeometry(side)
