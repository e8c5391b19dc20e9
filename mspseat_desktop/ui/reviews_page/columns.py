"""The columns of the page and how its width is shared out among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.rounds import values_shown
from mspseat_desktop.language import _
from mspseat_desktop.wording.outcomes import letter_mark, letter_name
from mspseat_desktop.wording.rounds import quarter_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.reviews_page.rows import Row, Wanted

Kind: TypeAlias = Literal[
    "seat", "letter", "value", "bar", "result", "turn", "last", "next", "actions"
]
RATED: Final[frozenset[Kind]] = frozenset({"letter", "value"})

_WIDTHS: Final[dict[Kind, tuple[int, int]]] = {
    "seat": (200, 300),
    "letter": (40, 64),
    "value": (56, 84),
    "bar": (66, 84),
    "result": (180, 204),
    "turn": (122, 150),
    "last": (84, 100),
    "next": (100, 116),
    "actions": (53, 84),
}
"""The least and the usual width of each kind in pixels."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `about` is a letter or the id of a core value, `short` stands in its heading."""

    kind: Kind
    title: str
    short: str = ""
    about: str = ""


def columns_of(
    client: Client, rows: Iterable[Row], wanted: Wanted, *, hidden: bool
) -> tuple[Column, ...]:
    """Return the columns from left to right; while ratings are hidden names and dates only.

    An earlier round has the core values that were rated then as well.
    """
    found = [Column("seat", _("Seat and occupant"))]
    dates = [Column("last", _("Last review")), Column("next", _("Next review"))]
    if hidden:
        return (*found, *dates)
    found += [Column("letter", letter_name(x), letter_mark(x), x) for x in LETTERS]
    reviews = [row.line.review for row in rows if row.line.review]
    values = values_shown(client, reviews, is_now=wanted.quarter is None)
    found += [Column("value", name or _("unnamed"), about=value) for value, name in values]
    if values:
        found.append(Column("bar", _("The bar")))
    found.append(Column("result", _("Result")))
    if wanted.against is not None:
        since = _("Since {quarter}").replace("{quarter}", quarter_text(wanted.against))
        found.append(Column("turn", since))
    if wanted.quarter is not None:
        return (*found, *dates)
    return (*found, *dates, Column("actions", _("Actions open"), _("Actions")))


def column_widths(columns: Sequence[Column], room: int) -> list[int]:
    """Return the widths in pixels in a room of that many pixels.

    All shrink together towards their least; when even those do not fit, the table scrolls. What
    is left over goes to the first column, then to the last.
    """
    least = [_WIDTHS[column.kind][0] for column in columns]
    usual = [_WIDTHS[column.kind][1] for column in columns]
    spare = room - sum(least)
    if spare <= 0:
        return least
    wish = sum(usual) - sum(least)
    if spare <= wish:
        widths = [a + (b - a) * spare // wish for a, b in zip(least, usual, strict=True)]
        widths[0] += room - sum(widths)
        return widths
    if not columns:
        return []
    left_over = room - sum(usual)
    first = min(left_over, 120)
    usual[0] += first
    usual[-1] += left_over - first
    return usual
