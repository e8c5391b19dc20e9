"""The least that a re-parent costs here: its rows and its pixels, without any of the program.

The same statements are committed to a file with the same settings, after the same pause, and a
window as plain as can be copies as many pictures, strokes as many lines and writes as many words.
No rule is checked, nothing is laid out, nobody is told, and nothing could be taken back.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import trees
from figures import tell
from hands import carry, milliseconds, release, settle
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import CURRENT_CHART
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.engine import open_working
from mspseat_desktop.storage.history import _UPSERT
from mspseat_desktop.storage.rows import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent

TIMES = 60
SEATS = 10_000
PAUSE = 0.12
CARDS = [(x, y) for y in range(40, 800, 170) for x in range(20, 1200, 250)]
"""As many cards as the chart shows at life size in a window of 1600 x 900."""
FAMILIES = 5


class Canvas(QWidget):
    """Copies cards and strokes lines; calls the next edit when the button is let go."""

    def __init__(self, edits: Iterator[Callable[[], None]]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._edits = edits
        self._card = QPixmap(236, 150)
        self._card.fill(QColor("#ffffff"))
        self._shift = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's own name
        """Take the button."""
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - same
        """Write the rows and paint anew."""
        next(self._edits)()
        self._shift = 10 - self._shift
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - same
        """Paint ground, cards, lines and one ring."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#f5f7fa"))
        for x, y in CARDS:
            painter.drawPixmap(x + self._shift, y, self._card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#c6ced8"), 1.5))
        for family in range(FAMILIES):
            y = 20.5 + 170 * family
            path = QPainterPath()
            path.moveTo(600.5 + self._shift, y - 20)
            path.lineTo(600.5 + self._shift, y)
            for x in range(130, 1200, 250):
                path.moveTo(600.5, y)
                path.lineTo(x, y)
                path.lineTo(x + 0.5, y + 20)
            painter.drawPath(path)
        painter.drawRoundedRect(QRect(20, 40, 240, 154), 8, 8)


class Words(QWidget):
    """Two words on a ground of its own, as a panel's line that changes."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - same
        """Write them."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("#ffffff"))
        painter.drawText(QPoint(10, 20), "Reports to")
        painter.drawText(QPoint(90, 20), "Technology")


def _edits(file: Path) -> Iterator[Callable[[], None]]:
    """Yield what writes one edit durably, each with rows of its own."""
    seats = [r for r in trees.records(SEATS) if isinstance(r, Seat)]
    with closing(ClientFile.create(file, trees.records(SEATS))):
        pass
    at, db = table(Seat), open_working(file)
    run = db.conn.execute
    for number, seat in enumerate(seats[5:], start=1):
        row = [CURRENT_CHART, *at.row(replace(seat, parent=seats[number % 4].id))]
        text = str(at.row(seat)) * 2
        step = (number, "move-seat", "{}", text, "2026-01-01T00:00:00", "", 0, 0, CURRENT_CHART)

        def write(row=row, step=step, number=number) -> None:
            run("BEGIN IMMEDIATE")
            run(at.upsert, row)
            run(_UPSERT, step)
            run("UPDATE meta SET value = ? WHERE key = 'edits'", (str(number),))
            run("COMMIT")

        yield write
    db.close()


def measure(folder: Path) -> list[float]:
    """Return how long it takes from the release of the button until all of it is done."""
    _application = QApplication.instance() or QApplication([])
    edits = _edits(folder / "bare.mspseat")
    window = QMainWindow()
    canvas, words = Canvas(edits), Words()
    window.setCentralWidget(canvas)
    dock = QDockWidget()
    dock.setWidget(words)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.resize(1600, 900)
    window.show()
    settle()
    spent = []
    for _ in range(TIMES):
        carry(canvas, QPoint(100, 100), QPoint(400, 300))
        until = time.perf_counter() + PAUSE
        while time.perf_counter() < until:
            settle()
        letting_go = release(canvas, QPoint(400, 300))

        def drop(letting_go: QEvent = letting_go) -> None:
            QApplication.sendEvent(canvas, letting_go)
            words.update()
            settle()

        spent.append(milliseconds(drop))
    window.close()
    return spent[1:]


def main() -> None:
    """Print it."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("MSPSEAT_HOME")) as folder:
        tell("bare_reparent_ms", measure(Path(folder)), seats=SEATS)


if __name__ == "__main__":
    sys.exit(main())
