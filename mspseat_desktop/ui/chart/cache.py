"""Pictures of cards, kept within a bound of bytes; the ones used longest ago go first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPixmap

    from mspseat_desktop.domain.vocabulary import SeatId

KEPT_BYTES = 6 * 1024 * 1024
KEPT_SCREENS = 2
"""Room for the cards of so many canvases, and never less than the bytes above."""
BYTES_PER_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A card as it was painted at a scale of device pixels per tree unit."""

    pixmap: QPixmap
    scale: float
    size: int


class CardCache:
    """The newest picture of each seat.

    A picture of another scale is kept until it is painted anew: stretched, it stands in for the
    card while somebody zooms. Whoever changes what a card shows has to `drop` its picture, and to
    `clear` all when the theme or the hiding of ratings changes.
    """

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._kept = kept_bytes
        self._pictures: OrderedDict[SeatId, Picture] = OrderedDict()
        self._used = 0

    def make_room_for(self, pixels: int) -> None:
        """Keep as much as a canvas of so many device pixels takes, some times over."""
        self._kept = max(KEPT_BYTES, KEPT_SCREENS * BYTES_PER_PIXEL * pixels)
        self._let_go()

    @property
    def used_bytes(self) -> int:
        """How much all pictures take."""
        return self._used

    def __len__(self) -> int:
        return len(self._pictures)

    def find(self, seat: SeatId) -> Picture | None:
        """Return the seat's picture at whatever scale."""
        picture = self._pictures.get(seat)
        if picture is not None:
            self._pictures.move_to_end(seat)
        return picture

    def put(self, seat: SeatId, pixmap: QPixmap, scale: float) -> None:
        """Keep a picture in place of the seat's older one."""
        self.drop(seat)
        size = pixmap.width() * pixmap.height() * BYTES_PER_PIXEL
        self._pictures[seat] = Picture(pixmap, scale, size)
        self._used += size
        self._let_go()

    def drop(self, seat: SeatId) -> None:
        """Forget a seat's picture."""
        picture = self._pictures.pop(seat, None)
        if picture is not None:
            self._used -= picture.size

    def drop_all(self, seats: Collection[SeatId]) -> None:
        """Forget the pictures of these seats, however many there are of them."""
        for seat in [seat for seat in self._pictures if seat in seats]:
            self.drop(seat)

    def clear(self) -> None:
        """Forget all pictures."""
        self._pictures.clear()
        self._used = 0

    def _let_go(self) -> None:
        while self._used > self._kept and len(self._pictures) > 1:
            __, oldest = self._pictures.popitem(last=False)
            self._used -= oldest.size
