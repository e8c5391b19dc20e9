"""Asks why a finished review is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Answer, Question, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.theme import Theme


def ask_reason(theme: Theme, over: QWidget, *, then: Callable[[str], None]) -> Question:
    """Open the question over a widget and call `then` with the reason; Esc leaves all as it is."""
    field = TextField(_("Why it is reopened"), pending=None, hint=_("Why, in a few words"))
    question = Question(
        theme,
        over,
        title=_("Reopen this review?"),
        text=_(
            "The finished review stays as it is. A dated amendment starts with its answers, and "
            "says why."
        ),
        answers=(Answer(None, _("Leave it locked")), Answer("reopen", _("Reopen"), "primary")),
        extra=field,
    )

    def answered(value: Hashable | None) -> None:
        if value == "reopen":
            then(field.text().strip())

    question.answered.connect(answered)
    question.open()
    field.setFocus()
    return question
