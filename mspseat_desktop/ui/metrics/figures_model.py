"""The scorecard as a table model: rows are metrics, columns periods, cells take typed values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from mspseat_desktop.domain.edits.figures import (
    PeriodFigure,
    put_period_figure,
    put_period_figures,
)
from mspseat_desktop.domain.metrics import standing
from mspseat_desktop.domain.records import (
    Figure,
    Metric,
    Seat,
)
from mspseat_desktop.domain.vocabulary import FigureId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.metrics.headings import cadence_heading, heading, period_text
from mspseat_desktop.ui.metrics.reading import doubt_text, hint_text, read_value, typed_text
from mspseat_desktop.ui.metrics.scorecard import ACROSS, Group, Scorecard, scorecard
from mspseat_desktop.ui.metrics.sheet import Cell, Sheet
from mspseat_desktop.ui.metrics.words import brief, standing_meaning, standing_words
from mspseat_desktop.ui.widgets import tip_text
from mspseat_desktop.wording.measures import target_text, value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.metrics import MetricStanding, Period
    from mspseat_desktop.domain.vocabulary import MetricId, SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.metrics.pasting import Pasted

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"
NOWHERE = QModelIndex()
BETWEEN = " · "
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class RowHead:
    """What stands in front of a row; `place` is the seat where there are several."""

    name: str
    detail: str
    standing: MetricStanding
    place: str = ""

    @property
    def about(self) -> str:
        """The seat, if it is told, and the target."""
        return f"{self.place}{BETWEEN}{self.detail}" if self.place else self.detail


class FiguresModel(QAbstractTableModel):
    """The metrics of some seats; a group after the first begins with a row of headings.

    A text that is not understood stays in its cell until it is mended or taken out.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._seats: tuple[SeatId, ...] = ()
        self._windows_back = 0
        self._doubts: dict[tuple[MetricId, Period], str] = {}
        self.sheet = Sheet(Scorecard((), ()))
        self.top: Group | None = None
        self.timeless: tuple[Metric, ...] = ()
        bridge.changed.connect(self._hear)

    # What is shown

    def show_seats(self, seats: Sequence[SeatId], *, windows_back: int = 0) -> None:
        """Show the metrics of the seats, so many times twelve periods back."""
        self._seats, self._windows_back = tuple(seats), windows_back
        self._build()

    def _build(self) -> None:
        self.beginResetModel()
        client = self._bridge.client
        seats = [seat for seat in self._seats if client.has(Seat, seat)]
        card = scorecard(client, seats, until=self._bridge.on, windows_back=self._windows_back)
        self.sheet, self.timeless = Sheet(card), card.timeless
        self.top = self.sheet.group_at(0)
        self.endResetModel()

    def _hear(self, news: News) -> None:
        change = news.change
        if change.touched(Metric) or change.touched(Seat):
            self._build()
            return
        touched = {record.metric for pair in change.of(Figure) for record in pair if record}
        for row in self.sheet.renew(news.client, touched) if touched else ():
            self.dataChanged.emit(self.index(row, 0), self.index(row, ACROSS - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def show_top(self, row: int) -> None:
        """Let the headings over the columns be those of the row that stands uppermost.

        `top` is the group whose headings they are.
        """
        group = self.sheet.group_at(row)
        if group is not None and group is not self.top:
            self.top = group
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, ACROSS - 1)

    def cell(self, index: Index) -> Cell | None:
        """Return what stands in a cell; None in a row of headings and beyond the calendar."""
        cell = self.sheet.cell(index.row(), index.column()) if index.isValid() else None
        if cell is None:
            return None
        doubt = self._doubts.get((cell.metric.id, cell.period), "")
        return replace(cell, doubt=doubt) if doubt else cell

    def row_head(self, row: int) -> RowHead:
        """Return what stands in front of a row."""
        group, line = self.sheet.group_at(row), self.sheet.line_at(row)
        if line is None:
            return RowHead(cadence_heading(group.cadence) if group else "", "", "unknown")
        metric = line.metric
        target = target_text(metric, number_text) or _("No target yet")
        state = standing(self._bridge.client, metric.id, self._bridge.on)
        place = (line.seat_title.strip() or _("unnamed")) if len(self._seats) > 1 else ""
        return RowHead(metric.name, target, state, place)

    def sentence(self, index: Index) -> tuple[str, str]:
        """Return what to say of a cell, and in which tone: its doubt, a hint, or what it is."""
        cell = self.cell(index)
        if cell is None:
            return "", "muted"
        if cell.doubt:
            return f"“{brief(cell.doubt)}”: {doubt_text(cell.metric)}", "no"
        if cell.value is not None and (hint := hint_text(cell.value, cell.metric)):
            return hint, "partly"
        return self._spoken(index), "muted"

    def remark(self, index: Index) -> str:
        """Return what is worth a second look about a figure, with its metric, "" for nothing."""
        cell = self.cell(index)
        if cell is None or cell.doubt or cell.value is None:
            return ""
        hint = hint_text(cell.value, cell.metric)
        return f"{brief(cell.metric.name)}: {hint}" if hint else ""

    # What Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the metrics and the rows of headings between groups."""
        return 0 if parent.isValid() else len(self.sheet)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the periods."""
        return 0 if parent.isValid() else ACROSS

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the figure as text, for reading aloud with its metric and period."""
        if role == _Role.AccessibleTextRole:
            return self._spoken(index)
        cell = self.cell(index)
        if cell is None:
            lines = self.sheet.heading(index.row(), index.column())
            return " ".join(lines).strip() if role == _Role.DisplayRole else None
        if role in (_Role.DisplayRole, _Role.EditRole):
            if cell.doubt:
                return cell.doubt
            return "" if cell.value is None else typed_text(cell.value, cell.metric)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return a period's two lines, or a metric's name with its target and standing."""
        if role == _Role.ToolTipRole and orientation == Qt.Orientation.Vertical:
            return self._told(section)
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if self.top is None or section >= len(self.top.periods):
                return ""
            return "\n".join(heading(self.top.cadence, self.top.periods[section]))
        head = self.row_head(section)
        return ", ".join(p for p in (head.name, head.about, standing_words(head.standing)) if p)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed in; headings are only read."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Take what was typed; False when it is not understood or could not be kept."""
        cell = self.cell(index)
        if cell is None or role != _Role.EditRole:
            return False
        text = str(value).strip()
        try:
            number = read_value(text, cell.metric) if text else None
        except ValueError:
            self._doubt(cell, text, index)
            return False
        if number == cell.value and not cell.doubt:
            return True
        entry = self._entry(cell.metric, cell.period, number)
        if not self._bridge.do(put_period_figure(entry, today=self._bridge.on)):
            self._doubt(cell, text, index)
            return False
        self._doubt(cell, "", index)
        return True

    # Several cells at once

    def clear(self, indexes: Sequence[Index]) -> None:
        """Take the figures and doubtful texts out of the cells, as one step."""
        cells = [(index, cell) for index in indexes if (cell := self.cell(index)) is not None]
        for index, cell in cells:
            self._doubt(cell, "", index)
        entries = [
            self._entry(cell.metric, cell.period, None)
            for _index, cell in cells
            if cell.value is not None
        ]
        if entries:
            self._bridge.do(put_period_figures(entries, today=self._bridge.on))

    def take(self, found: Sequence[Pasted]) -> bool:
        """Enter pasted figures as one step; return whether it was done."""
        entries = [self._entry(p.metric, p.period, p.value) for p in found]
        if not self._bridge.do(put_period_figures(entries, today=self._bridge.on)):
            return False
        for pasted in found:
            self._doubts.pop((pasted.metric.id, pasted.period), None)
        return True

    def doubtful(self) -> Index | None:
        """Return the first cell whose text is not understood, None when there is none."""
        for row in range(len(self.sheet)):
            for column in range(ACROSS):
                cell = self.cell(self.index(row, column))
                if cell is not None and cell.doubt:
                    return self.index(row, column)
        return None

    def _doubt(self, cell: Cell, text: str, index: Index) -> None:
        key = (cell.metric.id, cell.period)
        if text:
            self._doubts[key] = text
        else:
            self._doubts.pop(key, None)
        at = self.index(index.row(), index.column())
        self.dataChanged.emit(at, at)

    def _entry(self, metric: Metric, period: Period, value: float | None) -> PeriodFigure:
        return PeriodFigure(FigureId(self._bridge.new_id()), metric.id, period, value)

    def _told(self, row: int) -> str:
        head = self.row_head(row)
        meaning = "" if self.sheet.is_heading(row) else standing_meaning(head.standing)
        words = (brief(head.name, 300), brief(head.about, 300), meaning)
        return tip_text("\n".join(part for part in words if part))

    def _spoken(self, index: Index) -> str:
        cell, group = self.cell(index), self.sheet.group_at(index.row())
        if cell is None or group is None:
            return ""
        said = _("no figure")
        if cell.doubt:
            said = _("“{text}” is not understood").format(text=brief(cell.doubt))
        elif cell.value is not None:
            said = value_text(cell.metric, cell.value, number_text)
            if cell.state != "unknown":
                said = f"{said}, {standing_words(cell.state).lower()}"
        when = period_text(group.cadence, cell.period)
        return f"{brief(cell.metric.name)}, {when}: {said}"
