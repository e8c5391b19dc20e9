"""The outline with the keys of every tree list, in step with the chart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from driving import words_of
from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat

SAMPLE = [
    "Visionary",
    "  Integrator",
    "    Sales & Marketing",
    "      Customer Service",
    "    Operations",
    "      Plant Floor",
    "      Quality",
    "      Purchasing",
    "    Finance & Admin",
    "      Bookkeeping & Payroll",
    "    Technology",
    "      Managed IT & Security",
    "      Business Systems",
]


def test_it_lists_the_chart_in_its_order(listed):
    assert listed.lines == SAMPLE
    assert listed.outline.count.text() == "13 seats"


def test_arrows_home_end_and_pages_walk_the_rows(listed):
    listed.press("Home")
    assert listed.selected == "Visionary"
    listed.press("Down", "Down", "Down", "Down")
    assert listed.selected == "Operations"
    listed.press("Up")
    assert listed.selected == "Customer Service"
    listed.press("End")
    assert listed.selected == "Business Systems"
    listed.press("Down")
    assert listed.selected == "Business Systems"
    listed.press("PgUp", "PgUp", "PgUp")
    assert listed.selected == "Visionary"


def test_left_closes_and_then_goes_up_right_opens_and_then_goes_down(listed):
    listed.program.select("Operations")
    listed.press("Left")
    assert listed.selected == "Operations"
    assert "      Quality" not in listed.lines
    assert "    Finance & Admin" in listed.lines
    listed.press("Down")
    assert listed.selected == "Finance & Admin"
    listed.press("Up", "Right")
    assert listed.lines == SAMPLE
    assert listed.selected == "Operations"
    listed.press("Right")
    assert listed.selected == "Plant Floor"
    listed.press("Right")
    assert listed.selected == "Plant Floor"
    listed.press("Left")
    assert listed.selected == "Operations"


def test_star_opens_all_siblings_and_space_plus_minus_fold(listed):
    for title in ("Operations", "Technology", "Sales & Marketing"):
        listed.program.select(title)
        listed.press("-")
    assert len(listed.lines) == len(SAMPLE) - 6
    listed.press("*")
    assert listed.lines == SAMPLE
    listed.press("Space")
    assert len(listed.lines) == len(SAMPLE) - 1
    listed.press("+")
    assert listed.lines == SAMPLE
    assert listed.selected == "Sales & Marketing"


def test_typing_ahead_goes_to_the_next_title_that_begins_so(listed):
    listed.press("Home")
    listed.program.hand.type("p")
    assert listed.selected == "Plant Floor"
    listed.program.hand.type("u")
    assert listed.selected == "Purchasing"
    listed.press("Home")
    listed.program.hand.type("managed it")
    assert listed.selected == "Managed IT & Security"


def test_the_same_letter_again_goes_round(listed):
    listed.press("Home")
    for title in ("Plant Floor", "Purchasing", "Plant Floor"):
        listed.program.hand.type("p")
        assert listed.selected == title


def test_selection_is_one_with_the_chart_both_ways(listed):
    chart = listed.program.view.chart
    listed.press("End")
    assert chart.selected_seat == listed.program.seat("Business Systems")
    assert chart.card_rect(chart.selected_seat).intersects(chart.rect())
    chart.setFocus()
    listed.press("Up")
    assert listed.selected == "Technology"
    row = listed.tree.rows.row_of(listed.program.bridge.selection)
    assert listed.tree.viewport().rect().contains(listed.tree.row_rect(row))


def test_a_seat_selected_elsewhere_is_unfolded(listed):
    listed.program.select("Integrator")
    listed.press("Left")
    assert len(listed.lines) == 2
    listed.program.select("Quality")
    assert "      Quality" in listed.lines


def test_enter_goes_to_the_chart_and_esc_back(listed):
    listed.program.select("Quality")
    listed.press("Return")
    assert listed.program.view.chart.hasFocus()
    listed.program.view.outline.take_keyboard()
    listed.press("Esc")
    assert listed.program.view.chart.hasFocus()
    assert listed.selected == "Quality"


def test_tab_goes_to_the_next_control_and_makes_no_seat(listed):
    before = listed.lines
    listed.press("Tab")
    assert listed.outline.kind.hasFocus()
    listed.press("Tab")
    assert listed.outline.close_button.hasFocus()
    assert listed.lines == before


def test_f2_renames_in_place_and_esc_gives_up(listed):
    listed.program.select("Quality")
    listed.press("F2")
    field = listed.tree.renaming.field
    assert field is not None
    assert field.hasFocus()
    assert listed.rect("Quality").intersects(field.geometry())
    listed.program.hand.type("Inspection")
    listed.press("Return")
    assert "      Inspection" in listed.lines
    assert listed.tree.hasFocus()
    listed.press("F2")
    listed.program.hand.type("Nothing")
    listed.press("Esc")
    assert "      Inspection" in listed.lines
    listed.press("Ctrl+Z")
    assert listed.lines == SAMPLE


def test_an_emptied_title_is_not_taken(listed):
    listed.program.select("Quality")
    listed.press("F2")
    listed.tree.renaming.field.selectAll()
    listed.press("Del", "Return")
    assert listed.lines == SAMPLE


def test_the_menus_words_rename_where_the_keyboard_is(listed):
    listed.program.select("Quality")
    listed.program.act("rename")
    assert listed.tree.renaming.field is not None
    assert listed.program.view.chart.renaming.field is None
    listed.press("Esc")
    listed.program.view.chart.setFocus()
    listed.program.act("rename")
    assert listed.program.view.chart.renaming.field is not None


def test_del_deletes_a_seat_without_reports_and_asks_about_one_with_them(listed):
    listed.program.select("Customer Service")
    listed.press("Del")
    assert "      Customer Service" not in listed.lines
    assert listed.tree.hasFocus()
    listed.program.select("Operations")
    listed.press("Del")
    assert listed.program.has_dialog()
    listed.press("Esc")


def test_insert_adds_a_report_and_asks_its_title(listed):
    listed.program.select("Quality")
    listed.press("Ins")
    listed.program.hand.type("Lab")
    listed.press("Return")
    at = listed.lines.index("      Quality")
    assert listed.lines[at + 1] == "        Lab"
    assert listed.selected == "Lab"


def test_alt_and_ctrl_with_an_arrow_move_as_the_list_is_drawn(listed):
    for held in ("Alt", "Ctrl"):
        listed.program.select("Quality")
        listed.press(f"{held}+Up")
        assert listed.reports("Operations") == ["Quality", "Plant Floor", "Purchasing"]
        listed.press(f"{held}+Down")
        assert listed.reports("Operations") == ["Plant Floor", "Quality", "Purchasing"]
        listed.press(f"{held}+Right")
        assert listed.reports("Plant Floor") == ["Quality"]
        listed.press(f"{held}+Left")
        assert listed.lines == SAMPLE
        assert listed.selected == "Quality"


def test_the_menu_key_opens_the_menu_of_the_seat(listed):
    listed.program.select("Quality")
    at = listed.rect("Quality").center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, listed.tree.mapToGlobal(at))
    QApplication.sendEvent(listed.tree.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "Rename the seat" in [words_of(action).split("\t")[0] for action in menu.actions()]
    menu.close()


def test_f4_hides_it_and_shows_it_with_the_keyboard_and_that_is_remembered(listed):
    listed.press("F4")
    assert listed.outline.isHidden()
    assert listed.program.view.chart.hasFocus()
    listed.program.stop()
    listed.program.start()
    listed.program.open_sample()
    assert listed.outline.isHidden()
    listed.press("F4")
    assert listed.tree.hasFocus()
    assert listed.program.window.actions_table["outline"].isChecked()
    listed.program.act("page-people")
    listed.press("F4")
    assert listed.program.view.page == "chart"
    assert listed.tree.hasFocus()


def test_f6_leads_to_it_and_away(listed):
    listed.program.view.chart.setFocus()
    for _part in range(8):
        listed.press("F6")
        if listed.tree.hasFocus():
            break
    assert listed.tree.hasFocus()
    listed.press("F6")
    assert not listed.tree.hasFocus()


def test_edits_elsewhere_are_followed_and_undone(listed, qtbot):
    program = listed.program
    program.bridge.do(rename_seat(program.seat("Quality"), "Lab"))
    assert "      Lab" in listed.lines
    program.bridge.do(delete_seat(program.seat("Operations"), reports="lift", on="2026-11-23"))
    assert "    Lab" in listed.lines
    qtbot.waitUntil(lambda: listed.outline.count.text() == "12 seats")
    program.bridge.undo()
    program.bridge.undo()
    assert listed.lines == SAMPLE


def test_the_selected_row_stays_where_it_is_on_the_screen(listed, qtbot):
    program = listed.program
    program.window.resize(1100, 600)
    program.select("Business Systems")
    before = listed.rect("Business Systems").top()
    program.bridge.do(
        delete_seat(program.seat("Customer Service"), reports="lift", on="2026-11-23")
    )
    program.bridge.do(delete_seat(program.seat("Plant Floor"), reports="lift", on="2026-11-23"))
    qtbot.waitUntil(lambda: len(listed.tree.rows.seats) == 11)
    shift = abs(listed.rect("Business Systems").top() - before)
    bar = listed.tree.verticalScrollBar()
    assert shift == 0 or bar.value() == bar.maximum()


def test_what_is_folded_is_known_when_the_client_is_opened_again(listed, tmp_path):
    program = listed.program
    program.select("Operations")
    listed.press("Left")
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.act("close")
    assert program.window.view is None
    program.window.files.open_path(tmp_path / "Lakeside.mspseat")
    QApplication.processEvents()
    if listed.outline.isHidden():
        program.act("outline")
    assert "      Quality" not in listed.lines
    assert program.bridge.undo_step() is None or program.bridge.undo_step().name != "fold"


@pytest.mark.parametrize("way", [Qt.LayoutDirection.RightToLeft])
def test_from_right_to_left_the_arrows_change_sides(listed, way):
    listed.tree.setLayoutDirection(way)
    listed.program.select("Operations")
    listed.press("Right")
    assert "      Quality" not in listed.lines
    listed.press("Left")
    assert listed.lines == SAMPLE


def test_a_client_opens_where_it_was_left(listed, tmp_path):
    program = listed.program
    program.save_to(tmp_path / "Lakeside.mspseat")
    program.select("Quality")
    program.view.chart.sight.zoom_to(0.8)
    program.view.chart.center_on(program.seat("Quality"))
    before = program.view.chart.state()
    program.act("close")
    program.window.files.open_path(tmp_path / "Lakeside.mspseat")
    QApplication.processEvents()
    assert listed.selected == "Quality"
    after = program.view.chart.state()
    assert after.zoom == pytest.approx(before.zoom)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=2)
    assert program.bridge.undo_step() is None or program.bridge.undo_step().name != "select"
