"""What differs between the open client and another version of it, to bring over by choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from mspseat_desktop.domain.merging import may_come_over, with_needed
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text, number_text
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    fit_on_screen,
    tip_text,
)
from mspseat_desktop.wording.differing import fields_text, values_text, what_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.difference import Differing
    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(880, 540)
ROW = 32
MOST = 2_000
"""Differences that are listed; the rest is counted and can not be chosen one by one."""
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """What the dialog says; `there` heads the column of the other version."""

    title: str
    intro: str
    there: str


class DifferenceDialog(QDialog):
    """Lists the differences from the open client to the other version.

    `merge_wanted` carries the ones to bring over as a tuple, with what has to come with them.
    Nothing is ticked at first, and a dialog that `may_merge` not only shows.
    """

    merge_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        differing: Sequence[Differing],
        present: Client,
        other: Client,
        *,
        words: DifferenceWords,
        may_merge: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.title)
        self.setModal(True)
        fit_on_screen(self, SIZE)
        self.words = words
        self._differing = tuple(differing)
        self._present = present
        self._may_merge = may_merge
        self.table = QTableWidget(0, 4, self)
        self._counted = PlainLabel(tone="muted")
        self.all_button = QuietButton(theme, _("Tick all"))
        self.close_button = QuietButton(theme, _("Close"))
        self.merge_button = PrimaryButton(theme, _("Bring over"))
        self._dress_table(words.there)
        self._fill(other)
        self._lay_out(words.title, words.intro)
        self.notices = NoticeHost(theme, self.table)
        self.table.itemChanged.connect(self._count)
        self.table.cellActivated.connect(self._turn)
        self.all_button.clicked.connect(self._tick_all)
        self.close_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self._merge)
        self._count()
        if self._differing:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.close_button.setFocus()

    def _dress_table(self, there: str) -> None:
        table = self.table
        table.setAccessibleName(_("What differs"))
        heads = (_("What"), _("Differs in"), _("Here"), there)
        for column, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            table.setHorizontalHeaderItem(column, head)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setShowGrid(False)
        table.setProperty("spaced", True)  # noqa: FBT003 - a Qt property
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in enumerate((290, 120, 190)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def _fill(self, other: Client) -> None:
        shown = self._differing[:MOST]
        self.table.setRowCount(len(shown))
        for row, found in enumerate(shown):
            here, there = values_text(found, self._present, other, date=date_text)
            what = what_text(found, self._present, other, date=date_text)
            for column, text in enumerate((what, fields_text(found), here, there)):
                item = QTableWidgetItem(text)
                item.setToolTip(tip_text(text))
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                if column == 0 and self._may_merge:
                    if may_come_over(found):
                        flags |= Qt.ItemFlag.ItemIsUserCheckable
                        item.setCheckState(_UNCHECKED)
                    else:
                        item.setToolTip(tip_text(_("A finished review stays as it is here.")))
                item.setFlags(flags)
                self.table.setItem(row, column, item)

    def _lay_out(self, title: str, intro: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold, wrap=True))
        column.addWidget(PlainLabel(intro, tone="muted", wrap=True))
        self.table.setVisible(bool(self._differing))
        column.addWidget(self.table, 100)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addWidget(self._counted)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.merge_button)
        column.addSpacing(4)
        column.addLayout(foot)
        for widget in (self.all_button, self.merge_button):
            widget.setVisible(self._may_merge and bool(self._differing))

    def _choosable(self) -> list[tuple[QTableWidgetItem, Differing]]:
        pairs = []
        for row, found in enumerate(self._differing[:MOST]):
            item = self.table.item(row, 0)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                pairs.append((item, found))
        return pairs

    def _ticked(self) -> list[Differing]:
        return [found for item, found in self._choosable() if item.checkState() == _CHECKED]

    def _turn(self, row: int, _column: int) -> None:
        """Tick or untick the line that Enter or a double click was on."""
        item = self.table.item(row, 0)
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)

    def _tick_all(self) -> None:
        pairs = self._choosable()
        state = _UNCHECKED if len(self._ticked()) == len(pairs) else _CHECKED
        self.table.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        for item, _found in pairs:
            item.setCheckState(state)
        self.table.blockSignals(False)  # noqa: FBT003 - same
        self.table.viewport().update()
        self._count()

    def _count(self) -> None:
        ticked, listed = len(self._ticked()), len(self._differing)
        words = ngettext("{n} difference", "{n} differences", listed)
        text = words.replace("{n}", number_text(listed))
        if ticked:
            more = _("{count}, {n} ticked").replace("{n}", number_text(ticked))
            text = more.replace("{count}", text)
        self._counted.setText(text)
        self.merge_button.setEnabled(bool(ticked))
        is_all = bool(ticked) and ticked == len(self._choosable())
        self.all_button.set_caption(_("Tick none") if is_all else _("Tick all"))

    def _merge(self) -> None:
        chosen = with_needed(self._ticked(), self._differing, self._present)
        self.merge_wanted.emit(chosen)
