"""The agenda of a session about seats, filled from what is due; no rating stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.agenda import agenda, off_target
from mspseat_desktop.domain.planning import is_overdue, open_actions
from mspseat_desktop.domain.records import (
    Metric,
    Occupant,
    Seat,
)
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.ticks import Ticks, Write
from mspseat_desktop.reports.words import NONE
from mspseat_desktop.wording.measures import target_text, value_text
from mspseat_desktop.wording.planning import quiet_text

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.agenda import Agenda, Minutes, Part, SeatToTalk
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Action
    from mspseat_desktop.domain.vocabulary import MetricId
    from mspseat_desktop.reports.text import Typesetter

MOST_LINES = 30
"""Lines of each list: more is no matter for one session, and is counted below."""


def agenda_pdf(
    client: Client, minutes: Minutes, *, on: str, manner: Manner | None = None
) -> Printed:
    """Return the agenda for a session of 60, 90 or 180 minutes on that day."""
    manner = manner or manner_of(client.profile)
    actions, missed = open_actions(client), off_target(client, on)
    plan = agenda(client, minutes, on, actions=len(actions), metrics=len(missed))
    title = _("Agenda: %(count)d minutes about our seats") % {"count": minutes}

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        room = surround.room
        return [
            Chapter(surround, entry=setter.safe(title)),
            *setter.paragraphs(title, "title"),
            Gap(4),
            *setter.paragraphs(_filled_on(manner.dates(on)), "lead"),
            Gap(6),
            _people(setter, room=room),
            *section(setter, _("The rules"), *_rules(setter)),
            *section(setter, _("The session"), _steps(setter, plan, room=room)),
            *_seats(setter, client, plan, manner, room=room),
            *_actions(setter, client, actions, manner, on=on, room=room),
            *_metrics(setter, client, missed, manner, room=room),
            *section(setter, _("What we agree"), _empty_actions(setter, room=room)),
            *section(setter, _("Parked for another time"), Write(4)),
        ]

    return print_pages(story, client.profile, title=title, manner=manner)


def rules() -> tuple[str, ...]:
    """Return the rules of the exercise, each a sentence to read out."""
    return (
        _("The seat first, then whoever holds it: what does the company need from this seat?"),
        _("Gets it, wants it, has the capacity: each is a yes or a no. Unsure is not a yes."),
        _(
            "One no decides and is not averaged away. It is about this seat, not about what "
            "anybody is worth."
        ),
        _("Say what you have seen. What somebody told you is claimed, the rest is unknown."),
        _("What is ours to mend is our homework and is not held against anybody."),
        _("Everybody answers for themselves first; then talk where the answers differ."),
        _("A provider is talked about as if it sat at the table, because it will read the result."),
        _("Every no ends in an action with a name and a day."),
    )


def _filled_on(day: str) -> str:
    return _("Filled in from the chart as it stands on %(date)s.") % {"date": day}


def _people(setter: Typesetter, *, room: float) -> Flowable:
    fields = (_("Date"), _("At the table"), _("Facilitated by"))
    cells: list[Cell] = [[*setter.paragraphs(field, "label"), Write()] for field in fields]
    return table(setter, (), [cells], widths=(1, 3, 2), room=room)


def _rules(setter: Typesetter) -> list[Flowable]:
    found: list[Flowable] = []
    for number, rule in enumerate(rules(), 1):
        found += setter.paragraphs(f"{number}. {rule}")
    return found


def _steps(setter: Typesetter, plan: Agenda, *, room: float) -> Flowable:
    rows: list[list[Cell]] = []
    for step in plan.steps:
        title, about = _part_words(step.part, plan)
        between = _("%(start)d to %(end)d") % {"start": step.start, "end": step.end}
        words = [*setter.paragraphs(title, "strong"), *setter.paragraphs(about, "second")]
        rows.append([between, words, Ticks([""])])
    head = (_("Minutes"), _("What"), _("Done"))
    return table(setter, head, rows, widths=(80, 385, 40), room=room)


def _part_words(part: Part, plan: Agenda) -> tuple[str, str]:
    seats = ngettext("%(count)d seat", "%(count)d seats", plan.fitting) % {"count": plan.fitting}
    found: dict[Part, tuple[str, str]] = {
        "opening": (_("Opening"), _("Why we are here, the rules, who writes down.")),
        "chart": (
            _("The chart"),
            _("Is a seat missing, empty, or held by two? Has each provider somebody above it?"),
        ),
        "values": (
            _("Core values and the bar"),
            _("One recent act for each value. Does the bar still stand where we want it?"),
        ),
        "actions": (_("Open actions"), _("Done, dropped or dated anew; the overdue ones first.")),
        "metrics": (_("Numbers off target"), _("What do we see, and whose is it to mend?")),
        "seats": (
            _("Seats"),
            _("%(seats)s, about ten minutes each, with the review form of each.") % {"seats": seats}
            if plan.fitting
            else _("No review is due. Choose together which seat to look at."),
        ),
        "break": (_("Break"), ""),
        "closing": (
            _("Closing"),
            _("Read the actions aloud, each with a name and a day. When do we meet again?"),
        ),
    }
    return found[part]


def _seats(
    setter: Typesetter, client: Client, plan: Agenda, manner: Manner, *, room: float
) -> list[Flowable]:
    if not plan.seats:
        return []
    now = plan.seats[: min(plan.fitting, MOST_LINES)]
    rows = [_seat(client, each, manner) for each in now]
    head = (_("Seat"), _("Held by"), _("Review"), _("Done"))
    widths = (180, 150, 135, 40)
    found: list[Flowable] = []
    if rows:
        body = table(setter, head, rows, widths=widths, room=room)
        found += section(setter, _("Seats for this session"), body)
    later = plan.seats[len(now) :]
    if later:
        names = [_("%(seat)s (%(holder)s)") % _names(client, each) for each in later[:MOST_LINES]]
        text = ", ".join(names)
        if len(later) > MOST_LINES:
            text += ", " + _("and %(count)d more") % {"count": len(later) - MOST_LINES}
        found += section(setter, _("If time is left"), *setter.paragraphs(text))
    return found


def _seat(client: Client, each: SeatToTalk, manner: Manner) -> list[Cell]:
    names = _names(client, each)
    words = _("due on %(date)s") if each.due else _("not reviewed yet")
    told = words % {"date": manner.dates(each.due)} if each.due else words
    return [names["seat"], names["holder"], told, Ticks([""])]


def _names(client: Client, each: SeatToTalk) -> dict[str, str]:
    seat, who = client.find(Seat, each.seat), client.find(Occupant, each.occupant)
    return {
        "seat": (seat.title if seat else "") or _("Untitled seat"),
        "holder": (who.name if who else "") or _("Unnamed"),
    }


def _actions(
    setter: Typesetter,
    client: Client,
    actions: tuple[Action, ...],
    manner: Manner,
    *,
    on: str,
    room: float,
) -> list[Flowable]:
    if not actions:
        return []
    rows: list[list[Cell]] = []
    for action in actions[:MOST_LINES]:
        day = manner.dates(action.due) if action.due else NONE
        late = setter.paragraphs(_("overdue"), "small", "no_text") if is_overdue(action, on) else []
        what = quiet_text(client, action)
        rows.append([what, action.who or NONE, [*setter.paragraphs(day), *late], Ticks([""])])
    head = (_("Action"), _("Owner"), _("By"), _("Done"))
    body = table(setter, head, rows, widths=(245, 120, 100, 40), room=room)
    return section(setter, _("Open actions"), body, *_rest(setter, len(actions)))


def _metrics(
    setter: Typesetter,
    client: Client,
    missed: tuple[MetricId, ...],
    manner: Manner,
    *,
    room: float,
) -> list[Flowable]:
    if not missed:
        return []
    rows: list[list[Cell]] = []
    for name in missed[:MOST_LINES]:
        metric = client.get(Metric, name)
        figure = client.latest_figure(name)
        latest = value_text(metric, figure.value, manner.numbers) if figure else NONE
        seat = client.seat(metric.seat).title or _("Untitled seat")
        rows.append([metric.name, seat, target_text(metric, manner.numbers) or NONE, latest])
    head = (_("Metric"), _("Seat"), _("Target"), _("Latest"))
    body = table(setter, head, rows, widths=(170, 140, 125, 70), room=room)
    return section(setter, _("Numbers off target"), body, *_rest(setter, len(missed)))


def _rest(setter: Typesetter, count: int) -> list[Flowable]:
    if count <= MOST_LINES:
        return []
    more = _("and %(count)d more") % {"count": count - MOST_LINES}
    return [Gap(3), *setter.paragraphs(more, "second")]


def _empty_actions(setter: Typesetter, *, room: float) -> Flowable:
    rows: list[list[Cell]] = [[Gap(16), "", ""] for _line in range(5)]
    head = (_("What"), _("Who"), _("By"))
    return table(setter, head, rows, widths=(290, 115, 100), room=room)
