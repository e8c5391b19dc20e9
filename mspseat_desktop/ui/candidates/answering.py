"""Answering in the comparison itself: a letter on a place is an answer in that one's review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.domain.revision import both
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.opening import starting
from mspseat_desktop.ui.reviews.words import (
    answer_choices,
    call_choices,
    value_choices,
    wants_choices,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.candidates import AnswerRow, Column, Row
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.widgets import Choice


def choices_of(row: Row) -> Sequence[Choice]:
    """Return what can be answered in the row; nothing where it says what other rows say."""
    if row.kind == "question":
        return answer_choices(may_not_apply=True)
    if row.kind in ("gets", "can"):
        return answer_choices(may_not_apply=False)
    return {"wants": wants_choices, "value": value_choices, "call": call_choices}.get(
        row.kind, tuple
    )()


def answer_by_sign(row: Row, sign: str) -> str | None:
    """Return the answer that a sign on the keyboard means in the row, None for none."""
    wanted = sign.casefold()
    for choice in choices_of(row):
        if wanted and wanted in choice.keys.casefold():
            return str(choice.value)
    return None


def why_not(column: Column, row: Row) -> str:
    """Return why nothing can be answered there, empty when it can."""
    if column.review is not None and column.review.state == "finished":
        return _("This review is finished. Enter opens it, and there it can be reopened.")
    if row.kind == "function":
        return _("This follows from the responsibility that it belongs to. Answer there.")
    if row.kind == "words":
        return _("This is answered in words. Enter opens the review.")
    return "" if _is_asked(column, row) else _("This is not asked of this candidate.")


def answer(bridge: Bridge, seat: SeatId, column: Column, *, row: Row, value: str) -> bool:
    """Give the answer in the candidate's draft, begun with it where there is none; "" clears it.

    Returns whether it was done.
    """
    if row.kind == "function":
        return False
    kind: AnswerRow = row.kind
    name = {"occupant": column.occupant.name}
    if column.review is not None:
        return bridge.do(put_answer(column.review.id, kind, about=row.about, value=value))
    started = starting(bridge, seat, occupant=column.occupant.id)
    if started is None or not value:
        return False
    review, begin = started
    said = put_answer(review, kind, about=row.about, value=value)
    return bridge.do(both("answer-candidate", begin, said, params=name))


def _is_asked(column: Column, row: Row) -> bool:
    if row.kind == "question":
        return any(question.id == row.about for question in column.asked)
    if row.kind == "value":
        return not column.scene.unrated_because
    return True
