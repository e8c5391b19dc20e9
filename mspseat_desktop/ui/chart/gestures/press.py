"""A press that has not moved yet: it becomes a click, or a drag as soon as it moves far enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF

    from mspseat_desktop.ui.chart.gestures.gesture import Gesture


class Press:
    """Waits for the pointer to move or to be let go."""

    def __init__(
        self, at: QPointF, *, click: Callable[[], None], drag: Callable[[QPointF], Gesture]
    ) -> None:
        """`click` is called on release, `drag` with the pressed point when the drag begins."""
        self._at, self._click, self._drag = at, click, drag

    def move(self, at: QPointF) -> Gesture:
        """Become a drag once the pointer has left the place of the press."""
        if (at - self._at).manhattanLength() < QApplication.startDragDistance():
            return self
        return self._drag(self._at).move(at)

    def release(self, at: QPointF) -> None:  # noqa: ARG002 - every gesture is told the place
        """Be a click."""
        self._click()

    def cancel(self) -> None:
        """Be nothing."""
