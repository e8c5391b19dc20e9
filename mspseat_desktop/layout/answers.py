"""What a tidy tree answers: the lines, places and cards it shows, and what an edit moved.

Within the layout the same answers speak in slots, where 0 stands for no seat.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

S = TypeVar("S", bound="Hashable")


Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom; right and bottom lie just outside."""


class Rail(NamedTuple):
    """The line along a stack; see `Link`."""

    x: int
    reach: int
    middles: tuple[int, ...]

    @property
    def end(self) -> int:
        """Where the line ends."""
        return self.middles[-1]


class Link(NamedTuple, Generic[S]):
    """The lines from one card to those of its reports, in tree coordinates.

    From (x, bottom) down to `bar_y`, along the bar from the first report's centre to the last's,
    and from there down to `child_top` at each of `child_xs`: the reports' centres that lie in the
    rectangle asked for. With one report the bar has no length. `rails` run from the bar down along
    stacks; the seat's only stack may have its rail at `x` itself. `helpers` are assistants: the
    edge of each card that faces the line at `x`, and how far down its middle is.

    A link that `lies` is turned over: x and y have changed places in all of this but in `rails`,
    which it never has.
    """

    parent: S
    x: int
    bottom: int
    bar_y: int
    bar_left: int
    bar_right: int
    child_top: int
    child_xs: list[int]
    lies: bool = False
    rails: tuple[Rail, ...] = ()
    helpers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Place(Generic[S]):
    """A place between reports: it would be child number `index` of `parent`, None for a root.

    The index counts all present children, a dragged one included. The line that shows the place
    stands at `x` from `top` to `bottom`, or lies from there so many pixels `wide`.
    """

    parent: S | None
    index: int
    x: int
    top: int
    bottom: int
    wide: int = 0


@dataclass(frozen=True, slots=True)
class Visible(Generic[S]):
    """What a rectangle shows.

    `cards`: seat, left, top. `links`: connectors. `silhouettes`: boxes of branches too narrow to
    be drawn seat by seat.
    """

    cards: list[tuple[S, int, int]]
    links: list[Link[S]]
    silhouettes: list[Box]


@dataclass(frozen=True, slots=True)
class Reflow(Generic[S]):
    """What a settled edit can have moved.

    `parents`: the seats whose reports were placed anew, None for the roots; only in their branches
    seats moved sideways; without None `bounds` is as before. `rows`: whether seats moved in y.
    """

    parents: tuple[S | None, ...] = ()
    rows: bool = False
