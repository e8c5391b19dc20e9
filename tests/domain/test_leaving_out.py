"""What a copy leaves out is in none of its records, and the rest still fits together."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict, replace

import pytest

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.difference import difference
from mspseat_desktop.domain.leaving_out import PARTS, PRESETS, Sending, counted, reduced
from mspseat_desktop.domain.records import Figure, Occupant
from mspseat_desktop.domain.review_records import Comparison, Form, Review, Voice
from mspseat_desktop.domain.typed_words import every_record
from sending_world import ANN, LEFT, MARKS, NORTHBEAM, RIVAL, WORDS, _put, sending_world
from world import chart_of, edited


def without(*parts, provider=None, client=None):
    return reduced(client or sending_world(), Sending(frozenset(parts), WORDS, provider))


def text_of(client):
    return json.dumps([asdict(record) for record in every_record(client)])


def check(client):
    """Check the client as if all of it had just been entered."""
    rules.check(client, Change(tuple(Touch(None, record) for record in every_record(client))))


@pytest.mark.parametrize("part", sorted(MARKS))
def test_a_part_that_is_left_out_is_in_no_record(part):
    before, after = text_of(sending_world()), text_of(without(part, provider=NORTHBEAM))
    assert [mark for mark in MARKS[part] if mark not in before] == []
    assert [mark for mark in MARKS[part] if mark in after] == []


@pytest.mark.parametrize("part", PARTS)
def test_the_other_parts_stay_when_one_is_left_out(part):
    after = text_of(without(part, provider=NORTHBEAM))
    also = {
        "former": {"notes", "review_notes"},
        "own_reviews": {"review_notes", "voices", "names"},
        "other_reviews": {"review_notes", "notes", "former"},
        "drafts": {"review_notes", "names"},
        "voices": {"review_notes"},
        "review_notes": {"drafts", "former"},
        "comparisons": {"notes", "fees"},
        "notes": {"comparisons"},
        "fees": {"comparisons"},
        "names": {"contacts", "voices", "notes", "former"},
    }.get(part, set())
    kept = [m for p, marks in MARKS.items() if p not in {part, *also} for m in marks]
    assert [mark for mark in kept if mark not in after] == []


def test_nothing_left_out_is_the_same_client():
    client = sending_world()
    assert difference(client, without(client=client)) == ()


def test_every_two_parts_left_out_leave_a_client_that_keeps_the_rules():
    for pair in itertools.combinations(PARTS, 2):
        for provider in (None, NORTHBEAM):
            check(without(*pair, provider=provider))


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_leaves_a_client_that_keeps_the_rules(preset):
    check(without(*PRESETS[preset], provider=NORTHBEAM if preset == "provider" else None))


def test_a_provider_gets_its_own_ratings_without_notes_and_nobody_elses():
    client = without(*PRESETS["provider"], provider=NORTHBEAM)
    assert {r.id for r in client.every(Review)} == {"r-own"}
    review = client.get(Review, "r-own")
    assert [(a.kind, a.value, a.note) for a in review.answers] == [("question", "yes", "")]
    assert {v.id for v in client.every(Voice)} == {"v1"}
    assert {f.id for f in client.every(Form)} == {"fm1"}
    assert {f.id for f in client.every(Figure)} == {"f1"}
    assert client.count(Comparison) == 0
    text = text_of(client)
    stays = {"names", "own_reviews"}
    left = [m for part, marks in MARKS.items() if part not in stays for m in marks if m in text]
    assert left == []
    assert "zq-other-question" not in text
    assert client.get(Occupant, NORTHBEAM).email == "own@nb"
    assert [c.name for c in client.contacts(NORTHBEAM)] == ["Own Contact"]


def test_its_own_review_does_not_tell_a_provider_how_the_seat_above_was_rated():
    client = sending_world()
    own = client.get(Review, "r-own")
    told = edited(client, _put(replace(own, scene=replace(own.scene, above="wrong_seat"))))
    sent = without(*PRESETS["provider"], provider=NORTHBEAM, client=told)
    assert sent.get(Review, "r-own").scene.above == ""
    assert without("notes", client=told).get(Review, "r-own").scene.above == "wrong_seat"


def test_who_sits_where_is_the_same_for_a_provider():
    before, after = sending_world(), without(*PRESETS["provider"], provider=NORTHBEAM)
    for seat in before.chart():
        assert after.accountable(seat) is None or (
            after.accountable(seat).name == before.accountable(seat).name
        )
    assert after.accountable("Networks").id == RIVAL
    assert after.accountable("CEO").id == ANN


def test_former_people_go_and_those_who_sit_or_stand_for_a_seat_stay():
    people = {o.id for o in without("former").every(Occupant)}
    assert people == {NORTHBEAM, RIVAL, ANN, "o-cand"}
    assert LEFT in {o.id for o in without("notes").every(Occupant)}


def test_without_names_people_are_numbered_the_same_everywhere():
    client = without("names")
    assert client.get(Occupant, ANN).name == "Person 1"
    assert client.get(Review, "r-own").answered_by == "Person 1"
    assert client.get(Review, "r-own").scene.answers_to_name == "Person 1"
    assert client.get(Occupant, NORTHBEAM).name == "Northbeam IT"
    assert client.profile.adviser == "Ada Viser"


def test_answers_that_are_still_hidden_never_travel():
    client = sending_world()
    hidden = edited(client, _put(replace(client.get(Review, "r-own"), blind=True)))
    assert without(client=hidden).count(Voice) == 0
    shown = edited(hidden, _put(replace(hidden.get(Review, "r-own"), blind=True, revealed_at="x")))
    assert without(client=shown).count(Voice) == 2


def test_each_part_is_counted():
    counts = counted(sending_world(), NORTHBEAM)
    assert counts["own_reviews"] == 1
    assert counts["other_reviews"] == 2
    assert counts["former"] == 1
    assert counts["drafts"] == 1
    assert counts["figures"] == 1
    assert counts["names"] == 2
    assert counts["pictures"] == 0


@pytest.mark.parametrize("provider", [None, NORTHBEAM, RIVAL])
@pytest.mark.parametrize("part", PARTS)
def test_there_is_some_of_a_part_exactly_when_leaving_it_out_changes_something(part, provider):
    bare = without(*PARTS)
    for client in (sending_world(), chart_of({"CEO": ["IT"]}), bare):
        if client is bare and part == "names":
            continue  # people are still there, as numbers
        without_it = without(part, provider=provider, client=client)
        changes = difference(client, without_it)
        if part == "other_reviews":  # reasons of findings go with it as well
            changes = tuple(one for one in changes if isinstance(one.record, Review))
        assert bool(counted(client, provider)[part]) == bool(changes), changes


def test_without_all_parts_nothing_is_left_to_leave_out():
    rest = without(*PARTS)
    left = {part: count for part, count in counted(rest, None).items() if count}
    assert set(left) <= {"names"}  # they are numbers now


def test_what_is_left_is_a_client_of_its_own():
    client = without(*PARTS, provider=NORTHBEAM)
    again = Client.of(every_record(client))
    assert difference(client, again) == ()
