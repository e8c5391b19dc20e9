"""How a figure is told: one JSON line with its median and 95th percentile."""

from __future__ import annotations

import json
import statistics
import sys


def tell(figure: str, values: list[float], *, seats: int = 0) -> None:
    """Print a figure; `seats` is 0 for what only says how fast this machine is."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    line = {
        "figure": figure,
        "seats": seats,
        "median": round(statistics.median(ordered), 3),
        "p95": round(p95, 3),
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
