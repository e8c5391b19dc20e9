"""The ten-question checklist on one page, blank or filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.reports.chips import Chip
from mspseat_desktop.reports.first_look import FirstLook, reading
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.lines import elided
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.panels import Panel, Row
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.style import BOLD
from mspseat_desktop.reports.tables import Cell, table
from mspseat_desktop.reports.ticks import Ticks, Write
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.content.banks import ChecklistItem, ChecklistPart
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.reports.first_look import FirstAnswer
    from mspseat_desktop.reports.style import ToneName
    from mspseat_desktop.reports.text import Typesetter

_CHOICES: tuple[FirstAnswer, ...] = ("yes", "no", "skip")
_PARTS: tuple[ChecklistPart, ...] = ("homework", "values", "gets", "wants", "capacity")
_TONES: dict[FirstAnswer, ToneName] = {"yes": "yes", "no": "no"}


def checklist_pdf(
    profile: Profile,
    items: Sequence[ChecklistItem],
    *,
    about: str = "",
    on: str = "",
    look: FirstLook | None = None,
    manner: Manner | None = None,
) -> Printed:
    """Return the checklist on one page; without `look` blank, with lines for name and date.

    `about` names provider and seat; a name too long for the page's one line ends in an ellipsis.
    """
    manner = manner or manner_of(profile)

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        title = _("Ten questions about a provider")
        who = elided(setter.safe(about), BOLD, 9, room=surround.room - 160)
        rows = [_item(setter, n, item, look=look) for n, item in enumerate(items, 1)]
        day = manner.dates(on) if on else ""
        return [
            Chapter(surround, entry=title),
            *setter.paragraphs(title, "title"),
            Gap(5),
            *setter.paragraphs(_("A first look, on one page. Yes is always good."), "lead"),
            Gap(8),
            table(
                setter,
                (),
                [[_("Provider and seat"), who, _("Date"), day]],
                widths=(90, 265, 35, 115),
                room=surround.room,
            ),
            Gap(6),
            table(
                setter,
                (_("Question"), _("Answer"), _("What we saw")),
                rows,
                widths=(290, 96, 119),
                room=surround.room,
            ),
            Gap(12),
            *setter.paragraphs(_("How it reads"), "heading"),
            Gap(5),
            _reading(setter, items, look),
            Gap(8),
            *setter.paragraphs(_reading_rule(look), "small"),
        ]

    return print_pages(story, profile, title=_("Ten questions about a provider"), manner=manner)


def _item(
    setter: Typesetter, number: int, item: ChecklistItem, *, look: FirstLook | None
) -> list[Cell]:
    words = setter.paragraphs(f"{number}. {item.words}")
    if item.skip:
        words += setter.paragraphs(item.skip, "small")
    if item.all_of:
        words.append(Ticks(item.all_of, ticked=look.ticked.get(item.id, ()) if look else ()))
    given = look.answers.get(item.id, "") if look else ""
    choices = _CHOICES if item.skip else _CHOICES[:2]
    ticked = [choices.index(given)] if given in choices else []
    names = {"yes": _("yes"), "no": _("no"), "skip": _("skip")}
    return [words, Ticks([names[choice] for choice in choices], ticked=ticked), Write(2)]


def _reading(setter: Typesetter, items: Sequence[ChecklistItem], look: FirstLook | None) -> Row:
    panels = []
    for part in _PARTS:
        name = setter.paragraphs(_part_name(part), "strong")
        if look is None:
            panels.append(Panel([*name, Gap(3), Ticks([_("yes"), _("no")])], pad=7))
            continue
        stand = reading(items, look, part)
        words = {"yes": _("Yes"), "no": _("No"), "skip": _("Skipped"), "": _("Incomplete")}
        chip = Chip(words[stand], _TONES.get(stand, "unanswered"))
        panels.append(Panel([*name, Gap(3), chip], pad=7))
    return Row(panels, across=len(_PARTS), gap=6)


def _part_name(part: ChecklistPart) -> str:
    if part == "homework":
        return _("Homework")
    return _("Core values") if part == "values" else letter_name(part)


def _reading_rule(look: FirstLook | None) -> str:
    rule = _(
        "Questions 1 to 3 are the client's homework, 4 is the provider itself, 5 and 6 are Gets it,"
        " 7 and 8 Wants it, 9 and 10 Capacity. Each is yes only if all its questions are yes or"
        " skipped; one without an answer leaves it incomplete. These ten questions are our own."
    )
    if look is None or not look.homework:
        return rule
    as_there = _(
        "Homework reads as in the review: the seat answers to one of our people, and has"
        " responsibilities and metrics. What else questions 1 to 3 ask is worth knowing."
    )
    return f"{rule} {as_there}"
