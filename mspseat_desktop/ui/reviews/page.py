"""A page in the middle of the review dialog: it scrolls, and its rows share their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

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

    def settle(self) -> bool:
        """Make an edit of what was typed and waits for a key to become one.

        False, with the keyboard where it can be put right, when it can not be one yet.
        """
        return True

    def rescue(self) -> None:
        """Make an edit of what was typed all the same, since the page goes away."""

    def _reveal(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 24)
