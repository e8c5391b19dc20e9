"""Clients with one thing worth a look, and the same clients one step before it."""

from __future__ import annotations

from dataclasses import replace

from mspseat_desktop.domain.edits.coverage import mark, start_map
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant, unseat
from mspseat_desktop.domain.edits.seat import add_metric, add_responsibility, mean_seat_for
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.records import (
    Figure,
    Function,
    Metric,
    Occupant,
)
from mspseat_desktop.domain.review_records import Action, Review
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    FigureId,
    FunctionId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from reviewing import answer, calls, person_scene
from world import ON, chart_of, edited, responsible, seated

MSP = SeatId("MSP")
FIVE = ("Help desk", "Patching", "Protection", "Backup", "Roadmap")


def put(client, *records):
    def run(work):
        for record in records:
            work.put(record)

    return edited(client, Edit("put", run))


def codes(client, seat=None):
    found = findings(client, ON)
    return [f.code for f in found if seat is None or f.seat == seat]


def firm():
    """A firm with nothing worth a look: an owner over the MSP, both with all that they need."""
    client = chart_of({"Owner": ["MSP"]})
    client = seated(seated(client, "Owner", "Ann"), "MSP", "Northbeam", provider=True)
    client = responsible(client, "Owner", "Lead and hold", "Sell", "Plan", "Hire", "Culture")
    client = responsible(client, "MSP", *FIVE)
    for seat in ("Owner", "MSP"):
        client = edited(
            client, add_metric(Metric(MetricId(f"m-{seat}"), SeatId(seat), name="Uptime", target=1))
        )
        client = reviewed(client, seat)
    return client


def reviewed(client, seat, *, headline="right_seat", days=None, name="", **more):
    holder = client.accountable(SeatId(seat)).id
    review = Review(
        ReviewId(name or f"review-{seat}"),
        SeatId(seat),
        holder,
        "2026-11-01",
        "person",
        "finished",
        next_on=days or "2027-02-01",
        headline=headline,
        **more,
    )
    return put(client, review)


def wrong(client, seat="MSP", **more):
    return reviewed(client, seat, headline="wrong_seat", **more)


def with_action(client, *, due, done_on=""):
    action = Action(ActionId("a"), ReviewId("review-MSP"), 1, "Write it", "Ann", due, done_on)
    return put(client, action)


def with_figures(client, *values, cadence="month", on=("2026-09-10", "2026-10-10", "2026-11-10")):
    metric = replace(client.get(Metric, "m-MSP"), target=95, cadence=cadence)
    figures = [
        Figure(FigureId(f"f{day}"), metric.id, day, value)
        for day, value in zip(on, values, strict=False)
    ]
    return put(client, metric, *figures)


def with_duties(client, count):
    """The MSP seat with so many responsibilities in all, five of them from the start."""
    return responsible(client, "MSP", *(f"More {n}" for n in range(5, count)))


def without_duties(client, keep):
    gone = client.responsibilities(MSP)[keep:]
    return edited(client, Edit("remove", lambda work: [work.remove(r) for r in gone]))


def with_providers_chart():
    """Northbeam in the seat above its own."""
    return seated(chart_of({"IT": ["MSP"]}), "IT", "Northbeam", provider=True)


def in_seats(count):
    client = chart_of({"Owner": [f"S{n}" for n in range(1, count)]})
    for seat in ("Owner", *(f"S{n}" for n in range(1, count))):
        client = seated(client, seat, "Ann")
    return client


def with_map(client, **parts):
    client = edited(client, start_map([Function(FunctionId("backup"), name="Backup")]))
    return edited(
        client,
        *(mark(FunctionId("backup"), SeatId(s), part) for s, part in parts.items()),
    )


def open_seat(client, seat):
    seating = client.seatings(SeatId(seat))[0]
    return edited(client, unseat(seating.id, on=ON))


def helps(client, name="Helper", role="also", seat="Owner"):
    return edited(
        client,
        add_occupant(Occupant(OccupantId(name), name, "provider")),
        seat_occupant(
            SeatingId(f"{name}@{seat}"), SeatId(seat), OccupantId(name), role=role, on=ON
        ),
    )


def provider(client, name, **more):
    return put(client, replace(client.get(Occupant, name), **more))


def named_again(client, on="2026-11-20"):
    """Somebody new in the MSP seat since that day."""
    return edited(
        client,
        add_occupant(Occupant(OccupantId("Bo"), "Bo")),
        seat_occupant(SeatingId("bo"), MSP, OccupantId("Bo"), on=on),
    )


def as_person(client):
    return put(client, replace(client.get(Occupant, "Northbeam"), kind="person"))


def judged_against(client, *, text):
    """A review with a no on Gets it because of "Backup", which now reads as given."""
    scene = person_scene()
    answers = (*calls("no", "yes", "yes"), answer("gets", "Backup", "no"))
    client = wrong(client, scene=scene, answers=tuple(answers))
    duty = next(r for r in client.responsibilities(MSP) if r.id == "Backup")
    client = put(client, replace(duty, text=text, level="managed"))
    return with_action(client, due="2027-01-01")


FIRING = {
    "no-provider-seat": lambda: as_person(firm()),
    "provider-without-seat": lambda: helps(firm()),
    "provider-answers-to-nobody": lambda: open_seat(firm(), "Owner"),
    "provider-answers-to-itself": lambda: seated(with_providers_chart(), "MSP", "Northbeam"),
    "open-seat": lambda: open_seat(firm(), "MSP"),
    "nobody-accountable": lambda: helps(open_seat(firm(), "MSP"), seat="MSP"),
    "no-responsibility": lambda: without_duties(firm(), 0),
    "few-responsibilities": lambda: without_duties(firm(), 4),
    "many-responsibilities": lambda: with_duties(firm(), 6),
    "same-responsibility-twice": lambda: edited(
        firm(), add_responsibility(ResponsibilityId("x"), SeatId("Owner"), " backup. ")
    ),
    "no-metric": lambda: put_away_metric(firm()),
    "metric-off-target": lambda: with_figures(firm(), 90, 91, 92),
    "metric-stale": lambda: with_figures(firm(), 96, on=("2026-08-10",)),
    "never-reviewed": lambda: named_again(firm(), on="2026-01-10"),
    "review-overdue": lambda: reviewed(firm(), "MSP", days="2026-11-22"),
    "seat-changed-since-review": lambda: judged_against(firm(), text="Backup and restore"),
    "wrong-seat-without-action": lambda: wrong(firm()),
    "action-overdue": lambda: with_action(firm(), due="2026-11-22"),
    "notice-date-near": lambda: provider(firm(), "Northbeam", notice_by="2027-01-22"),
    "many-seats": lambda: in_seats(4),
    "wide-span": lambda: chart_of({"Owner": [f"S{n}" for n in range(10)]}),
    "function-nobody-covers": lambda: with_map(firm(), Owner="helps"),
    "function-two-accountable": lambda: with_map(firm(), Owner="accountable", MSP="accountable"),
    "judge-in-doubt": lambda: with_action_for_owner(wrong(firm(), "Owner")),
}


def put_away_metric(client):
    metric = client.metrics(MSP)[0]
    return edited(client, Edit("remove", lambda work: work.remove(metric)))


def with_action_for_owner(client):
    action = Action(ActionId("o"), ReviewId("review-Owner"), 1, "Decide", "Ann", "2027-01-01")
    return put(client, action)


SILENT = {
    "no-provider-seat": lambda: edited(
        open_seat(as_person(firm()), "MSP"), mean_seat_for(MSP, "provider")
    ),
    "provider-without-seat": lambda: helps(firm(), "Northbeam 2", role="accountable", seat="MSP"),
    "provider-answers-to-nobody": firm,
    "provider-answers-to-itself": firm,
    "open-seat": lambda: helps(open_seat(firm(), "MSP"), seat="MSP"),
    "nobody-accountable": lambda: open_seat(firm(), "MSP"),
    "no-responsibility": lambda: without_duties(firm(), 1),
    "few-responsibilities": lambda: with_duties(firm(), 6),
    "many-responsibilities": firm,
    "same-responsibility-twice": lambda: edited(
        firm(), add_responsibility(ResponsibilityId("x"), SeatId("Owner"), "Backup", part="helps")
    ),
    "no-metric": firm,
    "metric-off-target": lambda: with_figures(firm(), 96, 91, 92),
    "metric-stale": lambda: with_figures(firm(), 96, on=("2026-10-10",)),
    "never-reviewed": lambda: named_again(firm()),
    "review-overdue": lambda: reviewed(firm(), "MSP", days=ON),
    "seat-changed-since-review": lambda: judged_against(firm(), text="BACKUP."),
    "wrong-seat-without-action": lambda: with_action(wrong(firm()), due="2027-01-01"),
    "action-overdue": lambda: with_action(firm(), due="2026-11-22", done_on="2026-11-21"),
    "notice-date-near": lambda: provider(firm(), "Northbeam", notice_by="2027-01-23"),
    "many-seats": lambda: in_seats(3),
    "wide-span": lambda: chart_of({"Owner": [f"S{n}" for n in range(9)]}),
    "function-nobody-covers": lambda: with_map(firm(), MSP="accountable", Owner="helps"),
    "function-two-accountable": lambda: with_map(firm(), MSP="accountable", Owner="helps"),
    "judge-in-doubt": firm,
}
