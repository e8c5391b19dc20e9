"""Which of many names fit what was typed, fast enough to run at every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.searching import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["best_matches", "fold"]


def best_matches(folded: Sequence[str], typed: str, *, limit: int) -> tuple[list[int], int]:
    """Return the places of the best fits, at most `limit`, and how many fit in all.

    Every typed word must occur. Names that begin with what was typed come first, then those with a
    word that begins so, then the rest; within each the order given.
    """
    wanted = fold(typed).split()
    if not wanted:
        return list(range(min(limit, len(folded)))), len(folded)
    whole = " ".join(wanted)
    inside = f" {whole}"
    tiers: tuple[list[int], list[int], list[int]] = ([], [], [])
    for place, name in enumerate(folded):
        if not all(word in name for word in wanted):
            continue
        if name.startswith(whole):
            tiers[0].append(place)
        elif inside in name:
            tiers[1].append(place)
        else:
            tiers[2].append(place)
    fits = tiers[0] + tiers[1] + tiers[2]
    return fits[:limit], len(fits)
