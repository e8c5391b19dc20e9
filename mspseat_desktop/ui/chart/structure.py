"""Carries an edit's moves over to the laid-out tree, touching no other branch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.change import Change
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.layout.tidy_tree import TidyTree


AT_END = 1 << 30
"""An index past all siblings."""


@dataclass(slots=True)
class _Moves:
    """What became of the seats that an edit touched, and whose reports need a new order."""

    added: list[SeatId] = field(default_factory=list)
    moved: list[SeatId] = field(default_factory=list)
    gone: list[SeatId] = field(default_factory=list)
    parents: set[SeatId | None] = field(default_factory=set)


def follow(
    tree: TidyTree[SeatId], client: Client, change: Change, *, height: Callable[[SeatId], int]
) -> None:
    """Bring the tree to where the client stands after the change."""
    _follow_moves(tree, client, change, height=height)
    for before, after in change.of(Seat):
        if after is None or after.id not in tree:
            continue
        if before is None or before.layout != after.layout:
            tree.set_manner(after.id, after.layout or None)
        if before is None or before.assistant != after.assistant:
            tree.set_assistant(after.id, is_assistant=after.assistant)


def _follow_moves(
    tree: TidyTree[SeatId], client: Client, change: Change, *, height: Callable[[SeatId], int]
) -> None:
    moves = _moves(tree, change)
    if len(moves.moved) == 1 and not (moves.added or moves.gone or moves.parents):
        seat = moves.moved[0]
        parent = client.seat(seat).parent
        tree.move(seat, parent, client.children(parent).index(seat))
        return
    for seat in _parents_first(client, moves.added):
        tree.insert(seat, client.seat(seat).parent, AT_END, height=height(seat))
    # By way of the top, since one moved branch may go where another one still stands.
    for seat in moves.moved if len(moves.moved) > 1 else ():
        tree.move(seat, None, AT_END)
    for seat in moves.moved:
        tree.move(seat, client.seat(seat).parent, AT_END)
    for seat in moves.gone:
        if seat in tree:
            tree.remove(seat)
    placed = (*moves.added, *moves.moved)
    for above in moves.parents | {client.seat(seat).parent for seat in placed}:
        tree.reorder(above, client.children(above))


def _moves(tree: TidyTree[SeatId], change: Change) -> _Moves:
    moves = _Moves()
    for before, after in change.of(Seat):
        if after is None or after.closed_on:
            moves.gone += [before.id] if before is not None and before.id in tree else []
        elif after.id not in tree:
            moves.added.append(after.id)
        elif before is None or before.parent != after.parent:
            moves.moved.append(after.id)
        elif before.order != after.order:
            moves.parents.add(after.parent)
    return moves


def _parents_first(client: Client, seats: list[SeatId]) -> list[SeatId]:
    """Return the seats so that each comes after those above it."""
    waiting = set(seats)
    ordered: list[SeatId] = []
    for seat in seats:
        path: list[SeatId] = []
        each: SeatId | None = seat
        while each is not None and each in waiting:
            waiting.discard(each)
            path.append(each)
            each = client.seat(each).parent
        ordered += reversed(path)
    return ordered
