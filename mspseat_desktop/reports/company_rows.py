"""What the lines of the company's page say: marks, result, dates, what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.bar import bar_of, rated, ratings
from mspseat_desktop.domain.gwc import LETTERS, latest_outcome
from mspseat_desktop.domain.pointing import by_subject, calls, value_of
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.rounds import (
    NOW,
    Turn,
    open_actions,
    places,
    seat_rounds,
    turn_of,
)
from mspseat_desktop.domain.standing import SeatOutcome, outcome_of
from mspseat_desktop.language import _
from mspseat_desktop.wording.outcomes import call_text, seat_outcome_text
from mspseat_desktop.wording.rounds import value_mark, values_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.headlines import Tone
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.rounds import Line, Quarter
    from mspseat_desktop.reports.style import ToneName

_TONES: Final[dict[Tone, ToneName]] = {
    "green": "yes",
    "amber": "partly",
    "red": "no",
    "neutral": "unanswered",
}
_MARKS: Final[dict[str, ToneName]] = {
    "yes": "yes",
    "no": "no",
    "+": "yes",
    "+/-": "partly",
    "-": "no",
}
_BARS: Final[dict[str, ToneName]] = {"over": "yes", "below": "partly"}

Cell = tuple[str, "ToneName"]
"""Words and their tone; no words for nothing to draw."""
NOTHING: Final[Cell] = ("", "unanswered")


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """One line of the page; dates are ISO, `marks` are G, W, C and then the values."""

    seat: str
    depth: int
    occupant: str
    is_provider: bool
    marks: tuple[Cell, ...]
    bar: Cell
    result: Cell
    turn: Turn
    last_on: str
    next_on: str
    is_late: bool
    actions: int


def company_rows(
    client: Client,
    values: Sequence[str],
    *,
    on: str,
    quarter: Quarter | None = None,
    against: Quarter | None = None,
) -> Iterator[CompanyRow]:
    """Yield the lines in chart order, for now or for the end of a quarter.

    `values` are the ids of the core values in the order of their columns.
    """
    until = quarter.end if quarter else NOW
    for seat, depth in places(client, until=until):
        rounds = seat_rounds(client, seat)
        before = rounds.latest(until=against.end) if against else {}
        for line in rounds.lines(depth=depth, until=until):
            earlier = before.get(line.occupant) if line.occupant is not None else None
            row = _row(client, line, values, is_now=quarter is None)
            late = quarter is None and bool(row.next_on) and row.next_on < on
            turn = turn_of(earlier, line.review) if against else ""
            actions = open_actions(client, rounds, line.occupant)
            yield replace(row, is_late=late, turn=turn, actions=actions)


def _row(client: Client, line: Line, values: Sequence[str], *, is_now: bool) -> CompanyRow:
    who = client.get(Occupant, line.occupant) if line.occupant is not None else None
    name = (who.name or _("unnamed")) if who else _("Open seat")
    if line.role == "also":
        name = _("{name} (also there)").replace("{name}", name)
    review = line.review
    return CompanyRow(
        client.seat(line.seat).title or _("Untitled seat"),
        line.depth,
        name,
        is_provider=who is not None and who.kind == "provider",
        marks=_marks(review, values),
        bar=_bar(review),
        result=_result(client, line, is_now=is_now),
        turn="",
        last_on=review.on if review else "",
        next_on=review.next_on if review else "",
        is_late=False,
        actions=0,
    )


def _marks(review: Review | None, values: Sequence[str]) -> tuple[Cell, ...]:
    if review is None:
        return tuple(NOTHING for _mark in (*LETTERS, *values))
    given = by_subject(review.answers)
    made = calls(given)
    found: list[Cell] = []
    for letter in LETTERS:
        call = made[letter]
        found.append((call_text(call), _MARKS[call]) if call else NOTHING)
    for value in values:
        mark = value_of(given, "value", value)
        found.append((value_mark(mark), _MARKS[mark]) if mark in _MARKS else NOTHING)
    return tuple(found)


def _bar(review: Review | None) -> Cell:
    scene = review.scene if review else None
    if review is None or scene is None or not rated(scene):
        return NOTHING
    given = by_subject(review.answers)
    words = values_mark(ratings(scene, given).plus, len(rated(scene)))
    return words, _BARS.get(bar_of(scene, given), "unanswered")


def _result(client: Client, line: Line, *, is_now: bool) -> Cell:
    outcome: SeatOutcome | None = None
    if line.occupant is None:
        outcome = latest_outcome(client, line.seat) if is_now else SeatOutcome("open")
    elif line.review is not None:
        outcome = outcome_of(client, line.review)
        outcome = outcome if is_now else replace(outcome, changed=False)
    return seat_outcome_text(outcome), _TONES[outcome.tone] if outcome else "unanswered"
