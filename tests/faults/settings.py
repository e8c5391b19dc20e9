"""What other settings of the working copy would lose and cost.

    python settings.py FOLDER EDITS SETTINGS

Prints the raw sync of the disk and the time of an edit, in milliseconds.
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
    lay_client(place)
    player = Player(place, lambda _: None)
    player.opens()
    took = []
    sync = raw_sync(place.root, int(edits))
    file = player.document.file
    seat = file.load().client.seat(IT)
    for number in range(1, int(edits) + 1):
        change = Change((Touch(seat, replace(seat, title=f"title {number}")),))
        begin = time.perf_counter()
        file.write(change)
        took.append((time.perf_counter() - begin) * 1000)
    player.document.close(discard=True)
    took.sort()
    found = {
        "settings": settings,
        "sync": round(sync, 3),
        "median": round(statistics.median(took), 3),
        "p95": round(took[int(len(took) * 0.95)], 3),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
