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
    """The seats of a client that were cut, as long as they are on the clipboard."""

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._content = b""
        self.seats: tuple[SeatId, ...] = ()
        """The seats that were chosen; some may have left the chart since."""
        self.branches: frozenset[SeatId] = frozenset()
        """They and all that hung on them then."""
        QGuiApplication.clipboard().dataChanged.connect(self._compare)
        bridge.chart_shown.connect(self.forget)

    @classmethod
    def of(cls, bridge: Bridge) -> Cut:
        """Return what is cut of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    def mark(self, seats: Sequence[SeatId], content: bytes) -> None:
        """Remember the seats that this content of the clipboard stands for."""
        client = self._bridge.client
        self._content, self.seats = content, tuple(seats)
        self.branches = frozenset(s for top in tops(client, seats) for s in client.branch(top))
        self.changed.emit()

    def words(self, seat: SeatId) -> str:
        """Return that a seat is cut, "" when it is not."""
        return _("Cut, not yet pasted") if seat in self.branches else ""

    def waiting(self, content: bytes) -> tuple[SeatId, ...]:
        """Return the seats that move when this content is pasted, none once they are deleted."""
        is_there = content == self._content and tops(self._bridge.client, self.seats)
        return self.seats if is_there else ()

    def forget(self) -> bool:
        """Let the seats stay, what is pasted from now on are copies; say whether any was cut."""
        if not self.seats:
            return False
        self._content, self.seats, self.branches = b"", (), frozenset()
        self.changed.emit()
        return True

    def _compare(self) -> None:
        """Forget the seats when something else is copied, here or in another program."""
        if self.seats and copied_seats() != self._content:
            self.forget()


def copied_seats() -> bytes:
    """Return the seats on the clipboard in our form, nothing when there are none."""
    return bytes(QGuiApplication.clipboard().mimeData().data(SEATS).data())
