"""The rows of the page: what each says, which are shown, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.headlines import WRONG_SEAT, headline_code
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.rounds import Share, share_of_review
from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.ui.widgets.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.headlines import HeadlineCode
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.rounds import Line, Quarter
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

Showing: TypeAlias = Literal["all", "due", "wrong", "below", "never", "providers"]
Sorting: TypeAlias = Literal["chart", "outcome", "next", "name"]
Place: TypeAlias = "tuple[SeatId, OccupantId | None]"

RATED_SHOWINGS: Final[frozenset[Showing]] = frozenset({"wrong", "below"})
"""What can be shown only while ratings are: the list itself would tell them."""

_WORST_FIRST: Final[tuple[HeadlineCode | None, ...]] = (
    "wrong_seat_below",
    "wrong_seat",
    "right_wrong_seat",
    "right_seat_below",
    "seat_not_ready",
    "incomplete",
    None,
    "open",
    "right_seat",
    "right_right",
)
BELOW: Final = frozenset({"right_seat_below", "wrong_seat_below"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page shall show: which round (None is now), against which, which lines, how."""

    quarter: Quarter | None = None
    against: Quarter | None = None
    showing: Showing = "all"
    by: Sorting = "chart"


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in a seat; `earlier` is their review at the end of the round compared with."""

    line: Line
    title: str
    name: str
    is_provider: bool
    portrait: BlobHash
    earlier: Review | None = None

    @property
    def place(self) -> Place:
        """What the row is known by."""
        return self.line.seat, self.line.occupant

    @property
    def headline(self) -> HeadlineCode | None:
        """The headline of the latest review, None for one not reviewed yet."""
        if self.line.occupant is None:
            return "open"
        return headline_code(self.line.review.headline) if self.line.review else None

    @property
    def last_on(self) -> str:
        """The day of the latest review."""
        return self.line.review.on if self.line.review else ""

    @property
    def next_on(self) -> str:
        """The day of the next review."""
        return self.line.review.next_on if self.line.review else ""

    @property
    def can_be_rated(self) -> bool:
        """Whether somebody is there to be rated."""
        return self.line.occupant is not None

    def is_due(self, on: str) -> bool:
        """Whether the next review should have been made by that day."""
        return bool(self.next_on) and self.next_on <= on


def row_of(client: Client, line: Line, *, earlier: Review | None = None) -> Row:
    """Return what stands in a line of the company."""
    who = client.get(Occupant, line.occupant) if line.occupant is not None else None
    return Row(
        line,
        client.seat(line.seat).title,
        who.name if who else "",
        is_provider=who is not None and who.kind == "provider",
        portrait=who.portrait if who else BlobHash(""),
        earlier=earlier,
    )


def listed(rows: Iterable[Row], wanted: Wanted, *, on: str) -> list[Row]:
    """Return the rows to show, `rows` being in chart order.

    What has nothing to sort by comes last; equal ones stay in chart order.
    """
    shown = [row for row in rows if _is_shown(row, wanted.showing, on=on)]
    match wanted.by:
        case "outcome":
            shown.sort(key=lambda row: _WORST_FIRST.index(row.headline))
        case "next":
            shown.sort(key=lambda row: row.next_on or "~")
        case "name":
            shown.sort(key=lambda row: (not row.name, fold(row.name.strip())))
        case "chart":
            pass
    return shown


def share_of_rows(rows: Iterable[Row]) -> Share:
    """Return how many of the seats are reviewed and right, by whoever is accountable for them."""
    total = Share()
    for row in rows:
        if row.line.role == "accountable" and row.line.review is not None:
            total += share_of_review(row.line.review)
    return total


def _is_shown(row: Row, showing: Showing, *, on: str) -> bool:
    match showing:
        case "due":
            return row.is_due(on)
        case "wrong":
            return row.headline in WRONG_SEAT
        case "below":
            return row.headline in BELOW
        case "never":
            return row.can_be_rated and row.line.review is None
        case "providers":
            return row.is_provider
        case "all":
            return True
