"""The list of all actions with their keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.shortcuts.chords import chord_text
from mspseat_desktop.ui.shortcuts.lines import Line
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import one_line, paint_focus_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme

ROW, HEADING = 30, 34
EDGE, CAP, CAP_SIDE = 10, 22, 8
"""Pixels: beside the words, how high a key is drawn, and from its edge to its words."""
_LINE: Final = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class _KeyPainter(QStyledItemDelegate):
    """Draws a line: the action at the left, its key as a key cap at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        line = index.data(_LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        if line.name:
            self._paint_line(painter, room, line, option)
        else:
            painter.setFont(self._theme.font(11, Weight.DemiBold))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(room.adjusted(EDGE, 8, -EDGE, 0), _MIDDLE, line.words)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, room: QRectF, line: Line, option: QStyleOptionViewItem
    ) -> None:
        state = option.state
        marked = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if marked or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if marked else "hover"))
            painter.drawRoundedRect(room.adjusted(0, 1, 0, -1), 6, 6)
        right = self._paint_key(painter, room, line)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.color("ink" if line.is_first else "muted"))
        words = room.adjusted(EDGE, 0, 0, 0)
        words.setRight(right - EDGE)
        shown = one_line(QFontMetricsF(painter.font()), line.words, words.width())
        painter.drawText(words, _MIDDLE, shown)
        view = self.parent()
        if marked and isinstance(view, QListWidget) and view.hasFocus():
            paint_focus_ring(painter, room.adjusted(0, 1, 0, -1), self._theme, radius=6)

    def _paint_key(self, painter: QPainter, room: QRectF, line: Line) -> float:
        """Draw the key, and that it was changed; return where both begin."""
        painter.setFont(self._theme.font(12, Weight.Medium))
        metrics = QFontMetricsF(painter.font())
        right = room.right() - EDGE
        if line.chord:
            text = chord_text(line.chord)
            wide = max(float(CAP), metrics.horizontalAdvance(text) + 2 * CAP_SIDE)
            cap = QRectF(right - wide, room.center().y() - CAP / 2, wide, CAP)
            painter.setPen(self._theme.color("line_strong"))
            painter.setBrush(self._theme.color("surface"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
            right = cap.left()
        if line.is_own and line.is_first:
            text = _("changed") if line.chord else _("no key (changed)")
            painter.setFont(self._theme.font(11))
            painter.setPen(self._theme.color("muted"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(QRectF(right - wide - 8, room.top(), wide, ROW), _MIDDLE, text)
            right -= wide + 8
        return right


class KeyList(QListWidget):
    """Sends what the user wants of the line that is marked.

    `change_wanted` by Enter, F2 or a double click, `add_wanted` by Insert, `remove_wanted` by
    Delete, `typed(str)` hands a letter on to the search, `left` asks for the way back there.
    """

    change_wanted = Signal()
    add_wanted = Signal()
    remove_wanted = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_KeyPainter(theme, self))
        self.setAccessibleName(_("Actions and their keys"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.itemDoubleClicked.connect(lambda _item: self.change_wanted.emit())
        theme.changed.connect(self.viewport().update)

    @property
    def line(self) -> Line | None:
        """The line that is marked."""
        found = self.currentItem().data(_LINE) if self.currentRow() >= 0 else None
        return found if isinstance(found, Line) and found.name else None

    def show_lines(self, lines: Sequence[Line], *, marked: tuple[str, str] | None = None) -> None:
        """Show these; the mark goes to an action with a key, else stays on its action."""
        was, at = self.line, self.verticalScrollBar().value()
        wanted = marked or ((was.name, was.chord) if was is not None else ("", ""))
        self.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.spoken)
            item.setData(_LINE, line)
            item.setSizeHint(QSize(0, ROW if line.name else HEADING))
            if not line.name:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        named = [row for row, line in enumerate(lines) if line.name]
        of_action = [row for row in named if lines[row].name == wanted[0]]
        exact = [row for row in of_action if lines[row].chord == wanted[1]]
        self.setCurrentRow((exact or of_action or named or [-1])[0])
        self.blockSignals(False)  # noqa: FBT003 - Qt's own call
        self.verticalScrollBar().setValue(at)
        if self.currentRow() > 1:
            self.scrollToItem(self.currentItem())
        else:
            self.scrollToTop()  # with the heading over the first line
        self.currentRowChanged.emit(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what keys do with a line, hand letters on, leave walking to Qt."""
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = event.text() if not held & ~Qt.KeyboardModifier.ShiftModifier else ""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not held:
            if not event.isAutoRepeat():
                self.change_wanted.emit()
        elif key == Qt.Key.Key_Insert and not held:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete and not held:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Up and self.currentRow() <= 1:
            self.left.emit()
        elif words.strip() and words.isprintable():
            self.typed.emit(words)
        else:
            super().keyPressEvent(event)
