"""Which seat a report is about: a picker over the whole chart, closed seats with reviews last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Picker, PickerItem

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class SeatChoice(QObject):
    """Keeps the chosen seat; `changed()` tells that another one was picked."""

    changed = Signal()

    def __init__(
        self, bridge: Bridge, theme: Theme, *, name: str, closed_too: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._closed_too = closed_too
        self._seat: SeatId | None = None
        self.picker = Picker(theme, name, items=self._items, placeholder=_("Choose a seat"))
        self.picker.chosen.connect(self._take)

    @property
    def seat(self) -> SeatId | None:
        """The chosen seat, if it is still there."""
        seat = self._seat
        return seat if seat is not None and self._bridge.client.has(Seat, seat) else None

    def show(self, seat: SeatId | None) -> None:
        """Choose a seat without telling."""
        self._seat = seat
        self.refresh()

    def refresh(self) -> None:
        """Show the seat as it is called now."""
        seat = self.seat
        self.picker.show_item(None if seat is None else seat_item(self._bridge.client, seat))

    def _take(self, seat: object) -> None:
        self.show(SeatId(str(seat)))
        self.changed.emit()

    def _items(self) -> list[PickerItem]:
        client = self._bridge.client
        seats = list(client.chart())
        if self._closed_too:
            reviewed = {r.seat for r in client.every(Review)}
            closed = (s for s in client.every(Seat) if s.closed_on and s.id in reviewed)
            seats += [s.id for s in sorted(closed, key=lambda s: s.title)]
        return [seat_item(client, seat) for seat in seats]


def seat_item(client: Client, seat: SeatId) -> PickerItem:
    """Return the seat with its holder as a row to pick."""
    record = client.seat(seat)
    holder = client.accountable(seat)
    if record.closed_on:
        detail = _("Closed seat")
    else:
        detail = holder.name if holder is not None else _("Open seat")
    is_provider = holder is not None and holder.kind == "provider"
    mark = "building-2" if is_provider else "armchair"
    return PickerItem(seat, record.title or _("Untitled seat"), detail, mark)
