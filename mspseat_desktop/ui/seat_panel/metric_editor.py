"""Measure, target, rhythm, source and figures of one metric, opened below its row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.seat import change_metric, set_figure, set_target
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import (
    Direction,
    FigureId,
    Measure,
    MetricId,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.value_field import ValueField
from mspseat_desktop.ui.metrics.words import measure_words
from mspseat_desktop.ui.seat_panel.entries import number_entry, text_entry
from mspseat_desktop.ui.seat_panel.words import cadence_words, direction_words
from mspseat_desktop.ui.widgets import DateField, DropDown, PlainLabel, TextField
from mspseat_desktop.wording.measures import cadence_text

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
        self.measure = DropDown(theme, _("Counted in"), list(measure_words().items()), self)
        self.unit = TextField(_("Unit"), self, pending=pending)
        self.direction = DropDown(theme, _("Good when"), list(direction_words().items()), self)
        self.target = ValueField(_("Target"), self, pending=pending)
        self.high = ValueField(_("Up to"), self, pending=pending)
        self.cadence = DropDown(theme, _("Looked at each"), [], self)
        self.source = TextField(
            _("Source of the figure"), self, pending=pending, hint=_("such as a report")
        )
        self.figure = ValueField(_("Figure"), self, pending=pending)
        self.figure_on = DateField(
            theme, _("Figure of the day"), self, pending=pending, today=bridge.today
        )
        self._target = number_entry(bridge, self.target, self._make_target)
        self._high = number_entry(bridge, self.high, self._make_high)
        self._unit = text_entry(bridge, self.unit, _make_unit)
        self._source = text_entry(bridge, self.source, _make_source)
        self._figure = number_entry(bridge, self.figure, self._make_figure)
        self.measure.currentIndexChanged.connect(lambda _place: self._set_measure())
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
        self._unit_label = PlainLabel("", self, pixels=12, tone="muted")
        self._unit_cell = self._cell(self._unit_label, self.unit)
        self._direction_cell = self._cell(_("Good when"), self.direction)
        self._high_cell = self._cell(_("Up to"), self.high)
        self._grid.addWidget(self._cell(_("Counted in"), self.measure), 0, 0)
        self._grid.addWidget(self._unit_cell, 0, 1)
        self._grid.addWidget(self._direction_cell, 1, 0)
        self._grid.addWidget(self._cell(_("Target"), self.target), 1, 1)
        self._grid.addWidget(self._high_cell, 2, 1)
        self._grid.addWidget(self._cell(_("Looked at each"), self.cadence), 3, 0)
        self._grid.addWidget(self._cell(_("Source of the figure"), self.source), 3, 1)
        figures = QHBoxLayout()
        figures.setSpacing(8)
        figures.addWidget(self._cell(_("Figure"), self.figure), 2)
        figures.addWidget(self._cell(_("of the day"), self.figure_on), 3)
        self._grid.addLayout(figures, 4, 0, 1, 2)

    def _cell(self, label: PlainLabel | str, field: QWidget) -> QWidget:
        cell = QWidget(self)
        lines = QVBoxLayout(cell)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        if isinstance(label, str):
            label = PlainLabel(label, cell, pixels=12, tone="muted", elide=True)
        lines.addWidget(label)
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
        for field in (self.target, self.high, self.figure):
            field.show_metric(record)
        self.measure.set_value(record.measure)
        self.direction.set_value(record.direction)
        self._target.show(record.id, record.target)
        self._high.show(record.id, record.target_high)
        self._source.show(record.id, record.source)
        self._show_measure(record)
        self._unit.show(record.id, record.unit)
        self._show_cadence(record.cadence)
        self._show_figure()

    def _show_measure(self, record: Metric) -> None:
        """Show the fields that belong to the measure."""
        is_number = record.measure != "yes_no"
        self._direction_cell.setVisible(is_number)
        self._high_cell.setVisible(is_number and record.direction == "between")
        is_money = record.measure == "money"
        self._unit_cell.setVisible(is_money or record.measure == "number")
        words = _("Currency") if is_money else _("Unit")
        self._unit_label.setText(words)
        self.unit.setAccessibleName(words)
        self.unit.setPlaceholderText(_("such as $") if is_money else _("such as days"))

    def _show_cadence(self, cadence: str) -> None:
        known = cadence_words()
        words = known if cadence in known else (*known, cadence)
        if tuple(self.cadence.itemData(at) for at in range(self.cadence.count())) != words:
            self.cadence.blockSignals(True)  # noqa: FBT003  # Qt's own call
            self.cadence.clear()
            for word in words:
                self.cadence.addItem(cadence_text(word) or _("Not decided"), word)
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
        edit = set_target(now.id, value, high=now.target_high, merge_key=merge_key)
        return _with_measure(edit, now, self.target)

    def _make_high(self, key: str, value: float | None, merge_key: str, /) -> Edit | None:
        now = self._now(key)
        if now is None:
            return None
        edit = set_target(now.id, now.target, high=value, merge_key=merge_key)
        return _with_measure(edit, now, self.high)

    def _make_figure(self, key: str, value: float | None, merge_key: str, /) -> Edit | None:
        metric, _at, on = key.rpartition("@")
        now = self._now(metric)
        if now is None:
            return None
        name = FigureId(self._bridge.new_id())
        edit = set_figure(name, now.id, on=on, value=value, merge_key=merge_key)
        return _with_measure(edit, now, self.figure)

    def _set_measure(self) -> None:
        now = self._now(self._metric.id) if self._metric is not None else None
        measure = cast("Measure", self.measure.value)
        if now is None or now.measure == measure:
            return
        unit = ""
        if measure == "money":
            unit = QLocale().currencySymbol()
        edits = [change_metric(now.id, measure=measure, unit=unit)]
        if measure == "yes_no":
            edits += [
                change_metric(now.id, direction="at_least"),
                set_target(now.id, float(now.target is None or now.target > 0)),
            ]
        self._bridge.do(both("change-metric", *edits))

    def _set_direction(self) -> None:
        if self._metric is not None:
            direction = cast("Direction", self.direction.value)
            self._bridge.do(change_metric(self._metric.id, direction=direction))

    def _set_cadence(self) -> None:
        if self._metric is not None:
            self._bridge.do(change_metric(self._metric.id, cadence=str(self.cadence.value or "")))


def _make_unit(key: str, unit: str, merge_key: str, /) -> Edit:
    return change_metric(MetricId(key), unit=unit, merge_key=merge_key)


def _make_source(key: str, source: str, merge_key: str, /) -> Edit:
    return change_metric(MetricId(key), source=source, merge_key=merge_key)


def _with_measure(edit: Edit, metric: Metric, field: ValueField) -> Edit:
    """Return the edit together with the measure that a sign in the field has shown."""
    if field.seen is None or metric.measure != "number":
        return edit
    measure, unit = field.seen
    change = change_metric(metric.id, measure=measure, unit=unit)
    return replace(both(edit.name, edit, change), merge_key=edit.merge_key)
