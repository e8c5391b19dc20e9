import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.ui.widgets import Answer, DropDown, NoticeHost, TextArea, TextField, ask

ANSWERS = [
    Answer("keep", "Cancel"),
    Answer("branch", "Delete 4 seats", "danger"),
    Answer("up", "Move reports up", "primary"),
]


def test_a_notice_stands_at_the_foot_and_leaves_the_keyboard_alone(theme, window, put):
    field = put(TextField("Title"))
    field.setFocus()
    host = NoticeHost(theme, window)
    notice = host.show("Plant Floor now reports to Operations <b>", action="Undo")
    assert field.hasFocus()
    assert notice.isVisible()
    assert notice.label.text() == "Plant Floor now reports to Operations <b>"
    assert notice.accessibleName() == notice.label.text()
    assert notice.geometry().bottom() < window.height()
    window.resize(600, 500)
    assert 450 < notice.geometry().bottom() < 500
    assert notice.button.y() < notice.label.geometry().bottom()
    window.resize(250, 300)
    assert window.rect().contains(notice.geometry())
    assert notice.button.width() == notice.button.sizeHint().width()
    assert notice.button.y() > notice.label.geometry().bottom()
    assert notice.label.height() >= notice.label.heightForWidth(notice.label.width())
    host.clear()


def test_the_action_of_a_notice_runs_once_and_closes_it(theme, window):
    done = []
    host = NoticeHost(theme, window)
    notice = host.show("Deleted 4 seats", action="Undo", then=lambda: done.append(1))
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not notice.isVisible()


def test_a_notice_leaves_by_itself(theme, window, qtbot):
    host = NoticeHost(theme, window, stays_ms=10)
    with qtbot.waitSignal(host.show("Saved").destroyed):
        pass
    assert host.notice is None


def test_a_notice_stays_while_the_keyboard_is_in_it(theme, window, qtbot):
    host = NoticeHost(theme, window, stays_ms=10)
    notice = host.show("Deleted 4 seats", action="Undo")
    notice.button.setFocus()
    qtbot.wait(60)
    assert host.notice is notice
    host.clear()


def test_a_new_notice_takes_the_place_of_the_old(theme, window):
    host = NoticeHost(theme, window)
    old = host.show("One")
    new = host.show("Two")
    assert not old.isVisible()
    assert host.notice is new
    host.clear()


def test_a_long_notice_stays_inside_its_window(theme, window):
    host = NoticeHost(theme, window)
    notice = host.show("word " * 60, action="Undo")
    assert window.rect().contains(notice.geometry())
    host.clear()


def test_notices_move_to_the_page_that_is_shown(theme, window, put):
    page = put(TextField("Page"))
    host = NoticeHost(theme, window)
    notice = host.show("One")
    host.move_to(page)
    assert notice.parent() is page
    host.clear()


def test_a_question_sends_the_verb_that_was_pressed(theme, window):
    heard = []
    question = ask(
        theme,
        window,
        title="Delete <b>Quality</b>?",
        text="3 seats report to it.",
        answers=ANSWERS,
        then=heard.append,
    )
    assert [button.caption for button in question.buttons] == [a.label for a in ANSWERS]
    QTest.mouseClick(question.buttons[1], Qt.MouseButton.LeftButton)
    assert heard == ["branch"]


def test_esc_answers_with_none(theme, window):
    heard = []
    question = ask(theme, window, title="x", text="y", answers=ANSWERS, then=heard.append)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert heard == [None]


def test_enter_gives_the_primary_answer(theme, window):
    heard = []
    question = ask(theme, window, title="x", text="y", answers=ANSWERS, then=heard.append)
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert heard == ["up"]


def test_enter_never_gives_the_dangerous_answer(theme, window):
    heard = []
    answers = [Answer("gone", "Delete", "danger"), Answer("keep", "Cancel")]
    question = ask(theme, window, title="x", text="y", answers=answers, then=heard.append)
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert heard == ["keep"]


@pytest.mark.parametrize("words", [12, 30, 60])
@pytest.mark.parametrize("width", [500, 1200])
def test_a_long_notice_is_as_tall_as_its_words(qtbot, theme, words, width):
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(width, 400)
    place.show()
    host = NoticeHost(theme, place)
    notice = host.show(" ".join(["word"] * words), action="Undo", then=lambda: None)
    QApplication.processEvents()
    assert notice.label.height() >= notice.label.heightForWidth(notice.label.width())
    assert place.rect().contains(notice.geometry())


def test_a_notice_that_stays_makes_room_for_others_and_comes_back(theme, window, qtbot):
    host = NoticeHost(theme, window, stays_ms=10)
    offer = host.show("Shall we go on?", action="Go on", stays=True)
    other = host.show("Saved")
    qtbot.waitUntil(lambda: host.notice is not None and host.notice is not other)
    assert host.notice.label.text() == "Shall we go on?"
    assert host.notice.stays
    assert host.notice is not offer
    assert not host.notice._timer.isActive()
    host.notice.go()
    assert host.notice is None


def test_a_question_is_as_wide_as_its_title_in_the_frame(theme, window):
    title = "Where should the file of this client be kept?"
    question = ask(theme, window, title=title, text="", answers=ANSWERS, then=lambda _a: None)
    shown = QFontMetricsF(theme.font(15, QFont.Weight.DemiBold)).horizontalAdvance(title)
    assert question.width() > shown + 200
    question.close()


@pytest.mark.parametrize("kind", ["list", "area", "line"])
def test_the_wheel_never_brings_the_keyboard_into_a_field(theme, put, kind):
    made = {
        "list": lambda: DropDown(theme, "Level", [(1, "One")]),
        "area": lambda: TextArea("Notes"),
        "line": lambda: TextField("Title"),
    }
    assert put(made[kind]()).focusPolicy() == Qt.FocusPolicy.StrongFocus
