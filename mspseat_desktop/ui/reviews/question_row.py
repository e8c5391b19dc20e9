"""A question of the review with its answer, and one that is answered in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.row import Row
from mspseat_desktop.ui.reviews.words import answer_choices, mend_choices
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import Choice, ChoiceRow, PlainLabel, TextField
from mspseat_desktop.wording.outcomes import answer_text, not_applicable_reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.domain.vocabulary import (
        AnswerKind,
        Evidence,
        Mend,
    )
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme

_EVIDENCE: dict[object, Evidence] = {"seen": "seen", "claimed": "claimed"}
_MENDS: dict[object, Mend] = {"theirs": "theirs", "ours": "ours"}


def evidence_of(chosen: object) -> Evidence:
    """Return the evidence that a cell sent, "" for none."""
    return _EVIDENCE.get(chosen, "")


def mend_of(chosen: object) -> Mend:
    """Return whose it is to mend as a row sent it, "" for not said."""
    return _MENDS.get(chosen, "")


def ask_to_see(question: Question) -> str:
    """Return what to ask for, as it stands under the question."""
    if not question.ask_to_see:
        return ""
    return _("Ask to see: {what}").format(what=question.ask_to_see)


class Choosing(QWidget):
    """A line below a row: a few muted words and choices beside them."""

    def __init__(
        self, theme: Theme, words: str, choices: Sequence[Choice], *, about: str, locked: bool
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addStretch()
        line.addWidget(PlainLabel(words, self, pixels=12, tone="muted"))
        self.choices = ChoiceRow(theme, f"{words} {about}", choices, self, size="compact")
        self.choices.setEnabled(not locked)
        line.addWidget(self.choices)


class MendLine(Choosing):
    """Says whose a no on Capacity is to mend."""

    def __init__(self, theme: Theme, *, about: str, locked: bool) -> None:
        super().__init__(theme, _("Whose to mend?"), mend_choices(), about=about, locked=locked)

    def take_sign(self, sign: str) -> bool:
        """Choose by a letter while the line is on show."""
        if self.isHidden() or not self.choices.isEnabled():
            return False
        for choice in mend_choices():
            if sign in choice.keys.casefold():
                self.choices.set_value(choice.value)
                self.choices.chosen.emit(choice.value)
                return True
        return False


class QuestionRow(Row):
    """A question to answer by yes, unsure, no or does not apply.

    `figures` says how the seat's metrics stood, where the answer rests on them.
    """

    def __init__(
        self,
        theme: Theme,
        pen: Pen,
        question: Question,
        *,
        kind: AnswerKind = "question",
        locked: bool = False,
        figures: str = "",
        hint: str = "",
        may_not_apply: bool = True,
    ) -> None:
        super().__init__(
            theme, pen.bridge, question.words, hint=hint or ask_to_see(question), locked=locked
        )
        if figures:
            self.below.addWidget(PlainLabel(figures, self, pixels=12, tone="muted", wrap=True))
        self._pen = pen
        self._kind = kind
        self.question = question
        self._answer: Answer | None = None
        self._reasons: Choosing | None = None
        self._mend: MendLine | None = None
        choices = answer_choices(may_not_apply=may_not_apply)
        knows = kind == "question" and pen.asks_evidence
        answers = self.add_answers(choices, in_line=not knows)
        if may_not_apply:
            apart = answer_text("question", "n/a")
            answers.buttons[-1].setAccessibleName(f"{question.words}: {apart}")
        answers.chosen.connect(self._rate)
        if knows:
            self.add_evidence(pen.evidence(kind, question.id)).chosen.connect(self._know)
        self.allow_note(pen.note_maker(kind, question.id), hint=_("What was said or seen"))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what the review holds."""
        self._answer = answer
        value = answer.value if answer else ""
        note = answer.note if answer else ""
        self.show_choice(value)
        self.show_evidence(answer, answered=bool(value) and value != "n/a")
        apart = value == "n/a"
        self.show_note(note, wanted=apart, hint=_("Why does it not apply?") if apart else "")
        self._show_reasons(note, wanted=apart and not self.locked)
        wants_mend = self._kind == "question" and self.question.letter == "capacity"
        self._show_mend(answer, wanted=wants_mend and value == "no")

    @property
    def needs_more(self) -> bool:
        """Whether a reason is missing, or whose it is to mend."""
        answer = self._answer
        if answer is None:
            return False
        if answer.value == "n/a":
            return not answer.note.strip()
        asks = answer.value == "no" and self.question.letter == "capacity"
        return asks and self._kind == "question" and not answer.mend

    def focus_more(self) -> None:
        """Put the keyboard on the reasons why it does not apply."""
        if self._reasons is not None and not self._reasons.isHidden():
            self._reasons.choices.focus()

    def take_sign(self, sign: str) -> bool:
        """Act on the letters of the lines below as well."""
        if self._mend is not None and self._mend.take_sign(sign):
            return True
        return super().take_sign(sign)

    def stops(self) -> list[QWidget]:
        """Return the controls that the keyboard can be in."""
        lines = [line for line in (self._reasons, self._mend) if line is not None]
        return [*super().stops(), *(b for line in lines for b in line.choices.buttons)]

    def _rate(self, value: object) -> None:
        if not self._pen.rate(self._kind, self.question.id, str(value) if value else ""):
            self.show_answer(self._answer)

    def _know(self, chosen: object) -> None:
        if not self._pen.know(self._kind, self.question.id, evidence_of(chosen)):
            self.show_answer(self._answer)

    def _show_reasons(self, note: str, *, wanted: bool) -> None:
        if self._reasons is None:
            if not wanted:
                return
            choices = [Choice(why, why, "unanswered", mark="") for why in not_applicable_reasons()]
            self._reasons = Choosing(
                self._theme,
                _("It does not apply:"),
                choices,
                about=self.question.words,
                locked=self.locked,
            )
            self._reasons.choices.chosen.connect(self._reason)
            self.below.addWidget(self._reasons)
            for button in self._reasons.choices.buttons:
                self.stop_added.emit(button)
        self._reasons.choices.set_value(note if note in not_applicable_reasons() else None)
        self._reasons.setVisible(wanted)

    def _reason(self, why: object) -> None:
        self._pen.note(self._kind, self.question.id, str(why) if why else "")

    def _show_mend(self, answer: Answer | None, *, wanted: bool) -> None:
        if self._mend is None:
            if not wanted:
                return
            self._mend = MendLine(self._theme, about=self.question.words, locked=self.locked)
            self._mend.choices.chosen.connect(self._set_mend)
            self.below.insertWidget(0, self._mend)
            for button in self._mend.choices.buttons:
                self.stop_added.emit(button)
        self._mend.choices.set_value((answer.mend or None) if answer else None)
        self._mend.setVisible(wanted)

    def _set_mend(self, chosen: object) -> None:
        self._pen.mend(self.question.id, self._kind, mend_of(chosen))


class WordsRow(Row):
    """A question that is answered in words or with a figure; it counts for nothing."""

    def __init__(self, theme: Theme, pen: Pen, question: Question, *, locked: bool = False) -> None:
        super().__init__(
            theme, pen.bridge, question.words, hint=ask_to_see(question), locked=locked
        )
        self.question = question
        hint = _("A figure") if question.kind == "figure" else _("Their words")
        self.field = TextField(question.words, self, pending=pen.bridge.pending, hint=hint)
        self.field.setReadOnly(locked)
        self.below.addWidget(self.field)
        self._tie = Tie(pen.bridge, self.field, pen.note_maker("words", question.id))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what the review holds."""
        self._tie.show(answer.note if answer else "")

    def focus(self) -> None:
        """Put the keyboard into the field."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def stops(self) -> list[QWidget]:
        """Return the field."""
        return [self.field]
