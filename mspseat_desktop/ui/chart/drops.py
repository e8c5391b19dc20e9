"""What dropping a branch at a point would do; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Place
    from mspseat_desktop.layout.tidy_tree import TidyTree
    from mspseat_desktop.ui.chart.load import Load

EDGE_WIDE, EDGE_HIGH = 0.2, 0.25
"""So much of a card, at the sides where its siblings stand, means before and after it."""


@dataclass(frozen=True, slots=True)
class Onto:
    """The branch would report to `parent`, as its last report."""

    parent: SeatId


@dataclass(frozen=True, slots=True)
class Between:
    """The branch would stand at `place`; `index` counts the siblings without it."""

    place: Place[SeatId]
    index: int


@dataclass(frozen=True, slots=True)
class NotHere:
    """The branch can not be dropped here; `reason` is a sentence for the reader."""

    reason: str


Drop: TypeAlias = Onto | Between | NotHere | None
"""None where a drop would change nothing."""


def drop_at(tree: TidyTree[SeatId], client: Client, load: Load, x: float, y: float) -> Drop:
    """Return what dropping a load at a point of the tree's plane would do."""
    hit = tree.hit(x, y)
    if hit is None:
        place = tree.place_at(x, y) if load.goes_between else None
        return None if place is None else load.between(place)
    onto = load.onto(hit)
    if isinstance(onto, NotHere) or hit in load.seats or not load.goes_between:
        return onto
    beside = _place_beside(tree, client, hit, x, y)
    return onto if beside is None else load.between(beside)


def _place_beside(
    tree: TidyTree[SeatId], client: Client, seat: SeatId, x: float, y: float
) -> Place[SeatId] | None:
    """Return the place before or after a seat where the point lies at that edge of its card."""
    parent = client.seat(seat).parent
    left, top, right, bottom = tree.rect(seat)
    if tree.lies(parent) or tree.is_stacked(seat):
        at, low, high, share = y, top, bottom, EDGE_HIGH
    else:
        at, low, high, share = x, left, right, EDGE_WIDE
    edge = (high - low) * share
    if low + edge <= at < high - edge:
        return None
    place = tree.place_at(x, y)
    own = client.children(parent).index(seat)
    # An assistant stands beside the line: there the nearest place is one among the others.
    fits = place is not None and place.parent == parent and place.index in (own, own + 1)
    return place if fits else None


def drop_words(client: Client, seat: SeatId, drop: Drop) -> str:
    """Return what the drop of a seat's branch would do, in a few words; empty for nothing."""
    match drop:
        case Onto(parent):
            return _reports_to(client, parent)
        case Between(place, index):
            siblings = [s for s in client.children(place.parent) if s != seat]
            if not siblings:
                return ""
            is_last = index >= len(siblings)
            words = _("After {seat}") if is_last else _("Before {seat}")
            words = words.replace("{seat}", _title(client, siblings[min(index, len(siblings) - 1)]))
            if client.seat(seat).parent == place.parent:
                return words
            above = _("At the top") if place.parent is None else _reports_to(client, place.parent)
            return f"{above} · {words}"
        case NotHere(reason):
            return reason
    return ""


def _reports_to(client: Client, parent: SeatId) -> str:
    return _("Reports to {seat}").replace("{seat}", _title(client, parent))


def _title(client: Client, seat: SeatId) -> str:
    return client.seat(seat).title.strip() or _("Unnamed seat")


def drop_onto(client: Client, seat: SeatId, target: SeatId) -> Drop:
    """Return what dropping the seat's branch on another seat would do."""
    if target == seat:
        return None
    if seat in client.seats_above(target):
        return NotHere(_own_branch(seat, target))
    record = client.seat(seat)
    if record.parent == target and client.children(target)[-1] == seat:
        return None
    return Onto(target)


def drop_between(client: Client, seat: SeatId, place: Place[SeatId]) -> Drop:
    """Return what dropping the seat's branch between two siblings would do."""
    parent = place.parent
    if parent is not None and (parent == seat or seat in client.seats_above(parent)):
        return NotHere(_own_branch(seat, parent))
    index = place.index
    if client.seat(seat).parent == parent:
        own = client.children(parent).index(seat)
        if index in {own, own + 1}:
            return None
        index -= index > own
    return Between(place, index)


def _own_branch(seat: SeatId, target: SeatId) -> str:
    if target == seat:
        return _("A seat can not report to itself.")
    return _("Not here: this seat is part of the branch that you are moving.")
