"""Reads a chart from a CSV: columns by their names, parents by id, name, title or e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.csv_table import read_table
from mspseat_desktop.exchange.decoding import decoded
from mspseat_desktop.exchange.imported import ImportedChart, ImportNote
from mspseat_desktop.exchange.joining import Forest, imported_seats, joined_posts
from mspseat_desktop.exchange.people import in_several_seats
from mspseat_desktop.exchange.posts import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.exchange.csv_table import Table
    from mspseat_desktop.exchange.imported import ImportedSeat


def read_chart_csv(data: bytes) -> ImportedChart:
    """Return the chart that the bytes of a CSV hold; every row becomes, or joins, a seat.

    Raises ImportProblem when the bytes are no such table.
    """
    text, guessed = decoded(data)
    table = read_table(text)
    reader = Reader(table)
    posts, repeated = joined_posts(reader.posts())
    forest = Forest(posts)
    parents, decided = forest.parents()
    seats = imported_seats(posts, parents, forest)
    rows = [note for note in reader.notes if note.row]
    place = {seat.row: at for at, seat in enumerate(seats)}
    notes = (
        *_about_the_file(table, guessed),
        *(note for note in reader.notes if not note.row),
        *repeated,
        *decided,
        *(ImportNote(n.code, n.row, n.value, n.more, place.get(n.row)) for n in rows),
        *_about_seats(seats, is_own=reader.is_own),
    )
    return ImportedChart(seats, notes, reader.columns())


def _about_the_file(table: Table, guessed: str) -> Iterator[ImportNote]:
    if guessed:
        yield ImportNote("encoding_guessed", value=guessed)
    if table.skipped:
        yield ImportNote("rows_above_header", more=str(table.skipped))
    if table.empty:
        yield ImportNote("empty_rows", more=str(table.empty))
    if table.cleaned:
        yield ImportNote("control_characters", more=str(table.cleaned))


def _about_seats(seats: Sequence[ImportedSeat], *, is_own: bool) -> Iterator[ImportNote]:
    for at, seat in enumerate(seats):
        if not seat.title:
            names = ", ".join(one.name for one in seat.occupants)
            yield ImportNote("no_title", seat.row, names or seat.source_id, seat=at)
        if len(seat.occupants) > 1 and not is_own:
            others = ", ".join(one.name for one in seat.occupants[1:])
            yield ImportNote(
                "several_occupants", seat.row, seat.occupants[0].name, more=others, seat=at
            )
    if not is_own:
        for name, rows in in_several_seats(seats):
            yield ImportNote("same_person", value=name, more=", ".join(map(str, rows)))
