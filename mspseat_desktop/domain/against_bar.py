"""Who stands where against a bar, by the latest ratings of everybody who holds a seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.bar import BarState, Ratings, bar_state
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import OccupantId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import CoreValueId


@dataclass(frozen=True, slots=True)
class AgainstBar:
    """An occupant, the ratings given for the values in question, and where they lead."""

    occupant: OccupantId
    name: str
    ratings: Ratings
    state: BarState


def latest_ratings(client: Client) -> Mapping[OccupantId, Mapping[str, str]]:
    """Return the marks by core value that each occupant got in their latest rated review.

    Only those who sit in a seat now and are rated on values at all.
    """
    seated = {
        seating.occupant
        for seating in client.every(Seating)
        if not seating.until and not client.get(Occupant, seating.occupant).unrated_because
    }
    reviews: dict[OccupantId, list[Review]] = {}
    for review in client.every(Review):
        if review.state == "finished" and review.occupant in seated:
            reviews.setdefault(review.occupant, []).append(review)
    found = {}
    for occupant, theirs in reviews.items():
        theirs.sort(key=lambda review: (review.on, review.finished_at), reverse=True)
        marks = next((marks for review in theirs if (marks := _marks(review))), None)
        if marks is not None:
            found[occupant] = marks
    return found


def _marks(review: Review) -> Mapping[str, str]:
    return {a.about: a.value for a in review.answers if a.kind == "value" and a.value}


def against_bar(
    client: Client,
    values: Sequence[CoreValueId],
    *,
    exceptions: int,
    minuses: int,
    rated: Mapping[OccupantId, Mapping[str, str]] | None = None,
) -> tuple[AgainstBar, ...]:
    """Return where everybody rated would stand with these values and this bar, by name.

    A value that is new is not rated yet; `rated` is what `latest_ratings` returned, to ask often.
    """
    found = []
    for occupant, marks in (latest_ratings(client) if rated is None else rated).items():
        given = [marks.get(value, "") for value in values]
        plus, half, minus = (given.count(mark) for mark in ("+", "+/-", "-"))
        counted = Ratings(plus, half, minus, len(given) - plus - half - minus)
        state = bar_state(counted, exceptions=exceptions, minuses=minuses)
        name = client.get(Occupant, occupant).name
        found.append(AgainstBar(occupant, name, counted, state))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.occupant)))
