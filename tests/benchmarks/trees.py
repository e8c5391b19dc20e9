"""Makes a client of any number of seats, always the same for the same number."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from mspseat_desktop.domain.order import GAP
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
)
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
    SeatingId,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.records import Record

FEWEST, MOST = 2, 8
"""How many reports a seat with reports has."""

_WHAT = (
    "Finance", "Operations", "Service desk", "Network", "Purchasing", "Payroll", "Plant floor",
    "Quality", "Marketing", "Sales", "Logistics", "Projects", "Security", "Maintenance",
)  # fmt: skip
_OF = ("", " & Planning", " North", " South", " Support", " Team", " and Reporting")
_DOES = (
    "Budget and forecast", "Answer within the agreed time", "Keep the stock right",
    "Month-end close", "Safe, stable production", "Patch, protect and monitor every device",
    "Backups that restore", "Hire and train", "Quarterly business review", "Cost per unit",
)  # fmt: skip
_FIRST = ("Dana", "Marcus", "Ellen", "Tomás", "Joel", "Priya", "Sven", "Łukasz", "Aylin", "Noor")
_LAST = ("Whitfield", "Oyelaran", "Brandt", "Herrera", "Kim", "Nair", "Dahl", "Nowak", "Demir")


def records(count: int) -> Iterator[Record]:
    """Yield a client with one root and so many seats, filled from the top, level by level."""
    chance = random.Random(count)  # noqa: S311 - the same tree each time, nothing secret
    yield Profile(name=f"{count:,} seats")
    parents: list[SeatId | None] = [None]
    made = 0
    for parent in parents:  # grows while it is read
        wanted = 1 if parent is None else chance.randint(FEWEST, MOST)
        for place in range(min(wanted, count - made)):
            seat = SeatId(f"{made:032x}")
            made += 1
            parents.append(seat)
            yield from _seat(chance, seat, parent, order=(place + 1) * GAP)
        if made == count:
            return


def _seat(
    chance: random.Random, seat: SeatId, parent: SeatId | None, *, order: int
) -> Iterator[Record]:
    yield Seat(seat, parent, order, chance.choice(_WHAT) + chance.choice(_OF))
    for number in range(chance.randint(0, 5)):
        yield Responsibility(
            ResponsibilityId(f"r{seat}{number}"), seat, (number + 1) * GAP, chance.choice(_DOES)
        )
    if chance.random() < 0.9:
        who = OccupantId(f"o{seat}")
        kind = "provider" if chance.random() < 0.1 else "person"
        yield Occupant(who, f"{chance.choice(_FIRST)} {chance.choice(_LAST)}", kind)
        yield Seating(SeatingId(f"s{seat}"), seat, who, since="2024-03-01")
