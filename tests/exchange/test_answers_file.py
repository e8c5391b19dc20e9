"""The JSON of a review: what it may say, and one sentence for what it may not."""

import json
from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.content.banks import shipped_bank
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.questions import add_question
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import (
    CoreValue,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    BankQuestionId,
    BlobHash,
    CoreValueId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.exchange.answers_in import GivenReview, read_answers
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.review_edit import NO_FILES, review_edit
from mspseat_desktop.wording.imports import problem_text
from world import edited

IT = SeatId("it")


def world() -> Client:
    return Client.of(
        [
            Profile(),
            Seat(SeatId("top"), title="Owner", order=GAP),
            Seat(IT, SeatId("top"), GAP, "Managed IT"),
            Seat(SeatId("free"), SeatId("top"), 2 * GAP, "Payroll"),
            Occupant(OccupantId("ann"), "Ann Lee"),
            Occupant(OccupantId("msp"), "Northgate", "provider"),
            Seating(SeatingId("1"), SeatId("top"), OccupantId("ann")),
            Seating(SeatingId("2"), IT, OccupantId("msp")),
            Responsibility(ResponsibilityId("r1"), IT, GAP, "Help people fast", "managed"),
            Responsibility(ResponsibilityId("r2"), IT, 2 * GAP, "Plan and advise", "strategic"),
            CoreValue(CoreValueId("v1"), GAP, "Own it"),
        ]
    )


def recorded(
    said: object,
    seat: SeatId = IT,
    files: Mapping[str, BlobHash] = NO_FILES,
    client: Client | None = None,
) -> Review:
    numbers = count(1)
    client = client or world()
    edit = review_edit(
        read_answers(json.dumps(said).encode()),
        client,
        seat=seat,
        review=ReviewId("rev"),
        new_id=lambda: f"n{next(numbers)}",
        today="2026-10-14",
        finished_at="2026-10-14T09:00:00+00:00",
        files=files,
    )
    work = Revision(client)
    edit.run(work)
    return work.client.get(Review, "rev")


def answers(review: Review) -> dict[tuple[str, str], tuple[str, str]]:
    return {(a.kind, a.about): (a.value, a.note) for a in review.answers}


def attempt(data: bytes) -> GivenReview | ImportProblem:
    try:
        return read_answers(data)
    except ImportProblem as problem:
        return problem


def refusal(said: object) -> str:
    data = said if isinstance(said, bytes) else json.dumps(said).encode()
    with pytest.raises(ImportProblem) as problem:
        recorded(json.loads(data)) if not isinstance(said, bytes) else read_answers(data)
    return problem_text(problem.value.code, problem.value.params)


def evidence(review: Review) -> dict[str, tuple[str, ...]]:
    return {
        a.about: (a.evidence, a.seen_by, a.seen_on, a.reference, a.file, a.file_name)
        for a in review.answers
    }


def test_answers_say_what_they_rest_on():
    seen = {"seen_by": "Ann  Lee", "seen_on": "2026-10-01", "reference": "Page 3"}
    review = recorded(
        {
            "questions": {
                "g1": {"answer": "yes", "evidence": "seen", **seen},
                "g2": {"answer": "yes", **seen},
                "g6": {"answer": "no", "evidence": "claimed", "seen_by": "Northgate"},
                "g7": {"answer": "no", "evidence": "unknown"},
                "g8": {"file": "in/plan.pdf"},
            },
            "responsibilities": {
                "1": {"evidence": "Tickets"},
                "2": {"evidence": {"note": "Bills", "evidence": "claimed", "reference": "Inbox"}},
            },
        },
        files={"in/plan.pdf": BlobHash("ab12")},
    )
    details = ("Ann Lee", "2026-10-01", "Page 3", "", "")
    assert evidence(review) == {
        "g1": ("seen", *details),
        "g2": ("seen", *details),
        "g6": ("claimed", "Northgate", "", "", "", ""),
        "g7": ("", "", "", "", "", ""),
        "g8": ("seen", "", "", "", "ab12", "plan.pdf"),
        "r1": ("", "", "", "", "", ""),
        "r2": ("claimed", "", "", "Inbox", "", ""),
    }


def test_a_whole_review_is_recorded_and_finished():
    review = recorded(
        {
            "on": "2026-10-01",
            "answered_by": "Ann Lee",
            "facilitated_by": "Kim Roe",
            "independence": "independent",
            "questions": {"g1": "yes", "g6": {"answer": "no", "note": "None", "evidence": "seen"}},
            "responsibilities": {
                "1": {"gets": "yes", "wants": "wants", "can": "yes", "evidence": "Tickets"},
                "plan and  ADVISE": {"wants": {"answer": "declined", "note": "Not for us"}},
            },
            "values": {"Own it": "+"},
            "calls": {
                "gets": {"call": "yes", "because": "It asked"},
                "wants": {"call": "no", "because": "Declined the roadmap"},
            },
            "homework": {"h1": "yes"},
            "actions": [{"what": "Write the scorecard", "who": "Ann Lee", "due": "2026-11-01"}],
            "next_review": "2027-01-12",
        }
    )

    assert review.state == "finished"
    assert (review.on, review.next_on) == ("2026-10-01", "2027-01-12")
    assert (review.answered_by, review.facilitated_by) == ("Ann Lee", "Kim Roe")
    assert (review.bank, review.occupant) == ("it_provider", "msp")
    assert answers(review) == {
        ("question", "g1"): ("yes", ""),
        ("question", "g6"): ("no", "None"),
        ("gets", "r1"): ("yes", ""),
        ("wants", "r1"): ("wants", ""),
        ("can", "r1"): ("yes", ""),
        ("evidence", "r1"): ("", "Tickets"),
        ("wants", "r2"): ("declined", "Not for us"),
        ("value", "v1"): ("+", ""),
        ("call", "gets"): ("yes", "It asked"),
        ("call", "wants"): ("no", "Declined the roadmap"),
        ("homework", "h1"): ("yes", ""),
    }


def test_today_is_the_day_when_none_is_given():
    assert recorded({"calls": {"gets": "no"}}).on == "2026-10-14"


def test_a_candidate_for_an_open_seat_is_named():
    review = recorded({"occupant": "northgate", "calls": {"gets": "no"}}, SeatId("free"))

    assert review.occupant == "msp"
    assert review.scene is not None
    assert review.scene.is_candidate


def test_the_bank_is_one_that_knows_the_questions():
    assert recorded({"questions": {"g7": "yes"}}).bank == "it_provider"
    assert recorded({"bank": "other_provider", "questions": {"g1": "yes"}}).bank == "other_provider"


def test_a_question_of_ones_own_is_answered_by_its_words():
    question = add_question(
        BankQuestionId("own"), shipped_bank("it_provider"), letter="gets", words="Do they bow?"
    )
    client = edited(world(), question)
    review = recorded({"questions": {"do they  BOW?": "no", "g1": "yes"}}, client=client)
    assert answers(review) == {("question", "own"): ("no", ""), ("question", "g1"): ("yes", "")}
    assert review.bank == "it_provider"


def test_nothing_answered_is_refused():
    with pytest.raises(Refused, match="nothing-answered"):
        recorded({"on": "2026-10-14"})


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"on": "2026-10-16", "calls": {"gets": "yes"}}, "review-in-future"),
        ({"questions": {"g1": {"answer": "yes", "seen_on": "2027-01-01"}}}, "evidence-in-future"),
        ({"on": "9999-12-31", "calls": {"gets": "yes"}}, "review-in-future"),
    ],
)
def test_a_day_that_lies_ahead_is_refused(said, code):
    with pytest.raises(Refused) as refused:
        recorded(said)
    assert refused.value.code == code


def test_an_open_seat_has_nobody_to_review():
    with pytest.raises(ImportProblem) as problem:
        recorded({"calls": {"gets": "yes"}}, SeatId("free"))
    assert "Payroll" in problem_text(problem.value.code, problem.value.params)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ([], "{}"),
        ({"call": {}}, "“call”"),
        ({"questions": {"zz": "yes"}}, "“zz”"),
        ({"questions": {"h1": "yes"}}, "“h1”"),
        ({"questions": {"g1": "perhaps"}}, "“questions.g1”"),
        ({"questions": {"g1": True}}, "“questions.g1”"),
        ({"questions": {"g1": {"answer": "yes", "evidence": "heard"}}}, "questions.g1.evidence"),
        ({"questions": {"g1": {"anser": "yes"}}}, "“questions.g1.anser”"),
        ({"questions": {"g1": {"seen_on": "1 May"}}}, "“questions.g1.seen_on”"),
        ({"questions": {"g1": {"file": ["x"]}}}, "“questions.g1.file”"),
        ({"questions": {"g1": {"evidence": "unknown", "seen_by": "A"}}}, "“questions.g1”"),
        ({"responsibilities": {"1": {"evidence": {"seen": "A"}}}}, "1.evidence.seen"),
        ({"responsibilities": {"1": {"evidence": ["A"]}}}, "“responsibilities.1.evidence”"),
        ({"responsibilities": {"3": {"gets": "yes"}}}, "“3”"),
        ({"responsibilities": {"0": {"gets": "yes"}}}, "“0”"),
        ({"responsibilities": {"1": {"wants": "yes"}}}, "responsibilities.1.wants"),
        ({"responsibilities": {"1": "yes"}}, "“responsibilities.1”"),
        ({"values": {"Be kind": "+"}}, "“Be kind”"),
        ({"values": {"Own it": "++"}}, "“values.Own it”"),
        ({"calls": {"luck": "yes"}}, "“calls.luck”"),
        ({"calls": {"gets": {"call": "unsure"}}}, "“calls.gets”"),
        ({"homework": {"g1": "yes"}}, "“g1”"),
        ({"actions": {"what": "x"}}, "“actions”"),
        ({"actions": [{"what": "x", "due": "soon"}]}, "“actions.1.due”"),
        ({"on": "14.10.2026"}, "“on”"),
        ({"on": "2026-02-30"}, "“on”"),
        ({"answered_by": "x" * 20_001}, "“answered_by”"),
        ({"independence": "friend"}, "“independence”"),
        ({"bank": "magic"}, "“bank”"),
        ({"occupant": "Nobody Ltd"}, "“Nobody Ltd”"),
        (b'{"on": 1', "line 1"),
        (b'{"on": NaN}', "number"),
        (b'{"on": ' + b"9" * 5000 + b"}", "number"),
        (b'{"on": "", "on": ""}', "“on”"),
        (b"[" * 100_000, "nested"),
        (b'{"on": "\\ud800"}', "UTF-8"),
        (b"\xff\xfe", "UTF-8"),
        (b" " * (4 * 1024 * 1024 + 1), "4 MB"),
    ],
)
def test_what_can_not_be_recorded_is_named_in_one_sentence(said, named):
    sentence = refusal(said)

    assert named in sentence
    assert "{key}" not in sentence


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["questions", "g1", "calls", "gets", "values", "answer", "on"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_a_review_or_a_problem(value):
    found = attempt(json.dumps(value).encode())

    assert not isinstance(found, ImportProblem) or problem_text(found.code, found.params)


@given(st.binary(max_size=60))
def test_any_bytes_are_answers_or_a_problem(data):
    found = attempt(data)

    assert not isinstance(found, ImportProblem) or problem_text(found.code, found.params)
