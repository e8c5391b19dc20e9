"""An open seat for a provider, with three candidates and what was asked of them."""

from __future__ import annotations

from mspseat_desktop.content.candidates import candidate_table
from mspseat_desktop.domain.edits.candidates import start_comparison
from mspseat_desktop.domain.edits.coverage import belong_to, mark, start_map
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.edits.review import put_answer, start_review
from mspseat_desktop.domain.edits.seat import add_metric, add_responsibility
from mspseat_desktop.domain.records import (
    CoreValue,
    Function,
    Metric,
    Occupant,
)
from mspseat_desktop.domain.review_records import Candidate
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    ComparisonId,
    CoreValueId,
    FunctionId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from world import ON, chart_of, edited, seated

SEAT = SeatId("Managed IT")
FIRMS = ("Northbeam", "Bright IT", "Cedar")
DUTIES = (("Help desk", "repair"), ("Backups", "managed"), ("Roadmap", "strategic"))
VALUES = ("Own it", "Plain speaking")
COMPARISON = ComparisonId("comparison")


def open_seat():
    """Managed IT, open, below a finance seat that Ellen holds; three firms sit nowhere."""
    client = seated(chart_of({"Finance": ["Managed IT"]}), "Finance", "Ellen")
    edits = [add_occupant(Occupant(OccupantId(firm), firm, "provider")) for firm in FIRMS]
    edits += [
        add_responsibility(ResponsibilityId(text), SEAT, text, level=level)
        for text, level in DUTIES
    ]
    edits.append(add_metric(Metric(MetricId("m"), SEAT, name="First response", target=95)))
    for number, name in enumerate(VALUES, 1):
        value = CoreValue(CoreValueId(name), number, name)
        edits.append(Edit("value", lambda work, value=value: work.put(value)))
    return edited(client, *edits)


def candidates(*firms):
    return [Candidate(CandidateId(f), COMPARISON, OccupantId(f)) for f in firms]


def compared(*firms):
    """The three, or these, side by side; nobody has been asked anything."""
    edit = start_comparison(COMPARISON, SEAT, on=ON, candidates=candidates(*(firms or FIRMS)))
    return edited(open_seat(), edit)


def answered(client, firm, *answers):
    """Answers in the draft of the firm: (kind, about, value) or with a note as well."""
    review = ReviewId(f"review of {firm}")
    if client.draft(SEAT, OccupantId(firm)) is None:
        begin = start_review(
            review, seat=SEAT, occupant=OccupantId(firm), on=ON, bank="it_provider"
        )
        client = edited(client, begin)
    for kind, about, value, *note in answers:
        edit = put_answer(review, kind, about=about, value=value, note=note[0] if note else None)
        client = edited(client, edit)
    return client


def reviewed():
    """Northbeam wants all, Bright IT declines the roadmap, Cedar was asked one thing."""
    client = compared()
    for firm, roadmap in (("Northbeam", "wants"), ("Bright IT", "declined")):
        wants = (("Help desk", "wants"), ("Backups", "wants"), ("Roadmap", roadmap))
        client = answered(
            client,
            firm,
            *(("wants", duty, value) for duty, value in wants),
            *(("gets", duty, "yes") for duty, _level in DUTIES),
            *(("can", duty, "yes") for duty, _level in DUTIES),
            ("question", "g1", "yes"),
            ("question", "g6", "unsure"),
            ("value", "Own it", "+"),
            ("value", "Plain speaking", "+" if firm == "Northbeam" else "-"),
            ("call", "gets", "yes", "They told us our goals."),
            ("call", "wants", "yes" if roadmap == "wants" else "no", "They said so."),
        )
    return answered(
        client, "Cedar", ("wants", "Backups", "condition", "Only with two visits a year")
    )


def with_map(client):
    """Help desk work and backups belong to their responsibilities; the network to none."""
    pieces = {"desk": "Help desk", "backup": "Backups", "plan": "Roadmap", "network": None}
    edits = [start_map([Function(FunctionId(p), name=p, code=p) for p in pieces])]
    for piece, duty in pieces.items():
        edits.append(mark(FunctionId(piece), SEAT, "accountable"))
        if duty:
            edits.append(belong_to(FunctionId(piece), SEAT, ResponsibilityId(duty)))
    return edited(client, *edits)


def table(client, comparison=COMPARISON, on=ON):
    return candidate_table(client, comparison, on=on)


def row(found, kind, about):
    return next(r for r in found.rows if r.key == (kind, about))


def seating(name="new"):
    return SeatingId(f"seating {name}")
