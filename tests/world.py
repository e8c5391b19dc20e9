"""Builders for small worlds: tests say what stands in them and nothing else."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Occupant,
    Profile,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.editing.session import FINISH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mspseat_desktop.domain.client import Client

TODAY = date(2026, 11, 23)
ON = TODAY.isoformat()


def clock() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def id_maker(prefix: str = "id") -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"{prefix}{next(numbers):06d}"


def edited(client: Client, *edits: Edit) -> Client:
    work = Revision(client)
    for edit in edits:
        edit.run(work)
    return work.client


def empty_client(name: str = "Lakeside") -> Client:
    from mspseat_desktop.domain.client import Client

    return Client.of([Profile(name=name)])


def chart_of(tree: Mapping[str, Sequence[str]], *, client: Client | None = None) -> Client:
    """Seats by title, which is their id too; each key must have been named above, or is a root."""
    client = client or empty_client()
    named: set[str] = set()
    for title, reports in tree.items():
        if title not in named:
            client = edited(client, add_seat(SeatId(title), parent=None, title=title))
            named.add(title)
        for report in reports:
            client = edited(client, add_seat(SeatId(report), parent=SeatId(title), title=report))
            named.add(report)
    return client


def seated(client: Client, seat: str, name: str, *, provider: bool = False) -> Client:
    """Put a new person or provider into the seat; the name is the id too."""
    occupant = Occupant(OccupantId(name), name, "provider" if provider else "person")
    edits = [
        seat_occupant(
            SeatingId(f"{name}@{seat}"),
            SeatId(seat),
            occupant.id,
            on="2025-01-06",
            since="2025-01-06",
        )
    ]
    if client.find(Occupant, name) is None:
        edits.insert(0, add_occupant(occupant))
    return edited(client, *edits)


def responsible(client: Client, seat: str, *texts: str) -> Client:
    """Give the seat responsibilities; the text is the id too."""
    return edited(
        client, *(add_responsibility(ResponsibilityId(t), SeatId(seat), t) for t in texts)
    )


def outline(client: Client) -> list[str]:
    """Titles in chart order, indented by depth."""
    return [
        "  " * len(list(client.seats_above(seat))) + client.seat(seat).title
        for seat in client.chart()
    ]


def everything(client):
    return {kind: {r.id: r for r in client.every(kind)} for kind in RECORD_TYPES}


def finish_edit(review, seat, occupant):
    """What finishing a review comes down to for the history: a locked record and its name."""
    record = Review(ReviewId(review), seat, occupant, ON, "person", "finished")
    return Edit(FINISH, lambda work: work.put(record), {"review": review})
