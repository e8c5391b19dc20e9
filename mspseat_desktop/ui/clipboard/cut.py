"""Which seats are cut: they move there where they are pasted, and are shown as on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from mspseat_desktop.domain.edits.branches import tops
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge

SEATS = "application/x-mspseat-seats"
"""Seats of this program, in the form of a template file."""


class Cut(QObject):
    """The seats of a client that were cut, as long as they are on the clipboard.

    They are cut in the chart that was shown then; in another one their copies are pasted.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._content = b""
        self._chart = bridge.charts.shown.id
        self._seats: tuple[SeatId, ...] = ()
        self._branches: frozenset[SeatId] = frozenset()
        QGuiApplication.clipboard().dataChanged.connect(self._compare)
        bridge.chart_shown.connect(self.changed)

    @classmethod
    def of(cls, bridge: Bridge) -> Cut:
        """Return what is cut of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    @property
    def branches(self) -> frozenset[SeatId]:
        """The seats that are cut in the chart on show, and all that hung on them then."""
        is_here = bool(self._seats) and self._bridge.charts.shown.id == self._chart
        return self._branches if is_here else frozenset()

    def mark(self, seats: Sequence[SeatId], content: bytes) -> None:
        """Remember the seats that this content of the clipboard stands for."""
        client = self._bridge.client
        self._content, self._seats = content, tuple(seats)
        self._chart = self._bridge.charts.shown.id
        self._branches = frozenset(s for top in tops(client, seats) for s in client.branch(top))
        self.changed.emit()

    def words(self, seat: SeatId) -> str:
        """Return that a seat is cut, "" when it is not."""
        return _("Cut, not yet pasted") if seat in self.branches else ""

    def waiting(self, content: bytes) -> tuple[SeatId, ...]:
        """Return the seats that move when this content is pasted, none once they are deleted."""
        is_here = content == self._content and self.branches
        return self._seats if is_here and tops(self._bridge.client, self._seats) else ()

    def forget(self) -> bool:
        """Let the seats stay, what is pasted from now on are copies; say whether any was cut."""
        was_here = bool(self.branches)
        self._content, self._seats, self._branches = b"", (), frozenset()
        if was_here:
            self.changed.emit()
        return was_here

    def _compare(self) -> None:
        """Forget the seats when something else is copied, here or in another program."""
        if self._seats and copied_seats() != self._content:
            self.forget()


def copied_seats() -> bytes:
    """Return the seats on the clipboard in our form, nothing when there are none."""
    return bytes(QGuiApplication.clipboard().mimeData().data(SEATS).data())
