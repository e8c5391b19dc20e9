"""The question before a candidate is seated: what will happen, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.candidates import choose, note_comparison
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import SeatingId
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import Answer, Question, TextField
from mspseat_desktop.wording.candidates import choosing_text, short

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.candidates import Table
    from mspseat_desktop.domain.vocabulary import CandidateId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

WIDEST = 520


def ask_to_choose(
    bridge: Bridge, theme: Theme, table: Table, *, candidate: CandidateId, over: QWidget
) -> Question | None:
    """Ask, and seat the candidate on yes; None when it is not in the table."""
    names = [column.candidate.id for column in table.columns]
    if candidate not in names:
        return None
    number = names.index(candidate)
    who = table.columns[number].occupant
    why = TextField(_("Why"), None, hint=_("Why? Kept with the comparison."))
    why.load(table.comparison.notes)
    question = Question(
        theme,
        over,
        title=_("Choose {name}?").replace("{name}", short(who.name)),
        text=choosing_text(bridge.client, table, number, with_ratings=not bridge.ratings_hidden),
        answers=[
            Answer("later", _("Not yet")),
            Answer("choose", _("Seat {name}").replace("{name}", short(who.name)), "primary"),
        ],
        extra=why,
    )
    question.setMaximumWidth(WIDEST)

    def take(answer: Hashable | None) -> None:
        if answer != "choose":
            return
        seat = choose(candidate, seating=SeatingId(bridge.new_id()), on=bridge.on)
        note = note_comparison(table.comparison.id, why.text().strip())
        bridge.do(both("choose-candidate", note, seat, params={"occupant": who.name}))

    question.answered.connect(take)
    question.open()
    return question
