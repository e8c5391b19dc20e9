"""The later part of a seat review: every answer, what the outcome calls for, the signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.gwc import plan_dates
from mspseat_desktop.language import _
from mspseat_desktop.reports.panels import Panel, Row
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.ticks import Write
from mspseat_desktop.reports.words import NONE, answer_chip, evidence_word
from mspseat_desktop.wording.evidence import metrics_text, rests_on_text
from mspseat_desktop.wording.outcomes import (
    calls_for_text,
    letter_name,
    reason_text,
    view_of_a_date_text,
)
from mspseat_desktop.wording.signing import signature_text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.text import Typesetter


def calls_for(setter: Typesetter, sheet: Sheet, manner: Manner) -> list[Flowable]:
    """Return what is to be done now, and what else is worth knowing."""
    content: list[Flowable] = []
    if sheet.review is not None:
        company = sheet.scene.is_provider
        said = [calls_for_text(sheet.outcome.calls_for, is_provider=company)]
        if sheet.outcome.calls_for in {"improve", "decide"}:
            dates = plan_dates(sheet.on, sheet.scene.contract_end)
            if dates:
                days = ", ".join(manner.dates(day) for day in dates)
                said.append(_("Checks on %(dates)s.") % {"dates": days})
        if sheet.outcome.leaving and sheet.scene.contract_end:
            end = manner.dates(sheet.scene.contract_end)
            said.append(_("The contract ends on %(date)s.") % {"date": end})
        if sheet.review.next_on:
            next_on = manner.dates(sheet.review.next_on)
            said.append(_("Next review on %(date)s.") % {"date": next_on})
        content += section(
            setter, _("What this outcome calls for"), *setter.paragraphs(" ".join(said))
        )
    if sheet.outcome.notices:
        lines: list[Flowable] = []
        for notice in sheet.outcome.notices:
            lines += setter.paragraphs("\u2022 " + reason_text(notice), "second")
        content += section(setter, _("Worth knowing"), *lines)
    return content


def questions(setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float) -> list[Flowable]:
    """Return every question that was answered; all that would be asked when nothing was."""
    content: list[Flowable] = []
    for letter in ("gets", "wants", "capacity", "homework"):
        rows = [
            _question(setter, sheet, question, manner=manner)
            for question in sheet.questions
            if question.letter == letter and _is_shown(sheet, question)
        ]
        if rows:
            title = _("Homework") if letter == "homework" else letter_name(letter)
            head = (_("Question"), _("Answer"), _("Known how"), _("Note"))
            body = table(setter, head, rows, widths=(220, 72, 55, 165), room=room)
            content += section(setter, _("Answers: %(letter)s") % {"letter": title}, body)
    return content


def _is_shown(sheet: Sheet, question: Question) -> bool:
    answer = _answer(sheet, question)
    return sheet.review is None or bool(answer and (answer.value or answer.note.strip()))


def _question(
    setter: Typesetter, sheet: Sheet, question: Question, *, manner: Manner
) -> list[Cell]:
    answer = _answer(sheet, question)
    words = setter.paragraphs(question.words)
    if not question.deciding and question.letter != "homework":
        words += setter.paragraphs(_("For the talk; does not count."), "small")
    if question.kind != "yesno":
        chip: Cell = NONE
    else:
        chip = answer_chip("question", answer.value if answer else "")
    note = setter.paragraphs(answer.note, "second") if answer else []
    if answer and (rests := rests_on_text(answer, manner.dates)):
        note += setter.paragraphs(rests, "small")
    if question.on_metrics:
        note += setter.paragraphs(metrics_text(sheet.scene, manner.numbers), "small")
    if answer and answer.mend:
        whose = _("Ours to mend.") if answer.mend == "ours" else _("Theirs to mend.")
        note += setter.paragraphs(whose, "small")
    return [words, chip, evidence_word(answer.evidence) if answer else "", note]


def _answer(sheet: Sheet, question: Question) -> Answer | None:
    if question.letter == "homework":
        return sheet.said("homework", question.id)
    return sheet.said("question", question.id) or sheet.said("words", question.id)


def signatures(
    setter: Typesetter, sheet: Sheet, profile: Profile, manner: Manner
) -> list[Flowable]:
    """Return what the sheet is, who signed it, and the lines to sign on that are left."""
    scene = sheet.scene
    content: list[Flowable] = [Gap(10)]
    if sheet.review and not scene.is_provider:
        content += [*setter.paragraphs(view_of_a_date_text(), "second"), Gap(10)]
    panels = [
        _signed(setter, signature_text(s, manner.dates), agreed=s.of == profile.name)
        for s in sheet.signatures
    ]
    client = _("For %(name)s, date") % {"name": profile.name or _("the client")}
    other = scene.occupant_name or _("whoever takes the seat")
    received = _("For %(name)s, date. Signed: received, not necessarily agreed.") % {"name": other}
    signed_for = {signature.of.casefold() for signature in sheet.signatures}
    for name, words in ((profile.name, client), (scene.occupant_name, received)):
        if name.casefold() not in signed_for or not name:
            panels.append(_to_sign(setter, words))
    return [*content, Row(panels, across=2, gap=22)]


def _to_sign(setter: Typesetter, words: str) -> Panel:
    line = [Gap(14), Write(), Gap(3), *setter.paragraphs(words, "small")]
    return Panel(line, line="surface", pad=0)


def _signed(setter: Typesetter, words: str, *, agreed: bool) -> Panel:
    received = _("Signed.") if agreed else _("Signed: received, not necessarily agreed.")
    line = [Gap(4), *setter.paragraphs(words), *setter.paragraphs(received, "small")]
    return Panel(line, line="surface", pad=0)
