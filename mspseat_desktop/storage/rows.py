"""Records as rows and back: one table for each type, every column named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast, get_args, get_origin

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.charts import OF_A_CHART
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    Accepted,
    ChartLook,
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Record,
    RecordType,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    BankQuestion,
    Candidate,
    Comparison,
    Form,
    Review,
    Scene,
    Signature,
    Voice,
)
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from mspseat_desktop.storage.codec import (
    allowed,
    damaged,
    fields_of,
    from_text,
    to_plain,
    to_record,
    to_text,
)
from mspseat_desktop.storage.engine import many, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlite_utils import Database

    from mspseat_desktop.storage.engine import Value

NAMES: dict[RecordType, str] = {
    Profile: "profile",
    Seat: "seat",
    Responsibility: "responsibility",
    Metric: "metric",
    Figure: "figure",
    Occupant: "occupant",
    Seating: "seating",
    CoreValue: "core_value",
    Review: "review",
    Answer: "answer",
    Action: "action",
    Contact: "contact",
    Function: "function",
    Cover: "cover",
    Accepted: "accepted",
    Voice: "voice",
    BankQuestion: "bank_question",
    Signature: "signature",
    Comparison: "comparison",
    Candidate: "candidate",
    Form: "form",
    SecondLine: "second_line",
    ChartLook: "chart_look",
}
KINDS = {name: kind for kind, name in NAMES.items()}
_COLUMNS = {
    "order": "position",
    "on": "day",
    "references": "referees",
    "of": "of_whom",
    "to": "to_seat",
}
"""Fields whose own names are words of SQL."""


_OFTEN_NAMED: frozenset[RecordType] = frozenset({Seat, Occupant, Metric, Review})
_OFTEN_THE_SAME = frozenset({"order", "title", "text", "name", "role", "level", "since"})

Known: TypeAlias = "dict[object, object]"

_tables: dict[RecordType, Table] = {}


@dataclass(frozen=True, slots=True)
class Table:
    """How records of one type lie in their table.

    Where the records are a chart's own, `upsert` and `delete` begin with its id.
    """

    kind: RecordType
    name: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    encode: tuple[tuple[int, Callable[[object], Value]], ...]
    decode: tuple[tuple[int, Callable[[object], object]], ...]
    words: tuple[tuple[str, frozenset[str]], ...]
    links: tuple[int, ...]
    repeated: tuple[int, ...]
    select: str
    upsert: str
    delete: str
    in_chart: bool

    def put(self, db: Database, record: Record, chart: ChartId) -> None:
        """Write the record, inside the open transaction."""
        row = self.row(record)
        db.execute(self.upsert, [chart, *row] if self.in_chart else row)

    def remove(self, db: Database, record: Record, chart: ChartId) -> None:
        """Delete the record's row, inside the open transaction."""
        db.execute(self.delete, (chart, record.id) if self.in_chart else (record.id,))

    def row(self, record: Record) -> list[Value]:
        """Return the values of the record in the order of the columns."""
        values: list[Value] = [getattr(record, name) for name in self.fields]
        for at, encode in self.encode:
            values[at] = encode(values[at])
        return values

    def records(
        self, db: Database, chart: ChartId = CURRENT_CHART, *, known: Known | None = None
    ) -> Iterator[Record]:
        """Yield every record of the table in the chart, in no particular order.

        What is in `known` already is taken from there, so that a seat's id, or words that many
        seats have, are in memory once.
        """
        if chart == CURRENT_CHART or not self.in_chart:
            found = rows(db, self.select)
        else:
            listed = ", ".join(self.columns)
            select = f"SELECT {listed} FROM {self.name} WHERE chart = ?"  # noqa: S608 - names are ours
            found = rows(db, select, (chart,))
        if not found:
            return
        # Column by column, since `map` does in a fraction of the time what a loop does row by row.
        columns: list[Iterable[object]] = list(zip(*found, strict=True))
        del found
        for at, decode in self.decode:
            columns[at] = map(decode, columns[at])
        known = {} if known is None else known
        if self.kind in _OFTEN_NAMED:
            ids = cast("tuple[object, ...]", columns[self.fields.index("id")])
            known.update(zip(ids, ids, strict=True))
        for at in self.links:
            columns[at] = map(known.get, columns[at], columns[at])
        for at in self.repeated:
            columns[at] = map(known.setdefault, columns[at], columns[at])
        yield from map(cast("Callable[..., Record]", self.kind), *columns)


def table(kind: RecordType) -> Table:
    """Return how records of the type lie in the database."""
    known = _tables.get(kind)
    if known is None:
        known = _tables[kind] = _table(kind)
    return known


def _table(kind: RecordType) -> Table:
    name = NAMES[kind]
    own = fields_of(kind)
    columns = tuple(_COLUMNS.get(f.name, f.name) for f in own)
    in_chart = kind in OF_A_CHART
    listed = ", ".join(columns)
    marks = ", ".join("?" for _ in columns)
    key, where = ("chart, id", "chart = ? AND ") if in_chart else ("id", "")
    start, first = ("chart, ", "?, ") if in_chart else ("", "")
    updates = ", ".join(f"{c} = excluded.{c}" for c in columns if c != "id")
    words = ((c, allowed(f.hint)) for c, f in zip(columns, own, strict=True))
    # Every name in these statements is ours: none comes from a file or from a user. Most rows are
    # of the current chart: going by the index would only jump about in the file.
    return Table(
        kind=kind,
        name=name,
        columns=columns,
        fields=tuple(f.name for f in own),
        encode=tuple((at, e) for at, f in enumerate(own) if (e := _encode(f.hint))),
        decode=tuple((at, d) for at, f in enumerate(own) if (d := _decode(f.hint, f.decode))),
        words=tuple((c, allowed_words) for c, allowed_words in words if allowed_words),
        links=tuple(at for at, f in enumerate(own) if _names_another(f.name, f.hint)),
        repeated=tuple(at for at, f in enumerate(own) if f.name in _OFTEN_THE_SAME),
        select=f"SELECT {listed} FROM {name}"  # noqa: S608 - names are ours
        + (f" NOT INDEXED WHERE chart = '{CURRENT_CHART}'" if in_chart else ""),
        upsert=f"INSERT INTO {name} ({start}{listed}) VALUES ({first}{marks})"  # noqa: S608 - same
        f" ON CONFLICT ({key}) DO UPDATE SET {updates}",
        delete=f"DELETE FROM {name} WHERE {where}id = ?",  # noqa: S608 - same
        in_chart=in_chart,
    )


def _encode(hint: object) -> Callable[[object], Value] | None:
    """Return how a value becomes what a column holds; None when it is that already."""
    if hint is bool:
        return int  # type: ignore[return-value]  # the hint has said that it is a bool
    return _to_json if _is_nested(hint) else None


def _decode(hint: object, decode: Callable[[object], object]) -> Callable[[object], object] | None:
    if hint is bool:
        return _to_bool
    return (lambda text: decode(from_text(text))) if _is_nested(hint) else None


def _is_nested(hint: object) -> bool:
    return get_origin(hint) is tuple or hint == Scene | None


def _names_another(name: str, hint: object) -> bool:
    """Whether the field holds the id of another record."""
    return name != "id" and any(hasattr(p, "__supertype__") for p in get_args(hint) or (hint,))


def _to_json(value: object) -> str:
    return to_text(to_plain(value))


def _to_bool(value: object) -> bool:
    if value == 0:
        return False
    if value == 1:
        return True
    raise damaged("neither 0 nor 1")


def all_records(db: Database) -> Iterator[Record]:
    """Yield every record of the client with its current chart."""
    known: Known = {}
    for kind in RECORD_TYPES:
        yield from table(kind).records(db, known=known)


def insert(db: Database, records: Iterable[Record]) -> None:
    """Write the records of a new client, inside the open transaction."""
    by_kind: dict[RecordType, list[list[Value]]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(table(type(record)).row(record))
    for kind, values in by_kind.items():
        at = table(kind)
        many(db, at.upsert, [[CURRENT_CHART, *row] for row in values] if at.in_chart else values)


def apply(db: Database, change: Change, chart: ChartId = CURRENT_CHART) -> None:
    """Write what the change touched, inside the open transaction; `chart` takes what is its own."""
    for touch in change.touches:
        at = table(type(touch.record))
        if touch.after is None:
            at.remove(db, touch.record, chart)
        else:
            at.put(db, touch.after, chart)


def check_words(db: Database) -> None:
    """Raise FileProblem("damaged") when a column holds a word that the domain does not know."""
    for kind in RECORD_TYPES:
        at = table(kind)
        for column, words in at.words:
            found = rows(db, f"SELECT DISTINCT {column} FROM {at.name}")  # noqa: S608 - names are ours
            if not {row[0] for row in found} <= words:
                raise damaged(f"a word in {at.name}.{column}")


def change_to_text(change: Change) -> str:
    """Return the change as JSON: for each touch the table's name, the row before and after."""
    return to_text(
        [
            [
                NAMES[type(touch.record)],
                None if touch.before is None else to_plain(touch.before),
                None if touch.after is None else to_plain(touch.after),
            ]
            for touch in change.touches
        ]
    )


def change_from_text(text: object) -> Change:
    """Return the change that the JSON describes."""
    plain = from_text(text)
    if not isinstance(plain, list):
        raise damaged("a change that is no list")
    return Change(tuple(_touch(item) for item in plain))


def _touch(item: object) -> Touch:
    match item:
        case [str(name), before, after] if name in KINDS and not (before is None and after is None):
            kind = KINDS[name]
            return Touch(_record_or_none(kind, before), _record_or_none(kind, after))
        case _:
            raise damaged("a touch that is none")


def _record_or_none(kind: RecordType, plain: object) -> Record | None:
    return None if plain is None else cast("Record", to_record(kind, plain))
