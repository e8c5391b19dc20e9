"""Flowables one under the other: their height, where they part, and the gap between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

ENDLESS = 1e6


def measure(content: Sequence[Flowable], room: float) -> float:
    """Return how high the flowables are together at that width."""
    return sum(part.wrap(room, ENDLESS)[1] for part in content)


def is_higher(content: Sequence[Flowable], room: float, height: float) -> bool:
    """Return whether the flowables do not fit; looks no further than it must."""
    for part in content:
        height -= part.wrap(room, ENDLESS)[1]
        if height < 0:
            return True
    return False


def divide(
    content: Sequence[Flowable], room: float, height: float
) -> tuple[list[Flowable], list[Flowable]]:
    """Return what fits the height and what is left over."""
    fits: list[Flowable] = []
    for at, part in enumerate(content):
        needed = part.wrap(room, ENDLESS)[1]
        if needed > height:
            halves = part.split(room, height)
            rest = content[at + 1 :]
            if halves:
                return [*fits, halves[0]], [*halves[1:], *rest]
            return fits, [part, *rest]
        fits.append(part)
        height -= needed
    return fits, []


def draw_stack(
    content: Sequence[Flowable], canvas: Canvas, *, x: float, top: float, room: float
) -> None:
    """Draw the flowables one under the other, the first with its upper edge at `top`."""
    for part in content:
        top -= part.wrap(room, ENDLESS)[1]
        part.drawOn(canvas, x, top)


class Gap(Flowable):
    """Empty height between two flowables of one box."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Return the height."""
        return aW, self.height

    def draw(self) -> None:
        """Draw nothing."""
