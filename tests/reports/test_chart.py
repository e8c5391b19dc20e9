from datetime import date

import pypdfium2
import pytest

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.edits.layouts import add_second_line, lay_out_chart, set_assistant
from mspseat_desktop.domain.records import ChartLook, Profile, Seat
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.chart_plan import plan_of
from mspseat_desktop.reports.manner import Manner
from pdf_reading import read_pages, reader
from printed_world import small_client
from world import edited, responsible

ON = "2026-10-14"


def sample():
    return sample_client(date(2026, 10, 14))


def chart_of(parents):
    """Seats named by their number, each with its parent's number or None."""
    seats = [
        Seat(SeatId(f"s{n}"), SeatId(f"s{up}") if up is not None else None, n, f"Seat{n}")
        for n, up in enumerate(parents)
    ]
    return Client.of([Profile(name="Lakeside"), *seats])


def printed(client, *, with_ratings=True, manner=None):
    return chart_pdf(client, on=ON, with_ratings=with_ratings, manner=manner)


@pytest.mark.parametrize("wide_or_not", [True, False])
def test_the_sample_is_one_readable_page_with_every_seat(wide_or_not):
    chart = printed(sample(), with_ratings=wide_or_not)
    (page,) = read_pages(chart.printed)
    assert chart.is_readable
    assert chart.smallest_type >= 6
    for words in ("Visionary", "Customer Service", "Northbeam IT", "Quarterly business review"):
        assert words in page.text
    assert page.embedded
    assert not page.overlaps
    assert reader(chart.printed).metadata.title == "Accountability chart of Lakeside Manufacturing"
    assert reader(chart.printed).root_object["/Lang"] == "en"


def test_ratings_are_shown_only_when_asked_for():
    with_marks = read_pages(printed(sample()).printed)[0].text
    without = read_pages(printed(sample(), with_ratings=False).printed)[0].text
    assert "W \u2717" in with_marks
    assert "Values 3/4" in with_marks
    assert not any(mark in without for mark in ("\u2713", "\u2717", "Values", "Not reviewed"))


def test_a_chart_too_large_for_one_page_says_so():
    chart = printed(chart_of([None, *([0] * 12), *(n for n in range(1, 13) for _ in range(4))]))
    (page,) = read_pages(chart.printed)
    assert not chart.is_readable
    assert chart.smallest_type < 6
    assert "Too large for one page" in page.text
    assert "Seat60" in page.text


def test_a_chart_too_large_for_one_page_may_fit_without_its_responsibilities():
    larger = sample()
    above = next(seat for seat in larger.chart() if larger.seat(seat).title == "Operations")
    for title in "ABCD":
        larger = edited(larger, add_seat(title, parent=above, title=title))
        larger = responsible(larger, title, *["Keep it so"] * 5)
    whole = printed(larger)
    assert not whole.is_readable
    assert whole.fits_brief
    brief = chart_pdf(larger, on=ON, with_ratings=True, brief=True)
    (page,) = read_pages(brief.printed)
    assert brief.is_readable
    assert "Northbeam IT" in page.text
    assert "W \u2717" in page.text
    assert "Keep it so" not in page.text
    assert not page.overlaps


def ink_at_the_sides(chart, margin):
    """Return whether anything at all is printed nearer to a side than the margin, in points."""
    document = pypdfium2.PdfDocument(chart.printed.pdf)
    picture = document[0].render(scale=2, grayscale=True).to_pil()
    document.close()
    wide, high = picture.size
    edge = int(margin * 2)
    sides = ((0, 0, edge, high), (wide - edge, 0, wide, high))
    return any(picture.crop(side).getextrema()[0] < 250 for side in sides)


def test_no_card_and_no_line_runs_past_the_margins():
    stacked = chart_of([None, *([0] * 12), *(n for n in range(1, 13) for _ in range(4))])
    for chart in (printed(sample()), printed(stacked), printed(chart_of([None] + [0] * 9))):
        (page,) = read_pages(chart.printed)
        margin = min(left for left, *_rest in page.lines)
        assert not ink_at_the_sides(chart, margin - 1)
        assert ink_at_the_sides(chart, margin + 2)


def test_an_open_seat_says_who_covers_it_and_counts_nobody_twice():
    (page,) = read_pages(printed(sample()).printed)
    assert "Open, covered by Tomás" in page.text
    assert "Open seat" not in page.text
    assert "+1" not in page.text


def test_a_count_of_values_is_red_on_no_card(monkeypatch):
    from mspseat_desktop.reports import chart_card

    seen = []
    draw = chart_card._draw_label
    monkeypatch.setattr(
        chart_card, "_draw_label", lambda c, label, *at: seen.append(label) or draw(c, label, *at)
    )
    printed(sample())
    values = {label.word: label.tone for label in seen if label.word.startswith("Values")}
    assert values["Values 2/4"] == "partly"
    assert "no" not in values.values()


def test_a_wide_chart_lies_and_a_deep_one_stands():
    deep = printed(chart_of([None, 0, 1, 2, 3, 4, 5, 6, 7]))
    wide = printed(chart_of([None, 0, 0, 0, 0, 0]))
    assert not deep.wide
    assert wide.wide
    for chart in (deep, wide):
        (page,) = read_pages(chart.printed)
        assert (page.size[0] > page.size[1]) == chart.wide


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_chart_is_on_the_paper_of_the_client(paper, size):
    (page,) = read_pages(printed(small_client(paper=paper)).printed)
    assert tuple(round(side) for side in page.size) in {size, size[::-1]}


def test_several_roots_stand_side_by_side():
    (page,) = read_pages(printed(chart_of([None, None, None])).printed)
    assert all(f"Seat{n}" in page.text for n in range(3))


def test_an_empty_client_prints_an_empty_page():
    chart = printed(Client())
    assert chart.is_readable
    assert "Accountability chart" in read_pages(chart.printed)[0].text


@pytest.mark.parametrize("words", [" <b>&#0; =1+1 \U0001f600 مرحبا علي", " " + "W" * 3000])
def test_bad_and_endless_texts_stay_on_their_cards(words):
    chart = printed(small_client(words))
    (page,) = read_pages(chart.printed)
    assert not page.overlaps
    assert "Technology" in page.text
    assert chart.printed.missing == ("\U0001f600" in words)


def test_the_same_chart_gives_the_same_bytes_when_asked():
    manner = Manner(repeatable=True)
    first, second = (printed(small_client(), manner=manner).printed.pdf for _ in range(2))
    assert first == second


def laid_out(*edits):
    work = Revision(sample())
    ids = {work.client.seat(seat).title: seat for seat in work.client.chart()}
    for edit in edits:
        edit(ids).run(work)
    return work.client, ids


@pytest.mark.parametrize("layout", ["down", "right", "stacked"])
def test_the_chart_is_printed_in_the_layout_of_the_client(layout):
    client, ids = laid_out(
        lambda _ids: lay_out_chart(layout),
        lambda ids: set_assistant(ids["Customer Service"], assistant=True),
    )
    chart = printed(client)
    (page,) = read_pages(chart.printed)
    assert all(client.seat(seat).title.split()[0] in page.text for seat in ids.values())
    assert not page.overlaps
    margin = min(left for left, *_rest in page.lines)
    assert not ink_at_the_sides(chart, margin - 1)


def test_a_layout_that_was_chosen_is_kept_when_it_is_too_large_for_the_page():
    parents = [None, *([0] * 12), *(n for n in range(1, 13) for _ in range(4))]
    client = chart_of(parents)
    chosen = Client.of(
        [
            ChartLook(layout="right"),
            *(client.get(Seat, seat) for seat in client.chart()),
        ]
    )
    heights = dict.fromkeys(chosen.chart(), 100)
    tree = plan_of(chosen, heights, "A4").tree
    assert not any(tree.is_stacked(seat) for seat in heights)
    assert tree.lies(SeatId("s0"))


def test_second_lines_are_printed_with_what_they_are_about_and_stay_inside_the_margins():
    plain, _ids = laid_out()
    client, _ids = laid_out(
        lambda ids: add_second_line("l1", ids["Purchasing"], ids["Technology"], about="Licences"),
        lambda ids: add_second_line("l2", ids["Visionary"], ids["Integrator"]),
    )
    chart, before = printed(client), printed(plain)
    (page,) = read_pages(chart.printed)
    assert "Licences" in page.text
    assert not page.overlaps
    assert chart.printed.pdf != before.printed.pdf
    margin = min(left for left, *_rest in page.lines)
    assert not ink_at_the_sides(chart, margin - 1)
