"""Candidates for one seat side by side, on pages that lie: differences first, no score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Table as Grid

from mspseat_desktop.content.candidates import candidate_table
from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.headlines import tone_of
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.reports.candidate_cells import ChipLine, answer_cell, duty_cell, letter_chip
from mspseat_desktop.reports.candidate_rows import (
    PrintRow,
    alike,
    coverage_line,
    deciding_rows,
    unknown_coverage,
)
from mspseat_desktop.reports.chips import Chip
from mspseat_desktop.reports.frame import Printed, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import section, table
from mspseat_desktop.reports.words import NONE
from mspseat_desktop.wording.candidates import (
    agreement_text,
    column_headline,
    decided_text,
    next_call,
    noes_text,
    state_text,
)
from mspseat_desktop.wording.outcomes import call_text, confidence_text, letter_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.candidates import Column, Table
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.headlines import Tone
    from mspseat_desktop.domain.vocabulary import ComparisonId
    from mspseat_desktop.reports.frame import Surround
    from mspseat_desktop.reports.style import ToneName
    from mspseat_desktop.reports.tables import Cell
    from mspseat_desktop.reports.text import Typesetter

SCALES = (1.0, 0.9, 0.8)
"""How small the pages may get to be two at most; at the last one the type is six points."""
USUAL_PAGES = 2
LABEL_SHARE = 1.0
"""The width of the first column, in columns of a candidate."""
TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 2.0), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)]
_TONES: dict[Tone, ToneName] = {
    "green": "yes",
    "amber": "partly",
    "red": "no",
    "neutral": "unanswered",
}


def candidates_pdf(
    client: Client, comparison: ComparisonId, *, on: str, manner: Manner | None = None
) -> Printed:
    """Return the comparison as it stands on that day, a decided one as it was decided.

    Raises Refused("gone") when it is not there.
    """
    manner = manner or manner_of(client.profile)
    found = candidate_table(client, comparison, on=on)
    seat = client.seat(found.comparison.seat).title or _("Untitled seat")
    title = _("Candidates for %(seat)s") % {"seat": seat}

    def printed(scale: float) -> Printed:
        def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
            room = surround.room / scale
            page = _Page(client, found, setter=setter, room=room, manner=manner)
            return [*page.head(title, on), page.grid(), *page.in_common(), *page.next_call()]

        return print_pages(
            story, client.profile, title=title, manner=manner, wide=True, scale=scale
        )

    pages = printed(SCALES[0])
    for scale in SCALES[1:]:
        if pages.pages <= USUAL_PAGES:
            break
        pages = printed(scale)
    return pages


class _Page:
    """The parts of the page, set with one typesetter at one width in points."""

    def __init__(
        self, client: Client, found: Table, *, setter: Typesetter, room: float, manner: Manner
    ) -> None:
        self._client = client
        self._table = found
        self._setter = setter
        self._room = room
        self._manner = manner

    def head(self, title: str, on: str) -> list[Flowable]:
        """Return the title, the day, and what was decided."""
        setter, comparison = self._setter, self._table.comparison
        said = decided_text(self._client, comparison, self._manner.dates)
        if comparison.notes.strip():
            said = f"{said} {comparison.notes.strip()}"
        if not said:
            said = _("As it stands on %(date)s. Nothing is decided yet.") % {
                "date": self._manner.dates(on)
            }
        said += " " + _("Nothing is added up: every answer stands for itself.")
        lead = setter.paragraphs(said, "lead")
        return [*setter.paragraphs(title, "title"), Gap(3), *lead, Gap(6)]

    def grid(self) -> Flowable:
        """Return the outcome, what stands beside it, and line by line where they differ."""
        many = range(len(self._table.columns))
        rows = self._outcome()
        differ = [row for row in deciding_rows(self._table) if row.agreement == "differ"]
        if differ:
            heading = self._setter.paragraphs(agreement_text("differ"), "heading")
            rows.append([[Gap(6), *heading], *("" for _number in many)])
        for row in differ:
            label = self._label(row.words, row.tag)
            rows.append([label, *(self._cells(row, number) for number in many)])
        return self._laid_out(rows)

    def _outcome(self) -> list[list[Cell]]:
        """Return what each review says so far, with every no, and what stands beside it."""
        columns = self._table.columns
        noes = [
            noes_text(self._table.noes(number)) if column.review else _("Not asked yet")
            for number, column in enumerate(columns)
        ]
        rows: list[list[Cell]] = [
            [self._label(_("Outcome so far")), *(_headline(c) for c in columns)],
            [self._label(_("Our calls")), *(_calls(c) for c in columns)],
        ]
        if any(row.kind == "value" for row in self._table.rows):
            rows.append([self._label(_("Core values")), *(_bar(c) for c in columns)])
        rows.append(self._line(_("What speaks against"), noes))
        rows.append(self._line(_("How well it is known"), [_known(c) for c in columns]))
        takes = [coverage_line(self._table, number) for number in range(len(columns))]
        if any(takes):
            rows.append(self._line(_("Coverage it would take"), takes))
        rows.append(self._line(_("Fee"), [c.candidate.fee for c in columns]))
        rows.append(self._line(_("References"), [c.candidate.references for c in columns]))
        notes = [c.candidate.notes for c in columns]
        if any(note.strip() for note in notes):
            rows.append(self._line(_("Notes"), notes))
        return rows

    def in_common(self) -> list[Flowable]:
        """Return what all said alike, in short, and what is left out here."""
        same = [row for row in deciding_rows(self._table) if row.agreement == "same"]
        lines = list(alike(same))
        title = agreement_text("same") if same else _("What else there is")
        unknown = unknown_coverage(self._table)
        if unknown:
            words = _("Coverage not known of anybody: %(functions)s.")
            lines.append(words % {"functions": "; ".join(unknown)})
        talk = sum(1 for row in self._table.rows if not row.deciding)
        if talk:
            words = ngettext(
                "Not printed: %(count)d question for the talk, which counts for nothing.",
                "Not printed: %(count)d questions for the talk, which count for nothing.",
                talk,
            )
            lines.append(words % {"count": talk})
        parts = [part for line in lines for part in self._setter.paragraphs(line, "small", "ink")]
        return section(self._setter, title, *parts) if parts else []

    def next_call(self) -> list[Flowable]:
        """Return what is still to be asked, side by side."""
        of_all, own = next_call(self._table)
        story: list[Flowable] = []
        if of_all:
            half = (len(of_all) + 1) // 2
            halves: list[Cell] = [self._listed(of_all[:half]), self._listed(of_all[half:])]
            story.append(
                table(self._setter, [], [halves], widths=[1, 1], room=self._room, role="small")
            )
        if own:
            heads: list[Cell] = [*self._names(name for name, _lines in own)]
            cells: list[Cell] = [self._listed(lines) for _name, lines in own]
            widths = [1] * len(own)
            story.append(table(self._setter, heads, [cells], widths=widths, room=self._room))
        title = _("For the next call: ask all of them") if of_all else _("For the next call")
        return section(self._setter, title, *story) if story else []

    def _names(self, names: Iterable[str]) -> Iterator[list[Flowable]]:
        for name in names:
            words = _("%(name)s as well") % {"name": name}
            yield self._setter.paragraphs(words, "label")

    def _listed(self, lines: Sequence[str]) -> list[Flowable]:
        return [
            part
            for line in lines
            for part in self._setter.paragraphs(f"\N{BULLET} {line}", "small", "ink")
        ]

    def _line(self, label: str, texts: Sequence[str]) -> list[Cell]:
        return [self._label(label), *(self._plain(words) for words in texts)]

    def _laid_out(self, rows: list[list[Cell]]) -> Flowable:
        columns = self._table.columns
        names: list[Cell] = [""]
        for column in columns:
            state = state_text(column, self._manner.dates)
            if column.occupant.id == self._table.comparison.chosen:
                state = _("Chosen")
            name = self._setter.paragraphs(column.occupant.name, "strong")
            names.append([*name, *self._setter.paragraphs(state, "small")])
        widths = [LABEL_SHARE, *[1.0] * len(columns)]
        found = table(self._setter, names, rows, widths=widths, room=self._room, role="small")
        if isinstance(found, Grid):
            found.setStyle(TIGHT)
        return found

    def _label(self, words: str, tag: str = "") -> list[Flowable]:
        said = f"{words} · {tag}" if tag else words
        return self._setter.paragraphs(said, "small", "ink")

    def _plain(self, words: str) -> list[Flowable]:
        return self._setter.paragraphs(words.strip() or NONE, "small", "ink")

    def _cells(self, row: PrintRow, number: int) -> list[Flowable]:
        if len(row.rows) == 1:
            return answer_cell(self._setter, row.rows[0], number)
        return duty_cell(self._setter, row.rows, number)


def _headline(column: Column) -> Chip:
    asked = column.review is not None
    return Chip(
        column_headline(column), _TONES[tone_of(column.headline)] if asked else "unanswered"
    )


def _calls(column: Column) -> ChipLine:
    calls = column.outcome.calls
    return ChipLine([letter_chip(letter_mark(x), call_text(calls[x]), calls[x]) for x in LETTERS])


def _bar(column: Column) -> Cell:
    if column.review is None:
        return NONE
    return {
        "over": Chip(_("At or over the bar"), "yes"),
        "below": Chip(_("Below the bar"), "no"),
        "undecided": Chip(_("Not decided yet"), "unanswered"),
        "none": Chip(_("Not rated"), "unanswered"),
    }[column.outcome.bar]


def _known(column: Column) -> str:
    return confidence_text(column.outcome.confidence) if column.review is not None else ""
