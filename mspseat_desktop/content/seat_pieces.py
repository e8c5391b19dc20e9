"""Seats as a piece that is carried from one chart to another, in the form of a template."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

import tomli_w

from mspseat_desktop.content.reading import tables, text
from mspseat_desktop.content.template_files import (
    MOST_SEATS,
    OwnTemplate,
    template_of,
    template_table,
    words_of,
)
from mspseat_desktop.domain.edits.branches import tops
from mspseat_desktop.domain.people import name_key
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import OccupantId, SeatingId
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from mspseat_desktop.content.templates import SeatTemplate
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import OccupantKind, SeatId, SeatingRole

_ROLES: Final[Mapping[str, SeatingRole]] = {
    "accountable": "accountable",
    "also": "also",
    "stand_in": "stand_in",
}


@dataclass(frozen=True, slots=True)
class PieceOccupant:
    """Who sits in a seat of a piece, which is known by its id there."""

    seat: str
    name: str
    kind: OccupantKind
    role: SeatingRole

    @property
    def key(self) -> tuple[str, OccupantKind]:
        """What is the same for one and the same person or provider."""
        return name_key(self.name), self.kind


def piece_of(client: Client, seats: Collection[SeatId]) -> OwnTemplate:
    """Return the branches of the seats as one piece; what a template leaves out stays here.

    Raises FileProblem("template-large") for more seats than a piece holds.
    """
    found: list[SeatTemplate] = []
    name = ""
    for top in tops(client, seats):
        name = name or client.seat(top).title
        kept = template_of(client, top, name=name, with_branch=True).seats
        if len(found) + len(kept) > MOST_SEATS:
            raise FileProblem("template-large", name=name)
        found += [_further(seat, len(found)) for seat in kept]
    return OwnTemplate(name, tuple(found))


def people_of(client: Client, seats: Collection[SeatId]) -> tuple[PieceOccupant, ...]:
    """Return who sits in the seats of the piece, with name, kind and role and nothing else."""
    carried = (seat for top in tops(client, seats) for seat in client.branch(top))
    return tuple(
        PieceOccupant(str(number), holder.name, holder.kind, seating.role)
        for number, seat in enumerate(carried, start=1)
        for seating in client.seatings(seat)
        for holder in (client.get(Occupant, seating.occupant),)
    )


def piece_bytes(piece: OwnTemplate, people: Sequence[PieceOccupant] = ()) -> bytes:
    """Return the piece as the clipboard holds it; `read_template` reads it, without the people."""
    rows = [asdict(one) for one in people]
    return tomli_w.dumps(template_table(piece) | ({"occupant": rows} if rows else {})).encode()


def read_people(content: bytes) -> tuple[PieceOccupant, ...]:
    """Return who sits in the seats of a piece that `read_template` has taken."""
    return tuple(
        PieceOccupant(
            text(row, "seat"),
            name,
            "provider" if text(row, "kind") == "provider" else "person",
            _ROLES.get(text(row, "role"), "also"),
        )
        for row in tables(tomllib.loads(content.decode()), "occupant")
        if (name := words_of(row, "name"))
    )


def seat_people(
    people: Sequence[PieceOccupant], seats: Mapping[str, SeatId], *, new_id: Callable[[], str]
) -> Edit:
    """Put people into the seats that became of the piece's: those of one name and kind are one.

    Who is in the client already takes the seat; nobody else's is known since when, so no day is.
    """

    def run(work: Revision) -> None:
        there = sorted(work.client.every(Occupant), key=lambda one: one.id, reverse=True)
        known = {(name_key(one.name), one.kind): one.id for one in there}
        held: dict[SeatId, set[OccupantId]] = {}
        for one in people:
            seat = seats.get(one.seat)
            if seat is None:
                continue
            if one.key not in known:
                known[one.key] = OccupantId(new_id())
                work.put(Occupant(known[one.key], one.name, one.kind))
            holders = held.setdefault(seat, set())
            role = "also" if holders and one.role == "accountable" else one.role
            if known[one.key] not in holders:
                work.put(Seating(SeatingId(new_id()), seat, known[one.key], role))
            holders.add(known[one.key])

    return Edit("seat-occupant", run)


def piece_text(piece: OwnTemplate, people: Sequence[PieceOccupant] = ()) -> str:
    """Return the titles as an indented list, for programs that take text only."""
    names: dict[str, list[str]] = {}
    for one in people:
        names.setdefault(one.seat, []).append(one.name)
    depth: dict[str, int] = {"": -1}
    lines = []
    for seat in piece.seats:
        depth[seat.id] = depth[seat.parent] + 1
        said = ": ".join(filter(None, [seat.title, ", ".join(names.get(seat.id, ()))]))
        lines.append("\t" * depth[seat.id] + " ".join(said.split()))
    return "\n".join(lines)


def _further(seat: SeatTemplate, by: int) -> SeatTemplate:
    parent = str(int(seat.parent) + by) if seat.parent else ""
    return replace(seat, id=str(int(seat.id) + by), parent=parent)
