"""The rail at the left: the pages of an open client, each with icon and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets.frames import Ground
from mspseat_desktop.ui.widgets.paint import paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent

    from mspseat_desktop.ui.actions import Actions
    from mspseat_desktop.ui.theme import Theme

WIDTH = 64
SIDE = 52


class RailButton(QAbstractButton):
    """One page: icon over word, the current one on a soft ground."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one page of several, to screen readers too
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.invites = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the square that fits the rail."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(room, 10, 10)
        color = self._theme.color("accent_text" if self.isChecked() else "muted")
        icon = QRectF(room.center().x() - 10, 8, 20, 20)
        self._theme.icons.paint(painter, icon, self._icon_name, color)
        painter.setPen(color)
        weight = Weight.DemiBold if self.isChecked() else Weight.Normal
        painter.setFont(self._theme.font(10, weight))
        painter.drawText(QRectF(0, 30, SIDE, 16), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.invites:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 10, 10)
        if self.hasFocus():
            paint_focus_ring(painter, room, self._theme, radius=10)


class Rail(Ground):
    """The pages in the order of the design; a page appears when its feature exists."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins((WIDTH - SIDE) // 2, 12, (WIDTH - SIDE) // 2, 12)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for page, icon, text in (
            ("chart", "network", _("Chart")),
            ("people", "users", _("People")),
            ("coverage", "layout-grid", _("Coverage")),
            ("reviews", "clipboard-check", _("Reviews")),
            ("reports", "file-text", _("Reports")),
        ):
            button = RailButton(theme, icon, text)
            _press(button, actions[f"page-{page}"])
            self._group.addButton(button)
            self._buttons[page] = button
            column.addWidget(button)
        column.addStretch(1)
        self.setAccessibleName(_("Pages"))

    def entry_at(self, screen: QPoint) -> str | None:
        """Return the page whose entry is at a point of the screen."""
        for page, button in self._buttons.items():
            if button.rect().contains(button.mapFromGlobal(screen)):
                return page
        return None

    def invite(self, page: str | None) -> None:
        """Frame the entry of a page to which something may be dragged, or none."""
        for other, button in self._buttons.items():
            button.invites = other == page
            button.update()

    def show_page(self, page: str) -> None:
        """Mark the current page; none for a page that has no button here."""
        button = self._buttons.get(page)
        self._group.setExclusive(button is not None)
        for other in self._buttons.values():
            other.setChecked(other is button)


def _press(button: RailButton, action: QAction) -> None:
    button.clicked.connect(action.trigger)
