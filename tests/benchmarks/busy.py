"""Makes a client with years of work in it: the same each time for the same number of seats."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

import trees

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import (
    CoreValue,
    Figure,
    Metric,
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Scene,
    SceneResponsibility,
    SceneValue,
    answer_id,
)
from mspseat_desktop.domain.vocabulary import (
    AnswerKind,
    CoreValueId,
    FigureId,
    MetricId,
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.records import Record

OCCUPANTS = 200
REVIEWS = 5
"""Finished reviews of each seat, one a quarter."""
FIGURES = 60
"""Weekly figures of the one metric of each seat."""
FIRST_DAY = date(2025, 1, 6)
VALUES = tuple(
    CoreValue(CoreValueId(f"v{n}"), n * GAP, name)
    for n, name in enumerate(("Own it", "Do right", "Speak plainly", "Improve"), start=1)
)


def records(seats: int, *, reviews: int = REVIEWS) -> Iterator[Record]:
    """Yield a client of so many seats, 200 occupants, 60 figures and some reviews of each seat."""
    chance = random.Random(seats)  # noqa: S311 - the same client each time, nothing secret
    yield from VALUES
    for number in range(OCCUPANTS):
        kind = "provider" if number % 8 == 0 else "person"
        name = f"{chance.choice(trees._FIRST)} {chance.choice(trees._LAST)} {number}"
        yield Occupant(OccupantId(f"o{number}"), name, kind)
    lines: dict[SeatId, list[Responsibility]] = {}
    for record in trees.records(seats):
        if isinstance(record, Responsibility):
            lines.setdefault(record.seat, []).append(record)
        if not isinstance(record, (Occupant, Seating)):
            yield record
        if isinstance(record, Seat):
            yield from _numbers(chance, record.id)
    for number in range(seats):
        seat, occupant = SeatId(f"{number:032x}"), OccupantId(f"o{number % OCCUPANTS}")
        yield Seating(SeatingId(f"s{number}"), seat, occupant, since="2024-03-01")
        for quarter in range(reviews):
            yield _review(chance, seat, occupant, quarter=quarter, lines=lines.get(seat, []))


def _numbers(chance: random.Random, seat: SeatId) -> Iterator[Record]:
    metric = MetricId(f"m{seat}")
    yield Metric(metric, seat, GAP, "On time", 95.0, cadence="week", measure="percent")
    for week in range(FIGURES):
        day = (FIRST_DAY + timedelta(weeks=week)).isoformat()
        yield Figure(FigureId(f"{metric}{week}"), metric, day, float(chance.randint(88, 100)))


def _review(
    chance: random.Random,
    seat: SeatId,
    occupant: OccupantId,
    *,
    quarter: int,
    lines: list[Responsibility],
) -> Review:
    on = (FIRST_DAY + timedelta(days=91 * quarter)).isoformat()
    review = ReviewId(f"{seat}{quarter}")
    questions = banks()["person"].questions
    deciding = [q.id for q in questions if q.deciding and q.letter != "homework"]
    calls = {letter: chance.choice(("yes", "yes", "yes", "no")) for letter in _LETTERS}
    answers = [
        *(_answer(review, "question", about, "yes") for about in deciding),
        *(_answer(review, "value", value.id, chance.choice(("+", "+", "+/-"))) for value in VALUES),
        *(_answer(review, "wants", line.id, "wants") for line in lines),
        *(_answer(review, "call", letter, call, "Seen.") for letter, call in calls.items()),
    ]
    return Review(
        review,
        seat,
        occupant,
        on,
        "person",
        "finished",
        next_on=(date.fromisoformat(on) + timedelta(days=90)).isoformat(),
        finished_at=f"{on}T10:00:00+00:00",
        headline="wrong-seat" if "no" in calls.values() else "right-seat",
        asked=tuple(deciding),
        answers=tuple(answers),
        scene=Scene(
            "Seat",
            "Somebody",
            is_provider=False,
            answers_to="held",
            bar_exceptions=1,
            responsibilities=tuple(SceneResponsibility(x.id, x.text) for x in lines),
            values=tuple(SceneValue(value.id, value.name) for value in VALUES),
        ),
    )


_LETTERS = ("gets", "wants", "capacity")


def _answer(review: ReviewId, kind: AnswerKind, about: str, value: str, note: str = "") -> Answer:
    return Answer(answer_id(review, kind, about), review, kind, about, value, note)
