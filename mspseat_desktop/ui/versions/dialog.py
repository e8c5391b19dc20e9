"""The what-if copies and versions of the open client, and what can be done with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.versions.words import day_text, take_text
from mspseat_desktop.ui.widgets import (
    LinkButton,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    tip_text,
)
from mspseat_desktop.wording.charts import chart_text, kind_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.vocabulary import ChartId
    from mspseat_desktop.ui.theme import Theme

ROW = 32


class VersionsDialog(QDialog):
    """Lists the charts, the current one first; what is wanted is sent and done by its owner.

    `new_wanted` and `keep_wanted` ask for a copy of the chart that is shown; the others carry the
    KeptChart that is marked.
    """

    new_wanted = Signal()
    keep_wanted = Signal()
    open_wanted = Signal(object)
    compare_wanted = Signal(object)
    take_wanted = Signal(object)
    rename_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What-if copies and versions"))
        self.setModal(True)
        self.resize(820, 480)
        self._shown: tuple[KeptChart, ...] = ()
        self._open: ChartId | None = None
        self.table = QTableWidget(0, 4, self)
        self.new_button = QuietButton(theme, _("New what-if copy…"), icon="plus")
        self.keep_button = QuietButton(theme, _("Keep a version of today…"), icon="history")
        self.compare = LinkButton(theme, _("Compare"), icon="list")
        self.take = LinkButton(theme, _("Make it the current chart"), icon="check")
        self.rename = LinkButton(theme, _("Rename…"), icon="pencil")
        self.drop = LinkButton(theme, _("Drop…"), icon="trash-2")
        self.close_button = QuietButton(theme, _("Close"))
        self.open_button = PrimaryButton(theme, _("Open"))
        self.open_button.setDefault(True)
        self._dress_table()
        self._lay_out()
        self.notices = NoticeHost(theme, self.table)
        self._connect()

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(_("Charts of this client"))
        for column, text in enumerate((_("Name"), _("Kind"), _("Day"), _("Note"))):
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
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 280)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        title = _("What-if copies and versions")
        column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold))
        words = _(
            "A what-if copy is a chart to try things out in. A version keeps the chart as it is "
            "today, to look at. People, reviews and figures are the client's: all charts share "
            "them."
        )
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addSpacing(2)
        made = QHBoxLayout()
        made.setSpacing(8)
        made.addWidget(self.new_button)
        made.addWidget(self.keep_button)
        made.addStretch(1)
        column.addLayout(made)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for button in (self.compare, self.take, self.rename, self.drop):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addSpacing(4)
        foot.addWidget(self.open_button)
        column.addSpacing(4)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.keep_button.clicked.connect(self.keep_wanted)
        wants = (
            (self.open_button, self.open_wanted.emit),
            (self.compare, self.compare_wanted.emit),
            (self.take, self.take_wanted.emit),
            (self.rename, self.rename_wanted.emit),
            (self.drop, self.drop_wanted.emit),
        )
        for button, send in wants:
            button.clicked.connect(lambda _on=False, send=send: self._want(send))
        self.close_button.clicked.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.cellActivated.connect(lambda _row, _column: self._want(self.open_wanted.emit))

    def show_charts(
        self, charts: Sequence[KeptChart], *, shown: ChartId, marked: ChartId | None = None
    ) -> None:
        """Show these, the current one first; `shown` is the one in the window."""
        self._shown, self._open = tuple(charts), shown
        self.table.setRowCount(len(charts))
        for row, chart in enumerate(charts):
            name = chart_text(chart)
            if chart.id == shown:
                name = _("{name} (on show)").replace("{name}", name)
            texts = (
                name,
                "" if chart.is_current else kind_text(chart.kind),
                day_text(chart),
                " ".join(chart.note.split()),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(tip_text(text))
                self.table.setItem(row, column, item)
        ids = [chart.id for chart in self._shown]
        self.table.selectRow(ids.index(marked) if marked in ids else ids.index(shown))
        self.table.setFocus()
        self._enable()

    @property
    def chart(self) -> KeptChart | None:
        """Return the one that is marked."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        chart = self.chart
        is_kept = chart is not None and not chart.is_current
        for button in (self.compare, self.take, self.rename, self.drop):
            button.setEnabled(is_kept)
        self.open_button.setEnabled(chart is not None and chart.id != self._open)
        if chart is not None:
            self.take.set_caption(take_text(chart))

    def _want(self, send: Callable[[object], object]) -> None:
        if self.chart is not None:
            send(self.chart)
