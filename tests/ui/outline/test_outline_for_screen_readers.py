"""The outline is the full view of the chart for screen readers."""

import pytest
from PySide6.QtGui import QAccessible

from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.ui.spoken_tree import ITEM_ROLE

NAME = QAccessible.Text.Name


@pytest.fixture
def tree(listed):
    return QAccessible.queryAccessibleInterface(listed.tree)


def walked(item):
    """Every item with how deep it lies, in order."""
    found = []
    waiting = [(item.child(at), 1) for at in reversed(range(item.childCount()))]
    while waiting:
        each, level = waiting.pop()
        found.append((each, level))
        waiting += [(each.child(at), level + 1) for at in reversed(range(each.childCount()))]
    return found


def row(tree, title):
    return next(item for item, _level in walked(tree) if item.text(NAME).startswith(title))


def test_each_row_is_an_item_with_level_occupant_and_reports(listed, tree):
    assert tree.role() == QAccessible.Role.Tree
    assert tree.text(NAME) == "Outline of seats"
    listed.program.bridge.hide_ratings(hidden=True)
    items = walked(tree)
    assert len(items) == len(listed.lines) == 13
    for (item, level), line in zip(items, listed.lines, strict=True):
        said = item.text(NAME)
        assert item.role() == ITEM_ROLE
        assert said.startswith(line.strip())
        assert f"level {level}" in said
    assert row(tree, "Operations").text(NAME) == "Operations, Tomás Herrera, level 3, 3 reports"
    assert ", Provider, " in row(tree, "Managed IT").text(NAME)


def test_outcomes_are_told_only_while_ratings_are_shown(listed, tree):
    listed.program.bridge.hide_ratings(hidden=True)
    said = " ".join(item.text(NAME) for item, _level in walked(tree)).lower()
    assert not any(word in said for word in ("right", "wrong", "below", "reviewed"))
    listed.program.bridge.hide_ratings(hidden=False)
    said = row(tree, "Managed IT").text(NAME)
    assert "Right provider, wrong seat" in said


def test_states_say_what_is_open_selected_and_at_the_keyboard(listed, tree):
    listed.program.select("Operations")
    operations = row(tree, "Operations")
    state = operations.state()
    assert state.selected
    assert state.focused
    assert state.expandable
    assert state.expanded
    assert not state.collapsed
    listed.press("Left")
    assert operations.state().collapsed
    assert operations.childCount() == 0
    assert not row(tree, "Business Systems").state().expandable
    assert tree.focusChild().text(NAME) == operations.text(NAME)


def test_a_row_knows_its_parent_its_place_and_what_is_under_a_point(listed, tree):
    quality = row(tree, "Quality")
    parent = quality.parent()
    assert parent.text(NAME).startswith("Operations")
    assert parent.indexOfChild(quality) == 1
    assert tree.indexOfChild(row(tree, "Visionary")) == 0
    at = listed.tree.viewport().mapToGlobal(listed.point("Quality"))
    assert quality.rect().contains(at)
    assert tree.childAt(at.x(), at.y()).text(NAME) == quality.text(NAME)


def test_what_a_filter_leaves_out_is_left_out_here_too(listed, tree):
    listed.outline.show_kind("open")
    titles = [item.text(NAME).split(",")[0] for item, _level in walked(tree)]
    assert titles == [line.strip() for line in listed.lines]
    assert len(titles) < 13


def test_a_seat_that_is_gone_is_no_longer_valid(listed, tree):
    quality = row(tree, "Quality")
    listed.program.bridge.do(
        delete_seat(listed.program.seat("Quality"), reports="lift", on="2026-11-23")
    )
    assert not quality.isValid()
    assert quality.text(NAME) == ""
    assert quality.state().invalid
    listed.program.bridge.undo()
    assert quality.isValid()


def test_the_title_that_is_typed_over_is_in_the_tree(listed, tree):
    listed.program.select("Quality")
    listed.press("F2")
    field = tree.child(tree.childCount() - 1)
    assert field.text(NAME) == "Title of the seat"
    assert tree.indexOfChild(field) == tree.childCount() - 1
