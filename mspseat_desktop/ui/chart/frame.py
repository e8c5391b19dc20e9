"""Paints what a rectangle of the canvas shows: ground, connectors, cards, far branches."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from mspseat_desktop.layout.cards import WIDTH, Detail
from mspseat_desktop.ui.chart.cache import CardCache
from mspseat_desktop.ui.chart.dimming import MOST_MARKS, paint_marks, paint_veil
from mspseat_desktop.ui.chart.folds import fold_sign, paint_fold_signs
from mspseat_desktop.ui.chart.lines import LINK_RADIUS, draw_far_links, draw_links
from mspseat_desktop.ui.chart.looking import Looking
from mspseat_desktop.ui.chart.marks import marks_of
from mspseat_desktop.ui.chart.painter import TITLE_FROM, CardPainter, bar_of
from mspseat_desktop.ui.chart.pixels import SMALL, are_near, box_of, tree_box
from mspseat_desktop.ui.chart.second_lines import DOT, SecondLines, draw_second_lines
from mspseat_desktop.ui.chart.stamps import margin_of
from mspseat_desktop.ui.widgets.paint import hairline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.answers import Visible
    from mspseat_desktop.ui.chart.camera import Camera
    from mspseat_desktop.ui.chart.glide import Glide
    from mspseat_desktop.ui.chart.marks import ChipText
    from mspseat_desktop.ui.chart.scene import ChartScene
    from mspseat_desktop.ui.chart.second_lines import Drawn
    from mspseat_desktop.ui.pictures import Pictures
    from mspseat_desktop.ui.theme import Theme

FRAME_MS = 4.0
"""How long a frame may spend on pictures of cards; what is left over comes with the next one."""
NARROWEST = 6
"""Branches narrower than this, in device-independent pixels, are drawn as one silhouette."""
ONE_LOOK = 250_000
"""In a box of so few device pixels one look at the tree costs less than one for each part."""
AHEAD = 280
"""How far outside the canvas pictures are made ahead, in device-independent pixels."""


class FramePainter:
    """Paints frames and keeps the pictures of cards between them.

    A frame spends at most `budget_ms` on new pictures; `waiting` holds the seats of the last frame
    that were shown by an older picture or a sketch.
    """

    def __init__(self, theme: Theme, scene: ChartScene, camera: Camera) -> None:
        self._theme, self._scene, self.camera = theme, scene, camera
        self._cards = CardPainter(theme)
        self.second_lines = SecondLines(scene)
        self._looking = Looking()
        self.cache = CardCache()
        self.waiting: set[SeatId] = set()
        self.budget_ms = FRAME_MS
        self.looks: Callable[[SeatId], int] = lambda _seat: 0
        """How many things of a seat are worth a look."""
        self.ways: Callable[[SeatId], tuple[Way, ...]] = lambda _seat: ()
        """How a seat differs from the one in another chart."""
        self.shade: Callable[[SeatId], ChipText | None] = lambda _seat: None
        """The group by which a seat's card is coloured; None leaves it as it is."""
        self.bright: Collection[SeatId] | None = None
        """The seats that stay bright while all others dim; None while none dims."""
        self.glide: Glide | None = None
        """Where the cards are while the chart is on its way to its shape."""

    def use_portraits(self, pictures: Pictures) -> None:
        """Show the pictures of those who hold the seats."""
        self._cards.portrait = lambda name, side, is_provider: pictures.face(
            name, side, provider=is_provider, ratio=1.0
        )

    def paint(self, painter: QPainter, rects: list[QRect]) -> None:
        """Paint rectangles of device pixels; `waiting` then holds the seats not sharp yet.

        Pictures are copied under a clip that is a plain rectangle: under any other it takes several
        times as long.
        """
        until = time.perf_counter() + self.budget_ms / 1000
        self.waiting.clear()
        ground = self._theme.color("canvas")
        groups = _groups(rects)
        for group, seen in zip(groups, self._look_at(groups, box_of(rects)), strict=True):
            box = box_of(group)
            crossing = self._crossing(box)
            for rect in group:
                painter.setClipRect(rect)
                painter.fillRect(rect, ground)
                if crossing:
                    draw_second_lines(painter, crossing, self.camera, self._theme)
                if self.camera.zoom >= TITLE_FROM:
                    self._pictures(painter, seen.cards, rect, until)
            painter.setClipRect(box)
            if self.camera.zoom >= TITLE_FROM:
                draw_links(painter, seen.links, box, self.camera, self._theme.color("link"))
            else:
                self._paint_far(painter, seen)
            if self._scene.folded:
                for rect in group:
                    painter.setClipRect(rect)
                    self.paint_folds(painter, [seat for seat, *__ in seen.cards])
            if self.bright is not None:
                for rect in group:
                    painter.setClipRect(rect)
                    self._dim(painter, seen, self.bright)

    def paint_ahead(self) -> bool:
        """Make pictures of the cards just outside the canvas; say whether there are more to make.

        To be called while nobody does anything: what comes into view next is ready then.
        """
        camera = self.camera
        if camera.zoom < TITLE_FROM:
            return False
        until = time.perf_counter() + self.budget_ms / 1000
        view = QRect(0, 0, round(camera.width * camera.ratio), round(camera.height * camera.ratio))
        room = round(AHEAD * camera.ratio)
        for seat, *__ in self.look(view.adjusted(-room, -room, room, room)).cards:
            if time.perf_counter() > until:
                return True
            self.picture(seat)
        return False

    def card_rect(self, seat: SeatId) -> QRect:
        """Return the device pixels of a seat's card, counted from the canvas's corner."""
        left, top, _right, bottom = self._scene.tree.rect(seat)
        across, down = self.glide.shift(seat) if self.glide is not None else (0, 0)
        return self._rect_at(left + across, top + down, bottom - top)

    def picture(self, seat: SeatId) -> QPixmap:
        """Return a sharp picture of a card at the present scale, its margin included."""
        found = self.cache.find(seat)
        if found is not None and found.scale == self.camera.scale:
            return found.pixmap
        pixmap = self._paint_card(seat)
        self.cache.put(seat, pixmap, self.camera.scale)
        return pixmap

    def bare_picture(self, seat: SeatId) -> QPixmap:
        """Return a picture of a card that is transparent around it."""
        return self._paint_card(seat, bare=True)

    def forget(self) -> None:
        """Paint everything anew from now on, for another theme or other marks."""
        self.cache.clear()
        self._cards.stamps.clear()

    @property
    def margin(self) -> int:
        """How many device pixels a picture has around the card."""
        return margin_of(self.camera.scale)

    def _paint_card(self, seat: SeatId, *, bare: bool = False) -> QPixmap:
        scene, camera = self._scene, self.camera
        marks = marks_of(scene.client, seat) if scene.detail >= Detail.MARKS else None
        return self._cards.picture(
            scene.face(seat),
            marks,
            looks=self.looks(seat),
            ways=self.ways(seat),
            shade=self.shade(seat),
            scale=camera.scale,
            zoom=camera.zoom,
            bare=bare,
        )

    def _crossing(self, rect: QRect) -> list[Drawn]:
        """Return the second lines that a rectangle of device pixels may show."""
        room = 4 / self.camera.zoom + DOT
        return self.second_lines.near(tree_box(rect, self.camera, room))

    def _look_at(self, groups: list[list[QRect]], whole: QRect) -> list[Visible[SeatId]]:
        """Return what each group shows, with one look where that costs less."""
        if self.glide is not None:
            return [self.glide.seen()] * len(groups)
        if len(groups) > 1 and whole.width() * whole.height() < ONE_LOOK:
            return [self._look_around(whole)] * len(groups)
        look = self._look_around if len(groups) == 1 else self.look
        return [look(box_of(group)) for group in groups]

    def look(self, rect: QRect) -> Visible[SeatId]:
        """Return what a rectangle of device pixels shows."""
        box = self._part(rect)
        return self._scene.tree.visible(*box, min_width=NARROWEST / self.camera.zoom)

    def _look_around(self, rect: QRect) -> Visible[SeatId]:
        """Return what a rectangle of device pixels shows, and perhaps more beside it."""
        if self.camera.zoom < TITLE_FROM:
            return self.look(rect)
        part, min_width = self._part(rect), NARROWEST / self.camera.zoom
        return self._looking.at(self._scene.tree, part, min_width)

    def _part(self, rect: QRect) -> tuple[float, float, float, float]:
        scale = self.camera.scale
        return tree_box(rect, self.camera, max(self.margin / scale, LINK_RADIUS) + 2)

    def paint_folds(self, painter: QPainter, seats: Iterable[SeatId]) -> None:
        """Say at the folded ones of these seats how many each hides."""
        scene, camera = self._scene, self.camera
        hiding = [(seat, scene.hidden_below(seat)) for seat in seats]
        cards = [(self.card_rect(seat), hidden) for seat, hidden in hiding if hidden]
        paint_fold_signs(painter, cards, self._theme, scale=camera.scale, ratio=camera.ratio)

    def folded_at(self, spot: QPointF) -> SeatId | None:
        """Return the folded seat whose sign lies over a device pixel."""
        scene, camera = self._scene, self.camera
        for seat, *__ in scene.tree.visible(*camera.shown()).cards if scene.folded else ():
            if hidden := scene.hidden_below(seat):
                card = self.card_rect(seat)
                sign = fold_sign(card, hidden, self._theme, scale=camera.scale, ratio=camera.ratio)
                if sign.contains(spot):
                    return seat
        return None

    def _dim(self, painter: QPainter, seen: Visible[SeatId], bright: Collection[SeatId]) -> None:
        heights, at = self._scene.tree.height, self.camera.to_device
        dim = [card for card in seen.cards if card[0] not in bright]
        rects = [self._rect_at(left, top, heights(s)) for s, left, top in dim]
        rects += [QRect(QPoint(*at(a, b)), QPoint(*at(c, d))) for a, b, c, d in seen.silhouettes]
        paint_veil(painter, rects, self._theme)
        if self.camera.zoom < TITLE_FROM and len(bright) <= MOST_MARKS:
            marks = [self.card_rect(seat) for seat in bright if seat in self._scene]
            paint_marks(painter, marks, self._theme, ratio=self.camera.ratio)

    def _paint_far(self, painter: QPainter, seen: Visible[SeatId]) -> None:
        draw_far_links(painter, seen.links, self.camera, self._theme.color("link"))
        self._boxes(painter, seen.cards)
        if seen.silhouettes:
            at = self.camera.to_device
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("link"))
            painter.drawRects(
                [QRect(QPoint(*at(a, b)), QPoint(*at(c, d))) for a, b, c, d in seen.silhouettes]
            )

    def _pictures(
        self, painter: QPainter, cards: list[tuple[SeatId, int, int]], rect: QRect, until: float
    ) -> None:
        camera, margin = self.camera, self.margin
        wide = round(WIDTH * camera.scale) + 2 * margin
        for seat, left, top in cards:
            x, y = camera.to_device(left, top)
            x, y = x - margin, y - margin
            if x > rect.right() or y > rect.bottom() or x + wide <= rect.left():
                continue
            found = self.cache.find(seat)
            if found is not None and found.scale == camera.scale:
                if y + found.pixmap.height() > rect.top():
                    painter.drawPixmap(x, y, found.pixmap)
            elif time.perf_counter() < until:
                painter.drawPixmap(x, y, self.picture(seat))
            else:
                self.waiting.add(seat)
                card = self._rect_at(left, top, self._scene.tree.height(seat))
                if found is not None:
                    grown = card.adjusted(-margin, -margin, margin, margin)
                    painter.drawPixmap(grown, found.pixmap, found.pixmap.rect())
                else:
                    self._sketch(painter, seat, card)

    def _sketch(self, painter: QPainter, seat: SeatId, rect: QRect) -> None:
        """Draw frame and title at once; the picture follows with one of the next frames."""
        theme, face = self._theme, self._scene.face(seat)
        scale = self.camera.scale
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("provider_card" if face.is_provider else "surface"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setPen(theme.color("ink"))
        font = QFont(theme.font(14, QFont.Weight.DemiBold))
        font.setPixelSize(max(8, round(13.5 * scale)))
        painter.setFont(font)
        words = rect.adjusted(round(15 * scale), 0, 0, 0)
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            face.box.title[0].text,
        )

    def _boxes(self, painter: QPainter, cards: list[tuple[SeatId, int, int]]) -> None:
        theme = self._theme
        edges: list[QRect] = []
        inner: list[QRect] = []
        bars: dict[str, list[QRect]] = {}
        scene, heights = self._scene, self._scene.tree.height
        line = hairline(self.camera.ratio)
        for seat, left, top in cards:
            rect = self._rect_at(left, top, heights(seat))
            edges.append(rect)
            inside = rect.adjusted(line, line, -line, -line)
            if inside.isValid():
                inner.append(inside)
            wide = max(line, rect.width() // 20)
            bar = bar_of(self.shade(seat), is_provider=scene.is_for_provider(seat))
            strip = QRect(rect.left(), rect.top(), wide, rect.height())
            bars.setdefault(bar, []).append(strip)
        painter.setPen(Qt.PenStyle.NoPen)
        for role, rects in (("line_strong", edges), ("surface", inner)):
            painter.setBrush(theme.color(role))
            painter.drawRects(rects)
        for role, rects in bars.items():
            painter.setBrush(theme.color(role))
            painter.drawRects(rects)

    def _rect_at(self, left: float, top: float, height: float) -> QRect:
        x, y = self.camera.to_device(left, top)
        scale = self.camera.scale
        return QRect(x, y, max(1, round(WIDTH * scale)), max(1, round(height * scale)))


def _groups(rects: list[QRect]) -> list[list[QRect]]:
    """Return the rectangles in groups that are worth one look at the tree each."""
    if len(rects) == 1 or are_near(rects):
        return [rects]
    groups: list[list[QRect]] = []
    small: list[QRect] = []
    for rect in rects:
        if rect.width() * rect.height() <= SMALL:
            small.append(rect)
        else:
            groups.append([rect])
    if len(small) > 1 and are_near(small):
        return [*groups, small]
    return groups + [[rect] for rect in small]
