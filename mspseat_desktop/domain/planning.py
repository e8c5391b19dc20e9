"""What was agreed and what is due: actions with their state, reviews, and dates of contracts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.scene import days_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.domain.vocabulary import (
        ActionId,
        OccupantId,
        SeatId,
    )

ActionState: TypeAlias = Literal["open", "done", "dropped"]
DueKind: TypeAlias = Literal["review", "notice", "contract", "action"]
"""A seat to review again, a last day for a notice, the end of a contract, an agreed action."""

AHEAD_DAYS: Final = 30
"""So many days ahead a thing is due."""
NO_DAY: Final = "9999-12-31"
_RANK: Final[dict[DueKind, int]] = {"notice": 0, "contract": 1, "review": 2, "action": 3}


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with its day as an ISO date.

    A review names seat and occupant, dates of a contract the occupant, an action itself with the
    seat and the occupant of its review.
    """

    kind: DueKind
    on: str
    occupant: OccupantId
    seat: SeatId | None = None
    action: ActionId | None = None


def action_state(action: Action) -> ActionState:
    """Return where the action stands; one that is done is not dropped as well."""
    if action.done_on:
        return "done"
    return "dropped" if action.dropped_because else "open"


def is_overdue(action: Action, on: str) -> bool:
    """Whether the action is still open after its day; on the day itself there is time left."""
    return bool(action.due) and action.due < on and action_state(action) == "open"


def standing_actions(client: Client) -> tuple[Action, ...]:
    """Return the actions that stand, in no particular order.

    A review that another amends has handed its actions on: they are counted there only.
    """
    amended = {r.amends for r in client.every(Review) if r.amends is not None}
    return tuple(a for a in client.every(Action) if a.review not in amended)


def open_actions(client: Client) -> tuple[Action, ...]:
    """Return the open actions, the longest overdue first, those without a day last."""
    found = [a for a in standing_actions(client) if action_state(a) == "open"]
    return tuple(sorted(found, key=lambda a: (a.due or NO_DAY, a.review, a.order, a.id)))


def overdue_count(client: Client, on: str) -> int:
    """Return how many actions are still open after their day."""
    return sum(is_overdue(action, on) for action in standing_actions(client))


def origin_of(client: Client, action: Action) -> Answer | None:
    """Return the answer that the action comes from, None for none.

    An amendment answers the same under an id of its own, so the part after the review's counts.
    """
    if not action.origin:
        return None
    about = action.origin.partition(":")[2]
    answers = client.answers(action.review)
    return next((a for a in answers if a.id.partition(":")[2] == about), None)


def planned(client: Client, on: str) -> tuple[Due, ...]:
    """Return everything that has a day and is not over, in the order of the days.

    Reviews: the next of each holder of a seat, stand-ins aside, as the latest finished one says.
    Contracts: of providers whose contract has not ended or who still hold a seat; a last day for
    a notice counts until the notice is given.
    """
    found = [*_reviews(client), *_contracts(client, on), *_actions(client)]
    return tuple(sorted(found, key=_place))


def due(client: Client, on: str, *, ahead: int = AHEAD_DAYS) -> tuple[Due, ...]:
    """Return what is overdue or due within so many days, in the order of the days."""
    until = days_after(on, ahead)
    return tuple(each for each in planned(client, on) if each.on <= until)


def never_reviewed(client: Client) -> tuple[SeatId, ...]:
    """Return the held seats whose accountable holder has no finished review, in chart order."""
    found = []
    for seat in client.chart():
        holder = client.accountable(seat)
        if holder is not None and not client.reviews_of(seat, holder.id):
            found.append(seat)
    return tuple(found)


def _place(each: Due) -> tuple[str, int, str, str, str]:
    return each.on, _RANK[each.kind], each.seat or "", each.occupant, each.action or ""


def _reviews(client: Client) -> Iterator[Due]:
    pairs = {(r.seat, r.occupant) for r in client.every(Review) if r.state == "finished"}
    for seat, occupant in pairs:
        holds = any(s.occupant == occupant and s.role != "stand_in" for s in client.seatings(seat))
        latest = client.reviews_of(seat, occupant)
        if holds and latest and latest[-1].next_on:
            yield Due("review", latest[-1].next_on, occupant, seat)


def _contracts(client: Client, on: str) -> Iterator[Due]:
    for who in client.every(Occupant):
        if who.kind != "provider" or not (who.notice_by or who.contract_end):
            continue
        if who.contract_end and who.contract_end < on and not client.seats_of(who.id):
            continue
        if who.notice_by and not who.notice_given:
            yield Due("notice", who.notice_by, who.id)
        if who.contract_end:
            yield Due("contract", who.contract_end, who.id)


def _actions(client: Client) -> Iterator[Due]:
    for action in standing_actions(client):
        review = client.find(Review, action.review)
        if action.due and action_state(action) == "open" and review is not None:
            yield Due("action", action.due, review.occupant, review.seat, action.id)
