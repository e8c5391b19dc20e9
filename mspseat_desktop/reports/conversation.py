"""A conversation sheet for a seat: questions and room to write, and no ratings at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.platypus import CondPageBreak

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.planning import open_actions
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.review_head import LONG_TITLE, title_of
from mspseat_desktop.reports.sheet import Sheet, blank_sheet
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.ticks import Write
from mspseat_desktop.reports.words import NONE, metric_target
from mspseat_desktop.wording.measures import value_text
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank, Question
    from mspseat_desktop.domain.review_records import Action
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.reports.text import Typesetter

Kind: TypeAlias = Literal["quarter", "review"]
"""The quarterly conversation, or the questions of the review to talk through before it."""
FOOT = 190.0
"""The height in points of the lines for what is agreed."""


def conversation_pdf(
    client: Client,
    seat: SeatId,
    *,
    occupant: OccupantId | None,
    on: str,
    bank: Bank,
    kind: Kind = "quarter",
    manner: Manner | None = None,
) -> Printed:
    """Return the sheet for a talk with whoever holds the seat; `occupant` None is an open seat."""
    manner = manner or manner_of(client.profile)
    sheet = blank_sheet(client, seat, occupant=occupant, on=on, bank=bank)
    agreed = [a for a in open_actions(client) if _is_of(client, a, seat, occupant)]
    name = title_of(sheet)
    title = _("Conversation: %(title)s") % {"title": name}

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        room = surround.room
        middle = _quarter(setter) if kind == "quarter" else _questions(setter, sheet, room=room)
        return [
            Chapter(surround, entry=setter.safe(title)),
            *setter.paragraphs(title, "title" if len(name) < LONG_TITLE else "headline"),
            Gap(4),
            *setter.paragraphs(_about(kind), "lead"),
            Gap(6),
            _people(setter, room=room),
            *_seat(setter, sheet),
            *_numbers(setter, sheet, manner, room=room),
            *_values(setter, sheet, room=room),
            *middle,
            *_running(setter, agreed, manner, room=room),
            CondPageBreak(FOOT),
            *section(setter, _("What we agree"), _empty_actions(setter, room=room)),
            Gap(10),
            *setter.paragraphs(_("Notes for both. It is no review and rates nobody."), "second"),
        ]

    return print_pages(story, client.profile, title=title, manner=manner)


def quarterly_questions() -> tuple[str, ...]:
    """Return what is asked each quarter, in the words of the talk."""
    return (
        _("What went well in this seat since we last talked?"),
        _("What was hard, and what would have helped?"),
        _("Has anything in this seat changed that is not written down yet?"),
        _("Which part of it would you rather hand to somebody else?"),
        _("What do you need from us that you do not get?"),
        _("What is the one thing to get right in the next quarter?"),
    )


def _about(kind: Kind) -> str:
    if kind == "quarter":
        return _("A quarterly conversation, about half an hour. Listen first, write few words.")
    return _("The questions of the review, to talk through before anybody answers them.")


def _is_of(client: Client, action: Action, seat: SeatId, occupant: OccupantId | None) -> bool:
    review = client.find(Review, action.review)
    return review is not None and review.seat == seat and review.occupant == occupant


def _people(setter: Typesetter, *, room: float) -> Flowable:
    fields = (_("Date"), _("Talked with"), _("Talked by"))
    cells: list[Cell] = [[*setter.paragraphs(field, "label"), Write()] for field in fields]
    return table(setter, (), [cells], widths=(1, 2, 2), room=room)


def _seat(setter: Typesetter, sheet: Sheet) -> list[Flowable]:
    lines = list(setter.paragraphs(sheet.scene.purpose, "lead"))
    for number, duty in enumerate(sheet.scene.responsibilities, 1):
        lines += setter.paragraphs(f"{number}. {duty.text}")
    if not sheet.scene.responsibilities:
        none = _("No responsibility is written down yet: which five would they be?")
        lines += [*setter.paragraphs(none), Write(3)]
    return section(setter, _("What this seat is accountable for"), *lines)


def _numbers(setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float) -> list[Flowable]:
    if not sheet.scene.metrics:
        return []
    rows: list[list[Cell]] = []
    for metric in sheet.scene.metrics:
        latest = NONE
        if metric.latest is not None:
            latest = value_text(metric, metric.latest, manner.numbers)
        rows.append([metric.name, metric_target(metric, manner), latest, Write()])
    head = (_("Metric"), _("Target"), _("Latest"), _("What we see in it"))
    body = table(setter, head, rows, widths=(150, 118, 62, 175), room=room)
    return section(setter, _("The numbers"), body)


def _values(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    shown = rated(sheet.scene)
    if not shown:
        return []
    rows: list[list[Cell]] = [[value.name, Write()] for value in shown]
    body = table(
        setter,
        (_("Core value"), _("A recent act that shows it")),
        rows,
        widths=(150, 355),
        room=room,
    )
    return section(setter, _("Core values"), body)


def _quarter(setter: Typesetter) -> list[Flowable]:
    found: list[Flowable] = []
    for words in quarterly_questions():
        found += _asked(setter, words)
    return section(setter, _("Questions"), *found)


def _questions(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    found: list[Flowable] = []
    for letter in LETTERS:
        asked = [q for q in sheet.questions if q.letter == letter]
        asked.sort(key=lambda q: not q.deciding)
        rows: list[list[Cell]] = [[_question(setter, q), Write(2)] for q in asked]
        if rows:
            body = table(setter, (), rows, widths=(250, 255), room=room)
            found += section(setter, letter_name(letter), body)
    return found


def _question(setter: Typesetter, question: Question) -> list[Flowable]:
    words = setter.paragraphs(question.words)
    if question.ask_to_see:
        words += setter.paragraphs(_("See: %(what)s") % {"what": question.ask_to_see}, "small")
    return words


def _asked(setter: Typesetter, words: str) -> list[Flowable]:
    return [CondPageBreak(70), *setter.paragraphs(words, "strong"), Write(2), Gap(6)]


def _running(
    setter: Typesetter, actions: list[Action], manner: Manner, *, room: float
) -> list[Flowable]:
    if not actions:
        return []
    rows: list[list[Cell]] = [
        [a.what, a.who or NONE, manner.dates(a.due) if a.due else NONE, Write()] for a in actions
    ]
    head = (_("Agreed earlier"), _("Who"), _("By"), _("How far is it?"))
    body = table(setter, head, rows, widths=(186, 92, 100, 127), room=room)
    return section(setter, _("Still open"), body)


def _empty_actions(setter: Typesetter, *, room: float) -> Flowable:
    rows: list[list[Cell]] = [[Gap(16), "", ""] for _line in range(4)]
    head = (_("What"), _("Who"), _("By"))
    return table(setter, head, rows, widths=(290, 115, 100), room=room)
