"""What is looked at stays where it is on the screen while the chart changes around it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.chart.camera import Camera
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.sight import Sight

ANCHORS = 50
"""So many siblings are looked at for one that stays in its place."""


def anchor_of(
    news: News, scene: ChartScene, camera: Camera, selected: SeatId | None
) -> SeatId | None:
    """Return the seat that is to stay where it is while others move; before the scene follows.

    That is the selected one; when it is itself what moved, the seat above it or a sibling.
    """
    moved = {
        after.id: after.parent
        for before, after in news.change.of(Seat)
        if before is not None
        and after is not None
        and (before.parent, before.order) != (after.parent, after.order)
    }
    candidates: list[SeatId | None] = [selected]
    if selected in moved:
        parent = moved[selected]
        siblings = news.client.children(parent)[:ANCHORS]
        candidates = [parent, *(seat for seat in siblings if seat not in moved), selected]
    for seat in candidates:
        if seat is not None and seat in scene and camera.sees(scene.tree.rect(seat)):
            return seat
    return None


@contextmanager
def held(seat: SeatId | None, scene: ChartScene, sight: Sight) -> Iterator[None]:
    """Let a seat's card stand afterwards where it stood before; None holds nothing."""
    if seat is None or seat not in scene:
        yield
        return
    left, top, *__ = scene.tree.rect(seat)
    stood = sight.camera.to_device(left, top)
    yield
    if seat in scene:
        sight.hold(stood, scene.tree.rect(seat))
