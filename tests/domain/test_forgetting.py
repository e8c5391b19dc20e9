"""Forgetting somebody: what goes, what stays, and what takes the place of the name."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.forgetting import forget_occupant, going
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.locking import content_hash
from mspseat_desktop.domain.records import (
    Accepted,
    Contact,
    Occupant,
    Profile,
    Seat,
    Seating,
    accepted_id,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    Candidate,
    Comparison,
    Form,
    Review,
    Scene,
    Signature,
    Voice,
)
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.typed_words import every_record
from world import chart_of, edited, empty_client

GONE = "removed person"
DANA = "id-d"


def put(*records):
    def run(work):
        for record in records:
            work.put(record)

    return Edit("put", run)


def text_of(client):
    """Everything that stands in the records, as a file would hold it."""
    return json.dumps([asdict(record) for record in every_record(client)], ensure_ascii=False)


def world():
    """Dana Whitfield leads IT and speaks, signs and acts in reviews of Northbeam."""
    client = chart_of({"CEO": ["IT", "MSP"]})
    about_msp = Review(
        "r-msp",
        "MSP",
        "id-n",
        "2026-10-01",
        "it_provider",
        "finished",
        answered_by="Dana Whitfield",
        facilitated_by="Ian Low",
        headline="right_right",
        answers=(
            Answer(
                "a1",
                "r-msp",
                "question",
                "q1",
                "yes",
                note="dana  whitfield saw it (dana@lakeside.example)",
                seen_by="Dana Whitfield",
            ),
        ),
        scene=Scene("MSP", "Northbeam", is_provider=True, answers_to_name="Dana Whitfield"),
    )
    about_dana = Review(
        "r-dana",
        "IT",
        DANA,
        "2026-10-02",
        "person",
        "finished",
        headline="wrong_seat",
        scene=Scene("IT", "Dana Whitfield", is_provider=False),
    )
    draft = Review("r-draft", "IT", DANA, "2026-11-02", "person")
    return edited(
        client,
        put(
            Occupant(DANA, "Dana Whitfield", email="dana@lakeside.example", portrait="p" * 64),
            Occupant("id-n", "Northbeam", "provider"),
            Seating("s-d", "IT", DANA),
            Seating("s-n", "MSP", "id-n"),
            Contact("c1", "id-n", name="Dana  Whitfield", email="d@other.example"),
            Contact("c2", "id-n", name="Ole Berg"),
            replace(client.seat("MSP"), notes="Ask Dana Whitfield. Dana knows the contract."),
            about_msp,
            about_dana,
            draft,
            Answer("a2", "r-draft", "words", "x", note="secret"),
            Action("act", "r-msp", what="Call Dana Whitfield back", who="Dana Whitfield"),
            Action("act2", "r-dana", what="Plan"),
            Voice("v", "r-msp", name="Dana Whitfield", given_on="2026-10-01", form="f2"),
            Signature("sig", "r-msp", name="Dana Whitfield", of="Lakeside"),
            Signature("sig2", "r-dana", name="Ian Low"),
            Comparison("cmp", "IT", chosen=DANA, decided_on="2026-01-01"),
            Candidate("cand", "cmp", DANA, references="none"),
            Form("f1", "IT", DANA),
            Form("f2", "MSP", "id-n"),
            Accepted(accepted_id("many-seats", DANA), "many-seats", DANA, "fine"),
        ),
    )


def forgotten(client, occupant=DANA):
    return edited(client, forget_occupant(occupant, stand_in=GONE))


def test_nothing_that_names_the_person_is_left_in_any_record():
    left = text_of(forgotten(world())).casefold()
    for trace in ("dana whitfield", "dana  whitfield", "dana@lakeside", DANA, "r-dana", "secret"):
        assert trace not in left


def test_what_is_about_others_stays_with_its_ratings():
    client = forgotten(world())
    review = client.get(Review, "r-msp")
    assert review.answered_by == GONE
    assert review.answers[0].value == "yes"
    assert review.answers[0].note == f"{GONE} saw it ({GONE})"
    assert review.scene.answers_to_name == GONE
    assert client.get(Action, "act").who == GONE
    assert client.get(Voice, "v").name == GONE
    assert client.get(Signature, "sig").name == GONE
    assert [c.name for c in client.contacts("id-n")] == ["Ole Berg"]
    assert client.accountable("IT") is None
    assert client.get(Comparison, "cmp").chosen is None


def test_reviews_about_the_person_go_whole_and_no_record_points_nowhere():
    work = Revision(world())
    forget_occupant(DANA, stand_in=GONE).run(work)
    assert not work.client.has(Review, "r-dana")
    assert not work.client.has(Review, "r-draft")
    assert work.client.count(Answer) == 0
    assert not work.client.has(Action, "act2")
    rules.check(work.client, work.change(), forgets=True)


def test_only_forgetting_may_touch_what_was_agreed():
    work = Revision(world())
    before = work.client.get(Action, "act")
    work.put(replace(before, who="Somebody"))
    with pytest.raises(Refused):
        rules.check(work.client, work.change())
    rules.check(work.client, work.change(), forgets=True)


def test_what_goes_is_counted_before_it_goes():
    client = world()
    told = going(client, DANA, stand_in=GONE)
    assert told.name == "Dana Whitfield"
    assert told.count(Review) == 2
    assert told.count(Seating) == 1
    assert told.count(Contact) == 1
    assert told.renumbered == 1
    assert told.mentions == 1  # "Dana knows the contract" may be about another Dana
    assert not told.twin
    assert content_hash(forgotten(client).get(Review, "r-msp")) != content_hash(
        client.get(Review, "r-msp")
    )


def test_a_review_that_the_name_is_not_in_keeps_its_number():
    client = edited(world(), put(Review("r-n", "CEO", "id-n", "2026-01-01", "person", "finished")))
    assert forgotten(client).get(Review, "r-n") == client.get(Review, "r-n")


def test_with_another_of_the_same_name_the_texts_stay_as_they_are():
    client = edited(world(), put(Occupant("id-d2", "dana whitfield")))
    told = going(client, DANA, stand_in=GONE)
    left = forgotten(client)
    assert told.twin
    assert told.reworded == 0
    assert left.get(Review, "r-msp") == client.get(Review, "r-msp")
    assert not left.has(Occupant, DANA)
    assert left.has(Occupant, "id-d2")


def test_a_provider_goes_with_its_values_contacts_and_forms():
    left = forgotten(world(), "id-n")
    assert "Northbeam" not in text_of(left)
    assert left.count(Contact) == 0
    assert not left.has(Review, "r-msp")
    assert left.accountable("IT").id == DANA


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("Art", "Art likes art.", f"{GONE} likes art."),
        ("Ann", "Anna, Ann; Joann", f"Anna, {GONE}; Joann"),
        ("José Núñez", "Jose\u0301 Nu\u0301n\u0303ez came", f"{GONE} came"),
        ("A+ (IT)", "call A+ (IT) now", f"call {GONE} now"),
        ("O'Neil Kim", "o'neil kim's desk", f"{GONE}'s desk"),
        (r"Back\slash", r"x Back\slash y", f"x {GONE} y"),
    ],
)
def test_a_name_counts_as_a_whole_word(name, text, after):
    client = edited(empty_client(), put(Occupant("o", name), Seat("s", title="Seat", notes=text)))
    assert forgotten(client, "o").seat("s").notes == after


def test_codes_and_dates_are_no_words_even_when_a_name_looks_like_one():
    review = Review("r", "s", "o2", "2026-01-01", "person", headline="person")
    client = edited(
        empty_client("person"),
        put(Occupant("o", "person"), Occupant("o2", "Bo"), Seat("s", title="S"), review),
    )
    left = forgotten(client, "o")
    assert left.get(Review, "r") == review
    assert left.get(Profile, "client").name == GONE
