"""A printed review says what the provider answered for itself, disagreements first."""

from __future__ import annotations

from dataclasses import replace

from mspseat_desktop.content.banks import banks
from mspseat_desktop.domain.disagreement import count, pairs
from mspseat_desktop.domain.edits.voices import add_voice
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Voice,
)
from mspseat_desktop.domain.vocabulary import (
    AnswerId,
    ReviewId,
    VoiceId,
)
from mspseat_desktop.reports.manner import Manner
from mspseat_desktop.reports.seat_review import seat_review_pdf
from mspseat_desktop.reports.sheet import sheet_of_review
from pdf_reading import flat, read_pages, shown_text
from printed_world import FIRM, IT, small_client
from world import edited

DRAFT = ReviewId("own")
SAID = (
    ("question", "g1", "yes", "We named three"),
    ("wants", "r4", "condition", "If it is paid for"),
    ("wants", "r1", "declined", "Too many calls"),
    ("value", "v1", "", "We called at night"),
    ("homework", "h5", "no", ""),
    ("words", "own", "", "Thank you for asking"),
)


def printed(words="", ours=(("wants", "r1", "wants"), ("question", "g1", "yes"))):
    client = small_client(words)
    client = client.with_touch(
        _added(Review(DRAFT, IT, FIRM, "2026-11-23", "it_provider", answered_by="Joel"))
    )
    for kind, about, value in ours:
        answer = Answer(AnswerId(f"o:{kind}:{about}"), DRAFT, kind, about, value)
        client = client.with_touch(_added(answer))
    answers = tuple(
        Answer(AnswerId(f"{kind}:{about}"), DRAFT, kind, about, value, note + words)
        for kind, about, value, note in SAID
    )
    voice = Voice(VoiceId("v"), DRAFT, 0, "provider", "Zo\u00eb" + words, "2026-11-20")
    return edited(client, add_voice(replace(voice, answers=answers)))


def _added(record):
    from mspseat_desktop.domain.change import Touch

    return Touch(None, record)


def report(client):
    return seat_review_pdf(
        client, DRAFT, bank=banks()["it_provider"], manner=Manner(repeatable=True)
    )


def test_a_review_prints_what_the_provider_said_beside_ours():
    text = flat(shown_text(report(printed())))
    wanted = ("The provider's own answers", "came in on 20 November 2026", "You disagree on 1 of 2")
    said = ("We named three", "If it is paid for", "Too many calls", "Thank you for asking")
    for words in (*wanted, *said, "Would rather not", "What else the client should know"):
        assert flat(words) in text


def test_a_review_that_no_provider_answered_has_no_such_part():
    client = small_client()
    text = shown_text(seat_review_pdf(client, ReviewId("8b3a91c2bb"), bank=banks()["it_provider"]))
    assert "own answers" not in text


def test_long_words_of_theirs_run_on_inside_the_margins():
    pages = read_pages(report(printed(" " + "word, " * 200)))
    assert all(page.is_inside for page in pages)
    assert not [pair for page in pages for pair in page.overlaps]


def found():
    sheet = sheet_of_review(printed(), DRAFT, banks()["it_provider"])
    return pairs(sheet.voices[0], sheet.said, sheet.questions)


def test_disagreements_come_first_and_only_what_both_answered_is_counted():
    first, *rest = found()
    assert (first.theirs.about, first.ours.value, first.theirs.value) == ("r1", "wants", "declined")
    assert not any(pair.differs for pair in rest)
    assert count(found()) == (1, 2)


def test_each_answer_stands_in_its_part_of_the_review():
    assert {(p.theirs.kind, p.theirs.about): p.where for p in found()} == {
        ("wants", "r1"): "wants",
        ("wants", "r4"): "wants",
        ("question", "g1"): "gets",
        ("value", "v1"): "values",
        ("homework", "h5"): "result",
        ("words", "own"): "result",
    }


def test_a_condition_that_we_accepted_is_no_disagreement():
    sheet = sheet_of_review(
        printed(ours=(("wants", "r4", "accepted"),)), DRAFT, banks()["it_provider"]
    )
    assert count(pairs(sheet.voices[0], sheet.said, sheet.questions)) == (0, 1)
