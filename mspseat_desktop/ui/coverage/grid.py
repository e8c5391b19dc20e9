"""The coverage map as rows and columns of one snapshot, with the words of each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.coverage import columns, is_drawn, standings
from mspseat_desktop.domain.records import Cover, Responsibility
from mspseat_desktop.language import _
from mspseat_desktop.wording.coverage import (
    function_about,
    holder_words,
    is_quiet,
    part_text,
    seat_name,
    trouble_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.coverage import FunctionStanding
    from mspseat_desktop.domain.records import Function
    from mspseat_desktop.domain.vocabulary import FunctionId, SeatId


@dataclass(frozen=True, slots=True)
class Column:
    """A seat with its title and who sits there."""

    seat: SeatId
    title: str
    holder: str


@dataclass(frozen=True, slots=True)
class Line:
    """A function with how it stands, its trouble in words, and its marks by seat.

    `quiet` when the words tell no fault.
    """

    function: Function
    standing: FunctionStanding
    trouble: str
    quiet: bool
    clear: bool
    covers: Mapping[SeatId, Cover]
    belongs: Mapping[SeatId, str]
    """By seat, the text of the responsibility that the function belongs to there."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All lines and columns; `client` is the snapshot that they were made of."""

    client: Client
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    drawn: bool = False

    @property
    def standings(self) -> tuple[FunctionStanding, ...]:
        """How every function stands."""
        return tuple(line.standing for line in self.lines)

    def only(self, functions: frozenset[FunctionId]) -> Grid:
        """Return the same grid with these functions alone."""
        lines = tuple(line for line in self.lines if line.function.id in functions)
        return Grid(self.client, self.columns, lines, self.drawn)


def grid_of(client: Client) -> Grid:
    """Return the map as it stands in the snapshot."""
    seats = columns(client)
    found, drawn = standings(client), is_drawn(client)
    return Grid(
        client,
        tuple(Column(s, seat_name(client, s), holder_words(client, s)) for s in seats),
        tuple(
            _line(client, function, standing, drawn=drawn)
            for function, standing in zip(client.functions(), found, strict=True)
        ),
        drawn,
    )


def _line(client: Client, function: Function, standing: FunctionStanding, *, drawn: bool) -> Line:
    covers = {cover.seat: cover for cover in client.covers(function.id)}
    belongs = {
        seat: client.get(Responsibility, cover.responsibility).text
        for seat, cover in covers.items()
        if cover.responsibility is not None
    }
    return Line(
        function,
        standing,
        trouble_text(client, standing, drawn=drawn),
        is_quiet(standing, drawn=drawn),
        standing.is_clear(drawn=drawn),
        covers,
        belongs,
    )


def cell_words(line: Line, column: Column) -> str:
    """Return what a screen reader says of a place, "Backup, Managed IT: accountable"."""
    cover = line.covers.get(column.seat)
    said = part_text(cover.part) if cover is not None else _("nothing")
    return f"{line.function.name}, {column.title}: {said}"


def cell_about(line: Line, column: Column) -> str:
    """Return to which responsibility a marked place belongs, empty for none."""
    text = line.belongs.get(column.seat)
    if text is None:
        return ""
    return _("Belongs to “{text}”.").replace("{text}", text or _("unnamed"))


def line_about(line: Line) -> str:
    """Return the technical name of a function, who usually holds it, and what is wrong."""
    trouble = f"{line.trouble}." if line.trouble else ""
    return " ".join(words for words in (function_about(line.function), trouble) if words)
