"""Other voices on paper: where they and we differ, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.two_way import two_way
from mspseat_desktop.domain.voices import Line, side_by_side
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.words import NONE, answer_chip
from mspseat_desktop.wording.voices import (
    side_by_side_text,
    subject_text,
    two_way_text,
    voice_state_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus import Flowable

    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.text import Typesetter

ACROSS = 4
"""Voices beside ours in one table; more make another table."""
SUBJECT = 200
WIDTH = 513


def other_voices(
    setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float
) -> list[Flowable]:
    """Return where leaders, consultants and others differ; nothing where none of them answered.

    What a provider says of itself has a part of its own; how it sees the client is one line.
    """
    voices = [v for v in sheet.voices if v.kind != "provider" and v.answers]
    content: list[Flowable] = []
    fits = [(v.name, two_way(v, sheet.own_values)) for v in sheet.voices if v.kind == "provider"]
    for name, fit in fits:
        if fit is not None:
            content += [Gap(4), *setter.paragraphs(two_way_text(name, fit))]
    for start in range(0, len(voices), ACROSS):
        some = voices[start : start + ACROSS]
        lines = side_by_side(sheet.answers, some)
        differing = [line for line in lines if line.differs]
        agreed = len(lines) - len(differing)
        lead = [voice_state_text(voice, manner.dates) for voice in some]
        parts: list[Flowable] = [*setter.paragraphs("; ".join(lead) + ".", "second"), Gap(3)]
        if differing:
            head = (_("Asked"), _("Ours"), *(voice.name for voice in some))
            wide = (WIDTH - SUBJECT) / (len(some) + 1)
            widths = (SUBJECT, *(wide for _column in range(len(some) + 1)))
            words = _subjects(sheet)
            rows = [_row(setter, line, words) for line in differing]
            parts.append(table(setter, head, rows, widths=widths, room=room))
        if agreed:
            said = ngettext("{count} answer agrees.", "{count} answers agree.", agreed)
            parts += [Gap(3), *setter.paragraphs(said.replace("{count}", str(agreed)), "second")]
        content += section(setter, side_by_side_text(len(differing), len(lines)), *parts)
    return content


def _row(setter: Typesetter, line: Line, words: Mapping[str, str]) -> list[Cell]:
    chips: list[Cell] = [answer_chip(line.kind, v) if v else NONE for v in line.values]
    return [setter.paragraphs(subject_text(line, words)), *chips]


def _subjects(sheet: Sheet) -> Mapping[str, str]:
    words: dict[str, str] = {question.id: question.words for question in sheet.questions}
    words |= {thing.id: thing.text for thing in sheet.scene.responsibilities}
    words |= {value.id: value.name for value in sheet.scene.values}
    return words
