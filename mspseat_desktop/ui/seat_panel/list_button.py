"""A quiet button that opens a type-ahead list: for adding, where nothing is chosen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from mspseat_desktop.ui.widgets import LineLink, PickerItem, PickerList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme


class ListButton(LineLink):
    """Opens its list on a click, Enter, Space or Down; sends `chosen(object)`, the id picked."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        text: str,
        parent: QWidget,
        *,
        items: Callable[[], Sequence[PickerItem]],
        icon: str = "plus",
    ) -> None:
        super().__init__(theme, text, parent, icon=icon)
        self._list_theme = theme
        self._list_items = items
        self.clicked.connect(lambda _on=False: self.open_list())

    def open_list(self) -> PickerList:
        """Open the list and return it."""
        return self._open_below(self.make_list(), self)

    def open_list_elsewhere(self, widget: QWidget, part: QRect, *, heading: str) -> PickerList:
        """Open the list below a part of another widget; the heading says what it is for."""
        found = self.make_list()
        found.set_heading(heading)
        return self._open_below(found, widget, part)

    def _open_below(
        self, found: PickerList, widget: QWidget, part: QRect | None = None
    ) -> PickerList:
        found.picked.connect(self.chosen)
        found.open_below(widget, focus=found.search, least_width=300, part=part)
        return found

    def make_list(self) -> PickerList:
        """Return a list of what can be picked now."""
        return PickerList(
            self._list_theme, self.caption, self, items=self._list_items(), create_words=None
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Down too."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)
