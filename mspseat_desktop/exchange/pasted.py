"""Makes seats of pasted text: a piece of a table, a branch as JSON, or an indented list."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from mspseat_desktop.exchange.bullets import title_of, without_bullet, without_bullets
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.imported import ColumnUse, ImportedChart, ImportedSeat
from mspseat_desktop.exchange.pasted_json import chart_from_json
from mspseat_desktop.exchange.problems import ImportProblem

LARGEST = 1_000_000
"""Letters of a text that is still looked at."""
MOST_SEATS = 2_000
TAB = 4
_QUOTED = re.compile(r'"[^"]*"')
_IN_A_ROW = re.compile(r"[\t;,]")
_JSON = re.compile(r'\{|\[(?![ xX]?\][ \t]+\S)\s*(?:["\[\]{}\d-]|true\b|false\b|null\b|$)')
"""How JSON begins; a list may begin with a box to tick or with a tag, as "[IT] Help desk"."""


def read_pasted(text: str) -> ImportedChart:
    """Return the seats that the text names; parents come before children.

    Raises ImportProblem: `paste_empty`, `paste_large`, `paste_file` for the address of a file,
    `paste_json_broken`, `paste_json` for JSON that names no seats.
    """
    if len(text) > LARGEST:
        raise ImportProblem("paste_large", most=str(MOST_SEATS))
    words = text.strip("\ufeff \r\n\x00")
    if not words:
        raise ImportProblem("paste_empty")
    if any(line.startswith("file:///") for line in words.splitlines()):
        raise ImportProblem("paste_file")
    if _JSON.match(words):
        found = chart_from_json(words)
    else:
        found = _from_table(words) or _from_rows(words) or _from_list(text)
    if len(found.seats) > MOST_SEATS:
        raise ImportProblem("paste_large", most=str(MOST_SEATS))
    if not found.seats:
        raise ImportProblem("paste_empty")
    return replace(
        found, seats=tuple(replace(seat, title=title_of(seat.title)) for seat in found.seats)
    )


def _from_table(text: str) -> ImportedChart | None:
    """Return the seats of a table with a heading, None when the text is none."""
    first = text.split("\n", 1)[0]
    if "\n" not in text or not _IN_A_ROW.search(first.strip()):
        return None
    try:
        chart = read_chart_csv(text.encode("utf-8", "replace"))
    except ImportProblem:
        return None
    read = {column.field for column in chart.columns if column.field}
    # One line of a list may be called as a column is: "Owner".
    return chart if "title" in read or len(read) > 1 else None


def _from_rows(text: str) -> ImportedChart | None:
    """Return the seats of rows without a heading, None when the text is none: the first cell names.

    All rows are equally long, and a comma that a space follows belongs to a title.
    """
    unquoted = _QUOTED.sub("", text)
    for sign in "\t;,":
        if sign not in text or (sign != "\t" and re.search(rf"{sign}[ \t]", unquoted)):
            continue
        try:
            rows = [*filter(any, csv.reader(io.StringIO(text, newline=""), delimiter=sign))]
        except csv.Error:
            continue
        width = len(rows[0]) if rows else 0
        is_table = width > 1 and (sign == "\t" or len(rows) > 1)
        # Word puts a tab between a bullet and its line.
        is_even = all(len(row) == width for row in rows)
        if is_table and is_even and all(without_bullets([row[0] for row in rows])):
            left_out = (ColumnUse(number, "") for number in range(2, width + 1))
            seats = (ImportedSeat(at, title=row[0]) for at, row in enumerate(rows, start=1))
            return ImportedChart(tuple(seats), columns=(ColumnUse(1, "", "title"), *left_out))
    return None


def _from_list(text: str) -> ImportedChart:
    """Return a seat for each line; one that stands further right belongs to the line above."""
    seats: list[ImportedSeat] = []
    lines: list[str] = []
    beside: dict[int | None, list[int]] = {}
    line_up: list[tuple[int, int]] = []
    for row, line in enumerate(text.splitlines(), start=1):
        words = line.strip("\ufeff\x00").expandtabs(TAB).rstrip()
        title = title_of(without_bullet(words).replace("\ufeff", ""))
        if not title:
            continue
        indent = len(words) - len(words.lstrip())
        while line_up and line_up[-1][0] >= indent:
            line_up.pop()
        parent = line_up[-1][1] if line_up else None
        line_up.append((indent, len(seats)))
        beside.setdefault(parent, []).append(len(seats))
        seats.append(ImportedSeat(row, title=title, parent=parent))
        lines.append(words)
    for group in beside.values():
        for at, words in zip(group, without_bullets([lines[at] for at in group]), strict=True):
            if title := title_of(words.replace("\ufeff", "")):
                seats[at] = replace(seats[at], title=title)
    return ImportedChart(tuple(seats))
