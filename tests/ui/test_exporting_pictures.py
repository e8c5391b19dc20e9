"""The chart goes out as a picture from the window; what hidden ratings say stays here."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog

from driving import settle
from mspseat_desktop.exchange import chart_picture
from mspseat_desktop.exchange.chart_out import laid_out
from mspseat_desktop.reports.chart_drawing import drawing_of
from mspseat_desktop.reports.text import Typesetter
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


def test_the_file_dialog_has_a_filter_for_each_form_that_changes_the_ending(program):
    program.open_sample()
    program.bridge.hide_ratings(hidden=True)
    program.act("export-picture")
    dialog = program.dialog(QFileDialog)
    assert dialog.nameFilters()[:3] == [
        "SVG drawing (*.svg)",
        "PNG picture (*.png)",
        "PDF document (*.pdf)",
    ]
    for ending in ("png", "pdf"):
        QTest.keyClick(dialog.findChild(QComboBox, "fileTypeCombo"), Qt.Key.Key_Down)
        assert dialog.defaultSuffix() == ending
        assert dialog.selectedFiles()[0].endswith(f".{ending}")
    dialog.reject()


def test_a_png_that_would_be_too_large_is_written_in_another_way_right_there(
    program, qtbot, tmp_path, monkeypatch
):
    program.open_sample()
    program.bridge.hide_ratings(hidden=True)
    wide, high = drawing_of(program.client, Typesetter(), with_ratings=False).size
    stacked = drawing_of(laid_out(program.client, "stacked"), Typesetter(), with_ratings=False).size
    assert max(stacked) < max(wide, high)
    monkeypatch.setattr(chart_picture, "LONGEST_SIDE", max(stacked))
    before = program.client
    for button, name, start in (
        ("With stacked seats", "", b"\x89PNG"),
        ("Poster tiles", "tiles.pdf", b"%PDF"),
        ("Save as PDF", "one.pdf", b"%PDF"),
        ("Save as SVG", "one.svg", b"<svg"),
    ):
        program.act("export-picture")
        program.choose_file(tmp_path / "chart.png")
        qtbot.waitUntil(program.has_dialog)
        program.answer(button)
        if name:
            program.choose_file(tmp_path / name)
        made = tmp_path / (name or "chart.png")
        qtbot.waitUntil(made.exists)
        assert made.read_bytes().startswith(start)
        made.unlink()
    assert program.client is before


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
        "Accountability chart",
        "Branches",
        "Poster",
    ]
