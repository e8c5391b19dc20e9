"""A chart that is too large for a page goes over several: as a poster, or a branch on each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import Profile, Seat, SecondLine
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.pages import CHART_TYPE, SMALLEST_TYPE
from mspseat_desktop.reports.branch_pages import branch_pages
from mspseat_desktop.reports.chart_branches import chart_branches
from mspseat_desktop.reports.chart_poster import EDGE, OVERLAP, chart_poster, grid_of
from mspseat_desktop.reports.style import PAPERS
from pdf_reading import read_pages, reader

ON = "2026-10-14"


def chart_of(parents):
    """Seats named by their number, each with its parent's number or None."""
    seats = [
        Seat(SeatId(f"s{n}"), SeatId(f"s{up}") if up is not None else None, n, f"Seat{n}")
        for n, up in enumerate(parents)
    ]
    return Client.of([Profile(name="Lakeside"), *seats])


def sample():
    return sample_client(date(2026, 10, 14))


WIDE = [None, *([0] * 8), *(n for n in range(1, 9) for _ in range(5))]


def test_each_seat_is_on_some_page_and_each_branch_says_where_it_goes_on():
    client = chart_of(WIDE)
    pages = read_pages(chart_branches(client, on=ON, paper="A4", with_ratings=False))
    text = [page.text for page in pages]
    for seat in client.chart():
        assert any(re.search(rf"\bSeat{seat[1:]}\b", one) for one in text)
    told = [int(n) for n in re.findall(r"continued on page (\d+)", text[0])]
    assert told
    for number in told:
        assert 1 < number <= len(pages)
    assert not any(page.overlaps for page in pages)
    assert all(page.embedded for page in pages)


def test_the_page_that_is_named_is_the_one_where_the_branch_goes_on():
    client = chart_of(WIDE)
    heights = dict.fromkeys(client.chart(), 80)
    pages = branch_pages(client, heights, "A4")
    for page in pages:
        for seat, number in page.goes_on.items():
            assert pages[number - 1].tops == (seat,)


def test_no_letter_is_smaller_than_six_points():
    client = chart_of(WIDE)
    heights = dict.fromkeys(client.chart(), 120)
    for page in branch_pages(client, heights, "Letter"):
        assert page.fit.scale * CHART_TYPE >= SMALLEST_TYPE - 1e-6


def test_a_seat_with_more_reports_than_a_page_holds_goes_over_several_parts():
    client = chart_of([None, *([0] * 90)])
    pages = branch_pages(client, dict.fromkeys(client.chart(), 160), "A4")
    assert len(pages) > 1
    assert [page.part for page in pages] == [(n, len(pages)) for n in range(1, len(pages) + 1)]
    shown = [seat for page in pages for seat in client.chart() if seat in page.tree]
    assert set(shown) == set(client.chart())


def with_odd_ones():
    """A wide chart with an assistant and second lines: on one page, and to another."""
    client = chart_of(WIDE)
    assistant = client.seat("s9")
    added = (
        Touch(assistant, replace(assistant, assistant=True)),
        Touch(None, SecondLine("l1", "s10", "s11")),
        Touch(None, SecondLine("l2", "s12", "s20", "Audits")),
        Touch(None, SecondLine("l3", "s2", "s1")),
    )
    return client.applied(Change(added))


def test_assistants_stand_beside_the_line_on_the_page_of_their_branch():
    client = with_odd_ones()
    pages = branch_pages(client, dict.fromkeys(client.chart(), 80), "A4")
    tree = next(page.tree for page in pages if page.tops == ("s1",))
    (link,) = (link for link in tree.visible(*tree.bounds()).links if link.parent == "s1")
    ((edge, middle),) = link.helpers
    assert edge in tree.rect("s9")[::2]
    assert tree.rect("s9")[1] < middle < tree.rect("s9")[3]


def test_a_second_line_is_on_its_page_and_else_the_card_names_the_other_page():
    client = with_odd_ones()
    pages = branch_pages(client, dict.fromkeys(client.chart(), 80), "A4")
    page = next(page for page in pages if page.tops == ("s1",))
    assert {line.id for line in page.lines} >= {"l1", "l2"}
    assert "s10" not in page.also
    ((line, number),) = page.also["s12"]
    assert line.id == "l2"
    assert "s20" in pages[number - 1].tree
    printed = chart_branches(client, on=ON, paper="A4", with_ratings=False)
    texts = [" ".join(each.text.split()) for each in read_pages(printed)]
    said = [text for text in texts if "also reports to Seat20 (page " in text]
    assert len(said) == 1
    assert "Audits" in said[0]
    assert not any("also reports to Seat11" in text for text in texts)


def test_all_pages_stand_or_all_lie_unless_each_may_be_turned():
    client = sample()
    for turned, ways in ((False, 1), (True, 2)):
        printed = chart_branches(client, on=ON, paper="A4", with_ratings=True, turned=turned)
        sizes = {tuple(map(float, page.mediabox[2:])) for page in reader(printed).pages}
        assert len(sizes) == ways


def test_a_small_chart_is_one_page():
    printed = chart_branches(chart_of([None, 0, 0]), on=ON, paper="A4", with_ratings=False)
    assert printed.pages == 1
    assert "continued" not in read_pages(printed)[0].text


def test_an_empty_chart_is_no_crash():
    client = Client.of([Profile(name="Lakeside")])
    assert chart_branches(client, on=ON, paper="A4", with_ratings=False).pdf.startswith(b"%PDF")
    assert chart_poster(client, paper="A4", with_ratings=False).pages == 1


@given(st.lists(st.integers(0, 30), max_size=40), st.sampled_from(list(PAPERS)))
def test_any_chart_goes_over_pages_with_nobody_left_out(choices, paper):
    parents = [None, *(up % (n + 1) for n, up in enumerate(choices))]
    client = chart_of(parents)
    pages = branch_pages(client, dict.fromkeys(client.chart(), 100), paper)
    shown = {seat for page in pages for seat in client.chart() if seat in page.tree}
    assert shown == set(client.chart())
    for page in pages:
        for seat, number in page.goes_on.items():
            assert seat in page.tree
            assert client.children(seat)
            assert pages[number - 1].tops == (seat,)


def test_the_sheets_of_a_poster_say_where_they_belong_and_hold_everything():
    client = chart_of(WIDE)
    printed = chart_poster(client, paper="A4", with_ratings=False)
    pages = read_pages(printed)
    assert printed.pages == len(pages) > 1
    text = " ".join(page.text for page in pages)
    for seat in client.chart():
        assert re.search(rf"\bSeat{seat[1:]}\b", text)
    assert "Row 1 of" in pages[0].text
    assert reader(printed).metadata.title == "Accountability chart of Lakeside"


@given(st.floats(1, 40_000), st.floats(1, 40_000), st.sampled_from(list(PAPERS)))
def test_the_sheets_of_a_poster_cover_the_chart_with_the_overlap(wide, high, paper):
    grid = grid_of(wide, high, paper)
    room_x, room_y = grid.room
    assert grid.columns * (room_x - OVERLAP) + OVERLAP >= wide - 1e-6
    assert grid.rows * (room_y - OVERLAP) + OVERLAP >= high - 1e-6
    assert min(grid.room) > EDGE


@pytest.mark.parametrize("paper", list(PAPERS))
def test_the_sample_goes_on_every_paper(paper):
    client = sample()
    branches = chart_branches(client, on=ON, paper=paper, with_ratings=True)
    poster = chart_poster(client, paper=paper, with_ratings=True)
    for printed in (branches, poster):
        size = reader(printed).pages[0].mediabox
        assert sorted((float(size.width), float(size.height))) == pytest.approx(
            sorted(PAPERS[paper]), abs=1
        )
