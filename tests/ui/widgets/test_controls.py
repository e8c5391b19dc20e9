import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.ui.widgets import (
    CheckBox,
    Choice,
    ChoiceCell,
    ChoiceRow,
    DropDown,
    GwcMark,
    IconButton,
    PrimaryButton,
    one_line,
)

ANSWERS = [
    Choice("yes", "Yes", "yes", "y"),
    Choice("unsure", "Unsure", "partly", "u", mark="question"),
    Choice("no", "No", "no", "n"),
]
VALUES = [
    Choice("plus", "+", "yes", "+=", mark=""),
    Choice("both", "+/-", "partly", "/", mark=""),
    Choice("minus", "-", "no", "-", mark=""),
]


def listened(widget):
    sent = []
    widget.chosen.connect(sent.append)
    return sent


@pytest.fixture
def row(put, theme):
    return put(ChoiceRow(theme, "Do they bring ideas?", ANSWERS))


def test_a_click_chooses_one_and_a_second_click_clears(row):
    sent = listened(row)
    yes, unsure, _no = row.buttons
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    QTest.mouseClick(unsure, Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in row.buttons] == [False, True, False]
    QTest.mouseClick(unsure, Qt.MouseButton.LeftButton)
    assert sent == ["yes", "unsure", None]
    assert row.value is None


def test_a_row_that_must_have_an_answer_keeps_it(put, theme):
    row = put(ChoiceRow(theme, "Theme", ANSWERS, clearable=False))
    row.set_value("no")
    sent = listened(row)
    QTest.mouseClick(row.buttons[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(row.buttons[2], Qt.Key.Key_Delete)
    assert sent == []
    assert row.buttons[2].isChecked()


def test_a_row_is_answered_by_letters_and_arrows(row):
    sent = listened(row)
    row.focus()
    assert row.buttons[0].hasFocus()
    QTest.keyClick(row.buttons[0], Qt.Key.Key_Right)
    QTest.keyClick(row.buttons[1], Qt.Key.Key_Right)
    QTest.keyClick(row.buttons[2], Qt.Key.Key_Right)
    assert row.buttons[2].hasFocus()
    assert sent == []
    QTest.keyClick(row.buttons[2], Qt.Key.Key_Space)
    QTest.keyClick(row.buttons[2], "y")
    assert row.buttons[0].hasFocus()
    QTest.keyClick(row.buttons[0], Qt.Key.Key_Delete)
    assert sent == ["no", "yes", None]


def test_signs_choose_core_value_ratings(put, theme):
    row = put(ChoiceRow(theme, "Own it", VALUES, size="compact"))
    sent = listened(row)
    row.focus()
    QTest.keyClick(row.buttons[0], "/")
    QTest.keyClick(row.buttons[1], "-")
    QTest.keyClick(row.buttons[2], "=")
    assert sent == ["both", "minus", "plus"]


def test_keys_with_ctrl_are_left_to_the_window(row):
    sent = listened(row)
    row.focus()
    QTest.keyClick(row.buttons[0], "y", Qt.KeyboardModifier.ControlModifier)
    assert sent == []


def test_showing_an_answer_sends_nothing_and_choosing_it_again_neither(row):
    sent = listened(row)
    row.set_value("no")
    QTest.keyClick(row.buttons[2], "n")
    assert sent == []
    assert row.buttons[2].isChecked()


def test_a_row_is_one_stop_for_the_tab_key(put, theme):
    first = put(ChoiceRow(theme, "One", ANSWERS))
    second = put(ChoiceRow(theme, "Two", ANSWERS))
    second.set_value("no")
    first.focus()
    QTest.keyClick(first.buttons[0], Qt.Key.Key_Tab)
    assert second.buttons[2].hasFocus()


def test_choosing_moves_nothing_in_a_row(row):
    before = [button.sizeHint() for button in row.buttons]
    row.set_value("yes")
    assert [button.sizeHint() for button in row.buttons] == before


def test_a_screen_reader_hears_question_answer_and_state(row):
    row.set_value("unsure")
    heard = QAccessible.queryAccessibleInterface(row.buttons[1])
    assert heard.text(QAccessible.Text.Name) == "Do they bring ideas?: Unsure"
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.state().checked
    other = QAccessible.queryAccessibleInterface(row.buttons[0])
    assert not other.state().checked


def test_a_chosen_answer_differs_without_colour(put, theme):
    row = put(ChoiceRow(theme, "x", ANSWERS))

    def grey(button):
        return button.grab().toImage().convertToFormat(button.grab().toImage().Format.Format_Mono)

    plain = grey(row.buttons[0])
    row.set_value("yes")
    assert grey(row.buttons[0]) != plain


def test_a_cell_opens_its_choices_and_takes_letters(put, theme):
    cell = put(ChoiceCell(theme, "Wants it: Help desk", ANSWERS))
    sent = listened(cell)
    cell.setFocus()
    QTest.keyClick(cell, "u")
    menu = cell.open_menu()
    assert [action.text().partition("\t")[0] for action in menu.actions()] == [
        "Yes",
        "Unsure",
        "No",
        "",
        "Clear",
    ]
    menu.actions()[2].trigger()
    menu.close()
    QTest.keyClick(cell, Qt.Key.Key_Delete)
    assert sent == ["unsure", "no", None]
    assert cell.accessibleName() == "Wants it: Help desk: Not answered"


def test_enter_and_space_press_a_button(put, theme):
    button = put(PrimaryButton(theme, "Print", icon="printer"))
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1, 1]


def test_an_icon_button_has_a_name_and_room_for_a_finger(put, theme):
    button = put(IconButton(theme, "undo-2", "Undo", side=16))
    assert button.accessibleName() == "Undo"
    assert button.width() >= 24
    assert button.height() >= 24
    assert "Undo" in button.toolTip()


def test_focus_can_be_seen_on_every_control(put, theme):
    row = ChoiceRow(theme, "x", ANSWERS)
    controls = [
        PrimaryButton(theme, "Print"),
        IconButton(theme, "x", "Close"),
        CheckBox(theme, "Independent"),
        DropDown(theme, "Month", [(1, "July")]),
        ChoiceCell(theme, "x", ANSWERS),
    ]
    for control in (*controls, row):
        put(control)
    for control in (*controls, row.buttons[0]):
        other = controls[0] if control is not controls[0] else controls[1]
        other.setFocus()
        without = control.grab().toImage()
        control.setFocus()
        assert control.hasFocus()
        assert control.grab().toImage() != without, type(control).__name__


def test_the_colours_change_with_the_theme(put, theme):
    mark = put(GwcMark(theme, "G", "yes"))
    light = mark.grab().toImage()
    theme.choose("dark")
    assert mark.grab().toImage() != light


def test_a_gwc_mark_says_its_call(put, theme):
    mark = put(GwcMark(theme, "W", "no"))
    assert mark.accessibleName() == "Wants it: No"
    mark.show_call("unanswered")
    assert mark.accessibleName() == "Wants it: Not answered"


def test_the_wheel_over_a_drop_down_belongs_to_the_page(put, theme):
    drop = put(DropDown(theme, "Month", [(7, "July"), (10, "October & more")]))
    drop.set_value(10)
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(drop, wheel)
    assert drop.value == 10


def test_a_check_box_is_ticked_by_click_and_space(put, theme):
    box = put(CheckBox(theme, "R&D <b>"))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert box.accessibleName() == "R&D <b>"
    QApplication.sendEvent(box, QEvent(QEvent.Type.Enter))
    box.grab()


@pytest.mark.parametrize(
    ("words", "is_marked"),
    [("مدير تقنية المعلومات والاتصالات", True), ("Head of information technology", False)],
)
def test_dots_stand_at_the_end_where_the_words_go_on(theme, words, is_marked):
    metrics = QFontMetricsF(theme.font(13))
    cut = one_line(metrics, words, metrics.horizontalAdvance(words) * 0.7)
    assert cut.endswith("…\u200f" if is_marked else "…")
    assert metrics.horizontalAdvance(cut) <= metrics.horizontalAdvance(words) * 0.7 + 1
    assert one_line(metrics, words, 1000) == words
