"""Which seats the outline lists, in what order: the whole chart, folded, or what fits a filter."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.domain.chart_order import unfolded, walk, with_paths
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.sifting import RATED_KINDS, SeatKind, seats_of_kind
from mspseat_desktop.ui.find.finder import Finder
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.ui.seat_order import SeatOrder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge

FIRST: Final = 80
"""So many rows are there before the whole chart has been read."""
SIFT_MS = 200
"""After the last edit, until the seats are sifted again."""
TYPED_MS = 50
"""After a letter that was typed to find seats, until the list follows: the chart comes first."""


class Rows(QObject):
    """The seats in the outline with how deep they hang; looks at the client from `wake` to `sleep`.

    `changed` is sent for other rows or other depths; what stands in a row is not its business.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._order = SeatOrder.of(bridge)
        self._finder = Finder.of(bridge)
        self.folding = Folding.of(bridge)
        self._kind: SeatKind = "all"
        self._is_awake = False
        self._bright: frozenset[SeatId] | None = None
        self.seats: Sequence[SeatId] = ()
        self.depths: Sequence[int] = ()
        self.fits: frozenset[SeatId] | None = None
        """The seats that fit the filter; None while all are listed."""
        self._sift = QTimer(self)
        self._sift.setSingleShot(True)
        self._sift.setInterval(SIFT_MS)
        self._sift.timeout.connect(self.refresh)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.refresh)
        self._order.changed.connect(self.refresh)
        self.folding.changed.connect(self.refresh)
        self._finder.changed.connect(self._hear_finder)
        bridge.changed.connect(self._hear_edit)
        bridge.ratings_hidden_changed.connect(self._hear_ratings)

    @property
    def count(self) -> int:
        """How many rows there are; estimated from above while the chart is still being read."""
        if self.fits is None and not self._order.is_whole:
            return max(len(self.seats), self._bridge.client.count(Seat))
        return len(self.seats)

    @property
    def kind(self) -> SeatKind:
        """Which seats are to be listed."""
        return self._kind

    @property
    def is_filtered(self) -> bool:
        """Whether a filter or a search leaves seats out."""
        return self.fits is not None

    @property
    def folded(self) -> set[SeatId]:
        """The folded seats, to be read only."""
        return self.folding.folded

    def wake(self) -> None:
        """Begin to look at the client, because somebody looks here."""
        self._is_awake = True
        self.refresh()

    def sleep(self) -> None:
        """Stop looking at the client."""
        self._is_awake = False

    def show_kind(self, kind: SeatKind) -> None:
        """List the seats of a kind with all above them."""
        if kind != self._kind:
            self._kind = kind
            self.refresh()

    def catch_up(self) -> None:
        """Follow edits at once that would be followed in a moment."""
        self._order.catch_up()
        if self._typed.isActive():
            self.refresh()

    def row_of(self, seat: SeatId | None) -> int:
        """Return the row of a seat, -1 where it is not listed."""
        self.catch_up()
        if seat is None or not self._bridge.client.has(Seat, seat):
            return -1
        if self.fits is None and not self._order.is_whole:
            self._read_all()
        try:
            return self.seats.index(seat)
        except ValueError:
            return -1

    def reach(self, row: int) -> None:
        """See to it that a row is there, while the chart is still being read."""
        self.catch_up()
        if row >= len(self.seats) and not self._order.is_whole and self.fits is None:
            self._read_all()

    def has_reports(self, seat: SeatId) -> bool:
        """Whether anybody reports to the seat."""
        return bool(self._bridge.client.children(seat))

    def is_open(self, seat: SeatId) -> bool:
        """Whether the reports of the seat are listed."""
        return self.is_filtered or seat not in self.folded

    def refresh(self) -> None:
        """List the seats anew."""
        self._sift.stop()
        self._typed.stop()
        if not self._is_awake:
            return
        fits = self._fitting()
        order = self._order
        if fits is not None:
            self.seats, self.depths = with_paths(order.whole, fits)
        elif not order.is_whole:
            first = list(islice(walk(self._bridge.client, self.folded), FIRST))
            self.seats = [seat for seat, _depth in first]
            self.depths = [depth for _seat, depth in first]
        elif self.folded:
            self.seats, self.depths = unfolded(order.whole, self.folded)
        else:
            self.seats, self.depths = order.whole.seats, order.whole.depths
        self.fits = fits
        self.changed.emit()

    def _read_all(self) -> None:
        _all = self._order.whole  # reading it sends `changed`, which lists the seats anew

    def _fitting(self) -> frozenset[SeatId] | None:
        bridge, bright = self._bridge, self._finder.bright
        self._bright = bright
        hidden = bridge.ratings_hidden and self._kind in RATED_KINDS
        if self._kind == "all" or hidden:
            return bright
        of_kind = seats_of_kind(bridge.client, self._kind, bridge.on)
        return frozenset(of_kind if bright is None else of_kind & bright)

    def _hear_finder(self) -> None:
        bright = self._finder.bright
        if self._is_awake and bright is not None:
            if bright != self._bright:
                self._typed.start()
        elif self.fits is not None:
            self.refresh()

    def _hear_edit(self) -> None:
        if self._is_awake and self._kind != "all":
            self._sift.start()

    def _hear_ratings(self) -> None:
        if self._bridge.ratings_hidden and self._kind in RATED_KINDS:
            self._kind = "all"
        self.refresh()
