"""Measures the layout alone on the shapes that are hardest for it, in each manner.

python tests/benchmarks/shapes.py
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, get_args

from figures import tell

from mspseat_desktop.layout.branches import Manner
from mspseat_desktop.layout.tidy_tree import TidyTree

if TYPE_CHECKING:
    from collections.abc import Callable

CHAIN, STAR = 10_000, 5_000
TIMES = 7
HEIGHT = 120


def spent(run: Callable[[], object]) -> float:
    """Return how many milliseconds of the processor something takes."""
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def chain(manner: Manner) -> TidyTree[int]:
    """Return seats of which each reports to the one before."""
    below = {seat: [seat + 1] for seat in range(CHAIN - 1)}
    return TidyTree([0], below, dict.fromkeys(range(CHAIN), HEIGHT), manner=manner)


def star(manner: Manner) -> TidyTree[int]:
    """Return seats that all report to the first."""
    heights = dict.fromkeys(range(STAR), HEIGHT)
    return TidyTree([0], {0: list(range(1, STAR))}, heights, manner=manner)


def main() -> None:
    """Print how long chains and stars take to open and to edit."""
    gc.freeze()
    for manner in get_args(Manner):
        opened, edited, moved = [], [], []
        for turn in range(TIMES):
            opened.append(spent(lambda manner=manner: chain(manner)))
            tree = chain(manner)
            tree.insert(CHAIN, CHAIN - 1, 0, height=HEIGHT)
            edited.append(spent(tree.settle))
            family = star(manner)
            family.move(STAR - 1 - turn, 0, turn)
            moved.append(spent(family.settle))
        tell(f"chain_open_{manner}_ms", opened, seats=CHAIN)
        tell(f"chain_edit_{manner}_ms", edited, seats=CHAIN)
        tell(f"star_reorder_{manner}_ms", moved, seats=STAR)


if __name__ == "__main__":
    main()
