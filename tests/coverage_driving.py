"""The coverage page as a user has it: where the keyboard is, its menus, what it says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from driving import settle
from mspseat_desktop.domain.coverage import cover_of
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId


def board(program):
    return program.view.coverage.board


def at(program, code, title=None):
    """Put the keyboard on a function and a seat."""
    board(program).table.go_to(FunctionId(code), SeatId(title) if title else None)


def part(program, code, title):
    cover = cover_of(program.client, FunctionId(code), SeatId(title))
    return cover.part if cover else None


def said(program):
    """What a screen reader finds in the table: the names of its cells and of its headings."""
    table = QAccessible.queryAccessibleInterface(board(program).table)
    children = [table.child(number) for number in range(table.childCount())]
    return {child.text(QAccessible.Text.Name): child for child in children}


def shown_rows(program):
    return [line.function.name for line in board(program).table.map.grid.lines]


def choose(words):
    """Choose the entry of the open menu that begins with these words."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry(menu, words).trigger()
    menu.close()
    settle(2)


def entry(menu, words):
    found = [a for a in menu.actions() if a.text().split("\t")[0].startswith(words)]
    assert len(found) == 1, [a.text() for a in menu.actions()]
    return found[0]


def click(program, code, title):
    table = board(program).table
    place = table.map.place(FunctionId(code), SeatId(title) if title else None)
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        table.visualRect(place).center(),
    )
    settle(2)
