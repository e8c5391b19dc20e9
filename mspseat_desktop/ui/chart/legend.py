"""What the colours of the cards mean, in the corner of the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.chart.marks import ChipText
from mspseat_desktop.ui.chart.zoom_control import ASIDE, RADIUS
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets import IconButton, one_line, tip
from mspseat_desktop.wording.shading import colour_by_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from mspseat_desktop.ui.chart.shades import Shades
    from mspseat_desktop.ui.theme import Theme

LINE = 22
HEAD = 28
SIGN = 16
EDGE = 10
WIDEST = 260
MOST = 8
"""So many lines there are at most; the last one then says how many groups more there are."""


class ShadeLegend(QWidget):
    """A line for each group: its tone and sign, its name, how many seats are in it.

    It covers its corner of the canvas wholly, as the zoom control does. `put_away` is sent when
    somebody closes it.
    """

    put_away = Signal()

    def __init__(self, theme: Theme, shades: Shades, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._shades = theme, shades
        self._lines: list[tuple[ChipText, int | None]] = []
        self.is_wanted, self._is_aside = True, False
        self.cross = IconButton(theme, "x", _("Put the legend away"), self, side=24, role="muted")
        self.cross.clicked.connect(self.put_away)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self.update)
        self.hide()

    def want(self, *, wanted: bool) -> None:
        """Be there while the cards are coloured by something, or never."""
        self.is_wanted = wanted
        self._appear()

    def step_aside(self, aside: bool) -> None:  # noqa: FBT001 - a signal gives it so
        """Be away for a while, though it is wanted."""
        self._is_aside = aside
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self.is_wanted and not self._is_aside and bool(self._lines))

    def tell(self) -> bool:
        """Say what the colours mean now; return whether it takes other room than before."""
        before = self.sizeHint() if not self.isHidden() else QSize()
        self._lines = _shortened(self._shades.legend())
        self._appear()
        heading = colour_by_text(self._shades.by)
        told = [f"{chip.text}: {_count_text(count)}".rstrip(": ") for chip, count in self._lines]
        self.setAccessibleName(f"{heading}. {'; '.join(told)}")
        tip(self, "\n".join(told))
        self.update()
        return before != (self.sizeHint() if self._lines else QSize())

    def sizeHint(self) -> QSize:
        """Return the room for the longest line."""
        plain = QFontMetricsF(self._theme.font(12))
        heading = QFontMetricsF(self._theme.font(11, QFont.Weight.DemiBold))
        words = heading.horizontalAdvance(colour_by_text(self._shades.by))
        wide = [words + 2 * EDGE + self.cross.sizeHint().width()]
        for chip, count in self._lines:
            words = sum(map(plain.horizontalAdvance, (chip.text, _count_text(count))))
            wide.append(words + SIGN + 8 + 16 + 2 * EDGE)
        height = HEAD + LINE * len(self._lines) + 6
        return QSize(ASIDE + min(WIDEST, round(max(wide)) + 2), ASIDE + height)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the cross in the upper corner."""
        size = self.cross.sizeHint()
        self.cross.resize(size)
        self.cross.move(QPoint(self.width() - size.width() - 3, ASIDE + 3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the lines."""
        theme, painter = self._theme, QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.rect(), theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("surface"))
        frame = QRectF(self.rect()).adjusted(ASIDE + 0.5, ASIDE + 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        room = frame.adjusted(EDGE, 0, -EDGE, 0)
        head = QRectF(room.left(), self.cross.y(), room.width(), self.cross.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(11, QFont.Weight.DemiBold))
        painter.drawText(head, middle, colour_by_text(self._shades.by))
        for number, (chip, count) in enumerate(self._lines):
            top = frame.top() + HEAD + LINE * number
            line = QRectF(room.left(), top, room.width(), LINE)
            self._draw_line(painter, line, chip, _count_text(count))
        painter.end()

    def _draw_line(self, painter: QPainter, line: QRectF, chip: ChipText, count: str) -> None:
        theme = self._theme
        place = QRectF(line.left(), line.center().y() - SIGN / 2, SIGN, SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{chip.role}_soft"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setBrush(theme.color(chip.role))
        painter.drawRoundedRect(QRectF(place.left() - 1, place.top(), 3, SIGN), 1, 1)
        sign = place.adjusted(3, 2, -1, -2)
        theme.icons.paint(painter, sign, chip.icon, theme.color(f"{chip.role}_text"))
        font = theme.font(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(theme.color("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.setPen(theme.color("ink"))
        room = line.adjusted(SIGN + 8, 0, -metrics.horizontalAdvance(count) - 8, 0)
        words = one_line(metrics, chip.text, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _count_text(count: int | None) -> str:
    return "" if count is None else number_text(count)


def _shortened(lines: list[tuple[ChipText, int | None]]) -> list[tuple[ChipText, int | None]]:
    """Return the lines that there is room for, the last one for all others together."""
    if len(lines) <= MOST:
        return lines
    rest = lines[MOST - 1 :]
    seats = sum(count for _chip, count in rest if count is not None)
    words = ngettext("%(count)d more", "%(count)d more", len(rest)) % {"count": len(rest)}
    return [*lines[: MOST - 1], (ChipText(words, "unanswered", icon="ellipsis"), seats or None)]
