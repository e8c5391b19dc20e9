"""A block of cells from a spreadsheet: which figures it holds, or what is not understood in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.metrics.headings import heading, period_text
from mspseat_desktop.ui.metrics.reading import read_value
from mspseat_desktop.ui.metrics.words import brief

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QLocale

    from mspseat_desktop.domain.metrics import Period
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.ui.metrics.scorecard import Group, Line

MOST_NAMED = 3
Block: TypeAlias = "list[list[str]]"


class NotUnderstoodError(Exception):
    """A block of which nothing is taken; its text is the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One figure of a block and where it belongs."""

    metric: Metric
    period: Period
    value: float


def block_of(text: str) -> Block:
    """Return the cells of a text with tabs and line ends, rows of equal length."""
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def read_block(
    block: Block, group: Group, *, row: int, column: int, locale: QLocale | None = None
) -> list[Pasted]:
    """Return the figures of a block that is laid on the group from a cell on.

    A line of headings above and a column of names in front are matched where they fit; empty
    cells are left out. Raises NotUnderstoodError when anything does not fit: nothing is taken then.
    """
    names = _names(group, locale)
    lines = _lines(block, group, first=row, names=names)
    columns = _columns(lines, group, first=column, names=names)
    found: list[Pasted] = []
    strange: list[str] = []
    for metric, cells in lines.rows:
        for period, cell in zip(columns, cells, strict=True):
            if not cell:
                continue
            try:
                found.append(Pasted(metric, period, read_value(cell, metric, locale)))
            except ValueError:
                strange.append(_place_text(cell, metric, period, group))
    if strange:
        raise NotUnderstoodError(_strange_text(strange))
    if not found:
        raise NotUnderstoodError(_("There is no figure in what was copied."))
    return found


@dataclass(frozen=True, slots=True)
class _Lines:
    """The block's rows by metric, without names, and the line of headings if there is one."""

    headings: list[str] | None
    rows: list[tuple[Metric, list[str]]]


def _lines(block: Block, group: Group, *, first: int, names: Mapping[str, Period]) -> _Lines:
    if not block:
        raise NotUnderstoodError(_("There is nothing to paste."))
    metrics = [line.metric for line in group.lines]
    by_name = _by_name(group)
    is_named = any(_flat(row[0]) in by_name and len(row) > 1 for row in block)
    top = block[0][1:] if is_named else block[0]
    headings = top if len(block) > 1 and all(_flat(cell) in names for cell in top) else None
    body = block if headings is None else block[1:]
    if not is_named:
        if first + len(body) > len(metrics):
            raise NotUnderstoodError(_too_many_rows(len(body), len(metrics) - first))
        return _Lines(headings, list(zip(metrics[first:], body, strict=False)))
    return _Lines(headings, [(_named(row[0], by_name), row[1:]) for row in body])


def _by_name(group: Group) -> dict[str, list[Metric]]:
    """Return the metrics by their names, alone and with the seat in front."""
    found: dict[str, list[Metric]] = {}
    for line in group.lines:
        for name in {_flat(line.metric.name), _flat(named_in_seat(line))}:
            found.setdefault(name, []).append(line.metric)
    return found


def named_in_seat(line: Line) -> str:
    """Return a metric's name with its seat's in front, which tells it from all others."""
    return " ".join(f"{line.seat_title} · {line.metric.name}".split())


def _named(cell: str, by_name: Mapping[str, list[Metric]]) -> Metric:
    found = by_name.get(_flat(cell), [])
    if len(found) == 1:
        return found[0]
    words = _("There is no metric “{name}” here. Nothing was pasted.")
    if found:
        words = _(
            "Several metrics here are called “{name}”. Write “seat · metric” in front. "
            "Nothing was pasted."
        )
    raise NotUnderstoodError(words.format(name=brief(cell)))


def _columns(
    lines: _Lines, group: Group, *, first: int, names: Mapping[str, Period]
) -> Sequence[Period]:
    if lines.headings is not None:
        return [names[_flat(cell)] for cell in lines.headings]
    width = len(lines.rows[0][1])
    if first + width > len(group.periods):
        raise NotUnderstoodError(
            ngettext(
                "There is room for {room} column from here on, and {count} were copied. "
                "Nothing was pasted.",
                "There is room for {room} columns from here on, and {count} were copied. "
                "Nothing was pasted.",
                len(group.periods) - first,
            ).format(room=len(group.periods) - first, count=width)
        )
    return group.periods[first : first + width]


def _names(group: Group, locale: QLocale | None) -> dict[str, Period]:
    """Return the periods by what may stand over them, the newest where two share a name."""
    found: dict[str, Period] = {}
    for period in group.periods:
        top, below = heading(group.cadence, period, locale)
        for name in (
            top,
            f"{top} {below}",
            period_text(group.cadence, period, locale),
            period.first,
            period.last,
            period.first[:7] if group.cadence == "month" else period.first,
        ):
            found[_flat(name)] = period
    return found


def _place_text(cell: str, metric: Metric, period: Period, group: Group) -> str:
    return _("“{cell}” ({metric}, {period})").format(
        cell=brief(cell), metric=brief(metric.name), period=period_text(group.cadence, period)
    )


def _strange_text(strange: list[str]) -> str:
    named = ", ".join(strange[:MOST_NAMED])
    rest = len(strange) - MOST_NAMED
    if rest > 0:
        named = _("{named} and {count} more").format(named=named, count=rest)
    return _("Not understood: {named}. Nothing was pasted.").format(named=named)


def _too_many_rows(count: int, room: int) -> str:
    return ngettext(
        "There is room for {room} row from here on, and {count} were copied. Nothing was pasted.",
        "There is room for {room} rows from here on, and {count} were copied. Nothing was pasted.",
        room,
    ).format(room=room, count=count)


def _flat(name: str) -> str:
    return " ".join(name.split()).casefold()
