"""A client as plain values for JSON: what scripts read from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain.gwc import latest_outcome
from mspseat_desktop.domain.headlines import headline_code
from mspseat_desktop.domain.pointing import by_subject, calls
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.exchange.answer_listing import review_answers
from mspseat_desktop.wording.outcomes import finished_headline_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.vocabulary import (
        Measure,
        OccupantKind,
        SeatId,
    )

Json: TypeAlias = "dict[str, object]"

_UNITS: dict[Measure, str] = {"percent": "%", "minutes": "min"}


def client_facts(client: Client, *, schema: int) -> Json:
    """Return the client's name and counts; closed seats and drafts do not count.

    `depth` is the number of levels below the top: 0 when nobody reports to anybody.
    """
    depths: dict[SeatId | None, int] = {None: -1}
    for seat in client.chart():
        depths[seat] = depths[client.seat(seat).parent] + 1
    seats = [seat for seat in depths if seat is not None]
    return {
        "name": client.profile.name,
        "seats": len(seats),
        "occupants": client.count(Occupant),
        "open_seats": sum(client.accountable(seat) is None for seat in seats),
        "roots": len(client.children(None)),
        "depth": max(0, *depths.values()),
        "reviews": sum(review.state == "finished" for review in client.every(Review)),
        "schema": schema,
    }


def seat_list(client: Client) -> list[Json]:
    """Return every seat in chart order."""
    return [_seat(client, seat) for seat in client.chart()]


def review_list(client: Client) -> list[Json]:
    """Return every review, drafts included, by date."""
    reviews = sorted(client.every(Review), key=lambda r: (r.on, r.finished_at, r.id))
    return [_review(client, review) for review in reviews]


def kind_of(client: Client, seat: SeatId) -> OccupantKind | str:
    """Return `person` or `provider` by who is accountable, `open` when nobody is."""
    holder = client.accountable(seat)
    return holder.kind if holder else "open"


def occupants_of(client: Client, seat: SeatId) -> list[Occupant]:
    """Return who sits in the seat, the accountable one first."""
    return [client.get(Occupant, seating.occupant) for seating in client.seatings(seat)]


def _seat(client: Client, seat: SeatId) -> Json:
    record = client.seat(seat)
    return {
        "id": seat,
        "title": record.title,
        "parent": record.parent,
        "kind": kind_of(client, seat),
        "occupants": [occupant.name for occupant in occupants_of(client, seat)],
        "purpose": record.purpose,
        "responsibilities": [r.text for r in client.responsibilities(seat)],
        "metrics": [_metric(client, metric) for metric in client.metrics(seat)],
        "latest_outcome": _outcome(client, seat),
        "source_id": record.source_id,
        "import_note": record.import_note,
        "assistant": record.assistant,
        "also_reports_to": [
            {"seat": line.to, "title": client.seat(line.to).title, "about": line.about}
            for line in client.second_lines(seat)
        ],
    }


def _metric(client: Client, metric: Metric) -> Json:
    latest = client.latest_figure(metric.id)
    return {
        "name": metric.name,
        "target": metric.target,
        "target_high": metric.target_high,
        "measure": metric.measure,
        "unit": _UNITS.get(metric.measure, metric.unit),
        "direction": metric.direction,
        "cadence": metric.cadence,
        "latest": latest.value if latest else None,
        "latest_on": latest.on if latest else None,
    }


def _outcome(client: Client, seat: SeatId) -> Json | None:
    """Return what the latest review of the holder says; None when there is none."""
    outcome = latest_outcome(client, seat)
    if outcome is None or outcome.review is None:
        return None
    return {
        "headline": finished_headline_text(client.get(Review, outcome.review)),
        "code": outcome.headline,
        "on": outcome.on,
        "review": outcome.review,
        "gets": outcome.calls.get("gets", ""),
        "wants": outcome.calls.get("wants", ""),
        "capacity": outcome.calls.get("capacity", ""),
        "values_plus": outcome.values_plus,
        "values_rated": outcome.values_rated,
        "bar": outcome.bar,
        "seat_changed_since": outcome.changed,
    }


def _review(client: Client, review: Review) -> Json:
    made = calls(by_subject(client.answers(review.id)))
    occupant = client.get(Occupant, review.occupant)
    finished = review.state == "finished"
    code = headline_code(review.headline)
    return {
        "id": review.id,
        "seat": review.seat,
        "seat_title": review.scene.seat_title if review.scene else client.seat(review.seat).title,
        "occupant": review.scene.occupant_name if review.scene else occupant.name,
        "on": review.on,
        "state": review.state,
        "headline": finished_headline_text(review) if finished else None,
        "code": code if finished else None,
        "gets": made["gets"],
        "wants": made["wants"],
        "capacity": made["capacity"],
        "answered_by": review.answered_by,
        "facilitated_by": review.facilitated_by,
        "independence": review.independence,
        "next_review": review.next_on,
        "amends": review.amends,
        "actions": [
            {
                "what": a.what,
                "who": a.who,
                "due": a.due,
                "done_on": a.done_on,
                "dropped_because": a.dropped_because,
                "part": a.part,
            }
            for a in client.actions(review.id)
        ],
        **review_answers(client, review),
    }
