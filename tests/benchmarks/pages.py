"""Measures the pages and fields of the real main window on a client with years of work in it.

python tests/benchmarks/pages.py SEATS FILE HOME
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import busy
from figures import tell
from hands import milliseconds, press, settle, used_mb, write
from one_size import Measured
from PySide6.QtCore import Qt

from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.metrics.figures_dialog import open_figures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PAGES = ("people", "coverage", "reviews", "reports", "chart")
ROUND_SEATS, ROUNDS = 1_000, 20
VISITS = 10
WORDS = "Keeps the lights on and says so in plain words. "
PAUSE = 0.016
"""Seconds; longer pauses of the collector are counted, since a frame is lost to each."""


class Pauses:
    """Counts the collector's long pauses."""

    def __init__(self) -> None:
        self.long = 0
        self._began = 0.0
        gc.callbacks.append(self._hear)

    def _hear(self, phase: str, _info: object) -> None:
        if phase == "start":
            self._began = time.perf_counter()
        elif time.perf_counter() - self._began > PAUSE:
            self.long += 1


def measure_pages(measured: Measured) -> None:
    """Say how long each page takes to be shown: the first time, and after an edit."""
    view = measured.window.view
    assert view is not None
    actions = measured.window.actions_table
    for page in PAGES:
        spent = []
        for _ in range(VISITS):
            actions["page-reports" if page == "chart" else "page-chart"].trigger()
            settle()
            _edit(measured)
            spent.append(milliseconds(lambda page=page: _show(measured, page)))
        measured.tell(f"page_{page}_first_ms", spent[:1])
        measured.tell(f"page_{page}_ms", spent[1:])


def _edit(measured: Measured) -> None:
    """Rename a seat, so that every page has something to catch up with."""
    bridge = measured.window.open_client.bridge
    seat = next(iter(bridge.client.chart()))
    bridge.do(rename_seat(seat, f"{bridge.client.seat(seat).title} again"))
    settle()


def _show(measured: Measured, page: str) -> None:
    measured.window.actions_table[f"page-{page}"].trigger()
    settle()


def measure_typing(measured: Measured) -> None:
    """Say how long a key takes in fields of the panel, hand-overs included."""
    view = measured.window.view
    assert view is not None
    view.show_page("chart")
    measured.window.open_client.bridge.select(next(iter(measured.families()))[0])
    settle()
    measured.window.actions_table["go-panel"].trigger()
    settle()
    field = measured.application.focusWidget()
    assert field is not None
    spent = []
    for sign in WORDS:
        spent.append(milliseconds(lambda sign=sign: _key(field, sign)))
        _wait(0.02)
    press(field, Qt.Key.Key_Return)
    settle()
    measured.tell("key_in_field_ms", spent)


def measure_figures(measured: Measured) -> None:
    """Say how long the figures of all seats take to be shown, and a figure to be kept."""
    window = measured.window
    assert window.open_client is not None
    bridge = window.open_client.bridge
    opened: list[float] = []
    entered: list[float] = []
    for visit in range(VISITS):
        start = time.perf_counter()
        dialog = open_figures(bridge, window.theme, None, window)
        settle()
        opened.append((time.perf_counter() - start) * 1000)
        start = time.perf_counter()
        dialog.grid.figures.setData(dialog.grid.currentIndex(), str(visit))
        settle()
        entered.append((time.perf_counter() - start) * 1000)
        dialog.close()
        settle()
    measured.tell("figures_of_all_seats_first_ms", opened[:1])
    measured.tell("figures_of_all_seats_ms", opened[1:])
    measured.tell("figure_entered_ms", entered)


def _key(field: QWidget, sign: str) -> None:
    write(field, sign)
    settle()


def _wait(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        settle()


def measure_rounds(measured: Measured, folder: Path) -> None:
    """Say how long the page of reviews takes with years of rounds, and a rating in its lines."""
    file = folder / "rounds.mspseat"
    ClientFile.create(file, busy.records(ROUND_SEATS, reviews=ROUNDS)).close()
    measured.open(file)
    bridge = measured.window.open_client.bridge
    bridge.hide_ratings(hidden=False)
    _wait(2.0)
    spent = []
    for _ in range(VISITS):
        measured.window.actions_table["page-chart"].trigger()
        settle()
        _edit(measured)
        spent.append(milliseconds(lambda: _show(measured, "reviews")))
    tell("page_reviews_20_quarters_first_ms", spent[:1], seats=ROUND_SEATS)
    tell("page_reviews_20_quarters_ms", spent[1:], seats=ROUND_SEATS)
    table, marks = measured.window.view.reviews.table, []
    for _row in range(VISITS):
        table.setFocus()
        table.go_to_place(table.currentIndex().row() + 1, 4)
        settle()
        marks.append(milliseconds(lambda: _key(table, "+")))
    tell("rate_in_a_line_ms", marks, seats=ROUND_SEATS)


def main() -> None:
    """Measure everything on one client."""
    seats, file, home = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    measured = Measured(seats, file, home)
    gc.collect()
    before = used_mb()
    measured.tell("busy_open_to_painted_ms", [milliseconds(lambda: measured.open(file))])
    measured.window.open_client.bridge.hide_ratings(hidden=False)
    _wait(1.0)
    pauses = Pauses()
    measure_pages(measured)
    measure_typing(measured)
    measure_figures(measured)
    tell("collector_pauses_over_16ms", [float(pauses.long)], seats=seats)
    measured.tell("busy_memory_mb", [used_mb() - before])
    measured.close()
    measure_rounds(measured, home)
    measured.close()
    measured.window.close()
    settle()


if __name__ == "__main__":
    main()
