"""Measures the real main window on one client; prints one JSON line per figure.

python tests/benchmarks/one_size.py SEATS FILE HOME
"""

from __future__ import annotations

import gc
import random
import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from figures import tell
from hands import (
    CONTROL,
    carry,
    milliseconds,
    press,
    release,
    rest,
    settle,
    turn,
    write,
)
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from mspseat_desktop import app
from mspseat_desktop.domain.edits.chart import move_seat, rename_seat
from mspseat_desktop.ui.chart.gliding import GLIDE_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.main_window import MainWindow

TIMES = 60
FRAME_MS = 16
"""From one frame of a glide to the next."""
PAN_FRAMES = 400
PAN_PIXELS = 12
SWEEPS = 3
NOTCHES = 60
WORDS = ("finance", "patch protect", "herrera", "tomás", "quality north", "xylophone")


class Measured:
    """A main window with a client of so many seats."""

    def __init__(self, seats: int, file: Path, home: Path) -> None:
        self.seats, self.file = seats, file
        self.application = app.make_application()
        self.window: MainWindow = app.make_window(self.application, app.make_desk(home))
        self.window.desk.settings.set_flag("less-motion", value=True)
        self.window.resize(1600, 900)
        self.window.show()
        settle()
        self.chance = random.Random(7)  # noqa: S311 - the same seats each time, nothing secret

    @property
    def chart(self) -> ChartView:
        view = self.window.view
        assert view is not None
        return view.chart

    def tell(self, figure: str, values: list[float]) -> None:
        tell(figure, values, seats=self.seats)

    def open(self, file: Path) -> None:
        self.window.files.open_path(file)
        settle()
        settle(self.chart)

    def close(self) -> None:
        self.window.keeping.close_client(then=lambda: None)
        while self.window.open_client is not None:
            settle()
        # What the program's own loop does by itself: the view of the client is gone then.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def families(self) -> Iterator[tuple[SeatId, SeatId]]:
        """Yield, again and again, a seat and the sibling right of it."""
        bridge = self.window.open_client.bridge
        seats = list(bridge.client.chart())
        while True:
            client = bridge.client  # what was dropped before has moved since
            reports = client.children(self.chance.choice(seats))
            if len(reports) >= 2:
                at = self.chance.randrange(len(reports) - 1)
                yield reports[at], reports[at + 1]

    def middle(self, seat: SeatId) -> QPoint:
        return self.chart.card_rect(seat).center()


def measure_opening(measured: Measured, *, empty: Path) -> None:
    """Open a file that the program wrote last; what is read after it is shown is timed too."""
    measured.tell("structure_read_ms", [_read_structure(measured.file) for _ in range(5)])
    nothing = []
    for _ in range(3):
        nothing.append(milliseconds(lambda: measured.open(empty)))
        measured.close()
    measured.tell("empty_first_show_ms", nothing)
    _write_it_here(measured)
    painted, searchable, longest = [], [], []
    for turn_ in range(3 if measured.seats <= 10_000 else 1):
        if turn_:
            measured.close()
        painted.append(milliseconds(lambda: measured.open(measured.file)))
        frames: list[float] = []
        finder = measured.window.view.finding.finder
        while not finder._texts.is_whole:
            frames.append(milliseconds(QApplication.processEvents))
        searchable.append(painted[-1] + sum(frames))
        longest.append(max(frames, default=0.0))
    measured.tell("open_to_painted_ms", painted)
    measured.tell("open_to_searchable_ms", searchable)
    measured.tell("longest_frame_after_opening_ms", longest)
    measured.window.open_client.bridge.hide_ratings(hidden=False)
    settle(measured.chart)
    gc.collect()
    gc.freeze()


def _read_structure(file: Path) -> float:
    """Return how long it takes to read which seats there are and where they hang."""
    with closing(sqlite3.connect(file)) as db:
        select = "SELECT id, parent, position FROM seat"
        return milliseconds(lambda: db.execute(select).fetchall())


def _write_it_here(measured: Measured) -> None:
    measured.open(measured.file)
    bridge = measured.window.open_client.bridge
    seat = bridge.client.children(None)[0]
    bridge.do(rename_seat(seat, bridge.client.seat(seat).title + " "))
    measured.close()


def measure_reparenting(measured: Measured) -> None:
    """Drop branch after branch; the first drop, which enables undo, is not counted."""
    chart, spent = measured.chart, []
    chart.zoom_100()
    room = chart.rect().adjusted(60, 60, -60, -60)
    for seat, target in measured.families():
        chart.center_on(target)
        settle(chart)
        at = measured.middle(target)
        if not room.contains(measured.middle(seat)):
            continue
        carry(chart, measured.middle(seat), at)
        rest(chart)

        def drop(letting_go: QEvent) -> None:
            QApplication.sendEvent(chart, letting_go)
            settle(chart)

        before = measured.window.open_client.bridge.undo_step()
        letting_go = release(chart, at)
        spent.append(milliseconds(partial(drop, letting_go)))
        assert measured.window.open_client.bridge.undo_step() is not before
        if len(spent) > TIMES:
            break
    measured.tell("reparent_ms", spent[1:])


def measure_gliding(measured: Measured) -> None:
    """Let the chart glide after drop after drop, and paint each frame of it."""
    chart, spent = measured.chart, []
    chart.gliding.is_wanted = True
    for (seat, target), _turn in zip(measured.families(), range(TIMES), strict=False):
        chart.center_on(target)
        settle(chart)
        measured.window.open_client.bridge.do(move_seat(seat, parent=target))
        clock = chart.gliding._clock
        clock.pause()
        for now in range(0, GLIDE_MS, FRAME_MS):
            clock.setCurrentTime(now)
            spent.append(milliseconds(settle))
        chart.gliding.end()
        settle(chart)
    chart.gliding.is_wanted = False
    measured.tell("motion_frame_ms", spent)


def measure_renaming(measured: Measured) -> None:
    chart, spent = measured.chart, []
    for (seat, _sibling), _turn in zip(measured.families(), range(TIMES), strict=False):
        chart.center_on(seat)
        chart.setFocus()
        measured.window.open_client.bridge.select(seat)
        settle(chart)
        press(chart, Qt.Key.Key_F2)
        field = chart.renaming.field
        assert field is not None
        write(field, "Renamed")
        settle(chart)

        def enter(field=field) -> None:
            press(field, Qt.Key.Key_Return)
            settle(chart)

        spent.append(milliseconds(enter))
        assert chart.scene.client.seat(seat).title == "Renamed"
    measured.tell("rename_ms", spent)


def measure_panning(measured: Measured) -> None:
    """Slide steadily to the right along the widest row, over ground that was never in view."""
    chart = measured.chart
    measured.window.open_client.bridge.select(None)
    left, _top, right, bottom = chart.scene.bounds()
    frames = min(PAN_FRAMES, int((right - left - chart.width()) / PAN_PIXELS) - 2)
    chart.sight.camera.put(left, bottom, 0, chart.height() - 60)
    chart.sight.refresh()
    settle(chart)
    chart.frame.cache.clear()
    chart.update()
    settle(chart)

    def frame(slide: QEvent) -> None:
        QApplication.sendEvent(chart, slide)
        settle()

    slides = [turn(chart, pixels=QPoint(-PAN_PIXELS, 0)) for _ in range(max(1, frames))]
    measured.tell("pan_frame_ms", [milliseconds(partial(frame, slide)) for slide in slides])


def measure_zooming(measured: Measured) -> None:
    chart, worst, sharp = measured.chart, [], []
    bounds = chart.scene.bounds()
    for _ in range(SWEEPS):
        chart.zoom_100()
        chart.center_on(next(measured.families())[0])
        chart.frame.cache.clear()
        settle(chart)
        smallest = chart.sight.camera.fitting_zoom(bounds)
        frames = []
        for notch in (-1, 1):
            for _step in range(NOTCHES):
                zoom = chart.sight.camera.zoom
                if (notch < 0 and zoom <= smallest * 1.01) or (notch > 0 and zoom >= 2):
                    break
                frames.append(milliseconds(lambda notch=notch: _zoom(chart, notch)))
        worst.append(max(frames))
        chart.sight.zoom_to(0.62)
        chart.frame.cache.clear()
        settle(chart)
        sharp.append(milliseconds(lambda: _zoom(chart, 1, until_sharp=True)))
    measured.tell("zoom_worst_ms", worst)
    measured.tell("zoom_sharp_ms", sharp)


def _zoom(chart: ChartView, notch: int, *, until_sharp: bool = False) -> None:
    QApplication.sendEvent(chart, turn(chart, pixels=QPoint(), notches=notch, modifier=CONTROL))
    settle(chart if until_sharp else None)


def measure_whole(measured: Measured) -> None:
    chart = measured.chart
    chart.setFocus()
    press(chart, Qt.Key.Key_1, CONTROL)
    settle(chart)

    def repaint() -> None:
        chart.update()
        settle(chart)

    measured.tell("fit_repaint_ms", [milliseconds(repaint) for _ in range(20)])


def measure_finding(measured: Measured) -> None:
    """Type words over the chart; each letter counts until it is painted what it found."""
    chart, finding = measured.chart, measured.window.view.finding
    chart.zoom_100()
    finding.finder.finish()
    finding.begin()
    settle(chart)
    spent = []
    for word in WORDS:
        spent += [milliseconds(partial(_type, finding.bar.field, sign)) for sign in word]
        finding.bar.field.clear()
        settle(chart)
    finding.end()
    settle(chart)
    measured.tell("find_ms", spent)


def _type(field: QWidget, sign: str) -> None:
    write(field, sign)
    settle()


def main() -> None:
    """Measure everything on one client."""
    seats, file, home = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    measured = Measured(seats, file, home)
    measure_opening(measured, empty=file.with_name("empty.mspseat"))
    measure_reparenting(measured)
    measure_gliding(measured)
    measure_renaming(measured)
    measure_panning(measured)
    measure_zooming(measured)
    measure_whole(measured)
    measure_finding(measured)
    measured.close()
    measured.window.close()
    settle()


if __name__ == "__main__":
    main()
