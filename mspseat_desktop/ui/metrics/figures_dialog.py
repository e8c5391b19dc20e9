"""The figures of a seat, or of all seats, in a grid of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.metrics.figures_grid import FiguresGrid
from mspseat_desktop.ui.metrics.words import brief
from mspseat_desktop.ui.shortcuts.telling import hear
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    DropDown,
    Ground,
    IconButton,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Separator,
)

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

USUAL = (1080, 620)
MOST_NAMED = 3


class FiguresDialog(QDialog):
    """The grid with a choice between one seat and all, and a line that says what stands where.

    Every figure is kept as soon as it is entered; there is nothing to save. Without a seat it
    shows all of them.
    """

    def __init__(
        self, bridge: Bridge, theme: Theme, seat: SeatId | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._bridge, self._theme, self._seat = bridge, theme, seat
        self._windows_back = 0
        self._is_warned = False
        self.setWindowTitle(_("Figures"))
        self.title = PlainLabel("", pixels=17, weight=Weight.DemiBold, elide=True)
        choices = [("seat", _("This seat")), ("all", _("All seats"))]
        if seat is None:
            choices = choices[1:]
        self.scope = DropDown(theme, _("Whose figures"), choices, self)
        self.earlier = IconButton(theme, "chevron-left", _("Twelve periods earlier"), self)
        self.later = IconButton(theme, "chevron-right", _("Twelve periods later"), self)
        self.grid = FiguresGrid(bridge, theme, self)
        self.empty = PlainLabel("", self, tone="muted", wrap=True)
        self.note = PlainLabel("", self, pixels=12, wrap=True)
        self.left_out = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.hint = PlainLabel(_how_to(), self, pixels=12, tone="muted", wrap=True)
        self.copy_all = QuietButton(theme, _("Copy all"), icon="copy")
        self.close_button = PrimaryButton(theme, _("Close"))
        self._stack = QStackedWidget()
        self._lay_out()
        self.notices = NoticeHost(theme, self._stack)
        self._tie()
        self._show()
        self.grid.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 12)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.scope, self.earlier, self.later):
            head.addWidget(part)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        foot = Ground("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 12)
        row.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.note)
        said.addWidget(self.hint)
        said.addWidget(self.left_out)
        row.addLayout(said, 1)
        row.addWidget(self.copy_all)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self._stack, 1)
        column.addWidget(Separator())
        column.addWidget(foot)
        # Enter belongs to the grid: no button takes it from there.
        for button in (self.copy_all, self.close_button):
            button.setAutoDefault(False)
        room = self.screen().availableGeometry()
        self.resize(min(USUAL[0], room.width() - 40), min(USUAL[1], room.height() - 60))

    def _tie(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _place: self._show())
        self.earlier.clicked.connect(lambda: self._turn(1))
        self.later.clicked.connect(lambda: self._turn(-1))
        self.copy_all.clicked.connect(self.grid.copy_all)
        self.close_button.clicked.connect(self.close)
        self.grid.told.connect(self._tell)
        self.grid.figures.modelReset.connect(self._show_state)
        hear(self, "undo", self._bridge.undo)
        hear(self, "redo", self._bridge.redo)

    def reject(self) -> None:
        """Close, unless a text is not understood yet: that is shown first, once."""
        doubtful = self.grid.figures.doubtful()
        if doubtful is not None and not self._is_warned:
            self._is_warned = True
            self.grid.setCurrentIndex(self.grid.figures.index(doubtful.row(), doubtful.column()))
            self.grid.setFocus()
            words, _tone = self.grid.figures.sentence(doubtful)
            self._tell(_("{doubt} Close again to leave it out.").format(doubt=words), "no")
            return
        super().reject()

    def _turn(self, windows: int) -> None:
        self._windows_back = max(0, self._windows_back + windows)
        self._show()

    def _show(self) -> None:
        if self._seat is None or self.scope.value == "all":
            seats = list(self._bridge.client.chart())
            self.title.setText(_("Figures of all seats"))
        else:
            seats = [self._seat]
            self.title.setText(self._title_of(self._seat))
        self.grid.figures.show_seats(seats, windows_back=self._windows_back)

    def _title_of(self, seat: SeatId) -> str:
        found = self._bridge.client.find(Seat, seat)
        name = brief(found.title, 300) if found else ""
        return _("Figures of {seat}").format(seat=name or _("a seat without a name"))

    def _show_state(self) -> None:
        model = self.grid.figures
        self.later.setEnabled(self._windows_back > 0)
        self.copy_all.setEnabled(model.rowCount() > 0)
        self.hint.setVisible(model.rowCount() > 0)
        self._stack.setCurrentWidget(self.grid if model.rowCount() else self.empty)
        self.empty.setText(_empty_words(timeless=bool(model.timeless)))
        self.left_out.setText(_left_out([m.name for m in model.timeless]))
        self.left_out.setVisible(bool(model.timeless))

    def _tell(self, words: str, tone: str) -> None:
        if tone != "no":
            self._is_warned = False
        self.note.setText(words)
        self.note.setProperty("tone", tone)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)


def open_figures(
    bridge: Bridge, theme: Theme, seat: SeatId | None, parent: QWidget
) -> FiguresDialog:
    """Open the figures of the seat, or of all seats, over a window and return the dialog."""
    bridge.pending.flush_all()
    dialog = FiguresDialog(bridge, theme, seat, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _how_to() -> str:
    return _("Type a figure and press Enter. {keys} pastes a block from a spreadsheet.").format(
        keys=QKeySequence(QKeySequence.StandardKey.Paste).toString(
            QKeySequence.SequenceFormat.NativeText
        )
    )


def _empty_words(*, timeless: bool) -> str:
    if timeless:
        return _(
            "No metric here is looked at each day, week, month, quarter or year. "
            "Choose that for a metric under Metrics, and its figures can be entered here."
        )
    return _("There is no metric here yet. Add one under Metrics.")


def _left_out(names: list[str]) -> str:
    if not names:
        return ""
    shown = ", ".join(brief(name) for name in names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown = _("{names} and {count} more").format(names=shown, count=len(names) - MOST_NAMED)
    return _("Without a regular period, so not in the grid: {names}.").format(names=shown)
