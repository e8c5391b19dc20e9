"""Makes the edit that puts an imported chart into a client, in one step of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import (
    Occupant,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
    SecondLineId,
)
from mspseat_desktop.exchange.people import People
from mspseat_desktop.wording.imports import imported_on_text, note_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import SeatingRole
    from mspseat_desktop.exchange.imported import ImportedChart, ImportedOccupant, ImportedSeat

NewId: TypeAlias = "Callable[[], str]"

MARKED = frozenset(
    {
        "missing_parent",
        "self_parent",
        "cycle_cut",
        "in_cycle",
        "parent_read_as",
        "parent_of_several",
        "id_used_again",
        "id_shared",
    }
)
"""Codes of the notes that a seat keeps as its import note; the summary has all of them."""


def import_edit(chart: ImportedChart, *, new_id: NewId, on: str) -> Edit:
    """Return the edit that adds the chart's seats after those that are there.

    `on` is the day of the import (ISO 8601). Occupants of the client with the same name, and no
    other e-mail, take their seats; no start date is known, so none is set.
    """

    def run(work: Revision) -> None:
        for record in imported_records(chart, work.client, new_id=new_id, on=on):
            work.put(record)

    return Edit("import-chart", run, {"seats": str(len(chart.seats))})


def paste_edit(
    chart: ImportedChart, *, under: SeatId | None, ids: Sequence[SeatId], new_id: NewId, on: str
) -> Edit:
    """Return the edit that adds pasted seats as the last reports of one; `ids` become theirs."""

    def run(work: Revision) -> None:
        if under is not None and work.client.seat(under).closed_on:
            raise Refused("reports-to-closed-seat")
        for record in imported_records(
            chart, work.client, new_id=new_id, on=on, under=under, ids=ids
        ):
            work.put(record)

    count = len(chart.seats)
    return Edit("paste-seat" if count == 1 else "paste-seats", run, {"count": str(count)})


def imported_records(
    chart: ImportedChart,
    client: Client,
    *,
    new_id: NewId,
    on: str,
    under: SeatId | None = None,
    ids: Sequence[SeatId] = (),
) -> Iterator[Record]:
    """Yield the records that the chart adds to the client, each after those it refers to.

    They hang under the seat `under`, as roots for None; `ids` are those to give, made for none.
    """
    ids = ids or [SeatId(new_id()) for _seat in chart.seats]
    yield from _seats(chart, client, ids, on=on, under=under)
    for seat_id, seat in zip(ids, chart.seats, strict=True):
        # Second lines sort by id, as seatings do.
        lines = sorted(new_id() for _line in seat.second_lines)
        for line, (to, about) in zip(lines, seat.second_lines, strict=True):
            yield SecondLine(SecondLineId(line), seat_id, ids[to], about)
    occupants, seated = _occupants(chart, client, new_id)
    yield from occupants
    for seat_id, seat, holders in zip(ids, chart.seats, seated, strict=True):
        for number, text in enumerate(seat.responsibilities, start=1):
            yield Responsibility(ResponsibilityId(new_id()), seat_id, number * GAP, text)
        # Those who are also there sort by id: sorted ids keep the order of the file.
        seatings = sorted(new_id() for _holder in holders)
        for number, (seating, occupant) in enumerate(zip(seatings, holders, strict=True)):
            role: SeatingRole = "also" if number else "accountable"
            yield Seating(SeatingId(seating), seat_id, occupant, role)


def _seats(
    chart: ImportedChart, client: Client, ids: Sequence[SeatId], *, on: str, under: SeatId | None
) -> Iterator[Seat]:
    there = client.children(under)
    used: dict[int | None, int] = {None: client.seat(there[-1]).order if there else 0}
    notes = _import_notes(chart, on)
    made: dict[int, Seat] = {}
    for at, seat in enumerate(chart.seats):
        used[seat.parent] = used.get(seat.parent, 0) + GAP
        made[at] = Seat(
            ids[at],
            under if seat.parent is None else ids[seat.parent],
            used[seat.parent],
            seat.title,
            seat.purpose,
            notes=seat.notes,
            source_id=seat.source_id,
            import_note=notes.get(at, ""),
            assistant=seat.assistant,
        )
    for at in _parents_first(chart):
        yield made[at]


def _parents_first(chart: ImportedChart) -> Iterator[int]:
    below: dict[int | None, list[int]] = {}
    for at, seat in enumerate(chart.seats):
        below.setdefault(seat.parent, []).append(at)
    waiting = below.get(None, [])[::-1]
    while waiting:
        at = waiting.pop()
        yield at
        waiting.extend(reversed(below.get(at, ())))


def _import_notes(chart: ImportedChart, on: str) -> dict[int, str]:
    notes: dict[int, list[str]] = {}
    for note in chart.notes:
        if note.seat is not None and note.code in MARKED:
            first = imported_on_text(on, chart.seats[note.seat].row)
            text = note_text(note.code, row=note.row, value=note.value, more=note.more)
            notes.setdefault(note.seat, [first]).append(text)
    return {at: "\n".join(lines) for at, lines in notes.items()}


def _occupants(
    chart: ImportedChart, client: Client, new_id: NewId
) -> tuple[list[Occupant], list[list[OccupantId]]]:
    """Return the occupants to add, and for each seat who sits there."""
    there = sorted(client.every(Occupant), key=lambda occupant: occupant.id)
    people = People(there)
    ids = [occupant.id for occupant in there]
    added: dict[int, list[ImportedOccupant]] = {}
    seated = []
    for seat in chart.seats:
        holders = []
        for one in seat.occupants:
            number = people.number(one)
            if number == len(ids):
                ids.append(OccupantId(new_id()))
            if number >= len(there):
                added.setdefault(number, []).append(one)
            holders.append(ids[number])
        seated.append(list(dict.fromkeys(holders)))
    return [_occupant(ids[number], said) for number, said in added.items()], seated


def _occupant(occupant: OccupantId, said: list[ImportedOccupant]) -> Occupant:
    """Return one record of all that the rows say about somebody; the first word counts."""
    return Occupant(
        occupant,
        said[0].name,
        "provider" if any(one.kind == "provider" for one in said) else "person",
        email=next((one.email for one in said if one.email), ""),
        phone=next((one.phone for one in said if one.phone), ""),
    )


def open_seats(seats: tuple[ImportedSeat, ...]) -> int:
    """Return how many of the seats nobody holds."""
    return sum(not seat.occupants for seat in seats)
