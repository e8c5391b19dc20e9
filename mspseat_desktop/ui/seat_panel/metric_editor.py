"""Target, unit, rhythm and figures of one metric, opened below its row."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.seat import change_metric, set_figure, set_target
from mspseat_desktop.domain.records import Direction, FigureId, Metric, MetricId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import number_entry, text_entry
from mspseat_desktop.ui.seat_panel.words import cadence_words, direction_words
from mspseat_desktop.ui.widgets import DateField, DropDown, NumberField, PlainLabel, TextField

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class MetricEditor(QWidget):
    """The form; figures are entered for a day, today unless another is given."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._metric: Metric | None = None
        self._on = bridge.on
        pending = bridge.pending
        self.direction = DropDown(theme, _("Good when"), list(direction_words().items()), self)
        self.target = NumberField(_("Target"), self, pending=pending)
        self.high = NumberField(_("Up to"), self, pending=pending)
        self.unit = TextField(_("Unit"), self, pending=pending, hint=_("such as % or min"))
        self.cadence = DropDown(theme, _("Looked at each"), [], self)
        self.figure = NumberField(_("Figure"), self, pending=pending)
        self.figure_on = DateField(
            theme, _("Figure of the day"), self, pending=pending, today=bridge.today
        )
        self._target = number_entry(bridge, self.target, self._make_target)
        self._high = number_entry(bridge, self.high, self._make_high)
        self._unit = text_entry(bridge, self.unit, _make_unit)
        self._figure = number_entry(bridge, self.figure, self._make_figure)
        self.direction.currentIndexChanged.connect(lambda _place: self._set_direction())
        self.cadence.currentIndexChanged.connect(lambda _place: self._set_cadence())
        self.figure_on.handed_over.connect(self._choose_day)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 4, 8, 12)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._high_cell = self._cell(_("Up to"), self.high)
        self._grid.addWidget(self._cell(_("Good when"), self.direction), 0, 0)
        self._grid.addWidget(self._cell(_("Target"), self.target), 0, 1)
        self._grid.addWidget(self._high_cell, 1, 1)
        self._grid.addWidget(self._cell(_("Unit"), self.unit), 2, 0)
        self._grid.addWidget(self._cell(_("Looked at each"), self.cadence), 2, 1)
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addWidget(self._cell(_("Figure"), self.figure), 2)
        figures.addWidget(self._cell(_("of the day"), self.figure_on), 3)
        self._grid.addLayout(figures, 3, 0, 1, 2)

    def _cell(self, words: str, field: QWidget) -> QWidget:
        cell = QWidget(self)
        lines = QVBoxLayout(cell)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(PlainLabel(words, cell, pixels=12, tone="muted"))
        lines.addWidget(field)
        lines.addStretch(1)
        field.setMinimumWidth(40)
        return cell

    def show_metric(self, record: Metric) -> None:
        """Show a metric; the day of the figure goes back to today for another one."""
        if self._metric is None or record.id != self._metric.id:
            self._on = self._bridge.on
            self.figure_on.load(self._on)
        self._metric = record
        self.direction.set_value(record.direction)
        self._target.show(record.id, record.target)
        self._high.show(record.id, record.target_high)
        self._high_cell.setVisible(record.direction == "between")
        self._unit.show(record.id, record.unit)
        self._show_cadence(record.cadence)
        self._show_figure()

    def _show_cadence(self, cadence: str) -> None:
        known = cadence_words()
        words = known if cadence in known else (*known, cadence)
        if tuple(self.cadence.itemData(at) for at in range(self.cadence.count())) != words:
            self.cadence.blockSignals(True)  # noqa: FBT003  # Qt's own call
            self.cadence.clear()
            for word in words:
                self.cadence.addItem(word or _("Not said"), word)
            self.cadence.blockSignals(False)  # noqa: FBT003  # Qt's own call
        self.cadence.set_value(cadence)

    def _show_figure(self) -> None:
        if self._metric is not None:
            figures = self._bridge.client.figures(self._metric.id)
            value = next((f.value for f in figures if f.on == self._on), None)
            self._figure.show(f"{self._metric.id}@{self._on}", value)

    def _choose_day(self, day: object) -> None:
        self._on = str(day) if day else self._bridge.on
        if not day:
            self.figure_on.load(self._on)
        self._show_figure()

    def _now(self, key: str) -> Metric | None:
        return self._bridge.client.find(Metric, key)

    def _make_target(self, key: str, value: float | None, merge_key: str, /) -> Edit | None:
        now = self._now(key)
        if now is None:
            return None
        return set_target(now.id, value, high=now.target_high, merge_key=merge_key)

    def _make_high(self, key: str, value: float | None, merge_key: str, /) -> Edit | None:
        now = self._now(key)
        if now is None:
            return None
        return set_target(now.id, now.target, high=value, merge_key=merge_key)

    def _make_figure(self, key: str, value: float | None, merge_key: str, /) -> Edit | None:
        metric, _at, on = key.rpartition("@")
        now = self._now(metric)
        if now is None:
            return None
        name = FigureId(self._bridge.new_id())
        return set_figure(name, now.id, on=on, value=value, merge_key=merge_key)

    def _set_direction(self) -> None:
        if self._metric is not None:
            direction = cast("Direction", self.direction.value)
            self._bridge.do(change_metric(self._metric.id, direction=direction))

    def _set_cadence(self) -> None:
        if self._metric is not None:
            self._bridge.do(change_metric(self._metric.id, cadence=str(self.cadence.value or "")))


def _make_unit(key: str, unit: str, merge_key: str, /) -> Edit:
    return change_metric(MetricId(key), unit=unit, merge_key=merge_key)
