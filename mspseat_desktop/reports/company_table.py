"""The table of the company's page on paper: columns, headings with the bar, lines of chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.language import _
from mspseat_desktop.reports.lines import draw_line, elided, width, wrapped
from mspseat_desktop.reports.style import REGULAR, SEMIBOLD, SMALLEST, color, style
from mspseat_desktop.wording.outcomes import letter_mark
from mspseat_desktop.wording.rounds import turn_text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.rounds import Turn
    from mspseat_desktop.reports.company_rows import Cell, CompanyRow
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.text import Typesetter

TITLES: Final = 29.0
BAND: Final = 15.0
TITLE: Final = 6.2
MOST: Final = 3
"""Size of a heading's type, and its lines."""
DATE: Final = 7.0
_Hand: TypeAlias = Literal["plain", "name", "provider", "date", "late"]
_HANDS: Final[dict[_Hand, tuple[str, str, float]]] = {
    "plain": ("ink", REGULAR, 9.0),
    "name": ("ink", SEMIBOLD, 9.0),
    "provider": ("provider_text", SEMIBOLD, 9.0),
    "date": ("ink", REGULAR, DATE),
    "late": ("no_text", SEMIBOLD, DATE),
}
"""Colour, font and largest size of a line."""
HEADING: Final = TITLES + BAND
STEP: Final = 8.0
"""Points of indent for each level of the chart."""
DEEPEST: Final = 5
_SHAPES: Final[dict[Turn, tuple[int, ...]]] = {
    "better": (1,),
    "worse": (-1,),
    "mixed": (1, -1),
    "same": (0,),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the table is drawn, measures in points; `names` are the core values' headings.

    `since` names the quarter compared with, empty for none. Only now has open actions.
    """

    setter: Typesetter
    manner: Manner
    names: tuple[str, ...]
    since: str
    has_actions: bool
    date: float
    left: float
    room: float
    row: float
    type: float

    @property
    def widths(self) -> list[float]:
        """The columns' widths: seat, occupant, letters, values, bar, result, turn, dates, actions.

        Dates get what they ask for; the others share the rest in the same proportions always.
        """
        shares = [116.0, 98.0, *([23.0] * len(LETTERS)), *([42.0] * len(self.names))]
        shares += [*([36.0] if self.names else []), 120.0, *([78.0] if self.since else [])]
        last = [38.0] if self.has_actions else []
        each = (self.room - 2 * self.date) / (sum(shares) + sum(last))
        before, after = ([share * each for share in some] for some in (shares, last))
        return [*before, self.date, self.date, *after]

    @property
    def edges(self) -> list[float]:
        """Where each column begins."""
        found, at = [], self.left
        for wide in self.widths:
            found.append(at)
            at += wide
        return found


def draw_heading(canvas: Canvas, look: Look, bar: str, *, top: float) -> None:
    """Draw the titles and below them the bar in one cell over all core values."""
    base = top - TITLES
    canvas.setFillColor(color("accent_soft"))
    canvas.rect(look.left, base - BAND, look.room, BAND, stroke=0, fill=1)
    titles = [_("Seat"), _("Occupant"), *(letter_mark(x) for x in LETTERS), *look.names]
    titles += [*([_("Bar")] if look.names else []), _("Result")]
    titles += [_("Since %(quarter)s") % {"quarter": look.since}] if look.since else []
    titles += [_("Last review"), _("Next review")]
    titles += [_("Actions")] if look.has_actions else []
    first, last = 2, 2 + len(LETTERS) + len(look.names) + bool(look.names)
    for number, words in enumerate(titles):
        centred = first <= number < last
        _title(canvas, look, words, number=number, base=base, centred=centred)
    y = base - BAND + 5
    canvas.setFillColor(color("accent_text"))
    draw_line(canvas, _("The bar"), x=look.left + 3, y=y, font=SEMIBOLD, size=7.5)
    _span(canvas, look, _("all yes"), first=2, count=len(LETTERS), y=y)
    if look.names:
        _span(canvas, look, bar, first=2 + len(LETTERS), count=len(look.names), y=y)


def _title(
    canvas: Canvas, look: Look, words: str, *, number: int, base: float, centred: bool
) -> None:
    room = look.widths[number] - 2
    shown = wrapped(look.setter.safe(words)[:120], style("label"), room * 7.5 / TITLE)
    if len(shown) > MOST:
        rest = " ".join(shown[MOST - 1 :])
        shown = [*shown[: MOST - 1], elided(rest, SEMIBOLD, TITLE, room=room)]
    canvas.setFillColor(color("muted"))
    for at, line in enumerate(reversed(shown)):
        short = elided(line, SEMIBOLD, TITLE, room=room)
        wide = width(short, SEMIBOLD, TITLE)
        x = look.edges[number] + ((look.widths[number] - wide) / 2 if centred else 3)
        draw_line(canvas, short, x=x, y=base + 4 + at * 8, font=SEMIBOLD, size=TITLE)


def _span(canvas: Canvas, look: Look, words: str, *, first: int, count: int, y: float) -> None:
    left, room = look.edges[first], sum(look.widths[first : first + count])
    size = max(SMALLEST, min(7.5, 7.5 * (room - 4) / max(1.0, width(words, SEMIBOLD, 7.5))))
    short = elided(words, SEMIBOLD, size, room=room - 2)
    x = left + (room - width(short, SEMIBOLD, size)) / 2
    draw_line(canvas, short, x=x, y=y, font=SEMIBOLD, size=size)


def draw_row(canvas: Canvas, look: Look, row: CompanyRow, *, top: float) -> None:
    """Draw one line whose upper edge is at `top`."""
    base = top - look.row
    y = base + (look.row - look.type * 0.72) / 2
    edges, widths = look.edges, look.widths
    indent = min(row.depth, DEEPEST) * STEP
    safe = look.setter.safe
    _words(canvas, look, safe(row.seat), x=edges[0] + 3 + indent, y=y, room=widths[0] - 6 - indent)
    who, room = safe(row.occupant), widths[1] - 6
    hand: _Hand = "provider" if row.is_provider else "name"
    _words(canvas, look, who, x=edges[1] + 3, y=y, room=room, hand=hand)
    at = 2
    for cell in row.marks:
        _chip(canvas, look, cell, column=at, base=base, centred=True)
        at += 1
    if look.names:
        _chip(canvas, look, row.bar, column=at, base=base, centred=True)
        at += 1
    _chip(canvas, look, row.result, column=at, base=base, centred=False)
    at += 1
    if look.since:
        _turn(canvas, look, row.turn, column=at, y=y)
        at += 1
    dates = look.manner.dates
    last, following = (dates(day) if day else "" for day in (row.last_on, row.next_on))
    room = look.date - 5
    _words(canvas, look, last, x=edges[at] + 3, y=y, room=room, hand="date")
    hand = "late" if row.is_late else "date"
    _words(canvas, look, following, x=edges[at + 1] + 3, y=y, room=room, hand=hand)
    if row.actions and look.has_actions:
        x = edges[at + 2] + 3
        _words(canvas, look, str(row.actions), x=x, y=y, room=widths[at + 2] - 5)
    canvas.setStrokeColor(color("line"))
    canvas.setLineWidth(0.5)
    canvas.line(look.left, base, look.left + look.room, base)


def _words(
    canvas: Canvas,
    look: Look,
    words: str,
    *,
    x: float,
    y: float,
    room: float,
    hand: _Hand = "plain",
) -> None:
    """Write a line in smaller type where it is too long, cut only below six points."""
    ink, font, most = _HANDS[hand]
    size = min(look.type, most)
    size = max(SMALLEST, min(size, size * room / max(1.0, width(words, font, size))))
    canvas.setFillColor(color(ink))
    draw_line(canvas, elided(words, font, size, room=room), x=x, y=y, font=font, size=size)


def _chip(
    canvas: Canvas, look: Look, cell: Cell, *, column: int, base: float, centred: bool
) -> None:
    """Draw a word on a soft ground, framed for a no, so that it is seen in grey as well."""
    words, tone = cell
    if not words:
        return
    edge, room = look.edges[column], look.widths[column]
    size = min(look.type, 8.0)
    size = max(SMALLEST, min(size, size * (room - 7) / max(1.0, width(words, SEMIBOLD, size))))
    words = elided(words, SEMIBOLD, size, room=room - 7)
    wide, high = width(words, SEMIBOLD, size) + 6, look.row - 3
    wide = max(wide, min(room - 4, 16.0))
    x = edge + ((room - wide) / 2 if centred else 2)
    canvas.setFillColor(color(f"{tone}_soft"))
    canvas.setStrokeColor(color(tone))
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, base + 1.5, wide, high, 2.5, stroke=int(tone == "no"), fill=1)
    canvas.setFillColor(color(f"{tone}_text"))
    left = x + (wide - width(words, SEMIBOLD, size)) / 2
    y = base + (look.row - size * 0.72) / 2
    draw_line(canvas, words, x=left, y=y, font=SEMIBOLD, size=size)


def _turn(canvas: Canvas, look: Look, turn: Turn, *, column: int, y: float) -> None:
    x, side = look.edges[column] + 3, look.type * 0.7
    for way in _SHAPES.get(turn, ()):
        if way == 0:
            canvas.setStrokeColor(color("muted"))
            canvas.setLineWidth(0.9)
            for up in (0.25, 0.6):
                canvas.line(x, y + side * up, x + side, y + side * up)
        else:
            canvas.setFillColor(color("yes_text" if way > 0 else "no_text"))
            low, tip = (y, y + side) if way > 0 else (y + side, y)
            path = canvas.beginPath()
            path.moveTo(x, low)
            path.lineTo(x + side, low)
            path.lineTo(x + side / 2, tip)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)
        x += side + 2
    left = x + 1
    room = look.edges[column] + look.widths[column] - left - 2
    _words(canvas, look, turn_text(turn), x=left, y=y, room=room)
