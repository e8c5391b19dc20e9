"""A chart on its way from one shape to the next: where cards and lines are meanwhile; no Qt."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.layout.answers import Link, Visible
from mspseat_desktop.layout.cards import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mspseat_desktop.domain.vocabulary import SeatId

Shift: TypeAlias = "tuple[float, float]"
"""How far to the right and down something stood from its place now, in tree units."""


class Glide:
    """What the canvas shows while cards go from where they stood to where they stand now.

    `cards` are seat, left, top and height, those last that are to be seen before the others.
    `left` falls from 1, the shape before, to 0, the shape now.
    """

    def __init__(
        self,
        cards: Sequence[tuple[SeatId, int, int, int]],
        links: Sequence[Link[SeatId]],
        shifts: Mapping[SeatId, Shift],
    ) -> None:
        self.left = 1.0
        self._cards, self._links, self._shifts = cards, links, shifts
        self._edges = _edges_of(cards, shifts)
        self._drawn: tuple[float, Visible[SeatId]] | None = None

    def shift(self, seat: SeatId) -> tuple[int, int]:
        """Return how far a card is from its place at this moment."""
        across, down = self._shifts.get(seat, (0.0, 0.0))
        return round(across * self.left), round(down * self.left)

    def seen(self) -> Visible[SeatId]:
        """Return cards and lines as they are at this moment."""
        if self._drawn is None or self._drawn[0] != self.left:
            cards = []
            for seat, left, top, _height in self._cards:
                across, down = self.shift(seat)
                cards.append((seat, left + across, top + down))
            links = [moved for link in self._links for moved in self._moved(link)]
            self._drawn = self.left, Visible(cards, links, [])
        return self._drawn[1]

    def _moved(self, link: Link[SeatId]) -> Iterator[Link[SeatId]]:
        """Yield a seat's lines as its card and those of its reports are at this moment.

        Reports that are not where their siblings are, in the direction of the line, have a line
        of their own: one that comes from another seat is on its way.
        """
        own = self._shifts.get(link.parent, (0.0, 0.0))
        x, bottom = self._from(link, own)
        reports: dict[int, list[int]] = defaultdict(list)
        for child in link.child_xs:
            across, along = self._turned(link, self._at(link, child, link.child_top, own))
            reports[along].append(child + across)
        together = max(reports, key=lambda along: len(reports[along]), default=None)
        ends = [self._turned(link, self._at(link, end, link.child_top, own)) for end in _ends(link)]
        steady = together if together is not None else self._turned(link, own)[1]
        bar = max(link.bar_y + steady, bottom)
        rails = tuple(
            rail._replace(
                x=rail.x + self._turned(link, own)[0],
                middles=tuple(
                    middle + self._turned(link, self._at(link, rail.x + rail.reach, middle, own))[1]
                    for middle in rail.middles
                ),
            )
            for rail in link.rails
        )
        helpers = tuple(self._helper(link, helper, own) for helper in link.helpers)
        yield link._replace(
            x=x,
            bottom=bottom,
            bar_y=bar,
            bar_left=link.bar_left + (ends[0][0] if ends[0][1] == steady else 0),
            bar_right=link.bar_right + (ends[1][0] if ends[1][1] == steady else 0),
            child_top=max(link.child_top + steady, bar),
            child_xs=sorted(reports.pop(together, [])) if together is not None else [],
            rails=rails,
            helpers=helpers,
        )
        for along, xs in reports.items():
            top = link.child_top + along
            if top > bottom:
                yield Link(
                    *(link.parent, x, bottom, (bottom + top) // 2, min(xs), max(xs), top),
                    sorted(xs),
                    link.lies,
                )

    def _from(self, link: Link[SeatId], own: Shift) -> tuple[int, int]:
        across, along = self._turned(link, own)
        return link.x + across, link.bottom + along

    def _helper(self, link: Link[SeatId], helper: tuple[int, int], own: Shift) -> tuple[int, int]:
        across, along = self._turned(link, self._at(link, *helper, own))
        return helper[0] + across, helper[1] + along

    def _at(self, link: Link[SeatId], across: int, along: int, own: Shift) -> Shift:
        """Return the shift of the card with the middle of an edge there, else that of the seat."""
        return self._edges.get((along, across) if link.lies else (across, along), own)

    def _turned(self, link: Link[SeatId], shift: Shift) -> tuple[int, int]:
        """Return a shift at this moment, across a line's direction and along it."""
        x, y = round(shift[0] * self.left), round(shift[1] * self.left)
        return (y, x) if link.lies else (x, y)


def _ends(link: Link[SeatId]) -> tuple[int, int]:
    return link.bar_left, link.bar_right


def _edges_of(
    cards: Sequence[tuple[SeatId, int, int, int]], shifts: Mapping[SeatId, Shift]
) -> dict[tuple[int, int], Shift]:
    """Return the shifts of cards by the middles of their edges, where lines begin and end."""
    edges: dict[tuple[int, int], Shift] = {}
    for seat, left, top, height in cards:
        shift = shifts.get(seat, (0.0, 0.0))
        across, down = left + WIDTH // 2, top + height // 2
        edges[across, top] = edges[across, top + height] = shift
        edges[left, down] = edges[left + WIDTH, down] = shift
    return edges
