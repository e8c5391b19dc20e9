"""Who sits in the seat: one accountable, others beside, or nobody yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.candidates import open_comparison
from mspseat_desktop.domain.edits.people import (
    add_occupant,
    give_role,
    seat_occupant,
    told_by_names,
    unseat,
)
from mspseat_desktop.domain.edits.seat import mean_seat_for
from mspseat_desktop.domain.people import sat_before
from mspseat_desktop.domain.records import (
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Candidate, Comparison
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    OccupantKind,
    SeatId,
    SeatingId,
    SeatingRole,
)
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.people.words import past_words
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.seat_panel.also_here import AlsoHere
from mspseat_desktop.ui.seat_panel.occupant_details import OccupantDetails
from mspseat_desktop.ui.seat_panel.occupant_list import (
    NewOccupant,
    OccupantButton,
    OccupantPicker,
    occupant_items,
)
from mspseat_desktop.ui.seat_panel.words import contract_line, occupant_detail
from mspseat_desktop.ui.widgets import (
    Chip,
    Choice,
    ChoiceRow,
    LineLink,
    PickerItem,
    PlainLabel,
    SectionLabel,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

MOST_BEFORE = 6
NOBODY = "nobody"
"""The id in the list that leaves the seat open."""


class InThisSeat(QWidget):
    """The section with the holder, a fold-out about it, and the others in the seat.

    `people_wanted(OccupantId)` asks for the page "People", `compare_wanted(SeatId)` for the
    candidates; that is offered while the seat is open, or once they are compared. `arranged` says
    that controls came.
    """

    people_wanted = Signal(object)
    compare_wanted = Signal(object)
    arranged = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._seat: SeatId | None = None
        self.holder = OccupantPicker(
            theme, _("In this seat"), self, items=self._items, first=self._likely_kind
        )
        self.holder.chosen.connect(self._choose)
        self.seats = Chip(theme, "", "accent", self)
        self.others = PlainLabel("", self, pixels=12, tone="muted", elide=True)
        self.contract = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.meant = PlainLabel(_("Meant for a"), self, tone="muted")
        self.meant_for = ChoiceRow(
            theme,
            _("Meant for a"),
            [Choice("person", _("Person")), Choice("provider", _("Provider"))],
            self,
            size="compact",
        )
        self.meant_for.chosen.connect(self._mean)
        self.more = LineLink(theme, _("Details"), self, icon="chevron-right")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._fold())
        self._details: OccupantDetails | None = None
        self.also = AlsoHere(bridge, theme, self)
        self.also.role_wanted.connect(self._give_role)
        self.add = OccupantButton(
            theme, _("Add somebody"), self, items=self._items_for_also, icon="user-plus"
        )
        self.add.chosen.connect(lambda picked: self._put(picked, "also"))
        self.stand_in = OccupantButton(
            theme, _("Add a stand-in"), self, items=self._items_for_also, icon="user"
        )
        self.stand_in.chosen.connect(lambda picked: self._put(picked, "stand_in"))
        self.open_people = LineLink(theme, _("Open in People"), self, icon="users")
        self.open_people.clicked.connect(self._want_people)
        self.also.people_wanted.connect(self.people_wanted)
        self.compare = LineLink(theme, "", self, icon="arrow-left-right")
        self.compare.clicked.connect(self._want_comparison)
        self.before = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self._lay_out()
        bridge.changed.connect(self._hear)

    def _lay_out(self) -> None:
        meant = QHBoxLayout()
        meant.addWidget(self.meant)
        meant.addWidget(self.meant_for)
        meant.addStretch(1)
        badge = QHBoxLayout()
        badge.setSpacing(8)
        badge.addWidget(self.seats)
        badge.addWidget(self.others, 1)
        links = _links(self.more, self.open_people)
        adding = _links(self.add, self.stand_in)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("In this seat"), self))
        column.addWidget(self.holder)
        column.addLayout(badge)
        column.addWidget(self.contract)
        column.addLayout(meant)
        column.addWidget(self.also)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addLayout(adding)
        below.addLayout(links)
        below.addLayout(_links(self.compare))
        column.addLayout(below)
        column.addWidget(self.before)

    @property
    def details(self) -> OccupantDetails:
        """Return the fold-out, which is made when it is opened for the first time."""
        if self._details is None:
            self._details = OccupantDetails(self._bridge, self._theme, self)
            self._column.insertWidget(self._column.indexOf(self.before), self._details)
            held = self._accountable()
            if held is not None:
                occupant = self._bridge.client.get(Occupant, held.occupant)
                self._details.show_holder(held, occupant)
            self.arranged.emit()
        return self._details

    def show_seat(self, seat: SeatId) -> None:
        """Show who sits in the seat."""
        self._seat = seat
        client = self._bridge.client
        seatings = client.seatings(seat)
        held = seatings[0] if seatings and seatings[0].role == "accountable" else None
        self._show_holder(held)
        self.also.show_seatings(tuple(s for s in seatings if s is not held))
        self.meant.setVisible(held is None)
        self.meant_for.setVisible(held is None)
        self.meant_for.set_value(client.seat(seat).meant_for or None)
        self.add.setVisible(bool(seatings))
        self.more.setVisible(held is not None)
        self.open_people.setVisible(held is not None)
        self._show_other_seats(held)
        self._show_comparison(seat, is_open=held is None)
        self._show_before(seat)
        self._fold()

    def _hear(self, news: News) -> None:
        """Keep the badge right when the holder gets or leaves another seat."""
        change = news.change
        if self._seat is None or not news.client.has(Seat, self._seat):
            return
        if change.touched(Seating) or _other_titles(change):
            self._show_other_seats(self._accountable())
        if change.touched(Comparison) or change.touched(Candidate):
            self._show_comparison(self._seat, is_open=self._accountable() is None)

    def _show_other_seats(self, held: Seating | None) -> None:
        client = self._bridge.client
        seatings = client.seats_of(held.occupant) if held is not None else ()
        words = [
            client.seat(s.seat).title or _("unnamed") for s in seatings if held and s.id != held.id
        ]
        count = len(seatings)
        badge = ngettext("{n} seat", "{n} seats", count).replace("{n}", str(count))
        self.seats.show_text(badge, "accent")
        self.others.setText(_("also in {seats}").replace("{seats}", ", ".join(words)))
        for part in (self.seats, self.others):
            part.setVisible(count > 1)

    def _show_comparison(self, seat: SeatId, *, is_open: bool) -> None:
        client = self._bridge.client
        comparison = open_comparison(client, seat)
        count = len(client.candidates(comparison.id)) if comparison else 0
        words = ngettext("Compare {n} candidate", "Compare {n} candidates", count)
        named = words.replace("{n}", str(count)) if count else _("Compare candidates")
        self.compare.set_caption(named)
        self.compare.setVisible(is_open or count > 0)

    def _want_comparison(self) -> None:
        if self._seat is not None:
            self._bridge.pending.flush_all()
            self.compare_wanted.emit(self._seat)

    def _show_before(self, seat: SeatId) -> None:
        client = self._bridge.client
        lines = [
            f"{client.get(Occupant, past.occupant).name}, {past_words(past)}"
            for past in sat_before(client, seat)[:MOST_BEFORE]
        ]
        self.before.setText("\n".join((_("Here before:"), *lines)) if lines else "")

    def _show_holder(self, held: Seating | None) -> None:
        if held is None:
            words = _("Choose or type a name")
            self.holder.show_item(PickerItem(NOBODY, _("Open seat"), words, "user-plus"))
            self.contract.hide()
            return
        occupant = self._bridge.client.get(Occupant, held.occupant)
        detail = occupant_detail(occupant, held.since)
        face = Pictures.of(self._bridge).maker(occupant)
        item = PickerItem(occupant.id, occupant.name, detail, occupant.kind, face)
        self.holder.show_item(item)
        line = contract_line(occupant) if occupant.kind == "provider" else ""
        self.contract.setText(line)
        self.contract.setVisible(bool(line))
        if self._details is not None:
            self._details.show_holder(held, occupant)

    def _fold(self) -> None:
        is_open = self.more.isChecked() and not self.more.isHidden()
        self.more.set_icon_name("chevron-down" if self.more.isChecked() else "chevron-right")
        if is_open or self._details is not None:
            self.details.setVisible(is_open)
        self.before.setVisible(bool(self.before.text()) and (is_open or self.more.isHidden()))

    def _accountable(self) -> Seating | None:
        for seating in self._bridge.client.seatings(self._seat) if self._seat else ():
            if seating.role == "accountable":
                return seating
        return None

    def _items(self) -> list[PickerItem]:
        held = self._accountable()
        without = frozenset({held.occupant}) if held else frozenset[OccupantId]()
        items = occupant_items(self._bridge.client, without=without)
        if held is not None:
            items.append(PickerItem(NOBODY, _("Leave the seat open"), "", "log-out"))
        return items

    def _items_for_also(self) -> list[PickerItem]:
        client = self._bridge.client
        here = client.seatings(self._seat) if self._seat else ()
        return occupant_items(client, without=frozenset(s.occupant for s in here))

    def _likely_kind(self) -> OccupantKind:
        if self._seat is None or not self._bridge.client.has(Seat, self._seat):
            return "person"
        meant_for = self._bridge.client.seat(self._seat).meant_for
        held = self._bridge.client.accountable(self._seat)
        return meant_for or (held.kind if held else "person")

    def _choose(self, picked: object) -> None:
        held = self._accountable()
        if picked == NOBODY:
            if held is not None:
                self._bridge.do(unseat(held.id, on=self._bridge.on))
        else:
            self._put(picked, "accountable")

    def _put(self, picked: object, role: SeatingRole) -> None:
        """Seat somebody known, or keep a new name and seat it, as one step of the history."""
        if self._seat is None:
            return
        new_id, on = self._bridge.new_id, self._bridge.on
        if isinstance(picked, NewOccupant):
            occupant = Occupant(OccupantId(new_id()), picked.name, picked.kind)
            seat = seat_occupant(SeatingId(new_id()), self._seat, occupant.id, role=role, on=on)
            names = {"occupant": occupant.name}
            self._bridge.do(both("create-and-seat", add_occupant(occupant), seat, params=names))
        else:
            client, known = self._bridge.client, OccupantId(str(picked))
            name, title = client.get(Occupant, known).name, client.seat(self._seat).title
            edit = seat_occupant(SeatingId(new_id()), self._seat, known, role=role, on=on)
            self._bridge.do(told_by_names(edit, occupant=name, seat=title))

    def _give_role(self, occupant: OccupantId, role: SeatingRole) -> None:
        if self._seat is None:
            return
        ids = (SeatingId(self._bridge.new_id()), SeatingId(self._bridge.new_id()))
        self._bridge.do(give_role(self._seat, occupant, role, new_ids=ids, on=self._bridge.on))

    def _want_people(self) -> None:
        held = self._accountable()
        if held is not None:
            self.people_wanted.emit(held.occupant)

    def _mean(self, kind: object) -> None:
        if self._seat is not None:
            meant = cast("Literal['person', 'provider'] | None", kind)
            self._bridge.do(mean_seat_for(self._seat, meant or ""))


def _other_titles(change: Change) -> bool:
    """Return whether a seat is called otherwise now, came or went; a move changes no title."""
    return any(
        (before and before.title) != (after and after.title) for before, after in change.of(Seat)
    )


def _links(*buttons: LineLink) -> QHBoxLayout:
    """Return a line of links, side by side."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
