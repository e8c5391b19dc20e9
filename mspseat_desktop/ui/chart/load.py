"""What a drag has in hand: on the chart and in the outline it is asked what a drop would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.drop_several import edit_of_drop, fitting_several, seats_in_hand
from mspseat_desktop.ui.chart.drops import NotHere, Onto, drop_between, drop_onto, drop_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Place
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.drops import Between, Drop
    from mspseat_desktop.ui.chart.frame import FramePainter

MANY = 999
LONGEST = 60
WIDEST = 140
"""How wide a picture in hand is at most: a whole card would hide what lies under the pointer."""


class Load(Protocol):
    """Something to be dropped on seats, or between them where it `goes_between`."""

    @property
    def goes_between(self) -> bool:
        """Whether it can stand beside a seat."""
        ...

    @property
    def seats(self) -> tuple[SeatId, ...]:
        """The seats whose branches are in hand; they look left behind where they stood."""
        ...

    @property
    def is_copy(self) -> bool:
        """Whether the key is held with which what is in hand also stays where it is."""
        ...

    @property
    def name(self) -> str:
        """What it is called, in few words."""
        ...

    @property
    def count(self) -> str:
        """How many seats come along beside the one that is pictured; empty for none."""
        ...

    def onto(self, target: SeatId) -> Drop:
        """Return what dropping it on a seat would do."""
        ...

    def between(self, place: Place[SeatId]) -> Drop:
        """Return what dropping it between two siblings would do."""
        ...

    def words(self, drop: Drop) -> str:
        """Return what the drop would do, in few words; empty for nothing."""
        ...

    def picture(self, frame: FramePainter, ratio: float) -> QPixmap:
        """Return what is shown beside the pointer, in device pixels."""
        ...

    def put(self, drop: Onto | Between) -> bool:
        """Drop it: one edit; return whether it was done."""
        ...


class Branches:
    """A seat with its branch, and those of all chosen seats if it is one of them."""

    goes_between = True

    def __init__(self, bridge: Bridge, seat: SeatId, *, copies: Callable[[], bool]) -> None:
        """`copies` says whether the key is held that leaves the branches and drops copies."""
        self._bridge, self._copies = bridge, copies
        self.seats = seats_in_hand(bridge.client, seat, bridge.chosen)
        below = sum(len(bridge.client.branch(top)) for top in self.seats) - 1
        self.count = "" if not below else f"+{below}" if below <= MANY else f"+{MANY}…"

    @property
    def is_copy(self) -> bool:
        """Whether copies would be dropped."""
        return self._copies()

    @property
    def name(self) -> str:
        """The title of the first seat, and how many come along."""
        title = self._bridge.client.seat(self.seats[0]).title.strip()[:LONGEST]
        return f"{title} {self.count}".strip()

    def onto(self, target: SeatId) -> Drop:
        """Return what letting them report to a seat would do."""
        client = self._bridge.client
        return fitting_several(client, self.seats, drop_onto(client, self.seats[0], target))

    def between(self, place: Place[SeatId]) -> Drop:
        """Return what putting them between two siblings would do."""
        client = self._bridge.client
        return fitting_several(client, self.seats, drop_between(client, self.seats[0], place))

    def words(self, drop: Drop) -> str:
        """Return what the drop would do, in few words."""
        words = drop_words(self._bridge.client, self.seats[0], drop)
        if self.is_copy and words and not isinstance(drop, NotHere):
            return _("Copy: {what}").replace("{what}", words)
        return words

    def picture(self, frame: FramePainter, ratio: float) -> QPixmap:
        """Return the card of the first seat, smaller where it is wide."""
        picture, widest = frame.bare_picture(self.seats[0]), round(WIDEST * ratio)
        if picture.width() <= widest:
            return picture
        return picture.scaledToWidth(widest, Qt.TransformationMode.SmoothTransformation)

    def put(self, drop: Onto | Between) -> bool:
        """Move them there, or copies of them, which are chosen then."""
        bridge, is_copy = self._bridge, self.is_copy
        copy_with = bridge.new_id if is_copy else None
        parent = drop.parent if isinstance(drop, Onto) else drop.place.parent
        before = set(bridge.client.children(parent))
        if not bridge.do(edit_of_drop(bridge.client, self.seats, drop, copy_with=copy_with)):
            return False
        if is_copy:
            bridge.choose([seat for seat in bridge.client.children(parent) if seat not in before])
        return True
