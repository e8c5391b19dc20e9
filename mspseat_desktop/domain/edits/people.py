"""Edits of people and providers, and of who sits where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Review, Seat, Seating, SeatingRole
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import OccupantId, SeatId, SeatingId
    from mspseat_desktop.domain.revision import Revision


def add_occupant(occupant: Occupant) -> Edit:
    """Add a person or a provider."""

    def run(work: Revision) -> None:
        if not occupant.name.strip():
            raise Refused("occupant-without-name")
        work.put(occupant)

    return Edit("add-occupant", run, {"occupant": occupant.name})


def change_occupant(occupant: Occupant, *, merge_key: str = "") -> Edit:
    """Replace what is kept about the person or provider with this id."""

    def run(work: Revision) -> None:
        work.client.get(Occupant, occupant.id)
        if not occupant.name.strip():
            raise Refused("occupant-without-name")
        work.put(occupant)

    return Edit("change-occupant", run, {"occupant": occupant.name}, merge_key)


def seat_occupant(
    seating: SeatingId,
    seat: SeatId,
    occupant: OccupantId,
    *,
    role: SeatingRole = "accountable",
    on: str,
    since: str | None = None,
) -> Edit:
    """Put the occupant into the seat on the day `on`.

    `since` is the day from which it has sat there. None leaves it open for the first one ever
    named for a seat, who has usually held it long before the chart was drawn, and means `on` for
    everybody after.

    The accountable one before leaves the seat on that day: only one is accountable. Somebody who
    sat there in another role takes the new role.
    """

    def run(work: Revision) -> None:
        work.client.get(Occupant, occupant)
        began = since
        if began is None:
            began = on if work.client.ids(Seating, "seat", seat) else ""
        for now in work.client.seatings(seat):
            replaces = role == "accountable" and now.role == "accountable"
            if now.occupant == occupant and now.role == role:
                return
            if now.occupant == occupant or replaces:
                _end(work, now, on)
        work.put(Seating(seating, seat, occupant, role, since=began))
        record = work.client.get(Seat, seat)
        if record.meant_for and role == "accountable":
            work.put(replace(record, meant_for=""))

    return Edit("seat-occupant", run)


def date_seating(seating: SeatingId, since: str, *, merge_key: str = "") -> Edit:
    """Say from which day on the occupant has sat there; empty for not known."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.get(Seating, seating), since=since))

    return Edit("date-seating", run, merge_key=merge_key)


def unseat(seating: SeatingId, *, on: str) -> Edit:
    """Let the occupant leave the seat on the day `on`."""

    def run(work: Revision) -> None:
        _end(work, work.client.get(Seating, seating), on)

    return Edit("unseat", run)


def remove_occupant(occupant: OccupantId) -> Edit:
    """Delete a person or provider who sits nowhere and was never reviewed."""

    def run(work: Revision) -> None:
        record = work.client.get(Occupant, occupant)
        if work.client.seats_of(occupant):
            raise Refused("occupant-is-seated", occupant=record.name)
        if work.client.owned(Review, "occupant", occupant):
            raise Refused("occupant-has-reviews", occupant=record.name)
        for past in work.client.owned(Seating, "occupant", occupant):
            work.remove(past)
        for contact in work.client.contacts(occupant):
            work.remove(contact)
        for value in work.client.values_of(occupant):
            work.remove(value)
        for earlier in work.client.owned(Occupant, "continues_as", occupant):
            work.put(replace(earlier, continues_as=None))
        work.remove(record)

    return Edit("delete-occupant", run)


def _end(work: Revision, seating: Seating, on: str) -> None:
    """End the seating; one that began the same day was a slip and leaves no trace."""
    if seating.since >= on:
        work.remove(seating)
    else:
        work.put(replace(seating, until=on))
