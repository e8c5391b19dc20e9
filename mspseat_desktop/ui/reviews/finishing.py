"""Asks before a review is finished that would come out as incomplete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.outcomes import headline_text, reason_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import Question

_OPEN = ("not-called", "values-undecided")


def is_left_open(look: Look) -> bool:
    """Whether something is answered, but not enough for an outcome."""
    return look.outcome.headline == "incomplete" and bool(look.sheet.answers)


def ask_open(
    theme: Theme,
    over: QWidget,
    look: Look,
    *,
    finish: Callable[[], None],
    go_on: Callable[[], None],
) -> Question:
    """Open the question over a widget and call what was chosen; Esc goes on with the review."""
    missing = " ".join(reason_text(r) for r in look.outcome.reasons if r.code in _OPEN)
    shown = _("Finished like this, chart and lists show the seat as “{headline}”.")
    headline = headline_text(look.outcome.headline, look.outcome)

    def answered(value: Hashable | None) -> None:
        (finish if value == "finish" else go_on)()

    return ask(
        theme,
        over,
        title=_("Finish while something is open?"),
        text=f"{missing} {shown.replace('{headline}', headline)}",
        answers=(
            Answer("finish", _("Finish all the same")),
            Answer(None, _("Go on with the review"), "primary"),
        ),
        then=answered,
    )
