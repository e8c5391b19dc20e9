"""A chart as it came from a foreign file: plain values, joined by their place in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import OccupantKind


@dataclass(frozen=True, slots=True)
class ImportNote:
    """One thing that was not as the file said, or that took a guess.

    `code` has its sentence in `wording.imports`; `row` is the number that a spreadsheet shows, 0
    for the whole file; `value` is what stood there, `more` what was made of it; `seat` is the
    place of the seat that the note belongs to, None for the whole file.
    """

    code: str
    row: int = 0
    value: str = ""
    more: str = ""
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column of the file was taken for; an empty `field` means that it was not taken."""

    number: int
    header: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class ImportedOccupant:
    """Who sits in a seat: the first of a seat is accountable, the others are also there."""

    name: str
    kind: OccupantKind = "person"
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSeat:
    """A seat of the file; `parent` is the place of its parent in the list, None for a root."""

    row: int
    source_id: str = ""
    title: str = ""
    parent: int | None = None
    occupants: tuple[ImportedOccupant, ...] = ()
    responsibilities: tuple[str, ...] = ()
    purpose: str = ""
    notes: str = ""
    assistant: bool = False
    second_lines: tuple[tuple[int, str], ...] = ()
    """The place of each seat that this one reports to as well, and what about."""


@dataclass(frozen=True, slots=True)
class ImportedChart:
    """All seats in the order of the file, what happened to them, and how it was read."""

    seats: tuple[ImportedSeat, ...]
    notes: tuple[ImportNote, ...] = ()
    columns: tuple[ColumnUse, ...] = ()

    @property
    def roots(self) -> int:
        """How many seats report to nobody."""
        return sum(seat.parent is None for seat in self.seats)

    def notes_of(self, seat: int) -> tuple[ImportNote, ...]:
        """Return the notes that belong to the seat at this place."""
        return tuple(note for note in self.notes if note.seat == seat)
