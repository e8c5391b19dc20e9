"""A page in the middle of the review dialog: it scrolls, and its rows share their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mspseat_desktop.ui.reviews.row_keys import RowKeys
from mspseat_desktop.ui.widgets import ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.ui.reviews.look import Look


class Pane(ScrollArea):
    """A scroll area that leaves the keys to the dialog: Page Down is the next step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take no key."""
        event.ignore()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by so many pixels, up when negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)


class Page(Pane):
    """One step's page. It is built for a look and thrown away when it does not fit any more."""

    def __init__(self, *, after: Callable[[], None] | None = None) -> None:
        content = QWidget()
        super().__init__(content)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(16, 16, 16, 24)
        self.column.setSpacing(0)
        self._came_to: QWidget | None = None
        self.keys = RowKeys(self, reveal=self._reveal, after=after)

    def fits(self, look: Look) -> bool:
        """Whether `show_look` is enough to show the look here."""
        raise NotImplementedError

    def show_look(self, look: Look) -> None:
        """Show what has changed."""
        raise NotImplementedError

    def go_first(self) -> bool:
        """Put the keyboard at the start of the page; False when nothing here takes it."""
        return self.keys.first()

    def go_last(self) -> bool:
        """Put the keyboard at the end of the page; False when nothing here takes it."""
        return self.keys.last()

    def enter(self) -> None:
        """Show the top of the page, until a key or the keyboard's next stop leads elsewhere."""
        focus = QApplication.focusWidget()
        inside = focus if focus is not None and self.isAncestorOf(focus) else None
        if self._came_to is not None:
            self._came_to.removeEventFilter(self)
        self._came_to = inside
        if inside is not None:
            inside.installEventFilter(self)
        self.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """Scroll to what has the keyboard, but not away from the top that was just entered."""
        if self._came_to is not None and self._came_to is QApplication.focusWidget():
            self.verticalScrollBar().setValue(0)
            return
        super().follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard from the first key on."""
        if event.type() == QEvent.Type.KeyPress and watched is self._came_to:
            self._came_to.removeEventFilter(self)
            self._came_to = None
            self.follow()
        return False

    def settle(self) -> bool:
        """Make an edit of what was typed and waits for a key to become one.

        False, with the keyboard where it can be put right, when it can not be one yet.
        """
        return True

    def rescue(self) -> None:
        """Make an edit of what was typed all the same, since the page goes away."""

    def _reveal(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 24)
