"""Edits and publishes as fast as it can until it is ended, and tells after each promise.

python writer.py ROOT EVERY
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from faults.scenes import Place, Player, number_in


def main(root: str, every: str) -> None:
    """Publish after so many edits."""
    place = Place(Path(root))
    player = Player(place, lambda line: os.write(1, f"{line}\n".encode()) and None)
    player.opens()
    number = number_in(player.document.file.load().client)
    player.tell(f"edited {number}")
    while True:
        number += 1
        player.edits(number)
        if number % int(every) == 0:
            player.publishes()


if __name__ == "__main__":
    main(*sys.argv[1:])
