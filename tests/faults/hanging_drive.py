"""The real program with a client on a network drive that stops answering. Runs under the shim.

    LD_PRELOAD=shim.so python hanging_drive.py FOLDER

Prints for how long the window did not answer at most, in milliseconds, and how it ended.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from driving import Program, settle
from faults.scenes import Place
from faults.shim import HANGING, Shim
from mspseat_desktop.domain.edits.chart import rename_seat

LONGEST = 2.5
"""Seconds for which the drive hangs."""


class Watch:
    """Notes the longest time between two ticks of the window's own clock."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def main(folder: str, _weakness: str = "") -> None:
    """Edit while the drive hangs, then while it is well again."""
    place = Place(Path(folder))
    place.target.parent.mkdir(parents=True)
    application = QApplication.instance() or QApplication([])
    program = Program(place.home)
    program.start()
    program.new_client()
    program.save_to(place.target)
    shim = Shim()
    shim.watch(place.target.parent)
    shim.arm(HANGING, 1)
    client, seat = program.window.open_client, program.client.children(None)[0]
    watch, edits, number = Watch(), [], 0
    end = time.perf_counter() + LONGEST
    while time.perf_counter() < end:
        number += 1
        begin = time.perf_counter()
        program.bridge.do(rename_seat(seat, f"title {number}"))
        edits.append(time.perf_counter() - begin)
        client.publish()
        settle()
        time.sleep(0.02)
    struck = shim.struck()
    shim.rest()
    longest = watch.longest
    problem = client.publish_now()
    program.window.close()
    settle()
    loaded = place.workshop().read_document(place.target)
    found = {
        "struck": struck,
        "longest_wait_ms": round(longest * 1000),
        "longest_edit_ms": round(max(edits) * 1000),
        "problem": problem.code if problem else "",
        "lost": [] if loaded.client.seat(seat).title == f"title {number}" else ["the last edit"],
    }
    sys.stdout.write(json.dumps(found) + "\n")
    program.stop()
    assert application is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
