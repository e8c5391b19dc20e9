"""The coverage map with what stands around it: heading, legend, findings and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.findings import Findings
from mspseat_desktop.ui.coverage.grid import grid_of
from mspseat_desktop.ui.coverage.legend import Legend
from mspseat_desktop.ui.coverage.seat_list import SeatList
from mspseat_desktop.ui.coverage.table import CoverageTable
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import CheckBox, PlainLabel, QuietButton
from mspseat_desktop.wording.coverage import clear_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import FunctionId, SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.coverage.grid import Grid
    from mspseat_desktop.ui.theme import Theme

SIDE = 28


class Board(QWidget):
    """The map of a client that has one; `print_wanted` asks for the page's preview."""

    print_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: frozenset[FunctionId] = frozenset()
        self.table = CoverageTable(bridge, theme)
        self.summary = PlainLabel("", tone="muted", elide=True)
        self.only_trouble = CheckBox(theme, _("Only what is not clear"))
        self.print = QuietButton(theme, _("Print"), icon="printer")
        self.add_seat = SeatList(bridge, theme)
        self.add_function = QuietButton(theme, _("Add a function"), icon="plus")
        self.findings = Findings(theme)
        self.hint = PlainLabel("", tone="muted", wrap=True)
        self._lay_out(theme)
        self.only_trouble.toggled.connect(lambda _on: self._filter())
        self.print.clicked.connect(lambda _on=False: self.print_wanted.emit())
        self.add_seat.chosen.connect(self.table.doing.add_column)
        self.add_function.clicked.connect(lambda _on=False: self._add_function())

    def _lay_out(self, theme: Theme) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(PlainLabel(_("Coverage"), pixels=20, weight=Weight.DemiBold))
        first.addWidget(self.summary, 1)
        for button in (self.print, self.add_seat, self.add_function):
            first.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(Legend(theme))
        second.addStretch(1)
        second.addWidget(self.only_trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 20, SIDE, 12)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.findings)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        for one, other in (
            (self.print, self.add_seat),
            (self.add_seat, self.add_function),
            (self.add_function, self.only_trouble),
            (self.only_trouble, self.table),
        ):
            self.setTabOrder(one, other)

    def refresh(self) -> None:
        """Show the map as it stands."""
        grid = grid_of(self._bridge.client)
        said = _("Who is accountable for each piece of IT · {clear}")
        self.summary.setText(said.replace("{clear}", clear_text(grid.standings, drawn=grid.drawn)))
        self.findings.show_for(grid)
        if self.only_trouble.isChecked():
            # A row that has just been mended stays in sight under the hands.
            self._kept |= _in_trouble(grid)
            grid = grid.only(self._kept)
        hint = _hint(grid)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.table.show_grid(grid)

    def show_function(self, function: FunctionId, seat: SeatId | None) -> None:
        """Put the keyboard on a function, at a seat or at the first one; show all if need be."""
        grid = self.table.map.grid
        if all(line.function.id != function for line in grid.lines):
            self.only_trouble.setChecked(False)
        first = grid.columns[0].seat if grid.columns else None
        self.table.go_to(function, seat or first)

    def _filter(self) -> None:
        self._kept = frozenset()
        self.refresh()

    def _add_function(self) -> None:
        self.only_trouble.setChecked(False)
        self.table.doing.add_function(after=self.table.function)


def _in_trouble(grid: Grid) -> frozenset[FunctionId]:
    return frozenset(line.function.id for line in grid.lines if not line.clear)


def _hint(grid: Grid) -> str:
    """Return what an empty map or a filter without rows needs to say."""
    if not grid.columns:
        return _(
            "No seat holds IT work yet. Add the seats that do: the provider's, that of the people "
            "inside who look after IT, and whoever leads the company."
        )
    return "" if grid.lines else _("Everything is clear: exactly one is accountable each time.")
