"""What a firm that was bought or renamed goes on as, and what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import continue_as
from mspseat_desktop.domain.people import became, leads_to
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.told_apart import name_items
from mspseat_desktop.ui.widgets import LineLink, Picker, PickerItem, PlainLabel

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

ITSELF = "itself"
"""The id in the list for a firm that is still what it was."""


class Continues(QWidget):
    """A picker of other providers, and links to those that this one was before.

    `occupant_wanted(OccupantId)` asks to show one of them.
    """

    occupant_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: OccupantId | None = None
        self._links: list[LineLink] = []
        words = _("Continues as, if it was bought or renamed")
        self.picker = Picker(theme, words, self, items=self._items)
        self.picker.chosen.connect(self._choose)
        self.trouble = PlainLabel("", self, pixels=12, tone="no", wrap=True)
        self.open = LineLink(theme, "", self)
        self.open.set_trailing_icon("arrow-right")
        self.open.clicked.connect(self._open_successor)
        self._before = QVBoxLayout()
        self._before.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(PlainLabel(words, self, pixels=12, tone="muted"))
        column.addWidget(self.picker)
        column.addWidget(self.trouble)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._before)

    def show_occupant(self, occupant: Occupant) -> None:
        """Show what the provider became and was."""
        self._occupant = occupant.id
        client = self._bridge.client
        after = client.find(Occupant, occupant.continues_as) if occupant.continues_as else None
        if after is None:
            self.picker.show_item(PickerItem(ITSELF, _("Still the same firm"), "", "building-2"))
        else:
            self.picker.show_item(PickerItem(after.id, after.name, "", after.kind))
        self.open.setVisible(after is not None)
        if after is not None:
            self.open.set_caption(_("Show {name}").replace("{name}", after.name))
        self._say("")
        self._show_before(became(client, occupant.id))

    def _show_before(self, firms: tuple[Occupant, ...]) -> None:
        for link in self._links:
            self._before.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        for firm in firms:
            words = _("Was {name} before").replace("{name}", firm.name)
            link = LineLink(self._theme, words, self)
            link.clicked.connect(lambda _on=False, one=firm.id: self.occupant_wanted.emit(one))
            self._before.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(link)

    def _items(self) -> list[PickerItem]:
        client = self._bridge.client
        others = (
            o for o in client.every(Occupant) if o.kind == "provider" and o.id != self._occupant
        )
        first = PickerItem(
            ITSELF, _("Still the same firm"), _("Neither bought nor renamed"), "building-2"
        )
        return [first, *name_items(client, others)]

    def _choose(self, picked: object) -> None:
        client = self._bridge.client
        now = client.find(Occupant, self._occupant) if self._occupant is not None else None
        if now is None:
            return
        successor = None if picked == ITSELF else OccupantId(str(picked))
        if successor is not None and leads_to(client, successor, now.id):
            other = client.get(Occupant, successor).name
            words = _("“{other}” already continues as “{name}”. Take that back there first.")
            self._say(words.replace("{other}", other[:60]).replace("{name}", now.name[:60]))
            return
        self._bridge.do(continue_as(now.id, successor, name=now.name))

    def _open_successor(self) -> None:
        item = self.picker.item
        if item is not None and item.id != ITSELF:
            self.occupant_wanted.emit(OccupantId(str(item.id)))

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.picker.setAccessibleDescription(words)
