"""A company reviewed over several quarters, in a few words."""

from __future__ import annotations

from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import CoreValue, Occupant
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Scene,
    SceneMetric,
    SceneValue,
    answer_id,
)
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    CoreValueId,
    OccupantId,
    ReviewId,
    SeatId,
)
from world import chart_of, edited, responsible, seated

VALUES = ("Own it", "Do the right thing", "Plain speaking", "Keep improving")
LETTERS = ("gets", "wants", "capacity")
Q2, Q3, Q4 = "2026-04-14", "2026-07-14", "2026-10-14"

__all__ = ["LETTERS", "Q2", "Q3", "Q4", "VALUES", "change_profile", "company", "reviewed"]


def with_values(client, *names):
    records = [CoreValue(CoreValueId(n), at, n) for at, n in enumerate(names, 1)]
    return edited(client, Edit("values", lambda work: [work.put(r) for r in records]))


def reviewed(
    client,
    seat,
    name,
    on,
    calls="YYY",
    *,
    marks=("+", "+", "+", "+"),
    headline="right_right",
    next_on="2027-01-14",
    notes=None,
    amends=None,
    metrics=(),
    name_as="",
):
    """A finished review: calls as "YNY", a mark for each value, its headline as given."""
    review = ReviewId(name_as or f"{name}@{seat}@{on}")
    found = client.get(Occupant, name)
    words = {"Y": "yes", "N": "no", "-": ""}
    notes = notes or {}
    given = {("call", letter): words[c] for letter, c in zip(LETTERS, calls, strict=True)}
    given |= {("value", v): m for v, m in zip(VALUES, marks, strict=False)}
    answers = tuple(
        Answer(answer_id(review, kind, about), review, kind, about, value, notes.get(about, ""))
        for (kind, about), value in given.items()
        if value
    )
    scene = Scene(
        seat,
        name,
        is_provider=found.kind == "provider",
        answers_to="held",
        bar_exceptions=1,
        values=tuple(SceneValue(CoreValueId(v), v) for v in VALUES[: len(marks)]),
        metrics=tuple(SceneMetric(m, m, 95, latest=latest) for m, latest in metrics),
    )
    record = Review(
        review,
        SeatId(seat),
        OccupantId(name),
        on,
        "it_provider" if scene.is_provider else "person",
        "finished",
        next_on=next_on,
        finished_at=f"{on}T10:00:00+00:00",
        headline=headline,
        answers=answers,
        scene=scene,
        amends=amends,
    )
    return edited(client, Edit("x", lambda work: work.put(record)))


def company():
    """Owner over Technology and Quality; the MSP below Technology.

    Dana is right in both quarters; Joel fell below the bar; Northbeam does not want it any more;
    nobody holds Quality, and nobody has reviewed Priya.
    """
    client = chart_of({"Owner": ["Technology", "Quality", "Sales"], "Technology": ["Managed IT"]})
    client = with_values(client, *VALUES)
    client = seated(client, "Owner", "Dana Whitfield")
    client = seated(client, "Technology", "Joel Kim")
    client = seated(client, "Sales", "Priya Natarajan")
    client = seated(client, "Managed IT", "Northbeam IT", provider=True)
    client = responsible(client, "Managed IT", "Help desk", "Roadmap")
    for on in (Q3, Q4):
        client = reviewed(client, "Owner", "Dana Whitfield", on)
    client = reviewed(client, "Technology", "Joel Kim", Q3)
    client = reviewed(
        client,
        "Technology",
        "Joel Kim",
        Q4,
        marks=("+", "+/-", "+/-", "+"),
        headline="right_seat_below",
        next_on="2026-11-13",
    )
    client = reviewed(client, "Managed IT", "Northbeam IT", Q3, next_on="2026-10-12")
    return reviewed(
        client,
        "Managed IT",
        "Northbeam IT",
        Q4,
        "YNY",
        marks=("+", "+", "+/-", "+"),
        headline="right_wrong_seat",
        next_on="2026-12-13",
        notes={"wants": "Declined the roadmap."},
    )
