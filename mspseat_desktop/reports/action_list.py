"""The open actions of a client on paper, the overdue ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.planning import is_overdue, open_actions, overdue_count
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, table
from mspseat_desktop.reports.ticks import Ticks
from mspseat_desktop.reports.words import NONE
from mspseat_desktop.wording.planning import agreed_for, part_text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Action
    from mspseat_desktop.reports.text import Typesetter


def action_list_pdf(client: Client, *, on: str, manner: Manner | None = None) -> Printed:
    """Return every open action with its owner and day, as it stands on that day."""
    manner = manner or manner_of(client.profile)
    title = _("Open actions")
    actions = open_actions(client)

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        rows = [_row(setter, client, action, manner, on=on) for action in actions]
        head = (_("Action"), _("Owner"), _("By"), _("Agreed for"), _("Done"))
        told = setter.paragraphs(
            _counted(len(actions), overdue_count(client, on), manner, on), "lead"
        )
        found = [
            Chapter(surround, entry=title),
            *setter.paragraphs(title, "title"),
            Gap(4),
            *told,
            Gap(8),
        ]
        if rows:
            widths = (188, 88, 100, 94, 35)
            found.append(table(setter, head, rows, widths=widths, room=surround.room))
        return found

    return print_pages(story, client.profile, title=title, manner=manner)


def _counted(count: int, late: int, manner: Manner, on: str) -> str:
    words = ngettext(
        "%(count)d action is open on %(date)s.", "%(count)d actions are open on %(date)s.", count
    )
    said = words % {"count": count, "date": manner.dates(on)}
    if late:
        more = ngettext("%(count)d is overdue.", "%(count)d are overdue.", late)
        said += " " + more % {"count": late}
    return said


def _row(
    setter: Typesetter, client: Client, action: Action, manner: Manner, *, on: str
) -> list[Cell]:
    what = [*setter.paragraphs(action.what), *setter.paragraphs(part_text(action.part), "small")]
    by = setter.paragraphs(manner.dates(action.due) if action.due else NONE)
    if is_overdue(action, on):
        by += setter.paragraphs(_("overdue"), "small", "no_text")
    seat, who = agreed_for(client, action.review)
    about = [*setter.paragraphs(seat), *setter.paragraphs(who, "small")]
    return [what, action.who or NONE, by, about, Ticks([""])]
