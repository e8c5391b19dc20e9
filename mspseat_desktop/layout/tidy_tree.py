"""A tidy tree that is laid out again only where an edit is felt.

Top-down, parents stand centred over their reports, the order of the reports is kept, all seats of
one depth share a row, and no two cards come closer than the gap. Branches may stand in another
manner (`arranging`), and assistants beside the line. Each edit marks the seats whose reports
changed; `settle` places those and their ancestors anew and stops as soon as a parent would see no
difference. Absolute places are not stored but found by walking, so a moved branch costs nothing
per seat in it. Nothing recurses: a chain may be as long as the client has seats.
"""

from __future__ import annotations

import heapq
import itertools
from typing import TYPE_CHECKING, Generic, TypeVar

from mspseat_desktop.layout import spots, walk
from mspseat_desktop.layout.answers import Link, Place, Reflow, Visible
from mspseat_desktop.layout.arranging import merge
from mspseat_desktop.layout.branches import (
    Branches,
    Manner,
    Rows,
    Spacing,
    add_slot,
    add_slots,
    adopt,
    attach,
    branch_slots,
    detach,
    free_slot,
)
from mspseat_desktop.layout.walls import length_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    from mspseat_desktop.layout.answers import Box

S = TypeVar("S", bound="Hashable")
_EDITIONS = itertools.count()


class TidyTree(Generic[S]):
    """A forest of seats and where their cards stand.

    Seats are named by any hashable; as a parent, None stands for "no parent": the seat is a root.
    x grows to the right and is 0 midway between the first and the last root's centre; y grows
    downwards from 0, the top of the first row. All in whole device-independent pixels. Unknown
    seats raise KeyError.
    """

    def __init__(
        self,
        roots: Sequence[S] = (),
        children: Mapping[S, Sequence[S]] | None = None,
        heights: Mapping[S, int] | None = None,
        *,
        spacing: Spacing | None = None,
        manner: Manner = "down",
        manners: Mapping[S, Manner] | None = None,
        assistants: Collection[S] = (),
    ) -> None:
        """`manner` is that of the chart, `manners` those of branches that differ from it.

        `assistants` at the top, or that are no seats here, mean nothing.
        """
        self._branches = Branches(spacing or Spacing())
        self._branches.manner[0] = manner
        self._slots: dict[S, int] = {}
        self._seats: list[S | None] = [None]
        self._dirty: set[int] = set()
        self._rows = Rows((), ())
        self._still: Reflow[S] = Reflow()
        self._box: Box | None = None
        self.edition = next(_EDITIONS)
        """A number that no tree had before it was last laid out."""
        self._build(roots, children or {}, heights or {}, manners or {}, assistants)

    def __contains__(self, seat: S) -> bool:
        return seat in self._slots

    def __len__(self) -> int:
        return len(self._slots)

    # edits: each only notes what is to be placed anew

    def insert(self, seat: S, parent: S | None, index: int, *, height: int) -> None:
        """Add a leaf as child number `index`. ValueError if the seat is there already."""
        if seat in self._slots:
            raise ValueError("the seat is in the tree")
        above = self._slot(parent)
        slot = self._new(seat, above, height)
        attach(self._branches, slot, above, index)
        self._dirty.add(above)
        if not self._branches.is_plain:
            self._dirty.add(slot)

    def remove(self, seat: S) -> None:
        """Take a seat away with its whole branch."""
        slot = self._slots[seat]
        above = self._branches.parent[slot]
        detach(self._branches, slot)
        for each in branch_slots(self._branches, slot):
            gone = self._seats[each]
            if gone is not None:
                del self._slots[gone]
            self._seats[each] = None
            self._dirty.discard(each)
            free_slot(self._branches, each)
        self._dirty.add(above)

    def move(self, seat: S, parent: S | None, index: int) -> None:
        """Put a branch under `parent`; `index` counts the children without the seat itself.

        ValueError if the parent is in the branch.
        """
        slot, above = self._slots[seat], self._slot(parent)
        each = above
        while each > 0:
            if each == slot:
                raise ValueError("a branch cannot stand under itself")
            each = self._branches.parent[each]
        self._dirty.add(self._branches.parent[slot])
        detach(self._branches, slot)
        attach(self._branches, slot, above, index)
        self._dirty.add(above)
        if not self._branches.is_plain:
            self._dirty.add(slot)  # it may stand in another frame now
            self._inherit(slot)

    def reorder(self, parent: S | None, children: Iterable[S]) -> None:
        """Give the same children a new order. ValueError if they are not the same."""
        above = self._slot(parent)
        order = [self._slots[child] for child in children]
        now = self._branches.children[above]
        if len(order) != len(now) or set(order) != set(now):
            raise ValueError("not the same children")
        if order:
            self._branches.children[above] = order
            self._dirty.add(above)

    def set_height(self, seat: S, height: int) -> None:
        """Make a card taller or shorter."""
        slot = self._slots[seat]
        if self._branches.height[slot] != height:
            self._branches.height[slot] = height
            self._dirty.add(slot)

    def set_manner(self, seat: S, manner: Manner | None) -> None:
        """Let what is below a seat stand in a manner of its own; None for as above it."""
        branches, slot = self._branches, self._slots[seat]
        if branches.own.get(slot) == manner:
            return
        if manner is None:
            del branches.own[slot]
        else:
            branches.own[slot] = manner
        self._inherit(slot)

    def set_assistant(self, seat: S, *, is_assistant: bool) -> None:
        """Draw a seat beside the line, or among the other reports."""
        branches, slot = self._branches, self._slots[seat]
        if is_assistant == (slot in branches.assistants):
            return
        (branches.assistants.add if is_assistant else branches.assistants.discard)(slot)
        self._dirty |= {slot, branches.parent[slot]}

    def settle(self) -> Reflow[S]:
        """Place anew what the edits since the last call have touched.

        Every question below settles first, so calling this is only needed for its answer.
        """
        if not self._dirty:
            return self._still
        branches, seats = self._branches, self._seats
        waiting, self._dirty = self._dirty, set()
        self._box, self.edition = None, next(_EDITIONS)
        queue = [(-depth, slot) for slot, depth in walk.depths(branches, waiting).items()]
        heapq.heapify(queue)
        placed: list[S | None] = []
        while queue:  # the deepest first, so that each seat is placed once
            depth, slot = heapq.heappop(queue)
            placed.append(seats[slot])
            if merge(branches, slot) and slot:
                above = branches.parent[slot]
                if above not in waiting:
                    waiting.add(above)
                    heapq.heappush(queue, (depth + 1, above))
        return Reflow(tuple(placed), rows=placed[-1] is None and self._renew_rows())

    # questions

    def position(self, seat: S) -> tuple[int, int]:
        """Return left and top of a card."""
        return self.rect(seat)[:2]

    def rect(self, seat: S) -> Box:
        """Return left, top, right, bottom of a card."""
        self.settle()
        slot, branches = self._slots[seat], self._branches
        if not branches.is_plain:
            return spots.spot_of(branches, self._rows, slot)[1:5]
        x, row = walk.centre(branches, slot)
        half, top = branches.spacing.card_width // 2, self._rows.tops[row]
        return x - half, top, x + half, top + branches.height[slot]

    def height(self, seat: S) -> int:
        """Return how tall a card is."""
        return self._branches.height[self._slots[seat]]

    def bounds(self, seat: S | None = None) -> Box:
        """Return the box around all cards, or around the rows of one branch."""
        self.settle()
        branches = self._branches
        if seat is not None and branches.is_plain:
            return walk.branch_box(branches, self._rows, self._slots[seat])
        if seat is not None:
            return spots.spot_of(branches, self._rows, self._slots[seat]).branch
        if self._box is None:
            end = length_of(self._rows, branches.walls.get(0), skipped=1)
            low, high = branches.low[0], branches.high[0]
            self._box = (0, low, end, high) if branches.lies(0) else (low, 0, high, end)
        return self._box

    def visible(
        self, left: float, top: float, right: float, bottom: float, *, min_width: float = 0
    ) -> Visible[S]:
        """Return what meets a rectangle; branches under `min_width` come as joined silhouettes."""
        self.settle()
        look = walk.visible if self._branches.is_plain else spots.visible
        found = look(self._branches, self._rows, (left, top, right, bottom), min_width)
        return Visible(
            [(self._seat(slot), x, y) for slot, x, y in found.cards],
            [Link(self._seat(link[0]), *link[1:]) for link in found.links],
            found.silhouettes,
        )

    def hit(self, x: float, y: float) -> S | None:
        """Return the seat whose card is at a point."""
        self.settle()
        look = walk.hit if self._branches.is_plain else spots.hit
        return self._seats[look(self._branches, self._rows, x, y)]

    def place_at(self, x: float, y: float) -> Place[S] | None:
        """Return the place among siblings that a point in a row is nearest to.

        None between the rows, and farther outside the siblings than the gap between two cards.
        """
        self.settle()
        look = walk.place_at if self._branches.is_plain else spots.place_at
        place = look(self._branches, self._rows, x, y)
        if place is None:
            return None
        where = place.x, place.top, place.bottom, place.wide
        return Place(self._seats[place.parent or 0], place.index, *where)

    def lies(self, seat: S | None) -> bool:
        """Return whether the reports of a seat stand at the right of it."""
        return self._branches.lies(self._slot(seat))

    def is_stacked(self, seat: S) -> bool:
        """Return whether a seat stands in a stack."""
        self.settle()
        return self._slots[seat] in self._branches.stacked

    def _slot(self, seat: S | None) -> int:
        return 0 if seat is None else self._slots[seat]

    def _seat(self, slot: int) -> S:
        seat = self._seats[slot]
        if seat is None:
            raise LookupError("slot 0 is no seat")
        return seat

    def _new(self, seat: S, above: int, height: int) -> int:
        slot = add_slot(self._branches, above, height)
        self._slots[seat] = slot
        self._seats[slot : slot + 1] = [seat]
        return slot

    def _inherit(self, slot: int) -> None:
        """Hand the manner of a slot down to those below that have none of their own."""
        branches = self._branches
        waiting = [slot]
        for each in waiting:  # grows while it is read
            now = branches.own.get(each) or branches.manner[branches.parent[each]]
            if now == branches.manner[each]:
                continue
            branches.manner[each] = now
            children = branches.children[each]
            self._dirty.add(each)
            self._dirty.update(children)  # they stand in another frame now
            waiting += children

    def _build(
        self,
        roots: Sequence[S],
        children: Mapping[S, Sequence[S]],
        heights: Mapping[S, int],
        manners: Mapping[S, Manner],
        assistants: Collection[S],
    ) -> None:
        order = list(roots)
        families: list[tuple[int, Sequence[S]]] = [(0, roots)] if roots else []
        for slot, seat in enumerate(order, start=1):  # grows while it is read
            if reports := children.get(seat):
                families.append((slot, reports))
                order += reports
                if len(order) > len(heights):
                    raise ValueError("a seat stands in two places")
        self._slots = dict(zip(order, range(1, len(order) + 1), strict=True))
        if len(self._slots) < len(order):
            raise ValueError("a seat stands in two places")
        self._seats += order
        add_slots(self._branches, list(map(heights.__getitem__, order)))
        for above, seats in families:
            adopt(self._branches, above, list(map(self._slots.__getitem__, seats)))
        branches = self._branches
        branches.own = {self._slots[s]: m for s, m in manners.items() if s in self._slots}
        branches.assistants = {self._slots[seat] for seat in assistants if seat in self._slots}
        if branches.is_plain:
            for above, _ in reversed(families):
                merge(branches, above)
        else:
            for slot in range(1, len(branches.parent)):  # those above come first
                above = branches.parent[slot]
                branches.manner[slot] = branches.own.get(slot) or branches.manner[above]
            for slot in reversed(range(len(branches.parent))):
                merge(branches, slot)
        self._renew_rows()

    def _renew_rows(self) -> bool:
        branches = self._branches
        rows = rows_of(branches.contour[0], branches.spacing.level_gap, skipped=1)
        changed = rows != self._rows
        self._rows = rows
        return changed
