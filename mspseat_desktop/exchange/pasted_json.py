"""Makes seats of pasted JSON: a list of objects, or one that holds its reports."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from mspseat_desktop.exchange.bullets import title_of
from mspseat_desktop.exchange.imported import (
    ImportedChart,
    ImportedOccupant,
    ImportedSeat,
    ImportNote,
)
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.strict_json import read_json

_Parent: TypeAlias = "int | None"


def chart_from_json(text: str) -> ImportedChart:
    """Return the seats of a list of objects, or of one that holds its reports.

    Raises ImportProblem: `paste_json_broken`, `paste_json` for JSON that names no seats.
    """
    try:
        value = read_json(text.encode("utf-8", "replace"))
    except ImportProblem as problem:
        raise ImportProblem("paste_json_broken") from problem
    rows = value if isinstance(value, list) else [value]
    seats: list[ImportedSeat] = []
    second: list[object] = []
    places: dict[str, int] = {}
    wanted: list[tuple[int, str]] = []
    waiting: list[tuple[object, _Parent]] = [(row, None) for row in reversed(rows)]
    while waiting:
        row, parent = waiting.pop()
        if not isinstance(row, dict):
            raise ImportProblem("paste_json")
        at = len(seats)
        seats.append(_seat(row, parent, at + 1))
        second.append(row.get("also_reports_to"))
        if isinstance(row.get("id"), str):
            places.setdefault(row["id"], at)
        if parent is None and isinstance(row.get("parent"), str):
            wanted.append((at, row["parent"]))
        below: object = row.get("reports", row.get("children", []))
        if not isinstance(below, list):
            raise ImportProblem("paste_json")
        waiting += [(one, at) for one in reversed(below)]
    joined, notes = _joined(seats, [(at, name, places.get(name)) for at, name in wanted])
    return ImportedChart(
        tuple(
            replace(seat, second_lines=_second_lines(at, said, places))
            for at, (seat, said) in enumerate(zip(joined, second, strict=True))
        ),
        notes,
    )


def _second_lines(at: int, said: object, places: dict[str, int]) -> tuple[tuple[int, str], ...]:
    """Return to which other seats of the text one reports as well, and what about."""
    found: dict[int, str] = {}
    for line in said if isinstance(said, list) else ():
        if isinstance(line, dict) and isinstance(line.get("seat"), str):
            to, about = places.get(line["seat"], at), line.get("about")
            if to != at:
                found.setdefault(to, title_of(about) if isinstance(about, str) else "")
    return tuple(found.items())


def _seat(row: dict[str, object], parent: _Parent, number: int) -> ImportedSeat:
    title = next((row[key] for key in ("title", "name", "seat") if key in row), None)
    if not isinstance(title, str):
        raise ImportProblem("paste_json")
    kind = row.get("kind")
    return ImportedSeat(
        number,
        title=title_of(title),
        parent=parent,
        occupants=tuple(
            ImportedOccupant(title_of(name), "provider" if kind == "provider" else "person")
            for name in _texts(row.get("occupants"))
        ),
        responsibilities=tuple(map(title_of, _texts(row.get("responsibilities")))),
        purpose=title_of(purpose) if isinstance(purpose := row.get("purpose"), str) else "",
        assistant=row.get("assistant") is True,
    )


def _joined(
    seats: list[ImportedSeat], said: list[tuple[int, str, _Parent]]
) -> tuple[tuple[ImportedSeat, ...], tuple[ImportNote, ...]]:
    """Return the seats under the parents that they name, and where a circle had to be cut."""
    parents: list[_Parent] = [seat.parent for seat in seats]
    notes: list[ImportNote] = []
    for at, name, parent in said:
        circle, above = [at], parent
        while above is not None and above != at:
            circle.append(above)
            above = parents[above]
        if above is None:
            parents[at] = parent
        else:
            code = "cycle_cut" if len(circle) > 1 else "self_parent"
            rows = ", ".join(str(one + 1) for one in sorted(circle))
            notes.append(ImportNote(code, at + 1, name, rows, seat=at))
    joined = (replace(seat, parent=parent) for seat, parent in zip(seats, parents, strict=True))
    return tuple(joined), tuple(notes)


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
