"""The share of reviewed seats that are right, quarter by quarter, as bars with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import one_line, tip
from mspseat_desktop.wording.rounds import quarter_text, share_text, short_share_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.rounds import Quarter, Share
    from mspseat_desktop.ui.theme import Theme

HEIGHT: Final = 92
EACH: Final = 62
BAR: Final = 34
TITLE: Final = 150
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


class ShareChart(QWidget):
    """A bar for each quarter: the frame is all reviewed seats, what is filled are the right ones.

    The numbers stand over the bars; as many of the newest quarters are drawn as there is room for.
    """

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[tuple[Quarter, Share], ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Reviewed seats that are right, by quarter"))
        theme.changed.connect(self.update)

    @property
    def shares(self) -> tuple[tuple[Quarter, Share], ...]:
        """What is drawn, the oldest first."""
        return self._shares

    def show_shares(self, shares: Sequence[tuple[Quarter, Share]]) -> None:
        """Draw these; their words are what a screen reader says."""
        self._shares = tuple(shares)
        words = [f"{quarter_text(quarter)}: {share_text(share)}" for quarter, share in shares]
        tip(self, "\n".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for some quarters."""
        return QSize(TITLE + 6 * EACH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Let it be narrow: it leaves the oldest quarters out then."""
        return QSize(TITLE + EACH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title and the bars."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._title(painter)
        count = max(1, (self.width() - TITLE) // EACH)
        shown = self._shares[-count:]
        for number, (quarter, share) in enumerate(shown):
            left = TITLE + number * EACH
            self._bar(painter, QRectF(left, 0, EACH, self.height()), quarter, share)
        if len(shown) > 1:
            painter.setPen(QPen(theme.color("line_strong"), 1))
            y = self.height() - 20.5
            painter.drawLine(QPointF(TITLE, y), QPointF(TITLE + len(shown) * EACH, y))

    def _title(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(12, QFont.Weight.DemiBold))
        painter.setPen(theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        top = self.height() / 2 - 18
        painter.drawText(QRectF(0, top, TITLE - 12, 18), flags, _("Right over time"))
        font = theme.font(11)
        painter.setFont(font)
        painter.setPen(theme.color("muted"))
        words = one_line(QFontMetricsF(font), _("of the seats reviewed"), TITLE - 12)
        painter.drawText(QRectF(0, top + 18, TITLE - 12, 16), flags, words)

    def _bar(self, painter: QPainter, box: QRectF, quarter: Quarter, share: Share) -> None:
        theme = self._theme
        painter.setFont(theme.font(11, QFont.Weight.DemiBold))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(box.left(), 0, EACH, 16), _CENTRE, short_share_text(share))
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("muted"))
        below = QRectF(box.left(), box.bottom() - 17, EACH, 16)
        painter.drawText(below, _CENTRE, quarter_text(quarter))
        high = box.height() - 42
        frame = QRectF(box.center().x() - BAR / 2, 19, BAR, high)
        painter.setPen(Qt.PenStyle.NoPen)
        part = share.right / share.reviewed if share.reviewed else 0.0
        filled = QRectF(frame.left(), frame.bottom() - high * part, BAR, high * part)
        painter.setBrush(theme.color("yes"))
        painter.drawRect(filled)
        painter.setPen(QPen(theme.color("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
