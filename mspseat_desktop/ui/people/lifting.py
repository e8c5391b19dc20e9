"""Carrying somebody from the list of people over the window, and to the chart on another page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.chart.load import Load
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.theme import Theme

OPEN_MS = 500
"""Over the entry of the chart so long, until that page opens."""
BESIDE = 16
CAPTION, GAP = 24, 6
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class Lifted(QWidget):
    """What is in hand, beside the pointer, with a word on where to take it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, parent
        self._picture = QPixmap()
        self.caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture in device pixels."""
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture = picture

    def carry(self, at: QPoint, caption: str) -> None:
        """Stand beside a point of the window, inside of it."""
        self.caption = caption
        size = self._picture.deviceIndependentSize().toSize()
        wide, high = size.width(), size.height()
        if caption:
            wide, high = max(wide, self._caption_width()), high + GAP + CAPTION
        room = self._window.rect()
        left = min(at.x() + BESIDE, room.right() - wide)
        below = at.y() + BESIDE
        top = below if below + high <= room.bottom() else at.y() - BESIDE - high
        self.setGeometry(max(0, left), max(0, top), wide, high)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, and the words below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        if not self.caption:
            return
        room = QRectF(0, self.height() - CAPTION, self._caption_width(), CAPTION)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(room, 6, 6)
        painter.setFont(self._font())
        painter.setPen(self._theme.color("on_accent"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, self.caption)

    def _font(self) -> QFont:
        return self._theme.font(12, QFont.Weight.DemiBold)

    def _caption_width(self) -> int:
        return round(QFontMetricsF(self._font()).horizontalAdvance(self.caption)) + 20


class Lifting(QObject):
    """One drag at a time. Held over the entry of the chart, that page opens for the drop.

    The page on which the drag began is hidden then and would hear nothing more, so the drag
    listens to the application for as long as it goes on. Over chart and outline it is their own
    drag that goes on; where nothing was dropped, the page of people comes back.
    """

    def __init__(self, view: ClientView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.shown = Lifted(theme, view)
        self._load: Load | None = None
        self._at = QPoint()
        self.holds_control = False
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(OPEN_MS)
        self._opening.timeout.connect(self._open_chart)

    @property
    def is_on(self) -> bool:
        """Whether somebody is in hand."""
        return self._load is not None

    def start(self, load: Load, at: QPoint) -> None:
        """Take somebody in hand at a point of the screen."""
        self.holds_control = False
        self._load = load
        view = self._view
        self.shown.show_picture(load.picture(view.chart.frame, view.devicePixelRatioF()))
        view.rail.invite("chart")
        self._application().installEventFilter(self)
        self._move(at)
        self.shown.raise_()

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._end():
            self._view.outline.tree.drag.cancel()
            self._go_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer wherever it is; only turning the wheel goes its usual way."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in _KEYS:
            self._take_key(event)
            return True
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            self.holds_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            at = event.globalPosition().toPoint()
            left = Qt.MouseButton.LeftButton
            if kind == QEvent.Type.MouseMove and not event.buttons() & left:
                self.cancel()  # it was let go where nobody told of it
            elif kind == QEvent.Type.MouseMove:
                self._move(at)
            elif kind == QEvent.Type.MouseButtonRelease and event.button() == left:
                self._release(at)
            return True
        if kind == QEvent.Type.WindowDeactivate and watched is self._view.window():
            self.cancel()
        return False

    def _take_key(self, event: QKeyEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.ShortcutOverride:
            return
        pressed = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Control:
            self.holds_control = pressed
            self._move(self._at)
        elif pressed and event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def _move(self, at: QPoint) -> None:
        load, view = self._load, self._view
        if load is None:
            return
        self._at = at
        over_entry = view.page != "chart" and view.rail.entry_at(at) == "chart"
        if not over_entry:
            self._opening.stop()
        elif not self._opening.isActive():
            self._opening.start()
        drag = view.outline.tree.drag
        if view.page == "chart":
            point = view.outline.tree.viewport().mapFromGlobal(at)
            if drag.is_on:
                drag.move(point)
            else:
                drag.start(load, point)
        usual = "" if view.page == "chart" else _("Hold it over “Chart” to open the chart")
        words = _("Opens the chart") if over_entry else usual
        self.shown.carry(view.mapFromGlobal(at), words)
        self.shown.setVisible(not drag.is_over_seats)

    def _release(self, at: QPoint) -> None:
        self._move(at)
        if self._end() and not self._view.outline.tree.drag.release():
            self._go_back()

    def _open_chart(self) -> None:
        if self._load is not None:
            self._view.show_page("chart")
            self._view.rail.invite(None)
            self.shown.raise_()
            self._move(self._at)

    def _end(self) -> bool:
        """Let go; return whether there was anybody in hand."""
        if self._load is None:
            return False
        self._load = None
        self._opening.stop()
        self._application().removeEventFilter(self)
        self._view.rail.invite(None)
        self.shown.hide()
        return True

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("there is no application")
        return application

    def _go_back(self) -> None:
        """Show the people again, from where nothing was taken away."""
        if self._view.page == "chart":
            self._view.show_page("people")
        self._view.people.focus_row()
