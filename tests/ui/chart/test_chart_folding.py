"""Folding branches of the chart: a way of looking, never an edit."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat, rename_seat
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.ui.chart.accessible import install_accessibility
from mspseat_desktop.ui.chart.neighbours import neighbour, shift_of
from mspseat_desktop.ui.chart.scene import ChartScene


def drawn(desk):
    return {seat for seat in desk.client.chart() if seat in desk.chart.scene}


@pytest.fixture
def folding(desk):
    return desk.chart.folding


def test_space_folds_the_selected_seat_and_unfolds_it(desk):
    desk.bridge.select("operations")
    desk.press(Qt.Key.Key_Space)
    assert drawn(desk) == {"lead", "finance", "operations", "sales", "payroll"}
    assert desk.chart.scene.hidden_below("operations") == 2
    assert desk.bridge.undo_step() is None
    desk.press(Qt.Key.Key_Space)
    assert drawn(desk) == set(desk.client.chart())


def test_a_slash_folds_and_unfolds_as_space_does(desk):
    desk.bridge.select("operations")
    desk.press(Qt.Key.Key_Slash)
    assert desk.chart.scene.hidden_below("operations") == 2
    QTest.keyClick(desk.chart, "/", Qt.KeyboardModifier.ShiftModifier)
    assert drawn(desk) == set(desk.client.chart())


def test_a_click_on_the_sign_of_a_folded_seat_opens_it_and_a_drag_takes_it_along(desk, folding):
    folding.fold(["operations"], folded=True)
    foot = desk.chart.card_rect("operations")
    beside, sign = (
        QPoint(foot.right() + 4, foot.bottom() + 4),
        QPoint(foot.center().x(), foot.bottom()),
    )
    desk.click(beside)
    assert folding.folded == {"operations"}
    desk.click(sign + QPoint(0, 4))
    assert not folding.folded
    assert desk.bridge.selection == "operations"
    folding.fold(["operations"], folded=True)
    foot = desk.chart.card_rect("operations")
    desk.drag(QPoint(foot.center().x(), foot.bottom() + 3), desk.point("sales"))
    assert desk.client.seat("operations").parent == "sales"
    assert folding.folded == {"operations"}


def test_space_does_nothing_while_a_branch_is_in_hand(desk):
    desk.bridge.select("operations")
    desk.drag(desk.point("operations"), desk.point("sales"), drop=False)
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Escape)
    assert drawn(desk) == set(desk.client.chart())
    QTest.mouseRelease(desk.chart, Qt.MouseButton.LeftButton)


def test_a_seat_without_reports_does_not_fold(desk, folding):
    desk.bridge.select("sales")
    desk.press(Qt.Key.Key_Space)
    assert not folding.folded


def test_the_folded_seat_stays_where_it_is_on_the_screen(desk, folding):
    desk.bridge.select("finance")
    before = desk.point("finance")
    folding.turn("finance")
    folding.turn("operations")
    after = desk.point("finance")
    assert abs(after.x() - before.x()) <= 1
    assert abs(after.y() - before.y()) <= 1


def test_a_selected_seat_that_is_folded_away_gives_way_and_one_gone_to_is_unfolded(desk, folding):
    desk.bridge.select("plant")
    folding.turn("lead")
    assert desk.bridge.selection == "lead"
    assert drawn(desk) == {"lead"}
    desk.bridge.select("quality")
    assert "quality" in drawn(desk)
    assert not folding.folded


def test_levels_are_shown_at_once(desk, folding):
    folding.show_levels(2)
    assert drawn(desk) == {"lead", "finance", "operations", "sales"}
    folding.show_levels(1)
    assert drawn(desk) == {"lead"}
    folding.show_levels(None)
    assert drawn(desk) == set(desk.client.chart())


def shown_by_rule(desk, folding):
    client = desk.client
    return {s for s in client.chart() if folding.folded.isdisjoint(client.seats_above(s))}


@pytest.mark.parametrize(
    "edit",
    [
        rename_seat("plant", "Shop floor"),
        move_seat("payroll", parent="operations"),
        move_seat("plant", parent="sales"),
        move_seat("operations", parent="finance"),
        move_seat("sales", parent="operations"),
        add_seat("new", parent="operations", title="New"),
        add_seat("new", parent="plant", title="New"),
        delete_seat("operations", reports="lift", on="2026-10-14"),
        delete_seat("operations", reports="delete", on="2026-10-14"),
        delete_seat("plant", reports="lift", on="2026-10-14"),
        delete_seat("lead", reports="lift", on="2026-10-14"),
    ],
    ids=lambda edit: f"{edit.name} {edit.params}",
)
def test_edits_and_undo_where_seats_are_folded(desk, folding, edit):
    folding.turn("operations")
    folding.turn("finance")
    before = drawn(desk)
    assert desk.bridge.do(edit)
    assert drawn(desk) == shown_by_rule(desk, folding)
    desk.bridge.undo()
    assert drawn(desk) == shown_by_rule(desk, folding) == before
    desk.bridge.redo()
    assert drawn(desk) == shown_by_rule(desk, folding)
    folding.show_levels(None)
    assert drawn(desk) == set(desk.client.chart())


def test_a_new_report_of_a_folded_seat_is_to_be_seen(desk, folding):
    desk.bridge.select("operations")
    folding.turn("operations")
    desk.press(Qt.Key.Key_Tab)
    desk.type_title("Lab")
    assert len(drawn(desk)) == 8
    assert not folding.folded


def test_the_card_says_how_many_it_hides(desk, folding):
    desk.chart.paint_sharp()
    card = desk.chart.card_rect("operations").adjusted(40, 20, -40, 12)
    before = desk.chart.grab(card).toImage()
    desk.bridge.select("operations")
    desk.bridge.select(None)
    folding.turn("operations")
    desk.chart.paint_sharp()
    moved = desk.chart.card_rect("operations").adjusted(40, 20, -40, 12)
    assert before != desk.chart.grab(moved).toImage()


def test_a_screen_reader_hears_that_it_is_folded(desk, folding):
    install_accessibility()
    tree = QAccessible.queryAccessibleInterface(desk.chart)
    operations = tree.child(0).child(1)
    assert operations.state().expanded
    assert operations.childCount() == 2
    folding.turn("operations")
    assert operations.state().collapsed
    assert operations.childCount() == 0


def test_cards_that_grew_while_they_were_folded_away_have_their_height(desk, folding):
    folding.turn("operations")
    texts = ["Keep the line running", "Ship on time", "Keep the floor safe"]
    for number, text in enumerate(texts):
        desk.bridge.do(add_responsibility(f"r{number}", "plant", text))
    folding.turn("operations")
    fresh = ChartScene(desk.client, rated=desk.chart.scene.rated)
    assert desk.chart.scene.tree.rect("plant") == fresh.tree.rect("plant")
    folding.turn("operations")
    desk.bridge.hide_ratings(hidden=not desk.bridge.ratings_hidden)
    folding.turn("operations")
    fresh = ChartScene(desk.client, rated=desk.chart.scene.rated)
    assert desk.chart.scene.tree.rect("plant") == fresh.tree.rect("plant")


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Qt.Key.Key_Down, "operations"),
        (Qt.Key.Key_Up, "lead"),
        (Qt.Key.Key_Left, "finance"),
        (Qt.Key.Key_Right, "sales"),
    ],
)
def test_arrow_keys_walk_over_what_is_drawn_only(desk, folding, key, reached):
    desk.bridge.select("operations")
    folding.fold(["operations"], folded=True)
    desk.press(key)
    assert desk.bridge.selection == reached


@pytest.mark.parametrize("direction", ["up", "down", "left", "right"])
def test_from_a_seat_that_is_not_drawn_the_way_leads_to_the_folded_one(desk, folding, direction):
    folding.fold(["operations"], folded=True)
    assert neighbour(desk.client, desk.chart.scene.tree, "plant", direction) == "operations"
    assert shift_of(desk.client, desk.chart.scene.tree, "plant", direction)
