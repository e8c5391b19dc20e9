"""Where somebody sat once: from when until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.people import seats_before
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.words import past_words
from mspseat_desktop.ui.widgets import LineLink, PlainLabel

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Seat, Seating
    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SHOWN = 8


class _PastSeat(QWidget):
    """A seat's title, a link while the seat is in the chart, and the days."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.seating: Seating | None = None
        self.link = LineLink(theme, "", self)
        self.closed = PlainLabel("", self, tone="muted", elide=True)
        self.closed.setContentsMargins(4, 6, 4, 6)
        self.days = PlainLabel("", self, pixels=12, tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.link)
        row.addWidget(self.closed)
        row.addStretch(1)
        row.addWidget(self.days)

    def show_past(self, seating: Seating, seat: Seat) -> None:
        self.seating = seating
        title = seat.title or _("unnamed")
        self.link.set_caption(title)
        self.link.setAccessibleName(_("Show the seat {seat}").replace("{seat}", title))
        self.closed.setText(_("{seat} (closed)").replace("{seat}", title))
        self.link.setVisible(not seat.closed_on)
        self.closed.setVisible(bool(seat.closed_on))
        self.days.setText(past_words(seating))


class SeatsBefore(QWidget):
    """The section, gone while there is nothing to tell; `seat_wanted(SeatId)` for a click."""

    seat_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: OccupantId | None = None
        self._shows_all = False
        self._lines: list[_PastSeat] = []
        self._more = LineLink(theme, "", self)
        self._more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        heading = PlainLabel(_("Seats before"), self, weight=theme.font().Weight.DemiBold)
        column.addWidget(heading)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def lines(self) -> tuple[_PastSeat, ...]:
        """Return the lines on show."""
        return tuple(line for line in self._lines if line.seating is not None)

    def show_occupant(self, occupant: OccupantId) -> None:
        """Show the past seats of this one."""
        self._shows_all = self._shows_all and occupant == self._occupant
        self._occupant = occupant
        client = self._bridge.client
        past = seats_before(client, occupant)
        shown = past if self._shows_all else past[:SHOWN]
        while len(self._lines) < len(shown):
            self._lines.append(self._made())
        for place, line in enumerate(self._lines):
            if place < len(shown):
                line.show_past(shown[place], client.seat(shown[place].seat))
            else:
                line.seating = None
            line.setVisible(place < len(shown))
        self._more.setVisible(len(shown) < len(past))
        self._more.set_caption(_("Show all {count}").format(count=len(past)))
        self.setVisible(bool(past))

    def _made(self) -> _PastSeat:
        line = _PastSeat(self._theme, self)
        line.link.clicked.connect(lambda _on=False: self._open(line))
        self._list.addWidget(line)
        return line

    def _open(self, line: _PastSeat) -> None:
        if line.seating is not None:
            self.seat_wanted.emit(line.seating.seat)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._occupant is not None:
            self.show_occupant(self._occupant)
