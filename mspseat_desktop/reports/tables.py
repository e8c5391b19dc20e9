"""Tables of print: hairlines, headings repeated on each page, cells of any length."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from reportlab.platypus import CondPageBreak, Flowable, Table, TableStyle

from mspseat_desktop.reports.chips import Chip
from mspseat_desktop.reports.stack import Gap, divide, is_higher, measure
from mspseat_desktop.reports.style import REGULAR, color

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mspseat_desktop.reports.style import Role
    from mspseat_desktop.reports.text import Typesetter

Cell: TypeAlias = str | Flowable | list[Flowable]

PAD = 5.0
USUAL_ROOM = 505.0
KEPT_WHOLE = 110.0
"""Height in points up to which a section moves to the next page as a whole."""
TALLEST = 90.0
"""Height in points from which a row is cut in two, so that it can run on to the next page."""


def table(
    setter: Typesetter,
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    *,
    widths: Sequence[float],
    room: float,
    role: Role = "body",
) -> Flowable:
    """Return a table `room` points wide, `widths` being the shares of its columns.

    Text cells are the client's words; an empty `head` leaves the headings out. One that is too
    tall to be repeated runs on like a row.
    """
    whole = sum(widths)
    columns = [share * room / whole for share in widths]
    lines: list[list[list[Flowable]]] = []
    rules: list[int] = []
    joints: list[int] = []
    cells = [[_cell(setter, cell, "label") for cell in head]] if head else []
    cells += [[_cell(setter, cell, role) for cell in row] for row in rows]
    for row in cells:
        parts = list(_slices(row, columns))
        lines.extend(parts)
        joints.extend(range(len(lines) - len(parts), len(lines) - 1))
        rules.append(len(lines) - 1)
    return Table(
        lines,
        colWidths=columns,
        repeatRows=1 if head and rules[0] == 0 else 0,
        style=TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), REGULAR, 9),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), PAD),
                ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
                *(("LINEBELOW", (0, at), (-1, at), 0.6, color("line")) for at in rules),
                *_chip_paddings(lines),
                *(("BOTTOMPADDING", (0, at), (-1, at), 0) for at in joints),
                *(("TOPPADDING", (0, at + 1), (-1, at + 1), 0) for at in joints),
            ]
        ),
    )


def section(setter: Typesetter, title: str, *content: Flowable) -> list[Flowable]:
    """Return a heading and what follows it: on the next page when it would be torn for little."""
    heading = setter.paragraphs(title, "heading")
    together = min(measure(content, USUAL_ROOM), KEPT_WHOLE) + 40
    return [CondPageBreak(together), Gap(12), *heading, Gap(4), *content]


def _cell(setter: Typesetter, cell: Cell, role: Role) -> list[Flowable]:
    if isinstance(cell, str):
        return setter.paragraphs(cell, role)
    return cell if isinstance(cell, list) else [cell]


def _slices(row: list[list[Flowable]], columns: Sequence[float]) -> Iterator[list[list[Flowable]]]:
    """Yield a row as one or more that are each low enough to be moved as a whole."""
    cuts: list[list[list[Flowable]]] = []
    for content, column in zip(row, columns, strict=True):
        cuts.append([])
        rest = content
        while is_higher(rest, column - 2 * PAD, TALLEST):
            fits, rest = divide(rest, column - 2 * PAD, TALLEST)
            cuts[-1].append(fits)
        cuts[-1].append(rest)
    for parts in zip_longest(*cuts, fillvalue=[]):
        yield [list(part) for part in parts]


def _chip_paddings(
    lines: list[list[list[Flowable]]],
) -> Iterator[tuple[str, tuple[int, int], tuple[int, int], float]]:
    """Yield smaller paddings for cells with a chip, which is taller than a line of text."""
    for down, line in enumerate(lines):
        for across, content in enumerate(line):
            if content and isinstance(content[0], Chip):
                place = (across, down)
                yield "TOPPADDING", place, place, 3.0
                yield "BOTTOMPADDING", place, place, 3.5
