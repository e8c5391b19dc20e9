"""A scorecard row by row, as the grid lays it out: groups one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.ui.metrics.headings import heading
from mspseat_desktop.ui.metrics.reading import typed_text
from mspseat_desktop.ui.metrics.scorecard import Group, Line, Scorecard, line_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.metrics import Period
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.scene import MetricState


LONG = 1_000
"""From here on a whole number needs more than three digits."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: the figure and how it stands, or a text that is not understood."""

    metric: Metric
    period: Period
    value: float | None
    doubt: str = ""

    @property
    def state(self) -> MetricState:
        """How the figure stands against the target of today."""
        return metric_state(self.metric, self.value)


class Sheet:
    """The rows of a scorecard; a group after the first begins with a row of headings."""

    def __init__(self, card: Scorecard) -> None:
        self._rows: list[tuple[Group, Line | None]] = []
        for group in card.groups:
            if self._rows:
                self._rows.append((group, None))
            self._rows += [(group, line) for line in group.lines]

    def __len__(self) -> int:
        return len(self._rows)

    def group_at(self, row: int) -> Group | None:
        """Return the group that a row belongs to; None beyond the last row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def line_at(self, row: int) -> Line | None:
        """Return the metric of a row; None for a row of headings and beyond the last one."""
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    def is_heading(self, row: int) -> bool:
        """Whether the row holds headings."""
        return 0 <= row < len(self._rows) and self._rows[row][1] is None

    def row_in_group(self, row: int) -> int:
        """Return the place of a metric's row among its group's metrics."""
        group, line = self._rows[row]
        return next(
            at for at, other in enumerate(group.lines) if line and other.metric is line.metric
        )

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a figure's cell; None in a row of headings and beyond the calendar."""
        group, line = self.group_at(row), self.line_at(row)
        if group is None or line is None or not 0 <= column < len(group.periods):
            return None
        return Cell(line.metric, group.periods[column], line.values[column])

    def heading(self, row: int, column: int) -> tuple[str, str]:
        """Return the two lines over a column in the row's group."""
        group = self.group_at(row)
        if group is None or not 0 <= column < len(group.periods):
            return "", ""
        return heading(group.cadence, group.periods[column])

    def count(self) -> int:
        """Return how many figures there are."""
        return sum(1 for _metric, _value in self._figures())

    def long_texts(self) -> list[str]:
        """Return the figures that may need a wider column, as they are written."""
        return [
            typed_text(value, metric)
            for metric, value in self._figures()
            if abs(value) >= LONG or value % 1
        ]

    def _figures(self) -> Iterator[tuple[Metric, float]]:
        for _group, line in self._rows:
            for value in line.values if line is not None else ():
                if line is not None and value is not None:
                    yield line.metric, value

    def renew(self, client: Client, metrics: Collection[str]) -> list[int]:
        """Read the figures of these metrics anew; return their rows."""
        found = []
        for row, (group, line) in enumerate(self._rows):
            if line is not None and line.metric.id in metrics:
                fresh = line_of(client, line.metric, line.seat_title, columns=group.periods)
                self._rows[row] = (group, fresh)
                found.append(row)
        return found
