"""A review as a card in the seat panel: date, outcome, marks, and what changed why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import (
    ROLE_MARKS,
    Mark,
    PlainLabel,
    chip_size,
    one_line,
    paint_chip,
    paint_focus_ring,
)
from mspseat_desktop.wording.outcomes import call_text, letter_mark, letter_name
from mspseat_desktop.wording.rounds import bar_state_text, metrics_text, values_mark, values_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.over_time import Stage
    from mspseat_desktop.domain.vocabulary import ReviewId
    from mspseat_desktop.ui.theme import Theme

PLAIN: Final = 48
WITH_CHIP: Final = 74
WITH_MARKS: Final = 98
_BAR_ROLES: Final = {"over": "yes", "below": "partly"}
_BAR_MARKS: Final[dict[str, Mark]] = {"over": "check", "below": "cross", "undecided": "question"}


@dataclass(frozen=True, slots=True)
class Marks:
    """The line of marks of a finished review: words, role and sign of each, and what is said."""

    chips: tuple[tuple[str, str, Mark], ...] = ()
    said: str = ""


def marks_of(stage: Stage) -> Marks:
    """Return G, W and C, how the values stand to the bar, and the metrics of a review."""
    chips: list[tuple[str, str, Mark]] = []
    said = []
    for letter in LETTERS:
        call = stage.calls[letter]
        role = call or "unanswered"
        chips.append((letter_mark(letter), role, ROLE_MARKS[role]))
        said.append(f"{letter_name(letter)}: {call_text(call)}")
    given = stage.ratings
    count = given.plus + given.half + given.minus + given.unrated
    if count:
        bar = _BAR_ROLES.get(stage.bar, "unanswered")
        chips.append((values_mark(given.plus, count), bar, _BAR_MARKS.get(stage.bar, "")))
        said.append(f"{values_text(given.plus, count)}, {bar_state_text(stage.bar)}")
    if stage.measured:
        good = stage.on_target == stage.measured
        words = _("{good}/{count} on target")
        words = words.replace("{good}", str(stage.on_target))
        words = words.replace("{count}", str(stage.measured))
        chips.append((words, "yes" if good else "partly", ""))
        said.append(metrics_text(stage.on_target, stage.measured))
    return Marks(tuple(chips), "; ".join(said))


class ReviewButton(QAbstractButton):
    """A review as a card: its date, whom it is about, its headline and its marks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._detail, self._chip = "", "", ("", "unanswered")
        self._marks = Marks()
        self.review: ReviewId | None = None
        self.setFixedHeight(WITH_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    @property
    def words(self) -> tuple[str, str, str]:
        """Return what stands on the card: title, second line, chip."""
        return self._title, self._detail, self._chip[0]

    def show_review(
        self,
        review: ReviewId,
        title: str,
        detail: str,
        *,
        chip: tuple[str, str],
        marks: Marks | None = None,
    ) -> None:
        """Show a review; a chip without words is left out, and so are marks that are not given."""
        self.review = review
        self._title, self._detail, self._chip = title, detail, chip
        self._marks = marks or Marks()
        parts = (title, detail, chip[0], self._marks.said)
        self.setAccessibleName(", ".join(part for part in parts if part))
        height = WITH_CHIP if chip[0] else PLAIN
        self.setFixedHeight(WITH_MARKS if self._marks.chips else height)
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
            top += 24
        self._paint_marks(painter, top + 4)
        if self.hasFocus():
            paint_focus_ring(painter, rect, theme, radius=7)

    def _paint_marks(self, painter: QPainter, top: float) -> None:
        left, end = 12.0, self.width() - 12.0
        for words, role, mark in self._marks.chips:
            width = chip_size(words, self._theme, mark=mark).width()
            if left + width > end:
                return
            at = QRectF(left, top, width, 20)
            paint_chip(painter, at, words, role, theme=self._theme, mark=mark)
            left += width + 4


class ReviewCard(QWidget):
    """A review's button, and below it what changed since the one before, and why."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = ReviewButton(theme, self)
        self.because = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.because.setContentsMargins(12, 0, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.button)
        column.addWidget(self.because)

    def show_because(self, words: str) -> None:
        """Say what changed; nothing is said for empty words."""
        self.because.setText(words)
        self.because.setVisible(bool(words))
