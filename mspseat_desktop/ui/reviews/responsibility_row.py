"""A responsibility with its answer for one letter: gets it, wants it or can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.coverage import in_part
from mspseat_desktop.domain.pointing import RESPONSIBILITY_KINDS
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.question_row import MendLine, evidence_of, mend_of
from mspseat_desktop.ui.reviews.row import Row
from mspseat_desktop.ui.reviews.words import answer_choices, wants_choices
from mspseat_desktop.ui.widgets import CheckBox
from mspseat_desktop.wording.coverage import in_part_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.review_records import Answer, SceneResponsibility
    from mspseat_desktop.domain.vocabulary import AnswerKind
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


def aside_of(responsibility: SceneResponsibility) -> str:
    """Return what is to be known of a responsibility: shared, helping only, not in the contract."""
    parts = {
        "shared": _("The work is shared with others."),
        "helps": _("This seat only helps; it does not count."),
    }
    excluded = _("Not in the contract; it does not count.") if responsibility.excluded else ""
    said = (parts.get(responsibility.part, ""), excluded)
    return " ".join(part for part in said if part)


def _declined_part(pen: Pen, responsibility: SceneResponsibility) -> str:
    """Return which of its functions the coverage map has as declined while others are wanted."""
    wanted, declined = in_part(pen.bridge.client, responsibility.id)
    return in_part_text(wanted, declined) if declined else ""


class ResponsibilityRow(Row):
    """One responsibility on the page of one letter.

    On Gets it and Capacity its note is the line of evidence, which is one for both; on Wants it
    the note is the condition, or their own words.
    """

    def __init__(
        self,
        theme: Theme,
        pen: Pen,
        responsibility: SceneResponsibility,
        *,
        number: int,
        letter: Letter,
        locked: bool = False,
    ) -> None:
        words = f"{number}. {responsibility.text}"
        hint = aside_of(responsibility)
        if letter == "wants" and not locked:
            hint = " ".join(part for part in (hint, _declined_part(pen, responsibility)) if part)
        super().__init__(theme, pen.bridge, words, hint=hint, locked=locked)
        self._pen = pen
        self._letter = letter
        self._kind = RESPONSIBILITY_KINDS[letter]
        self.responsibility = responsibility
        self._answer: Answer | None = None
        self._accepted: CheckBox | None = None
        self._mend: MendLine | None = None
        if letter == "wants":
            answers = self.add_answers(wants_choices(), size="compact", in_line=True)
            self.allow_note(
                pen.note_maker("wants", responsibility.id), hint=_("In their own words")
            )
        else:
            answers = self.add_answers(
                answer_choices(may_not_apply=False), size="compact", in_line=True
            )
            noted: AnswerKind = self._kind
            if pen.asks_evidence:
                noted = "evidence"
                line = pen.evidence(noted, responsibility.id)
                self.add_evidence(line).chosen.connect(self._know)
            self.allow_note(pen.note_maker(noted, responsibility.id), hint=_("What it rests on"))
        answers.chosen.connect(self._rate)

    def show_answer(self, answer: Answer | None, line: Answer | None) -> None:
        """Show the answer and the line of evidence that the review holds."""
        self._answer, self._line = answer, line
        value = answer.value if answer else ""
        shown = "condition" if value == "accepted" else value
        self.show_choice(shown)
        if self._letter == "wants":
            on_condition = value in {"condition", "accepted"}
            self.show_note(
                answer.note if answer else "",
                wanted=on_condition,
                hint=_("On this condition … then Enter") if on_condition else "",
            )
            self._show_accepted(value, wanted=on_condition)
            return
        self.show_note(line.note if line else "")
        self.show_evidence(line, answered=bool(value))
        if self._letter == "capacity":
            self._show_mend(answer, wanted=value == "no")

    @property
    def needs_more(self) -> bool:
        """Whether the condition is missing, or whose a no is to mend."""
        answer = self._answer
        if answer is None:
            return False
        if self._letter == "wants":
            return answer.value == "condition" and not answer.note.strip()
        return self._letter == "capacity" and answer.value == "no" and not answer.mend

    def focus_more(self) -> None:
        """Put the keyboard where the condition is written."""
        if self._letter == "wants":
            self.open_note()

    def take_sign(self, sign: str) -> bool:
        """Act on the letters of the lines below as well."""
        if self._mend is not None and self._mend.take_sign(sign):
            return True
        return super().take_sign(sign)

    def stops(self) -> list[QWidget]:
        """Return the controls that the keyboard can be in."""
        found = super().stops()
        if self._mend is not None:
            found += self._mend.choices.buttons
        if self._accepted is not None:
            found.append(self._accepted)
        return found

    def _rate(self, value: object) -> None:
        if not self._pen.rate(self._kind, self.responsibility.id, str(value) if value else ""):
            self.show_answer(self._answer, self._line)

    def _know(self, chosen: object) -> None:
        if not self._pen.know("evidence", self.responsibility.id, evidence_of(chosen)):
            self.show_answer(self._answer, self._line)

    def _show_accepted(self, value: str, *, wanted: bool) -> None:
        if self._accepted is None:
            if not wanted:
                return
            words = _("We accept this condition")
            self._accepted = CheckBox(self._theme, words, self)
            self._accepted.setAccessibleName(f"{words}: {self.words}")
            self._accepted.setEnabled(not self.locked)
            self._accepted.clicked.connect(self._accept)
            self.below.addWidget(self._accepted)
            self.stop_added.emit(self._accepted)
        self._accepted.setChecked(value == "accepted")
        self._accepted.setVisible(wanted)

    def _accept(self, on: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        value = "accepted" if on else "condition"
        if not self._pen.rate("wants", self.responsibility.id, value):
            self.show_answer(self._answer, self._line)

    def _show_mend(self, answer: Answer | None, *, wanted: bool) -> None:
        if self._mend is None:
            if not wanted:
                return
            self._mend = MendLine(self._theme, about=self.words, locked=self.locked)
            self._mend.choices.chosen.connect(self._set_mend)
            self.below.insertWidget(0, self._mend)
            for button in self._mend.choices.buttons:
                self.stop_added.emit(button)
        self._mend.choices.set_value((answer.mend or None) if answer else None)
        self._mend.setVisible(wanted)

    def _set_mend(self, chosen: object) -> None:
        self._pen.mend(self.responsibility.id, self._kind, mend_of(chosen))
