"""The chart goes out as SVG that others can edit, as a sharp PNG and as PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import get_args
from xml.etree import ElementTree as Tree

import pytest
from PIL import Image

from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.records import Profile, Seat, SecondLine
from mspseat_desktop.exchange import chart_picture
from mspseat_desktop.exchange.chart_forms import CUTS, FORMS, PAPER_NAMES, Cut, Form
from mspseat_desktop.exchange.chart_out import chart_out
from mspseat_desktop.exchange.chart_picture import chart_png, chart_svg
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.reports.chart_drawing import ROOM, drawing_of
from mspseat_desktop.reports.style import PAPERS
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.imports import problem_text
from odd_words import ODD_WORDS

ON = "2026-10-14"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", name="client")
def _client():
    """The sample with every layout, an assistant and a second line."""
    client = sample_client(date(2026, 10, 14))
    seats = {client.seat(seat).title: client.seat(seat) for seat in client.chart()}
    changes = (
        (seats["Operations"], replace(seats["Operations"], layout="stacked")),
        (seats["Technology"], replace(seats["Technology"], layout="right")),
        (seats["Sales & Marketing"], replace(seats["Sales & Marketing"], assistant=True)),
        (None, SecondLine("l1", seats["Quality"].id, seats["Technology"].id, "Audits")),
    )
    return client.applied(Change(tuple(Touch(before, after) for before, after in changes)))


def read(svg):
    return Tree.fromstring(svg)  # noqa: S314 - the picture is ours


def groups(svg):
    return {g.get("id"): g for g in read(svg).iter(f"{SVG}g")}


def test_each_seat_is_a_group_whose_first_rectangle_is_its_card(client):
    drawing = drawing_of(client, Typesetter(), with_ratings=True)
    found = groups(chart_svg(client, with_ratings=True))
    assert set(found) == {f"seat-{seat}" for seat in client.chart()}
    for seat in client.chart():
        card = next(found[f"seat-{seat}"].iter(f"{SVG}rect"))
        left, top, right, bottom = drawing.tree.rect(seat)
        at = tuple(float(card.get(name)) for name in ("x", "y", "width", "height"))
        assert at == (left, top, right - left, bottom - top)


def test_nothing_in_the_picture_is_moved_by_a_transform(client):
    assert not [
        e for e in read(chart_svg(client, with_ratings=True)).iter() if "transform" in e.attrib
    ]


def test_words_are_real_text_and_all_of_them_lie_in_the_picture(client):
    root = read(chart_svg(client, with_ratings=True))
    left, top, wide, high = map(float, root.get("viewBox").split())
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert "Visionary" in words
    assert "Northbeam IT" in words
    for text in root.iter(f"{SVG}text"):
        assert left < float(text.get("x")) < left + wide
        assert top < float(text.get("y")) < top + high


def test_ratings_go_out_only_when_asked_for(client):
    assert "Values 3/4" in chart_svg(client, with_ratings=True).decode()
    assert "Values" not in chart_svg(client, with_ratings=False).decode()


def test_a_second_line_is_dotted_behind_all_cards_and_says_what_it_is_about(client):
    drawn = list(read(chart_svg(client, with_ratings=False)))
    (line,) = (at for at, e in enumerate(drawn) if e.get("stroke-linecap") == "round")
    first, *_rest, last = (at for at, e in enumerate(drawn) if e.tag == f"{SVG}g")
    (about,) = (at for at, e in enumerate(drawn) if e.text == "Audits")
    assert line < first < last < about


@pytest.mark.parametrize("words", ODD_WORDS)
def test_odd_titles_are_words_and_never_markup(words):
    client = Client.of([Profile(name=words), Seat("a", None, 1, words), Seat("b", "a", 1, words)])
    root = read(chart_svg(client, with_ratings=False))
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "title", "path", "g", "rect", "circle", "text")
    }


def test_an_empty_chart_is_an_empty_picture():
    assert groups(chart_svg(Client.of([Profile()]), with_ratings=False)) == {}
    assert chart_png(Client.of([Profile()]), with_ratings=False).startswith(b"\x89PNG")


def test_a_png_is_whole_and_twice_as_sharp_as_the_screen(client):
    picture = Image.open(io.BytesIO(chart_png(client, with_ratings=True)))
    wide, high = drawing_of(client, Typesetter(), with_ratings=True).size
    assert picture.size == (2 * wide, 2 * high)
    edge = 2 * ROOM - 4
    assert picture.crop((0, 0, picture.width, edge)).getcolors() == [
        (picture.width * edge, (255, 255, 255))
    ]
    assert len(picture.getcolors(1 << 24)) > 50


def test_a_png_that_would_be_too_large_is_refused_and_not_made_smaller(client, monkeypatch):
    monkeypatch.setattr(chart_picture, "LONGEST_SIDE", 500)
    with pytest.raises(ImportProblem, match="picture_of_chart_large"):
        chart_png(client, with_ratings=False)


def test_a_png_with_too_many_pixels_in_all_is_refused_for_that(client, monkeypatch):
    monkeypatch.setattr(chart_picture, "MOST_PIXELS", 1_000_000)
    with pytest.raises(ImportProblem) as refused:
        chart_png(client, with_ratings=False)
    said = problem_text(refused.value.code, refused.value.params)
    assert "30000 a side" in said
    assert "1 million in all" in said


@pytest.mark.parametrize(
    ("form", "cut"), [*((form, "page") for form in FORMS), *(("pdf", cut) for cut in CUTS[1:])]
)
def test_every_form_can_be_asked_for(form, cut):
    client = sample_client(date(2026, 10, 14))
    starts = {"csv": b"\xef\xbb\xbf", "svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}
    content = chart_out(client, form, on=ON, with_ratings=False, cut=cut)
    assert content.startswith(starts[form])


def test_a_page_with_letters_under_six_points_is_refused():
    seats = [Seat(f"s{n}", "s0" if n else None, n, f"Seat {n}") for n in range(120)]
    with pytest.raises(ImportProblem, match="chart_too_small"):
        chart_out(Client.of([Profile(), *seats]), "pdf", on=ON, with_ratings=False)


def test_what_a_script_may_ask_for_is_what_there_is():
    assert set(FORMS) == set(get_args(Form))
    assert set(CUTS) == set(get_args(Cut))
    assert tuple(PAPERS) == PAPER_NAMES
