"""Kept charts in the client file: copies of a chart's rows under an id of their own.

A copy is made by the engine, so keeping one costs no loading; its rows are read when it is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, get_args

from mspseat_desktop.domain.charts import OF_A_CHART, KeptChart
from mspseat_desktop.domain.records import ChartLook, Cover, Seating
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId, ChartKind
from mspseat_desktop.storage.codec import damaged
from mspseat_desktop.storage.engine import rows
from mspseat_desktop.storage.rows import table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlite_utils import Database

    from mspseat_desktop.domain.records import Record

Found = TypeVar("Found")
_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
_MOST_AT_ONCE = 500
"""Ids in one question to the engine."""


class _Looking(Protocol):
    def __call__(self, look: Callable[[Database], Found]) -> Found:
        """Read in one turn on the connection."""


class KeptCharts:
    """The charts of one client file beside the current one; every method raises FileProblem."""

    def __init__(
        self, look: _Looking, alter: Callable[[Callable[[Database], object]], None]
    ) -> None:
        self._look = look
        self._alter = alter

    def all(self) -> tuple[KeptChart, ...]:
        """Return the kept charts in the order in which they were made."""
        return self._look(read_charts)

    def records(self, chart: ChartId) -> tuple[Record, ...]:
        """Return the records that are the chart's own."""
        return self._look(
            lambda db: tuple(r for kind in _of_a_chart() for r in table(kind).records(db, chart))
        )

    def look(self, chart: ChartId) -> ChartLook:
        """Return how the chart is drawn, without reading the rest of it."""
        found = self._look(lambda db: tuple(table(ChartLook).records(db, chart)))
        return next((look for look in found if isinstance(look, ChartLook)), ChartLook())

    def naming(self, ids: Collection[str]) -> Mapping[str, frozenset[ChartId]]:
        """Return which charts, the current one too, name which of these people and functions."""
        return self._look(lambda db: _naming(db, tuple(ids)))

    def keep(self, chart: KeptChart, *, of: ChartId = CURRENT_CHART) -> None:
        """Keep a copy of a chart; durable when this returns."""
        self._alter(lambda db: _keep(db, chart, of))

    def rename(self, chart: KeptChart) -> None:
        """Write the chart's name and note."""
        self._alter(
            lambda db: db.execute(
                "UPDATE chart SET name = ?, note = ? WHERE id = ?",
                (chart.name, chart.note, chart.id),
            )
        )

    def drop(self, chart: ChartId) -> None:
        """Delete a kept chart with its line of undo."""
        if chart == CURRENT_CHART:
            raise ValueError("the current chart stays")
        self._alter(lambda db: _drop(db, chart))


def read_charts(db: Database) -> tuple[KeptChart, ...]:
    """Return the kept charts; raise FileProblem("damaged") for a kind that is none of ours."""
    found = rows(db, "SELECT id, name, kind, day, note FROM chart ORDER BY rowid")
    charts = [
        KeptChart(ChartId(str(i)), str(n), _kind(k), str(d), str(t)) for i, n, k, d, t in found
    ]
    if [c.kind for c in charts if c.is_current] != ["current"]:
        raise damaged("no current chart")
    kept = tuple(chart for chart in charts if not chart.is_current)
    if any(chart.kind == "current" for chart in kept):
        raise damaged("two current charts")
    return kept


def drop_all(db: Database) -> None:
    """Delete every kept chart, inside the open transaction."""
    for chart in read_charts(db):
        _drop(db, chart.id)


def _of_a_chart() -> list[type[object]]:
    return sorted(OF_A_CHART, key=lambda kind: table(kind).name)


def _kind(word: object) -> ChartKind:
    for kind in _KINDS:
        if kind == word:
            return kind
    raise damaged("a kind of chart")


def _keep(db: Database, chart: KeptChart, of: ChartId) -> None:
    db.execute(
        "INSERT INTO chart (id, name, kind, day, note) VALUES (?, ?, ?, ?, ?)",
        (chart.id, chart.name, chart.kind, chart.day, chart.note),
    )
    for kind in _of_a_chart():
        at = table(kind)
        listed = ", ".join(at.columns)
        db.execute(
            f"INSERT INTO {at.name} (chart, {listed})"  # noqa: S608 - names are ours
            f" SELECT ?, {listed} FROM {at.name} WHERE chart = ?",
            (chart.id, of),
        )


def _drop(db: Database, chart: ChartId) -> None:
    for kind in _of_a_chart():
        db.execute(f"DELETE FROM {table(kind).name} WHERE chart = ?", (chart,))  # noqa: S608 - same
    db.execute("DELETE FROM step WHERE chart = ?", (chart,))
    db.execute("DELETE FROM chart WHERE id = ?", (chart,))


def _naming(db: Database, ids: tuple[str, ...]) -> dict[str, frozenset[ChartId]]:
    found: dict[str, frozenset[ChartId]] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = ids[start : start + _MOST_AT_ONCE]
        marks = ", ".join("?" for _ in some)
        for kind, column in ((Seating, "occupant"), (Cover, "function")):
            named = rows(
                db,
                f"SELECT DISTINCT {column}, chart FROM {table(kind).name}"  # noqa: S608 - names are ours
                f" WHERE {column} IN ({marks})",
                some,
            )
            for name, chart in named:
                found[str(name)] = found.get(str(name), frozenset()) | {ChartId(str(chart))}
    return found
