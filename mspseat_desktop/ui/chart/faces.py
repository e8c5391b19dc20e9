"""What a seat's card says: its words for the layout, and what no word says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from mspseat_desktop.domain.metrics import standings
from mspseat_desktop.domain.records import (
    Occupant,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.language import _
from mspseat_desktop.layout.cards import (
    MOST_FIGURES,
    MOST_RESPONSIBILITIES,
    CardBox,
    CardText,
    Detail,
    card_box,
    card_height,
)
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.wording.seats import more_text, occupant_words

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.metrics import MetricStanding
    from mspseat_desktop.domain.vocabulary import BlobHash, SeatId

_AMISS_FIRST: tuple[MetricStanding, ...] = ("off_target", "stale", "on_target")


@dataclass(frozen=True, slots=True)
class Face:
    """A card ready to be painted: its words in their places, and how it is dressed."""

    box: CardBox
    letters: str
    is_provider: bool
    is_open: bool
    is_named: bool
    figures: tuple[MetricStanding, ...] = ()
    portrait: BlobHash | None = None


def height_of(client: Client, seat: SeatId, detail: Detail) -> int:
    """Return how tall the seat's card is when it shows so much."""
    return card_height(_text_of(client, seat, client.accountable(seat)), detail)


def heights_of(client: Client, detail: Detail) -> dict[SeatId, int]:
    """Return how tall the card of every open seat is, read table by table for speed."""
    providers = {o.id for o in client.every(Occupant) if o.kind == "provider"}
    holders = {
        s.seat: s.occupant for s in client.every(Seating) if s.role == "accountable" and not s.until
    }
    counts = Counter(map(attrgetter("seat"), client.every(Responsibility)))
    tag = _("Provider")
    heights: dict[SeatId, int] = {}
    known: dict[tuple[str, bool, int], int] = {}
    for seat in client.every(Seat):
        holder = holders.get(seat.id)
        tagged = holder in providers if holder else seat.meant_for == "provider"
        like = seat.title, tagged, counts[seat.id]
        height = known.get(like)
        if height is None:
            text = CardText(
                title=seat.title.strip() or _("Unnamed seat"),
                responsibilities=("",) * counts[seat.id],
                tag=tag if tagged else "",
                has_marks=True,
            )
            height = known[like] = card_height(text, detail)
        heights[seat.id] = height
    return heights


def face_of(client: Client, seat: SeatId, detail: Detail, *, on: str = "") -> Face:
    """Return what stands on the seat's card when it shows so much.

    How metrics stand is told by their figures up to the day `on`.
    """
    holder = client.accountable(seat)
    figures = figures_of(client, seat, on) if on and detail >= Detail.METRICS else ()
    text = _text_of(client, seat, holder)
    return Face(
        card_box(replace(text, figures=len(figures)), detail),
        letters=initials(holder.name) if holder else "",
        is_provider=is_for_provider(client, seat, holder),
        is_open=holder is None,
        is_named=bool(client.seat(seat).title.strip()),
        figures=figures,
        portrait=holder.portrait if holder else None,
    )


def figures_of(client: Client, seat: SeatId, on: str) -> tuple[MetricStanding, ...]:
    """Return how the metrics stand of which something can be said, what is amiss first.

    No more than a card has room for.
    """
    known = (s for s in standings(client, seat, on) if s != "unknown")
    return tuple(sorted(known, key=_AMISS_FIRST.index))[:MOST_FIGURES]


def is_for_provider(client: Client, seat: SeatId, holder: Occupant | None) -> bool:
    """Whether a provider holds the seat, or is meant to while it is open."""
    if holder is not None:
        return holder.kind == "provider"
    return client.seat(seat).meant_for == "provider"


def _text_of(client: Client, seat: SeatId, holder: Occupant | None) -> CardText:
    now = len(client.seatings(seat))
    duties = client.responsibilities(seat)
    return CardText(
        title=client.seat(seat).title.strip() or _("Unnamed seat"),
        occupant=occupant_words(client, seat, holder),
        responsibilities=tuple(r.text for r in duties),
        more=more_text(len(duties) - MOST_RESPONSIBILITIES),
        tag=_("Provider") if is_for_provider(client, seat, holder) else "",
        also=max(0, now - 1),
        has_marks=True,
    )
