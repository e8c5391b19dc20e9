"""What is due in the clients of the start page: only read and shown when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.domain.planning import due
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.planning import due_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.planning import DueKind
    from mspseat_desktop.storage.loading import Loaded
    from mspseat_desktop.ui.desk import Desk
    from mspseat_desktop.ui.settings import Recent

MOST_CLIENTS = 20


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due, in words: when, and what for which client."""

    when: str
    what: str
    is_late: bool = False


def due_lines(desk: Desk, recents: Iterable[Recent]) -> list[Due]:
    """Return reviews, dates of contracts and actions that are due, the most urgent first.

    A client whose file can not be read now is left out.
    """
    today = desk.today().isoformat()
    found: list[tuple[str, str, DueKind]] = []
    for recent in list(recents)[:MOST_CLIENTS]:
        try:
            client = _read(desk, recent).client
        except FileProblem:
            continue
        near = due(client, today)
        found += [(d.on, f"{recent.name}: {due_text(client, d)}", d.kind) for d in near]
    return [
        Due(_day_words(day, today, kind), line, is_late=day < today)
        for day, line, kind in sorted(found)
    ]


def _read(desk: Desk, recent: Recent) -> Loaded:
    if recent.is_in_file:
        return desk.workshop.read_document(Path(recent.path))
    return desk.workshop.read_waiting(recent.work_id)


def _day_words(day: str, today: str, kind: DueKind) -> str:
    if day >= today:
        return date_text(day)
    # Nobody can give a notice any more after its last day.
    can_be_done = kind in {"review", "action"}
    words = _("overdue since {date}") if can_be_done else _("was on {date}")
    return words.replace("{date}", date_text(day))
