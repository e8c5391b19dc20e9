"""The last page: what the answers come to, what is agreed, what we owe, and when to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.review import change_review
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.actions_list import ActionsList
from mspseat_desktop.ui.reviews.answer_offers import AnswerOffers
from mspseat_desktop.ui.reviews.outcome_card import OutcomeCard
from mspseat_desktop.ui.reviews.page import Page
from mspseat_desktop.ui.reviews.question_row import QuestionRow
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.suggestions import Offer, from_answers, homework_step, suggestions
from mspseat_desktop.ui.widgets import (
    Card,
    DateField,
    LinkButton,
    PlainLabel,
    QuietButton,
    SectionLabel,
)
from mspseat_desktop.wording.outcomes import letter_name, reason_text

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class ResultPage(Page):
    """Result and actions. `letter_wanted(Letter)` asks for the page of a call to be explained."""

    letter_wanted = Signal(object)
    show_ratings_asked = Signal()

    def __init__(self, theme: Theme, pen: Pen, look: Look) -> None:
        super().__init__()
        self._theme = theme
        self._pen = pen
        self._locked = look.is_locked
        self._shape = self._shape_of(look)
        self._told: tuple[Hashable, ...] | None = None
        self._rows: list[QuestionRow] = []
        self.card = OutcomeCard(theme)
        self.hidden = _HiddenCard(theme)
        self.hidden.button.clicked.connect(self.show_ratings_asked)
        self._missing = _Section()
        self._owed = _Section()
        self._known = _Section()
        self._offers = _Section()
        self.from_answers = AnswerOffers(theme)
        self._none_agreed = PlainLabel(_("None agreed"), tone="muted")
        self.agreed = ActionsList(pen.bridge, theme, review=look.review.id, locked=look.is_locked)
        self.from_answers.wanted.connect(lambda offer: self.agreed.add((offer,)))
        self.next = DateField(
            theme, _("Next review"), pending=pen.bridge.pending, today=pen.bridge.today, ahead=True
        )
        self._lay_out(look)
        self.keys.set_rows(self._rows)
        self.show_look(look)

    def fits(self, look: Look) -> bool:
        """Whether the same is asked of us, in the same review."""
        return self._shape_of(look) == self._shape

    def show_look(self, look: Look) -> None:
        """Show the outcome, what is owed, the actions and the next date."""
        self.card.setVisible(not look.ratings_hidden)
        self.hidden.setVisible(look.ratings_hidden)
        if not look.ratings_hidden:
            self.card.show_look(look)
        self._tell(look)
        self.agreed.show_actions(look.sheet.actions)
        quiet = look.is_locked or look.ratings_hidden
        self.from_answers.show_offers(() if quiet else from_answers(look))
        self._none_agreed.setVisible(look.is_locked and not look.sheet.actions)
        for row in self._rows:
            row.show_answer(look.said("homework", row.question.id))
        self.next.set_value(look.review.next_on or look.usual_next)

    def enter(self) -> None:
        """Show the top of the page, and tell the outcome: the keyboard begins below it."""
        super().enter()
        if self.card.isVisible():
            self.card.say()

    def go_first(self) -> bool:
        """Put the keyboard where an action is typed."""
        if not self._locked:
            self.agreed.focus()
        return not self._locked

    def settle(self) -> bool:
        """Keep an action that was typed and not added by Enter, once its date can be read."""
        if self._has_typed():
            return self.agreed.add_typed()
        done = self._locked or self.next.settle()
        if not done:
            self.next.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return done

    def rescue(self) -> None:
        """Keep an action that was typed, whatever its date looks like."""
        if self._has_typed():
            self.agreed.keep_typed()

    def _has_typed(self) -> bool:
        return not self._locked and bool(self.agreed.new.what.text().strip())

    def _shape_of(self, look: Look) -> tuple[Hashable, ...]:
        asked = tuple(q.id for q in look.questions("homework", deciding=False))
        return look.is_locked, look.review.id, look.bank.id, asked

    def _lay_out(self, look: Look) -> None:
        self.column.setSpacing(8)
        for widget in (self.card, self.hidden, self._missing):
            self.column.addWidget(widget)
        self.column.addWidget(_heading(_("Agreed actions")))
        self._none_agreed.setContentsMargins(EDGE, 0, EDGE, 0)
        self.column.addWidget(self._none_agreed)
        self.column.addWidget(self._offers)
        self.column.addWidget(self.agreed)
        self.column.addWidget(self.from_answers)
        self.column.addLayout(self._next_line(locked=look.is_locked))
        self.column.addWidget(self._owed)
        self.column.addWidget(self._known)
        questions = [q for q in look.sheet.questions if q.letter == "homework"]
        if questions:
            self.column.addWidget(_heading(_("Asked of us, never held against them")))
        asked = QVBoxLayout()
        asked.setSpacing(0)
        self.column.addLayout(asked)
        for question in questions:
            row = QuestionRow(
                self._theme, self._pen, question, kind="homework", locked=look.is_locked
            )
            self._rows.append(row)
            asked.addWidget(row)
        self.column.addStretch(1)

    def _next_line(self, *, locked: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(EDGE, 8, EDGE, 0)
        line.setSpacing(12)
        line.addWidget(PlainLabel(_("Next review"), weight=QFont.Weight.DemiBold))
        self.next.setFixedWidth(160)
        self.next.set_locked(locked=locked)
        self.next.handed_over.connect(self._set_next)
        line.addWidget(self.next)
        line.addStretch()
        return line

    def _set_next(self, day: object) -> None:
        self._pen.bridge.do(
            change_review(self._pen.review, next_on=str(day or "")), source=self.next.field
        )

    def _tell(self, look: Look) -> None:
        """Show what is missing, owed, worth knowing and offered, as far as it has changed."""
        outcome = look.outcome
        offers = () if look.is_locked else suggestions(look)
        unexplained = () if look.is_locked else outcome.unexplained
        told: tuple[Hashable, ...] = (
            look.ratings_hidden,
            look.is_locked,
            unexplained,
            tuple(reason_text(r) for r in outcome.homework),
            tuple(reason_text(r) for r in outcome.notices),
            tuple(s.label for s in offers),
        )
        if told == self._told:
            return
        self._told = told
        for section in (self._missing, self._owed, self._known, self._offers):
            section.clear()
        if look.ratings_hidden:
            return
        self._tell_missing(unexplained)
        if outcome.homework:
            self._owed.add(_heading(_("Homework, for us to do first")))
        for reason in outcome.homework:
            self._add_homework(reason_text(reason), homework_step(reason))
        if outcome.notices:
            self._known.add(_heading(_("Worth knowing")))
        for reason in outcome.notices:
            label = PlainLabel(reason_text(reason), tone="muted", wrap=True)
            label.setContentsMargins(EDGE, 0, EDGE, 0)
            self._known.add(label)
        for offer in offers:
            button = LinkButton(self._theme, offer.label, icon="plus")
            button.clicked.connect(
                lambda _on=False, actions=offer.actions: self.agreed.add(actions)
            )
            self._offers.add(button)

    def _tell_missing(self, unexplained: tuple[Letter, ...]) -> None:
        if unexplained:
            self._missing.add(_heading(_("Before you finish")))
        for letter in unexplained:
            words = _("{letter}: say in a sentence why you call it so").format(
                letter=letter_name(letter)
            )
            button = LinkButton(self._theme, words, icon="pencil")
            button.clicked.connect(lambda _on=False, letter=letter: self.letter_wanted.emit(letter))
            self._missing.add(button)

    def _add_homework(self, words: str, step: str) -> None:
        label = PlainLabel(words, wrap=True)
        label.setContentsMargins(EDGE, 0, EDGE, 0)
        self._owed.add(label)
        if step and not self._locked:
            button = LinkButton(self._theme, _("Add as an action: {what}").format(what=step))
            button.set_icon_name("plus")
            button.clicked.connect(lambda _on=False: self.agreed.add((Offer(step),)))
            self._owed.add(button)


class _Section(QWidget):
    """A part of the page that comes and goes."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def clear(self) -> None:
        """Take everything out."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Add a line."""
        left = isinstance(widget, LinkButton)
        self._column.addWidget(
            widget, 0, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0)
        )
        self.show()


class _HiddenCard(Card):
    """Stands in place of the headline while ratings are hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tight=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        words = _("The result is hidden, like every rating.")
        row.addWidget(PlainLabel(words, self, tone="muted", wrap=True), 1)
        self.button = QuietButton(theme, _("Show ratings"), self, icon="eye")
        row.addWidget(self.button)


def _heading(words: str) -> SectionLabel:
    label = SectionLabel(words)
    label.setContentsMargins(EDGE, 10, EDGE, 2)
    return label
