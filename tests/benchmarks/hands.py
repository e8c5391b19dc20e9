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


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> QMouseEvent:
    """Return an event of the left button, ready to be delivered."""
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    place, screen = QPointF(at), QPointF(widget.mapToGlobal(at))
    return QMouseEvent(kind, place, screen, button, held, PLAIN)


def carry(widget: QWidget, start: QPoint, end: QPoint, *, steps: int = 6) -> None:
    """Press at one point and move to another, painting as it goes; the button stays down."""
    QApplication.sendEvent(widget, mouse(widget, QEvent.Type.MouseButtonPress, start))
    for step in range(1, steps + 1):
        at = start + (end - start) * step / steps
        QApplication.sendEvent(widget, mouse(widget, QEvent.Type.MouseMove, at))
        settle()


def release(widget: QWidget, at: QPoint) -> QMouseEvent:
    """Return the release of the button, ready to be delivered: the clock starts with that."""
    return mouse(widget, QEvent.Type.MouseButtonRelease, at)


def turn(widget: QWidget, *, pixels: QPoint, notches: float = 0, modifier=PLAIN) -> QWheelEvent:
    """Return a turn of the wheel, or two fingers that slide so many pixels, ready for delivery."""
    at = widget.rect().center()
    angle = QPoint(0, round(120 * notches)) if notches else pixels
    return QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        pixels,
        angle,
        NONE,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


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
