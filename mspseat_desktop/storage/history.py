"""The history in the client file: the steps that undo goes back over, also after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Step
from mspseat_desktop.domain.vocabulary import ChartId
from mspseat_desktop.storage.codec import damaged, from_text, to_text
from mspseat_desktop.storage.engine import rows
from mspseat_desktop.storage.rows import change_from_text, change_to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from mspseat_desktop.storage.engine import Value

KEPT_STEPS = 1000
KEPT_DAYS = 180
_PRUNE_EVERY = 50
"""Steps between two prunings on one day; in between the file holds a few more than it has to."""

_SELECT = (
    "SELECT number, name, params, change, at, merge_key, undone, sealed, chart FROM step"
    " ORDER BY number DESC LIMIT ?"
)
_UPSERT = (
    "INSERT INTO step (number, name, params, change, at, merge_key, undone, sealed, chart)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (number) DO UPDATE SET name = excluded.name, params = excluded.params,"
    " change = excluded.change, at = excluded.at, merge_key = excluded.merge_key,"
    " undone = excluded.undone, sealed = excluded.sealed, chart = excluded.chart"
)


def read_steps(db: Database) -> tuple[Step, ...]:
    """Return the kept steps, the oldest first."""
    return tuple(_step(row) for row in reversed(rows(db, _SELECT, (KEPT_STEPS,))))


def write_steps(db: Database, steps: Sequence[Step], dropped: Sequence[int]) -> None:
    """Add or replace steps and take others out, inside the open transaction."""
    for number in dropped:
        db.execute("DELETE FROM step WHERE number = ?", (number,))
    for step in steps:
        db.execute(_UPSERT, _row(step))
    if steps:
        newest = max(steps, key=lambda step: step.number)
        if newest.number % _PRUNE_EVERY == 0 or _begins_a_day(db, newest):
            _prune(db, newest)


def forget_steps(db: Database) -> None:
    """Take every step out, inside the open transaction."""
    db.execute("DELETE FROM step")


def _begins_a_day(db: Database, newest: Step) -> bool:
    """Return whether the step before was made on another day: the client may have lain for long."""
    before = rows(
        db, "SELECT at FROM step WHERE number < ? ORDER BY number DESC LIMIT 1", (newest.number,)
    )
    return bool(before) and str(before[0][0])[:10] != newest.at[:10]


def _prune(db: Database, newest: Step) -> None:
    oldest_day = datetime.fromisoformat(newest.at) - timedelta(days=KEPT_DAYS)
    db.execute("DELETE FROM step WHERE number <= ?", (newest.number - KEPT_STEPS,))
    db.execute("DELETE FROM step WHERE at < ?", (oldest_day.date().isoformat(),))


def _row(step: Step) -> tuple[Value, ...]:
    return (
        step.number,
        step.name,
        to_text(dict(step.params)),
        change_to_text(step.change),
        step.at,
        step.merge_key,
        int(step.undone),
        int(step.sealed),
        step.chart,
    )


def _step(row: tuple[Value, ...]) -> Step:
    number, name, params_text, change_text, at, merge_key, undone, sealed, chart = row
    params = from_text(params_text)
    if not isinstance(params, dict) or not all(isinstance(v, str) for v in params.values()):
        raise damaged("words of a step that are no text")
    return Step(
        number=int(number or 0),
        name=str(name),
        params=params,
        change=change_from_text(change_text),
        at=str(at),
        merge_key=str(merge_key),
        undone=undone == 1,
        sealed=sealed == 1,
        chart=ChartId(str(chart)),
    )
