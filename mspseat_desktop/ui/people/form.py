"""Everything that is kept about one person or provider, to read and to write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import revise_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.language import _
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.people.contacts import Contacts
from mspseat_desktop.ui.people.continues import Continues
from mspseat_desktop.ui.people.fields import OccupantFields, labelled, side_by_side
from mspseat_desktop.ui.people.own_values import OwnValues
from mspseat_desktop.ui.people.seats_before import SeatsBefore
from mspseat_desktop.ui.people.seats_now import SeatsNow
from mspseat_desktop.ui.people.told_apart import twins_sentence
from mspseat_desktop.ui.picture_field import PictureField
from mspseat_desktop.ui.seat_panel.tab_order import stops
from mspseat_desktop.ui.seat_panel.words import model_words
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    DropDown,
    Ground,
    PlainLabel,
    QuietButton,
    ScrollArea,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.pictures import Shape
    from mspseat_desktop.ui.theme import Theme

_Model: TypeAlias = Literal["", "repair", "managed", "strategic", "co_managed"]
EDGE = 20


class OccupantForm(Ground):
    """One column of fields; those of a contract show for a provider only.

    `left` asks for the way back to the list (Esc), `delete_asked` to delete this name,
    `forget_asked` to remove it for good.
    """

    seat_wanted = Signal(object)
    occupant_wanted = Signal(object)
    left = Signal()
    delete_asked = Signal()
    forget_asked = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__("surface", parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: OccupantId | None = None
        self.setAccessibleName(_("About this name"))
        self.area = ScrollArea(parent=self)
        self._content = QWidget(self.area.viewport())
        self._fields = OccupantFields(bridge, theme, self._content)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(EDGE, 18, EDGE, 24)
        column.setSpacing(3)
        self._add_head(column)
        self.now = SeatsNow(bridge, theme, self._content)
        self.before = SeatsBefore(bridge, theme, self._content)
        for part in (self.now, self.before):
            column.addSpacing(10)
            column.addWidget(part)
            part.seat_wanted.connect(self.seat_wanted)
        self.provider = self._make_provider()
        column.addWidget(self.provider)
        self._add_foot(column)
        self.area.hold(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _add_head(self, column: QVBoxLayout) -> None:
        self.picture = PictureField(
            self._bridge, self._theme, _("Picture"), shape="round", parent=self._content
        )
        self.picture.chosen.connect(self._set_picture)
        self.name = self._fields.line("name", _("Name"))
        self.name.editingFinished.connect(self._restore_name)
        self.twins = PlainLabel("", self._content, pixels=12, tone="partly", wrap=True)
        column.addWidget(self.picture)
        column.addSpacing(6)
        labelled(column, _("Name"), self.name)
        column.addWidget(self.twins)
        self.kind = self._choice(
            _("Is a"),
            [Choice("person", _("Person")), Choice("provider", _("Provider"))],
            self._set_kind,
        )
        self.company = self._choice(
            _("The provider is"),
            [
                Choice("company", _("A company")),
                Choice("one", _("One person"), hint=_("Such as a freelancer or a part-time CFO")),
            ],
            self._set_size,
        )
        for row in (self.kind, self.company):
            column.addWidget(row)
            column.addSpacing(4)
        self.email = labelled(column, _("E-mail"), self._fields.line("email", _("E-mail")))
        self.phone = labelled(column, _("Phone"), self._fields.line("phone", _("Phone")))

    def _make_provider(self) -> QWidget:
        fields, part = self._fields, QWidget(self._content)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(3)
        self.contacts = Contacts(self._bridge, self._theme, part)
        column.addWidget(self.contacts)
        column.addSpacing(12)
        self._contract = PlainLabel(_("Contract"), part, weight=Weight.DemiBold)
        column.addWidget(self._contract)
        column.addSpacing(4)
        words = _("Service model")
        self.model = DropDown(self._theme, words, list(model_words().items()), part)
        self.model.currentIndexChanged.connect(lambda _place: self._set_model())
        labelled(column, words, self.model)
        start, end = _("Contract starts"), _("Contract ends")
        self.contract_start = fields.day("contract_start", start)
        self.contract_end = fields.day("contract_end", end)
        side_by_side(column, (start, self.contract_start), (end, self.contract_end))
        self.backwards = PlainLabel("", part, pixels=12, tone="no", wrap=True)
        self.backwards.setContentsMargins(0, 0, 0, 6)
        column.addWidget(self.backwards)
        by, given = _("Last day to give notice"), _("Notice given on")
        self.notice_by = fields.day("notice_by", by)
        self.notice_given = fields.day("notice_given", given)
        side_by_side(column, (by, self.notice_by), (given, self.notice_given))
        self.fee = labelled(
            column, _("Fee"), fields.line("fee", _("Fee"), hint=_("For example, € 2,400 a month"))
        )
        words = _("What the contract covers")
        self.covers = labelled(column, words, fields.area("covers", words))
        words = _("What it leaves out")
        self.excludes = labelled(column, words, fields.area("excludes", words))
        self.values = OwnValues(self._bridge, part)
        labelled(column, _("Its own core values, one in each line"), self.values)
        self.continues = Continues(self._bridge, self._theme, part)
        self.continues.occupant_wanted.connect(self.occupant_wanted)
        column.addWidget(self.continues)
        return part

    def _add_foot(self, column: QVBoxLayout) -> None:
        column.addSpacing(10)
        words = _("If not rated on core values, why not")
        self.unrated_because = labelled(column, words, self._fields.line("unrated_because", words))
        words = _("Notes")
        self.notes = labelled(column, words, self._fields.area("notes", words))
        self.delete = QuietButton(self._theme, _("Delete"), self._content, icon="trash-2")
        self.delete.clicked.connect(self.delete_asked)
        self.forget = QuietButton(self._theme, _("Remove for good…"), self._content)
        self.forget.clicked.connect(self.forget_asked)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.delete)
        row.addWidget(self.forget)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _choice(
        self, words: str, choices: list[Choice], chosen: Callable[[object], None]
    ) -> ChoiceRow:
        row = ChoiceRow(self._theme, words, choices, self._content, size="compact", clearable=False)
        row.chosen.connect(chosen)
        return row

    def show_occupant(self, occupant: Occupant) -> None:
        """Show what is kept; the same occupant again keeps what is being typed."""
        is_other = occupant.id != self._occupant
        self._occupant = occupant.id
        is_provider = occupant.kind == "provider"
        self._fields.show(occupant)
        self._show_picture(occupant, is_other=is_other)
        self._show_twins(occupant)
        self._show_backwards(occupant)
        self.kind.set_value(occupant.kind)
        self.company.set_value("one" if occupant.one_person else "company")
        self.company.setVisible(is_provider)
        self.model.set_value(occupant.service_model)
        self.now.show_occupant(occupant.id)
        self.before.show_occupant(occupant.id)
        self.contacts.show_occupant(occupant.id)
        self.values.show_occupant(occupant.id)
        self.continues.show_occupant(occupant)
        self.provider.setVisible(is_provider)
        words = _("Delete {name}").replace("{name}", occupant.name)
        self.delete.setAccessibleName(words)
        words = _("Remove {name} for good").replace("{name}", occupant.name)
        self.forget.setAccessibleName(words)
        if is_other:
            self.area.verticalScrollBar().setValue(0)

    def enter(self, *, mark: bool = False) -> None:
        """Put the keyboard into the name, all of it marked if so wanted."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)
        if mark:
            self.name.selectAll()

    def enter_contract(self) -> None:
        """Put the keyboard into the day to give notice, the whole contract in view if it fits."""
        if self.provider.isHidden():
            return
        self._content.adjustSize()
        place = self._contract.mapTo(self._content, QPoint(0, 0)).y()
        self.notice_by.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(place - EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's own argument
        """Let the Tab key go as the eye does, however late a card was made, and out at the ends."""
        now = QApplication.focusWidget()
        order = [stop for stop in stops(self._content) if _takes_tab(stop)]
        if now is None or now not in order:
            return super().focusNextPrevChild(forwards)
        at = order.index(now) + (1 if forwards else -1)
        target = order[at] if 0 <= at < len(order) else self._outside(now, forwards=forwards)
        reasons = Qt.FocusReason
        target.setFocus(reasons.TabFocusReason if forwards else reasons.BacktabFocusReason)
        return True

    def _outside(self, start: QWidget, *, forwards: bool) -> QWidget:
        """Return the next stop of the window that is not in here."""
        walk = start
        while True:
            near = walk.nextInFocusChain() if forwards else walk.previousInFocusChain()
            walk = near or start
            if walk is start or (not self.isAncestorOf(walk) and _takes_tab(walk)):
                return walk

    def _show_twins(self, occupant: Occupant) -> None:
        self.twins.setText(twins_sentence(self._bridge.client, occupant))
        self.twins.setVisible(bool(self.twins.text()))
        self.name.setAccessibleDescription(self.twins.text())

    def _show_backwards(self, occupant: Occupant) -> None:
        """Say below the end of a contract that it is before its start; both stay as typed."""
        start, end = occupant.contract_start, occupant.contract_end
        wrong = bool(start and end) and end < start
        self.backwards.setText(_("This contract would end before it starts.") if wrong else "")
        self.backwards.setVisible(wrong)
        if self.contract_end.is_understood:
            self.contract_end.field.set_wrong(wrong=wrong)
            self.contract_end.field.setAccessibleDescription(self.backwards.text())

    def _show_picture(self, occupant: Occupant, *, is_other: bool) -> None:
        shape: Shape = "square" if occupant.kind == "provider" else "round"
        self.picture.show_letters(initials(occupant.name), shape=shape)
        if is_other or occupant.portrait != self.picture.picture:
            self.picture.show_picture(occupant.portrait)
        if is_other:
            self.picture.trouble.hide()

    def _set_picture(self, name: object) -> None:
        self._revise(lambda now: replace(now, portrait=BlobHash(str(name))))

    def _restore_name(self) -> None:
        # A name that was wiped out is not kept: the last one comes back.
        now = self._now()
        if now is not None and not self.name.text().strip():
            self.name.load(now.name)

    def _now(self) -> Occupant | None:
        client = self._bridge.client
        return client.find(Occupant, self._occupant) if self._occupant is not None else None

    def _revise(self, revised: Callable[[Occupant], Occupant]) -> None:
        now = self._now()
        if now is not None:
            self._bridge.do(revise_occupant(now.id, revised, name=now.name))

    def _set_kind(self, kind: object) -> None:
        wanted: Literal["person", "provider"] = "provider" if kind == "provider" else "person"
        self._revise(lambda now: replace(now, kind=wanted))

    def _set_size(self, size: object) -> None:
        self._revise(lambda now: replace(now, one_person=size == "one"))

    def _set_model(self) -> None:
        model = cast("_Model", self.model.value)
        self._revise(lambda now: replace(now, service_model=model))


def _takes_tab(widget: QWidget) -> bool:
    """Whether the Tab key stops here now."""
    stops_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()
