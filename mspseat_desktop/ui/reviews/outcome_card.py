"""The headline of a review on the colour of its tone, with the reasons in order of weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mspseat_desktop.domain.gwc import compare
from mspseat_desktop.domain.headlines import tone_of
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.words import ICONS, TONES
from mspseat_desktop.ui.widgets import PlainLabel, paint_focus_ring
from mspseat_desktop.wording.outcomes import (
    calls_for_text,
    comparison_text,
    confidence_text,
    headline_text,
    reason_text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.headlines import Tone
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme


class OutcomeCard(QFrame):
    """Headline, reasons, what it calls for, and how well the answers are known."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme = theme
        self._tone: Tone = "neutral"
        self._shown: tuple[str, ...] | None = None
        self._labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(52, 14, 18, 14)
        self._column.setSpacing(4)
        self.headline = PlainLabel("", self, pixels=17, weight=QFont.Weight.DemiBold, wrap=True)
        self._column.addWidget(self.headline)
        theme.changed.connect(self.update)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return what stands below the headline."""
        return tuple(label.text() for label in self._labels)

    def show_look(self, look: Look) -> None:
        """Show what the answers come to now, or what was found when the review was finished."""
        outcome, headline = look.outcome, look.sheet.headline
        # What is owed and what is missing stands on the page below; before a call nothing steers.
        reasons = [
            r
            for r in (outcome.reasons if look.is_locked else outcome.unsteered)
            if r not in outcome.homework and (look.is_locked or r.code != "sentence-missing")
        ]
        plain = [reason_text(reason) for reason in reasons]
        strong = calls_for_text(outcome.calls_for, is_provider=outcome.is_provider)
        known = _("How well it is known: {counts}.").format(
            counts=confidence_text(outcome.confidence)
        )
        moved = _since(look)
        title = headline_text(headline, outcome)
        shown = (title, *plain, strong, known, moved)
        if shown == self._shown:
            return
        self._shown = shown
        self._tone = tone_of(headline)
        self.headline.setText(title)
        self.headline.set_tone(_label_tone(self._tone))
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for words in plain:
            self._add(words)
        self._add(strong, weight=QFont.Weight.DemiBold)
        self._add(known, tone="muted")
        if moved:
            self._add(moved, tone="muted")
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join((*plain, strong)))
        self.update()

    def say(self) -> None:
        """Tell a screen reader what it comes to, while the keyboard is elsewhere on the page."""
        words = f"{self.accessibleName()}. {self.accessibleDescription()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _add(
        self, words: str, *, tone: str = "", weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        label = PlainLabel(words, self, tone=tone, weight=weight, wrap=True)
        if tone or weight != QFont.Weight.Normal:
            label.setContentsMargins(0, 4, 0, 0)
        self._labels.append(label)
        self._column.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the soft fill of the tone and its icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = TONES[self._tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"{role}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        icon = QRectF(18, 16, 20, 20)
        self._theme.icons.paint(painter, icon, ICONS[self._tone], self._theme.color(f"{role}_text"))
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), self._theme, radius=9)


def _label_tone(tone: Tone) -> str:
    role = TONES[tone]
    return "" if role == "unanswered" else role


def _since(look: Look) -> str:
    """Return how a finished review moved against the one before it."""
    if not look.is_locked or not look.earlier:
        return ""
    moved = compare(look.earlier[-1], look.review)
    words = comparison_text(moved, is_provider=look.scene.is_provider)
    return _("Since the last review: {moved}.").format(moved=words)
