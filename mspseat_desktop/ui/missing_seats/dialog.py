"""The questions of the missing-seat guide, one at a time, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.missing_seats.end_page import EndPage
from mspseat_desktop.ui.missing_seats.question_page import QuestionPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.missing_seats.end_page import Told
    from mspseat_desktop.ui.missing_seats.question_page import Asked
    from mspseat_desktop.ui.theme import Theme

What: TypeAlias = Literal["one", "none", "later", "again"]
NONE_KEY, LATER_KEY = "Alt+N", "Alt+L"


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said about a firm: its template's id; name and seat above are for "one" only."""

    template: str
    what: What
    firm: str = ""
    parent: str = ""


class MissingSeatsDialog(QDialog):
    """Sends `answered(Answered)` and waits: its owner edits, then asks the next one or ends."""

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Missing seats"))
        self.setModal(True)
        self.setFixedWidth(560)
        self.setMinimumHeight(400)
        self.question = QuestionPage(theme, self)
        self.end = EndPage(theme, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.question)
        self.pages.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.question.one.clicked.connect(lambda _on=False: self._say("one"))
        self.question.none.clicked.connect(lambda _on=False: self._say("none"))
        self.question.later.clicked.connect(lambda _on=False: self._say("later"))
        self.end.again.connect(lambda template: self.answered.emit(Answered(template, "again")))
        self.end.close_button.clicked.connect(self.accept)
        self._add_key(NONE_KEY, lambda: self._say("none"))
        self._add_key(LATER_KEY, lambda: self._say("later"))
        for number in range(1, 4):
            self._add_key(f"Alt+{number}", lambda at=number - 1: self.question.choose_place(at))

    @property
    def asks(self) -> bool:
        """Whether a question is on show."""
        return self.pages.currentWidget() is self.question

    def ask(self, asked: Asked) -> None:
        """Show a question with an empty answer, the keyboard in the name of the firm."""
        self.pages.setCurrentWidget(self.question)
        self.question.show_question(asked)

    def show_end(self, told: Sequence[Told]) -> None:
        """Show what came of the questions; "we have none" can be taken back here."""
        self.pages.setCurrentWidget(self.end)
        self.end.show_lines(told)

    def _say(self, what: What) -> None:
        page = self.question
        if self.asks and page.asked is not None:
            is_one = what == "one"
            if page.asked.names_only and what == "none":
                return
            self.answered.emit(
                Answered(
                    page.asked.template,
                    what,
                    firm=page.firm.text() if is_one else "",
                    parent=page.place if is_one else "",
                )
            )

    def _add_key(self, keys: str, run: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(run)
