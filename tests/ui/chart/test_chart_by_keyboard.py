import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from .conftest import seats

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_chart_is_built_by_tab_enter_and_typing_alone(desk):
    desk.bridge.select("payroll")
    desk.press(Key.Key_Tab)
    desk.type_title("Clerk")
    desk.press(Key.Key_Return)
    desk.type_title("Second clerk")
    desk.press(Key.Key_Tab)
    desk.type_title("Trainee")
    assert desk.titles("payroll") == ["Clerk", "Second clerk"]
    second = desk.client.children("payroll")[1]
    assert desk.titles(second) == ["Trainee"]
    assert desk.client.seat(desk.bridge.selection).title == "Trainee"
    assert desk.chart.hasFocus()


def test_shift_enter_adds_a_sibling_before(desk):
    desk.bridge.select("finance")
    desk.press(Key.Key_Return, SHIFT)
    desk.type_title("Legal")
    assert desk.titles("lead") == ["Legal", "Finance", "Operations", "Sales"]


def test_escape_takes_a_new_seat_out_again_as_if_it_had_never_been_there(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_Tab)
    desk.type_title("Nev", end=Key.Key_Escape)
    assert desk.titles("sales") == []
    assert desk.bridge.undo_step() is None
    assert desk.bridge.selection == "sales"
    assert desk.chart.hasFocus()


def test_f2_renames_in_place_and_escape_brings_the_old_title_back(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_F2)
    desk.type_title("Something", end=None)
    desk.bridge.pending.flush_all()
    assert desk.client.seat("sales").title == "Something"
    QTest.keyClick(desk.chart.renaming.field, Key.Key_Escape)
    assert desk.client.seat("sales").title == "Sales"
    assert desk.bridge.undo_step() is None


def test_one_renaming_is_one_step_however_often_it_is_handed_over(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_F2)
    desk.type_title("Reve", end=None)
    desk.bridge.pending.flush_all()
    desk.type_title("nue")
    assert desk.client.seat("sales").title == "Revenue"
    desk.bridge.undo()
    assert desk.client.seat("sales").title == "Sales"


def test_undo_of_a_new_seat_closes_its_title_wherever_the_chart_moves_then(desk):
    desk.bridge.select("payroll")
    desk.press(Key.Key_Tab)
    desk.type_title("Clerk", end=None)
    added = desk.bridge.selection
    moves = []
    desk.chart.sight.moved.connect(lambda: moves.append(added in desk.chart.scene))
    desk.bridge.undo()
    desk.bridge.undo()
    assert moves[-1] is False, "the chart did not move when the seat was gone"
    assert added not in desk.chart.scene
    assert desk.chart.renaming.field is None
    assert desk.chart.hasFocus()


def test_leaving_the_title_keeps_what_is_typed(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_F2)
    desk.type_title("Revenue", end=None)
    desk.click(desk.point("plant"))
    assert desk.client.seat("sales").title == "Revenue"
    assert desk.chart.renaming.field is None


def test_an_emptied_title_is_not_taken(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_F2)
    desk.type_title("\b")
    assert desk.client.seat("sales").title == "Sales"


def test_delete_takes_out_a_seat_without_reports_and_selects_its_neighbour(desk):
    desk.bridge.select("plant")
    desk.press(Key.Key_Delete)
    assert desk.titles("operations") == ["Quality"]
    assert desk.bridge.selection == "quality"
    assert desk.bridge.undo_step().name == "delete-seat"
    desk.bridge.undo()
    assert desk.titles("operations") == ["Plant", "Quality"]


def test_delete_asks_what_becomes_of_the_reports(desk, qtbot):
    desk.bridge.select("operations")
    with qtbot.waitSignal(desk.chart.delete_wanted) as asked:
        desk.press(Key.Key_Delete)
    assert asked.args == ["operations"]
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("plant", Key.Key_Up, "operations"),
        ("operations", Key.Key_Down, "plant"),
        ("lead", Key.Key_Down, "operations"),
        ("plant", Key.Key_Right, "quality"),
        ("plant", Key.Key_Left, "payroll"),
        ("payroll", Key.Key_Right, "plant"),
        ("quality", Key.Key_Right, "quality"),
        ("lead", Key.Key_Up, "lead"),
        ("quality", Key.Key_Home, "lead"),
    ],
)
def test_arrows_walk_as_the_chart_is_drawn(desk, start, key, end):
    desk.bridge.select(start)
    desk.press(key)
    assert desk.bridge.selection == end


def test_an_arrow_without_a_selection_begins_at_the_root(desk):
    desk.press(Key.Key_Down)
    assert desk.bridge.selection == "lead"


@pytest.mark.parametrize("held", [ALT, CONTROL])
def test_held_arrows_move_the_seat_as_the_chart_is_drawn(desk, held):
    desk.bridge.select("finance")
    desk.press(Key.Key_Right, held)
    assert desk.titles("lead") == ["Operations", "Finance", "Sales"]
    desk.press(Key.Key_Down, held)
    assert desk.client.seat("finance").parent == "operations"
    desk.press(Key.Key_Up, held)
    assert desk.titles("lead") == ["Operations", "Finance", "Sales"]
    desk.press(Key.Key_Left, held)
    assert desk.titles("lead") == ["Finance", "Operations", "Sales"]


def test_tab_without_a_selection_goes_to_the_next_control(qtbot, desk):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(desk.chart)
    after = QLineEdit()
    column.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for key, modifier in ((Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Key.Key_Tab, CONTROL)):
        desk.bridge.select("sales")
        desk.chart.setFocus()
        desk.press(key, modifier)
        assert after.hasFocus()
    desk.bridge.select(None)
    desk.chart.setFocus()
    desk.press(Key.Key_Tab)
    assert not desk.chart.hasFocus()
    assert desk.titles("sales") == []
    desk.chart.setParent(None)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Insert, Key.Key_Tab])
def test_in_an_empty_chart_the_keys_that_add_seats_add_the_first_one(open_chart, key):
    desk = open_chart(seats())
    desk.press(key)
    desk.type_title("Board")
    assert desk.titles() == ["Board"]


def test_space_neither_rates_nor_deletes(desk):
    desk.bridge.select("sales")
    desk.press(Key.Key_Space)
    assert desk.bridge.undo_step() is None


def test_keys_zoom_to_the_whole_chart_and_back_to_life_size(desk):
    desk.chart.resize(500, 300)
    desk.press(Key.Key_1, CONTROL)
    whole = desk.chart.sight.camera.zoom
    assert whole < 0.6
    desk.press(Key.Key_Plus, CONTROL)
    assert desk.chart.sight.camera.zoom > whole
    desk.press(Key.Key_0, CONTROL)
    assert desk.chart.sight.camera.zoom == 1
    desk.press(Key.Key_Minus, CONTROL)
    assert desk.chart.sight.camera.zoom == 0.9


def test_the_canvas_is_framed_while_keys_have_led_there_and_no_seat_is_selected(desk):
    chart = desk.chart

    def framed():
        corners = (QPoint(0, 0), QPoint(chart.width() - 1, chart.height() - 1))
        picture = chart.grab().toImage()
        accent = chart._theme.color("accent")
        return [picture.pixelColor(at) == accent for at in corners] == [True, True]

    chart.clearFocus()
    assert not framed()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert framed()
    chart.resize(900, 600)
    chart.sight.zoom_to(1.2)
    chart.sight.pan(0, 30)
    assert framed()
    desk.bridge.select("sales")
    assert not framed()
    desk.bridge.select(None)
    assert framed()
    chart.clearFocus()
    assert not framed()
    chart.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not framed()
