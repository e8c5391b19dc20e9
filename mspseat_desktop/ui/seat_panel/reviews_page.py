"""The seat's reviews over time, the newest first; each opens the whole review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.headlines import headline_code, tone_of
from mspseat_desktop.domain.over_time import stages
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.seat_panel.review_card import ReviewButton, ReviewCard, marks_of
from mspseat_desktop.ui.seat_panel.words import TONES
from mspseat_desktop.ui.shortcuts.telling import ratings_hidden_words
from mspseat_desktop.ui.widgets import LineLink, PlainLabel
from mspseat_desktop.wording.outcomes import finished_headline_text
from mspseat_desktop.wording.rounds import because_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.over_time import Stage
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SHOWN = 12


class ReviewsPage(QWidget):
    """The list; `open_wanted(ReviewId)` for a click on one."""

    open_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._seat: SeatId | None = None
        self._shows_all = False
        self._cards: list[ReviewCard] = []
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
        return tuple(c.button for c in self._cards if c.button.review is not None)

    @property
    def changes(self) -> tuple[str, ...]:
        """Return what is said to have changed, review by review on show; "" for nothing."""
        shown = [card for card in self._cards if card.button.review is not None]
        return tuple("" if card.because.isHidden() else card.because.text() for card in shown)

    def show_seat(self, seat: SeatId) -> None:
        """Show the seat's reviews."""
        self._shows_all = self._shows_all and seat == self._seat
        self._seat = seat
        reviews = self._bridge.client.reviews(seat)[::-1]
        shown = reviews if self._shows_all else reviews[:SHOWN]
        hidden = self._bridge.ratings_hidden
        known = () if hidden else stages(self._bridge.client, seat)
        found = {stage.review.id: stage for stage in known}
        while len(self._cards) < len(shown):
            self._cards.append(self._made())
        for place, card in enumerate(self._cards):
            if place < len(shown):
                review = shown[place]
                self._dress(card, review, found.get(review.id))
            else:
                card.button.review = None
            card.setVisible(place < len(shown))
        self._more.setVisible(len(shown) < len(reviews))
        self._more.set_caption(_("Show all {count}").format(count=len(reviews)))
        self._show_hint(any_review=bool(reviews))

    def _show_hint(self, *, any_review: bool) -> None:
        if not any_review:
            words = _("No review of this seat yet. Each one that is finished stands here.")
        elif self._bridge.ratings_hidden:
            words = ratings_hidden_words()
        else:
            words = ""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _made(self) -> ReviewCard:
        card = ReviewCard(self._theme, self)
        button = card.button
        button.clicked.connect(lambda _on=False: self.open_wanted.emit(button.review))
        self._list.addWidget(card)
        return card

    def _dress(self, card: ReviewCard, review: Review, stage: Stage | None) -> None:
        occupant = self._bridge.client.get(Occupant, review.occupant)
        detail, chip = occupant.name, ("", "unanswered")
        if review.state == "draft":
            chip = (_("Draft, not finished"), "accent")
        elif not self._bridge.ratings_hidden:
            code = headline_code(review.headline)
            chip = (finished_headline_text(review), TONES[tone_of(code)])
        if review.amends is not None:
            detail = _("{name} · amendment").format(name=occupant.name)
        elif stage is not None and stage.is_new:
            detail = _("{name} · somebody else before").format(name=occupant.name)
        marks = marks_of(stage) if stage is not None else None
        title = date_text(review.on)
        card.button.show_review(review.id, title, detail, chip=chip, marks=marks)
        since = date_text(stage.earlier.on) if stage and stage.earlier else ""
        card.show_because(because_text(stage, since=since) if stage and since else "")

    def _show_all(self) -> None:
        self._shows_all = True
        if self._seat is not None:
            self.show_seat(self._seat)
