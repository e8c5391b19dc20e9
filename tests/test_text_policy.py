"""One way for words and one gate for addresses: nothing of a client is ever read as markup or run.

Whoever needs one of these goes through the widget kit, the typesetter or the gate, which know how.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent / "mspseat_desktop"
KIT, GUIDE = "ui/widgets/", "ui/help_"
"""Where labels are made plain, and the guide, whose pages are shipped with the program."""

READS_MARKUP = {
    "QErrorMessage",
    "QInputDialog",
    "QLabel",
    "QMessageBox",
    "QProgressDialog",
    "QTextBrowser",
    "QTextEdit",
    "QWhatsThis",
    "QWizard",
    "QWizardPage",
}
SETS_MARKUP = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown"}
LOOKS_FOR_MARKUP = {"AutoText", "RichText", "MarkdownText"}
RUNS = {
    *("eval", "exec", "compile", "__import__"),
    *("os.system", "os.popen", "os.startfile", "webbrowser.open"),
}
UNSAFE_MODULES = {
    *("marshal", "pickle", "shelve", "yaml", "webbrowser"),
    *("lxml", "xml.dom", "xml.etree", "xml.parsers", "xml.etree.ElementTree", "xml.dom.minidom"),
}
"""What runs what it reads, or lets a few letters grow to gigabytes."""


def dotted(node: ast.expr) -> str:
    """Return a name with what it is an attribute of, as far as that is names only."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def looked_through(tree: ast.Module) -> tuple[set[str], list[ast.Call]]:
    """Return every name, attribute and import of a module, and its calls."""
    names, calls = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Call):
            calls.append(node)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names, calls


@cache
def found_in() -> dict[str, tuple[set[str], list[ast.Call]]]:
    """Return what each module of the program names and calls, by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): looked_through(ast.parse(path.read_bytes()))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@pytest.fixture(scope="module", autouse=True)
def _let_go_of_the_trees() -> Iterator[None]:
    yield
    found_in.cache_clear()


def users_of(names: set[str], *, but: tuple[str, ...] = ()) -> dict[str, set[str]]:
    found = {
        path: names & there for path, (there, _) in found_in().items() if not path.startswith(but)
    }
    return {path: there for path, there in found.items() if there}


def test_only_the_kit_knows_widgets_that_look_for_markup() -> None:
    assert users_of(READS_MARKUP, but=(KIT, GUIDE)) == {}


def test_only_the_guide_and_the_kits_own_frame_are_markup() -> None:
    assert set(users_of(SETS_MARKUP)) == {"ui/help_topics.py"}
    assert users_of(LOOKS_FOR_MARKUP) == {}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the program, with where it stands."""
    for path, (_names, found) in found_in().items():
        for call in found:
            yield f"{path}:{call.lineno}", call


TIPS = {"setToolTip": 0, "showText": 1}
"""Calls that take a tooltip, and where among their arguments."""


def is_safe(words: ast.expr) -> bool:
    """Whether a tooltip is empty, or comes out of the one function that escapes it."""
    if isinstance(words, ast.IfExp):
        return is_safe(words.body) and is_safe(words.orelse)
    if isinstance(words, ast.Constant):
        return words.value == ""
    return isinstance(words, ast.Call) and dotted(words.func) == "tip_text"


def test_every_tooltip_is_escaped() -> None:
    tips = [
        (where, call.args[TIPS[call.func.attr]])
        for where, call in calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in TIPS
    ]
    assert len(tips) > 5
    assert [where for where, words in tips if not is_safe(words)] == []


def test_one_gate_leads_to_other_programs() -> None:
    assert set(users_of({"QDesktopServices", "openUrl"})) == {"ui/files.py"}
    assert set(users_of({"QProcess", "startDetached"})) == set()


def test_the_gate_opens_nothing_but_files() -> None:
    names = {dotted(call.func) for call in found_in()["ui/files.py"][1]}
    assert {name for name in names if name.startswith("QUrl")} == {"QUrl.fromLocalFile"}
    assert "QDesktopServices.openUrl" in names


def test_no_link_opens_by_itself() -> None:
    for where, call in calls():
        if dotted(call.func).rpartition(".")[2] in {"setOpenExternalLinks", "setOpenLinks"}:
            (value,) = call.args
            assert isinstance(value, ast.Constant), where
            assert value.value is False, where


def test_nothing_that_is_read_is_run() -> None:
    assert [where for where, call in calls() if dotted(call.func) in RUNS] == []
    assert users_of(UNSAFE_MODULES) == {}


def test_no_shell_is_ever_asked() -> None:
    assert [
        where for where, call in calls() if "shell" in {word.arg for word in call.keywords}
    ] == []


def test_only_the_typesetter_makes_paragraphs() -> None:
    assert set(users_of({"Paragraph", "XPreformatted"}, but=("reports/text", "reports/lines"))) == (
        set()
    )


def test_only_storage_knows_the_engine() -> None:
    found = users_of({"sqlite3", "sqlcipher3", "sqlite_utils"}, but=("storage/",))
    assert found == {}
