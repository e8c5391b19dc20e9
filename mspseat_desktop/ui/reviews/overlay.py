"""A sheet over the dimmed window: nothing behind it can be reached while it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.ui.shortcuts.chords import chord_of
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.widgets import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from mspseat_desktop.ui.theme import Theme

WIDEST = 1180
TALLEST = 800
SAME_LINE = 10
_DIM = {"light": 110, "dark": 150}
_LEFT_TO_THE_WINDOW = frozenset({"undo", "redo", "hide-ratings", "print", "save", "quit", "help"})


class Sheet(Card):
    """What is in the middle; for screen readers a dialog, beside which nothing is to be read."""

    spoken_role = QAccessible.Role.Dialog


class Overlay(QWidget):
    """Covers its window and holds a sheet in the middle. `closed` is sent once when it closes.

    The Tab key stays inside. Of the window's own shortcuts only undo, redo, hide ratings, print,
    save, quit and help still work: Delete or Tab must never reach the chart behind.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_closed = False
        self.sheet = Sheet(self)
        theme.changed.connect(self.update)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
                self.place_sheet()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from acting on what lies behind."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            kept = not _is_left(event)
            event.setAccepted(kept)
            return kept
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own method
        """Lead the Tab key round inside the sheet, as one reads it."""
        order = self._tab_order()
        if not order:
            return True
        focus = QApplication.focusWidget()
        if focus in order:
            place = order.index(focus) + (1 if forward else -1)
        else:
            place = 0 if forward else -1
        order[place % len(order)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def areas(self) -> list[QWidget]:
        """Return the parts of the sheet in the order in which the Tab key goes through them."""
        return [self.sheet]

    def _tab_order(self) -> list[QWidget]:
        """Return what takes the Tab key: area by area, in each line by line, along the line.

        Qt goes by the order in which widgets were made, and pages are made when first needed.
        """
        order: list[QWidget] = []
        for area in self.areas():
            found = [area, *area.findChildren(QWidget)]
            placed = [(_middle(area, w), w) for w in found if _takes_tab(w)]
            placed.sort(key=lambda one: one[0].y())
            lines: list[list[tuple[QPoint, QWidget]]] = []
            for one in placed:
                if lines and one[0].y() - lines[-1][0][0].y() < SAME_LINE:
                    lines[-1].append(one)
                else:
                    lines.append([one])
            for line in lines:
                line.sort(key=lambda one: one[0].x(), reverse=not self.isLeftToRight())
                order += [widget for _at, widget in line]
        return order

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell once that it is over, and go."""
        super().closeEvent(event)
        if self.is_closed:
            return
        self.is_closed = True
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._keep_focus)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks beside the sheet."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Swallow the wheel: the chart behind stays where it is."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window."""
        shade = QColor(self._theme.color("shadow"))
        shade.setAlpha(_DIM[self._theme.name])
        QPainter(self).fillRect(self.rect(), shade)

    def place_sheet(self) -> None:
        """Put the sheet into the middle of the window."""
        margin = 28 if self.height() < 820 else 48
        width = min(WIDEST, self.width() - 2 * 28)
        height = min(TALLEST, self.height() - 2 * margin)
        self.sheet.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )

    def _keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        self.focus_moved(new)
        if new is None or new is self or self.isAncestorOf(new) or not self.isVisible():
            return
        if new.window() is self.window():
            back = old if old is not None and self.isAncestorOf(old) else self.sheet
            QTimer.singleShot(0, back, back.setFocus)

    def focus_moved(self, widget: QWidget | None) -> None:
        """Hear where the keyboard is now; for the sheet's own marks."""


def _is_left(event: QKeyEvent) -> bool:
    return keymap().means(chord_of(event)) in _LEFT_TO_THE_WINDOW


def _middle(area: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(area, widget.rect().center())


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )
