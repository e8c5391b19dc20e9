"""Says in sentences what an import found and decided: for the window and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.cells import folded
from mspseat_desktop.exchange.chart_edit import open_seats
from mspseat_desktop.exchange.people import count_people
from mspseat_desktop.wording.imports import (
    columns_left_text,
    columns_read_text,
    found_text,
    note_text,
)
from mspseat_desktop.wording.pasting import pasted_text

if TYPE_CHECKING:
    from mspseat_desktop.exchange.imported import ImportedChart


def summary_lines(chart: ImportedChart) -> list[str]:
    """Return the summary of an import: what came, which columns, and every single note."""
    lines = [
        found_text(
            seats=len(chart.seats),
            occupants=count_people(chart.seats),
            open_seats=open_seats(chart.seats),
            roots=chart.roots,
        ),
        columns_read_text({c.header or f"#{c.number}": c.field for c in chart.columns if c.field}),
    ]
    left = [column.header for column in chart.columns if not column.field]
    if left:
        lines.append(columns_left_text(left))
    lines += [
        note_text(note.code, row=note.row, value=note.value, more=note.more) for note in chart.notes
    ]
    return lines


def pasted_chart_text(chart: ImportedChart) -> str:
    """Return what was pasted: how many seats, with whom, and what could not be as it was said."""
    kinds = {(folded(one.name), one.kind) for seat in chart.seats for one in seat.occupants}
    held = [kind for _name, kind in kinds]
    headless = not any(column.header for column in chart.columns)
    return pasted_text(
        len(chart.seats),
        people=held.count("person"),
        providers=held.count("provider"),
        left_out=sum(not column.field for column in chart.columns) if headless else 0,
        cut_at=[
            chart.seats[note.seat].title
            for note in chart.notes
            if note.code == "cycle_cut" and note.seat is not None
        ],
    )
