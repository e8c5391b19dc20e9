"""The list of what is worth a look, left of the chart, with what can be done about each line."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.shortcuts.telling import and_keys, keep_told, with_keys
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    Ground,
    IconButton,
    PlainLabel,
    Separator,
)
from mspseat_desktop.ui.worth_a_look.foot import Foot
from mspseat_desktop.ui.worth_a_look.grouping import Found, Manner, rows_of
from mspseat_desktop.ui.worth_a_look.row_view import RowView
from mspseat_desktop.ui.worth_a_look.watcher import PORTION_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.worth_a_look.grouping import Row
    from mspseat_desktop.ui.worth_a_look.watcher import Watcher

WIDTH = 300
LEAST_WIDTH = 260


class WorthALook(Ground):
    """Grouped by kind or by seat; made anew only while it is shown.

    `seat_wanted(SeatId)` asks to go to a seat, `fix_wanted(Finding)` for what mends a finding,
    `done(str)` tells of an edit that can be undone, `hide_wanted` that the list is left.
    """

    seat_wanted = Signal(object)
    fix_wanted = Signal(object)
    done = Signal(str)
    hide_wanted = Signal()

    def __init__(
        self, bridge: Bridge, theme: Theme, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent)
        self._bridge, self._theme, self._watcher = bridge, theme, watcher
        self._manner: Manner = "kind"
        self._found = Found()
        self._gathering: tuple[Iterator[None], Found] | None = None
        self._steps: dict[str, int] = {}
        self._is_stale = True
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Worth a look"))
        self.list = RowView(theme, self)
        self.count = PlainLabel("", self, tone="muted")
        self.close_button = IconButton(theme, "x", "", self, side=26, role="muted")
        self.manner = ChoiceRow(
            theme,
            _("Grouped"),
            (Choice("kind", _("By kind"), mark=""), Choice("seat", _("By seat"), mark="")),
            self,
            size="compact",
            clearable=False,
        )
        self.manner.set_value("kind")
        self.empty = PlainLabel("", self, tone="muted", wrap=True)
        self.hidden = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        keep_told(self, self._tell_keys)
        self.foot = Foot(bridge, theme, self)
        self._lay_out()
        in_turn = (self.list, *self.foot.buttons, *self.manner.buttons, self.close_button)
        for before, after in pairwise(in_turn):
            QWidget.setTabOrder(before, after)
        self._connect()

    def _lay_out(self) -> None:
        title = PlainLabel(_("Worth a look"), self, pixels=15, weight=QFont.Weight.DemiBold)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 0)
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(14, 2, 8, 6)
        chosen.addWidget(self.manner)
        chosen.addStretch(1)
        for label in (self.empty, self.hidden):
            label.setContentsMargins(14, 8, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(chosen)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addWidget(self.hidden)
        self._line = Separator(self)
        column.addWidget(self._line)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._gather)
        self.close_button.clicked.connect(self.hide_wanted)
        self.manner.chosen.connect(self._choose_manner)
        self.list.left.connect(self.hide_wanted)
        self.list.at_row.connect(self._show_foot)
        self.list.chosen.connect(self._go)
        self.list.pressed_on.connect(self._mend_without_seat)
        self.foot.fix_wanted.connect(self.fix_wanted)
        self.foot.done.connect(self._catch_up)
        self._watcher.changed.connect(self._hear)

    def _tell_keys(self) -> None:
        words = _("Ratings are hidden, so what they would say is left out. {keys} shows them.")
        self.hidden.setText(with_keys(words, "hide-ratings"))
        self.close_button.set_name(and_keys(_("Hide the list"), "worth-a-look"))

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(WIDTH, 600)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the list when it comes into view."""
        super().showEvent(event)
        if self._is_stale:
            self._begin()

    def take_keyboard(self) -> None:
        """Put the keyboard into the list, or on what there is instead."""
        self.list.start()
        (self.list if self.list.isVisible() else self.close_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _hear(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._begin()

    def _begin(self) -> None:
        found = Found()
        steps = found.gather(
            self._watcher.watch,
            manner=self._manner,
            with_ratings=not self._bridge.ratings_hidden,
        )
        self._gathering = steps, found
        self._gather()

    def _gather(self) -> None:
        if self._gathering is None:
            return
        steps, found = self._gathering
        until = time.perf_counter() + PORTION_MS / 1000
        for _step in steps:
            if time.perf_counter() > until:
                self._next.start(0)
                return
        self._gathering, self._found, self._is_stale = None, found, False
        self._show()

    def _show(self) -> None:
        client = self._watcher.watch.client
        rows = rows_of(client, self._found, manner=self._manner, steps=self._steps)
        had_keyboard = self.list.hasFocus()
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.list.show_rows(client, rows)
        if had_keyboard and not rows:
            self.close_button.setFocus()
        self.empty.setText(
            _(
                "Nothing is worth a look now. Seats, figures, reviews and contracts are looked at "
                "while you work."
            )
            if self._watcher.has_looked
            else _("Looking…")
        )
        self.hidden.setVisible(self._bridge.ratings_hidden)
        self.count.setText(str(self._watcher.count) if self._watcher.has_looked else "")

    def _show_foot(self) -> None:
        row = self.list.row
        self.foot.show_row(row, self.list.rows.words(row) if row is not None else "")
        self._line.setVisible(not self.foot.isHidden())

    def _choose_manner(self, manner: object) -> None:
        self._manner = "seat" if manner == "seat" else "kind"
        self._steps.clear()
        self.list.show_rows(self._watcher.watch.client, ())
        self._begin()
        self.list.start()

    def _go(self, row: Row) -> None:
        if row.kind == "more":
            group = row.key.partition(":")[2]
            self._steps[group] = self._steps.get(group, 0) + 1
            self._show()
        elif row.finding is not None and row.finding.seat is not None:
            self.seat_wanted.emit(row.finding.seat)

    def _mend_without_seat(self, row: Row) -> None:
        """Enter leads somewhere also where there is no seat to show."""
        if row.kind == "finding" and row.finding is not None and row.finding.seat is None:
            self.fix_wanted.emit(row.finding)

    def _catch_up(self, told: str) -> None:
        """Show at once what was just done; the keyboard goes back to the list."""
        self.done.emit(told)
        self._watcher.hurry()
        self.list.setFocus()
