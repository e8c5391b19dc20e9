from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication

from driving import settle, words_of
from mspseat_desktop.domain.edits.seat import set_figure
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from mspseat_desktop.ui.metrics.cells import place_and_target
from mspseat_desktop.ui.metrics.figures_model import RowHead

RESPONSE, HEADINGS, BACKUPS, PHISHING = range(4)
NEWEST = 11


def said(grid, row, column):
    return grid.figures.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_metrics_stand_in_groups_of_their_cadence_with_the_periods_above(sheet):
    model = sheet.grid.figures
    heads = [model.row_head(row).name for row in range(model.rowCount())]
    assert heads == ["Response", "Each month", "Backups", "Phishing"]
    assert model.headerData(NEWEST, Qt.Orientation.Horizontal) == "W48\n23 Nov"
    assert model.sheet.heading(HEADINGS, NEWEST) == ("Nov", "2026")
    assert [sheet.shown(BACKUPS, c) for c in (9, 10, 11)] == ["97", "99.5", "98"]
    assert "Days to fill" in sheet.dialog.left_out.text()


def test_typing_enters_a_figure_and_enter_goes_down(reader, sheet):
    sheet.go(RESPONSE, 10)
    sheet.hand.type("1,5")
    sheet.hand.press("Return")
    assert sheet.figures("response") == [("2026-11-22", 1.5)]
    assert sheet.at == (BACKUPS, 10)
    sheet.hand.type("99.25 %")
    sheet.hand.press("Return")
    assert sheet.figures("backups")[1] == ("2026-10-31", 99.25)
    shown = {"en_US": "99.25", "de_DE": "99,25"}[reader]
    assert sheet.shown(BACKUPS, 10) == shown
    assert QLocale().name() == reader


def test_tab_goes_right_on_to_the_next_row_and_out_at_the_end(sheet):
    sheet.go(RESPONSE, 10)
    sheet.hand.type("50")
    sheet.hand.press("Tab")
    assert sheet.at == (RESPONSE, NEWEST)
    sheet.hand.type("55")
    sheet.hand.press("Tab")
    assert sheet.at == (BACKUPS, 0)
    assert [value for _on, value in sheet.figures("response")] == [50, 55]
    sheet.hand.press("Shift+Tab")
    assert sheet.at == (RESPONSE, NEWEST)
    sheet.go(PHISHING, NEWEST)
    sheet.hand.press("Tab")
    assert not sheet.grid.hasFocus()


def test_arrows_step_over_headings_also_while_typing(sheet):
    sheet.go(RESPONSE, 5)
    sheet.hand.press("Down")
    assert sheet.at == (BACKUPS, 5)
    sheet.hand.press("Up")
    assert sheet.at == (RESPONSE, 5)
    sheet.hand.type("40")
    sheet.hand.press("Down")
    assert sheet.at == (BACKUPS, 5)
    sheet.hand.type("90")
    sheet.hand.press("Up")
    assert sheet.at == (RESPONSE, 5)
    assert 90 in [value for _on, value in sheet.figures("backups")]


def test_escape_leaves_the_figure_and_a_second_one_closes(sheet):
    sheet.go(BACKUPS, NEWEST)
    sheet.hand.type("5")
    sheet.hand.press("Esc")
    assert sheet.figures("backups")[-1][1] == 98
    assert sheet.dialog.isVisible()
    sheet.hand.press("Esc")
    assert not sheet.dialog.isVisible()


def test_delete_takes_figures_out_as_one_step(sheet):
    sheet.go(BACKUPS, 10)
    sheet.hand.press("Shift+Right", "Del")
    assert [value for _on, value in sheet.figures("backups")] == [97]
    sheet.hand.press("Ctrl+Z")
    assert [value for _on, value in sheet.figures("backups")] == [97, 99.5, 98]


def test_what_is_not_understood_stays_with_a_sentence_until_it_is_mended(sheet):
    sheet.go(BACKUPS, NEWEST)
    sheet.hand.type("n/a")
    sheet.hand.press("Return")
    assert sheet.at == (BACKUPS, NEWEST)
    assert sheet.shown(BACKUPS, NEWEST) == "n/a"
    assert sheet.figures("backups")[-1][1] == 98
    assert sheet.dialog.note.text().startswith("“n/a”: This is not a number.")
    sheet.hand.press("Esc")
    assert sheet.dialog.isVisible()
    assert "Close again" in sheet.dialog.note.text()
    sheet.hand.type("96")
    sheet.hand.press("Return")
    assert sheet.figures("backups")[-1][1] == 96
    sheet.hand.press("Esc")
    assert not sheet.dialog.isVisible()


def test_a_doubtful_text_is_left_out_when_closed_twice(sheet):
    sheet.go(PHISHING, 3)
    sheet.hand.type("soon")
    sheet.hand.press("Return", "Esc", "Esc")
    assert not sheet.dialog.isVisible()
    assert sheet.figures("phishing") == []


def test_more_than_a_hundred_percent_is_taken_and_said(sheet):
    sheet.go(BACKUPS, NEWEST)
    sheet.hand.type("103")
    sheet.hand.press("Return", "Up")
    assert sheet.figures("backups")[-1][1] == 103
    assert sheet.at == (BACKUPS, NEWEST)
    assert sheet.dialog.note.text() == "More than 100 %. It is kept as it was written."


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("103", "More than 100 %."), ("98000", "More than 1000 %:"), ("-5", "Less than 0 %.")],
)
def test_a_percentage_worth_a_second_look_is_said_when_it_was_entered(sheet, typed, hint):
    sheet.go(BACKUPS, NEWEST)
    sheet.hand.type(typed)
    sheet.hand.press("Return")
    assert sheet.at != (BACKUPS, NEWEST)
    assert sheet.dialog.note.text().startswith(f"Backups: {hint}")
    assert sheet.figures("backups")[-1][1] == float(typed)
    sheet.hand.press("Left")
    assert hint not in sheet.dialog.note.text()


def test_one_very_long_figure_widens_no_column(sheet):
    before = [sheet.grid.columnWidth(at) for at in range(12)]
    sheet.go(PHISHING, NEWEST)
    sheet.hand.type("123456789012345")
    sheet.hand.press("Return")
    settle()
    assert [sheet.grid.columnWidth(at) for at in range(12)] == before
    assert "123456789012345" in sheet.dialog.note.text().replace(",", "")


def test_many_long_figures_get_their_room(sheet):
    before = sheet.grid.horizontalHeader().minimumSectionSize()
    for at in range(12):
        sheet.grid.figures.setData(sheet.grid.figures.index(PHISHING, at), "123456789012")
    settle()
    assert sheet.grid.horizontalHeader().minimumSectionSize() > before


@pytest.mark.parametrize("room", [60.0, 150.0, 250.0])
def test_a_long_seat_is_cut_before_its_target_is(theme, room):
    metrics = QFontMetricsF(theme.font(12))
    head = RowHead("Backups", "at least 98 %", "unknown", "A very long seat of the company")
    shown = place_and_target(head, metrics, room)
    assert shown.endswith("at least 98 %")
    assert room < 100 or metrics.horizontalAdvance(shown) <= room
    assert ("A very" in shown) == (room > 100)


def test_a_block_is_pasted_as_one_step(reader, sheet):
    sheet.go(BACKUPS, 9)
    sheet.paste("95\t96,5\t97.5\n1\t\t3\n")
    assert [value for _on, value in sheet.figures("backups")] == [95, 96.5, 97.5]
    assert [value for _on, value in sheet.figures("phishing")] == [1, 3]
    assert sheet.steps()[-1] == "set-figures"
    assert sheet.dialog.note.text() == "5 figures were entered."
    sheet.hand.press("Ctrl+Z")
    assert sheet.figures("phishing") == []
    assert QLocale().name() == reader


def test_a_block_with_a_strange_cell_is_not_pasted_at_all(sheet):
    before = sheet.client
    sheet.go(BACKUPS, 9)
    sheet.paste("95\tabout 96")
    assert sheet.client is before
    assert "“about 96” (Backups, October 2026)" in sheet.dialog.note.text()


def test_what_is_copied_can_be_pasted_back(sheet):
    sheet.go(BACKUPS, 9)
    sheet.hand.press("Shift+Right", "Shift+Right", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "97\t99.5\t98"
    sheet.go(PHISHING, 9)
    sheet.hand.press("Ctrl+V")
    assert [value for _on, value in sheet.figures("phishing")] == [97, 99.5, 98]


def test_the_whole_grid_is_copied_with_names_and_headings(sheet):
    sheet.dialog.copy_all.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("\tW37 7 Sep\t")
    assert lines[2].endswith("\tOct 2026\tNov 2026")
    assert lines[3].startswith("MSP · Backups\t")
    assert lines[3].endswith("\t97\t99.5\t98")
    sheet.grid.figures.clear([sheet.grid.figures.index(BACKUPS, c) for c in range(12)])
    assert sheet.figures("backups") == []
    sheet.go(BACKUPS, 0)
    sheet.paste("\n".join(lines[2:]))
    assert [value for _on, value in sheet.figures("backups")] == [97, 99.5, 98]


def test_all_seats_and_earlier_periods_can_be_shown(sheet):
    sheet.dialog.scope.setCurrentIndex(1)
    model = sheet.grid.figures
    heads = [model.row_head(row) for row in range(model.rowCount())]
    assert [head.name for head in heads] == [
        *("Response", "Each month", "Cash", "Backups", "Phishing")
    ]
    assert heads[2].about.startswith("Finance · ")
    sheet.dialog.earlier.click()
    assert model.sheet.heading(HEADINGS, NEWEST) == ("Nov", "2025")
    sheet.dialog.later.click()
    assert model.sheet.heading(HEADINGS, NEWEST) == ("Nov", "2026")
    assert not sheet.dialog.later.isEnabled()


def test_a_cell_is_read_aloud_with_metric_period_and_state(sheet):
    assert said(sheet.grid, BACKUPS, 9) == "Backups, September 2026: 97 %, off target"
    assert said(sheet.grid, PHISHING, 9) == "Phishing, September 2026: no figure"
    table = QAccessible.queryAccessibleInterface(sheet.grid)
    assert table.text(QAccessible.Text.Name) == "Figures"


def test_the_headings_follow_the_row_that_stands_uppermost(sheet):
    model = sheet.grid.figures
    model.show_top(BACKUPS)
    assert model.headerData(NEWEST, Qt.Orientation.Horizontal) == "Nov\n2026"


def test_a_seat_without_metrics_says_what_belongs_here(make_sheet):
    sheet = make_sheet(seat="CEO")
    assert sheet.dialog.empty.isVisible()
    assert sheet.dialog.empty.text() == "There is no metric here yet. Add one under Metrics."


def test_a_figure_entered_elsewhere_shows_at_once(sheet):
    edit = set_figure(FigureId("x"), MetricId("phishing"), on="2026-11-20", value=4)
    sheet.bridge.do(edit)
    assert sheet.shown(PHISHING, NEWEST) == "4"


def test_without_a_seat_all_seats_are_shown(make_sheet):
    sheet = make_sheet(seat=None)
    assert sheet.dialog.title.text() == "Figures of all seats"
    assert sheet.grid.figures.rowCount() == 5


def test_names_of_any_length_leave_the_window_as_it_is(make_sheet):
    long = "Überlänge " * 300
    metric = Metric(MetricId("long"), SeatId("MSP"), name=long, cadence="month")
    timeless = Metric(MetricId("never"), SeatId("MSP"), name=long, cadence="")
    sheet = make_sheet(more=[metric, timeless])
    usual = make_sheet()
    row = sheet.grid.figures.rowCount() - 1
    sheet.go(row, 3)
    sheet.hand.type("?")
    sheet.hand.press("Return")
    assert sheet.dialog.minimumSizeHint().width() <= 900
    assert sheet.dialog.note.height() <= 2 * usual.dialog.note.height()
    assert len(said(sheet.grid, row, 3)) < 200
    assert len(sheet.dialog.left_out.text()) < 200


def test_columns_are_wide_enough_for_what_stands_in_them(sheet):
    usual = sheet.grid.horizontalHeader().minimumSectionSize()
    sheet.go(PHISHING, 3)
    sheet.hand.type("1234567.25")
    sheet.hand.press("Return")
    assert sheet.grid.columnWidth(3) > usual + 30
    sheet.hand.press("Ctrl+Z")
    assert sheet.grid.horizontalHeader().minimumSectionSize() == usual


def test_the_menu_of_a_cell_does_what_the_keys_do(sheet):
    sheet.go(BACKUPS, NEWEST)
    asked = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), sheet.grid.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(sheet.grid.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert [words_of(action) for action in menu.actions()] == ["Copy", "Paste", "Take out"]
    menu.actions()[2].trigger()
    menu.close()
    assert [value for _on, value in sheet.figures("backups")] == [97, 99.5]
