"""Grounds, cards, lines, scroll areas and tabs: the calm behind the content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from mspseat_desktop.ui.widgets.paint import paint_focus_ring
from mspseat_desktop.ui.widgets.plain import amp, tip_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from mspseat_desktop.ui.theme import Theme

NEAR_EDGE = 24
"""Pixels that stay free above and below what has the keyboard in a scroll area."""
BESIDE = QSize(40, 60)
"""What stays free of a screen around a window: its frame, and some of what lies behind."""
TAB_GAP = 6
"""Pixels between two tabs, as in the stylesheet."""


def fit_on_screen(window: QWidget, usual: QSize) -> None:
    """Give a window its usual size, or as much of it as its screen has room for."""
    room = window.screen().availableGeometry().size() - BESIDE
    window.resize(usual.boundedTo(room))


class Card(QFrame):
    """A surface with a hairline and round corners: 12 pixels, or 8 when `tight`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        tight: bool = False,
        ground: Literal["surface", "rail", "dashed"] = "surface",
    ) -> None:
        super().__init__(parent)
        self.setProperty("tight", tight)
        self.setProperty("ground", ground)


class Ground(QFrame):
    """A plain background by role."""

    def __init__(
        self,
        role: Literal["canvas", "surface", "rail"] = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)


class Separator(QFrame):
    """A hairline, across unless `upright`."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ScrollArea(QScrollArea):
    """A frameless area that scrolls downwards; its content is always as wide as the area.

    What has the keyboard stays in sight: when it comes in from outside, and when things grow.
    A large content is built on the area's viewport and held then: moved in, it is styled twice.
    """

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The area itself is no stop for the Tab key; its content is.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.hold(content)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.follow())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def hold(self, content: QWidget) -> None:
        """Show this content."""
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def follow(self) -> None:
        """Scroll to what has the keyboard in here, a text to its cursor."""
        focused = QApplication.focusWidget()
        # Nothing moves away under a pressed mouse: the click would end somewhere else.
        if focused is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        content = self.widget()
        if content is not None and content.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, NEAR_EDGE)

    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content within the width, also when that grew while nobody saw it."""
        content = self.widget()
        if content is not None:
            content.setMaximumWidth(self.viewport().width())
        super().resizeEvent(event)


class PageStack(QStackedWidget):
    """Shows one page at a time; whoever turns the page then says where on it the keyboard is."""

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page, the keyboard taken from the one that goes.

        Qt would lead it on, through whatever comes next in the window, and readers would say that.
        """
        goes = None if self.currentWidget() is page else self.currentWidget()
        focus = QApplication.focusWidget()
        if goes is not None and focus is not None and goes.isAncestorOf(focus):
            focus.clearFocus()
        super().setCurrentWidget(page)


class TabBar(QTabBar):
    """Underlined tabs; words may hold ampersands, a count may stand after them."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def add(self, text: str, *, count: int | None = None) -> int:
        """Add a tab and return its place."""
        place = self.addTab("")
        self.set_words(place, text, count=count)
        return place

    def set_words(self, place: int, text: str, *, count: int | None = None) -> None:
        """Change the words of a tab."""
        words = text if count is None else f"{text}  {count}"
        self.setTabText(place, amp(words))
        self.setTabToolTip(place, tip_text(words) if len(words) > 30 else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs, and the ring of the keyboard round the current one."""
        super().paintEvent(event)
        if self.hasFocus():
            tab = QRectF(self.tabRect(self.currentIndex())).adjusted(0, 2, -TAB_GAP, -4)
            paint_focus_ring(QPainter(self), tab, self._theme, radius=6)

    def minimumSizeHint(self) -> QSize:
        """Let the bar shrink and scroll rather than widen its window."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 120), hint.height())
