"""The seats that somebody holds now: each with how it came out, since when, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import (
    date_seating,
    give_role,
    seat_occupant,
    take_seat,
    told_by_names,
    unseat,
)
from mspseat_desktop.domain.people import outcome_in, seats_in_order
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.people.fields import DateMemory
from mspseat_desktop.ui.people.words import outcome_chip
from mspseat_desktop.ui.seat_panel.entries import date_entry
from mspseat_desktop.ui.seat_panel.list_button import ListButton
from mspseat_desktop.ui.seat_panel.menus import add_choices, add_step
from mspseat_desktop.ui.seat_panel.tags import TagsButton
from mspseat_desktop.ui.seat_panel.words import role_words
from mspseat_desktop.ui.shortcuts.telling import keep_told, ratings_hidden_words
from mspseat_desktop.ui.widgets import (
    Answer,
    Card,
    Chip,
    DateField,
    LineLink,
    PickerItem,
    PlainLabel,
    ask,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import SeatingRole
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class SeatCard(Card):
    """One seat: its title as a link, its outcome, since when, and a menu."""

    seat_wanted = Signal(object)
    role_wanted = Signal(object)
    leave_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, tight=True)
        self._bridge = bridge
        self.seating: Seating | None = None
        self.link = LineLink(theme, "", self, icon="armchair")
        self.link.clicked.connect(self._open)
        self.chip = Chip(theme, "", "unanswered", self)
        self.menu = TagsButton(theme, "", self, fill=self._fill)
        self.menu.delete_key.connect(self.leave_wanted)
        words = _("Sits there since")
        self.since = DateField(theme, words, self, pending=bridge.pending, today=bridge.today)
        self._since = DateMemory(date_entry(bridge, self.since, self._date), self.since)
        self._lay_out(words)

    def _lay_out(self, words: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.link, 0)
        head.addStretch(1)
        head.addWidget(self.menu)
        chip = QHBoxLayout()
        chip.setContentsMargins(6, 0, 0, 4)
        chip.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        chip.addStretch(1)
        date = QHBoxLayout()
        date.setContentsMargins(6, 0, 4, 0)
        date.setSpacing(10)
        date.addWidget(PlainLabel(words, self, pixels=12, tone="muted"))
        date.addWidget(self.since, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 8)
        column.setSpacing(2)
        for line in (head, chip, date):
            column.addLayout(line)

    def show_seating(self, seating: Seating) -> None:
        """Show a seat that the occupant holds."""
        self.seating = seating
        client = self._bridge.client
        title = client.seat(seating.seat).title or _("unnamed")
        self.link.set_caption(title)
        self.link.setAccessibleName(_("Show the seat {seat}").replace("{seat}", title))
        self.menu.set_name(_("More about the seat {seat}").replace("{seat}", title))
        role = {"accountable": "", "also": _("Also"), "stand_in": _("Stands in")}[seating.role]
        self.menu.show_tags([(role, "unanswered")] if role else [])
        shows = not self._bridge.ratings_hidden
        if shows:
            words, tone = outcome_chip(outcome_in(client, seating.seat, seating.occupant))
            self.chip.show_text(words, tone, mark="check" if tone == "yes" else "")
        self.chip.setVisible(shows)
        self._since.show(seating.id, seating.since)

    def _date(self, key: str, since: str, merge_key: str, /) -> Edit | None:
        found = self._bridge.client.find(Seating, key)
        return None if found is None else date_seating(found.id, since, merge_key=merge_key)

    def _fill(self, menu: QMenu) -> None:
        if self.seating is not None:
            add_choices(menu, role_words(), self.seating.role, choose=self.role_wanted.emit)
            add_step(menu, _("Leave this seat"), self.leave_wanted.emit, keys=_("Del"))

    def _open(self) -> None:
        if self.seating is not None:
            self.seat_wanted.emit(self.seating.seat)


class SeatsNow(QWidget):
    """The section; `seat_wanted(SeatId)` for a click on one."""

    seat_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: OccupantId | None = None
        self._cards: list[SeatCard] = []
        self.badge = Chip(theme, "", "accent", self)
        self.none = PlainLabel(_("No seat yet."), self, tone="muted")
        self.hidden = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        keep_told(self, lambda: self.hidden.setText(ratings_hidden_words()))
        self.add = ListButton(
            theme, _("Give a seat"), self, items=self._open_items, icon="armchair"
        )
        self.add.chosen.connect(self._take)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("Seats now"), self, weight=theme.font().Weight.DemiBold))
        head.addWidget(self.badge)
        head.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.none, self.hidden):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def cards(self) -> tuple[SeatCard, ...]:
        """Return the seats on show."""
        return tuple(card for card in self._cards if card.seating is not None)

    def show_occupant(self, occupant: OccupantId) -> None:
        """Show the seats of this one."""
        self._occupant = occupant
        seatings = seats_in_order(self._bridge.client, occupant)
        while len(self._cards) < len(seatings):
            self._cards.append(self._made())
        for place, card in enumerate(self._cards):
            if place < len(seatings):
                card.show_seating(seatings[place])
            else:
                card.seating = None
            card.setVisible(place < len(seatings))
        count = len(seatings)
        words = ngettext("{n} seat", "{n} seats", count).replace("{n}", str(count))
        self.badge.show_text(words, "accent")
        self.badge.setVisible(count > 1)
        self.none.setVisible(not count)
        self.hidden.setVisible(bool(count) and self._bridge.ratings_hidden)

    def _made(self) -> SeatCard:
        card = SeatCard(self._bridge, self._theme, self)
        card.seat_wanted.connect(self.seat_wanted)
        card.role_wanted.connect(lambda role: self._give_role(card, role))
        card.leave_wanted.connect(lambda: self._leave(card))
        self._list.addWidget(card)
        return card

    def _leave(self, card: SeatCard) -> None:
        if card.seating is not None:
            self._bridge.do(unseat(card.seating.id, on=self._bridge.on))
            self.add.setFocus()

    def _give_role(self, card: SeatCard, role: SeatingRole) -> None:
        seating = card.seating
        if seating is not None and role != seating.role:
            ids = (SeatingId(self._bridge.new_id()), SeatingId(self._bridge.new_id()))
            self._bridge.do(
                give_role(seating.seat, seating.occupant, role, new_ids=ids, on=self._bridge.on)
            )

    def _open_items(self) -> list[PickerItem]:
        client = self._bridge.client
        mine = client.seats_of(self._occupant) if self._occupant is not None else ()
        here = {seating.seat for seating in mine}
        free: list[PickerItem] = []
        held: list[PickerItem] = []
        for seat in client.chart():
            if seat not in here:
                holder = client.accountable(seat)
                title = client.seat(seat).title or _("unnamed")
                detail = holder.name if holder else _("Open seat")
                item = PickerItem(seat, title, detail, "armchair")
                (held if holder else free).append(item)
        return free + held

    def _take(self, picked: object) -> None:
        """Give an open seat at once; for one that is held say so, and ask for another part."""
        seat = SeatId(str(picked))
        holder = self._bridge.client.accountable(seat)
        if holder is None:
            self._seat(seat, "accountable")
            return
        title = self._bridge.client.seat(seat).title or _("unnamed")
        words = _(
            "“{name}” is accountable for “{seat}”, and a seat has only one accountable. Let this"
            " one help there, stand in, or take the seat over: then “{name}” leaves it."
        )

        def go_on(role: Hashable | None) -> None:
            if role in ("accountable", "also", "stand_in"):
                self._seat(seat, role, takes_over=role == "accountable")

        ask(
            self._theme,
            self.window(),
            title=_("This seat is held"),
            text=words.replace("{seat}", title[:60]).replace("{name}", holder.name[:60]),
            answers=(
                Answer(None, _("Cancel")),
                Answer("accountable", _("Take the seat over")),
                Answer("stand_in", _("Stand in")),
                Answer("also", _("Also in this seat"), "primary"),
            ),
            then=go_on,
        )

    def _seat(self, seat: SeatId, role: SeatingRole, *, takes_over: bool = False) -> None:
        if self._occupant is not None and self._bridge.client.has(Occupant, self._occupant):
            seating = SeatingId(self._bridge.new_id())
            on = self._bridge.on
            client = self._bridge.client
            name, title = client.get(Occupant, self._occupant).name, client.seat(seat).title
            put = seat_occupant if takes_over else take_seat
            edit = put(seating, seat, self._occupant, role=role, on=on)
            self._bridge.do(told_by_names(edit, occupant=name, seat=title))
