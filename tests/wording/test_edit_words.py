"""Every code that an edit or a rule uses has words: nobody reads a code in a menu or a notice."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import mspseat_desktop
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.wording.edits import _edit_words, _refusal_words, edit_text, refusal_text

PACKAGE = Path(mspseat_desktop.__file__).parent


@cache
def trees():
    """Every module of the program, as parsed."""
    return [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]


@pytest.fixture(scope="module", autouse=True)
def _let_go_of_the_trees():
    yield
    trees.cache_clear()


def first_arguments(*callees):
    """The first argument of each call of these functions, with the module that it stands in."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in callees and node.args:
                yield tree, node.args[0]


def texts_of(tree, node):
    """Every text that this can be, also where it is given by a variable or a field of a record."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=one, orelse=other):
            return texts_of(tree, one) | texts_of(tree, other)
        case ast.Name(id=variable):
            return given_as(variable, [tree], ast.Assign)
        case ast.Attribute(attr=field) if field != "name":
            return given_as(field, trees(), ast.keyword)
    return set()


def given_as(name, where, kind):
    """The texts that a variable is set to (Assign), or that an argument is given (keyword)."""
    found = set()
    for tree in where:
        for node in ast.walk(tree):
            if isinstance(node, kind) and name in _targets(node):
                found |= texts_of(tree, node.value)
    return found


def _targets(node):
    if isinstance(node, ast.keyword):
        return [node.arg]
    return [getattr(target, "id", "") for target in node.targets]


def named_by(*callees):
    return set().union(*(texts_of(tree, node) for tree, node in first_arguments(*callees)))


def test_every_edit_has_a_name_for_the_undo_menu():
    names = named_by("Edit", "both")
    assert {"delete-branch", "note-answer", "add-responsibilities"} <= names
    assert names <= set(_edit_words())


@pytest.mark.parametrize("field", ["purpose", "needs", "notes"])
def test_every_text_of_a_seat_has_a_name_for_the_undo_menu(field):
    assert describe_seat(SeatId("seat"), field, "").name in _edit_words()


def test_every_refusal_has_a_sentence():
    codes = named_by("Refused")
    assert len(codes) > 10
    assert codes <= set(_refusal_words())


def test_the_clients_words_stand_in_the_name_of_an_edit_as_they_are():
    assert edit_text("rename-seat", {"seat": "R&D <b>{seat}"}) == "rename to “R&D <b>{seat}”"


def test_a_very_long_title_is_cut_in_the_menu():
    assert len(edit_text("move-seat", {"seat": "x" * 3000})) < 60


def test_a_refusal_says_what_is_wrong_and_what_to_do():
    words = refusal_text(Refused("reports-to-itself", seat="Finance", parent="IT"))
    assert "Finance" in words
    assert "Move" in words
