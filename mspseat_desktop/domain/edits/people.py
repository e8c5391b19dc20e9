"""Edits of people and providers, and of who sits where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP, order_at
from mspseat_desktop.domain.records import (
    Contact,
    CoreValue,
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Candidate,
    Comparison,
    Form,
    Review,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import SeatingRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import (
        ContactId,
        CoreValueId,
        OccupantId,
        SeatId,
        SeatingId,
    )


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


def revise_occupant(
    occupant: OccupantId,
    revised: Callable[[Occupant], Occupant],
    *,
    name: str = "",
    merge_key: str = "",
) -> Edit:
    """Change something about the person or provider as it is when the edit runs.

    `name` is for the history only.
    """

    def run(work: Revision) -> None:
        record = revised(work.client.get(Occupant, occupant))
        if not record.name.strip():
            raise Refused("occupant-without-name")
        work.put(record)

    return Edit("change-occupant", run, {"occupant": name}, merge_key)


def continue_as(occupant: OccupantId, successor: OccupantId | None, *, name: str = "") -> Edit:
    """Say which provider a bought or renamed one goes on as; None for none.

    A firm can not go on as itself, nor as one that goes on as it.
    """
    return revise_occupant(occupant, lambda now: replace(now, continues_as=successor), name=name)


def take_seat(
    seating: SeatingId,
    seat: SeatId,
    occupant: OccupantId,
    *,
    role: SeatingRole = "accountable",
    on: str,
) -> Edit:
    """Give the occupant one more seat; unlike `seat_occupant` it takes the seat from nobody.

    Raises Refused("second-accountable") when somebody else holds it, Refused("twice-in-one-seat")
    when the occupant does.
    """

    def run(work: Revision) -> None:
        held = work.client.accountable(seat)
        if role == "accountable" and held is not None and held.id != occupant:
            raise Refused(
                "second-accountable", seat=work.client.seat(seat).title, occupant=held.name
            )
        if held is not None and held.id == occupant:
            raise Refused("twice-in-one-seat", seat=work.client.seat(seat).title)
        seat_occupant(seating, seat, occupant, role=role, on=on).run(work)

    return Edit("seat-occupant", run)


def give_role(
    seat: SeatId,
    occupant: OccupantId,
    role: SeatingRole,
    *,
    new_ids: tuple[SeatingId, SeatingId],
    on: str,
) -> Edit:
    """Let the occupant sit there in another role.

    Who becomes accountable changes places with who was, who stays as "also in this seat".
    """

    def run(work: Revision) -> None:
        held = work.client.accountable(seat)
        seat_occupant(new_ids[0], seat, occupant, role=role, on=on).run(work)
        if role == "accountable" and held is not None and held.id != occupant:
            seat_occupant(new_ids[1], seat, held.id, role="also", on=on).run(work)

    return Edit("seat-occupant", run)


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


def told_by_names(edit: Edit, *, occupant: str, seat: str) -> Edit:
    """Return a seating that the history names by who takes which seat."""
    return replace(edit, name="put-into-seat", params={"occupant": occupant, "seat": seat})


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
    """Delete a person or provider who sits nowhere and was never reviewed.

    Refused("occupant-is-seated") names the one seat, "occupant-has-seats" how many there are;
    "occupant-has-draft" names the seat of an unfinished review; "occupant-has-reviews" is final.
    """

    def run(work: Revision) -> None:
        client = work.client
        record = client.get(Occupant, occupant)
        seats = [client.seat(s.seat).title for s in client.seats_of(occupant)]
        if len(seats) == 1:
            raise Refused("occupant-is-seated", occupant=record.name, seat=seats[0])
        if seats:
            raise Refused("occupant-has-seats", occupant=record.name, count=str(len(seats)))
        reviews = client.owned(Review, "occupant", occupant)
        if any(review.state == "finished" for review in reviews):
            raise Refused("occupant-has-reviews", occupant=record.name)
        if reviews:
            seat = client.seat(reviews[0].seat).title
            raise Refused("occupant-has-draft", occupant=record.name, seat=seat)
        _remove(work, record)

    return Edit("delete-occupant", run)


def _remove(work: Revision, record: Occupant) -> None:
    client, occupant = work.client, record.id
    for past in client.owned(Seating, "occupant", occupant):
        work.remove(past)
    for chosen in client.owned(Comparison, "chosen", occupant):
        work.put(replace(chosen, chosen=None))
    for candidate in client.owned(Candidate, "occupant", occupant):
        work.remove(candidate)
    for form in client.owned(Form, "occupant", occupant):
        work.remove(form)
    for contact in client.contacts(occupant):
        work.remove(contact)
    for value in client.values_of(occupant):
        work.remove(value)
    for earlier in client.owned(Occupant, "continues_as", occupant):
        work.put(replace(earlier, continues_as=None))
    work.remove(record)


def add_contact(contact: Contact, *, index: int | None = None) -> Edit:
    """Add somebody whom the client calls at the provider; its own `order` is not used."""

    def run(work: Revision) -> None:
        ids = work.client.ids(Contact, "occupant", contact.occupant)
        work.put(replace(contact, order=order_at(work, Contact, ids, index)))

    return Edit("add-contact", run)


def change_contact(
    contact: ContactId, changed: Callable[[Contact], Contact], *, merge_key: str = ""
) -> Edit:
    """Change something about the contact as it is when the edit runs; its place stays."""

    def run(work: Revision) -> None:
        record = work.client.get(Contact, contact)
        after = changed(record)
        work.put(replace(after, id=record.id, occupant=record.occupant, order=record.order))

    return Edit("change-contact", run, merge_key=merge_key)


def move_contact(contact: ContactId, index: int) -> Edit:
    """Move the contact among those of its provider; `index` counts the others."""

    def run(work: Revision) -> None:
        record = work.client.get(Contact, contact)
        ids = work.client.ids(Contact, "occupant", record.occupant)
        others = tuple(i for i in ids if i != contact)
        work.put(replace(record, order=order_at(work, Contact, others, index)))

    return Edit("move-contact", run)


def remove_contact(contact: ContactId) -> Edit:
    """Take the contact out."""

    def run(work: Revision) -> None:
        work.remove(work.client.get(Contact, contact))

    return Edit("delete-contact", run)


def set_own_values(
    occupant: OccupantId,
    names: Sequence[str],
    *,
    new_id: Callable[[], CoreValueId],
    merge_key: str = "",
) -> Edit:
    """Set the provider's own core values, in this order; blank names are left out.

    A value that keeps its name, or its place while none comes or goes, keeps its id and meaning.
    """

    def run(work: Revision) -> None:
        work.client.get(Occupant, occupant)
        old = work.client.values_of(occupant)
        wanted = [name.strip() for name in names if name.strip()]
        kept = _kept(old, wanted)
        for gone in {value.id for value in old} - {value.id for value in kept if value}:
            work.remove(work.client.get(CoreValue, gone))
        for number, (name, value) in enumerate(zip(wanted, kept, strict=True), start=1):
            found = value or CoreValue(new_id(), 0, name, occupant=occupant)
            work.put(replace(found, name=name, order=number * GAP))

    return Edit("set-own-values", run, merge_key=merge_key)


def _kept(old: Sequence[CoreValue], names: Sequence[str]) -> list[CoreValue | None]:
    """Return for each name the value that it goes on as, None for a new one."""
    free = list(old)
    kept: list[CoreValue | None] = []
    for name in names:
        same = next((value for value in free if value.name == name), None)
        kept.append(same)
        if same is not None:
            free.remove(same)
    if len(names) == len(old):
        kept = [value or (old[at] if old[at] in free else None) for at, value in enumerate(kept)]
    return kept


def _end(work: Revision, seating: Seating, on: str) -> None:
    """End the seating; one that began the same day was a slip and leaves no trace."""
    if seating.since >= on:
        work.remove(seating)
    else:
        work.put(replace(seating, until=on))
