"""The outline of the sample beside its chart, and hands to use it with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from driving import LEFT, PLAIN, Program, settle

if TYPE_CHECKING:
    from mspseat_desktop.ui.outline.panel import Outline
    from mspseat_desktop.ui.outline.tree import OutlineTree


@dataclass
class Listed:
    """The program with its outline on show and the keyboard in it."""

    program: Program

    @property
    def outline(self) -> Outline:
        return self.program.view.outline

    @property
    def tree(self) -> OutlineTree:
        return self.outline.tree

    @property
    def lines(self) -> list[str]:
        """The listed titles, indented as they hang."""
        client, rows = self.program.client, self.tree.rows
        rows.catch_up()
        pairs = zip(rows.seats, rows.depths, strict=True)
        return ["  " * depth + client.seat(seat).title for seat, depth in pairs]

    @property
    def selected(self) -> str | None:
        seat = self.program.bridge.selection
        return self.program.client.seat(seat).title if seat is not None else None

    def press(self, *keys: str) -> None:
        self.program.hand.press(*keys)

    def rect(self, title: str):
        row = self.tree.rows.row_of(self.program.seat(title))
        assert row >= 0, f"{title} is not listed"
        return self.tree.row_rect(row)

    def point(self, title: str, share: float = 0.5, *, x: int | None = None) -> QPoint:
        """A point of a title's row, so far down in it."""
        rect = self.rect(title)
        return QPoint(
            rect.center().x() if x is None else x, rect.top() + int(rect.height() * share)
        )

    def drag(self, title: str, to: QPoint, *, drop: bool = True) -> None:
        start, view = self.point(title), self.tree.viewport()
        QTest.mousePress(view, LEFT, PLAIN, start)
        for step in range(1, 7):
            QTest.mouseMove(view, start + (to - start) * step / 6)
        if drop:
            QTest.mouseRelease(view, LEFT, PLAIN, to)
        settle(2)

    def reports(self, title: str) -> list[str]:
        client = self.program.client
        return [client.seat(s).title for s in client.children(self.program.seat(title))]


@pytest.fixture
def listed(program):
    program.open_sample()
    if program.view.outline.isHidden():
        program.act("outline")
    program.view.outline.take_keyboard()
    settle()
    found = Listed(program)
    assert found.tree.hasFocus()
    return found
