"""The way of the Tab key: as the eye goes, however late a row was made."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def stops(widget: QWidget | None) -> Iterator[QWidget]:
    """Return what can take the keyboard in a widget, hidden or not, in the order of its layouts."""
    if isinstance(widget, QStackedWidget):
        for place in range(widget.count()):
            yield from stops(widget.widget(place))
    elif isinstance(widget, QScrollArea):
        yield from stops(widget.widget())
    elif widget is not None:
        # What only passes the keyboard on has its place too, or Qt would come back through it.
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            yield widget
        yield from _in_layout(widget.layout())


def chain(widgets: list[QWidget]) -> None:
    """Let the Tab key go through the widgets in this order."""
    for earlier, later in pairwise(widgets):
        QWidget.setTabOrder(earlier, later)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count()) if layout is not None else ():
        item = layout.itemAt(place) if layout is not None else None
        if item is not None:
            yield from stops(item.widget())
            yield from _in_layout(item.layout())
