"""What stands in a printed comparison where a row and a candidate meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from mspseat_desktop.reports.chips import HEIGHT, Chip
from mspseat_desktop.reports.words import NONE
from mspseat_desktop.wording.candidates import cell_detail, cell_text, evidence_text
from mspseat_desktop.wording.outcomes import letter_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.candidates import Cell, Row
    from mspseat_desktop.reports.style import ToneName
    from mspseat_desktop.reports.text import Typesetter

GAP = 4.0
LONGEST_NOTE = 160
_TONES: dict[str, ToneName] = {
    **dict.fromkeys(("yes", "wants", "accepted", "+", "takes"), "yes"),
    **dict.fromkeys(("unsure", "condition", "+/-"), "partly"),
    **dict.fromkeys(("no", "declined", "-", "cannot"), "no"),
}


class ChipLine(Flowable):
    """Chips side by side, on as many lines as they need."""

    def __init__(self, chips: Sequence[Chip]) -> None:
        super().__init__()
        self._chips = tuple(chips)
        self._places: list[tuple[Chip, float, int]] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 (its names)
        """Return the room that the chips take."""
        self._places = []
        left, line = 0.0, 0
        for chip in self._chips:
            across, _up = chip.wrap(aW, aH)
            if left and left + across > aW:
                left, line = 0.0, line + 1
            self._places.append((chip, left, line))
            left += across + GAP
        self.width, self.height = aW, (line + 1) * HEIGHT + line * (GAP - 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the chips."""
        for chip, left, line in self._places:
            chip.drawOn(self.canv, left, self.height - HEIGHT - line * (HEIGHT + GAP - 1))


def tone_chip(words: str, value: str) -> Chip:
    """Return a chip in the tone of an answer."""
    return Chip(words, _TONES.get(value, "unanswered"))


def letter_chip(mark: str, words: str, value: str) -> Chip:
    """Return a chip of G, W or C with its answer, a dash for none."""
    return tone_chip(f"{mark} {words if value else NONE}", value)


def answer_cell(setter: Typesetter, row: Row, number: int) -> list[Flowable]:
    """Return one answer as a chip, with how it is known, and why where it is no yes."""
    cell = row.cells[number]
    words = cell_text(row, cell)
    if row.kind == "words":
        return setter.paragraphs(_brief(cell.note.strip() or words), "small", "ink")
    if not cell.is_asked and not cell.value:
        return setter.paragraphs(NONE, "small")
    chips = ChipLine([tone_chip(words, cell.value), *_known(cell)])
    return [chips, *setter.paragraphs(_why([cell]), "small")]


def duty_cell(setter: Typesetter, rows: Sequence[Row], number: int) -> list[Flowable]:
    """Return what was said of a responsibility: one chip for each letter, reasons below."""
    cells = [row.cells[number] for row in rows]
    chips = [
        letter_chip(letter_mark(row.letter), cell_text(row, cell), cell.value)
        for row, cell in zip(rows, cells, strict=True)
        if row.letter and row.letter != "homework"
    ]
    known = next((_known(cell) for cell in cells if cell.evidence), [])
    return [ChipLine([*chips, *known]), *setter.paragraphs(_why(cells), "small")]


def _known(cell: Cell) -> list[Chip]:
    words = evidence_text(cell.evidence)
    return [Chip(words, "unanswered")] if words else []


def _why(cells: Sequence[Cell]) -> str:
    """Return the notes beside whatever is no yes; those of a yes stand in the review."""
    notes: dict[str, None] = {}
    for cell in cells:
        if _TONES.get(cell.value) != "yes":
            notes.setdefault(cell_detail(replace(cell, evidence="")))
    return _brief(" ".join(note for note in notes if note))


def _brief(words: str) -> str:
    return words if len(words) <= LONGEST_NOTE else words[: LONGEST_NOTE - 1].rstrip() + "…"
