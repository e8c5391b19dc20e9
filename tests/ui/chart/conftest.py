"""A real chart on a real client file, and hands to use it with."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.chart.view import ChartView
from mspseat_desktop.ui.widgets import PendingFields

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """A shown chart with the bridge that it edits through."""

    chart: ChartView
    bridge: Bridge

    @property
    def client(self) -> Client:
        return self.bridge.client

    def titles(self, parent: str | None = None) -> list[str]:
        return [self.client.seat(s).title for s in self.client.children(parent)]

    def point(self, seat: str, dx: int = 0) -> QPoint:
        """Return the middle of a seat's card on the canvas, so many pixels to the right."""
        left, top, right, bottom = self.chart.scene.tree.rect(SeatId(seat))
        x, y = self.chart.sight.camera.to_canvas((left + right) / 2, (top + bottom) / 2)
        return QPoint(round(x) + dx, round(y))

    def empty_point(self) -> QPoint:
        return QPoint(self.chart.width() - 40, self.chart.height() - 40)

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.chart, LEFT, PLAIN, at)

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        QTest.mousePress(self.chart, LEFT, PLAIN, start)
        for step in range(1, 9):
            QTest.mouseMove(self.chart, start + (end - start) * step / 8)
        if drop:
            QTest.mouseRelease(self.chart, LEFT, PLAIN, end)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.chart, key, modifier)

    def type_title(self, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        field = self.chart.renaming.field
        assert field is not None
        QTest.keyClicks(field, text)
        if end is not None:
            QTest.keyClick(field, end)


def seats(*rows: tuple[str, str | None]) -> list[object]:
    """Return a client of seats given as (id, parent); the title is the id with a capital."""
    orders = itertools.count(1)
    return [
        Profile(name="Lakeside"),
        *(
            Seat(SeatId(i), SeatId(p) if p else None, next(orders) << 20, i.title())
            for i, p in rows
        ),
    ]


SMALL = (
    ("lead", None),
    ("finance", "lead"),
    ("operations", "lead"),
    ("sales", "lead"),
    ("payroll", "finance"),
    ("plant", "operations"),
    ("quality", "operations"),
)


@pytest.fixture
def open_chart(qtbot, theme, tmp_path):
    """Open a chart of the records in a window of its own."""
    files = []

    def open_it(records, *, width=1200, height=800) -> Desk:
        file = ClientFile.create(tmp_path / f"{len(files)}.mspseat", records)
        files.append(file)
        session = Session(
            file.load().client, file, clock=lambda: datetime(2026, 10, 14, tzinfo=UTC)
        )
        ids = (f"new{number}" for number in itertools.count())
        bridge = Bridge(
            session,
            pending=PendingFields(),
            new_id=lambda: next(ids),
            today=lambda: date(2026, 10, 14),
        )
        chart = ChartView(bridge, theme)
        chart.resize(width, height)
        qtbot.addWidget(chart)
        with qtbot.waitActive(chart):
            chart.show()
            chart.activateWindow()
        chart.setFocus()
        return Desk(chart, bridge)

    yield open_it
    for file in files:
        file.close()


@pytest.fixture
def desk(open_chart):
    """The small chart: a lead with three reports, two of them with reports of their own."""
    return open_chart(seats(*SMALL))
