"""What is kept about the holder of a seat: name, how to reach it, and a provider's contract."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import change_occupant, date_seating
from mspseat_desktop.domain.records import Occupant, OccupantKind, Seating
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import (
    Entry,
    Making,
    date_entry,
    text_entry,
)
from mspseat_desktop.ui.seat_panel.words import model_words
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    DateField,
    DropDown,
    PlainLabel,
    TextField,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_Model: TypeAlias = Literal["", "repair", "managed", "strategic", "co_managed"]
_Text: TypeAlias = Literal[
    "name", "email", "phone", "unrated_because", "contract_end", "notice_by", "notice_given"
]


class OccupantDetails(QWidget):
    """A form of one column; the contract shows for a provider only.

    "Sits here since" belongs to this seat, everything else to the occupant in every seat.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: Occupant | None = None
        self._seating: Seating | None = None
        self._entries: dict[_Text, Entry[str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 4)
        self._column.setSpacing(3)
        self.name = self._text_field("name", _("Name"))
        self.name.editingFinished.connect(self._restore_name)
        self.kind = ChoiceRow(
            theme,
            _("Is a"),
            [Choice("person", _("Person")), Choice("provider", _("Provider"))],
            self,
            size="compact",
            clearable=False,
        )
        self.kind.chosen.connect(self._set_kind)
        self._column.addWidget(self.kind)
        self._column.addSpacing(6)
        self.since = DateField(
            theme, _("Sits here since"), self, pending=bridge.pending, today=bridge.today
        )
        self._since = date_entry(bridge, self.since, self._date_seating)
        self._labelled(_("Sits here since"), self.since)
        self.email = self._text_field("email", _("E-mail"))
        self.phone = self._text_field("phone", _("Phone"))
        self.unrated_because = self._text_field(
            "unrated_because", _("Not rated on core values, because")
        )
        self.contract = QWidget(self)
        self._column.addWidget(self.contract)
        self._column = QVBoxLayout(self.contract)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.model = DropDown(theme, _("Service model"), list(model_words().items()), self)
        self.model.currentIndexChanged.connect(lambda _place: self._set_model())
        self._labelled(_("Service model"), self.model)
        self.contract_end = self._date_field("contract_end", _("Contract ends"))
        self.notice_by = self._date_field("notice_by", _("Last day to give notice"))
        self.notice_given = self._date_field("notice_given", _("Notice given on"))

    def show_holder(self, seating: Seating, occupant: Occupant) -> None:
        """Show what is kept about the person or provider, and since when it sits there."""
        if seating is not self._seating:
            self._seating = seating
            self._since.show(seating.id, seating.since)
        if occupant is self._occupant:
            return
        self._occupant = occupant
        for name, entry in self._entries.items():
            entry.show(occupant.id, getattr(occupant, name))
        self.kind.set_value(occupant.kind)
        self.model.set_value(occupant.service_model)
        self.contract.setVisible(occupant.kind == "provider")

    def _text_field(self, name: _Text, words: str) -> TextField:
        field = TextField(words, self, pending=self._bridge.pending)
        self._entries[name] = text_entry(self._bridge, field, _changer(self._bridge, name))
        self._labelled(words, field)
        return field

    def _date_field(self, name: _Text, words: str) -> DateField:
        bridge = self._bridge
        field = DateField(self._theme, words, self, pending=bridge.pending, today=bridge.today)
        self._entries[name] = date_entry(bridge, field, _changer(bridge, name))
        self._labelled(words, field)
        return field

    def _labelled(self, words: str, field: QWidget) -> None:
        self._column.addWidget(PlainLabel(words, self, pixels=12, tone="muted"))
        self._column.addWidget(field)
        self._column.addSpacing(3)

    def _date_seating(self, key: str, since: str, merge_key: str, /) -> Edit | None:
        found = self._bridge.client.find(Seating, key)
        return None if found is None else date_seating(found.id, since, merge_key=merge_key)

    def _restore_name(self) -> None:
        # A name that was wiped out is not kept: the last one comes back.
        if self._occupant is not None and not self.name.text().strip():
            self.name.load(self._bridge.client.get(Occupant, self._occupant.id).name)

    def _set_kind(self, kind: object) -> None:
        if self._occupant is not None:
            wanted: OccupantKind = "provider" if kind == "provider" else "person"
            now = self._bridge.client.get(Occupant, self._occupant.id)
            self._bridge.do(change_occupant(replace(now, kind=wanted)))

    def _set_model(self) -> None:
        if self._occupant is not None:
            now = self._bridge.client.get(Occupant, self._occupant.id)
            model = cast("_Model", self.model.value)
            self._bridge.do(change_occupant(replace(now, service_model=model)))


def _changer(bridge: Bridge, name: _Text) -> Making[str]:
    """Return what makes the edit of one thing about an occupant."""

    def make(key: str, value: str, merge_key: str, /) -> Edit | None:
        now = bridge.client.find(Occupant, key)
        if now is None or (name == "name" and not value.strip()):
            return None
        changed = {
            "name": lambda: replace(now, name=value),
            "email": lambda: replace(now, email=value),
            "phone": lambda: replace(now, phone=value),
            "unrated_because": lambda: replace(now, unrated_because=value if value.strip() else ""),
            "contract_end": lambda: replace(now, contract_end=value),
            "notice_by": lambda: replace(now, notice_by=value),
            "notice_given": lambda: replace(now, notice_given=value),
        }[name]()
        return change_occupant(changed, merge_key=merge_key)

    return make
