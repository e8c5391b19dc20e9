import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout

from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.widgets import PlainLabel

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_whole_review_of_an_msp_takes_45_actions(desk):
    dialog = desk.open()
    desk.keys = 0
    desk.press("++/+")  # four core values
    desk.key(KEY.Key_PageDown)
    desk.press("1yyyyyy")  # five responsibilities, then the call
    desk.write("They showed it with our own list")
    desk.key(KEY.Key_PageDown)
    desk.press("1wwwrwn")
    desk.key(KEY.Key_PageDown)
    desk.press("1yyyyyy")
    desk.write("Eleven engineers, two of them ours")
    desk.key(KEY.Key_PageDown)
    desk.write("Agree in writing whether they take the roadmap")
    desk.key(KEY.Key_Return)
    desk.write("If not: move it to Technology")
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Return, CTRL)
    printed = []
    dialog.print_wanted.connect(printed.append)
    desk.key(KEY.Key_Return)
    assert desk.keys <= 45
    review = desk.review
    assert (review.state, review.headline) == ("finished", "right_wrong_seat")
    assert sum(1 for a in review.answers if a.kind in {"gets", "wants", "can"}) == 15
    assert len(desk.client.actions(review.id)) == 2
    assert printed == [review.id]


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier, "wants"),
        (KEY.Key_Return, CTRL, "wants"),
        (KEY.Key_Down, ALT, "wants"),
        (KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier, "values"),
        (KEY.Key_Up, ALT, "values"),
    ],
)
def test_keys_lead_through_the_steps(desk, key, modifier, step):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.key(key, modifier)
    assert dialog.step == step


def test_page_down_leaves_the_sentence_of_a_call_too(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("0y")
    desk.write("as we saw")
    desk.key(KEY.Key_PageDown)
    assert dialog.step == "wants"
    assert desk.said("call", "gets").note == "as we saw"


def test_up_from_the_call_leads_back_to_the_rows(desk):
    dialog = desk.open()
    dialog.show_step("gets")
    desk.press("0")
    assert dialog.frame.side.call.choices.isAncestorOf(QApplication.focusWidget())
    desk.key(KEY.Key_Up)
    assert dialog.page.keys.rows[-1].isAncestorOf(QApplication.focusWidget())
    desk.key(KEY.Key_Down)
    assert dialog.frame.side.call.choices.isAncestorOf(QApplication.focusWidget())


def test_the_steps_can_be_walked_by_arrows(desk):
    dialog = desk.open()
    dialog.frame.steps.buttons["values"].setFocus()
    desk.key(KEY.Key_Down)
    desk.key(KEY.Key_Down)
    assert dialog.step == "wants"
    assert dialog.frame.steps.buttons["wants"].hasFocus()


def test_tab_goes_round_inside_the_sheet(desk):
    behind = QPushButton("behind")
    QVBoxLayout(desk.window).addWidget(behind)
    dialog = desk.open()
    dialog.show_step("gets")
    first, seen = QApplication.focusWidget(), []
    for _press in range(200):
        desk.key(KEY.Key_Tab)
        focus = QApplication.focusWidget()
        assert dialog.isAncestorOf(focus)
        seen.append(focus)
        if focus is first:
            break
    assert seen[-1] is first
    assert len(set(seen)) == len(seen)
    back = []
    for _press in seen:
        desk.key(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(QApplication.focusWidget())
    assert back == [*reversed(seen[:-1]), first]


def test_the_windows_own_keys_do_not_act_behind_the_sheet(desk):
    heard = []
    for keys in ("Del", "F2", "Ctrl+N", "Ctrl+1", "Ctrl+H"):
        shortcut = QShortcut(QKeySequence(keys), desk.window)
        shortcut.activated.connect(lambda keys=keys: heard.append(keys))
    desk.open().show_step("gets")
    desk.key(KEY.Key_Delete)
    desk.key(KEY.Key_F2)
    desk.key(KEY.Key_N, CTRL)
    desk.key(KEY.Key_1, CTRL)
    desk.key(KEY.Key_H, CTRL)
    assert heard == ["Ctrl+H"]


def test_escape_closes_and_keeps_what_is_being_typed(desk):
    dialog = desk.open()
    desk.press("+")
    desk.key(KEY.Key_Up)
    desk.key(KEY.Key_F2)
    desk.write("Called us at night")
    review, value = dialog.review, dialog.look.scene.values[0].id
    desk.key(KEY.Key_Escape)
    assert dialog.is_closed
    notes = {a.about: a.note for a in desk.file.load().client.answers(review)}
    assert notes[value] == "Called us at night"


def test_focus_does_not_leave_for_what_lies_behind(desk, qtbot):
    behind = QLineEdit()
    QVBoxLayout(desk.window).addWidget(behind)
    behind.show()
    dialog = desk.open()
    behind.setFocus()
    assert behind.hasFocus()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))


def test_every_control_has_a_name_and_every_label_is_plain(desk):
    dialog = desk.open()
    for step in ("values", "gets", "wants", "capacity", "result"):
        dialog.show_step(step)
        for widget in dialog.findChildren(object):
            if isinstance(widget, QLabel):
                assert isinstance(widget, PlainLabel)
            elif _takes_focus(widget):
                assert widget.accessibleName(), widget


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (960, 600)])
def test_nothing_is_cut_off(desk, size):
    desk.window.resize(*size)
    dialog = desk.open()
    assert dialog.rect() == desk.window.rect()
    for step in ("values", "gets", "wants", "capacity", "result"):
        dialog.show_step(step)
        QApplication.processEvents()
        page, content = dialog.page, dialog.page.widget()
        assert content.minimumSizeHint().width() <= page.viewport().width()
        sheet = dialog.sheet.rect()
        for button in (dialog.frame.footer.on, dialog.frame.header.cross):
            place = button.rect().translated(button.mapTo(dialog.sheet, button.rect().topLeft()))
            assert sheet.contains(place)


@pytest.mark.parametrize(
    ("step", "sign", "keys"),
    [
        ("values", "", "+ mostly lives it · / sometimes · - rarely · F2 note"),
        (
            "gets",
            "",
            "Y yes · U unsure · N no · A does not apply · S seen · C claimed · F2 note",
        ),
        ("gets", "1", "Y yes · U unsure · N no · S seen · C claimed · F2 note"),
        ("wants", "1", "W wants it · C on a condition · R would rather not · F2 note"),
        ("wants", "0", "1-9 responsibility · 0 your call · Page Down next step"),
    ],
)
def test_the_foot_names_the_keys_of_the_row(desk, step, sign, keys):
    desk.window.resize(1280, 720)
    dialog = desk.open()
    dialog.show_step(step)
    desk.press(sign)
    label = dialog.frame.footer.keys
    assert label.text().startswith(keys)
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_the_foot_names_no_letters_while_words_are_typed(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("1c")
    assert dialog.frame.footer.keys.text().startswith("Enter goes on · ")


def test_unsure_where_it_can_not_be_said_does_nothing(desk):
    dialog = desk.open()
    dialog.show_step("wants")
    desk.press("1u")
    assert desk.client.answers(dialog.review) == ()
    assert "W wants it" in dialog.frame.footer.keys.text()
    dialog.show_step("gets")
    desk.press("1u")
    assert [a.value for a in desk.client.answers(dialog.review)] == ["unsure"]


@pytest.mark.parametrize("step", ["values", "gets", "capacity", "result"])
def test_words_rows_and_fields_begin_at_one_edge(desk, step):
    dialog = desk.open()
    dialog.show_step(step)
    QApplication.processEvents()
    content = dialog.page.widget()
    card = getattr(dialog.page, "card", None)
    lefts = set()
    for label in content.findChildren(PlainLabel):
        if label.isVisible() and not (card and card.isAncestorOf(label)):
            left = label.mapTo(content, label.rect().topLeft()).x()
            lefts.add(left + label.contentsMargins().left())
    if step == "result":
        what = dialog.page.agreed.new.what
        lefts.add(what.mapTo(content, what.rect().topLeft()).x())
    edge = min(lefts)
    assert edge == 16 + EDGE
    assert not [left for left in lefts if edge < left < edge + 12]


def _takes_focus(widget) -> bool:
    from PySide6.QtWidgets import QWidget

    return (
        isinstance(widget, QWidget)
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.focusProxy() is None
    )


def test_every_deciding_answer_and_call_of_a_seat_takes_a_key_each_and_no_mouse(desk):
    dialog = desk.open()
    desk.keys = 0
    desk.press("+" * len(dialog.look.scene.values))
    for letter, sign in (("gets", "y"), ("wants", "y"), ("capacity", "y")):
        desk.key(Qt.Key.Key_PageDown)
        given, total = dialog.look.progress(letter)
        assert given == 0
        desk.press(sign * total)
        desk.press("y")
        assert dialog.look.progress(letter) == (total, total)
        assert dialog.look.outcome.calls[letter] == "yes"
    desk.key(Qt.Key.Key_PageDown)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.review.state == "finished"
    # A key each second is slow for somebody who knows the answers: under a minute.
    assert desk.keys < 60
