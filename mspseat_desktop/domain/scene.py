"""The scene of a review: all that an occupant in a seat is judged by besides the answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.coverage import shown_part
from mspseat_desktop.domain.headlines import WRONG_SEAT
from mspseat_desktop.domain.records import (
    Metric,
    Occupant,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Scene,
    SceneMetric,
    SceneResponsibility,
    SceneValue,
)
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Responsibility

MetricState: TypeAlias = Literal["on_target", "off_target", "unknown"]
AnswersTo: TypeAlias = Literal["held", "nobody", "same_provider"]
Above: TypeAlias = Literal["", "open", "wrong_seat"]


def counts(responsibility: SceneResponsibility) -> bool:
    """Whether the seat is accountable for it and the contract does not exclude it."""
    return responsibility.part != "helps" and not responsibility.excluded


def counting(scene: Scene) -> tuple[SceneResponsibility, ...]:
    """Return the responsibilities that count, in the seat's order."""
    return tuple(r for r in scene.responsibilities if counts(r))


def days_between(earlier: str, later: str) -> int | None:
    """Return the days from one ISO date to another, None when either is no date."""
    try:
        return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    except ValueError:
        return None


def days_after(on: str, days: int) -> str:
    """Return the ISO date so many days after another."""
    return (date.fromisoformat(on) + timedelta(days=days)).isoformat()


def metric_state(metric: Metric | SceneMetric, value: float | None) -> MetricState:
    """Return how a figure stands against the target; unknown without figure or target."""
    if value is None or metric.target is None:
        return "unknown"
    if metric.direction == "at_least":
        good = value >= metric.target
    elif metric.direction == "at_most":
        good = value <= metric.target
    else:
        high = metric.target if metric.target_high is None else metric.target_high
        good = metric.target <= value <= high
    return "on_target" if good else "off_target"


def start_exceptions(values: int) -> int:
    """Return how many values need not be + as long as the client set no bar of its own."""
    return 1 if values >= 3 else 0


def scene_of(client: Client, *, seat: SeatId, occupant: OccupantId, on: str) -> Scene:
    """Return what the occupant would be judged by in this seat on that day.

    The seat, its surroundings and the values are as they stand now; figures are the latest up
    to `on`. Raises Refused("gone") when the seat or the occupant is not there.
    """
    record, who = client.seat(seat), client.get(Occupant, occupant)
    seating = _seating(client, seat, occupant=occupant, on=on)
    answers_to, name, provider_above = held_to_account(client, seat, who)
    profile, values = client.profile, client.core_values()
    exceptions = profile.bar_exceptions
    return Scene(
        seat_title=record.title,
        occupant_name=who.name,
        is_provider=who.kind == "provider",
        is_candidate=seating is None,
        purpose=record.purpose,
        is_root=record.parent is None,
        reports_to=client.seat(record.parent).title if record.parent else "",
        answers_to=answers_to,
        answers_to_name=name,
        provider_above=provider_above,
        above=doubt_above(client, record.parent),
        seated_since=seating.since if seating else "",
        notice_given=who.notice_given,
        contract_end=who.contract_end,
        unrated_because=who.unrated_because,
        bar_exceptions=start_exceptions(len(values)) if exceptions is None else exceptions,
        bar_minuses=profile.bar_minuses,
        responsibilities=tuple(
            _scene_responsibility(client, r) for r in client.responsibilities(seat)
        ),
        metrics=tuple(_scene_metric(client, m, on) for m in client.metrics(seat)),
        values=tuple(SceneValue(v.id, v.name) for v in values),
        service_model=who.service_model if who.kind == "provider" else "",
    )


def _seating(client: Client, seat: SeatId, *, occupant: OccupantId, on: str) -> Seating | None:
    """Return the occupant's seating that counts on the day; a stand-in only covers the seat."""
    for seating in reversed(client.owned(Seating, "seat", seat)):
        ended = bool(seating.until) and seating.until < on
        if seating.occupant == occupant and seating.role != "stand_in" and not ended:
            return seating
    return None


def held_to_account(client: Client, seat: SeatId, who: Occupant) -> tuple[AnswersTo, str, str]:
    """Return whom the seat answers to: state, the holder's name, another provider next above."""
    first = next(client.seats_above(seat), None)
    next_up = client.accountable(first) if first else None
    provider_above = ""
    if next_up is not None and next_up.kind == "provider":
        if next_up.id == who.id:
            return "same_provider", next_up.name, ""
        provider_above = next_up.name
    for above in client.seats_above(seat):
        holder = client.accountable(above)
        if holder is not None and holder.kind != "provider":
            return "held", holder.name, provider_above
    return "nobody", "", provider_above


def doubt_above(client: Client, parent: SeatId | None) -> Above:
    """Return whether the seat above is itself open, or its holder's last review a wrong seat."""
    if parent is None:
        return ""
    holder = client.accountable(parent)
    if holder is None:
        return "open"
    reviews = client.reviews_of(parent, holder.id)
    return "wrong_seat" if reviews and reviews[-1].headline in WRONG_SEAT else ""


def _scene_responsibility(client: Client, responsibility: Responsibility) -> SceneResponsibility:
    part, excluded = shown_part(client, responsibility.id)
    return SceneResponsibility(
        responsibility.id,
        responsibility.text,
        responsibility.level,
        part,
        responsibility.protects,
        excluded,
    )


def _scene_metric(client: Client, metric: Metric, on: str) -> SceneMetric:
    latest = client.latest_figure(metric.id, until=on)
    return SceneMetric(
        metric.id,
        metric.name,
        metric.target,
        metric.target_high,
        metric.unit,
        metric.direction,
        metric.cadence,
        latest.value if latest else None,
        latest.on if latest else "",
        metric.measure,
    )
