"""The seat's reviews, the newest first; each opens the whole review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.domain.headlines import headline_code, tone_of
from mspseat_desktop.domain.records import Occupant, Review, ReviewId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.seat_panel.words import TONES
from mspseat_desktop.ui.widgets import (
    LineLink,
    Mark,
    PlainLabel,
    chip_size,
    one_line,
    paint_chip,
    paint_focus_ring,
)
from mspseat_desktop.wording.outcomes import headline_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SHOWN = 12


class ReviewButton(QAbstractButton):
    """A review as a card: its date, whom it is about, and its headline."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._detail, self._chip = "", "", ("", "unanswered")
        self.review: ReviewId | None = None
        self.setFixedHeight(74)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @property
    def words(self) -> tuple[str, str, str]:
        """Return what stands on the card: title, second line, chip."""
        return self._title, self._detail, self._chip[0]

    def show_review(
        self, review: ReviewId, title: str, detail: str, *, chip: tuple[str, str]
    ) -> None:
        """Show a review; a chip without words is left out."""
        self.review = review
        self._title, self._detail, self._chip = title, detail, chip
        self.setAccessibleName(", ".join(part for part in (title, detail, chip[0]) if part))
        self.setFixedHeight(74 if chip[0] else 48)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        room = rect.width() - 24
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        top = 6.0
        for text, role, font in (
            (self._title, "ink", theme.font(13, QFont.Weight.DemiBold)),
            (self._detail, "muted", theme.font(12)),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            shown = one_line(QFontMetricsF(font), text, room)
            painter.drawText(QRectF(12, top, room, 18), align, shown)
            top += 18
        words, role = self._chip
        if words:
            mark: Mark = "check" if role == "yes" else ""
            width = min(room, chip_size(words, theme, mark=mark).width())
            at = QRectF(12, top + 4, width, 20)
            paint_chip(painter, at, words, role, theme=theme, mark=mark)
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=7)


class ReviewsPage(QWidget):
    """The list; `open_wanted(ReviewId)` for a click on one."""

    open_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._seat: SeatId | None = None
        self._shows_all = False
        self._buttons: list[ReviewButton] = []
        self.hint = PlainLabel("", self, tone="muted", wrap=True)
        self._more = LineLink(theme, "", self)
        self._more.clicked.connect(self._show_all)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def buttons(self) -> tuple[ReviewButton, ...]:
        """Return the reviews on show."""
        return tuple(b for b in self._buttons if b.review is not None)

    def show_seat(self, seat: SeatId) -> None:
        """Show the seat's reviews."""
        self._shows_all = self._shows_all and seat == self._seat
        self._seat = seat
        reviews = self._bridge.client.reviews(seat)[::-1]
        shown = reviews if self._shows_all else reviews[:SHOWN]
        while len(self._buttons) < len(shown):
            self._buttons.append(self._made())
        for place, button in enumerate(self._buttons):
            if place < len(shown):
                self._dress(button, shown[place])
            else:
                button.review = None
            button.setVisible(place < len(shown))
        self._more.setVisible(len(shown) < len(reviews))
        self._more.set_caption(_("Show all {count}").format(count=len(reviews)))
        self._show_hint(any_review=bool(reviews))

    def _show_hint(self, *, any_review: bool) -> None:
        if not any_review:
            words = _("No review of this seat yet. Each one that is finished stands here.")
        elif self._bridge.ratings_hidden:
            words = _("Ratings are hidden. Ctrl+H shows them.")
        else:
            words = ""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _made(self) -> ReviewButton:
        button = ReviewButton(self._theme, self)
        button.clicked.connect(lambda _on=False: self.open_wanted.emit(button.review))
        self._list.addWidget(button)
        return button

    def _dress(self, button: ReviewButton, review: Review) -> None:
        occupant = self._bridge.client.get(Occupant, review.occupant)
        detail, chip = occupant.name, ("", "unanswered")
        if review.state == "draft":
            chip = (_("Draft, not finished"), "accent")
        elif not self._bridge.ratings_hidden:
            code = headline_code(review.headline)
            company = occupant.kind == "provider"
            chip = (headline_text(code, is_provider=company), TONES[tone_of(code)])
        if review.amends is not None:
            detail = _("{name} · amendment").format(name=occupant.name)
        button.show_review(review.id, date_text(review.on), detail, chip=chip)

    def _show_all(self) -> None:
        self._shows_all = True
        if self._seat is not None:
            self.show_seat(self._seat)
