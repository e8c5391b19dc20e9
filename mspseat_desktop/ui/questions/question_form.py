"""The fields of a question of one's own: a new one, or one that is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.questions.question_list import LETTERS
from mspseat_desktop.ui.widgets import (
    CheckBox,
    DropDown,
    LineLink,
    PlainLabel,
    QuietButton,
    SectionLabel,
    TextField,
)
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from mspseat_desktop.domain.questions import QuestionLetter
    from mspseat_desktop.domain.review_records import BankQuestion
    from mspseat_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields."""

    letter: QuestionLetter
    words: str
    ask_to_see: str
    provider_words: str
    deciding: bool


class QuestionForm(QWidget):
    """Sends `wanted(Written)` when it is to be kept, `given_up` when a change is not."""

    wanted = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = SectionLabel("", self)
        self.letter = DropDown(
            theme,
            _("What it is about"),
            [
                (x, letter_name(x) if x != "homework" else _("Homework, asked of us"))
                for x in LETTERS
            ],
            self,
        )
        self.letter.activated.connect(lambda _place: self._fit())
        self.words = TextField(
            _("The question"), self, hint=_("The question, so that yes is the good answer")
        )
        self.words.returnPressed.connect(self._send)
        self.words.textChanged.connect(lambda _words: self._unfold())
        self.ask_to_see = TextField(_("Ask to see"), self, hint=_("Ask to see"))
        self.ask_to_see.returnPressed.connect(self._send)
        self.provider_words = TextField(
            _("The question to the provider"),
            self,
            hint=_("The same to the provider, for its form (may stay empty)"),
        )
        self.provider_words.returnPressed.connect(self._send)
        self.deciding = CheckBox(theme, _("It counts; else it is for the talk"), self)
        self.trouble = PlainLabel("", self, tone="no", wrap=True)
        self.trouble.hide()
        self.keep = QuietButton(theme, _("Add"), self, icon="plus")
        self.keep.clicked.connect(self._send)
        self.leave = LineLink(theme, _("Leave it as it was"), self)
        self.leave.clicked.connect(self.given_up)
        self.more = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heading, self.words, self.more, self.trouble):
            column.addWidget(part)
        self._lay_out_more()
        self.show_new()

    def _lay_out_more(self) -> None:
        grid = QGridLayout(self.more)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.letter, 0, 0)
        grid.addWidget(self.ask_to_see, 0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.provider_words, 1, 0, 1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.deciding)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        grid.addLayout(foot, 2, 0, 1, 2)

    def show_new(self) -> None:
        """Ask for a new question."""
        self.heading.setText(_("A question of our own"))
        self.words.load("")
        self.ask_to_see.load("")
        self.provider_words.load("")
        self.letter.setEnabled(True)
        self.keep.set_caption(_("Add"))
        self.keep.set_icon_name("plus")
        self.leave.hide()
        self._say("")
        self._fit()
        self._unfold()

    def show_question(self, question: BankQuestion) -> None:
        """Offer a question of one's own for a change; its letter stays."""
        self.heading.setText(_("Change our question"))
        self.words.load(question.words)
        self.ask_to_see.load(question.ask_to_see)
        self.provider_words.load(question.provider_words)
        self.letter.set_value(question.letter)
        self.letter.setEnabled(False)
        self.deciding.setChecked(question.deciding)
        self.keep.set_caption(_("Keep the change"))
        self.keep.set_icon_name("check")
        self.leave.show()
        self._say("")
        self._fit()
        self._unfold()
        self.words.setFocus()
        self.words.selectAll()

    def ask_provider(self, *, asked: bool) -> None:
        """Ask for the words on a provider's form, or not: nobody gives a person a form."""
        self.provider_words.setVisible(asked)

    def _unfold(self) -> None:
        """Ask for the rest once there is a question; until then the list has the room."""
        wanted = bool(self.words.text().strip()) or not self.leave.isHidden()
        focus = QApplication.focusWidget()
        if not wanted and focus is not None and self.more.isAncestorOf(focus):
            self.words.setFocus()
        self.more.setVisible(wanted)

    def _fit(self) -> None:
        homework = self.letter.value == "homework"
        self.deciding.setVisible(not homework)

    def _send(self) -> None:
        words = self.words.text().strip()
        if not words:
            self._say(_("Write the question first, so that yes is the good answer."))
            self.words.setFocus()
            return
        self._say("")
        letter = next(x for x in LETTERS if x == self.letter.value)
        self.wanted.emit(
            Written(
                letter,
                words,
                self.ask_to_see.text().strip(),
                "" if self.provider_words.isHidden() else self.provider_words.text().strip(),
                self.deciding.isChecked(),
            )
        )

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
