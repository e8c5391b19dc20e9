"""Chips, marks, avatars and focus rings as plain paint functions, for widgets and the chart."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

Mark = Literal["", "check", "cross", "plus", "partly", "minus", "dash", "question"]
CHIP_HEIGHT = 20
CHIP_PADDING = 7
MARK_SIZE = 9
MARK_GAP = 5
ICON_SIZE = 12
RIGHT_TO_LEFT = "\u200f"
"""A sign without width or ink that has the direction of Arabic and Hebrew letters."""

# What stands beside or in place of the colour, so that grey paper and colour-blind eyes agree.
ROLE_MARKS: dict[str, Mark] = {
    "yes": "check",
    "partly": "partly",
    "no": "cross",
    "unanswered": "dash",
}


def hairline(ratio: float) -> int:
    """Return how many device pixels the thinnest line takes, so that it is as thick everywhere."""
    return max(1, int(ratio + 0.5))


def chip_font(theme: Theme) -> QFont:
    """Return the small bold type of chips and tags."""
    return theme.font(11, QFont.Weight.DemiBold)


def chip_size(text: str, theme: Theme, *, mark: Mark = "", icon: str = "") -> QSizeF:
    """Return how much room paint_chip needs, in device-independent pixels."""
    words = QFontMetricsF(chip_font(theme)).horizontalAdvance(text)
    extra = (MARK_SIZE if mark else 0) + (ICON_SIZE if icon else 0)
    gap = MARK_GAP if text and extra else 0
    return QSizeF(math.ceil(words + gap + extra + 2 * CHIP_PADDING), CHIP_HEIGHT)


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    *,
    theme: Theme,
    mark: Mark = "",
    icon: str = "",
) -> None:
    """Draw a tinted tag: icon, words, mark, centred as one group and cut with dots if too long."""
    tone = f"{role}_text"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{role}_soft"))
    radius = min(5.0, rect.height() / 4)
    painter.drawRoundedRect(rect, radius, radius)
    font = chip_font(theme)
    metrics = QFontMetricsF(font)
    extra = (MARK_SIZE if mark else 0) + (ICON_SIZE if icon else 0)
    gap = MARK_GAP if text and extra else 0
    room = max(0.0, rect.width() - 2 * CHIP_PADDING + 2 - extra - gap)
    shown = one_line(metrics, text, room)
    width = metrics.horizontalAdvance(shown) + extra + gap
    left = rect.left() + (rect.width() - width) / 2
    middle = rect.center().y()
    if icon:
        at = QRectF(left, middle - ICON_SIZE / 2, ICON_SIZE, ICON_SIZE)
        theme.icons.paint(painter, at, icon, theme.color(tone))
        left += ICON_SIZE + gap
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    words = metrics.horizontalAdvance(shown)
    box = QRectF(left, rect.top(), words + 1, rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    if mark:
        left += words + gap
        at = QRectF(left, middle - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE)
        paint_mark(painter, at, mark, theme.color(tone))
    painter.restore()


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, color: QColor) -> None:
    """Draw a mark with strokes a sixth of its size wide; "" draws nothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.0, rect.width() / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _MARK_LINES[mark]:
        painter.drawPolyline(
            [
                QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())
                for x, y in line
            ]
        )
    painter.restore()


def paint_tick_box(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    mark: Mark = "",
    quiet: bool = False,
    hovered: bool = False,
) -> None:
    """Draw a box to tick with its mark, empty for none; a `quiet` mark does not fill it."""
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    on = bool(mark) and not quiet
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if on else "faint"), 1))
    painter.setBrush(theme.color("accent" if on else "hover" if hovered else "surface"))
    painter.drawRoundedRect(box, 5, 5)
    if mark:
        inner = box.adjusted(4, 4, -4, -4)
        paint_mark(painter, inner, mark, theme.color("on_accent" if on else "muted"))


def paint_avatar(
    painter: QPainter, rect: QRectF, letters: str, *, provider: bool, theme: Theme
) -> None:
    """Draw initials on a disc for a person, on a rounded square for a provider."""
    role = "provider" if provider else "person"
    paint_badge(painter, rect, letters, role, square=provider, theme=theme)


def paint_face(
    painter: QPainter, rect: QRectF, face: QPixmap, letters: str, *, provider: bool, theme: Theme
) -> None:
    """Draw the picture of a face, cut to its shape already, or the initials where it is null."""
    if face.isNull():
        paint_avatar(painter, rect, letters, provider=provider, theme=theme)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, face, QRectF(face.rect()))
    painter.restore()


def paint_badge(
    painter: QPainter, rect: QRectF, letters: str, role: str, *, square: bool, theme: Theme
) -> None:
    """Draw one or two letters on the soft fill of a tone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{role}_soft"))
    if square:
        radius = rect.height() * 0.22
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.drawEllipse(rect)
    size = max(7, round(rect.height() * (0.38 if len(letters) > 1 else 0.44)))
    painter.setFont(theme.font(size, QFont.Weight.DemiBold))
    painter.setPen(theme.color(f"{role}_text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, letters)
    painter.restore()


def paint_focus_ring(
    painter: QPainter, rect: QRectF, theme: Theme, *, radius: float = 8, role: str = "accent"
) -> None:
    """Draw the ring of the keyboard's place, 2 pixels wide inside the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(role), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def one_line(metrics: QFontMetricsF, text: str, room: float) -> str:
    """Return the text on one line, cut with dots where it is wider than the room in pixels."""
    # Nobody sees more than this; measuring a million letters would take seconds.
    flat = " ".join(text[:2000].split())
    if metrics.horizontalAdvance(flat) <= room + 0.5:
        return flat
    cut = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, room)
    # Beside letters that run to the left the dots stand at their left end only with this sign.
    ways = (unicodedata.bidirectional(sign) for sign in reversed(cut))
    last = next((way for way in ways if way in ("L", "R", "AL")), "L")
    return cut if last == "L" else cut + RIGHT_TO_LEFT


_Line = tuple[tuple[float, float], ...]
_PLUS: tuple[_Line, ...] = (((0.5, 0.12), (0.5, 0.88)), ((0.12, 0.5), (0.88, 0.5)))
_MARK_LINES: dict[Mark, tuple[_Line, ...]] = {
    "": (),
    "check": (((0.08, 0.55), (0.38, 0.85), (0.94, 0.2)),),
    "cross": (((0.14, 0.14), (0.86, 0.86)), ((0.86, 0.14), (0.14, 0.86))),
    "plus": _PLUS,
    "partly": (
        ((0.5, 0.02), (0.5, 0.66)),
        ((0.18, 0.34), (0.82, 0.34)),
        ((0.18, 0.96), (0.82, 0.96)),
    ),
    "minus": (((0.12, 0.5), (0.88, 0.5)),),
    "dash": (((0.2, 0.5), (0.8, 0.5)),),
    "question": (
        (
            (0.2, 0.3),
            (0.27, 0.12),
            (0.5, 0.03),
            (0.73, 0.12),
            (0.8, 0.3),
            (0.72, 0.44),
            (0.5, 0.56),
            (0.5, 0.68),
        ),
        ((0.5, 0.94), (0.5, 0.95)),
    ),
}
