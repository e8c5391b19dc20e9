"""Makes seats of pasted text: a piece of a table, a branch as JSON, or an indented list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.imported import ImportedChart, ImportedOccupant, ImportedSeat
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.strict_json import read_json

LARGEST = 1_000_000
"""Letters of a text that is still looked at."""
MOST_SEATS = 2_000
LONGEST_TITLE = 3_000
TAB = 4
_BULLET = re.compile(
    r"(?:[-*+\u2022\u2013\u2014\u25aa\u25e6\u2023\u00b7]|\d{1,3}[.)]|[a-zA-Z][.)])(?:\s+|$)"
)
_IN_A_ROW = re.compile(r"[\t;,]")
_Parent: TypeAlias = "int | None"


def read_pasted(text: str) -> ImportedChart:
    """Return the seats that the text names; parents come before children.

    Raises ImportProblem: `paste_empty`, `paste_large`, `paste_json` for JSON that is broken or
    names no seats.
    """
    if len(text) > LARGEST:
        raise ImportProblem("paste_large", most=str(MOST_SEATS))
    words = text.strip("\ufeff \r\n\x00")
    if not words:
        raise ImportProblem("paste_empty")
    found = _from_json(words) if words[0] in "[{" else _from_table(words) or _from_list(text)
    if len(found.seats) > MOST_SEATS:
        raise ImportProblem("paste_large", most=str(MOST_SEATS))
    if not found.seats:
        raise ImportProblem("paste_empty")
    return found


def _from_table(text: str) -> ImportedChart | None:
    """Return the seats of a table with a heading, None when the text is none."""
    first = text.split("\n", 1)[0]
    if "\n" not in text or not _IN_A_ROW.search(first.strip()):
        return None
    try:
        return read_chart_csv(text.encode("utf-8", "replace"))
    except ImportProblem:
        return None


def _from_list(text: str) -> ImportedChart:
    """Return a seat for each line; one that stands further right belongs to the line above."""
    seats: list[ImportedSeat] = []
    line_up: list[tuple[int, int]] = []
    for row, line in enumerate(text.splitlines(), start=1):
        words = line.expandtabs(TAB).rstrip()
        title = _BULLET.sub("", words.lstrip(), count=1).strip("\ufeff\x00 ")
        if not title:
            continue
        indent = len(words) - len(words.lstrip())
        while line_up and line_up[-1][0] >= indent:
            line_up.pop()
        parent = line_up[-1][1] if line_up else None
        line_up.append((indent, len(seats)))
        seats.append(ImportedSeat(row, title=_title(title), parent=parent))
    return ImportedChart(tuple(seats))


def _from_json(text: str) -> ImportedChart:
    """Return the seats of a list of objects, or of one that holds its reports."""
    try:
        value = read_json(text.encode("utf-8", "replace"))
    except ImportProblem as problem:
        raise ImportProblem("paste_json") from problem
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
        seats.append(_seat(row, parent))
        second.append(row.get("also_reports_to"))
        if isinstance(row.get("id"), str):
            places.setdefault(row["id"], at)
        if parent is None and isinstance(row.get("parent"), str):
            wanted.append((at, row["parent"]))
        below: object = row.get("reports", row.get("children", []))
        if not isinstance(below, list):
            raise ImportProblem("paste_json")
        waiting += [(one, at) for one in reversed(below)]
    joined = _joined(seats, [(at, places.get(name)) for at, name in wanted])
    return ImportedChart(
        tuple(
            replace(seat, second_lines=_second_lines(at, said, places))
            for at, (seat, said) in enumerate(zip(joined, second, strict=True))
        )
    )


def _second_lines(at: int, said: object, places: dict[str, int]) -> tuple[tuple[int, str], ...]:
    """Return to which other seats of the text one reports as well, and what about."""
    found: dict[int, str] = {}
    for line in said if isinstance(said, list) else ():
        if isinstance(line, dict) and isinstance(line.get("seat"), str):
            to, about = places.get(line["seat"], at), line.get("about")
            if to != at:
                found.setdefault(to, _title(about) if isinstance(about, str) else "")
    return tuple(found.items())


def _seat(row: dict[str, object], parent: _Parent) -> ImportedSeat:
    title = next((row[key] for key in ("title", "name", "seat") if key in row), None)
    if not isinstance(title, str):
        raise ImportProblem("paste_json")
    kind = row.get("kind")
    return ImportedSeat(
        1,
        title=_title(title),
        parent=parent,
        occupants=tuple(
            ImportedOccupant(_title(name), "provider" if kind == "provider" else "person")
            for name in _texts(row.get("occupants"))
        ),
        responsibilities=tuple(map(_title, _texts(row.get("responsibilities")))),
        purpose=_title(purpose) if isinstance(purpose := row.get("purpose"), str) else "",
        assistant=row.get("assistant") is True,
    )


def _joined(seats: list[ImportedSeat], said: list[tuple[int, _Parent]]) -> tuple[ImportedSeat, ...]:
    """Return the seats under the parents that they name; none may hang on itself."""
    parents: list[_Parent] = [seat.parent for seat in seats]
    for at, parent in said:
        above = parent
        while above is not None and above != at:
            above = parents[above]
        if above is None:
            parents[at] = parent
    return tuple(replace(seat, parent=parent) for seat, parent in zip(seats, parents, strict=True))


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _title(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:LONGEST_TITLE]
