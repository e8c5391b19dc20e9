"""The head of the panel: the seat's title, what holds it, and the seat that it reports to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mspseat_desktop.domain.edits.chart import move_seat, rename_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.parent_list import TOP, parents_to_pick
from mspseat_desktop.ui.seat_panel.entries import text_entry
from mspseat_desktop.ui.seat_panel.reports_to import ReportsTo
from mspseat_desktop.ui.seat_panel.title_field import TitleField
from mspseat_desktop.ui.widgets import (
    Chip,
    PickerItem,
    tip,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Occupant, Seat
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class Header(QWidget):
    """Title, tag and "Reports to" of the seat."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seat: SeatId | None = None
        self.title = TitleField(theme, bridge, self)
        self._entry = text_entry(bridge, self.title, _rename)
        self.tag = Chip(theme, "", "person", self)
        self.reports_to = ReportsTo(theme, _("Reports to"), self, items=self._items)
        self.reports_to.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reports_to.chosen.connect(self._move)
        line = QHBoxLayout()
        line.setContentsMargins(11, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.tag)
        line.addWidget(self.reports_to, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(line)

    def show_seat(self, record: Seat) -> None:
        """Show title and parent of the seat."""
        self._seat = record.id
        self._entry.show(record.id, record.title)
        self.show_parent(record)

    def show_parent(self, record: Seat) -> None:
        """Show what the seat reports to."""
        if record.parent is None:
            item = PickerItem(TOP, _("Top of the chart"))
        else:
            title = self._bridge.client.seat(record.parent).title
            item = PickerItem(record.parent, title or _("unnamed"))
        if item != self.reports_to.item:
            self.reports_to.show_item(item)

    def show_kind(self, seat: SeatId) -> None:
        """Show whether a person or a provider holds the seat, or shall hold it."""
        client = self._bridge.client
        held = client.accountable(seat)
        meant_for = client.seat(seat).meant_for
        if held is None:
            words = {
                "": _("Open seat"),
                "person": _("Open, for a person"),
                "provider": _("Open, for a provider"),
            }[meant_for]
            self.tag.show_text(words, "provider" if meant_for == "provider" else "unanswered")
        elif held.kind == "provider":
            self.tag.show_text(_("Service provider"), "provider", icon="building-2")
        else:
            self.tag.show_text(_("Person"), "person", icon="user")
        tip(self.tag, _kind_meaning(held, meant_for))

    def _items(self) -> list[PickerItem]:
        if self._seat is None:
            return []
        above = self._bridge.client.seat(self._seat).parent
        return parents_to_pick(self._bridge.client, but={self._seat}, above=above)

    def _move(self, picked: object) -> None:
        if self._seat is None:
            return
        record = self._bridge.client.seat(self._seat)
        parent = None if picked == TOP else SeatId(str(picked))
        if parent != record.parent:
            self._bridge.do(move_seat(self._seat, parent=parent, title=record.title))
        # A refusal has left the picker as it was; so has a field that was handed over meanwhile.
        self.show_parent(self._bridge.client.seat(self._seat))


def _rename(key: str, title: str, merge_key: str, /) -> Edit:
    return rename_seat(SeatId(key), title, merge_key=merge_key)


def _kind_meaning(held: Occupant | None, meant_for: str) -> str:
    """Return what the tag beside "Reports to" says, as a sentence."""
    if held is not None:
        if held.kind == "provider":
            return _("A company from outside holds this seat.")
        return _("Somebody of the company holds this seat.")
    return {
        "": _("Nobody holds this seat yet."),
        "person": _("Nobody holds this seat yet; it is meant for a person."),
        "provider": _("Nobody holds this seat yet; it is meant for a provider."),
    }.get(meant_for, _("Nobody holds this seat yet."))
