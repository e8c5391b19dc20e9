"""A field for one value of a metric, in the measure that the metric has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.ui.metrics.reading import (
    doubt_text,
    guess_measure,
    hint_text,
    read_value,
    typed_text,
)
from mspseat_desktop.ui.widgets import NumberField, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.vocabulary import Measure
    from mspseat_desktop.ui.widgets import PendingFields


class ValueField(NumberField):
    """Takes "95 %", "€ 1.200", "1 h 30" or "yes" and hands over the number that is kept.

    As long as the metric is a bare number, a sign in the text tells its measure: see `seen`.
    A sentence below says what is not understood, or what is worth a second look.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        pending: PendingFields | None = None,
        hint: str = "",
        locale: QLocale | None = None,
    ) -> None:
        super().__init__(name, parent, pending=pending, hint=hint, locale=locale)
        self._metric: Metric | None = None
        self._seen: tuple[Measure, str] | None = None
        self.remark = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.remark.hide()
        column = self.layout()
        if column is not None:
            column.addWidget(self.remark)

    @property
    def seen(self) -> tuple[Measure, str] | None:
        """Return measure and unit that the last text showed by its sign, None for no sign."""
        return self._seen

    def show_metric(self, metric: Metric) -> None:
        """Read and write values in the measure of this metric from now on."""
        known, self._metric = self._metric, metric
        if known is not None and (known.measure, known.unit) != (metric.measure, metric.unit):
            self._seen = None
            if not self.is_pending and self.is_understood:
                self.load(self._value)

    def set_value(self, value: float | None) -> None:
        """Show a value that changed elsewhere; typing not handed over stays. Sends nothing."""
        if value == self._value:
            return
        self._value = value
        self.field.set_text(self._written(value))
        if not self.is_pending:
            self._say("")

    def load(self, value: float | None) -> None:
        """Show a value in place of anything typed, for another record."""
        self._value = value
        self.field.load(self._written(value))
        self._say("")

    def _written(self, value: float | None) -> str:
        if value is None or self._metric is None:
            return ""
        return typed_text(value, self._metric, self._locale)

    def _read(self, text: str) -> None:
        metric = self._metric
        if metric is None:
            return
        is_bare = metric.measure == "number" and not metric.unit.strip()
        self._seen = guess_measure(text) if is_bare else None
        try:
            value = read_value(text, self._measured(metric), self._locale) if text.strip() else None
        except ValueError:
            self._doubts(doubt_text(metric, self._locale))
            return
        self._say("")
        self._remark("" if value is None else hint_text(value, self._measured(metric)))
        if value != self._value or self._seen:
            self._value = value
            self.handed_over.emit(value)

    def _measured(self, metric: Metric) -> Metric:
        if self._seen is None:
            return metric
        measure, unit = self._seen
        return replace(metric, measure=measure, unit=unit)

    def _say(self, sentence: str) -> None:
        super()._say(sentence)
        self._remark("")

    def _remark(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        if words:
            self.field.setAccessibleDescription(words)
