"""The chart as it stands in the window, drawn card by card at natural size; a unit is a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mspseat_desktop.layout.branches import COMPACT
from mspseat_desktop.layout.tidy_tree import TidyTree
from mspseat_desktop.reports.chart_card import card_of, draw_card
from mspseat_desktop.reports.chart_lines import around, dotted, draw_about, draw_second_line
from mspseat_desktop.reports.chart_links import draw_any_link
from mspseat_desktop.reports.style import color

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Box
    from mspseat_desktop.reports.chart_card import Card
    from mspseat_desktop.reports.chart_lines import Dotted
    from mspseat_desktop.reports.text import Typesetter

ROOM = 24
"""Kept free around the chart."""
LINE = 1.5


class Named(Protocol):
    """A canvas that puts what is drawn of a seat together."""

    def begin_seat(self, seat: SeatId, title: str) -> None:
        """Begin with what belongs to the seat."""

    def end_seat(self) -> None:
        """End with it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart that is laid out with its words whole; `bounds` is the box around all of it."""

    tree: TidyTree[SeatId]
    cards: Mapping[SeatId, Card]
    titles: Mapping[SeatId, str]
    second_lines: tuple[Dotted, ...]
    bounds: Box

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels at natural size, with the room around."""
        left, top, right, bottom = self.bounds
        return right - left + 2 * ROOM, bottom - top + 2 * ROOM

    def draw(self, canvas: Canvas, *, part: Box | None = None, named: Named | None = None) -> None:
        """Draw what lies in the part of the plane, everything for None; y grows upwards.

        The point (0, 0) of the plane is drawn at the canvas's origin.
        """
        shown = self.tree.visible(*(part or self.bounds))
        canvas.setStrokeColor(color("link"))
        canvas.setLineWidth(LINE)
        for link in sorted(shown.links, key=lambda link: (link.bottom, link.x)):
            draw_any_link(canvas, link)
        for line in self.second_lines:
            draw_second_line(canvas, line.curve)
        for seat, left, top in sorted(shown.cards, key=lambda card: (card[2], card[1])):
            if named is not None:
                named.begin_seat(seat, self.titles[seat])
            draw_card(canvas, self.cards[seat], left, -top)
            if named is not None:
                named.end_seat()
        for line in self.second_lines:
            if line.place is not None:
                draw_about(canvas, line.about, line.place)


def cards_of(client: Client, setter: Typesetter, *, with_ratings: bool) -> dict[SeatId, Card]:
    """Return what stands on the card of each seat; without ratings no card has a mark."""
    return {
        seat: card_of(client, seat, setter, with_ratings=with_ratings) for seat in client.chart()
    }


def drawing_of(client: Client, setter: Typesetter, *, with_ratings: bool) -> Drawing:
    """Return the client's chart in its own layout; without ratings no card has a mark."""
    cards = cards_of(client, setter, with_ratings=with_ratings)
    seats = tuple(cards)
    records = [client.seat(seat) for seat in seats]
    tree: TidyTree[SeatId] = TidyTree(
        client.children(None),
        {seat: client.children(seat) for seat in seats},
        {seat: card.box.height for seat, card in cards.items()},
        spacing=COMPACT if client.look.compact else None,
        manner=client.look.layout,
        manners={seat.id: seat.layout for seat in records if seat.layout},
        assistants=[seat.id for seat in records if seat.assistant],
    )
    lines = dotted(tree, [line for seat in seats for line in client.second_lines(seat)], setter)
    titles = {seat.id: setter.safe(seat.title) for seat in records}
    return Drawing(
        tree, cards, titles, lines, around(tree.bounds(), lines) if seats else (0, 0, 1, 1)
    )
