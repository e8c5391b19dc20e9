"""Finds which names in a foreign file are one and the same person or provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.cells import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.exchange.imported import ImportedOccupant, ImportedSeat

Known = tuple[str, int]
"""An e-mail, empty when there is none, and the number of who it belongs to."""


class People:
    """Numbers people by name; two of one name with different e-mails are two people."""

    def __init__(self, known: Iterable[Occupant] = ()) -> None:
        """Number those who are known already, from 0 in their order."""
        self._by_name: dict[str, list[Known]] = {}
        self.count = 0
        for occupant in known:
            self.number(occupant)

    def number(self, who: Occupant | ImportedOccupant) -> int:
        """Return the number of this person or provider, a new one when not met yet."""
        same_name = self._by_name.setdefault(folded(who.name), [])
        email = folded(who.email)
        for at, (known, number) in enumerate(same_name):
            if not email or not known or email == known:
                same_name[at] = (known or email, number)
                return number
        same_name.append((email, self.count))
        self.count += 1
        return self.count - 1


def in_several_seats(seats: Sequence[ImportedSeat]) -> list[tuple[str, list[int]]]:
    """Return who stands in more than one seat: the name and the rows, in order."""
    people = People()
    found: dict[int, tuple[str, list[int]]] = {}
    for seat in seats:
        for one in seat.occupants:
            found.setdefault(people.number(one), (one.name, []))[1].append(seat.row)
    return [(name, rows) for name, rows in found.values() if len(rows) > 1]


def count_people(seats: Sequence[ImportedSeat]) -> int:
    """Return how many different people and providers sit in the seats."""
    people = People()
    for seat in seats:
        for one in seat.occupants:
            people.number(one)
    return people.count
