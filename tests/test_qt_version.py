"""The Qt bindings in use keep their references."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget


def test_calls_that_return_nothing_do_not_use_up_none(qtbot) -> None:
    """PySide6 6.12.0 lost one reference to None at each such call and died after thousands."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(100_000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 1_000
