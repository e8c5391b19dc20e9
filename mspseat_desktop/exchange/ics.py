"""A calendar file (RFC 5545) of reviews, contract dates and actions; no rating stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from mspseat_desktop.domain.planning import planned
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.language import _
from mspseat_desktop.wording.planning import agreed_for, calendar_text

if TYPE_CHECKING:
    from datetime import datetime

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.planning import Due

PRODUCT = "-//MSP Seat Desktop//Calendar//EN"
LONGEST = 2_000
"""Letters of one text: calendars cut or refuse what is much longer."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The bytes of the file and how many entries of which kind it has."""

    content: bytes
    reviews: int = 0
    contracts: int = 0
    actions: int = 0

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return self.reviews + self.contracts + self.actions


def calendar_file(client: Client, *, on: str, now: datetime) -> CalendarFile:
    """Return everything planned as days of a calendar; overdue actions stand on their own day.

    `now`, with its time zone, is when the file was made. An entry keeps its UID from file to
    file, so that a calendar that takes in a second one moves entries and does not double them.
    """
    found = planned(client, on)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name := _plain(client.profile.name):
        calendar.add("x-wr-calname", name)
    for each in found:
        calendar.add_component(_event(client, each, now=now.astimezone(UTC)))
    return CalendarFile(
        calendar.to_ical(),
        reviews=sum(d.kind == "review" for d in found),
        contracts=sum(d.kind in {"notice", "contract"} for d in found),
        actions=sum(d.kind == "action" for d in found),
    )


def _event(client: Client, due: Due, *, now: datetime) -> Event:
    day = date.fromisoformat(due.on)
    event = Event()
    event.add("uid", _uid(due))
    event.add("dtstamp", now.replace(microsecond=0))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", _plain(calendar_text(client, due)) or _("unnamed"))
    if about := _about(client, due):
        event.add("description", _plain(about))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _uid(due: Due) -> str:
    """Return a name that stays: ids are random, so it is the only one of its kind."""
    about = due.action or "-".join(part for part in (due.seat, due.occupant) if part)
    return f"{due.kind}-{about}@mspseat"


def _about(client: Client, due: Due) -> str:
    """Return client, seat and name of an action's review: its own words may not say whose it is."""
    names = [client.profile.name]
    action = client.find(Action, due.action or "")
    if action is not None:
        names += agreed_for(client, action.review)
    return ", ".join(name for name in names if name)


def _plain(text: str) -> str:
    """Return the words on one line, without what no line of a file may hold."""
    shown = "".join(c if c.isprintable() else " " for c in text[:LONGEST])
    return " ".join(shown.split())
