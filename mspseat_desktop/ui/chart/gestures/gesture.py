"""What every gesture answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF


class Gesture(Protocol):
    """A press that is going on. Points are in device-independent pixels of the canvas."""

    def move(self, at: QPointF) -> Gesture:
        """Follow the pointer; return the gesture that goes on, itself or another one."""
        ...

    def release(self, at: QPointF) -> object:
        """Do what the gesture was for."""
        ...

    def cancel(self) -> None:
        """End without doing anything."""
        ...
