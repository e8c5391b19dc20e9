"""The program on a home folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from driving import LEFT, Program
from mspseat_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def no_mouse_button_stays_pressed() -> Iterator[None]:
    """Let go of the mouse after a test that ends in the middle of a drag.

    Nothing scrolls by itself under a pressed mouse, in the tests that come after either.
    """
    yield
    if QApplication.instance() is not None and QApplication.mouseButtons() & LEFT:
        QTest.mouseRelease(QWidget(), LEFT)


@pytest.fixture(scope="session")
def _dressed(qapp):
    theme = Theme("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(_dressed, qapp):
    """The light theme that the application wears, also after a program that wore another."""
    _dressed.choose("light")
    if qapp.palette().color(QPalette.ColorRole.Window) != _dressed.color("surface"):
        _dressed.apply(qapp)
    return _dressed


@pytest.fixture
def program(qapp, program_home_of_the_test):  # noqa: ARG001 - Qt must be there
    found = Program(program_home_of_the_test)
    found.start()
    yield found
    found.stop()
