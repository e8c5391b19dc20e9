"""Rounds of reviews: the company quarter by quarter, seat by seat, and how many seats are right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.headlines import NOT_COMPARABLE, headline_code, tone_of
from mspseat_desktop.domain.records import Seat, Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.scene import start_exceptions
from mspseat_desktop.domain.standing import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import (
        OccupantId,
        SeatId,
        SeatingRole,
    )

NOW: Final = "9999-12-31"
"""Stands for no day in particular: whatever there is, is there now."""

Turn: TypeAlias = Literal[
    "better", "worse", "mixed", "same", "not_comparable", "not_again", "first", ""
]
"""How somebody in a seat moved since an earlier round; `mixed` is better in one thing and worse
in another, `not_again` no review since, `first` none before, "" none at all."""

_IN_TIME: Final = attrgetter("on", "finished_at", "id")
_RANKS: Final[Mapping[SeatingRole, int]] = {"accountable": 0, "also": 1, "stand_in": 2}


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of the calendar year, `number` 1 to 4."""

    year: int
    number: int

    @property
    def start(self) -> str:
        """The first day."""
        return f"{self.year:04d}-{self.number * 3 - 2:02d}-01"

    @property
    def end(self) -> str:
        """The last day."""
        days = (31, 30, 30, 31)[self.number - 1]
        return f"{self.year:04d}-{self.number * 3:02d}-{days}"


@lru_cache(maxsize=1024)
def _quarter_of_month(month: str) -> Quarter | None:
    year, dash, number = month.partition("-")
    if len(month) != 7 or not dash or not (year + number).isdecimal():
        return None
    return Quarter(int(year), (int(number) + 2) // 3) if 1 <= int(number) <= 12 else None


def quarter_of(on: str) -> Quarter | None:
    """Return the quarter that an ISO date lies in, None for other text."""
    return _quarter_of_month(on[:7])


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a seat at the end of a round; `occupant` is None for an open seat.

    `review` is the latest finished one up to then, `draft` one that is begun now.
    """

    seat: SeatId
    depth: int
    occupant: OccupantId | None
    role: SeatingRole = "accountable"
    review: Review | None = None
    draft: Review | None = None


@dataclass(frozen=True, slots=True)
class SeatRounds:
    """All reviews of one seat, the oldest first, and who sat there."""

    seat: SeatId
    finished: tuple[Review, ...]
    drafts: tuple[Review, ...]
    seatings: tuple[Seating, ...]
    closed_on: str = ""

    def latest(self, *, until: str = NOW) -> dict[OccupantId, Review]:
        """Return the latest finished review of each occupant up to the day.

        One that was amended by then gives way to its amendment.
        """
        there = self.finished
        if until != NOW:
            there = tuple([review for review in there if review.on <= until])
        amended = {review.amends for review in there if review.amends is not None}
        if not amended:
            return {review.occupant: review for review in there}
        return {review.occupant: review for review in there if review.id not in amended}

    def is_open(self, until: str) -> bool:
        """Whether the seat was in the chart at the end of the day, or had not been closed yet."""
        return not self.closed_on or self.closed_on > until

    def holder(self, *, until: str = NOW) -> OccupantId | None:
        """Return who was accountable at the end of the day."""
        if not self.is_open(until):
            return None
        there = [s for s in self.seatings if s.role == "accountable" and _sits(s, until)]
        return there[-1].occupant if there else None

    def lines(self, *, depth: int = 0, until: str = NOW) -> tuple[Line, ...]:
        """Return a line for everybody who sat there at the end of the day, accountable first.

        Whoever covers a seat for somebody is not reviewed in it. An open seat has one line; on an
        earlier day only when it had been reviewed, for nobody knows whether it was there at all.
        """
        if not self.is_open(until):
            return ()
        latest = self.latest(until=until)
        begun = {d.occupant: d for d in self.drafts} if until == NOW else {}
        there = [s for s in self.seatings if s.role != "stand_in" and _sits(s, until)]
        there.sort(key=lambda s: _RANKS[s.role])
        who = {s.occupant: s.role for s in reversed(there)}
        found = [
            Line(self.seat, depth, o, who[o], latest.get(o), begun.get(o)) for o in _kept(there)
        ]
        if all(line.role != "accountable" for line in found) and (latest or until == NOW):
            found.insert(0, Line(self.seat, depth, None))
        return tuple(found)


def _kept(seatings: Iterable[Seating]) -> tuple[OccupantId, ...]:
    """Return the occupants in order, each once."""
    return tuple(dict.fromkeys(s.occupant for s in seatings))


def _sits(seating: Seating, until: str) -> bool:
    if until == NOW:
        return not seating.until
    return seating.since <= until and (not seating.until or seating.until > until)


def seat_rounds(client: Client, seat: SeatId) -> SeatRounds:
    """Return the reviews of the seat and who sat there."""
    return _rounds(client, client.seat(seat), client.reviews(seat))


def company_rounds(client: Client) -> dict[SeatId, SeatRounds]:
    """Return the rounds of every seat, closed ones too: one pass over all reviews."""
    reviews: dict[SeatId, list[Review]] = {}
    for review in client.every(Review):
        reviews.setdefault(review.seat, []).append(review)
    for own in reviews.values():
        own.sort(key=_IN_TIME)
    return {seat.id: _rounds(client, seat, reviews.get(seat.id, ())) for seat in client.every(Seat)}


def _rounds(client: Client, seat: Seat, reviews: Sequence[Review]) -> SeatRounds:
    return SeatRounds(
        seat.id,
        tuple([review for review in reviews if review.state == "finished"]),
        tuple([review for review in reviews if review.state == "draft"]),
        client.owned(Seating, "seat", seat.id),
        seat.closed_on,
    )


def places(client: Client, *, until: str = NOW) -> Iterator[tuple[SeatId, int]]:
    """Yield each seat in chart order with how deep it hangs.

    For an earlier day the seats that have been closed since come last.
    """
    waiting = [(seat, 0) for seat in reversed(client.children(None))]
    while waiting:
        seat, depth = waiting.pop()
        yield seat, depth
        waiting.extend((below, depth + 1) for below in reversed(client.children(seat)))
    if until != NOW:
        closed = [s for s in client.every(Seat) if s.closed_on and s.closed_on > until]
        yield from ((s.id, 0) for s in sorted(closed, key=lambda s: (s.closed_on, s.id)))


def lines(client: Client, *, until: str = NOW) -> tuple[Line, ...]:
    """Return the whole company in chart order as it stood at the end of the day."""
    return tuple(
        line
        for seat, depth in places(client, until=until)
        for line in seat_rounds(client, seat).lines(depth=depth, until=until)
    )


def quarters(rounds: Iterable[SeatRounds]) -> tuple[Quarter, ...]:
    """Return the quarters with finished reviews, the newest first."""
    months = {review.on[:7] for seat in rounds for review in seat.finished}
    found = {_quarter_of_month(month) for month in months}
    return tuple(sorted((quarter for quarter in found if quarter is not None), reverse=True))


@dataclass(frozen=True, slots=True)
class Share:
    """How many seats held at the end of a round were reviewed, and how many of them are right.

    `open` of them came to no outcome: the seat was not ready or not everything was asked.
    """

    right: int = 0
    reviewed: int = 0
    open: int = 0

    def __add__(self, other: Share) -> Share:
        """Return both together."""
        return Share(
            self.right + other.right, self.reviewed + other.reviewed, self.open + other.open
        )


_NONE: Final = Share()
_RIGHT: Final = Share(1, 1)
_WRONG: Final = Share(0, 1)
_OPEN: Final = Share(0, 1, 1)


def share_of(rounds: SeatRounds, *, until: str = NOW) -> Share:
    """Return the share of one seat: its accountable occupant's latest review up to the day."""
    holder = rounds.holder(until=until)
    review = rounds.latest(until=until).get(holder) if holder is not None else None
    return _NONE if review is None else share_of_review(review)


def share_of_review(review: Review) -> Share:
    """Return what a finished review adds to the share of its seat."""
    code = headline_code(review.headline)
    if code in NOT_COMPARABLE:
        return _OPEN
    return _RIGHT if tone_of(code) == "green" else _WRONG


def shares_of(rounds: SeatRounds, wanted: Iterable[Quarter]) -> tuple[Share, ...]:
    """Return the shares of one seat at the ends of these quarters, the oldest first."""
    holders = [s for s in rounds.seatings if s.role == "accountable"]
    is_plain = not rounds.closed_on and not any(review.amends for review in rounds.finished)
    if not rounds.finished or not holders:
        return tuple([_NONE for _quarter in wanted])
    if is_plain and len(holders) == 1 and not holders[0].until:
        return _shares_of_one(rounds, holders[0], wanted)
    return tuple([share_of(rounds, until=quarter.end) for quarter in wanted])


def _shares_of_one(
    rounds: SeatRounds, holder: Seating, wanted: Iterable[Quarter]
) -> tuple[Share, ...]:
    """Return the shares of a seat that one occupant has held ever since, in one walk."""
    theirs = [review for review in rounds.finished if review.occupant == holder.occupant]
    found: list[Share] = []
    at, now = 0, _NONE
    for quarter in wanted:
        end = quarter.end
        while at < len(theirs) and theirs[at].on <= end:
            now = share_of_review(theirs[at])
            at += 1
        found.append(now if holder.since <= end else _NONE)
    return tuple(found)


def shares(client: Client) -> tuple[tuple[Quarter, Share], ...]:
    """Return the share of reviewed seats that are right for each quarter, the oldest first."""
    company = tuple(company_rounds(client).values())
    wanted = quarters(company)[::-1]
    columns = zip(*(shares_of(seat, wanted) for seat in company), strict=True)
    return tuple((quarter, sum(each, _NONE)) for quarter, each in zip(wanted, columns, strict=True))


def open_actions(client: Client, rounds: SeatRounds, occupant: OccupantId | None) -> int:
    """Return how many actions of the occupant's reviews in the seat are still to be done.

    An amendment has taken over those of the review that it amends.
    """
    amended = {review.amends for review in rounds.finished}
    return sum(
        1
        for review in (*rounds.finished, *rounds.drafts)
        if review.occupant == occupant and review.id not in amended
        for action in client.actions(review.id)
        if not action.done_on and not action.dropped_because
    )


def values_shown(
    client: Client, reviews: Iterable[Review], *, is_now: bool
) -> tuple[tuple[str, str], ...]:
    """Return the core values to show, id and name: the client's own.

    An earlier round has those that its reviews rated as well, whatever became of them.
    """
    found: dict[str, str] = {value.id: value.name for value in client.core_values()}
    for review in () if is_now else reviews:
        for value in rated(review.scene) if review.scene else ():
            found.setdefault(value.id, value.name)
    return tuple(found.items())


def bars_shown(
    client: Client, reviews: Iterable[Review], *, is_now: bool
) -> frozenset[tuple[int, int, int]]:
    """Return the bars that hold, each as how many values, exceptions and minuses.

    Now it is the client's own; an earlier round has those that its reviews kept. None without
    core values.
    """
    if is_now:
        profile, count = client.profile, len(client.core_values())
        usual = start_exceptions(count)
        exceptions = usual if profile.bar_exceptions is None else profile.bar_exceptions
        return frozenset({(count, exceptions, profile.bar_minuses)} if count else ())
    scenes = [review.scene for review in reviews if review.scene and rated(review.scene)]
    return frozenset((len(rated(s)), s.bar_exceptions, s.bar_minuses) for s in scenes)


def turn_of(earlier: Review | None, later: Review | None) -> Turn:
    """Return how somebody moved from one finished review to a later one in the same seat."""
    if later is None:
        return ""
    if earlier is None:
        return "first"
    if earlier.id == later.id:
        return "not_again"
    held = compare(earlier, later)
    if held.not_comparable:
        return "not_comparable"
    moves = {*held.letters.values(), *held.values.values()}
    if {"better", "worse"} <= moves:
        return "mixed"
    return "better" if "better" in moves else "worse" if "worse" in moves else "same"
