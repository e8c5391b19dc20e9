"""The button that gives a seat a column in the coverage map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from mspseat_desktop.domain.coverage import is_it_seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import PickerItem, PickerList, QuietButton
from mspseat_desktop.wording.coverage import holder_words, seat_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class SeatList(QuietButton):
    """Opens a type-ahead list of the seats without a column; `chosen(object)` has a SeatId."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme, _("Add a seat"), icon="plus")
        self._bridge = bridge
        self.clicked.connect(lambda _on=False: self.open_list())

    def open_list(self) -> PickerList:
        """Open the list and return it."""
        self._bridge.pending.flush_all()
        found = PickerList(
            self._theme, _("Seat that holds IT work"), self, items=self._items(), create_words=None
        )
        found.picked.connect(self.chosen)
        found.open_below(self, focus=found.search, least_width=320)
        return found

    def _items(self) -> list[PickerItem]:
        client = self._bridge.client
        return [
            PickerItem(seat, seat_name(client, seat), holder_words(client, seat), "armchair")
            for seat in client.chart()
            if not is_it_seat(client, seat)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Down too."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)
