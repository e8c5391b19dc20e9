"""A small client to print: a provider in a seat that was reviewed twice, and its surroundings."""

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.records import (
    CoreValue,
    Figure,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Review,
    answer_id,
)
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    CoreValueId,
    FigureId,
    MetricId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)

DUTIES = (
    ("Help desk within the agreed times", "repair", False),
    ("Patch, protect and monitor every device", "managed", True),
    ("Backups that restore", "managed", True),
    ("Security roadmap with the budget", "strategic", False),
    ("Quarterly business review", "strategic", False),
)
EVIDENCE = ("94 % answered in time", "98 % in 14 days", "2 of 2 test restores", "", "2 of 4 held")
VALUES = ("Own it", "Do the right thing", "Plain speaking", "Keep improving")
IT, TECH = SeatId("it"), SeatId("tech")
FIRM, PERSON = OccupantId("northbeam"), OccupantId("joel")


def said(review, kind, about, value="", note="", evidence=""):
    identity = ReviewId(review)
    return Answer(answer_id(identity, kind, about), identity, kind, about, value, note, evidence)


def answers_of(review, wants="no", words=""):
    """The answers of one review: all yes but for what it wants."""
    found = []
    for number, line in enumerate(EVIDENCE, 1):
        last = "declined" if number == 4 and wants == "no" else "wants"
        found += [
            said(review, "gets", f"r{number}", "yes"),
            said(review, "wants", f"r{number}", last),
            said(review, "can", f"r{number}", "yes"),
            said(review, "evidence", f"r{number}", "", line + words, "seen"),
        ]
    ratings = ("+", "+", "+/-", "+")
    found += [said(review, "value", f"v{n}", mark) for n, mark in enumerate(ratings, 1)]
    for question in ("g1", "g6", "g9", "c1", "c3", "w7"):
        note = "Named two of the three; the third came from the plan." + words
        found.append(said(review, "question", question, "yes", note, "claimed"))
    found += [
        said(review, "call", "gets", "yes", "Knows the environment and where security is weak."),
        said(review, "call", "wants", wants, "Declined the roadmap; would quote as they come."),
        said(review, "call", "capacity", "yes", "Eleven engineers, two on this account." + words),
    ]
    return tuple(found)


def small_records(words="", paper="A4"):
    """The records of the client; `words` is added to every text that a user could write."""
    yield Profile(
        name="Lakeside Manufacturing" + words, firm="Rivera Advisory" + words, paper=paper
    )
    yield Seat(TECH, None, 0, "Technology" + words)
    yield Seat(IT, TECH, 0, "Managed IT & Security" + words, purpose="Keep us working." + words)
    yield Occupant(PERSON, "Joel Kim" + words)
    yield Occupant(FIRM, "Northbeam IT" + words, "provider")
    yield Seating(SeatingId("s1"), TECH, PERSON, since="2020-01-01")
    yield Seating(SeatingId("s2"), IT, FIRM, since="2024-03-01")
    for number, (text, level, protects) in enumerate(DUTIES, 1):
        identity = ResponsibilityId(f"r{number}")
        yield Responsibility(identity, IT, number, text + words, level, protects=protects)
    for number, name in enumerate(VALUES, 1):
        yield CoreValue(CoreValueId(f"v{number}"), number, name + words)
    yield Metric(MetricId("m1"), IT, 1, "First response" + words, 95, unit="%", cadence="week")
    yield Metric(MetricId("m2"), IT, 2, "Patched in 14 days", 95, unit="%", cadence="month")
    yield Metric(MetricId("m3"), IT, 3, "Ideas brought", 2, 4, "", "between", "quarter")
    yield Figure(FigureId("f1"), MetricId("m1"), "2026-10-01", 94)
    yield Figure(FigureId("f2"), MetricId("m2"), "2026-10-01", 98)


def small_client(words="", paper="A4"):
    """The client with two finished reviews of the provider and one draft of the person."""
    client = Client.of(small_records(words, paper))
    bank = banks()["it_provider"]
    records = list(small_records(words, paper))
    for review, on, wants, headline in (
        ("7f3a91c2aa", "2026-07-14", "yes", "right_right"),
        ("8b3a91c2bb", "2026-10-14", "no", "right_wrong_seat"),
    ):
        scene = scene_of(client, seat=IT, occupant=FIRM, on=on)
        records.append(
            Review(
                ReviewId(review),
                IT,
                FIRM,
                on,
                bank.id,
                "finished",
                "Joel Kim" + words,
                "A. Rivera" + words,
                "independent",
                "2026-12-13",
                finished_at=on + "T10:00:00Z",
                headline=headline,
                asked=tuple(q.id for q in asked(bank.questions, scene, on)),
                answers=answers_of(review, wants, words),
                scene=scene,
            )
        )
    last = ReviewId("8b3a91c2bb")
    what = "Agree in writing whether Northbeam takes on the roadmap" + words
    records.append(Action(ActionId("a1"), last, 1, what, "Joel Kim", "2026-11-06"))
    records.append(
        Review(ReviewId("draft"), TECH, PERSON, "2026-10-14", "person", answered_by="Dana" + words)
    )
    records.append(said("draft", "call", "gets", "yes", "Says it in own words." + words))
    return Client.of(records)
