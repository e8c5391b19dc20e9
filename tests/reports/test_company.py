from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.rounds import Quarter
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    ReviewId,
    SeatId,
)
from mspseat_desktop.reports.company import company_pdf
from mspseat_desktop.reports.manner import Manner
from pdf_reading import read_pages, shown_text
from rounds_world import Q4, company, reviewed
from world import ON, chart_of, edited, seated

WICKED = "<b>R&D</b> ماينفذ " + "x" * 3000
THIRD = Quarter(2026, 3)


def printed(client, paper="A4", **more):
    profile = client.profile
    client = client.with_touch(Touch(profile, replace(profile, paper=paper)))
    return company_pdf(client, on=ON, manner=Manner(repeatable=True), **more)


def large(seats):
    client = company()
    for number in range(seats):
        name = f"Seat {number:02d}"
        client = edited(client, add_seat(SeatId(name), parent=SeatId("Sales"), title=name))
        client = seated(client, name, f"Somebody {number:02d}")
        client = reviewed(client, name, f"Somebody {number:02d}", Q4)
    return client


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_company_is_one_page_that_lies(paper):
    (page,) = read_pages(printed(company(), paper, against=THIRD))
    across, up = page.size
    assert across > up
    assert page.is_inside
    assert page.overlaps == []
    assert page.embedded


def test_each_line_says_marks_result_and_dates():
    said = shown_text(printed(company()))
    for words in (
        "Managed IT",
        "Northbeam IT",
        "Right provider, wrong seat",
        "Right seat, below the bar",
        "2/4 +",
        "14 October 2026",
        "13 December 2026",
        "Not reviewed yet",
        "Open seat",
        "at least 3 +, at most 1 +/\N{MINUS SIGN}, no \N{MINUS SIGN}",
        "1 of 3 reviewed seats right",
        "neither a warning nor a dismissal",
    ):
        assert words in said


def test_what_changed_is_said_in_words_beside_a_shape():
    said = shown_text(printed(company(), against=THIRD))
    assert "Since Q3 2026" in said
    assert said.count("worse") == 2
    assert said.count("same") == 1
    assert "worse" not in shown_text(printed(company()))


def test_an_earlier_round_is_as_it_stood_then():
    said = shown_text(printed(company(), quarter=THIRD))
    assert "Q3 2026, as it stood on 30 September 2026" in said
    assert "3 of 3 reviewed seats right" in said
    assert "wrong seat" not in said
    assert "Actions" not in said


def test_the_share_of_right_seats_stands_in_numbers_over_its_bars():
    said = shown_text(printed(company()))
    assert said.index("3 of 3") < said.index("Q3 2026")
    assert "1 of 3" in said


def test_open_actions_are_counted():
    review = ReviewId(f"Northbeam IT@Managed IT@{Q4}")
    actions = [Action(ActionId(f"a{n}"), review, n, "Agree it") for n in range(7)]
    done = replace(actions[0], done_on="2026-11-01")
    put = Edit("x", lambda work: [work.put(a) for a in (done, *actions[1:])])
    lines = shown_text(printed(edited(company(), put))).splitlines()
    assert any(line.rstrip().endswith(" 6") or line.strip() == "6" for line in lines)


def test_more_than_a_page_goes_on_with_its_headings():
    pages = read_pages(printed(large(70)))
    assert len(pages) > 1
    assert all("The bar" in page.text for page in pages)
    assert all(page.is_inside and not page.overlaps for page in pages)
    assert "Somebody 69" in pages[-1].text
    assert "Right over time" in pages[-1].text
    assert "Right over time" not in pages[0].text


def test_very_long_and_strange_names_stay_inside_the_page():
    client = company()
    seat, holder = client.seat(SeatId("Sales")), client.accountable(SeatId("Managed IT"))
    value = client.core_values()[0]
    for record, changed in (
        (seat, replace(seat, title=WICKED)),
        (holder, replace(holder, name=WICKED)),
        (value, replace(value, name=WICKED)),
    ):
        client = client.with_touch(Touch(record, changed))
    (page,) = read_pages(printed(client, against=THIRD))
    assert page.is_inside
    assert "<b>R&D</b>" in page.text


@pytest.mark.parametrize(
    "client", [chart_of({}), chart_of({"Owner": []}), seated(chart_of({"Owner": []}), "Owner", "D")]
)
def test_a_company_without_reviews_prints_without_bars(client):
    (page,) = read_pages(printed(client))
    assert "Right over time" not in page.text
    assert page.is_inside


def test_the_same_records_give_the_same_bytes():
    assert printed(company()).pdf == printed(company()).pdf
