"""A client in which every kind of word can be told apart: what a copy holds is then a search."""

from __future__ import annotations

from dataclasses import replace

from mspseat_desktop.domain.leaving_out import StandIns
from mspseat_desktop.domain.records import (
    Accepted,
    Contact,
    Figure,
    Metric,
    Occupant,
    Profile,
    Seating,
    accepted_id,
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
    Signature,
    Voice,
)
from mspseat_desktop.domain.revision import Edit
from world import chart_of, edited, empty_client

WORDS = StandIns("somebody who left", "somebody", lambda number: f"Person {number}")
NORTHBEAM, RIVAL, ANN, LEFT = "o-north", "o-rival", "o-ann", "o-left"

MARKS = {
    "notes": ("zq-seat-note", "zq-person-note", "zq-compare-note", "zq-referee", "zq-reason"),
    "review_notes": ("zq-own-note", "zq-other-note", "zq-draft-note", "zq-voice-note", "zq-said"),
    "former": ("Lena Gone", "zq-gone-review"),
    "contacts": ("zq-ann-mail", "zq-rival-contact"),
    "fees": ("zq-own-fee", "zq-rival-fee", "zq-offer", "zq-it-budget"),
    "contracts": ("zq-rival-covers",),
    "company": ("zq-goals", "zq-growth"),
    "own_reviews": ("zq-own-action",),
    "other_reviews": ("zq-other-action", "zq-unrated"),
    "drafts": ("zq-draft-note",),
    "voices": ("zq-leader-voice",),
    "comparisons": ("zq-compare-note", "zq-offer", "Candidate Firm"),
    "names": ("Ann Miller", "Outside Signer"),
}
"""Words that a copy without the part does not hold."""


def _put(*records):
    def run(work):
        for record in records:
            work.put(record)

    return Edit("put", run)


def _answer(name, review, note, *, seen_by=""):
    return Answer(f"{name}", review, "question", "q1", "yes", note=note, seen_by=seen_by)


def _review(name, seat, occupant, *, note, state="finished", **more):
    return Review(
        name,
        seat,
        occupant,
        "2026-10-01",
        "it_provider",
        state,
        answered_by="Ann Miller",
        headline="right_right" if state == "finished" else "",
        answers=(_answer(f"{name}-a", name, note),) if state == "finished" else (),
        scene=Scene(seat, occupant, is_provider=False, answers_to_name="Ann Miller"),
        **more,
    )


def sending_world():
    """Northbeam holds the MSP seat, its rival Networks; Ann leads; Lena left; a firm offers."""
    client = chart_of(
        {"CEO": ["MSP", "Networks", "Finance"]}, client=empty_client("Lakeside Manufacturing")
    )
    said = Answer("w", "r-own", "words", "x", note="zq-said")
    own = _review("r-own", "MSP", NORTHBEAM, note="zq-own-note")
    return edited(
        client,
        _put(
            Profile(
                name="Lakeside Manufacturing",
                adviser="Ada Viser",
                goals="zq-goals",
                growth="zq-growth",
                it_budget="zq-it-budget",
            ),
            replace(client.seat("Finance"), notes="zq-seat-note; ask Lena Gone"),
            Occupant(NORTHBEAM, "Northbeam IT", "provider", fee="zq-own-fee", email="own@nb"),
            Occupant(RIVAL, "Wirefold", "provider", fee="zq-rival-fee", covers="zq-rival-covers"),
            Occupant(
                ANN,
                "Ann Miller",
                email="zq-ann-mail",
                notes="zq-person-note",
                unrated_because="zq-unrated",
            ),
            Occupant(LEFT, "Lena Gone"),
            Occupant("o-cand", "Candidate Firm", "provider", fee="zq-offer"),
            Contact("c1", NORTHBEAM, name="Own Contact"),
            Contact("c2", RIVAL, name="zq-rival-contact"),
            Seating("s1", "MSP", NORTHBEAM),
            Seating("s2", "Networks", RIVAL),
            Seating("s3", "CEO", ANN),
            Seating("s4", "Finance", LEFT, until="2026-01-01"),
            Metric("m1", "MSP", name="Own metric"),
            Metric("m2", "Finance", name="Other metric"),
            Figure("f1", "m1", "2026-10-01", 1.0),
            Figure("f2", "m2", "2026-10-01", 2.0),
            replace(own, answers=(*own.answers, said)),
            _review("r-other", "Networks", RIVAL, note="zq-other-note"),
            _review("r-left", "Finance", LEFT, note="zq-gone-review"),
            _review("r-draft", "CEO", ANN, note="", state="draft"),
            _answer("d1", "r-draft", "zq-draft-note", seen_by="Outside Signer"),
            Action("act1", "r-own", what="zq-own-action", who="Outside Signer"),
            Action("act2", "r-other", what="zq-other-action", who="Ann Miller"),
            Voice("v1", "r-own", kind="provider", name="Own Contact"),
            Voice(
                "v2",
                "r-own",
                kind="leader",
                name="zq-leader-voice",
                answers=(_answer("va", "r-own", "zq-voice-note"),),
            ),
            Signature("sig", "r-own", name="Outside Signer"),
            Comparison("cmp", "Finance", notes="zq-compare-note"),
            Candidate("cd", "cmp", "o-cand", fee="zq-offer", references="zq-referee"),
            Form("fm1", "MSP", NORTHBEAM),
            Form("fm2", "Networks", RIVAL),
            BankQuestion("bq", "it_provider", "own-1", seat="Networks", words="zq-other-question"),
            Accepted(accepted_id("many-seats", ANN), "many-seats", ANN, "zq-reason"),
        ),
    )
