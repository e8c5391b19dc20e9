"""The latest finished review of the seat's holder, short: headline, three calls, one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.gwc import LETTERS, Letter, judge, latest_outcome
from mspseat_desktop.domain.pointing import Call, by_subject
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.seat_panel.words import TONES
from mspseat_desktop.ui.shortcuts.telling import keep_told, ratings_hidden_words
from mspseat_desktop.ui.widgets import (
    ROLE_MARKS,
    Card,
    Chip,
    LineLink,
    PlainLabel,
    SectionLabel,
    paint_mark,
    tip,
)
from mspseat_desktop.wording.outcomes import call_text, headline_text, letter_name, reason_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.gwc import SeatOutcome
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_ROLES: dict[Call, str] = {"yes": "yes", "no": "no", "": "unanswered"}


class _CallWord(QWidget):
    """A call in one word with its mark, at the right of its line."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme, letter: Letter, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._letter = theme, letter
        self._call: Call = ""
        self.setFixedSize(96, 22)
        theme.changed.connect(self.update)

    def show_call(self, call: Call) -> None:
        """Show a call."""
        self._call = call
        self.setAccessibleName(f"{letter_name(self._letter)}: {call_text(call)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word and mark."""
        painter = QPainter(self)
        role = _ROLES[self._call]
        color = self._theme.color(f"{role}_text")
        painter.setFont(self._theme.font(13, QFont.Weight.DemiBold))
        painter.setPen(color)
        room = QRectF(self.rect()).adjusted(0, 0, -16, 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align, call_text(self._call))
        at = QRectF(self.width() - 10, self.height() / 2 - 5, 10, 10)
        paint_mark(painter, at, ROLE_MARKS[role], color)


class LatestReview(QWidget):
    """The section; `open_wanted(ReviewId)` asks for the whole review."""

    open_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._review: ReviewId | None = None
        self._sentences: dict[ReviewId, str] = {}
        self.date = PlainLabel("", self, pixels=11, tone="muted")
        self.card = Card(self)
        self.hidden = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        keep_told(self, lambda: self.hidden.setText(ratings_hidden_words()))
        self.none = PlainLabel(_("Not reviewed yet."), self, pixels=12, tone="muted", wrap=True)
        self.headline = Chip(theme, "", "unanswered", self.card)
        self.changed = PlainLabel(
            _("The seat has changed since this review: review again."),
            self.card,
            pixels=12,
            tone="partly",
            wrap=True,
        )
        self.calls: dict[Letter, _CallWord] = {x: _CallWord(theme, x, self.card) for x in LETTERS}
        self.reason = PlainLabel("", self.card, pixels=12, tone="muted", wrap=True)
        self.open = LineLink(theme, _("Open the review"), self.card)
        self.open.set_trailing_icon("arrow-right")
        self.open.clicked.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(12, 10, 12, 6)
        inside.setSpacing(6)
        inside.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.changed)
        calls = QVBoxLayout()
        calls.setSpacing(1)
        for letter, word in self.calls.items():
            line = QHBoxLayout()
            line.addWidget(PlainLabel(letter_name(letter), self.card), 1)
            line.addWidget(word)
            calls.addLayout(line)
        inside.addLayout(calls)
        inside.addWidget(self.reason)
        inside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(SectionLabel(_("Latest review"), self), 1)
        head.addWidget(self.date)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.hidden)
        column.addWidget(self.none)
        column.addWidget(self.card)

    def show_seat(self, seat: SeatId) -> None:
        """Show the latest review of the seat's holder, or why there is none to see."""
        client = self._bridge.client
        held = client.accountable(seat)
        outcome = latest_outcome(client, seat) if held else None
        self._review = outcome.review if outcome else None
        shows = outcome is not None and not self._bridge.ratings_hidden
        self.setVisible(held is not None)
        self.hidden.setVisible(outcome is not None and not shows)
        self.none.setVisible(outcome is None)
        self.card.setVisible(shows)
        self.date.setText(date_text(outcome.on) if outcome else "")
        if shows and outcome is not None:
            self._show_outcome(outcome)
        else:
            self.headline.show_text("", "unanswered")
            self.reason.setText("")

    def _show_outcome(self, outcome: SeatOutcome) -> None:
        words = headline_text(outcome.headline, is_provider=outcome.is_provider)
        if outcome.first_90_days:
            words = _("{headline}, first 90 days").format(headline=words)
        role = TONES[outcome.tone]
        self.headline.show_text(words, role, mark="check" if role == "yes" else "")
        tip(self.headline, _("How the three calls and the core values come out together."))
        self.changed.setVisible(outcome.changed)
        for letter, word in self.calls.items():
            word.show_call(outcome.calls.get(letter, ""))
        reason = self._sentence(outcome.review) if outcome.review else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _sentence(self, review: ReviewId) -> str:
        if review not in self._sentences:
            client = self._bridge.client
            self._sentences[review] = first_sentence(client, client.get(Review, review))
        return self._sentences[review]

    def _open(self) -> None:
        if self._review is not None:
            self.open_wanted.emit(self._review)


def first_sentence(client: Client, review: Review) -> str:
    """Return why the review came out so: what was said with a no, else its weightiest reason."""
    given = by_subject(review.answers)
    for letter in LETTERS:
        said = given.get(("call", letter))
        if said and said.value == "no" and said.note.strip():
            return said.note.strip()
    if review.scene is None:
        return ""
    outcome = judge(
        review.scene,
        review.answers,
        bank_of(client, review).questions,
        on=review.on,
        next_on=review.next_on,
    )
    # The calls themselves stand above the sentence already; one that is missing leaves it open.
    above = {"called-no", "all-yes"}
    if outcome.headline != "incomplete":
        above.add("not-called")
    told = [r for r in outcome.reasons if r.code not in above]
    return reason_text(told[0]) if told else ""
