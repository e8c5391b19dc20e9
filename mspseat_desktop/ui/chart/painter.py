"""Paints a seat's card at any scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from mspseat_desktop.layout import cards
from mspseat_desktop.layout.text import width, wrap
from mspseat_desktop.ui.chart.marks import way_chip
from mspseat_desktop.ui.chart.stamps import LOOKS_HEIGHT, SIGN, Ground, Stamps, margin_of
from mspseat_desktop.ui.metrics.words import STANDING_ROLES
from mspseat_desktop.ui.widgets.paint import paint_face, paint_mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.layout.cards import Line
    from mspseat_desktop.ui.chart.faces import Face
    from mspseat_desktop.ui.chart.marks import ChipText, Marks
    from mspseat_desktop.ui.theme import Theme

    Portrait = Callable[[BlobHash, int, bool], QPixmap]

TEXT_FROM = 0.5
"""From this zoom on a card shows all its words, below it the title only."""
SIGNS_FROM = 90 / cards.WIDTH
"""From this zoom on there is room for initials and the three letters under the title."""
TITLE_FROM = 0.27
"""Below this zoom cards are plain boxes."""
SMALLEST_TYPE = 10.5
"""How large a title alone is drawn at least, in device-independent pixels of the canvas."""
TIGHTEST_TYPE = 8.0
"""How small it may become so that no word of it is broken."""
CHIP_GAP = 6
LOOKS_PLACE = cards.WIDTH - 7, 2
"""Where the sign for what is worth a look ends and begins: over the title, in the corner."""
SMALL_WAY = 0.92
"""Size of a sign over the title of a small card that has other signs at its foot."""
WAY_GAP = 4
"""Pixels between two tags on a card's upper edge."""
SIGN_GAP = 5
SIGN_SPACE = 3
"""Pixels between two signs at a small card's foot."""
TITLE_TOP = 9
"""Pixels above the title of a small card that has signs at its foot."""
SMALLEST_SIGNED = 38
"""So tall is a small card at least, on the screen, that has signs under a line of its title."""
LINE = 1.3
"""How far a line of a small card's title is below the one before, times its size."""
BASE = 20
"""The whole size of type from which sizes with a fraction are drawn."""

_BOLD = QFont.Weight.DemiBold


class FarTitle(NamedTuple):
    """The title of a small card; what is `is_high` leaves no room for a tag over it."""

    lines: tuple[str, ...]
    size: float
    top: float
    is_high: bool


class CardPainter:
    """Makes pictures of cards in a theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.stamps = Stamps(theme)
        self.portrait: Portrait = lambda _name, _side, _is_provider: QPixmap()
        """Gives the picture of a face in a side of device pixels, null where there is none."""

    def picture(
        self,
        face: Face,
        marks: Marks | None,
        *,
        looks: int = 0,
        ways: tuple[Way, ...] = (),
        shade: ChipText | None = None,
        scale: float,
        zoom: float,
        bare: bool = False,
    ) -> QPixmap:
        """Return a card with its margin; `zoom` says how much can be read.

        `looks` is how many things of the seat are worth a look: a sign in the upper corner.
        `ways` is how the seat differs from another chart: tags on the upper edge. `shade` is the
        group by which the card is coloured: the tone of its bar, and a tag that says it in words.
        `scale` is device pixels per pixel of the layout. A bare picture is transparent around the
        card.
        """
        width = max(1, round(cards.WIDTH * scale))
        height = max(1, round(face.box.height * scale))
        tags = [way_chip(way) for way in ways] + ([shade] if shade is not None else [])
        bar = bar_of(shade, is_provider=face.is_provider)
        ratio = round(scale / zoom, 3)
        ground = Ground(width, height, face.is_provider, face.is_open, bare, bar, ratio)
        pixmap = QPixmap(self.stamps.ground(ground))
        margin = margin_of(scale)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(margin, margin)
        if marks is not None and zoom >= TEXT_FROM:
            self._chips(painter, face, marks, scale)
        end = round(cards.RIGHT * scale)
        if looks and zoom >= TEXT_FROM:
            stamp = self.stamps.looks(looks, scale)
            right, top = (round(edge * scale) for edge in LOOKS_PLACE)
            end = right - stamp.width() - round(WAY_GAP * scale)
            painter.drawPixmap(right - stamp.width(), top, stamp)
        is_near = zoom >= TEXT_FROM
        is_low = not is_near and face.box.height * zoom < SMALLEST_SIGNED
        is_named = bool(face.box.occupant) and not face.is_open
        has_face = SIGNS_FROM <= zoom < TEXT_FROM and is_named
        has_foot = not (is_near or is_low) and (has_face or (bool(tags) and zoom < SIGNS_FROM))
        foot = (SIGN[1] + SIGN_GAP) / zoom if has_foot else 0.0
        beside = 0
        if is_low:
            named = face if has_face else None
            beside = self._beside(painter, named, tags, width=width, height=height, ratio=ratio)
        elif tags and SIGNS_FROM <= zoom < TEXT_FROM and far_title(face, zoom, foot).is_high:
            above = height - round(foot * scale)
            beside = self._beside(painter, None, tags, width=width, height=above, ratio=ratio)
        elif tags:
            self._tags(painter, tags, end=end, height=height, scale=scale, zoom=zoom)
        if has_face and not is_low:
            self._signs(painter, face, marks, width=width, height=height, ratio=ratio)
        painter.scale(width / cards.WIDTH, width / cards.WIDTH)
        if is_near:
            self._words(painter, face)
        else:
            self._large_title(painter, face, far_title(face, zoom, foot, beside / scale))
        painter.end()
        return pixmap

    def _words(self, painter: QPainter, face: Face) -> None:
        theme, box = self._theme, face.box
        painter.setPen(theme.color("ink" if face.is_named else "muted"))
        self._lines(painter, box.title, cards.TITLE_SIZE, _BOLD)
        if box.tag is not None and box.tag_text is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("provider_soft"))
            painter.drawRoundedRect(QRectF(*box.tag), 4, 4)
            painter.setPen(theme.color("provider_text"))
            self._lines(painter, (box.tag_text,), cards.TAG_SIZE, QFont.Weight.Medium)
        self._occupant(painter, face)
        self._figures(painter, face)
        painter.setPen(theme.color("muted"))
        self._lines(painter, box.responsibilities, cards.TEXT_SIZE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("link"))
        for x, y in box.bullets:
            painter.drawEllipse(QPointF(x, y), 1.75, 1.75)

    def _occupant(self, painter: QPainter, face: Face) -> None:
        theme, box = self._theme, face.box
        if box.avatar is None or not box.occupant:
            return
        place = QRectF(*box.avatar)
        painter.setPen(theme.color("muted"))
        self._lines(painter, box.occupant, cards.OCCUPANT_SIZE)
        if box.also is not None:
            self._lines(painter, (box.also,), cards.TEXT_SIZE)
        if face.is_open:
            inner = place.adjusted(2, 2, -2, -2)
            theme.icons.paint(painter, inner, "user-plus", theme.color("muted"))
        else:
            self._avatar(painter, place, face)

    def _avatar(self, painter: QPainter, place: QRectF, face: Face) -> None:
        """Draw the picture of the one in the seat, or else the initials."""
        side = round(place.width() * painter.transform().m11())
        shown = self.portrait(face.portrait, side, face.is_provider) if face.portrait else QPixmap()
        is_provider = face.is_provider
        paint_face(painter, place, shown, face.letters, provider=is_provider, theme=self._theme)

    def _figures(self, painter: QPainter, face: Face) -> None:
        """Draw how the metrics stand: a dot, a cross, a ring for what is stale."""
        for area, standing in zip(face.box.figures, face.figures, strict=True):
            place = QRectF(*area)
            role = STANDING_ROLES[standing]
            if standing == "off_target":
                paint_mark(painter, place, "cross", self._theme.color(role))
                continue
            is_ring = standing == "stale"
            painter.setPen(QPen(self._theme.color(role), 1.4) if is_ring else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if is_ring else self._theme.color(role))
            inset = 0.7 if is_ring else 0.5
            painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))

    def _chips(self, painter: QPainter, face: Face, marks: Marks, scale: float) -> None:
        """Draw the chips, in device pixels."""
        if face.box.marks is None:
            return
        left, top, width, __ = (round(edge * scale) for edge in face.box.marks)
        at = left
        for chip in marks.left:
            stamp = self.stamps.chip(chip, scale)
            painter.drawPixmap(at, top, stamp)
            at += stamp.width() + round(CHIP_GAP * scale)
        if marks.right is not None:
            stamp = self.stamps.chip(marks.right, scale)
            painter.drawPixmap(left + width - stamp.width(), top, stamp)

    def _tags(
        self,
        painter: QPainter,
        chips: list[ChipText],
        *,
        end: int,
        height: int,
        scale: float,
        zoom: float,
    ) -> None:
        """Draw tags on the upper edge: sign and word, on a far card the sign alone.

        Where they would reach beyond `end`, the last ones are signs alone.
        """
        is_near, ratio = zoom >= TEXT_FROM, scale / zoom
        left, top = round(cards.LEFT * scale), round(LOOKS_PLACE[1] * scale)
        size = scale
        if not is_near:
            chips = [replace(chip, text="") for chip in chips]
            size = ratio * (SMALL_WAY if zoom >= SIGNS_FROM else 1)
            top = 0 if zoom >= SIGNS_FROM else height - round((LOOKS_HEIGHT + 3) * ratio)
        gap = round(WAY_GAP * ratio)
        stamps = [self.stamps.tag(chip, size) for chip in chips]
        for at in reversed(range(len(chips) if is_near else 0)):
            if left + sum(stamp.width() + gap for stamp in stamps) - gap > end:
                stamps[at] = self.stamps.tag(replace(chips[at], text=""), size)
        for stamp in stamps:
            painter.drawPixmap(left, top, stamp)
            left += stamp.width() + gap

    def _signs(
        self,
        painter: QPainter,
        face: Face,
        marks: Marks | None,
        *,
        width: int,
        height: int,
        ratio: float,
    ) -> None:
        """Draw initials and the letters of the calls at the card's foot, in device pixels."""
        side, gap = SIGN[1] * ratio, SIGN_GAP * ratio
        top = round(height - side - gap)
        left = cards.LEFT * width / cards.WIDTH
        place = QRectF(left, top, side, side)
        self._avatar(painter, place, face)
        letters = [c for c in marks.left if c.mark] if marks is not None else []
        at = round(width - gap)
        for chip in reversed(letters):
            stamp = self.stamps.sign(chip, ratio)
            at -= stamp.width()
            painter.drawPixmap(at, top, stamp)
            at -= round(SIGN_SPACE * ratio)

    def _beside(
        self,
        painter: QPainter,
        face: Face | None,
        tags: list[ChipText],
        *,
        width: int,
        height: int,
        ratio: float,
    ) -> int:
        """Draw initials and the signs of tags at the right of a card, in the middle of a height.

        All in device pixels; return how many of them are taken.
        """
        gap, side = round(SIGN_GAP * ratio), round(SIGN[1] * ratio)
        at = width - gap
        if face is not None:
            self._avatar(painter, QRectF(at - side, (height - side) / 2, side, side), face)
            at -= side + gap
        for chip in reversed(tags):
            stamp = self.stamps.tag(replace(chip, text=""), ratio)
            at -= stamp.width()
            painter.drawPixmap(at, (height - stamp.height()) // 2, stamp)
            at -= round(SIGN_SPACE * ratio)
        return width - at - gap

    def _large_title(self, painter: QPainter, face: Face, title: FarTitle) -> None:
        """Draw the title so large that it can still be read, over as many lines as there are."""
        painter.setPen(self._theme.color("ink" if face.is_named else "muted"))
        middle = title.top + LINE * title.size / 2 + cards.ASCENT * title.size
        lines = tuple(
            cards.Line(cards.LEFT, middle + LINE * title.size * number, words)
            for number, words in enumerate(title.lines)
        )
        self._lines(painter, lines, title.size, _BOLD)

    def _lines(
        self,
        painter: QPainter,
        lines: tuple[Line, ...],
        size: float,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Draw lines of text. Qt knows whole sizes only, so others are drawn to scale."""
        whole = round(size)
        if whole == size:
            painter.setFont(self._theme.font(whole, weight))
            for line in lines:
                painter.drawText(QPointF(line.x, line.baseline), line.text)
            return
        scale = size / BASE
        painter.setFont(self._theme.font(BASE, weight))
        painter.scale(scale, scale)
        for line in lines:
            painter.drawText(QPointF(line.x, line.baseline) / scale, line.text)
        painter.scale(1 / scale, 1 / scale)


def bar_of(shade: ChipText | None, *, is_provider: bool) -> str:
    """Return the tone of a card's bar: of its group, else whether a provider holds the seat."""
    if shade is not None:
        return shade.role
    return "provider" if is_provider else "person"


def far_title(face: Face, zoom: float, foot: float, beside: float = 0) -> FarTitle:
    """Return how the title stands on a small card.

    `foot` is the room that is kept below it, `beside` at its right; a card too small for more has
    it in the middle.
    """
    room = cards.WIDTH - cards.LEFT - 8 - beside
    words = " ".join(each.text for each in face.box.title)
    size = title_size(words, zoom, room)
    most = min(4, max(1, int((face.box.height - foot - 10) / (LINE * size))))
    lines = wrap(words, font=cards.TITLE_FONT, size=size, width=room, max_lines=most)
    free, usual = face.box.height - foot - LINE * size * len(lines), TITLE_TOP / zoom
    is_free = zoom < SIGNS_FROM or beside > 0
    return FarTitle(
        lines, size, free / 2 if is_free else min(free / 2, usual), free / 2 < usual - 1
    )


def title_size(title: str, zoom: float, room: float) -> float:
    """Return the size of a small card's title: smaller than usual where a word is too long."""
    size = SMALLEST_TYPE / zoom
    longest = max(
        (width(word, font=cards.TITLE_FONT, size=size) for word in title.split()), default=0.0
    )
    return size if longest <= room else max(TIGHTEST_TYPE / zoom, size * room / longest * 0.99)
