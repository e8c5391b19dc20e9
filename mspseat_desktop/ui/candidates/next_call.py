"""The questions for the next call, as a page to read and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel, QuietButton, ScrollArea
from mspseat_desktop.wording.candidates import next_call_parts, next_call_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.candidates import Table
    from mspseat_desktop.ui.theme import Theme


class NextCall(QWidget):
    """What is still unknown of each candidate; `notice(str)` says what was copied."""

    notice = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Table | None = None
        self.copy = QuietButton(theme, _("Copy as text"), self, icon="copy")
        self.copy.clicked.connect(lambda _on=False: self._copy())
        self.about = PlainLabel(
            _("What nobody has answered yet, or only claimed. Each answer takes a line away."),
            self,
            tone="muted",
            wrap=True,
        )
        self._page = QWidget()
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(22, 8, 22, 16)
        self._lines.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(22, 12, 22, 4)
        head.addWidget(self.about, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(ScrollArea(self._page), 1)

    def show_table(self, table: Table) -> int:
        """Show the questions; return how many there are."""
        self._table = table
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        count = 0
        for title, lines in next_call_parts(table):
            self._lines.addSpacing(8)
            heading = PlainLabel(title, self._page, weight=Weight.DemiBold, wrap=True)
            self._lines.addWidget(heading)
            for words in lines:
                line = PlainLabel(f"\N{BULLET} {words}", self._page, wrap=True)
                self._lines.addWidget(line)
            count += len(lines)
        self._lines.addStretch(1)
        self.copy.setEnabled(count > 0)
        return count

    def _copy(self) -> None:
        if self._table is not None:
            QGuiApplication.clipboard().setText(next_call_text(self._table))
            self.notice.emit(_("The questions are on the clipboard as text."))
