"""The line from a card to those that report to it."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath


def link_path(
    xs: list[float], top: float, *, x: float, bar: float, bottom: float, radius: float
) -> QPainterPath:
    """Return the connector from (x, top) by way of the bar to each of xs, sorted, at `bottom`.

    No stretch is drawn twice: where two soft edges lie on each other a line looks thicker.
    """
    path = QPainterPath()
    turns = [min(radius, abs(end - x) / 2, bar - top, bottom - bar) for end in xs]
    stem = bar - max((turn for turn, end in zip(turns, xs, strict=True) if end != x), default=0)
    path.moveTo(x, top)
    path.lineTo(x, stem)
    for end, turn in zip(xs, turns, strict=True):
        if abs(end - x) < 1:
            path.moveTo(x, stem)
            path.lineTo(x, bottom)
            continue
        side = turn if end > x else -turn
        if end in (xs[0], xs[-1]):
            path.moveTo(x, stem)
            path.quadTo(x, bar, x + side, bar)
            path.lineTo(end - side, bar)
        else:
            path.moveTo(end - side, bar)
        path.quadTo(end, bar, end, bar + turn)
        path.lineTo(end, bottom)
    return path
