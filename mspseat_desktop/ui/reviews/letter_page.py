"""The page of one letter: its deciding questions, each responsibility, and the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.mismatch import model_notices
from mspseat_desktop.domain.pointing import RESPONSIBILITY_KINDS
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.reviews.metric_list import MetricList
from mspseat_desktop.ui.reviews.page import Page
from mspseat_desktop.ui.reviews.question_row import QuestionRow, WordsRow
from mspseat_desktop.ui.reviews.responsibility_row import ResponsibilityRow
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.words import letter_guide, letter_question
from mspseat_desktop.ui.widgets import Badge, LinkButton, PlainLabel, SectionLabel
from mspseat_desktop.wording.evidence import metrics_text
from mspseat_desktop.wording.outcomes import letter_mark
from mspseat_desktop.wording.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.row import Row
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class LetterPage(Page):
    """Gets it, Wants it or Capacity to do it.

    `questions_wanted` asks for the dialog in which the questions are chosen.
    """

    questions_wanted = Signal()

    def __init__(
        self, theme: Theme, pen: Pen, look: Look, *, letter: Letter, after: Callable[[], None]
    ) -> None:
        super().__init__(after=after)
        self._theme = theme
        self._pen = pen
        self._letter = letter
        self._shape = self._shape_of(look)
        self.badge = Badge(theme, letter_mark(letter), "unanswered", side=28)
        self._badge_role = "unanswered"
        self.more: LinkButton | None = None
        self._talk: QWidget | None = None
        self._asked: list[QuestionRow | WordsRow] = []
        self._duties: list[ResponsibilityRow] = []
        self._figures = metrics_text(look.scene, number_text)
        self._talk_questions = look.questions(letter, deciding=False)
        self._add_title(look)
        if letter == "wants":
            self._add_fit(look)
        for question in look.questions(letter, deciding=True):
            self.column.addWidget(self._question(question, locked=look.is_locked))
        if letter == "capacity" and look.scene.metrics:
            self.column.addSpacing(16)
            self.column.addWidget(MetricList(theme, look))
        self._add_duties(look)
        self._add_more()
        self.column.addStretch(1)
        self._set_rows()
        if any(_is_said(look, question) for question in self._talk_questions):
            self.open_more()
        self.show_look(look)

    def fits(self, look: Look) -> bool:
        """Whether the same is asked about the same responsibilities."""
        return self._shape_of(look) == self._shape

    def show_look(self, look: Look) -> None:
        """Show the answers."""
        call = look.outcome.calls[self._letter]
        role = "unanswered" if look.ratings_hidden or not call else call
        if role != self._badge_role:
            self._badge_role = role
            self.badge.set_role(role)
        for row in self._asked:
            about = row.question.id
            is_words = isinstance(row, WordsRow)
            row.show_answer(look.said("words" if is_words else "question", about))
        kind = RESPONSIBILITY_KINDS[self._letter]
        for duty in self._duties:
            about = duty.responsibility.id
            duty.show_answer(look.said(kind, about), look.said("evidence", about))

    def open_more(self) -> None:
        """Show the questions for the talk below the deciding ones, or hide them again."""
        if self.more is None:
            return
        if self._talk is None:
            self._talk = self._talk_rows(locked=self._shape[0] is True)
            self.column.insertWidget(self.column.indexOf(self.more) + 1, self._talk)
            # Not a turn of the event loop later, or the arrows would pass these rows by.
            self._talk.show()
            self._set_rows()
        else:
            self._talk.setVisible(self._talk.isHidden())
        opened = not self._talk.isHidden()
        self.more.set_icon_name("chevron-up" if opened else "chevron-down")
        self.more.set_caption(self._more_words(opened=opened))

    def _shape_of(self, look: Look) -> tuple[Hashable, ...]:
        asked = tuple(
            (q.bank, q.id, q.words) for q in look.sheet.questions if q.letter == self._letter
        )
        metrics = look.scene.metrics if self._letter == "capacity" else ()
        return (
            look.is_locked,
            look.scene.occupant_name,
            asked,
            look.scene.responsibilities,
            look.scene.service_model,
            metrics,
            (look.review.on, *look.courses.values()) if metrics else (),
        )

    def _add_title(self, look: Look) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(EDGE, 0, EDGE, 0)
        line.setSpacing(12)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        words = letter_question(self._letter, look.scene.occupant_name)
        title = PlainLabel(words, pixels=17, weight=QFont.Weight.DemiBold, wrap=True)
        line.addWidget(title, 1)
        guide = PlainLabel(letter_guide(self._letter), tone="muted", wrap=True)
        guide.setContentsMargins(EDGE, 6, EDGE, 8)
        self.column.addLayout(line)
        self.column.addWidget(guide)

    def _add_fit(self, look: Look) -> None:
        """Say before the questions where the seat asks for more than the provider sells."""
        for reason in model_notices(look.scene):
            notice = PlainLabel(reason_text(reason), tone="partly", wrap=True)
            notice.setContentsMargins(EDGE, 0, EDGE, 10)
            self.column.addWidget(notice)

    def _question(self, question: Question, *, locked: bool) -> QuestionRow | WordsRow:
        row: QuestionRow | WordsRow
        if question.kind == "yesno":
            figures = self._figures if question.on_metrics else ""
            row = QuestionRow(self._theme, self._pen, question, locked=locked, figures=figures)
        else:
            row = WordsRow(self._theme, self._pen, question, locked=locked)
        self._asked.append(row)
        return row

    def _add_duties(self, look: Look) -> None:
        each = next((q.words for q in look.bank.each if q.letter == self._letter), "")
        heading = SectionLabel(each or _("Each responsibility"))
        heading.setWordWrap(True)
        heading.setContentsMargins(EDGE, 18, EDGE, 4)
        self.column.addWidget(heading)
        if not look.scene.responsibilities:
            none = _("None written down yet. That is homework: write them in the seat's panel.")
            label = PlainLabel(none, tone="muted", wrap=True)
            label.setContentsMargins(EDGE, 4, EDGE, 4)
            self.column.addWidget(label)
        for number, responsibility in enumerate(look.scene.responsibilities, 1):
            row = ResponsibilityRow(
                self._theme,
                self._pen,
                responsibility,
                number=number,
                letter=self._letter,
                locked=look.is_locked,
            )
            self._duties.append(row)
            self.column.addWidget(row)

    def _add_more(self) -> None:
        if not self._talk_questions:
            if self._shape[0] is not True:
                self.column.addSpacing(10)
                self.column.addWidget(self._choose_link(), 0, Qt.AlignmentFlag.AlignLeft)
            return
        self.column.addSpacing(10)
        self.more = LinkButton(self._theme, self._more_words(opened=False), icon="chevron-down")
        self.more.clicked.connect(self.open_more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _more_words(self, *, opened: bool) -> str:
        if opened:
            return _("Fewer questions")
        count = len(self._talk_questions)
        words = ngettext(
            "%(count)d more question, for the talk",
            "%(count)d more questions, for the talk",
            count,
        )
        return words % {"count": count}

    def _talk_rows(self, *, locked: bool) -> QWidget:
        talk = QWidget()
        column = QVBoxLayout(talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = PlainLabel(_("Noted and printed; they count for nothing."), pixels=12, tone="muted")
        label.setContentsMargins(EDGE, 2, EDGE, 2)
        column.addWidget(label)
        for question in self._talk_questions:
            column.addWidget(self._question(question, locked=locked))
        if not locked:
            column.addWidget(self._choose_link(), 0, Qt.AlignmentFlag.AlignLeft)
        return talk

    def _choose_link(self) -> LinkButton:
        link = LinkButton(self._theme, _("Choose or add questions…"), icon="pencil")
        link.clicked.connect(self.questions_wanted)
        return link

    def _set_rows(self) -> None:
        talk = [row for row in self._asked if row.parentWidget() is self._talk]
        first = [row for row in self._asked if row not in talk]
        rows: list[Row] = [*first, *self._duties, *(talk if self._talk is not None else [])]
        self.keys.set_rows(rows, numbered=self._duties)


def _is_said(look: Look, question: Question) -> bool:
    return bool(look.said("question", question.id) or look.said("words", question.id))
