"""The chart goes out as a picture from the window; what hidden ratings say stays here."""

from __future__ import annotations

import pytest

from driving import settle
from mspseat_desktop.ui.reporting.chart_printables import chart_printable, ways


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("chart.svg", b"<svg"),
        ("chart.png", b"\x89PNG"),
        ("chart.PDF", b"%PDF"),
        ("chart", b"<svg"),
        ("v1.2", b"<svg"),
    ],
)
def test_the_ending_of_the_name_says_which_picture_it_is(program, qtbot, tmp_path, name, start):
    program.open_sample()
    program.bridge.hide_ratings(hidden=False)
    program.act("export-picture")
    program.answer("Without ratings")
    program.choose_file(tmp_path / name)
    qtbot.waitUntil(lambda: "The chart is in" in program.notice)
    (made,) = [path for path in tmp_path.iterdir() if path.is_file()]
    assert made.read_bytes().startswith(start)
    assert made.name in program.notice


def test_hidden_ratings_stay_out_of_the_picture(program, qtbot, tmp_path):
    program.open_sample()
    program.bridge.hide_ratings(hidden=True)
    program.act("export-picture")
    program.choose_file(tmp_path / "chart.svg")
    qtbot.waitUntil(lambda: "The chart is in" in program.notice)
    assert "Values" not in (tmp_path / "chart.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "goes_out"), [("With ratings", True), ("Without ratings", False)]
)
def test_shown_ratings_go_out_only_when_that_is_wanted(program, qtbot, tmp_path, answer, goes_out):
    program.open_sample()
    program.bridge.hide_ratings(hidden=False)
    program.act("export-picture")
    program.answer(answer)
    program.choose_file(tmp_path / "chart.svg")
    qtbot.waitUntil(lambda: "The chart is in" in program.notice)
    written = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert ("Values" in written) == goes_out


def test_the_chart_goes_on_paper_in_each_of_its_ways(program):
    program.open_sample()
    for way, _words in ways():
        printable = chart_printable(program.bridge, way)
        assert printable.make(printable.start).pdf.startswith(b"%PDF")


def test_the_way_is_chosen_on_the_page_of_reports(program):
    program.open_sample()
    program.act("page-reports")
    settle()
    page = program.view.reports
    asked = []
    page.preview_wanted.disconnect()
    page.preview_wanted.connect(asked.append)
    for at in range(len(ways())):
        page.chart_way.setCurrentIndex(at)
        program.hand.click(page.chart.preview)
    assert [printable.title.split(" of ")[0] for printable in asked] == [
        "Accountability chart",
        "Branches",
        "Poster",
    ]
