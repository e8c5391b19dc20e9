"""How cells and row heads of the figures grid are painted, and the field for typing in a cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.figures_model import BETWEEN, FiguresModel
from mspseat_desktop.ui.metrics.headings import cadence_heading
from mspseat_desktop.ui.metrics.words import STANDING_ROLES, standing_words
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    ROLE_MARKS,
    chip_size,
    one_line,
    paint_chip,
    paint_focus_ring,
    paint_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.metrics.figures_model import RowHead
    from mspseat_desktop.ui.metrics.sheet import Cell
    from mspseat_desktop.ui.theme import Theme

HEAD_WIDTH = 280
ROW_HEIGHT = 44
NARROWEST, COMMON, WIDEST = 52, 84, 160
BESIDE = 24
"""Pixels of a column: its least width, a common figure's, its greatest width, and what a mark and
the edges take."""
# Joined once: Python's flags take longer to join than a cell to be painted.
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
_RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight
_CENTRE = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter
_IS_SELECTED = QStyle.StateFlag.State_Selected
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus


class CellDelegate(QStyledItemDelegate):
    """Paints figures, with a cross at those off target, and opens a bare field to type in."""

    up_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell with hairlines at its right and bottom."""
        model = index.model()
        if not isinstance(model, FiguresModel):
            return
        theme = self._theme
        rect = QRectF(option.rect)
        cell = model.cell(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell is None:
            painter.fillRect(rect, theme.color("canvas"))
            paint_heading(painter, rect, model.sheet.heading(index.row(), index.column()), theme)
        else:
            is_selected = bool(option.state & _IS_SELECTED)
            painter.fillRect(rect, theme.color("accent_soft" if is_selected else "surface"))
            self._paint_value(painter, rect, cell, index)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & _HAS_FOCUS:
            paint_focus_ring(painter, rect.adjusted(1, 1, -2, -2), theme, radius=4)
        painter.restore()

    def _paint_value(
        self,
        painter: QPainter,
        rect: QRectF,
        cell: Cell,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        is_off = cell.state == "off_target"
        tone, mark = "ink", ROLE_MARKS["no"] if is_off else ""
        if cell.doubt:
            tone, mark = "no_text", "question"
        elif is_off:
            tone = "no_text"
        font = theme.font(13, Weight.DemiBold if is_off else Weight.Normal)
        room = rect.adjusted(15 if mark else 4, 0, -7, 0)
        painter.setFont(font)
        painter.setPen(theme.color(tone))
        words = one_line(QFontMetricsF(font), str(index.data() or ""), room.width())
        painter.drawText(room, _RIGHT, words)
        if mark:
            at = QRectF(rect.left() + 5, rect.center().y() - 4, 8, 8)
            paint_mark(painter, at, mark, theme.color("no"))

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the field for a cell, named by its metric and period."""
        field = QLineEdit(parent)
        field.setProperty("bare", True)  # noqa: FBT003  # Qt's own call
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or _("Figure")))
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the figure, unless somebody has begun to type."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Hand over what was typed; a figure only looked at is left alone."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Let the field fill its cell."""
        editor.setGeometry(option.rect.adjusted(1, 1, -2, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Go up and down on the arrows, as in a spreadsheet."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            hint = {
                int(Qt.Key.Key_Down): QStyledItemDelegate.EndEditHint.SubmitModelCache,
                int(Qt.Key.Key_Up): QStyledItemDelegate.EndEditHint.NoHint,
            }.get(event.key())
            if hint is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hint)
                if event.key() == Qt.Key.Key_Up:
                    self.up_wanted.emit()
                return True
        return super().eventFilter(editor, event)


class RowHeads(QHeaderView):
    """In front of each row: the metric, its target, and a chip with how it stands."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setFixedWidth(HEAD_WIDTH)
        self.setAccessibleName(_("Metrics"))

    def sizeHint(self) -> QSize:
        """Return the width that names get."""
        return QSize(HEAD_WIDTH, ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Draw name and target on two lines, the chip at the right."""
        model = self.model()
        if not isinstance(model, FiguresModel):
            return
        theme, head, box = self._theme, model.row_head(row), QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.color("canvas" if model.sheet.is_heading(row) else "surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        inside = box.adjusted(20, 0, -10, 0)
        if model.sheet.is_heading(row):
            self._write(painter, inside, head.name, heading=True)
        else:
            self._paint_head(painter, inside, head)
        painter.restore()

    def _paint_head(self, painter: QPainter, inside: QRectF, head: RowHead) -> None:
        theme = self._theme
        words, role = standing_words(head.standing), STANDING_ROLES[head.standing]
        top = inside.adjusted(0, 4, 0, 0)
        top.setHeight(18)
        low = top.translated(0, 18)
        if words:
            size = chip_size(words, theme)
            chip = QRectF(inside.right() - size.width(), inside.center().y() - 10, size.width(), 20)
            paint_chip(painter, chip, words, role, theme=theme)
            top.setRight(chip.left() - 8)
            low.setRight(chip.left() - 8)
        self._write(painter, top, head.name)
        about = place_and_target(head, QFontMetricsF(theme.font(12)), low.width())
        self._write(painter, low, about, muted=True)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        *,
        heading: bool = False,
        muted: bool = False,
    ) -> None:
        font = self._theme.font(12 if muted else 13, Weight.DemiBold if heading else Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted" if muted or heading else "ink"))
        shown = one_line(QFontMetricsF(font), words, box.width())
        painter.drawText(box, _ONE_LINE, shown)


class PeriodHeads(QHeaderView):
    """Over the columns: the periods of the group that stands uppermost."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(ROW_HEIGHT)
        self.setAccessibleName(_("Periods"))

    def make_room(self, texts: Iterable[str], *, count: int) -> None:
        """Let columns be as wide as the longer ones of so many figures need, with their marks.

        Where no more than a few are very long, these are cut; the sentence has them whole.
        """
        metrics = QFontMetricsF(self._theme.font(13, Weight.DemiBold))
        widths = [metrics.horizontalAdvance(text) for text in texts]
        common = [width for width in widths if width <= COMMON]
        if len(widths) - len(common) <= max(1, count // 10):
            widths = common
        needed = min(WIDEST, math.ceil(max(widths, default=0)) + BESIDE)
        self.setMinimumSectionSize(max(NARROWEST, needed))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw the period's two lines."""
        model = self.model()
        if not isinstance(model, FiguresModel):
            return
        theme, box = self._theme, QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.color("canvas"))
        lines = str(model.headerData(column, Qt.Orientation.Horizontal)).split("\n")
        paint_heading(painter, box, (lines[0], lines[-1] if len(lines) > 1 else ""), theme)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.restore()


class Corner(QWidget):
    """Over the row heads: how often the metrics below are looked at."""

    def __init__(self, theme: Theme, figures: FiguresModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._figures = theme, figures
        self.setFixedSize(HEAD_WIDTH, ROW_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        figures.headerDataChanged.connect(lambda *_where: self.update())
        figures.modelReset.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heading of the group that stands uppermost."""
        theme, box, group = self._theme, QRectF(self.rect()), self._figures.top
        painter = QPainter(self)
        painter.fillRect(box, theme.color("canvas"))
        painter.setPen(QPen(theme.color("line"), 1))
        below = QPointF(0, 1)
        painter.drawLine(box.bottomLeft() - below, box.bottomRight() - below)
        painter.drawLine(box.topRight() - QPointF(1, 0), box.bottomRight() - QPointF(1, 0))
        if group is not None:
            painter.setFont(theme.font(13, Weight.DemiBold))
            painter.setPen(theme.color("muted"))
            words = cadence_heading(group.cadence)
            painter.drawText(box.adjusted(20, 0, 0, 0), _ONE_LINE, words)


def place_and_target(head: RowHead, metrics: QFontMetricsF, room: float) -> str:
    """Return the seat, if it is told, and the target; a long seat is cut before the target is."""
    if not head.place:
        return head.detail
    target = f"{BETWEEN}{head.detail}"
    left = room - metrics.horizontalAdvance(target)
    return one_line(metrics, head.place, left) + target if left > NARROWEST else head.detail


def paint_heading(painter: QPainter, rect: QRectF, lines: tuple[str, str], theme: Theme) -> None:
    """Draw the two short lines of a period."""
    for at, words in enumerate(lines):
        font = theme.font(12 if at == 0 else 11, Weight.Normal if at else Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("muted" if at else "ink"))
        box = QRectF(rect.left(), rect.center().y() - 17 + at * 17, rect.width(), 17)
        painter.drawText(box, _CENTRE, words)
