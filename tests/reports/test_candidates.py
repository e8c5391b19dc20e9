from __future__ import annotations

from dataclasses import replace

import pytest

from candidates_world import (
    COMPARISON,
    SEAT,
    answered,
    candidates,
    compared,
    open_seat,
    reviewed,
    seating,
    with_map,
)
from mspseat_desktop.content.candidates import candidate_table
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.candidates import (
    change_candidate,
    choose,
    note_comparison,
    start_comparison,
)
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.edits.review import put_answer, start_review
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Candidate
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    ComparisonId,
    OccupantId,
    ReviewId,
)
from mspseat_desktop.reports.candidates import candidates_pdf
from mspseat_desktop.reports.manner import Manner
from pdf_reading import flat, read_pages, shown_text
from world import ON, TODAY, edited, finish_edit

WICKED = "<b>R&D</b> ماينفذ " + "x" * 3000


def printed(client, paper="A4"):
    profile = client.profile
    client = client.with_touch(Touch(profile, replace(profile, paper=paper, firm="Rivera")))
    return candidates_pdf(client, COMPARISON, on=ON, manner=Manner(repeatable=True))


def five(name):
    """Five providers of names like this one, each of whom answered something."""
    client = open_seat()
    names = [f"{name} {number}" for number in range(5)]
    for one in names:
        client = edited(client, add_occupant(Occupant(OccupantId(one), one, "provider")))
    start = start_comparison(COMPARISON, SEAT, on=ON, candidates=candidates(*names))
    client = with_map(edited(client, start))
    for number, one in enumerate(names):
        client = answered(
            client,
            one,
            ("wants", "Roadmap", ("wants", "declined", "condition")[number % 3]),
            ("value", "Own it", ("+", "-")[number % 2]),
        )
    return client


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_three_candidates_are_one_or_two_pages_that_lie(paper):
    client = edited(
        with_map(reviewed()),
        change_candidate(CandidateId("Cedar"), fee="900 a month", references="Pine Dental"),
    )
    pages = read_pages(printed(client, paper))
    assert len(pages) <= 2
    for page in pages:
        across, up = page.size
        assert across > up
        assert page.is_inside
        assert page.overlaps == []
        assert page.embedded
    said = flat("".join(page.text for page in pages))
    for words in ("900 a month", "Pine Dental", "Northbeam", "Bright IT", "Would rather not"):
        assert flat(words) in said


def in_the_sample():
    """The sample's provider with its long review, and two others with many answers."""
    client = Client.of(sample_records(TODAY))
    seat = next(s.id for s in client.every(Seat) if s.title.startswith("Managed IT"))
    firms = [client.accountable(seat).id]
    for name in ("Brightline", "Cedar"):
        firms.append(OccupantId(name))
        client = edited(client, add_occupant(Occupant(firms[-1], name, "provider")))
    found = [Candidate(CandidateId(f), COMPARISON, f) for f in firms]
    client = edited(client, start_comparison(COMPARISON, seat, on=ON, candidates=found))
    for number, firm in enumerate(firms[1:]):
        review = ReviewId(f"review of {firm}")
        begin = start_review(review, seat=seat, occupant=firm, on=ON, bank="it_provider")
        client = edited(client, begin)
        for at, row in enumerate(candidate_table(client, COMPARISON, on=ON).rows):
            usual = {"wants": ("wants", "declined"), "value": ("+", "-")}
            yes, no = usual.get(row.kind, ("yes", "no"))
            value = no if (at + number) % 5 == 0 else yes
            if row.kind not in ("function", "words") and (at + number) % 3:
                put = put_answer(review, row.kind, about=row.about, value=value)
                client = edited(client, put)
    return client


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_whole_review_against_two_others_fits_on_two_pages(paper):
    pages = read_pages(printed(in_the_sample(), paper))
    assert len(pages) == 2
    for page in pages:
        assert page.is_inside
        assert page.overlaps == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_candidates_nobody_has_asked_are_one_page_of_questions(paper):
    (page,) = read_pages(printed(compared(), paper))
    assert page.is_inside
    for words in ("Not asked yet", "ask all of them", "What does it cost?"):
        assert words in page.text


def test_every_no_is_named_on_the_first_page():
    first = flat(read_pages(printed(reviewed()))[0].text)
    for words in ("Our call: Wants it", "Core value: Plain speaking", "Wants it: Roadmap"):
        assert flat(words) in first


def test_where_they_differ_comes_before_what_they_have_in_common():
    client = answered(reviewed(), "Cedar", ("gets", "Help desk", "yes"), ("question", "g1", "yes"))
    said = shown_text(printed(client))
    assert said.index("Where they differ") < said.index("The same for all")
    assert said.index("The same for all") < said.index("For the next call")


def test_five_very_long_names_stay_inside_their_columns():
    long = "Sevenoaks and Daughters Managed Technology and Security Services"
    for page in read_pages(printed(five(long), "Letter")):
        assert page.is_inside
        assert page.overlaps == []


def test_any_words_can_be_printed():
    client = five("Firm")
    edit = change_candidate(CandidateId("Firm 1"), fee=WICKED, references=WICKED, notes=WICKED)
    found = printed(edited(client, edit))
    assert found.missing == 0
    assert "<b>R&D</b>" in shown_text(found)
    for page in read_pages(found):
        assert page.is_inside


def test_names_too_long_to_be_repeated_on_each_page_run_on():
    found = printed(five(WICKED[:2000]))
    assert shown_text(found).count("x") > 5 * 1900
    for page in read_pages(found):
        assert page.is_inside
        assert page.overlaps == []


def test_a_title_whose_letters_reach_far_down_keeps_off_the_line_below():
    client = compared()
    seat = replace(client.seat(SEAT), title="\u0639\u0631\u0628\u064a" * 40)
    found = printed(client.with_touch(Touch(client.seat(SEAT), seat)))
    assert not any(page.overlaps for page in read_pages(found))


def test_a_decided_comparison_says_who_was_chosen_and_why():
    client = edited(
        reviewed(),
        note_comparison(COMPARISON, "Closest to us"),
        choose(CandidateId("Cedar"), seating=seating(), on=ON),
    )
    said = shown_text(printed(client))
    assert "Decided on 23 November 2026: Cedar." in said
    assert "Closest to us" in said
    assert "Chosen" in said
    assert "Nothing is decided yet" not in said


def test_the_comparison_of_a_closed_seat_prints():
    client = edited(
        compared(),
        finish_edit("done", SEAT, OccupantId("Cedar")),
        delete_seat(SEAT, reports="lift", on=ON),
    )
    assert "Candidates for Managed IT" in shown_text(printed(client))


def test_a_comparison_that_is_gone_is_refused():
    with pytest.raises(Refused):
        candidates_pdf(open_seat(), ComparisonId("none"), on=ON)


def test_the_same_comparison_prints_the_same_bytes():
    client = with_map(reviewed())
    assert printed(client).pdf == printed(client).pdf
