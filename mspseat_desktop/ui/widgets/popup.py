"""A small window that hangs below a control until Esc or a click elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


GAP = 4
LEAST = 236
"""Pixels of height in which a list can still be used; above its control it takes no more."""


class PopupFrame(QFrame):
    """An empty popup; the owner fills it. It deletes itself when closed."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self._owner = owner
        self._room = QRect()
        self._grows_up = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_below(
        self,
        anchor: QWidget,
        *,
        focus: QWidget,
        least_width: int = 0,
        part: QRect | None = None,
    ) -> None:
        """Open under a widget with the keyboard in `focus`, over it where there is no room.

        `part` is the part of the widget under which it opens, the whole when none is given.
        It stays inside the widget's window, or where that is too small inside the screen, and is
        lower rather than in the way of what stands above.
        """
        hint, most = self.sizeHint(), self.most_height()
        least = min(most, max(LEAST, self.minimumSizeHint().height()))
        screen = anchor.screen().availableGeometry()
        window = anchor.window()
        inside = QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).intersected(screen)
        place = anchor.rect() if part is None else part
        edges = (place.top() - GAP, place.top() + place.height() + GAP)
        top, bottom = (anchor.mapToGlobal(QPoint(0, y)).y() for y in edges)
        for bounds in (inside, screen):
            below, above = bounds.bottom() - bottom, top - bounds.top()
            if max(below, above) >= least:
                break
        self._grows_up = below < least and above > below
        height = min(most, LEAST if self._grows_up else below)
        height = max(height, min(least, bounds.height()))
        width = min(
            max(hint.width(), least_width), (inside if inside.width() > 0 else screen).width()
        )
        left = anchor.mapToGlobal(QPoint(place.left(), 0)).x()
        if not anchor.isLeftToRight():
            left += place.width() - width
        sides = inside if inside.width() >= width else screen
        left = max(sides.left(), min(left, sides.right() + 1 - width))
        first = top - height if self._grows_up else bottom
        first = max(bounds.top(), min(first, bounds.bottom() + 1 - height))
        self._room = QRect(left, first, width, height)
        self.fit()
        self.show()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def most_height(self) -> int:
        """Return the height for the most that it may come to show while it is open."""
        return self.sizeHint().height()

    def fit(self) -> None:
        """Be no higher than what is shown now, at the edge where the control is."""
        if self._room.isEmpty():
            return
        fitted = QRect(self._room)
        fitted.setHeight(min(self._room.height(), self.sizeHint().height()))
        if self._grows_up:
            fitted.moveBottom(self._room.bottom())
        self.setGeometry(fitted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
