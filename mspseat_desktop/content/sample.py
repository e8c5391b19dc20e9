"""The sample client: Lakeside Manufacturing, made by the same edits as any other client.

Its records have the same ids in every copy, so that they are made once for a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from mspseat_desktop.content.reading import (
    flag,
    number,
    read_content,
    tables,
    text,
    whole,
)
from mspseat_desktop.content.sample_coverage import coverage_edits
from mspseat_desktop.content.sample_figures import LATEST_DAYS, dated_figures
from mspseat_desktop.content.sample_people import occupant_edits
from mspseat_desktop.content.sample_reviews import SeatIds, review_edits
from mspseat_desktop.content.templates import DIRECTIONS, LEVELS, MEANT_FOR, MEASURES, PARTS
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.client import change_profile, set_core_values
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    describe_seat,
    mean_seat_for,
    set_figure,
)
from mspseat_desktop.domain.records import (
    CoreValue,
    Metric,
    Profile,
)
from mspseat_desktop.domain.revision import Edit, Revision, both
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    FigureId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.content.templates import NewId
    from mspseat_desktop.domain.records import Record


def sample_client(today: date) -> Client:
    """Return the sample client with all dates counted from `today`."""
    return Client.of(_made(today))


def sample_records(today: date, *, name: str = "") -> tuple[Record, ...]:
    """Return the sample as records with all dates counted from `today`.

    `name` gives the client another name.
    """
    records = _made(today)
    if not name:
        return records
    return tuple(replace(r, name=name) if isinstance(r, Profile) else r for r in records)


@lru_cache(maxsize=1)
def _made(today: date) -> tuple[Record, ...]:
    numbers = count(1)
    work = Revision(Client.of([]))
    work.put(Profile())
    _sample_edit(today, lambda: f"sample-{next(numbers):05d}").run(work)
    change = work.change()
    rules.check(work.client, change)
    return tuple(touch.record for touch in change.touches)


def _sample_edit(today: date, new_id: NewId) -> Edit:
    """Return the edit that fills an empty client with the sample."""
    content = read_content("sample")
    seats = {
        text(row, "id"): SeatIds(
            seat=SeatId(new_id()),
            occupant=text(row, "occupant"),
            responsibilities=tuple(
                ResponsibilityId(new_id()) for _row in tables(row, "responsibilities")
            ),
        )
        for row in tables(content, "seat")
    }
    values = [
        CoreValue(CoreValueId(new_id()), 0, text(row, "name"), text(row, "meaning"))
        for row in tables(content, "value")
    ]
    people = {text(row, "id"): OccupantId(new_id()) for row in tables(content, "occupant")}
    edits = [_profile(content), set_core_values(values)]
    for row in tables(content, "occupant"):
        edits += occupant_edits(row, people[text(row, "id")], today=today, new_id=new_id)
    for row in tables(content, "seat"):
        edits += _seat(row, seats, people=people, today=today, new_id=new_id)
    edits += coverage_edits(tables(content, "coverage"), seats=seats, new_id=new_id)
    edits += review_edits(
        tables(content, "review"),
        seats=seats,
        people=people,
        values=[v.id for v in values],
        today=today,
        new_id=new_id,
    )
    return both("make-sample", *edits)


def _profile(content: Table) -> Edit:
    def run(work: Revision) -> None:
        filled = replace(
            work.client.profile,
            name=text(content, "name"),
            adviser=text(content, "adviser"),
            firm=text(content, "firm"),
            picture=text(content, "picture"),
            goals=text(content, "goals"),
            growth=text(content, "growth"),
            it_budget=text(content, "it_budget"),
            wording="eos",
        )
        change_profile(filled).run(work)

    return Edit("change-client", run)


def _seat(
    row: Table,
    seats: dict[str, SeatIds],
    *,
    people: dict[str, OccupantId],
    today: date,
    new_id: NewId,
) -> Iterator[Edit]:
    ids, parent = seats[text(row, "id")], seats.get(text(row, "parent"))
    seat = ids.seat
    yield add_seat(seat, parent=parent.seat if parent else None, title=text(row, "title"))
    yield describe_seat(seat, "purpose", text(row, "purpose"))
    yield describe_seat(seat, "needs", text(row, "needs"))
    yield mean_seat_for(seat, MEANT_FOR[text(row, "meant_for")])
    for name, item in zip(ids.responsibilities, tables(row, "responsibilities"), strict=True):
        yield add_responsibility(
            name,
            seat,
            text(item, "text"),
            level=LEVELS[text(item, "level")],
            part=PARTS[text(item, "part")],
            protects=flag(item, "protects"),
        )
    for item in tables(row, "metrics"):
        yield from _metric(item, seat, today=today, new_id=new_id)
    if holder := text(row, "occupant"):
        since = (today - timedelta(days=whole(row, "since_days"))).isoformat()
        yield seat_occupant(SeatingId(new_id()), seat, people[holder], on=since, since=since)
    if cover := text(row, "covered_by"):
        since = (today - timedelta(days=LATEST_DAYS)).isoformat()
        yield seat_occupant(
            SeatingId(new_id()), seat, people[cover], role="stand_in", on=since, since=since
        )


def _metric(row: Table, seat: SeatId, *, today: date, new_id: NewId) -> Iterator[Edit]:
    metric = MetricId(new_id())
    yield add_metric(
        Metric(
            metric,
            seat,
            name=text(row, "name"),
            target=number(row, "target"),
            target_high=number(row, "target_high"),
            unit=text(row, "unit"),
            direction=DIRECTIONS[text(row, "direction")],
            cadence=text(row, "cadence"),
            measure=MEASURES[text(row, "measure")],
        )
    )
    for on, value in dated_figures(row, today):
        yield set_figure(FigureId(new_id()), metric, on=on.isoformat(), value=value)
