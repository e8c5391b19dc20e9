"""What a provider says of itself, on paper: beside our answers, disagreements first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.disagreement import Pair, count, pairs
from mspseat_desktop.language import _
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.words import NONE, answer_chip
from mspseat_desktop.wording.forms import asked_text, came_back_text, disagreement_text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.review_records import Voice
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.text import Typesetter


def own_answers(setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float) -> list[Flowable]:
    """Return the answers of each provider's voice; nothing where no provider answered."""
    content: list[Flowable] = []
    for voice in sheet.voices:
        if voice.kind == "provider" and voice.answers:
            content += _voice(setter, sheet, voice, manner=manner, room=room)
    return content


def _voice(
    setter: Typesetter, sheet: Sheet, voice: Voice, *, manner: Manner, room: float
) -> list[Flowable]:
    found = pairs(voice, sheet.said, sheet.questions)
    on = manner.dates(voice.given_on) if voice.given_on else ""
    lead = f"{came_back_text(voice.name, on)} {disagreement_text(*count(found))}"
    rows = [_row(setter, sheet, pair) for pair in found]
    head = (_("Asked"), _("Ours"), _("Theirs"), _("In their words"))
    body = table(setter, head, rows, widths=(180, 84, 84, 157), room=room)
    title = _("The provider's own answers")
    return section(setter, title, *setter.paragraphs(lead, "second"), Gap(3), body)


def _row(setter: Typesetter, sheet: Sheet, pair: Pair) -> list[Cell]:
    names: dict[str, str] = {thing.id: thing.text for thing in sheet.scene.responsibilities}
    names |= {value.id: value.name for value in sheet.scene.values}
    names |= {question.id: question.words for question in sheet.questions}
    names |= sheet.names
    words = setter.paragraphs(asked_text(pair.theirs, names))
    if pair.differs:
        words += setter.paragraphs(_("You disagree."), "small", "partly_text")
    chips: list[Cell] = [
        answer_chip(pair.theirs.kind, one.value) if one and one.value else NONE
        for one in (pair.ours, pair.theirs)
    ]
    return [words, *chips, setter.paragraphs(pair.theirs.note, "second")]
