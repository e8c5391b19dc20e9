"""The page on which somebody else answers: everything that counts, one row below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.pointing import RESPONSIBILITY_KINDS
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.page import Page
from mspseat_desktop.ui.reviews.question_row import QuestionRow
from mspseat_desktop.ui.reviews.responsibility_row import ResponsibilityRow
from mspseat_desktop.ui.reviews.row import EDGE, Row
from mspseat_desktop.ui.reviews.values_page import ValueRow
from mspseat_desktop.ui.reviews.words import call_choices, letter_question
from mspseat_desktop.ui.widgets import SectionLabel
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.review_records import Answer, Voice
    from mspseat_desktop.domain.vocabulary import AnswerKind
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.voice_pen import VoicePen
    from mspseat_desktop.ui.theme import Theme

WIDEST = 860
"""Pixels: in a wide window the answers stay near the words."""


class CallRow(Row):
    """The call of somebody on one letter, and why."""

    def __init__(self, theme: Theme, pen: VoicePen, letter: Letter, words: str) -> None:
        super().__init__(theme, pen.bridge, words)
        self._pen = pen
        self.letter: Letter = letter
        self._answer: Answer | None = None
        self.add_answers(call_choices(), in_line=True).chosen.connect(self._rate)
        self.allow_note(pen.note_maker("call", letter), hint=_("Why, in a sentence"))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what they said."""
        self._answer = answer
        self.show_choice(answer.value if answer else "")
        self.show_note(answer.note if answer else "")

    def _rate(self, value: object) -> None:
        if not self._pen.rate("call", self.letter, str(value) if value else ""):
            self.show_answer(self._answer)


class VoicePage(Page):
    """Shows the answers of one voice and nobody else's."""

    def __init__(
        self, theme: Theme, pen: VoicePen, look: Look, *, after: Callable[[], None]
    ) -> None:
        super().__init__(after=after)
        self._theme = theme
        self._pen = pen
        self._shown: list[tuple[AnswerKind, str, Callable[[Answer | None], None]]] = []
        rows: list[Row] = []
        if values := rated(look.scene):
            self._head(_("Core values"))
            rows += [self._value(value.id, look) for value in values]
        for letter in LETTERS:
            self._head(letter_question(letter, look.scene.occupant_name))
            rows += self._letter(letter, look)
        self.column.addStretch(1)
        self.keys.set_rows(rows)
        self.show_look(look)

    def fits(self, look: Look) -> bool:
        """Whether the voice is still there."""
        return any(voice.id == self._pen.voice for voice in _voices(self._pen)) and bool(look)

    def show_look(self, look: Look) -> None:  # noqa: ARG002 - all that counts here is the voice
        """Show what they answered so far."""
        given = {
            (a.kind, a.about): a
            for voice in _voices(self._pen)
            if voice.id == self._pen.voice
            for a in voice.answers
        }
        for kind, about, show in self._shown:
            show(given.get((kind, about)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the answers near the words."""
        super().resizeEvent(event)
        margins = self.column.contentsMargins()
        margins.setRight(max(margins.left(), self.viewport().width() - WIDEST))
        self.column.setContentsMargins(margins)

    def _head(self, words: str) -> None:
        label = SectionLabel(words)
        label.setWordWrap(True)
        label.setContentsMargins(EDGE, 14, EDGE, 4)
        self.column.addWidget(label)

    def _value(self, value_id: str, look: Look) -> Row:
        value = next(v for v in look.scene.values if v.id == value_id)
        row = ValueRow(self._theme, self._pen, value, meaning="", locked=False)
        return self._put(row, "value", value.id, row.show_answer)

    def _letter(self, letter: Letter, look: Look) -> list[Row]:
        rows: list[Row] = []
        for question in look.questions(letter, deciding=True):
            if question.kind == "yesno":
                asked = QuestionRow(self._theme, self._pen, question)
                rows.append(self._put(asked, "question", question.id, asked.show_answer))
        kind = RESPONSIBILITY_KINDS[letter]
        for number, responsibility in enumerate(look.scene.responsibilities, 1):
            duty = ResponsibilityRow(
                self._theme, self._pen, responsibility, number=number, letter=letter
            )
            rows.append(self._put(duty, kind, responsibility.id, _both(duty)))
        words = _("{letter}: yes or no, all in all").replace("{letter}", letter_name(letter))
        call = CallRow(self._theme, self._pen, letter, words)
        rows.append(self._put(call, "call", letter, call.show_answer))
        return rows

    def _put(
        self, row: Row, kind: AnswerKind, about: str, show: Callable[[Answer | None], None]
    ) -> Row:
        self._shown.append((kind, about, show))
        self.column.addWidget(row)
        return row


def _both(row: ResponsibilityRow) -> Callable[[Answer | None], None]:
    """Return what shows an answer whose note is its own."""

    def show(answer: Answer | None) -> None:
        row.show_answer(answer, answer)

    return show


def _voices(pen: VoicePen) -> tuple[Voice, ...]:
    return pen.bridge.client.voices(pen.review)
