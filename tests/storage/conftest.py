"""Small worlds for the tests of storage, and clients made up by hypothesis."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, get_type_hints

import pytest
from hypothesis import strategies as st

from mspseat_desktop.domain.records import (
    Accepted,
    ChartLook,
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    BankQuestion,
    Candidate,
    Comparison,
    Form,
    Review,
    Scene,
    SceneMetric,
    SceneResponsibility,
    SceneValue,
    Signature,
    Voice,
    answer_id,
)
from mspseat_desktop.storage.client_file import ClientFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mspseat_desktop.domain.records import Record

TEXT = st.text(max_size=8)
BASIC = {
    str: TEXT,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
}


def anything(kind: type, **fixed):
    """Records of the kind with arbitrary values in every field that is not fixed."""
    hints = get_type_hints(kind)
    values = {}
    for field in fields(kind):
        hint = hints[field.name]
        hint = getattr(hint, "__supertype__", hint)
        if field.name in fixed:
            given = fixed[field.name]
            values[field.name] = given if isinstance(given, st.SearchStrategy) else st.just(given)
        elif hint in BASIC:
            values[field.name] = BASIC[hint]
        elif hint == float | None:
            values[field.name] = st.none() | BASIC[float]
        elif hint == int | None:
            values[field.name] = st.none() | BASIC[int]
        else:
            values[field.name] = st.from_type(hint)
    return st.builds(kind, **values)


def several(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


scenes = anything(
    Scene,
    responsibilities=several(anything(SceneResponsibility)),
    metrics=several(anything(SceneMetric)),
    values=several(anything(SceneValue)),
)


@st.composite
def worlds(draw) -> list[Record]:
    """Records of one client that point at each other, every field filled with anything."""
    seat_ids = [f"s{i}" for i in range(draw(st.integers(1, 4)))]
    people = ["o0", "o1"]
    metrics = ["m0"]
    reviews = ["r0", "r1"]
    parents = st.none() | st.sampled_from(seat_ids)
    seats = st.sampled_from(seat_ids)
    answer = anything(Answer, review=st.sampled_from(reviews))
    profile = anything(Profile, id="client", has_none=several(TEXT), unwatched=several(TEXT))
    records: list[Record] = [draw(profile)]
    records += [draw(anything(Seat, id=i, parent=parents)) for i in seat_ids]
    records += [draw(anything(Responsibility, id=i, seat=seats)) for i in ("p0", "p1")]
    records += [draw(anything(Metric, id=i, seat=seats)) for i in metrics]
    records += [draw(anything(Figure, metric="m0"))]
    firms = st.none() | st.sampled_from(people)
    records += [draw(anything(Occupant, id=i, continues_as=firms)) for i in people]
    records += [draw(anything(Contact, occupant=st.sampled_from(people)))]
    records += [draw(anything(Seating, seat=seats, occupant=st.sampled_from(people)))]
    records += [draw(anything(CoreValue, occupant=firms))]
    records += [draw(anything(Function, id="f0"))]
    pieces = st.none() | st.sampled_from(["p0", "p1"])
    records += [draw(anything(Cover, function="f0", seat=seats, responsibility=pieces))]
    records += [draw(anything(SecondLine, seat=seats, to=seats))]
    records += [draw(anything(ChartLook, id="look"))]
    records += [draw(anything(Accepted))]
    who, judged = st.sampled_from(people), st.sampled_from(reviews)
    records += [draw(anything(Form, id="g0", seat=seats, occupant=who, asked=several(TEXT)))]
    returned = st.sampled_from(["g0", None])
    records += [draw(anything(Voice, review=judged, form=returned, answers=several(answer)))]
    records += [draw(anything(BankQuestion, seat=st.none() | seats))]
    records += [draw(anything(Signature, review=judged))]
    records += [draw(anything(Comparison, id="z0", seat=seats, chosen=firms))]
    records += [draw(anything(Candidate, comparison="z0", occupant=who))]
    records += [
        draw(
            anything(
                Review,
                id=i,
                seat=seats,
                occupant=st.sampled_from(people),
                amends=st.none() | st.sampled_from(reviews),
                asked=several(TEXT),
                answers=several(answer),
                scene=st.none() | scenes,
            )
        )
        for i in reviews
    ]
    records += [draw(answer)]
    records += [draw(anything(Action, review=st.sampled_from(reviews)))]
    return records


def small_client() -> list[Record]:
    """A client with two seats, a provider and a review."""
    return [
        Profile(name="Lakeside Manufacturing"),
        Seat("boss", None, 1024, "Owner"),
        Seat("it", "boss", 1024, "IT and security"),
        Responsibility("r1", "it", 1024, "Backups come back", protects=True),
        Metric("m1", "it", 1024, "Restore test", target=4.0, unit="a year"),
        Figure("f1", "m1", "2026-10-01", 3.0),
        Occupant("acme", "Acme IT", "provider"),
        Seating("x1", "it", "acme"),
        CoreValue("v1", 1024, "Own it"),
        Review("rev1", "it", "acme", "2026-10-01", "it_provider"),
        Answer(answer_id("rev1", "question", "q1"), "rev1", "question", "q1", "yes", "As seen."),
        Action("a1", "rev1", 1024, "Show a restore", "Acme", "2026-11-01"),
    ]


def full_client() -> list[Record]:
    """The small client with something of everything that later schemas added."""
    return [
        *small_client(),
        Contact("k1", "acme", 1024, "account_manager", "Ann Ames", "ann@acme.example", "555 0100"),
        CoreValue("v2", 1024, "Answer the phone", occupant="acme"),
        Function("f-backup", 1024, "Backup", usual="provider", code="backup"),
        Cover("f-backup:it", "f-backup", "it", "accountable", "r1"),
        Accepted("open-seat:boss", "open-seat", "boss", "Sold next year.", "2026-10-01"),
    ]


def reviewed_client() -> list[Record]:
    """The full client with something of everything that the third schema added."""
    said = Answer(answer_id("rev1", "wants", "r1"), "rev1", "wants", "r1", "wants")
    return [
        *full_client(),
        Form("g1", "it", "acme", "2026-09-20", "it_provider", 1, ("g1",), "00ff", "2026-09-27"),
        Voice("u1", "rev1", 1024, "provider", "Acme IT", "2026-09-27", "g1", (said,)),
        BankQuestion("q9", "it_provider", "q9", 1024, letter="gets", words="Knows our plant?"),
        Signature("w1", "rev1", 1024, "Ann Ames", "Acme IT", "2026-10-02"),
        Comparison("z1", "it", "2026-09-01", "2026-09-10", "acme"),
        Candidate("y1", "z1", "acme", 1024, "2,400 a month"),
    ]


def charted_client() -> list[Record]:
    """The reviewed client with something of everything that the fourth schema added."""
    records: list[Record] = [
        replace(r, layout="stacked") if isinstance(r, Seat) and r.id == "boss" else r
        for r in reviewed_client()
    ]
    return [
        *records,
        Seat("aide", "boss", 2048, "Office", assistant=True),
        SecondLine("l1", "it", "aide", "contracts"),
    ]


def newest_client() -> list[Record]:
    """The charted client with something of everything that the fifth schema added."""
    return [*charted_client(), ChartLook(layout="right", compact=True)]


@pytest.fixture(name="small_records")
def _small_records() -> list[Record]:
    return small_client()


@pytest.fixture(name="full_records")
def _full_records() -> list[Record]:
    return full_client()


@pytest.fixture(name="reviewed_records")
def _reviewed_records() -> list[Record]:
    return reviewed_client()


@pytest.fixture(name="charted_records")
def _charted_records() -> list[Record]:
    return charted_client()


@pytest.fixture(name="newest_records")
def _newest_records() -> list[Record]:
    return newest_client()


@pytest.fixture(scope="session", name="any_world_strategy")
def _any_world_strategy():
    return worlds


@pytest.fixture(name="new_file")
def _new_file(tmp_path: Path) -> Iterator[Callable[..., ClientFile]]:
    """Make a working copy of the small client, closed when the test is over."""
    made: list[ClientFile] = []

    def make(records: list[Record] | None = None) -> ClientFile:
        path = tmp_path / f"client{len(made)}.sqlite"
        made.append(ClientFile.create(path, small_client() if records is None else records))
        return made[-1]

    yield make
    for file in made:
        file.close()
