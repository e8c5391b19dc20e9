"""The blank review form of a seat, or of all seats, to fill in with a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, PageBreak

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.language import _
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.review_answers import signatures
from mspseat_desktop.reports.review_head import title_of
from mspseat_desktop.reports.review_tables import metrics
from mspseat_desktop.reports.sheet import Sheet, blank_sheet
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.ticks import Ticks, Write
from mspseat_desktop.reports.words import bar_words
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.questions import Bank, Question
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.reports.text import Typesetter

EMPTY_DUTIES = 5
FOOT = 260.0
"""The height in points of the empty actions with the signatures."""


def blank_form_pdf(
    client: Client,
    seat: SeatId,
    *,
    occupant: OccupantId | None,
    on: str,
    bank: Bank,
    manner: Manner | None = None,
) -> Printed:
    """Return the form for reviewing the occupant in the seat; `occupant` None is an open seat.

    It asks what the bank asks of this seat on that day, the deciding questions first.
    """
    manner = manner or manner_of(client.profile)
    sheet = blank_sheet(client, seat, occupant=occupant, on=on, bank=bank)
    title = _title(sheet)

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        return _form(setter, surround, sheet, client.profile, manner)

    return print_pages(story, client.profile, title=title, manner=manner)


def blank_forms_pdf(
    client: Client,
    wanted: Iterable[tuple[SeatId, OccupantId | None, Bank]],
    *,
    on: str,
    manner: Manner | None = None,
) -> Printed:
    """Return the forms of several seats in one PDF, each from a new page, in the order given.

    Each is named with who is to be reviewed, None for an open seat, and the bank to ask from.
    """
    manner = manner or manner_of(client.profile)
    sheets = [
        blank_sheet(client, seat, occupant=occupant, on=on, bank=bank)
        for seat, occupant, bank in wanted
    ]

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        found: list[Flowable] = []
        for sheet in sheets:
            if found:
                found.append(PageBreak())
            found += _form(setter, surround, sheet, client.profile, manner)
        return found

    return print_pages(story, client.profile, title=_("Review forms of all seats"), manner=manner)


def _title(sheet: Sheet) -> str:
    return _("Review form: %(title)s") % {"title": title_of(sheet)}


def _form(
    setter: Typesetter, surround: Surround, sheet: Sheet, profile: Profile, manner: Manner
) -> list[Flowable]:
    room = surround.room
    return [
        Chapter(surround, entry=setter.safe(_title(sheet))),
        *_head(setter, sheet, room=room),
        *_values(setter, sheet, room=room),
        *_duties(setter, sheet, room=room),
        *[part for x in LETTERS for part in _letter(setter, sheet, x, room=room)],
        *_homework(setter, sheet, room=room),
        *metrics(setter, sheet, manner, room=room),
        # The lines for actions and those to sign on are filled in last, on one page.
        CondPageBreak(FOOT),
        *_actions(setter, room=room),
        *signatures(setter, sheet, profile, manner),
    ]


def _head(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    fields = (_("Date"), _("Answered by"), _("Facilitated by"))
    cells: list[Cell] = [[*setter.paragraphs(field, "label"), Write()] for field in fields]
    independence = Ticks(
        [_("independent"), _("works for this provider"), _("works for a competitor")]
    )
    title = title_of(sheet)
    purpose = setter.paragraphs(sheet.scene.purpose, "lead")
    return [
        *setter.paragraphs(title, "title" if len(title) < 140 else "headline"),
        Gap(4),
        *purpose,
        Gap(4),
        table(setter, (), [cells], widths=(1, 2, 2), room=room),
        table(setter, (), [[_("The facilitator is"), independence]], widths=(1, 4), room=room),
    ]


def _values(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    shown = rated(sheet.scene)
    if not shown:
        return []
    rows: list[list[Cell]] = [[value.name, Ticks(["+", "+/-", "-"]), ""] for value in shown]
    head = (_("Core value"), _("Rating"), _("A recent act that shows it"))
    body = table(setter, head, rows, widths=(150, 110, 245), room=room)
    bar = setter.paragraphs(bar_words(sheet, with_state=False), "second")
    return section(setter, _("Core values, against the bar"), body, Gap(3), *bar)


def _duties(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    texts = [f"{n}. {d.text}" for n, d in enumerate(sheet.scene.responsibilities, 1)]
    texts = texts or [f"{number}." for number in range(1, EMPTY_DUTIES + 1)]
    stands = [_("yes"), _("unsure"), _("no")]
    wants = [_("wants it"), _("on a condition"), _("would rather not")]
    rows: list[list[Cell]] = [
        [text, Ticks(stands), Ticks(wants), Ticks(stands), Write(2)] for text in texts
    ]
    head = (_("Responsibility"), _("Gets it"), _("Wants it"), _("Can do it"), _("Evidence"))
    body = table(setter, head, rows, widths=(140, 84, 96, 84, 101), room=room)
    return section(setter, _("Responsibilities"), body)


def _letter(setter: Typesetter, sheet: Sheet, letter: Letter, *, room: float) -> list[Flowable]:
    asked = [q for q in sheet.questions if q.letter == letter]
    asked.sort(key=lambda q: not q.deciding)
    call = [*setter.paragraphs(_("The call, and why"), "strong"), Ticks([_("yes"), _("no")])]
    rows = [_question(setter, question) for question in asked]
    rows.append([call, "", Write(2)])
    return section(setter, letter_name(letter), _asked(setter, rows, room=room))


def _homework(setter: Typesetter, sheet: Sheet, *, room: float) -> list[Flowable]:
    rows = [_question(setter, q) for q in sheet.questions if q.letter == "homework"]
    if not rows:
        return []
    title = _("Homework: asked of the client, never counted against the provider")
    return section(setter, title, _asked(setter, rows, room=room))


def _asked(setter: Typesetter, rows: list[list[Cell]], *, room: float) -> Flowable:
    head = (_("Question"), _("Answer"), _("Note"))
    return table(setter, head, rows, widths=(190, 190, 125), room=room)


def _question(setter: Typesetter, question: Question) -> list[Cell]:
    words = setter.paragraphs(question.words)
    if question.ask_to_see:
        words += setter.paragraphs(_("See: %(what)s") % {"what": question.ask_to_see}, "small")
    if not question.deciding and question.letter != "homework":
        words += setter.paragraphs(_("For the talk; does not count."), "small")
    if question.kind != "yesno":
        return [words, "", Write(2)]
    answers = Ticks([_("yes"), _("unsure"), _("no"), _("does not apply")])
    return [words, [answers, Ticks([_("seen"), _("claimed")])], Write(2)]


def _actions(setter: Typesetter, *, room: float) -> list[Flowable]:
    rows: list[list[Cell]] = [[Gap(16), "", ""] for _line in range(3)]
    head = (_("What"), _("Who"), _("By"))
    return section(
        setter, _("Agreed actions"), table(setter, head, rows, widths=(290, 115, 105), room=room)
    )
