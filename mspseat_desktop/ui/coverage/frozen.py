"""A table whose first column stays in sight when it scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.coverage.model import Index


class FrozenTable(QTableView):
    """Draws the first column at the left edge over what has been scrolled away.

    It is one table still: places, keys and the screen reader know nothing of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalScrollBar().valueChanged.connect(lambda _at: self.viewport().update())

    @property
    def _is_scrolled(self) -> bool:
        return self.horizontalScrollBar().value() > 0

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """Return the place under a point; in front lies the first column."""
        found = super().indexAt(pos)
        if self._is_scrolled and found.isValid() and 0 <= pos.x() < self.columnWidth(0):
            return found.siblingAtColumn(0)
        return found

    def visualRect(self, index: Index) -> QRect:
        """Return where a place is seen."""
        found = super().visualRect(index)
        if index.isValid() and index.column() == 0 and self._is_scrolled:
            found.moveLeft(0)
        return found

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a place into sight, beside the first column and not below it."""
        super().scrollTo(index, hint)
        bar = self.horizontalScrollBar()
        covered = self.columnWidth(0) - super().visualRect(index).left()
        if index.column() > 0 and self._is_scrolled and covered > 0:
            bar.setValue(bar.value() - covered)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table, then the first column in front."""
        super().paintEvent(event)
        model = self.model()
        if not self._is_scrolled or model is None:
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        current = self.currentIndex() if self.hasFocus() else QModelIndex()
        for row in range(model.rowCount()):
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            if top + high < 0 or top > self.viewport().height():
                continue
            index = model.index(row, 0)
            option.rect = QRect(0, top, self.columnWidth(0), high)
            option.state = QStyle.StateFlag.State_Enabled
            if index == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)


class FrozenHeading(QHeaderView):
    """The heading of such a table; over its first section the others can not be clicked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sections, then the first one in front."""
        super().paintEvent(event)
        if self.offset() > 0 and self.count():
            painter = QPainter(self.viewport())
            self.paintSection(painter, QRect(0, 0, self.sectionSize(0), self.height()), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave out what lies behind the first section."""
        if self.offset() > 0 and event.position().x() < self.sectionSize(0):
            event.accept()
        else:
            super().mousePressEvent(event)
