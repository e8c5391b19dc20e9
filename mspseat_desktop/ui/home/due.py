"""What is due in the recent clients: only read and shown when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Action, Review
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.formats import date_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.desk import Desk
    from mspseat_desktop.ui.settings import Recent

AHEAD = timedelta(days=30)
MOST_CLIENTS = 20


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due, in words: when, and what for which client."""

    when: str
    what: str
    is_late: bool = False


def due_lines(desk: Desk, recents: Iterable[Recent]) -> list[Due]:
    """Return reviews and actions due within a month, the most urgent first.

    A client whose file can not be read now is left out.
    """
    until = (desk.today() + AHEAD).isoformat()
    found: list[tuple[str, str]] = []
    for recent in list(recents)[:MOST_CLIENTS]:
        try:
            client = desk.workshop.read_document(Path(recent.path)).client
        except FileProblem:
            continue
        found += [(day, f"{recent.name}: {what}") for day, what in _due(client) if day <= until]
    today = desk.today().isoformat()
    return [Due(_day_words(day, today), line, is_late=day < today) for day, line in sorted(found)]


def _due(client: Client) -> Iterator[tuple[str, str]]:
    for seat in client.chart():
        holder = client.accountable(seat)
        if holder is None:
            continue
        reviews = client.reviews_of(seat, holder.id)
        if reviews and reviews[-1].next_on:
            words = _("review {who} in {seat}").replace("{who}", holder.name)
            yield reviews[-1].next_on, words.replace("{seat}", client.seat(seat).title)
    for action in client.every(Action):
        review = client.find(Review, action.review)
        if action.due and not action.done_on and review is not None:
            who = f" ({action.who})" if action.who else ""
            yield action.due, f"{action.what}{who}"


def _day_words(day: str, today: str) -> str:
    if day < today:
        return _("overdue since {date}").replace("{date}", date_text(day))
    return date_text(day)
