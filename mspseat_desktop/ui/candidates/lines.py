"""The lines of a comparison as they are shown: words, tones and what can be done on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mspseat_desktop.domain.headlines import tone_of
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.words import TONES
from mspseat_desktop.ui.widgets import ROLE_MARKS, Mark
from mspseat_desktop.wording.candidates import (
    agreement_text,
    cell_detail,
    cell_text,
    column_headline,
    noes_text,
    row_tag,
    row_words,
)
from mspseat_desktop.wording.outcomes import confidence_text, letter_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.bar import BarState
    from mspseat_desktop.domain.candidates import Cell, Column, Row, Table

Arrangement: TypeAlias = Literal["differences", "asked"]
Field: TypeAlias = Literal["", "fee", "references", "notes"]

_ROLES = {
    **dict.fromkeys(("yes", "wants", "accepted", "+", "takes"), "yes"),
    **dict.fromkeys(("unsure", "condition", "+/-"), "partly"),
    **dict.fromkeys(("no", "declined", "-", "cannot"), "no"),
}
_SIGNS = {"+/-": "+/\N{MINUS SIGN}", "-": "\N{MINUS SIGN}"}


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands where a line and a candidate meet: a chip in a tone, or plain words."""

    words: str = ""
    role: str = ""
    detail: str = ""
    mark: Mark = ""

    @property
    def spoken(self) -> str:
        """The same for a screen reader and a tooltip."""
        return ". ".join(part for part in (self.words, self.detail) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `heading` stands over the first of a group, `row` is what can be answered."""

    key: tuple[str, str]
    label: str
    spots: tuple[Spot, ...]
    tag: str = ""
    heading: str = ""
    row: Row | None = None
    field: Field = ""


def lines_of(
    table: Table, *, arrangement: Arrangement, ratings_hidden: bool = False
) -> tuple[Line, ...]:
    """Return the lines in the arrangement; without anything rated while ratings are hidden."""
    found: list[Line] = []
    if not ratings_hidden:
        found += _outcome_lines(table)
    found += _fields(table)
    if ratings_hidden:
        return tuple(found)
    calls = ("call", "gets"), ("call", "wants"), ("call", "capacity")
    differences = arrangement == "differences"
    rows = table.differences_first if differences else table.rows
    heading = ""
    for row in rows:
        if row.key in calls:
            continue
        group = agreement_text(row.agreement) if differences else _group(row)
        found.append(_line(row, heading=group if group != heading else ""))
        heading = group
    return tuple(found)


def _outcome_lines(table: Table) -> Iterator[Line]:
    headlines = tuple(_headline(column) for column in table.columns)
    yield Line(("head", "outcome"), _("Outcome so far"), headlines, heading=_("The outcome"))
    for row in table.rows:
        if row.kind == "call":
            yield _line(row)
    if any(row.kind == "value" for row in table.rows):
        bars = tuple(
            _bar(column.outcome.bar) if column.review else Spot() for column in table.columns
        )
        yield Line(("head", "bar"), _("Core values"), bars, tag=_("Against the bar"))
    noes = tuple(
        Spot(noes_text(table.noes(number)) if column.review else _("Not asked yet"))
        for number, column in enumerate(table.columns)
    )
    yield Line(("head", "noes"), _("What speaks against"), noes, tag=_("Every no, by name"))
    seen = tuple(
        Spot(confidence_text(column.outcome.confidence) if column.review else "")
        for column in table.columns
    )
    yield Line(("head", "evidence"), _("How well it is known"), seen, tag=_("Deciding answers"))


def _fields(table: Table) -> Iterator[Line]:
    of = [column.candidate for column in table.columns]
    group = _("Beside the answers")
    fees = tuple(Spot(c.fee) for c in of)
    yield Line(("field", "fee"), _("Fee"), fees, heading=group, field="fee")
    said = tuple(Spot(c.references) for c in of)
    yield Line(("field", "references"), _("References"), said, field="references")
    noted = tuple(Spot(c.notes) for c in of)
    yield Line(("field", "notes"), _("Notes"), noted, field="notes")


def _headline(column: Column) -> Spot:
    words = column_headline(column)
    if column.review is None:
        return Spot(words, "unanswered", mark="dash")
    role = TONES[tone_of(column.headline)]
    return Spot(words, role, mark=ROLE_MARKS[role])


def _bar(bar: BarState) -> Spot:
    return {
        "over": Spot(_("At or over the bar"), "yes", mark="check"),
        "below": Spot(_("Below the bar"), "no", mark="cross"),
        "undecided": Spot(_("Not decided yet"), "unanswered", mark="dash"),
        "none": Spot(_("Not rated"), "unanswered", mark="dash"),
    }[bar]


def _line(row: Row, *, heading: str = "") -> Line:
    spots = tuple(_spot(row, cell) for cell in row.cells)
    return Line(row.key, row_words(row), spots, tag=row_tag(row), heading=heading, row=row)


def _spot(row: Row, cell: Cell) -> Spot:
    words = cell_text(row, cell)
    if row.kind == "words":
        return Spot(cell.note.strip() or words)
    if not cell.is_asked and not cell.value:
        return Spot(words)
    role = _ROLES.get(cell.value, "unanswered")
    mark: Mark = ROLE_MARKS[role]
    if row.kind == "value" and cell.value:
        words, mark = _SIGNS.get(words, words), ""
    return Spot(words, role, cell_detail(cell), mark)


def _group(row: Row) -> str:
    if row.kind == "value":
        return _("Core values")
    return _("Coverage") if row.kind == "function" else letter_name(row.letter)
