"""The seat's metrics: name, target, latest figure and how it stands; one at a time is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.content.templates import MetricTemplate
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    change_metric,
    move_metric,
    remove_metric,
)
from mspseat_desktop.domain.metrics import course, standing
from mspseat_desktop.domain.records import Figure, Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.figures_dialog import open_figures
from mspseat_desktop.ui.seat_panel import bank
from mspseat_desktop.ui.seat_panel.list_button import ListButton
from mspseat_desktop.ui.seat_panel.menus import add_row_entries, add_step
from mspseat_desktop.ui.seat_panel.metric_editor import MetricEditor
from mspseat_desktop.ui.seat_panel.metric_summary import MetricSummary
from mspseat_desktop.ui.seat_panel.row_list import RowEdits, RowList, RowWords
from mspseat_desktop.ui.seat_panel.words import figure_text, metric_tag, target_words
from mspseat_desktop.ui.widgets import PickerItem, PlainLabel, QuietButton

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.seat_panel.row import Row
    from mspseat_desktop.ui.theme import Theme


class MetricsPage(QWidget):
    """The rows, with one editor that opens below the row that is worked on."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._seat: SeatId | None = None
        self._opened: str = ""
        self._summaries: dict[Row, MetricSummary] = {}
        self.hint = PlainLabel(
            _("A metric is a number that shows whether the seat does its job."),
            self,
            tone="muted",
            wrap=True,
        )
        self._editor: MetricEditor | None = None
        self.list = RowList(
            bridge,
            theme,
            self,
            edits=RowEdits(
                has=lambda client, key: client.has(Metric, key),
                holds_more=lambda client, key: bool(client.ids(Figure, "metric", key)),
                add=_add,
                rename=_rename,
                move=lambda key, place: move_metric(MetricId(key), place),
                remove=lambda key: remove_metric(MetricId(key)),
                add_several="add-metrics",
            ),
            words=RowWords(
                text=_("Metric {number}"),
                menu=_("More about metric {number}"),
                new=_("New metric"),
                hint=_("Add a metric"),
                numbered=False,
            ),
            dress=self._dress,
            fill_menu=self._fill_menu,
        )
        self.list.entered.connect(self._edit_row)
        self.from_bank = ListButton(
            theme, _("From examples"), self, items=self._bank_items, icon="list"
        )
        self.from_bank.chosen.connect(self._add_from_bank)
        self.enter = QuietButton(theme, _("Enter figures"), self, icon="table")
        self.enter.clicked.connect(self.open_figures)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.from_bank)
        foot.addWidget(self.enter)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addStretch(1)

    @property
    def opened(self) -> str:
        """Return the id of the metric that is open for editing, "" for none."""
        return self._opened

    @property
    def editor(self) -> MetricEditor:
        """Return the one editor, which is made for the first metric that is opened."""
        if self._editor is None:
            self._editor = MetricEditor(self._bridge, self._theme, self)
        return self._editor

    def show_seat(self, seat: SeatId) -> None:
        """Show the seat's metrics."""
        records = self._bridge.client.metrics(seat)
        if seat != self._seat or all(m.id != self._opened for m in records):
            self._close()
        self._seat = seat
        self.hint.setVisible(not records)
        self.enter.setVisible(bool(records))
        self.list.show_items(seat, [(m.id, m.name) for m in records])

    def open_figures(self) -> None:
        """Open the grid with the seat's figures by period."""
        if self._seat is not None:
            open_figures(self._bridge, self._theme, self._seat, self.window())

    def open_metric(self, row: Row) -> None:
        """Open the editor below the row, or close it there."""
        if self._opened == row.key:
            self._close()
            row.text.setFocus()
            return
        record = self._bridge.client.find(Metric, row.key)
        if record is None:
            return
        self._close()
        self._opened = row.key
        row.below.addWidget(self.editor)
        self.editor.show_metric(record)
        self.editor.show()
        self._dress(row)
        self.list.arranged.emit()
        self.editor.target.setFocus()

    def _edit_row(self, row: Row) -> None:
        if self._opened != row.key:
            self.open_metric(row)
        else:
            self.editor.target.setFocus()

    def _close(self) -> None:
        opened, self._opened = self._opened, ""
        if self._editor is None:
            return
        self._editor.hide()
        self._editor.setParent(self)
        for row, summary in self._summaries.items():
            if row.key == opened:
                summary.show_open(is_open=False)

    def _dress(self, row: Row) -> None:
        client = self._bridge.client
        record = client.find(Metric, row.key)
        if record is None:
            if row in self._summaries:
                self._summaries[row].hide()
            return
        figure = client.latest_figure(record.id)
        on = self._bridge.on
        tag = metric_tag(standing(client, record.id, on))
        row.show_tags([tag] if tag else [])
        summary = self._summaries.get(row)
        if summary is None:
            summary = MetricSummary(self._theme, row)
            summary.clicked.connect(lambda _on=False: self.open_metric(row))
            self._summaries[row] = summary
            row.below.insertWidget(0, summary)
        summary.show()
        summary.show_words(record.name, target_words(record), figure_text(record, figure))
        summary.show_course(record, course(client, record, until=on))
        summary.show_open(is_open=self._opened == row.key)
        if self._opened == row.key:
            self.editor.show_metric(record)

    def _fill_menu(self, row: Row, menu: QMenu) -> None:
        add_step(menu, _("Target and figures"), lambda: self._edit_row(row))
        add_step(menu, _("Enter figures"), self.open_figures)
        add_row_entries(menu, self.list, row)

    def _bank_items(self) -> list[PickerItem]:
        if self._seat is None:
            return []
        return bank.metric_items(self._bridge.client, self._seat)

    def _add_from_bank(self, line: object) -> None:
        if self._seat is not None and isinstance(line, MetricTemplate):
            self._bridge.do(add_metric(line.metric(MetricId(self._bridge.new_id()), self._seat)))


def _add(key: str, seat: SeatId, name: str, index: int | None) -> Edit:
    return add_metric(Metric(MetricId(key), seat, name=name), index=index)


def _rename(key: str, name: str, merge_key: str) -> Edit:
    return change_metric(MetricId(key), name=name, merge_key=merge_key)
