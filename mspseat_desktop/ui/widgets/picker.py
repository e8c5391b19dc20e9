"""A button that shows who or what is chosen and opens a type-ahead list to choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mspseat_desktop.layout.initials import initials
from mspseat_desktop.ui.widgets.paint import one_line, paint_face, paint_focus_ring
from mspseat_desktop.ui.widgets.picker_list import PickerItem, PickerList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.theme import Theme


class Picker(QPushButton):
    """Picks one of many.

    `items` is asked anew each time the list opens, so it is never stale and costs nothing before.
    `create_words("Ann")` returns the words of the row that makes a new one; None for no such row.
    `chosen(object)` sends the id picked, `create_asked(str)` the typed name. The picker itself
    changes nothing: call `show_item` when the choice has come true.
    """

    chosen = Signal(object)
    create_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        items: Callable[[], Sequence[PickerItem]],
        create_words: Callable[[str], str] | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._items = items
        self._create_words = create_words
        self._placeholder = placeholder
        self._item: PickerItem | None = None
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: self.open_list())
        theme.changed.connect(self.update)
        self.show_item(None)

    @property
    def item(self) -> PickerItem | None:
        """Return what is shown as chosen."""
        return self._item

    def show_item(self, item: PickerItem | None) -> None:
        """Show what is chosen; None shows the placeholder. Sends nothing."""
        room = self.sizeHint()
        self._item = item
        words = item.title if item else self._placeholder
        self.setAccessibleName(f"{self._name}: {words}")
        if self.sizeHint() != room:
            self.updateGeometry()
        self.update()

    def open_list(self, typed: str = "") -> PickerList:
        """Open the list, with something typed already, and return it."""
        found = PickerList(
            self._theme,
            self._name,
            self,
            items=self._items(),
            create_words=self._create_words,
        )
        found.picked.connect(self.chosen)
        found.create_asked.connect(self.create_asked)
        found.open_below(self, focus=found.search, least_width=self.width())
        found.search.setText(typed)
        return found

    def sizeHint(self) -> QSize:
        """Return a line, or two with a detail."""
        return QSize(200, 48 if self._item and self._item.detail else 36)

    def minimumSizeHint(self) -> QSize:
        """Let long names be cut."""
        return QSize(100, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, Down, or with the letter typed."""
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        typed = "" if event.modifiers() & blocked else event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_list()
        elif typed.isprintable() and typed.strip():
            self.open_list(typed)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw avatar or icon, name and detail, and the arrow."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        hovered = self.isEnabled() and self.underMouse()
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("hover" if hovered else "surface"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        room = rect.adjusted(10, 0, -34, 0)
        item = self._item
        if item is not None and item.mark:
            self._paint_mark(painter, room, item)
            room.adjust(36 if item.mark in ("person", "provider") else 26, 0, 0, 0)
        if item is None:
            self._words(painter, room, self._placeholder, role="muted")
        elif item.detail:
            upper = QRectF(room.left(), 6, room.width(), 19)
            self._words(painter, upper, item.title, weight=QFont.Weight.DemiBold)
            lower = QRectF(room.left(), 25, room.width(), 17)
            self._words(painter, lower, item.detail, role="muted", pixels=12)
        else:
            self._words(painter, room, item.title, weight=QFont.Weight.Medium)
        arrow = QRectF(rect.right() - 26, rect.center().y() - 8, 16, 16)
        theme.icons.paint(painter, arrow, "chevron-down", theme.color("muted"))
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=7)

    def _paint_mark(self, painter: QPainter, room: QRectF, item: PickerItem) -> None:
        theme = self._theme
        middle = room.center().y()
        if item.mark in ("person", "provider"):
            at = QRectF(room.left(), middle - 14, 28, 28)
            letters, is_provider = initials(item.title), item.mark == "provider"
            face = item.face_for(28, self.devicePixelRatioF())
            paint_face(painter, at, face, letters, provider=is_provider, theme=theme)
        else:
            at = QRectF(room.left(), middle - 8, 16, 16)
            theme.icons.paint(painter, at, item.mark, theme.color("muted"))

    def _words(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        *,
        role: str = "ink",
        pixels: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        font = self._theme.font(pixels, weight)
        painter.setFont(font)
        painter.setPen(self._theme.color(role if self.isEnabled() else "muted"))
        shown = one_line(QFontMetricsF(font), text, room.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, align, shown)
