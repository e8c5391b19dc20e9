"""What scripts read of a review: reasons, confidence, evidence, every voice, and its number."""

from __future__ import annotations

import json

from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.blind import reveal, set_blind
from mspseat_desktop.domain.edits.evidence import attach_file, put_evidence
from mspseat_desktop.domain.edits.review import finish_review, put_answer, start_review
from mspseat_desktop.domain.edits.signatures import add_signature
from mspseat_desktop.domain.edits.voices import add_voice
from mspseat_desktop.domain.locking import content_hash
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Voice,
)
from mspseat_desktop.exchange.listing import review_list, seat_list
from world import ON, TODAY, chart_of, edited, seated


def draft(*edits):
    client = seated(chart_of({"Owner": ["IT"]}), "IT", "Northbeam", provider=True)
    start = start_review("r", seat="IT", occupant="Northbeam", on=ON, bank="it_provider")
    return edited(client, start, *edits)


def test_answers_carry_what_they_rest_on():
    client = draft(
        put_answer("r", "question", about="g1", value="yes", evidence="seen"),
        put_evidence("r", "question", about="g1", seen_by="Anna", seen_on=ON, reference="Plan"),
    )
    (listed,) = review_list(client)
    (answer,) = listed["answers"]
    assert (answer["about"], answer["value"], answer["evidence"]) == ("g1", "yes", "seen")
    assert (answer["seen_by"], answer["seen_on"], answer["reference"]) == ("Anna", ON, "Plan")
    assert listed["confidence"] == {"seen": 1, "claimed": 0, "unknown": 0}
    assert listed["content_hash"] == ""


def test_what_is_not_known_says_so_and_a_file_is_named_with_its_hash():
    client = draft(
        put_answer("r", "question", about="g1", value="yes"),
        put_answer("r", "question", about="g2", value="yes", evidence="claimed"),
        attach_file("r", "question", about="g5", file="ab12", name="plan.pdf"),
        put_answer("r", "call", about="gets", value="yes"),
    )
    (listed,) = review_list(client)
    said = {a["about"]: (a["evidence"], a["file"], a["file_sha256"]) for a in listed["answers"]}
    assert said == {
        "g1": ("unknown", "", ""),
        "g2": ("claimed", "", ""),
        "g5": ("seen", "plan.pdf", "ab12"),
        "gets": ("", "", ""),
    }


def test_hidden_voices_are_named_and_silent_until_they_are_revealed():
    said = Answer("a", "r", "call", "gets", "no", "Never asked")
    voice = Voice("v", "r", kind="leader", name="Anna", given_on=ON, answers=(said,))
    client = draft(set_blind("r", blind=True), add_voice(voice))
    (listed,) = review_list(client)
    assert listed["voices"][0]["name"] == "Anna"
    assert listed["voices"][0]["answers"] == []
    assert listed["voices"][0]["calls"]["gets"] == ""
    assert "Never asked" not in json.dumps(listed)
    (listed,) = review_list(edited(client, reveal("r", at="2026-11-23T09:00:00+00:00")))
    assert listed["voices"][0]["calls"]["gets"] == "no"
    assert listed["voices"][0]["answers"][0]["note"] == "Never asked"


def test_a_finished_review_lists_its_reasons_number_and_signatures():
    client = Client.of(sample_records(TODAY))
    finished = next(r for r in client.every(Review) if r.state == "finished")
    client = edited(client, add_signature("s", finished.id, name="Joel", of="Lakeside", on=ON))
    listed = next(r for r in review_list(client) if r["id"] == finished.id)
    assert listed["content_hash"] == content_hash(finished)
    assert listed["signatures"] == [{"name": "Joel", "of": "Lakeside", "on": ON}]
    assert listed["reasons"]
    assert [reason["code"] for reason in listed["reason_codes"]]
    assert json.loads(json.dumps(listed)) == listed


def test_the_headline_carries_the_first_90_days_wherever_it_is_listed():
    client = seated(chart_of({"Owner": ["IT"]}), "IT", "Joel")
    on = "2025-02-03"  # four weeks after Joel sat down
    made = [put_answer("r", "call", about=x, value="yes") for x in ("gets", "wants", "capacity")]
    start = start_review("r", seat="IT", occupant="Joel", on=on, bank="person")
    end = finish_review("r", finished_at=f"{on}T15:00:00+00:00", questions=())
    client = edited(client, start, *made, end)
    (review,) = review_list(client)
    assert review["headline"] == "Right seat, first 90 days"
    assert seat_list(client)[1]["latest_outcome"]["headline"] == review["headline"]
