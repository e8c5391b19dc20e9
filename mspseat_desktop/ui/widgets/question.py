"""A question with verbs for answers. It opens, sends the answer, and changes nothing itself."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.ui.widgets.buttons import (
    DangerButton,
    PrimaryButton,
    QuietButton,
    ThemedButton,
)
from mspseat_desktop.ui.widgets.plain import PlainLabel, title_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from mspseat_desktop.ui.theme import Theme

Kind = Literal["primary", "quiet", "danger"]
_BUTTONS: dict[Kind, type[ThemedButton]] = {
    "primary": PrimaryButton,
    "quiet": QuietButton,
    "danger": DangerButton,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question: what it sends, the verb on it, and how it looks."""

    value: Hashable
    label: str
    kind: Kind = "quiet"


FRAME, WIDEST = 230, 640
"""Pixels that a window's frame takes beside its title, and the most that title or verbs take."""


class Question(QDialog):
    """Asks, and sends `answered(object)` once: the value of a button, None for Esc or the cross.

    Use `ask` below, or `open()` it and connect. Enter presses the primary answer, or the first
    quiet one where there is none, so that nothing is lost by a careless Enter.
    """

    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        answers: Sequence[Answer],
        extra: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title_text(title))
        self.setModal(True)
        self._value: Hashable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(10)
        heading = PlainLabel(title, self, pixels=15, weight=QFont.Weight.DemiBold, wrap=True)
        column.addWidget(heading)
        # The frame of a narrow window would cut its own title, a narrow row the verbs.
        wide = QFontMetricsF(theme.font(15, QFont.Weight.DemiBold)).horizontalAdvance(title)
        body = PlainLabel(text, self, wrap=True)
        body.setMinimumWidth(360)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(body)
        if extra is not None:
            column.addWidget(extra)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        self.buttons: list[ThemedButton] = []
        for answer in answers:
            button = _BUTTONS[answer.kind](theme, answer.label, self)
            button.clicked.connect(lambda _on=False, value=answer.value: self._take(value))
            row.addWidget(button)
            self.buttons.append(button)
        column.addLayout(row)
        verbs = sum(button.sizeHint().width() + row.spacing() for button in self.buttons)
        self.setMinimumWidth(min(WIDEST, max(math.ceil(wide) + FRAME, verbs + 48)))
        first = next(
            (at for at, answer in enumerate(answers) if answer.kind == "primary"),
            next((at for at, answer in enumerate(answers) if answer.kind == "quiet"), 0),
        )
        self.buttons[first].setDefault(True)
        self.buttons[first].setFocus()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.finished.connect(self._tell)

    def _take(self, value: Hashable) -> None:
        self._value = value
        self.accept()

    def _tell(self) -> None:
        self.answered.emit(self._value)


def ask(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    text: str,
    answers: Sequence[Answer],
    then: Callable[[Hashable | None], None],
) -> Question:
    """Open a question over a window and call `then` with the answer, None for Esc."""
    question = Question(theme, parent, title=title, text=text, answers=answers)
    question.answered.connect(then)
    question.open()
    return question
