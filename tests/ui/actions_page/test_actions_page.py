"""The page of actions: what it lists, and how each is ticked off, dropped and followed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import settle, words_of
from mspseat_desktop.domain.edits.actions import add_action, mark_action
from mspseat_desktop.domain.planning import action_state
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import ActionId
from mspseat_desktop.ui.actions_page.dropping import DropDialog
from planning_world import DONE, DROPPED, FAR, FIRST, LATE, LOOSE, MSP, SOON, world
from world import ON, chart_of, edited

KEY = Qt.Key


def said(desk, action, column):
    """What a screen reader says of a cell."""
    model = desk.page.table.rows
    index = model.index(model.place_of(action), column)
    return model.data(index, Qt.ItemDataRole.AccessibleTextRole)


def test_open_actions_are_listed_with_overdue_first_and_the_keyboard_on_them(desk):
    assert desk.shown == [LATE, SOON, FAR, LOOSE]
    assert desk.marked == LATE
    assert desk.page.table.hasFocus()
    assert desk.page.count.text() == "4 open · 1 overdue"
    assert said(desk, LATE, 2) == "10 Nov 2026, overdue"
    assert said(desk, LATE, 3) == "MSP, Northbeam"
    assert said(desk, FAR, 0) == "Open, Improvement plan, check 1 of 3, Improvement plan"


@pytest.mark.parametrize(
    ("showing", "expected"),
    [
        ("overdue", [LATE]),
        ("done", [DONE]),
        ("dropped", [DROPPED]),
        ("all", [LATE, SOON, FAR, LOOSE, DROPPED, DONE]),
    ],
)
def test_filters_show_what_they_say(desk, showing, expected):
    desk.choose(showing)
    assert sorted(desk.shown) == sorted(expected)
    assert desk.shown[: len(expected) - 2] == expected[: len(expected) - 2]


def test_typing_in_the_list_searches_owners_seats_and_words(desk):
    desk.type("road")
    assert desk.page.search.hasFocus()
    assert desk.shown == [SOON]
    desk.press(KEY.Key_Escape)
    desk.type("nothing like it")
    assert desk.shown == []
    assert "nothing like it" in desk.page.none.text()
    assert desk.page.foot.isHidden()


def test_the_list_of_one_owner_counts_a_name_once_however_it_is_written(make_desk):
    extra = Action(ActionId("x"), FIRST, what="Ask again", who="  joel ")
    desk = make_desk(edited(world(finished=False), add_action(extra)))
    names = [desk.page.who.itemText(at) for at in range(desk.page.who.count())]
    assert names == ["Everybody", "Joel", "Northbeam"]
    desk.page.who.setCurrentIndex(1)
    assert desk.shown == [SOON, ActionId("x")]


def test_space_ticks_off_marks_the_next_and_undo_brings_it_back(desk):
    desk.press(KEY.Key_Space)
    assert desk.action(LATE).done_on == ON
    assert desk.told == ["Done: Show the restore log"]
    assert (desk.shown, desk.marked) == ([SOON, FAR, LOOSE], SOON)
    assert desk.page.table.hasFocus()
    desk.bridge.undo()
    assert desk.shown == [LATE, SOON, FAR, LOOSE]


def test_space_opens_again_what_is_done_or_dropped(desk):
    desk.choose("dropped")
    desk.page.table.setFocus()
    desk.press(KEY.Key_Space)
    assert action_state(desk.action(DROPPED)) == "open"
    assert desk.told == ["Open again: Buy new servers"]
    assert desk.shown == []
    assert desk.page.search.hasFocus()


def test_del_asks_for_a_reason_and_drops_only_with_one(desk):
    desk.press(KEY.Key_Down, KEY.Key_Delete)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DropDialog)
    assert not dialog.drop.isEnabled()
    desk.type("Settled in the contract.")
    assert dialog.drop.isEnabled()
    desk.press(KEY.Key_Tab)
    dialog.drop.setFocus()
    desk.press(KEY.Key_Return)
    assert desk.action(SOON).dropped_because == "Settled in the contract."
    assert desk.told == ["Dropped: Agree on the roadmap"]
    desk.choose("dropped")
    assert "Settled in the contract." in said(desk, SOON, 0)


def test_esc_in_the_question_drops_nothing(desk):
    desk.press(KEY.Key_Delete, KEY.Key_Escape)
    assert action_state(desk.action(LATE)) == "open"
    assert desk.told == []


def test_enter_leads_to_the_review_and_ctrl_enter_to_the_seat(desk):
    desk.press(KEY.Key_Return)
    assert desk.reviews == [FIRST]
    QTest.keyClick(desk.page.table, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.seats == [MSP]


def test_a_click_on_the_box_ticks_off_and_one_beside_it_only_marks(desk):
    table = desk.page.table
    rect = table.visualRect(table.rows.index(1, 0))
    plain = Qt.KeyboardModifier.NoModifier
    beside = rect.topLeft() + QPoint(120, 20)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, plain, beside)
    assert (desk.marked, desk.told) == (SOON, [])
    on_box = rect.topLeft() + QPoint(16, 16)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, plain, on_box)
    assert desk.action(SOON).done_on == ON


def test_the_answer_that_an_action_is_from_is_told_only_while_ratings_show(desk):
    desk.press(KEY.Key_Down)
    assert "From: Wants it" in said(desk, SOON, 0)
    assert "Would rather not plan." in desk.page.foot.more.text()
    desk.bridge.hide_ratings(hidden=True)
    settle()
    assert "From" not in said(desk, SOON, 0)
    assert "Would rather not" not in desk.page.foot.more.text()
    # That there is an improvement plan says how they stand, in a search too.
    assert said(desk, FAR, 0) == "Open, Talk with Northbeam"
    desk.press(KEY.Key_Down)
    assert desk.page.foot.what.text() == "Talk with Northbeam"
    desk.type("improvement")
    assert desk.shown == []


def test_an_edit_elsewhere_shows_at_once_and_the_mark_stays(desk):
    desk.press(KEY.Key_Down)
    desk.bridge.do(mark_action(LATE, done_on=ON))
    assert (desk.shown, desk.marked) == ([SOON, FAR, LOOSE], SOON)
    desk.page.hide()
    desk.bridge.do(mark_action(FAR, done_on=ON))
    desk.page.show()
    assert (desk.shown, desk.marked) == ([SOON, LOOSE], SOON)


def test_the_menu_of_a_row_offers_what_its_buttons_do(desk):
    menu = desk.page.open_menu(QPoint(0, 0))
    offered = [words_of(a) for a in menu.actions()]
    assert offered == ["Mark as done", "Drop…", "Open the review", "Show the seat"]
    menu.actions()[0].trigger()
    menu.close()
    assert desk.action(LATE).done_on == ON


def test_a_client_without_actions_says_so(make_desk):
    desk = make_desk(chart_of({"CEO": []}))
    assert "No action is open" in desk.page.none.text()
    assert desk.page.search.hasFocus()
    for key in (KEY.Key_Return, KEY.Key_Down):
        desk.press(key)
    desk.page.tick()
    desk.page.drop()
    assert (desk.told, desk.reviews, desk.troubles) == ([], [], [])


def test_long_and_foreign_words_stay_on_the_page_at_the_smallest_size(make_desk):
    client = world(finished=False)
    words = "信息安全 أمن المعلومات " * 400
    client = edited(client, add_action(Action(ActionId("x"), FIRST, what=words, who=words)))
    client = client.with_touch(_renamed(client, words))
    desk = make_desk(client, size=(896, 470))
    desk.page.show_action(ActionId("x"))
    assert desk.marked == "x"
    assert desk.page.minimumSizeHint().width() <= 896
    assert desk.page.minimumSizeHint().height() <= 470
    assert not desk.page.grab().isNull()


def _renamed(client, words):
    from mspseat_desktop.domain.change import Touch

    seat = client.seat(MSP)
    return Touch(seat, replace(seat, title=words))
