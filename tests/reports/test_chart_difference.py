from __future__ import annotations

import pytest

from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.layouts import lay_out_chart
from mspseat_desktop.domain.vocabulary import ChartId, SeatId
from mspseat_desktop.reports.chart import Sheet, chart_pdf
from mspseat_desktop.reports.chart_difference import chart_difference_pdf
from pdf_reading import read_pages, reader
from world import ON, chart_of, edited, seated

WHAT_IF = KeptChart(ChartId("c1"), "With an IT lead", "what_if", ON, "for the board")


def lakeside():
    client = chart_of({"Owner": ["Managed IT", "Sales"], "Managed IT": ["Help desk"]})
    return seated(client, "Managed IT", "Northbeam", provider=True)


def with_lead(client):
    return edited(
        client,
        add_seat(SeatId("Lead"), parent=SeatId("Owner"), title="IT lead"),
        move_seat("Managed IT", parent=SeatId("Lead")),
        rename_seat("Sales", "Sales and service"),
        delete_seat("Help desk", reports="lift", on=ON),
    )


def printed(before, after):
    return chart_difference_pdf(before, after, chart=WHAT_IF, on=ON, with_ratings=False)


@pytest.fixture(scope="module")
def pages():
    before = lakeside()
    return read_pages(printed(before, with_lead(before)))


def test_the_list_says_what_was_added_moved_removed_and_changed(pages):
    text = " ".join(pages[0].text.split())
    for words in (
        "What differs: With an IT lead",
        "4 seats differ.",
        "Added (1) IT lead under “Owner”",
        "Moved (1) Managed IT from “Owner” to “IT lead”",
        "Removed (1) Help desk under “Managed IT”",
        "Changed (1) Sales and service title, was “Sales”",
        "for the board",
    ):
        assert words in text


def test_another_layout_is_named_and_each_chart_is_drawn_in_its_own():
    before = lakeside()
    first, current, copy = read_pages(printed(before, edited(before, lay_out_chart("right"))))
    text = " ".join(first.text.split())
    assert "Only the layout of the chart differs." in text
    assert "Whole chart Layout from left to right, was from top to bottom" in text
    assert current.text.index("Sales") < current.text.index("Help desk")
    assert copy.text.index("Help desk") < copy.text.index("Sales")


def test_both_charts_follow_each_named_and_with_its_page(pages):
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 3" in page.text
        assert page.embedded
        assert not page.overlaps
    assert "Current chart." in pages[1].text
    assert "Help desk" in pages[1].text
    assert "What-if copy: With an IT lead." in pages[2].text
    assert "IT lead" in pages[2].text
    assert "Help desk" not in pages[2].text


def test_charts_that_do_not_differ_say_so():
    client = lakeside()
    assert "The two charts do not differ." in read_pages(printed(client, client))[0].text


def test_the_document_has_a_title_and_a_language():
    client = lakeside()
    found = reader(printed(client, with_lead(client)))
    assert found.metadata.title == "What differs: With an IT lead"
    assert found.root_object["/Lang"] == "en"


def test_a_long_list_goes_on_over_pages_that_are_numbered_with_the_charts():
    before = chart_of({"Owner": [f"Seat {n}" for n in range(90)]})
    after = edited(before, *(rename_seat(f"Seat {n}", f"Place {n}") for n in range(90)))
    found = read_pages(printed(before, after))
    assert len(found) > 4
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page.text


def test_charts_too_large_for_six_points_are_divided_and_whole_on_a_larger_paper():
    heads = [f"Head {n}" for n in range(3)]
    before = chart_of(
        {"Owner": heads, **{head: [f"{head}, {n}" for n in range(14)] for head in heads}}
    )
    after = edited(before, rename_seat("Head 0", "Lead"))
    found = read_pages(printed(before, after))
    assert len(found) > 5
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page.text
        assert "smaller than six points" not in page.text
    texts = [page.text for page in found]
    copy = next(at for at, text in enumerate(texts) if "What-if copy: With an IT lead." in text)
    assert f"continued on page {copy + 2}" in texts[copy]
    assert "Lead" in texts[copy + 1]
    large = chart_difference_pdf(
        before, after, chart=WHAT_IF, on=ON, with_ratings=False, paper="A3"
    )
    assert large.pages == 3


def test_the_chart_of_a_copy_says_which_one_it_is():
    chart = chart_pdf(lakeside(), on=ON, with_ratings=False, sheet=Sheet("Version: Autumn"))
    assert "Version: Autumn. As it stands on" in read_pages(chart.printed)[0].text
