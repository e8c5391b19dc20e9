"""What is kept about the holder of the seat: how to reach it, since when, and its contract."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import date_seating, revise_occupant
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.fields import DateMemory, OccupantFields, labelled
from mspseat_desktop.ui.people.told_apart import twins_sentence
from mspseat_desktop.ui.seat_panel.entries import date_entry
from mspseat_desktop.ui.seat_panel.words import model_words
from mspseat_desktop.ui.widgets import Choice, ChoiceRow, DateField, DropDown, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_Model: TypeAlias = Literal["", "repair", "managed", "strategic", "co_managed"]


class OccupantDetails(QWidget):
    """A form of one column; the contract shows for a provider only.

    "Sits here since" belongs to this seat, everything else to the occupant in every seat.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._occupant: Occupant | None = None
        self._seating: Seating | None = None
        self._fields = fields = OccupantFields(bridge, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 4)
        column.setSpacing(3)
        self.name = labelled(column, _("Name"), fields.line("name", _("Name")))
        self.name.editingFinished.connect(self._restore_name)
        self.twins = PlainLabel("", self, pixels=12, tone="partly", wrap=True)
        column.addWidget(self.twins)
        self.kind = ChoiceRow(
            theme,
            _("Is a"),
            [Choice("person", _("Person")), Choice("provider", _("Provider"))],
            self,
            size="compact",
            clearable=False,
        )
        self.kind.chosen.connect(self._set_kind)
        column.addWidget(self.kind)
        column.addSpacing(6)
        words = _("Sits here since")
        self.since = DateField(theme, words, self, pending=bridge.pending, today=bridge.today)
        self._since = DateMemory(date_entry(bridge, self.since, self._date_seating), self.since)
        labelled(column, words, self.since)
        self.email = labelled(column, _("E-mail"), fields.line("email", _("E-mail")))
        self.phone = labelled(column, _("Phone"), fields.line("phone", _("Phone")))
        words = _("If not rated on core values, why not")
        self.unrated_because = labelled(column, words, fields.line("unrated_because", words))
        self.contract = QWidget(self)
        column.addWidget(self.contract)
        self._add_contract(QVBoxLayout(self.contract), theme)

    def _add_contract(self, column: QVBoxLayout, theme: Theme) -> None:
        fields = self._fields
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        words = _("Service model")
        self.model = DropDown(theme, words, list(model_words().items()), self)
        self.model.currentIndexChanged.connect(lambda _place: self._set_model())
        labelled(column, words, self.model)
        end, by = _("Contract ends"), _("Last day to give notice")
        given = _("Notice given on")
        self.contract_end = labelled(column, end, fields.day("contract_end", end))
        self.notice_by = labelled(column, by, fields.day("notice_by", by))
        self.notice_given = labelled(column, given, fields.day("notice_given", given))

    def show_holder(self, seating: Seating, occupant: Occupant) -> None:
        """Show what is kept about the person or provider, and since when it sits there."""
        if seating is not self._seating:
            self._seating = seating
            self._since.show(seating.id, seating.since)
        self._show_twins(occupant)
        if occupant is self._occupant:
            return
        self._occupant = occupant
        self._fields.show(occupant)
        self.kind.set_value(occupant.kind)
        self.model.set_value(occupant.service_model)
        self.contract.setVisible(occupant.kind == "provider")

    def _show_twins(self, occupant: Occupant) -> None:
        self.twins.setText(twins_sentence(self._bridge.client, occupant))
        self.twins.setVisible(bool(self.twins.text()))
        self.name.setAccessibleDescription(self.twins.text())

    def _date_seating(self, key: str, since: str, merge_key: str, /) -> Edit | None:
        found = self._bridge.client.find(Seating, key)
        return None if found is None else date_seating(found.id, since, merge_key=merge_key)

    def _restore_name(self) -> None:
        # A name that was wiped out is not kept: the last one comes back.
        if self._occupant is not None and not self.name.text().strip():
            self.name.load(self._bridge.client.get(Occupant, self._occupant.id).name)

    def _revise(self, revised: Callable[[Occupant], Occupant]) -> None:
        if self._occupant is not None:
            occupant = self._occupant
            self._bridge.do(revise_occupant(occupant.id, revised, name=occupant.name))

    def _set_kind(self, kind: object) -> None:
        wanted: Literal["person", "provider"] = "provider" if kind == "provider" else "person"
        self._revise(lambda now: replace(now, kind=wanted))

    def _set_model(self) -> None:
        model = cast("_Model", self.model.value)
        self._revise(lambda now: replace(now, service_model=model))
