import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.ui.widgets import PendingFields, TextArea, TextField

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 60_000


@pytest.fixture
def pending():
    return PendingFields()


@pytest.fixture(params=[TextField, TextArea])
def make(request, put, pending):
    def field(text="", *, delay_ms=LONG):
        made = put(request.param("Title", pending=pending, delay_ms=delay_ms))
        made.load(text)
        made.sent = []
        made.handed_over.connect(made.sent.append)
        made.setFocus()
        return made

    return field


def compose(field, half, *, commit=""):
    event = QInputMethodEvent(half, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def end(field):
    QTest.keyClick(field, Qt.Key.Key_End)


def test_typing_is_handed_over_once_after_a_pause(make, qtbot):
    field = make("Qual", delay_ms=20)
    end(field)
    with qtbot.waitSignal(field.handed_over):
        QTest.keyClicks(field, "ity")
    assert field.sent == ["Quality"]
    assert not field.is_pending


def test_leaving_the_field_hands_over_at_once(make, put):
    field, other = make(), put(TextField("Other"))
    QTest.keyClicks(field, "Sales")
    assert field.sent == []
    other.setFocus()
    assert field.sent == ["Sales"]


def test_hiding_the_field_hands_over(make):
    field = make()
    QTest.keyClicks(field, "Sales")
    field.hide()
    assert field.sent == ["Sales"]


def test_flushing_hands_over_and_a_second_time_does_nothing(make):
    field = make()
    QTest.keyClicks(field, "Sales")
    assert field.flush()
    assert field.flush()
    assert field.sent == ["Sales"]


def test_typing_and_deleting_it_again_hands_nothing_over(make):
    field = make("Sales")
    end(field)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert not field.is_pending
    assert field.flush()
    assert field.sent == []


def test_a_word_being_composed_is_not_handed_over(make, pending, qtbot):
    field = make("a", delay_ms=10)
    end(field)
    compose(field, "に")
    assert not field.flush()
    assert not pending.flush_all() or not field.is_pending
    qtbot.wait(40)
    assert field.sent == []
    with qtbot.waitSignal(field.handed_over):
        compose(field, "", commit="日")
    assert field.sent == ["a日"]


def test_a_pause_while_composing_after_typing_waits_for_the_word(make, qtbot):
    field = make("", delay_ms=10)
    QTest.keyClicks(field, "a")
    compose(field, "に")
    qtbot.wait(40)
    assert field.sent == []
    with qtbot.waitSignal(field.handed_over):
        compose(field, "", commit="日")
    assert field.sent == ["a日"]


def test_news_during_composing_comes_in_when_the_word_is_given_up(make):
    field = make("old")
    end(field)
    compose(field, "に")
    field.set_text("new")
    assert field.text() == "old"
    compose(field, "")
    assert field.text() == "new"
    assert field.sent == []


def test_ctrl_z_first_takes_back_what_was_not_handed_over(make, window):
    undone = []
    undo = QAction(window, shortcut=QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: undone.append(1))
    window.addAction(undo)
    field = make("Sales")
    end(field)
    QTest.keyClicks(field, " x")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "Sales"
    assert undone == []
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    assert field.text() == "Sales"
    assert field.sent == []


def test_ctrl_z_never_goes_past_what_was_handed_over(make):
    field = make("Sales")
    end(field)
    QTest.keyClicks(field, " x")
    field.flush()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "Sales x"


def test_redo_goes_to_the_window_even_while_typing(make, window):
    redone = []
    redo = QAction(window, shortcut="Ctrl+Y")
    redo.triggered.connect(lambda: redone.append(1))
    window.addAction(redo)
    field = make("Sales")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert redone == [1]


def test_news_from_elsewhere_are_shown_and_send_nothing(make):
    field = make("Sales")
    field.set_text("Sales & Marketing")
    assert field.text() == "Sales & Marketing"
    assert not field.is_pending
    assert field.sent == []


def test_news_from_elsewhere_do_not_overwrite_typing(make):
    field = make("Sales")
    end(field)
    QTest.keyClicks(field, "!")
    field.set_text("Marketing")
    assert field.text() == "Sales!"
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "Marketing"


def test_the_echo_of_an_edit_moves_no_cursor(make):
    field = make("Sales")
    field.handed_over.connect(field.set_text)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "ab")
    field.flush()
    QTest.keyClicks(field, "c")
    assert field.text() == "abcSales"


def test_loading_another_record_drops_what_was_typed(make, pending):
    field = make("Sales")
    QTest.keyClicks(field, "x")
    field.load("Quality")
    assert field.text() == "Quality"
    assert not field.is_pending
    assert len(pending) == 0


def test_all_pending_fields_hand_over_but_the_one_left_out(make, pending, put):
    first = make()
    second = put(TextField("Second", pending=pending, delay_ms=LONG))
    third = put(TextField("Third", pending=pending, delay_ms=LONG))
    sent = []
    for field in (second, third):
        field.handed_over.connect(sent.append)
        field.insert(field.accessibleName())
    QTest.keyClicks(first, "Sales")
    assert len(pending) == 3
    assert pending.flush_all(except_field=second)
    assert sent == ["Third"]
    assert first.sent == ["Sales"]
    assert len(pending) == 1
    assert pending.flush_all()
    assert len(pending) == 0


def test_a_deleted_field_does_not_hold_up_the_others(pending, put):
    from shiboken6 import delete

    field = put(TextField("Gone", pending=pending, delay_ms=LONG))
    field.insert("x")
    delete(field)
    assert pending.flush_all()
    assert len(pending) == 0


def test_pasted_text_has_neither_markup_nor_control_characters(make):
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bo\x00ld\x1b[31m & <b>\N{GRINNING FACE}")
    QGuiApplication.clipboard().setMimeData(rich)
    field = make()
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    assert field.text() == "bold[31m & <b>\N{GRINNING FACE}"
    assert field.is_pending
    QGuiApplication.clipboard().clear()


def test_text_that_the_field_cannot_keep_is_not_taken_for_typing(make):
    field = make("one\u00a0two\u2028three")
    assert not field.is_pending
    assert field.flush()
    assert field.sent == []


def test_enter_hands_over_a_line(put):
    field = put(TextField("Title", delay_ms=LONG))
    sent = []
    field.handed_over.connect(sent.append)
    QTest.keyClicks(field, "Sales")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent == ["Sales"]


def test_pasted_lines_become_one_line_in_a_line(put):
    QGuiApplication.clipboard().setText("one\r\ntwo\tthree")
    field = put(TextField("Title", delay_ms=LONG))
    field.paste()
    assert field.text() == "one two three"
    QGuiApplication.clipboard().clear()


def test_a_line_takes_so_many_letters_and_keeps_what_is_longer_already(put):
    QGuiApplication.clipboard().setText("x" + "\N{GRINNING FACE}" * 9)
    field = put(TextField("Title", delay_ms=LONG, longest=8))
    field.load("ab")
    end(field)
    field.paste()
    assert field.text() == "abx\N{GRINNING FACE}\N{GRINNING FACE}"
    field.load("a longer one")
    assert field.text() == "a longer one"
    QGuiApplication.clipboard().clear()


def test_an_area_grows_with_its_text_up_to_its_limit(put):
    area = put(TextArea("Notes", lines=2, most_lines=5))
    low = area.height()
    area.load("line\n" * 3 + "line")
    assert area.height() > low
    middle = area.height()
    area.load("line\n" * 40)
    assert middle < area.height() < 2 * middle
    area.load("")
    assert area.height() == low


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo",
        "\N{ADULT} and \N{ROCKET} " * 12,
        "\u0645\u0642\u0639\u062f \u0627\u0644\u062f\u0639\u0645 " * 12,
        "\u5750\u5e2d\n\u0e17\u0e35\u0e48\u0e19\u0e31\u0e48\u0e07\nline",
    ],
)
def test_lines_of_any_script_are_shown_whole(put, text):
    area = put(TextArea("Notes", lines=1, most_lines=30))
    area.load(text)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    last = area.document().lastBlock()
    under = area.blockBoundingGeometry(last).translated(area.contentOffset()).bottom()
    assert under <= area.viewport().height()


def test_a_higher_sign_in_the_same_line_is_shown_whole(put):
    area = put(TextArea("Notes", lines=1))
    QTest.keyClicks(area, "ab")
    area.insertPlainText(" \u0645\u0642\u0639\u062f")
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_each_line_runs_the_way_of_its_script(put):
    area = put(TextArea("Notes"))
    area.load("one\n\u0645\u0642\u0639\u062f 24/7.")
    cursor = area.textCursor()

    def edge(position):
        cursor.setPosition(position)
        return area.cursorRect(cursor).left()

    assert edge(0) < edge(3)
    assert edge(4) > edge(len(area.text()))


def test_an_area_without_a_limit_takes_all_the_room(put, window):
    area = put(TextArea("Notes", most_lines=None))
    QApplication.processEvents()
    assert area.height() > window.height() - 40
    area.load("line\n" * 400)
    QApplication.processEvents()
    assert area.height() <= window.height()
    assert area.verticalScrollBar().isVisible()


def test_tab_leaves_an_area(put):
    area, line = put(TextArea("Notes")), put(TextField("Title"))
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert line.hasFocus()
    assert area.text() == ""


def test_a_long_line_shows_its_start_once_it_is_left(put):
    field, other = put(TextField("Meaning")), put(TextField("Other"))
    field.setFocus()
    QTest.keyClicks(field, "What we say is what we do, " * 8)
    other.setFocus()
    assert field.cursorPosition() == 0
    field.load("short")
    field.setFocus()
    end(field)
    other.setFocus()
    assert field.cursorPosition() == 5
