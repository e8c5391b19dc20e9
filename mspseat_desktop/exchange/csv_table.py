"""Turns the text of a CSV into a header and rows, each with the number a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import re
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mspseat_desktop.exchange.columns import known_columns, names_a_seat
from mspseat_desktop.exchange.problems import ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_COLUMNS = 500
MOST_ROWS = 200_000
LONGEST_CELL = 100_000
"""Characters in one cell; the client file takes no longer text."""

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 20
"""Rows from the top in which the header is looked for: title rows may stand above it."""
_SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?[ ,;\t]*(\r\n|\r|\n|$)', re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header; as many cells as the header has, or more."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it.

    `skipped` counts the rows above the header, `empty` the rows without any value, `cleaned` the
    cells from which control characters were taken.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: int = 0
    empty: int = 0
    cleaned: int = 0


def read_table(text: str) -> Table:
    """Return the table that the text holds.

    Understands `sep=` lines, the `#` lines of draw.io, title rows above the header, quoted line
    breaks and lone carriage returns. Raises ImportProblem: `no_header`, `open_quote`,
    `bad_quotes`, `too_many_columns`, `too_many_rows`, `long_cell`, `is_json`, `is_html`.
    """
    _refuse_other_text(text)
    text, delimiter = _without_separator_line(text)
    text, directives = _without_directives(text)
    with _any_field_size(len(text)):
        delimiter, header_at = _found_header(text, delimiter)
        return _rows(text, delimiter, header_at=header_at, directives=directives)


def _rows(text: str, delimiter: str, *, header_at: int, directives: int) -> Table:
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    empty = cleaned = 0
    for number, record in enumerate(_records(text, delimiter)):
        if number < header_at:
            continue
        _check_size(record, number + directives + 1)
        cells = tuple(_clean(cell) for cell in record)
        cleaned += sum(bool(_CONTROLS.search(cell)) for cell in record)
        if number == header_at:
            header = cells
        elif any(cells):
            width = max(len(cells), len(header))
            rows.append(Row(number + directives + 1, cells + ("",) * (width - len(cells))))
        else:
            empty += 1
        if len(rows) > MOST_ROWS:
            raise ImportProblem("too_many_rows", most=str(MOST_ROWS))
    if not rows:
        raise ImportProblem("no_rows")
    return Table(header, tuple(rows), header_at, empty, cleaned)


def _check_size(record: list[str], number: int) -> None:
    if len(record) > MOST_COLUMNS:
        raise ImportProblem(
            "too_many_columns", row=str(number), columns=str(len(record)), most=str(MOST_COLUMNS)
        )
    if max(map(len, record), default=0) > LONGEST_CELL:
        raise ImportProblem("long_cell", row=str(number), most=str(LONGEST_CELL))


def _clean(cell: str) -> str:
    """Return the cell with plain line ends, without control characters and space around."""
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", cell).strip().strip("\ufeff\u200b").strip()


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield each record; a wrong quote raises instead of swallowing the rows below it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = 0
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            code = "open_quote" if "unexpected end of data" in str(error) else "bad_quotes"
            raise ImportProblem(code, row=str(row + 1)) from error
        row += 1
        yield record


def _found_header(text: str, delimiter: str) -> tuple[str, int]:
    """Return the delimiter and the index of the record that names the most known columns."""
    best = (0, "", 0)
    for tried in delimiter or _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=tried)
        try:
            for at, record in enumerate(islice(reader, _HEADER_WITHIN)):
                if len(record) > MOST_COLUMNS:
                    _check_size(record, at + 1)
                known = known_columns(record)
                if names_a_seat(known) and (at == 0 or len(known) > 1) and len(known) > best[0]:
                    best = (len(known), tried, at)
        except csv.Error:
            continue
    if not best[0]:
        # An open quote in the header swallows it: say that rather than "no header".
        for _record in islice(_records(text, delimiter or ","), _HEADER_WITHIN):
            pass
        raise ImportProblem("no_header")
    return best[1], best[2]


def _without_separator_line(text: str) -> tuple[str, str]:
    """Return the text below a first line such as `sep=;`, and that delimiter or nothing."""
    text = text.removeprefix("\ufeff")
    found = _SEPARATOR_LINE.match(text)
    if not found or found[1] in '"\r\n \0':
        return text, ""
    return text[found.end() :], found[1]


def _without_directives(text: str) -> tuple[str, int]:
    """Return the text below the `#` lines of draw.io, and how many lines those were.

    A header may start with `#` as well ("#;Name;Position"): it names columns that are known.
    """
    at = count = 0
    continued = False
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end]
        if not continued and not line.startswith("#"):
            break
        if not continued and any(names_a_seat(known_columns(line.split(d))) for d in _DELIMITERS):
            break
        continued = line.rstrip("\r\n").endswith("\\")
        at, count = end, count + 1
    return text[at:], count


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"\r\n|\r|\n").search(text, at)
    return found.end() if found else len(text)


def _refuse_other_text(text: str) -> None:
    start = text[:200].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<table")):
        raise ImportProblem("is_html")
    if re.match(r'[\[{]\s*(["{\[]|$)', start):
        raise ImportProblem("is_json")


@contextmanager
def _any_field_size(size: int) -> Iterator[None]:
    """Let the csv module take long cells, so that the limit said to the user is ours."""
    before = csv.field_size_limit(max(size + 1, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)
