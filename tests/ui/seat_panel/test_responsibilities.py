import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from driving import settle, words_of
from mspseat_desktop.domain.edits.seat import remove_responsibility
from mspseat_desktop.domain.records import Responsibility
from mspseat_desktop.domain.vocabulary import ResponsibilityId
from mspseat_desktop.ui.seat_panel.line_area import lines_of

FIVE = ["Help desk", "Patches", "Backups", "Roadmap", "Quarterly review"]
ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def shown(desk):
    return [row.text.text() for row in desk.rows.rows]


def write(desk, *lines):
    desk.panel.focus_responsibilities()
    for line in lines:
        QTest.keyClicks(desk.rows.new_row.text, line)
        QTest.keyClick(desk.panel.focusWidget(), Qt.Key.Key_Return)


def choose(row, words):
    menu = row.tags.open_menu()
    action = next(a for a in menu.actions() if words_of(a).split("\t")[0].startswith(words))
    action.trigger()
    menu.close()


def drag(row, target, *, drop=True):
    grip = row.grip
    middle = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    y = grip.mapFromGlobal(target.mapToGlobal(QPoint(0, target.height() - 2))).y()
    for step in (middle.y() + 12, y):
        QTest.mouseMove(grip, QPoint(middle.x(), step))
    if drop:
        QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), y))


def test_enter_in_the_last_field_adds_and_goes_on(desk):
    desk.select("Quality")
    write(desk, "Final inspection", "Corrective actions")
    assert desk.texts("Quality") == shown(desk) == ["Final inspection", "Corrective actions"]
    assert desk.rows.new_row.text.hasFocus()
    assert desk.page.responsibilities.count.text() == "2 of 5"
    assert desk.steps() == ["add-responsibility", "add-responsibility"]


def test_a_pause_while_writing_a_new_one_keeps_it_one_step(desk):
    desk.select("Quality")
    desk.panel.focus_responsibilities()
    field = desk.rows.new_row.text
    for words in ("Final", " inspection"):
        QTest.keyClicks(field, words)
        field.flush()
    assert desk.texts("Quality") == ["Final inspection"]
    assert desk.steps() == ["add-responsibility"]
    desk.bridge.undo()
    assert desk.texts("Quality") == shown(desk) == []


def test_enter_in_the_empty_field_adds_nothing(desk):
    desk.panel.focus_responsibilities()
    QTest.keyClick(desk.rows.new_row.text, Qt.Key.Key_Return)
    assert desk.texts() == FIVE


def test_a_text_is_changed_in_place_as_one_step(desk):
    field = desk.rows.rows[1].text
    field.setFocus()
    field.selectAll()
    for words in ("Patch", " everything"):
        QTest.keyClicks(field, words)
        field.flush()
    assert desk.texts()[1] == "Patch everything"
    assert desk.steps() == ["change-responsibility"]


def test_the_sixth_is_added_with_a_gentle_word(desk):
    section = desk.page.responsibilities
    assert not section.warning.isVisible()
    write(desk, "Phones")
    assert desk.texts() == [*FIVE, "Phones"]
    assert section.warning.text() == "Six: think of splitting the seat."
    assert section.warning.isVisible()
    desk.bridge.undo()
    assert not section.warning.isVisible()


@pytest.mark.parametrize(("at", "key", "order"), [
    (1, Qt.Key.Key_Up, [1, 0, 2, 3, 4]),
    (1, Qt.Key.Key_Down, [0, 2, 1, 3, 4]),
    (0, Qt.Key.Key_Up, [0, 1, 2, 3, 4]),
    (4, Qt.Key.Key_Down, [0, 1, 2, 3, 4]),
])  # fmt: skip
def test_alt_with_the_arrows_reorders_and_keeps_the_keyboard(desk, at, key, order):
    row = desk.rows.rows[at]
    row.text.setFocus()
    QTest.keyClick(row.text, key, ALT)
    assert desk.texts() == shown(desk) == [FIVE[place] for place in order]
    assert row.text.hasFocus()


def test_dragging_the_grip_reorders_with_a_line_at_the_place(desk):
    rows = desk.rows.rows
    drag(rows[0], rows[2], drop=False)
    line = desk.rows._drag.line
    assert line.isVisible()
    assert line.y() > rows[2].geometry().bottom()
    y = rows[0].grip.mapFromGlobal(rows[2].mapToGlobal(QPoint(0, rows[2].height() - 2))).y()
    QTest.mouseRelease(rows[0].grip, Qt.MouseButton.LeftButton, pos=QPoint(4, y))
    assert desk.texts() == ["Patches", "Backups", "Help desk", "Roadmap", "Quarterly review"]
    assert not line.isVisible()
    assert desk.steps() == ["move-responsibility"]


def test_esc_puts_a_dragged_row_back(desk):
    rows = desk.rows.rows
    drag(rows[0], rows[3], drop=False)
    QTest.keyClick(rows[0].grip, Qt.Key.Key_Escape)
    QTest.mouseRelease(rows[0].grip, Qt.MouseButton.LeftButton)
    assert desk.texts() == FIVE


def test_a_click_on_the_grip_moves_nothing(desk):
    QTest.mouseClick(desk.rows.rows[2].grip, Qt.MouseButton.LeftButton)
    assert desk.steps() == []


def test_deleting_by_key_goes_to_the_one_before(desk):
    row = desk.rows.rows[2]
    row.text.setFocus()
    QTest.keyClick(row.text, Qt.Key.Key_Delete, CTRL_SHIFT)
    assert desk.texts() == shown(desk) == [*FIVE[:2], *FIVE[3:]]
    assert desk.rows.rows[1].text.hasFocus()


def test_del_on_the_menu_button_and_in_the_menu_deletes(desk):
    desk.rows.rows[0].tags.setFocus()
    QTest.keyClick(desk.rows.rows[0].tags, Qt.Key.Key_Delete)
    choose(desk.rows.rows[0], "Delete")
    assert desk.texts() == FIVE[2:]


def test_an_emptied_one_goes_when_it_is_left_and_undo_brings_its_words_back(desk):
    row = desk.rows.rows[3]
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClick(row.text, Qt.Key.Key_Backspace)
    row.text.flush()
    assert desk.texts()[3] == ""
    desk.panel.header.title.setFocus()
    assert desk.texts() == [*FIVE[:3], FIVE[4]]
    desk.bridge.undo()
    assert desk.texts() == shown(desk) == FIVE


def test_a_pasted_list_becomes_responsibilities_in_one_step(desk):
    desk.select("Quality")
    QGuiApplication.clipboard().setText("1. Final inspection\n- Corrective actions\n\n* Audits\r\n")
    desk.panel.focus_responsibilities()
    desk.rows.new_row.text.paste()
    assert desk.texts("Quality") == ["Final inspection", "Corrective actions", "Audits"]
    assert len(desk.steps()) == 1
    desk.bridge.undo()
    assert desk.texts("Quality") == shown(desk) == []


def test_a_list_pasted_between_stands_after_that_row(desk):
    row = desk.rows.rows[0]
    row.text.setFocus()
    row.text.moveCursor(row.text.textCursor().MoveOperation.End)
    QGuiApplication.clipboard().setText("first\nPhones")
    row.text.paste()
    assert desk.texts()[:3] == ["Help desk first", "Phones", "Patches"]


def test_lines_lose_bullets_and_numbers_but_no_words():
    pasted = "\u2022 Help\n12) Patch\n- \n3.5 hours a week\n\tBackups  that\trestore\n-1 error"
    assert lines_of(pasted) == [
        "Help",
        "Patch",
        "3.5 hours a week",
        "Backups that restore",
        "-1 error",
    ]
    assert lines_of("A. Help\n\nB. Patch") == ["Help", "Patch"]


def test_level_part_and_flags_are_chosen_in_the_menu_and_shown_as_chips(desk):
    row = desk.rows.rows[0]
    for words in ("Managed", "Shared", "About protection", "Not in the contract"):
        choose(row, words)
    record = desk.client.get(Responsibility, "Help desk")
    assert (record.level, record.part) == ("managed", "shared")
    assert record.protects
    assert record.excluded
    assert [text for text, _role in row.tags.tags] == [
        "Managed",
        "Shared",
        "Protects",
        "Not in contract",
    ]
    assert "Managed, Shared" in row.tags.accessibleName()
    for words in ("No level", "Accountable", "About protection", "Not in the contract"):
        choose(row, words)
    assert row.tags.tags == ()


def test_a_template_fills_an_empty_seat_in_one_step(desk):
    desk.select("Quality")
    section = desk.page.responsibilities
    assert section.fill.isVisible()
    section.fill.setFocus()
    listed = section.fill.open_list()
    QTest.keyClicks(listed.search, "managed it")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert section.list.new_row.text.hasFocus()  # not in the seat's purpose, the next field
    assert len(desk.texts("Quality")) == 5
    assert len(desk.metrics("Quality")) == 5
    assert not section.fill.isVisible()
    assert desk.steps() == ["fill-seat"]
    desk.bridge.undo()
    assert desk.texts("Quality") == desk.metrics("Quality") == []


def test_single_lines_come_from_the_bank_with_their_level(desk):
    desk.select("Quality")
    listed = desk.page.responsibilities.from_bank.open_list()
    QTest.keyClicks(listed.search, "be able to recover")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    (record,) = desk.client.responsibilities(desk.bridge.selection)
    assert (record.level, record.protects) == ("managed", True)


def test_a_row_deleted_elsewhere_goes_and_the_others_stay_the_same_widgets(desk):
    kept = [r for r in desk.rows.rows if r.key != "Backups"]
    desk.bridge.do(remove_responsibility(ResponsibilityId("Backups")))
    assert list(desk.rows.rows) == kept


def test_a_seat_with_hundreds_of_lines_shows_the_first_ones_until_asked(desk):
    desk.select("Quality")
    QGuiApplication.clipboard().setText("\n".join(f"Line {n}" for n in range(60)))
    desk.panel.focus_responsibilities()
    desk.rows.new_row.text.paste()
    assert len(desk.rows.rows) == 20
    assert desk.rows._more.caption == "Show all 60"
    settle()
    QTest.mouseClick(desk.rows._more, Qt.MouseButton.LeftButton)
    assert len(desk.rows.rows) == 60


def test_tab_walks_from_a_text_to_its_menu_to_the_next_text(desk):
    rows = desk.rows.rows
    rows[0].text.setFocus()
    QTest.keyClick(rows[0].text, Qt.Key.Key_Tab)
    assert rows[0].tags.hasFocus()
    QTest.keyClick(rows[0].tags, Qt.Key.Key_Tab)
    assert rows[1].text.hasFocus()


def test_a_row_dropped_where_it_stood_is_no_step(desk):
    drag(desk.rows.rows[1], desk.rows.rows[1])
    assert desk.texts() == FIVE
    assert desk.steps() == []


def test_signs_of_every_usual_list_are_stripped():
    signs = ("\u2013", "\u2014", "\u2610", "\u2713", "\u25aa", "a)", "(2)", "(b)", "[ ]", "- [x]")
    pasted = "\n".join(f"{sign} Help at once" for sign in signs)
    assert lines_of(pasted) == ["Help at once"] * len(signs)
    kept = ["A plan", "24x7 watch", "e-mail safety", "(internal) wiki", "I. and O. budget", "2FA"]
    assert lines_of("\n".join(kept)) == kept


def paste(row, text):
    QGuiApplication.clipboard().setText(text)
    row.text.setFocus()
    row.text.moveCursor(row.text.textCursor().MoveOperation.End)
    row.text.paste()


def test_a_list_pasted_behind_words_is_one_step_too(desk):
    paste(desk.rows.rows[0], "- first\n- Phones")
    assert desk.texts()[:3] == shown(desk)[:3] == ["Help desk first", "Phones", "Patches"]
    desk.panel.header.title.setFocus()
    assert desk.steps() == ["add-responsibilities"]
    desk.bridge.undo()
    assert desk.texts() == shown(desk) == FIVE


def test_a_list_pasted_behind_words_of_a_new_row_keeps_its_order(desk):
    desk.select("Quality")
    desk.panel.focus_responsibilities()
    QTest.keyClicks(desk.rows.new_row.text, "Final")
    paste(desk.rows.new_row, "inspection\nAudits")
    desk.panel.header.title.setFocus()
    assert desk.texts("Quality") == shown(desk) == ["Final inspection", "Audits"]
    assert desk.steps() == ["add-responsibilities"]


def test_more_than_five_pasted_are_all_taken_with_a_gentle_warning(desk):
    desk.select("Quality")
    paste(desk.rows.new_row, "\n".join(f"{n}. Line {n}" for n in range(1, 9)))
    assert desk.texts("Quality") == [f"Line {n}" for n in range(1, 9)]
    assert desk.page.responsibilities.warning.text() == "8: think of splitting the seat."
    assert desk.page.responsibilities.warning.isVisible()
    desk.bridge.undo()
    assert desk.texts("Quality") == []
    assert not desk.page.responsibilities.warning.isVisible()
