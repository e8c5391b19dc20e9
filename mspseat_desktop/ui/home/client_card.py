"""A client on the start page: its name, how large its chart is, when it was last open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import IconButton, one_line, paint_focus_ring
from mspseat_desktop.ui.widgets.menus import pop_up
from mspseat_desktop.ui.widgets.plain import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from mspseat_desktop.ui.theme import Theme

HEIGHT = 72


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says: title, the line under it, and what stands in the tooltip."""

    title: str
    detail: str
    place: str = ""
    icon: str = ""


class ClientCard(QAbstractButton):
    """Opens on a click or Enter; the menu at the right forgets the client or shows its folder."""

    forget_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, theme: Theme, words: CardWords, parent: QWidget | None = None, *, menu: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._dashed = bool(words.icon)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words.title)
        if words.place:
            tip(self, words.place)
        self.setAccessibleDescription(words.detail)
        theme.changed.connect(self.update)
        self._more: IconButton | None = None
        if menu:
            name = _("More about {client}").replace("{client}", words.title)
            self._more = IconButton(theme, "ellipsis", name, self, side=28, role="muted")
            self._more.clicked.connect(self._open_menu)

    def sizeHint(self) -> QSize:
        """Return the usual size; the grid stretches it."""
        return QSize(340, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """Offer the same menu on a right click or the menu key."""
        if self._more is not None:
            self._open_menu()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the menu's button at the right."""
        super().resizeEvent(event)
        if self._more is not None:
            self._more.move(self.width() - 40, (HEIGHT - 28) // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card with mark, title and detail."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(theme.color("line_strong" if self._dashed else "line"), 1)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        quiet = theme.color("canvas" if self._dashed else "surface")
        painter.setBrush(theme.color("hover") if self.underMouse() else quiet)
        painter.drawRoundedRect(room, 12, 12)
        mark = QRectF(18, (HEIGHT - 36) / 2, 36, 36)
        if self._words.icon:
            theme.icons.paint(
                painter, mark.adjusted(7, 7, -7, -7), self._words.icon, theme.color("accent")
            )
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(mark, 8, 8)
            painter.setPen(theme.color("accent_text"))
            painter.setFont(theme.font(12, Weight.DemiBold))
            painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, initials(self._words.title))
        left = mark.right() + 12
        width = self.width() - left - (48 if self._more is not None else 16)
        self._write(painter, QRectF(left, 17, width, 20), self._words.title, strong=True)
        self._write(painter, QRectF(left, 37, width, 18), self._words.detail, strong=False)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, radius=12)

    def _write(self, painter: QPainter, room: QRectF, text: str, *, strong: bool) -> None:
        font = self._theme.font(14 if strong else 12, Weight.DemiBold if strong else Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink" if strong else "muted"))
        shown = one_line(QFontMetricsF(font), text, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Open"), self.click)
        if self._words.place:
            menu.addAction(_("Show in folder"), self.folder_wanted.emit)
            menu.addAction(_("Take off this page"), self.forget_wanted.emit)
        else:
            menu.addAction(_("Delete…"), self.forget_wanted.emit)
        at = self._more.geometry().bottomLeft() if self._more else QPoint(0, HEIGHT)
        pop_up(menu, self.mapToGlobal(at))
