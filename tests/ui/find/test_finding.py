"""Finding seats over the chart, by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from driving import settle
from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId

MSP = "Managed IT & Security"


@pytest.fixture
def sample(program):
    program.open_sample()
    program.view.finding.finder.finish()
    return program


@pytest.fixture
def finding(sample):
    sample.hand.press("Ctrl+F")
    return sample.view.finding


def titles(program):
    seats = program.view.finding.finder.found
    return [program.client.seat(seat).title for seat in seats]


def selected(program):
    seat = program.bridge.selection
    return program.client.seat(seat).title if seat is not None else None


def count(program):
    return program.view.finding.bar.count.text()


def test_typing_finds_in_titles_names_responsibilities_and_metrics(sample, finding):
    assert finding.bar.field.hasFocus()
    sample.hand.type("finance")
    assert titles(sample) == ["Finance & Admin"]
    for typed in ("northbeam", "NORTHBEAM", "backups", "managed it"):
        finding.bar.field.setText(typed)
        assert MSP in titles(sample), typed
    seat = sample.seat(MSP)
    metric = sample.client.metrics(seat)[0].name
    finding.bar.field.setText(metric)
    assert MSP in titles(sample)


def test_the_bar_says_where_one_is_and_a_screen_reader_too(sample, finding):
    sample.hand.type("s")
    many = len(finding.finder.found)
    assert count(sample) == f"1 of {many}"
    sample.hand.press("F3")
    assert count(sample) == f"2 of {many}"
    field = QAccessible.queryAccessibleInterface(finding.bar.field)
    said = field.text(QAccessible.Text.Description)
    assert said == f"2 of {many}, {selected(sample)}"
    finding.bar.field.setText("xylophone")
    assert count(sample) == "No match"
    assert field.text(QAccessible.Text.Description) == "No match"


def test_f3_goes_on_and_round_and_shift_f3_back(sample, finding):
    sample.hand.type("northbeam")
    found = titles(sample)
    assert len(found) == 2
    start = found.index(sample.client.seat(finding.finder.current).title)
    for step in range(1, len(found) + 1):
        sample.hand.press("F3")
        assert selected(sample) == found[(start + step) % len(found)]
    sample.hand.press("Shift+F3")
    assert selected(sample) == found[(start - 1) % len(found)]
    assert finding.bar.field.hasFocus()


def test_it_begins_at_the_selected_seat_and_goes_on_from_another_one(sample):
    seats = list(sample.client.chart())
    sample.bridge.select(seats[2])
    sample.hand.press("Ctrl+F")
    finder = sample.view.finding.finder
    sample.view.finding.bar.field.setText("e")
    assert finder.current == next(s for s in seats[2:] if s in finder.bright)
    sample.bridge.select(seats[-1])
    sample.hand.press("F3")
    after = [s for s in finder.found if s not in (seats[-1],)]
    assert finder.current == after[0]


def test_what_is_found_stays_bright_and_the_rest_dims(sample):
    chart, found = sample.view.chart, sample.seat(MSP)
    other = sample.client.children(found) or sample.client.children(None)
    sample.bridge.select(None)
    chart.paint_sharp()

    def pixels(seat):
        return chart.grab(chart.card_rect(seat).adjusted(4, 4, -4, -4)).toImage()

    before = {seat: pixels(seat) for seat in (found, other[0])}
    sample.view.finding.finder.look_for("patch")
    chart.paint_sharp()
    assert chart.frame.bright == {found}
    assert pixels(found) == before[found]
    assert pixels(other[0]) != before[other[0]]
    sample.view.finding.finder.clear()
    chart.paint_sharp()
    assert pixels(other[0]) == before[other[0]]


def test_enter_goes_to_the_seat_and_the_search_stays(sample, finding):
    sample.hand.type("patch")
    sample.hand.press("Return")
    assert selected(sample) == MSP
    assert sample.view.chart.hasFocus()
    assert finding.is_open
    assert sample.view.chart.card_rect(sample.seat(MSP)).intersects(sample.view.chart.rect())


@pytest.mark.parametrize("where", ["field", "chart", "button"])
def test_esc_ends_it_from_everywhere_and_nothing_stays_dim(sample, finding, where):
    sample.hand.type("northbeam")
    if where == "chart":
        sample.view.chart.setFocus()
    if where == "button":
        finding.bar.after.setFocus()
    sample.hand.press("Esc")
    assert not finding.is_open
    assert finding.finder.typed == ""
    assert sample.view.chart.frame.bright is None
    assert sample.view.chart.overlay.marked is None
    assert sample.view.chart.hasFocus()


def test_ctrl_f_opens_it_from_another_page_and_marks_what_was_typed(sample):
    sample.act("page-people")
    sample.hand.press("Ctrl+F")
    assert sample.view.page == "chart"
    field = sample.view.finding.bar.field
    assert field.hasFocus()
    sample.hand.type("sales")
    sample.view.chart.setFocus()
    sample.hand.press("Ctrl+F")
    assert field.selectedText() == "sales"


def test_f3_without_a_search_begins_one(sample):
    sample.hand.press("F3")
    assert sample.view.finding.bar.field.hasFocus()


def test_what_was_looked_for_last_is_there_again_and_f3_goes_on_with_it(sample, finding):
    sample.hand.type("northbeam")
    sample.hand.press("Esc", "F3")
    assert finding.is_open
    assert selected(sample) == MSP
    sample.hand.press("Esc", "Ctrl+F")
    assert finding.bar.field.selectedText() == "northbeam"


def test_an_edit_meanwhile_is_followed(sample, finding, qtbot):
    sample.hand.type("patch")
    finder = finding.finder
    seat = next(s for s in sample.client.chart() if s != sample.seat(MSP))
    sample.bridge.do(rename_seat(seat, "Patchwork"))
    qtbot.waitUntil(lambda: len(finder.found) == 2)
    sample.bridge.undo()
    qtbot.waitUntil(lambda: len(finder.found) == 1)
    sample.bridge.do(delete_seat(finder.current, reports="lift", on="2026-11-23"))
    qtbot.waitUntil(lambda: finder.found == ())
    assert finder.current is None
    sample.hand.press("F3")
    assert count(sample) == "No match"


def test_what_is_on_the_screen_stays_where_it_is(sample):
    chart = sample.view.chart
    chart.zoom_100()
    chart.center_on(sample.seat(MSP))
    at = chart.mapToGlobal(chart.card_rect(sample.seat(MSP)).center())
    sample.hand.press("Ctrl+F")
    QApplication.processEvents()
    assert chart.mapToGlobal(chart.card_rect(sample.seat(MSP)).center()) == at
    sample.hand.press("Esc")
    QApplication.processEvents()
    assert chart.mapToGlobal(chart.card_rect(sample.seat(MSP)).center()) == at


def test_a_chart_without_seats_has_nothing_to_find(program):
    program.new_client()
    for seat in program.client.children(None):
        program.bridge.do(delete_seat(seat, reports="delete", on="2026-11-23"))
    program.hand.press("Ctrl+F")
    program.hand.type("a")
    assert count(program) == "No match"
    program.hand.press("F3", "Return", "Esc")
    assert not program.view.finding.is_open


def test_hidden_ratings_make_no_difference(sample, finding):
    finding.bar.field.setText("wrong")
    assert titles(sample) == []
    sample.bridge.hide_ratings(hidden=False)
    assert titles(sample) == []


def test_every_seat_can_be_found_by_its_own_title(sample, finding):
    for seat in sample.client.chart():
        finding.finder.look_for(sample.client.seat(seat).title)
        assert seat in finding.finder.bright
    assert sample.client.count(Seat) >= 10
    assert SeatId("nobody") not in finding.finder.bright


def test_pages_that_are_built_anew_look_for_nothing(sample, finding):
    sample.hand.type("patch")
    sample.bridge.do(change_profile(replace(sample.client.profile, metric_word="measurables")))
    settle()
    assert sample.view.finding is not finding
    assert not sample.view.finding.is_open
    assert sample.view.chart.frame.bright is None
    assert not sample.view.outline.rows.is_filtered


def test_a_seat_that_is_folded_meanwhile_stays_bright_for_what_it_hides(sample):
    sample.act("find")
    sample.hand.type("Purchasing")
    chart = sample.view.chart
    purchasing, operations = sample.seat("Purchasing"), sample.seat("Operations")
    for _round in range(2):
        chart.folding.fold([operations], folded=True)
        assert operations in chart.frame.bright
        assert chart.overlay.marked == operations
        chart.folding.fold([operations], folded=False)
        assert operations not in chart.frame.bright
        assert purchasing in chart.frame.bright
        assert chart.overlay.marked == purchasing
        sample.act("present")
        chart.folding.fold([operations], folded=True)
        assert chart.frame.bright is None
        sample.act("present")
