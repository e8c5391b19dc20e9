"""Every code that an edit or a rule uses has words: nobody reads a code in a menu or a notice."""

from __future__ import annotations

import ast
from pathlib import Path

import mspseat_desktop
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.wording.edits import _edit_words, _refusal_words, edit_text, refusal_text

PACKAGE = Path(mspseat_desktop.__file__).parent


def first_texts(*callees):
    """The first argument of each call of these functions, where it is written out."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in callees and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_edit_has_a_name_for_the_undo_menu():
    names = set(first_texts("Edit", "both"))
    assert len(names) > 20
    assert names <= set(_edit_words())


def test_every_refusal_has_a_sentence():
    codes = set(first_texts("Refused"))
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
