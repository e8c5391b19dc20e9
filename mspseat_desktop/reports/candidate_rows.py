"""The rows of a printed comparison: a responsibility is one row, with all that was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mspseat_desktop.wording.candidates import cell_text, row_tag, row_words, sentence
from mspseat_desktop.wording.outcomes import letter_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.domain.candidates import Agreement, Row, Table

_OF_A_DUTY: Final = ("gets", "wants", "can")
_TAKES: Final = ("declined", "cannot", "condition", "takes", "")
"""What may be said of a function, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One line on paper; of a responsibility it holds three rows of the comparison."""

    rows: tuple[Row, ...]

    @property
    def words(self) -> str:
        """What is asked."""
        return row_words(self.rows[0])

    @property
    def tag(self) -> str:
        """What it belongs to: a letter, or nothing where the letters stand with the answers."""
        row = self.rows[0]
        if row.kind in _OF_A_DUTY:
            return ""
        if not row.letter or row.letter == "homework":
            return row_tag(row)
        return letter_mark(row.letter)

    @property
    def agreement(self) -> Agreement:
        """Whether the candidates agree in all of it; half known is not agreed."""
        found = {row.agreement for row in self.rows}
        return found.pop() if len(found) == 1 else "differ"

    @property
    def has_no(self) -> bool:
        """Whether anybody answered any of it with a no."""
        return any(row.has_no for row in self.rows)


def deciding_rows(table: Table) -> list[PrintRow]:
    """Return the rows that count, but for calls and coverage, those with a no first.

    They stand in the order of a review, the responsibilities before everything else.
    """
    duties: dict[str, list[Row]] = {}
    found: list[PrintRow] = []
    for row in table.rows:
        if row.kind in _OF_A_DUTY:
            duties.setdefault(row.about, []).append(row)
        elif row.deciding and row.kind not in ("call", "function"):
            found.append(PrintRow((row,)))
    found = [*(PrintRow(tuple(rows)) for rows in duties.values()), *found]
    return sorted(found, key=lambda row: not row.has_no)


def coverage_line(table: Table, number: int) -> str:
    """Return which functions the candidate in that column would take, and which not.

    What is not known of anybody is left out: see `unknown_coverage`.
    """
    said: dict[str, list[Row]] = {}
    for row in table.rows:
        if row.kind == "function" and row.agreement != "unknown":
            said.setdefault(row.cells[number].value, []).append(row)
    parts = []
    for rows in (said[value] for value in _TAKES if value in said):
        names = "; ".join(row_words(row) for row in rows)
        parts.append(f"{cell_text(rows[0], rows[0].cells[number])}: {names}.")
    return " ".join(parts)


def unknown_coverage(table: Table) -> tuple[str, ...]:
    """Return the functions of which it is not known whether any candidate would take them."""
    return tuple(
        row_words(row)
        for row in table.rows
        if row.kind == "function" and row.agreement == "unknown"
    )


def alike(rows: Sequence[PrintRow]) -> Iterator[str]:
    """Yield one line for each answer that all gave, with what it was given to."""
    said: dict[str, list[str]] = {}
    for line in rows:
        for row in line.rows:
            words = cell_text(row, row.cells[0])
            if row.kind == "words":
                words = row.cells[0].note.strip()
            tag = row_tag(row)
            named = f"{row_words(row)} ({tag})" if tag else row_words(row)
            said.setdefault(words, []).append(named)
    for answer, named_rows in said.items():
        yield sentence(f"{answer}: {'; '.join(named_rows)}")
