"""The rows of a printed comparison: a responsibility is one row, with all that was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mspseat_desktop.language import _
from mspseat_desktop.wording.candidates import cell_text, row_tag, row_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.domain.candidates import Agreement, Row, Table

_OF_A_DUTY: Final = ("gets", "wants", "can")


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
        """What it belongs to."""
        return _("Responsibility") if self.rows[0].kind in _OF_A_DUTY else row_tag(self.rows[0])

    @property
    def named(self) -> str:
        """The row by name, where no table is round it."""
        return f"{self.words} ({self.tag})" if self.tag else self.words

    @property
    def agreement(self) -> Agreement:
        """Whether the candidates agree in all of it; half known is not agreed."""
        found = {row.agreement for row in self.rows}
        return found.pop() if len(found) == 1 else "differ"

    @property
    def has_no(self) -> bool:
        """Whether anybody answered any of it with a no."""
        return any(row.has_no for row in self.rows)


def print_rows(table: Table) -> list[PrintRow]:
    """Return the rows but for the calls, in the order of a review, those with a no first."""
    duties: dict[str, list[Row]] = {}
    found: list[PrintRow] = []
    for row in table.rows:
        if row.kind in _OF_A_DUTY:
            duties.setdefault(row.about, []).append(row)
        elif row.kind != "call":
            found.append(PrintRow((row,)))
    found = [*(PrintRow(tuple(rows)) for rows in duties.values()), *found]
    return sorted(found, key=lambda row: not row.has_no)


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
        yield f"{answer}: {'; '.join(named_rows)}."
