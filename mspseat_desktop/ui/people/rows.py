"""The rows of the list: what each says, which are shown for a search, and in what order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.people import (
    contract_day,
    contract_is_near,
    next_review,
    seats_in_order,
)
from mspseat_desktop.domain.records import (
    Contact,
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.ui.widgets.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import (
        BlobHash,
        OccupantId,
        SeatId,
        SeatingRole,
    )
    from mspseat_desktop.ui.people.words import Showing

Column: TypeAlias = Literal["name", "seats", "review", "notice"]
COLUMNS: tuple[Column, ...] = ("name", "seats", "review", "notice")


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat that somebody holds now, and how."""

    seat: SeatId
    title: str
    role: SeatingRole


@dataclass(frozen=True, slots=True)
class Row:
    """What the list says about one name; `folded` is what a search looks through."""

    id: OccupantId
    name: str
    is_provider: bool
    seats: tuple[SeatLine, ...]
    contract_day: str
    is_end: bool
    notice_given: bool
    is_near: bool
    folded: str
    key: str
    portrait: BlobHash


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list shall show, in which order."""

    search: str = ""
    showing: Showing = "all"
    by: Column = "name"
    downwards: bool = False


@dataclass(slots=True)
class Roster:
    """A row for every name, kept up to date by what edits touch.

    The next reviews are looked up only for rows on show, and for all when the list is sorted so.
    """

    client: Client
    on: str
    rows: dict[OccupantId, Row] = field(default_factory=dict)
    _reviews: dict[OccupantId, str] = field(default_factory=dict)

    def fill(self, client: Client, *, on: str) -> None:
        """Look at everybody anew."""
        self.client, self.on = client, on
        self._reviews.clear()
        self.rows = {o.id: row_of(client, o, on=on) for o in client.every(Occupant)}

    def hear(self, change: Change, client: Client) -> bool:
        """Look anew at those whom the change concerns; return whether there were any."""
        self.client = client
        touched = set(_concerned(change, client))
        for name in touched:
            self._reviews.pop(name, None)
            occupant = client.find(Occupant, name)
            if occupant is None:
                self.rows.pop(name, None)
            else:
                self.rows[name] = row_of(client, occupant, on=self.on)
        return bool(touched)

    def listed(self, wanted: Wanted) -> list[Row]:
        """Return the rows to show in order; a row that has no such date comes last."""
        words = fold(wanted.search).split()
        rows = [
            row
            for row in self.rows.values()
            if _is_shown(row, wanted.showing) and all(word in row.folded for word in words)
        ]
        rows.sort(key=lambda row: (row.key, row.id))
        if wanted.by == "name":
            return rows[::-1] if wanted.downwards else rows
        places = {row.id: self._place(row, wanted.by) for row in rows}
        filled = [row for row in rows if places[row.id]]
        filled.sort(key=lambda row: places[row.id], reverse=wanted.downwards)
        return filled + [row for row in rows if not places[row.id]]

    def next_review(self, occupant: OccupantId) -> str:
        """Return the day of the occupant's next review, "" for none."""
        if occupant not in self._reviews:
            self._reviews[occupant] = next_review(self.client, occupant)
        return self._reviews[occupant]

    def _place(self, row: Row, by: Column) -> str:
        match by:
            case "review":
                return self.next_review(row.id)
            case "notice":
                return row.contract_day
            case _:
                return " ".join(fold(line.title) or "?" for line in row.seats)


def row_of(client: Client, occupant: Occupant, *, on: str) -> Row:
    """Return what the list says about the person or provider."""
    seats = tuple(
        SeatLine(s.seat, client.seat(s.seat).title, s.role)
        for s in seats_in_order(client, occupant.id)
    )
    contacts = client.contacts(occupant.id)
    known = (occupant.name, occupant.email, occupant.phone, *(line.title for line in seats))
    day = contract_day(occupant)
    return Row(
        id=occupant.id,
        name=occupant.name,
        is_provider=occupant.kind == "provider",
        seats=seats,
        contract_day=day,
        is_end=bool(day) and (day != occupant.notice_by or bool(occupant.notice_given)),
        notice_given=bool(occupant.notice_given),
        is_near=bool(day) and contract_is_near(client, occupant, on=on),
        folded=fold(" ".join((*known, *(f"{c.name} {c.email}" for c in contacts)))),
        key=fold(occupant.name.strip()),
        portrait=occupant.portrait,
    )


def _is_shown(row: Row, showing: Showing) -> bool:
    return {
        "all": True,
        "people": not row.is_provider,
        "providers": row.is_provider,
        "contracts": row.is_near,
    }[showing]


def _concerned(change: Change, client: Client) -> Iterator[OccupantId]:
    for touch in change.touches:
        for record in (touch.before, touch.after):
            match record:
                case Occupant():
                    yield record.id
                case Seating() | Review() | Contact():
                    yield record.occupant
                case Seat():
                    yield from (s.occupant for s in client.owned(Seating, "seat", record.id))
                case _:
                    pass
