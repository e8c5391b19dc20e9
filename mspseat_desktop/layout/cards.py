"""What stands on a seat's card, line by line, and how tall that makes it.

The window and the PDF draw from the same box, so they agree to the pixel. All measures are
device-independent pixels from the card's top left corner; heights are multiples of 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from mspseat_desktop.layout.text import FontName, elide, width, wrap

WIDTH = 224
LEFT = 16
RIGHT = 212
TOP = 12

TITLE_FONT: FontName = "semibold"
TITLE_SIZE = 13.5
TITLE_LINE = 20
TITLE_LINES = 3

TEXT_FONT: FontName = "regular"
TEXT_SIZE = 12.0
OCCUPANT_SIZE = 13.0
OCCUPANT_LINE = 17
AVATAR = 20
OCCUPANT_LEFT = LEFT + AVATAR + 7

BULLET_LEFT = 28
BULLET_LINE = 18
MOST_RESPONSIBILITIES = 5
WHOLE_LINES = 4
"""Lines that one responsibility takes at most where nothing is to be shortened."""

FIGURE = 7
FIGURE_STEP = 10
MOST_FIGURES = 6
"""The signs that say how metrics stand: their size, their distance, and how many fit."""

CHIP = 20
TAG_FONT: FontName = "medium"
TAG_SIZE = 10.5
TAG_PADDING = 6
TAG_HEIGHT = 16
ASCENT = 0.364
"""From a line's middle down to its baseline, in ems: half of what a capital of Inter is tall."""


class Detail(IntEnum):
    """How much a card shows; each level adds to those before."""

    TITLE = 0
    OCCUPANT = 1
    RESPONSIBILITIES = 2
    METRICS = 3
    MARKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """The words on a card, as they are to be read.

    `occupant` is what stands beside the avatar, for an open seat the words that say so; `also`
    counts further people in the seat; `tag` is the word at the title's right, empty without one;
    `has_marks` says whether the row of marks is there; `figures` how many
    signs say how its metrics stand, which changes no height. `more` are the words for the
    responsibilities beyond the fifth, which have a line of their own. A card that `is_whole`
    breaks its responsibilities over several lines, as paper does; else each is cut to one.
    """

    title: str
    occupant: str = ""
    responsibilities: tuple[str, ...] = ()
    tag: str = ""
    also: int = 0
    has_marks: bool = False
    figures: int = 0
    more: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where it begins, its baseline, and what it says."""

    x: float
    baseline: float
    text: str


Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBox:
    """Where everything stands on one card; what is None or empty is not drawn.

    `bullets` are the dots' centres, one for each responsibility shown. The chips fill
    `marks` from its left, the core values' chip ends at its right.
    """

    width: int
    height: int
    title: tuple[Line, ...]
    tag: Area | None
    tag_text: Line | None
    avatar: Area | None
    occupant: tuple[Line, ...]
    also: Line | None
    responsibilities: tuple[Line, ...]
    bullets: tuple[tuple[float, float], ...]
    marks: Area | None
    figures: tuple[Area, ...] = ()


def card_height(card: CardText, detail: Detail = Detail.MARKS) -> int:
    """Return how tall the card is, without breaking more text than that needs."""
    return _tops(card, detail, len(_title_lines(card)))[3]


def card_box(card: CardText, detail: Detail = Detail.MARKS) -> CardBox:
    """Return where everything stands on the card."""
    lines = _title_lines(card)
    occupant_top, first_bullet, marks_top, height = _tops(card, detail, len(lines))
    tag, tag_text = _tag(card, len(lines))
    figures = _figures(card, occupant_top) if detail >= Detail.METRICS else ()
    also, occupant = _occupant(card, occupant_top) if detail >= Detail.OCCUPANT else (None, ())
    shown = _responsibilities(card, detail)
    rows = [line for lines in shown for line in lines]
    if rows and card.more:
        rows.append(card.more)
    middles = [first_bullet + BULLET_LINE * (number + 0.5) for number in range(len(rows))]
    firsts = [sum(map(len, shown[:number])) for number in range(len(shown))]
    return CardBox(
        width=WIDTH,
        height=height,
        title=tuple(
            _line(LEFT, TOP + TITLE_LINE * number + TITLE_LINE / 2, line, TITLE_SIZE)
            for number, line in enumerate(lines)
        ),
        tag=tag,
        tag_text=tag_text,
        avatar=(LEFT, occupant_top, AVATAR, AVATAR) if occupant else None,
        occupant=occupant,
        also=also,
        responsibilities=tuple(
            _line(BULLET_LEFT, middle, text, TEXT_SIZE)
            for middle, text in zip(middles, rows, strict=True)
        ),
        bullets=tuple((LEFT + 3.5, middles[first]) for first in firsts),
        marks=(LEFT, marks_top, RIGHT - LEFT, CHIP) if marks_top else None,
        figures=figures,
    )


def _title_lines(card: CardText) -> tuple[str, ...]:
    room = RIGHT - LEFT - (_tag_width(card) + 8 if card.tag else 0)
    lines = wrap(card.title, font=TITLE_FONT, size=TITLE_SIZE, width=room, max_lines=TITLE_LINES)
    return lines or ("",)


def _responsibilities(card: CardText, detail: Detail) -> tuple[tuple[str, ...], ...]:
    """Return the responsibilities that are shown, each as its lines."""
    if detail < Detail.RESPONSIBILITIES:
        return ()
    shown = card.responsibilities[:MOST_RESPONSIBILITIES]
    if not card.is_whole:
        return tuple((_shortened(text),) for text in shown)
    room = RIGHT - BULLET_LEFT
    broken = (
        wrap(text, font=TEXT_FONT, size=TEXT_SIZE, width=room, max_lines=WHOLE_LINES)
        for text in shown
    )
    return tuple(lines or ("",) for lines in broken)


def _count_of_lines(card: CardText, detail: Detail) -> int:
    """Return how many lines the responsibilities take, breaking no text that is cut anyway."""
    if detail < Detail.RESPONSIBILITIES:
        return 0
    cut = len(card.responsibilities) > MOST_RESPONSIBILITIES
    if card.is_whole:
        return sum(map(len, _responsibilities(card, detail))) + cut
    return min(len(card.responsibilities), MOST_RESPONSIBILITIES) + cut


def _tops(card: CardText, detail: Detail, title_lines: int) -> tuple[int, int, int, int]:
    """Return the tops of occupant, responsibilities and marks (0 without), and the height."""
    occupant_top = TOP + TITLE_LINE * title_lines + 4
    # Only a whole card breaks a name, and only then is it worth measuring here.
    further = len(_names(card)) - 1 if card.is_whole and detail >= Detail.OCCUPANT else 0
    occupant_end = occupant_top + AVATAR + OCCUPANT_LINE * further
    first_bullet = occupant_end + 8
    bullets = _count_of_lines(card, detail)
    end = first_bullet + BULLET_LINE * bullets if bullets else occupant_end
    if detail < Detail.OCCUPANT:
        end = occupant_top - 4
    if detail >= Detail.MARKS and card.has_marks:
        height = _on_grid(end + 8 + CHIP + 12)
        return occupant_top, first_bullet, height - 12 - CHIP, height
    return occupant_top, first_bullet, 0, _on_grid(end + 12)


def _on_grid(height: int) -> int:
    return -(-height // 4) * 4


def _line(x: float, middle: float, text: str, size: float) -> Line:
    return Line(x, middle + ASCENT * size, text)


def _shortened(text: str) -> str:
    return elide(text, font=TEXT_FONT, size=TEXT_SIZE, width=RIGHT - BULLET_LEFT)


def _tag_width(card: CardText) -> float:
    """Return the tag's width; a long word is cut so that half of the card stays for the title."""
    return min(width(card.tag, font=TAG_FONT, size=TAG_SIZE) + 2 * TAG_PADDING, 96)


def _tag(card: CardText, title_lines: int) -> tuple[Area | None, Line | None]:
    if not card.tag:
        return None, None
    wide = _tag_width(card)
    middle = TOP + TITLE_LINE * min(title_lines, 2) / 2
    text = elide(card.tag, font=TAG_FONT, size=TAG_SIZE, width=wide - 2 * TAG_PADDING + 0.01)
    area = (RIGHT - wide, middle - TAG_HEIGHT / 2, wide, TAG_HEIGHT)
    return area, _line(RIGHT - wide + TAG_PADDING, middle, text, TAG_SIZE)


def _occupant(card: CardText, top: int) -> tuple[Line | None, tuple[Line, ...]]:
    """Return the count of further people, if any, and the occupant's name beside the avatar."""
    middle = top + AVATAR / 2
    also = None
    if card.also:
        also = _line(_name_end(card) + 8, middle, f"+{card.also}", TEXT_SIZE)
    return also, tuple(
        _line(OCCUPANT_LEFT, middle + OCCUPANT_LINE * number, name, OCCUPANT_SIZE)
        for number, name in enumerate(_names(card))
    )


def _names(card: CardText) -> tuple[str, ...]:
    """Return the lines of the occupant's name: one, unless the card is whole."""
    room = _name_end(card) - OCCUPANT_LEFT
    if not card.is_whole:
        return (elide(card.occupant, font=TEXT_FONT, size=OCCUPANT_SIZE, width=room),)
    return wrap(
        card.occupant, font=TEXT_FONT, size=OCCUPANT_SIZE, width=room, max_lines=WHOLE_LINES
    ) or ("",)


def _name_end(card: CardText) -> float:
    """Return where the name must end: before the count of further people and the signs."""
    end: float = min((left for left, *_rest in _figures(card, 0)), default=RIGHT + 8) - 8
    if card.also:
        end -= width(f"+{card.also}", font=TEXT_FONT, size=TEXT_SIZE) + 8
    return end


def _figures(card: CardText, top: int) -> tuple[Area, ...]:
    """Return the places of the signs at the right of the occupant's line, from the left."""
    count = min(card.figures, MOST_FIGURES)
    middle = top + AVATAR / 2
    return tuple(
        (RIGHT - FIGURE - FIGURE_STEP * back, middle - FIGURE / 2, FIGURE, FIGURE)
        for back in reversed(range(count))
    )
