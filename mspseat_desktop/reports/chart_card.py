"""One card of the printed chart: the words on it, and its drawing from the layout's own box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mspseat_desktop.domain.gwc import LETTERS, latest_outcome
from mspseat_desktop.language import _
from mspseat_desktop.layout import cards
from mspseat_desktop.layout.initials import initials
from mspseat_desktop.layout.pages import CHART_TYPE
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.style import MEDIUM, REGULAR, SEMIBOLD, ToneName, color
from mspseat_desktop.wording.outcomes import letter_mark, seat_outcome_text
from mspseat_desktop.wording.seats import more_text, occupant_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.cards import Area, CardBox, Line
    from mspseat_desktop.reports.text import Typesetter

RADIUS = 12
BAR = 3


class Label(NamedTuple):
    """A mark on a card: a word on a soft ground."""

    word: str
    tone: ToneName


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card, and where; `values` stands at the right end of the marks."""

    box: CardBox
    letters: str
    is_provider: bool
    is_open: bool
    marks: tuple[Label, ...] = ()
    values: Label | None = None


def card_of(
    client: Client, seat: SeatId, setter: Typesetter, *, with_ratings: bool, brief: bool = False
) -> Card:
    """Return the card of a seat; without ratings no mark of any review stands on it.

    A brief one leaves the responsibilities out.
    """
    holder = client.accountable(seat)
    record = client.seat(seat)
    is_provider = (holder.kind if holder else record.meant_for) == "provider"
    duties = [d.text for d in client.responsibilities(seat) if d.text.strip() and not brief]
    marks = tuple(_marks(client, seat)) if with_ratings else ()
    words = cards.CardText(
        title=setter.safe(record.title) or _("Untitled seat"),
        occupant=setter.safe(occupant_words(client, seat, holder)),
        responsibilities=tuple(map(setter.safe, duties)),
        more=more_text(len(duties) - cards.MOST_RESPONSIBILITIES),
        is_whole=True,
        tag=_("Provider") if is_provider else "",
        also=max(0, len(client.seatings(seat)) - 1),
        has_marks=bool(marks),
    )
    return Card(
        cards.card_box(words),
        setter.safe(initials(holder.name)) if holder else "",
        is_provider,
        holder is None,
        marks,
        _values(client, seat) if with_ratings else None,
    )


def _marks(client: Client, seat: SeatId) -> Iterator[Label]:
    """Yield the marks of the latest review, or one that says why there are none."""
    outcome = latest_outcome(client, seat)
    if outcome is not None and outcome.headline == "open":
        return
    if outcome is None or outcome.changed:
        words = seat_outcome_text(outcome)
        room = cards.RIGHT - cards.LEFT - 2 * cards.TAG_PADDING
        yield Label(elided(words, SEMIBOLD, CHART_TYPE, room=room), "unanswered")
        return
    for letter in LETTERS:
        call = outcome.calls.get(letter, "")
        sign = {"yes": "\u2713", "no": "\u2717"}.get(call, "\u2013")
        yield Label(f"{letter_mark(letter)} {sign}", call or "unanswered")


def _values(client: Client, seat: SeatId) -> Label | None:
    """Return how many core values are +, in the tone of the bar."""
    outcome = latest_outcome(client, seat)
    if outcome is None or outcome.changed or not outcome.values_rated:
        return None
    tones: dict[str, ToneName] = {"over": "yes", "below": "partly"}
    counts = {"plus": outcome.values_plus, "count": outcome.values_rated}
    words = _("Values %(plus)d/%(count)d") % counts
    return Label(words, tones.get(outcome.bar, "unanswered"))


def draw_card(canvas: Canvas, card: Card, x: float, y: float) -> None:
    """Draw the card with its upper left corner there; y grows upwards, a unit is a pixel."""
    canvas.saveState()
    canvas.translate(x, y)
    _draw_ground(canvas, card)
    box = card.box
    canvas.setFillColor(color("ink"))
    _write(canvas, box.title, SEMIBOLD, cards.TITLE_SIZE)
    if box.tag and box.tag_text:
        _fill(canvas, box.tag, "provider_soft", radius=5)
        canvas.setFillColor(color("provider_text"))
        _write(canvas, (box.tag_text,), MEDIUM, CHART_TYPE)
    _draw_occupant(canvas, card)
    canvas.setFillColor(color("muted"))
    for across, down in box.bullets:
        canvas.circle(across, -down, 1.5, stroke=0, fill=1)
    canvas.setFillColor(color("ink"))
    _write(canvas, box.responsibilities, REGULAR, cards.TEXT_SIZE)
    if box.marks:
        _draw_marks(canvas, card, box.marks)
    canvas.restoreState()


def _draw_ground(canvas: Canvas, card: Card) -> None:
    tall = card.box.height
    canvas.setFillColor(color("provider_card" if card.is_provider else "surface"))
    canvas.setStrokeColor(color("link"))
    canvas.setLineWidth(1)
    canvas.setDash([4, 3] if card.is_open else [])
    canvas.roundRect(0, -tall, card.box.width, tall, RADIUS, stroke=1, fill=1)
    canvas.setDash([])
    bar = (0.0, float(RADIUS), float(BAR), float(tall - 2 * RADIUS))
    _fill(canvas, bar, "provider" if card.is_provider else "person", radius=0)


def _draw_occupant(canvas: Canvas, card: Card) -> None:
    """Draw the avatar, round for a person and square for a provider, and the name."""
    box = card.box
    if box.avatar and not card.is_open:
        kind = "provider" if card.is_provider else "person"
        _fill(canvas, box.avatar, f"{kind}_soft", radius=5 if card.is_provider else 10)
        canvas.setFillColor(color(f"{kind}_text"))
        size = CHART_TYPE
        left = box.avatar[0] + (box.avatar[2] - width(card.letters, SEMIBOLD, size)) / 2
        baseline = box.avatar[1] + box.avatar[3] / 2 + cards.ASCENT * size
        _write(canvas, (cards.Line(left, baseline, card.letters),), SEMIBOLD, size)
    if box.avatar and card.is_open:
        left, top, wide, tall = box.avatar
        canvas.setStrokeColor(color("unanswered"))
        canvas.setDash([2, 2])
        canvas.circle(left + wide / 2, -top - tall / 2, wide / 2)
        canvas.setDash([])
    canvas.setFillColor(color("muted" if card.is_open else "ink"))
    if box.occupant:
        _write(canvas, box.occupant, REGULAR, cards.OCCUPANT_SIZE)
    if box.also:
        canvas.setFillColor(color("muted"))
        _write(canvas, (box.also,), REGULAR, cards.TEXT_SIZE)


def _draw_marks(canvas: Canvas, card: Card, area: Area) -> None:
    left, top, wide, _tall = area
    for mark in card.marks:
        left += _draw_label(canvas, mark, left, top) + 5
    if card.values:
        right = area[0] + wide - _label_width(card.values)
        _draw_label(canvas, card.values, max(left, right), top)


def _label_width(label: Label) -> float:
    return width(label.word, SEMIBOLD, CHART_TYPE) + 2 * cards.TAG_PADDING


def _draw_label(canvas: Canvas, label: Label, left: float, top: float) -> float:
    """Draw a mark, framed when it is a no, and return its width."""
    wide = _label_width(label)
    canvas.setStrokeColor(color(label.tone))
    canvas.setLineWidth(1)
    area = (left, top, wide, float(cards.CHIP))
    _fill(canvas, area, f"{label.tone}_soft", radius=5, framed=label.tone == "no")
    canvas.setFillColor(color(f"{label.tone}_text"))
    baseline = top + cards.CHIP / 2 + cards.ASCENT * CHART_TYPE
    line = cards.Line(left + cards.TAG_PADDING, baseline, label.word)
    _write(canvas, (line,), SEMIBOLD, CHART_TYPE)
    return wide


def _fill(canvas: Canvas, area: Area, role: str, *, radius: float, framed: bool = False) -> None:
    left, top, wide, tall = area
    canvas.setFillColor(color(role))
    canvas.roundRect(left, -top - tall, wide, tall, radius, stroke=int(framed), fill=1)


def _write(canvas: Canvas, lines: tuple[Line, ...], font: str, size: float) -> None:
    for line in lines:
        draw_line(canvas, line.text, x=line.x, y=-line.baseline, font=font, size=size)
