"""Measures how much memory a client takes over the same process with an empty client.

python tests/benchmarks/memory.py SEATS FILE HOME

A process of its own: what other measurements leave behind would count as the client's.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hands import rest, settle, used_mb
from one_size import Measured

SECONDS = 3.0
"""After a client was shown: everything that is read in idle moments is there."""
SCREENS = 3_000


def pan_everywhere(measured: Measured) -> None:
    """Bring every part of the chart into view at life size, up to so many screens."""
    chart = measured.chart
    chart.zoom_100()
    left, top, right, bottom = chart.scene.bounds()
    wide, high = chart.width(), chart.height()
    places = ((x, y) for y in range(top, bottom, high) for x in range(left, right, wide))
    for (x, y), _screen in zip(places, range(SCREENS), strict=False):
        chart.sight.camera.put(x, y, 0, 0)
        chart.sight.refresh()
        settle(chart)


def main() -> None:
    """Show the empty client, then the client, pan, and compare."""
    seats, file, home = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    measured = Measured(seats, file, home)
    used = []
    for each in (file.with_name("empty.mspseat"), file):
        measured.open(each)
        measured.window.open_client.bridge.hide_ratings(hidden=False)
        rest(measured.chart, seconds=SECONDS)
        pan_everywhere(measured)
        rest(measured.chart, seconds=SECONDS)
        used.append(used_mb())
        measured.close()
    measured.tell("memory_mb", [used[1] - used[0]])
    measured.window.close()
    settle()


if __name__ == "__main__":
    main()
