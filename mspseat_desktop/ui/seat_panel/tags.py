"""The chip at the right of a row, which is the button of its menu as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mspseat_desktop.ui.seat_panel.words import tag_meaning
from mspseat_desktop.ui.widgets import chip_size, paint_chip, paint_focus_ring, tip
from mspseat_desktop.ui.widgets.menus import pop_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme

Tag: TypeAlias = tuple[str, str]
"""The words of a chip and its role."""

WIDEST = 104.0
HIGH = 28
DOTS = 18
EDGE = 4


class TagsButton(QPushButton):
    """Shows a chip beside three dots and opens a menu on a click, Enter, Space or Down."""

    delete_key = Signal()
    move_key = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        fill: Callable[[QMenu], None],
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._fill = fill
        self._tags: tuple[Tag, ...] = ()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.open_menu())
        theme.changed.connect(self.update)
        self._tell()

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Return the chips shown."""
        return self._tags

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these chips; more than one stand elsewhere and are only told."""
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            self._tell()
            self.updateGeometry()
            self.update()

    def set_name(self, name: str) -> None:
        """Change what the button is called."""
        if name != self._name:
            self._name = name
            self._tell()

    def _tell(self) -> None:
        words = ", ".join(text for text, _role in self._tags)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        meanings = [tag_meaning(text) for text, _role in self._tags]
        tip(self, "\n".join([self._name, *meanings]))

    def _shown(self) -> Tag | None:
        return self._tags[0] if len(self._tags) == 1 else None

    def open_menu(self) -> QMenu:
        """Open the menu below the chips and return it."""
        menu = QMenu(self)
        menu.setAccessibleName(self._name)
        self._fill(menu)
        left = self.width() - menu.sizeHint().width() if self.isLeftToRight() else 0
        pop_up(menu, self.mapToGlobal(QPoint(left, self.height() + 2)))
        return menu

    def sizeHint(self) -> QSize:
        """Return the room for the chip and the dots."""
        tag = self._shown()
        if tag is None:
            return QSize(DOTS + 8, HIGH)
        return QSize(int(self._chip_width(tag)) + DOTS + 2 * EDGE, HIGH)

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Down, delete on Del, move on Alt with an arrow."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and alt:
            self.move_key.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_menu()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_key.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips and the dots of a menu."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        mirrored = not self.isLeftToRight()
        tag = self._shown()
        if tag is not None:
            width = self._chip_width(tag)
            left = EDGE + DOTS if mirrored else self.width() - EDGE - DOTS - width
            at = QRectF(left, (HIGH - 20) / 2, width, 20)
            paint_chip(painter, at, *tag, theme=theme)
        x = EDGE if mirrored else self.width() - EDGE - 16
        at = QRectF(x, (HIGH - 16) / 2, 16, 16)
        theme.icons.paint(painter, at, "ellipsis", theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=6)

    def _chip_width(self, tag: Tag) -> float:
        return min(WIDEST, chip_size(tag[0], self._theme).width())
