"""Rating in the table: a key writes into the draft of its seat and occupant, begun where needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.review import discard_draft, put_answer
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.opening import starting
from mspseat_desktop.ui.reviews.words import call_choices, value_choices

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import AnswerKind
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.rows import Row


def rating_of(column: Column, sign: str) -> str | None:
    """Return the rating that a typed sign stands for in a column, None for no rating."""
    choices = call_choices() if column.kind == "letter" else value_choices()
    for choice in choices:
        if sign and sign.casefold() in choice.keys.casefold():
            return str(choice.value)
    return None


class Rater:
    """Rates rows; each rating is one edit, and one step to take back, draft included."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def refusal(self, row: Row, column: Column, *, is_now: bool) -> str:
        """Return why nothing can be rated there now, empty when it can."""
        if not is_now:
            return _("An earlier round does not change any more. Choose “Now” to rate.")
        if row.line.occupant is None:
            return _("Nobody sits there yet. Name somebody, then review the seat.")
        because = self._bridge.client.get(Occupant, row.line.occupant).unrated_because
        if column.kind != "value" or not because:
            return ""
        words = _("{name} is not rated on core values, because {because}.")
        return words.replace("{name}", row.name[:60]).replace("{because}", because[:120])

    def rate(self, row: Row, column: Column, value: str) -> bool:
        """Set a rating, or take it back with ""; return whether it was done."""
        kind: AnswerKind = "call" if column.kind == "letter" else "value"
        occupant = row.line.occupant
        if occupant is None:
            return False
        draft = self._bridge.client.draft(row.line.seat, OccupantId(occupant))
        if draft is None:
            return bool(value) and self._begin(row, kind, about=column.about, value=value)
        if not self._bridge.do(put_answer(draft.id, kind, about=column.about, value=value)):
            return False
        if not value:
            self._leave_nothing_empty(draft)
        return True

    def _begin(self, row: Row, kind: AnswerKind, *, about: str, value: str) -> bool:
        self._bridge.pending.flush_all()
        begun = starting(self._bridge, row.line.seat, occupant=row.line.occupant)
        if begun is None:
            return False
        review, start = begun
        return self._bridge.do(_both(start, put_answer(review, kind, about=about, value=value)))

    def _leave_nothing_empty(self, draft: Review) -> None:
        """Throw a draft away whose only rating was taken back; an amendment is kept."""
        client, review = self._bridge.client, draft.id
        rest: tuple[object, ...] = (*client.draft_answers(review), *client.actions(review))
        if not rest and not client.voices(review) and draft.amends is None:
            self._bridge.do(discard_draft(review))


def _both(start: Edit, answer: Edit) -> Edit:
    """Return both edits as one step, named after the answer."""

    def run(work: Revision) -> None:
        start.run(work)
        answer.run(work)

    return Edit(answer.name, run, answer.params)
