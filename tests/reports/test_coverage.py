from __future__ import annotations

from dataclasses import replace

import pytest

from coverage_world import MSP, OWNER, marked_it, shared_it
from mspseat_desktop.content.functions import function_templates, start_coverage
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.coverage import add_column, add_function, change_function, mark
from mspseat_desktop.domain.records import Function
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
from mspseat_desktop.reports.coverage import coverage_pdf
from mspseat_desktop.reports.manner import Manner
from pdf_reading import flat, read_pages, shown_text
from world import ON, chart_of, edited, id_maker

WICKED = "<b>R&D</b> ماينفذ " + "x" * 3000


def printed(client, paper="A4"):
    profile = client.profile
    client = client.with_touch(Touch(profile, replace(profile, paper=paper)))
    return coverage_pdf(client, on=ON, manner=Manner(repeatable=True))


def large():
    """30 functions against 8 seats."""
    client = marked_it(*function_templates())
    for number in range(2):
        name = f"Own piece {number}"
        client = edited(client, add_function(Function(FunctionId(name), name=name)))
    for number in range(5):
        seat = SeatId(f"Another seat {number}")
        client = edited(client, add_seat(seat, parent=SeatId(OWNER), title=seat), add_column(seat))
    return client


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_thirty_functions_against_eight_seats_are_one_page_that_lies(paper):
    client = large()
    (page,) = read_pages(printed(client, paper))
    across, up = page.size
    assert across > up
    assert page.is_inside
    assert page.overlaps == []
    assert page.embedded
    for function in client.functions():
        assert flat(function.name) in flat(page.text)


def test_the_page_says_what_is_wrong_and_how_much_is_clear():
    said = shown_text(printed(marked_it()))
    for words in (
        "12 of 17 clear",
        "Two are accountable",
        "Nobody is accountable",
        "Not in the contract",
        "Northbeam IT declined it",
        "Only leadership may accept risks",
        "Northbeam IT does security but not backup.",
        "wants E-mail protection; declined Staff awareness",
        "Joel Kim",
    ):
        assert words in said


def test_each_letter_is_explained():
    said = shown_text(printed(shared_it("backup")))
    for words in ("accountable", "helps", "declined", "not in the contract"):
        assert words in said


def test_a_map_that_would_need_smaller_type_goes_on_to_another_page():
    client = marked_it()
    for number in range(60):
        name = f"Own piece {number:02d}"
        client = edited(client, add_function(Function(FunctionId(name), name=name)))
    pages = read_pages(printed(client))
    assert len(pages) == 2
    assert all("Joel Kim" in page.text for page in pages)
    assert "Own piece 59" in pages[1].text
    assert "Page 2 of 2" in pages[1].text


def test_very_long_and_strange_names_stay_inside_the_page():
    client = marked_it()
    seat = client.seat(SeatId(MSP))
    client = client.with_touch(Touch(seat, replace(seat, title=WICKED)))
    client = edited(
        client,
        change_function(FunctionId("backup"), name=WICKED),
        mark(FunctionId("backup"), SeatId(MSP), "declined"),
    )
    holder = client.accountable(SeatId(MSP))
    client = client.with_touch(Touch(holder, replace(holder, name=WICKED)))
    (page,) = read_pages(printed(client))
    assert page.is_inside
    assert "<b>R&D</b>" in page.text


def test_a_map_without_seats_still_prints():
    client = edited(chart_of({"Owner": []}), start_coverage(id_maker()))
    assert "0 of 28 clear" in shown_text(printed(client))


def test_a_map_that_is_being_drawn_asks_quietly():
    said = shown_text(printed(shared_it("backup", "restore", "attacks", "servers", "network")))
    assert said.count("Nobody yet") == 5
    assert "Nobody is accountable" not in said
    drawn = marked_it("backup", "attacks", "servers")
    assert "Nobody is accountable" in shown_text(printed(drawn))
    begun = marked_it("attacks", "servers", "restore")
    assert "does security" not in shown_text(printed(begun))


def test_an_open_seat_is_told_beside_what_it_is_accountable_for():
    client = edited(
        shared_it("backup"), mark(FunctionId("backup"), SeatId("Operations"), "accountable")
    )
    said = shown_text(printed(client))
    assert "“Operations” is open" in said
    assert "0 of 1 clear" in said
