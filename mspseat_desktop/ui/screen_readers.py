"""What Qt is told once in a process, so that screen readers know charts, lists and marks."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.ui.chart.accessible import install_accessibility
from mspseat_desktop.ui.outline.accessible import install_outline_accessibility
from mspseat_desktop.ui.spoken_news import tell_name
from mspseat_desktop.ui.spoken_tree import SeatItem
from mspseat_desktop.ui.widgets.roles import install_roles

_WITH_PARTS: Final = (QAccessible.Role.Tree, QAccessible.Role.Table, QAccessible.Role.List)


@cache
def describe_to_screen_readers() -> None:
    """Describe what the program paints itself, and tell where in it the keyboard is."""
    install_accessibility()
    install_outline_accessibility()
    install_roles()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        FocusNews(application)


class FocusNews(QObject):
    """Tells which seat, row or cell has the keyboard when it comes to a tree, table or list.

    Qt names the widget alone, as soon as the widget knows itself; this follows in the next turn.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._hear)
        application.focusWindowChanged.connect(self._hear_of_window)

    def _hear(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QAccessible.isActive():
            QTimer.singleShot(0, now, lambda: tell_part(now))

    def _hear_of_window(self) -> None:
        """Tell again where in a popup the keyboard is.

        A popup is never the active window. Readers hear that the one below is, and take the
        keyboard to be there.
        """
        now = QApplication.focusWidget()
        if now is not None and now.window().windowType() == Qt.WindowType.Popup:
            self._hear(None, now)


def tell_part(widget: QWidget) -> None:
    """Tell which part of the widget has the keyboard, if it is made of parts and still has it."""
    whole = QAccessible.queryAccessibleInterface(widget) if widget.hasFocus() else None
    if whole is not None and widget.window().windowType() == Qt.WindowType.Popup:
        QAccessible.updateAccessibility(QAccessibleEvent(whole, QAccessible.Event.Focus))
    part = whole.focusChild() if whole is not None and whole.role() in _WITH_PARTS else None
    if part is not None and part.isValid() and part.object() is not widget:
        if isinstance(part, SeatItem):
            tell_name(part)
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))
