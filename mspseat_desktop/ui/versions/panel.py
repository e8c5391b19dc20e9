"""The list of differences beside the chart: added, moved, removed and changed seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.versions.rows import RowPainter, Rows, rows_of
from mspseat_desktop.ui.widgets import Ground, IconButton, LinkButton, PlainLabel, Separator

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.versions.comparing import Comparing
    from mspseat_desktop.ui.versions.rows import Row

WIDTH = 280
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowView(QListView):
    """Arrows walk from seat to seat; `chosen(Row)` for Enter, Space or a click, `left` for Esc."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(theme, self))
        self.setAccessibleName(_("What differs from the current chart"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these lines; the keyboard stays at the same seat if it is still there."""
        now, scrolled = self.rows.row(self.currentIndex()), self.verticalScrollBar().value()
        self.rows.show(rows)
        for place, row in enumerate(rows):
            if now is not None and (row.kind, row.way, row.seat) == (now.kind, now.way, now.seat):
                self.setCurrentIndex(self.rows.index(place))
        self.verticalScrollBar().setValue(scrolled)

    def start(self) -> None:
        """Put the keyboard at the first seat unless it is at one already."""
        if not self.currentIndex().isValid() and len(self.rows.rows) > 1:
            self.setCurrentIndex(self.rows.index(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter or Space, leave on Esc; Qt walks with the arrows."""
        if event.key() in _ENTER:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None and row.kind != "heading":
            self.chosen.emit(row)


class DifferencePanel(Ground):
    """Made anew only while it is shown.

    `seat_wanted(SeatId)` asks to go to a seat, `whole_wanted` for the whole chart, `print_wanted`
    for the differences on paper, `hide_wanted` that the list is left.
    """

    seat_wanted = Signal(object)
    whole_wanted = Signal()
    print_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, theme: Theme, comparing: Comparing, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._comparing = comparing
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("What differs from the current chart"))
        self.list = RowView(theme, self)
        self.count = PlainLabel("", self, tone="muted", wrap=True)
        self.ghosts = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.print_button = LinkButton(theme, _("Print…"), self, icon="printer")
        self.close_button = IconButton(theme, "x", _("Hide the list"), self, side=26, role="muted")
        self._lay_out()
        self.close_button.clicked.connect(self.hide_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.list.left.connect(self.hide_wanted)
        self.list.chosen.connect(self._go)
        comparing.changed.connect(self._hear)
        self.hide()

    def _lay_out(self) -> None:
        title = PlainLabel(_("What differs"), self, pixels=15, weight=Weight.DemiBold)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 0)
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        for label in (self.count, self.ghosts):
            label.setContentsMargins(14, 2, 14, 6)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(Separator(self, upright=True))
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.list, 100)
        column.addStretch(1)
        column.addWidget(self.ghosts)
        column.addWidget(Separator(self))
        column.addLayout(foot)

    def open(self) -> None:
        """Show the list and put the keyboard into it."""
        self.show()
        self._show()
        self.list.start()
        (self.list if self._comparing.has_differences else self.close_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _hear(self, _seats: object) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self.count.setText(
            _("From the current chart to the one on show.")
            if self._comparing.has_differences
            else self._comparing.count_text()
        )
        self.list.show_rows(rows_of(self._comparing))
        self.list.setVisible(self._comparing.has_differences)
        self.ghosts.setText("")
        self.ghosts.hide()

    def _go(self, row: Row) -> None:
        words = _("“{seat}” is in the current chart only.").replace("{seat}", row.words)
        self.ghosts.setText(words)
        self.ghosts.setVisible(row.is_ghost)
        if row.kind == "chart":
            self.whole_wanted.emit()
        if row.goes_to is not None:
            self.seat_wanted.emit(row.goes_to)
