"""Hands for the real main window: events sent to it as a mouse and a keyboard would."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.chart.view import ChartView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(chart: ChartView | None = None) -> None:
    """Let everything be painted and every event be dealt with."""
    QApplication.processEvents()
    QApplication.processEvents()
    while chart is not None and chart.frame.waiting:
        QApplication.processEvents()


def rest(chart: ChartView, *, seconds: float = 0.12) -> None:
    """Hold still as a hand does before it lets go."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        settle(chart)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Deliver an event of the left button."""
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    place, screen = QPointF(at), QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, place, screen, button, held, PLAIN))


def carry(widget: QWidget, start: QPoint, end: QPoint, *, steps: int = 6) -> None:
    """Press at one point and move to another, painting as it goes; the button stays down."""
    mouse(widget, QEvent.Type.MouseButtonPress, start)
    for step in range(1, steps + 1):
        mouse(widget, QEvent.Type.MouseMove, start + (end - start) * step / steps)
        settle()


def let_go(widget: QWidget, at: QPoint) -> None:
    """Release the button."""
    mouse(widget, QEvent.Type.MouseButtonRelease, at)


def turn(widget: QWidget, *, pixels: QPoint, notches: float = 0, modifier=PLAIN) -> None:
    """Turn the wheel, or slide two fingers so many pixels, in the middle of the widget."""
    at = widget.rect().center()
    angle = QPoint(0, round(120 * notches)) if notches else pixels
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        pixels,
        angle,
        NONE,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, text: str = ""
) -> None:
    """Press a key and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, text))


def write(widget: QWidget, words: str) -> None:
    """Type words."""
    for sign in words:
        press(widget, Qt.Key.Key_unknown, PLAIN, sign)


def used_mb() -> float:
    """Return the process's share of the memory, in megabytes; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
