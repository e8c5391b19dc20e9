"""What other settings of the working copy would lose and cost.

    python settings.py FOLDER EDITS SETTINGS

Prints the raw sync of the disk and the time of an edit, in milliseconds, and what an edit asks of
the disk where the shim is loaded.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

from faults.scenes import IT, Place, Player, lay_client
from faults.shim import Shim, read_log
from faults.weaknesses import weaken
from mspseat_desktop.domain.change import Change, Touch


def raw_sync(folder: Path, times: int) -> float:
    """Return the median of one write with fdatasync into a file that has its length already."""
    path = folder / "raw"
    path.write_bytes(bytes(1 << 20))
    took = []
    file = os.open(path, os.O_RDWR)
    try:
        for number in range(times):
            begin = time.perf_counter()
            os.pwrite(file, bytes([number % 256]) * 4096, number % 256 * 4096)
            os.fdatasync(file)
            took.append(time.perf_counter() - begin)
    finally:
        os.close(file)
        path.unlink()
    return statistics.median(took) * 1000


def main(folder: str, edits: str, settings: str) -> None:
    """Measure and print."""
    weaken(settings)
    place = Place(Path(folder))
    shim = Shim()
    shim.watch(place.root)  # it knows only files that it has seen being opened
    lay_client(place)
    player = Player(place, lambda _: None)
    player.opens()
    took = []
    sync = raw_sync(place.root, int(edits))
    file = player.document.file
    seat = file.load().client.seat(IT)
    log = Path(folder).with_name("log")
    shim.watch(place.root, log, everything=True)
    for number in range(1, int(edits) + 1):
        change = Change((Touch(seat, replace(seat, title=f"title {number}")),))
        begin = time.perf_counter()
        file.write(change)
        took.append((time.perf_counter() - begin) * 1000)
    shim.watch(place.root)
    player.document.close(discard=True)
    took.sort()
    asked = list(read_log(log))
    found = {
        "settings": settings,
        "raw_sync_ms": round(sync, 3),
        "median_ms": round(statistics.median(took), 3),
        "p95_ms": round(took[int(len(took) * 0.95)], 3),
        "syncs": round(sum(one.kind in "SD" for one in asked) / len(took), 2),
        "written_kb": round(sum(len(one.data) for one in asked) / 1024 / len(took), 1),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
