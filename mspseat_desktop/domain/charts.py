"""Kept charts: a what-if copy or a version has seats of its own and shares everything else.

What belongs to the client as a whole (people, reviews, figures, values, functions) is the same
under every chart. What hangs on a seat or a metric that a chart does not have is not seen there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Change, Touch
from mspseat_desktop.domain.records import (
    ChartLook,
    Cover,
    Function,
    Metric,
    Occupant,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Answer,
    Candidate,
    Comparison,
    Form,
    Review,
    Signature,
    Voice,
)
from mspseat_desktop.domain.rules import POINTING
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId, ChartKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, RecordType

OF_A_CHART: frozenset[RecordType] = frozenset(
    {Seat, Responsibility, Metric, Seating, Cover, SecondLine, ChartLook}
)
"""What every chart has records of its own of."""
OF_REVIEWS: frozenset[RecordType] = frozenset(
    {Review, Answer, Voice, Signature, Comparison, Candidate, Form}
)
"""What is done with the current chart only: a review is judged by the seat as it is."""
NAMED_BY_CHARTS: frozenset[RecordType] = frozenset({Occupant, Function})
"""What belongs to the client and is named by records of a chart."""


@dataclass(frozen=True, slots=True)
class KeptChart:
    """A chart of the client: the current one, a what-if copy, or a version as it was on a day."""

    id: ChartId
    name: str = ""
    kind: ChartKind = "current"
    day: str = ""
    note: str = ""

    @property
    def is_current(self) -> bool:
        """Whether it is the chart as it is."""
        return self.id == CURRENT_CHART


CURRENT = KeptChart(CURRENT_CHART)


def parted(change: Change) -> tuple[Change, Change]:
    """Return what a change does to a chart, and what it does to the client as a whole."""
    own = tuple(t for t in change.touches if t.key[0] in OF_A_CHART)
    common = tuple(t for t in change.touches if t.key[0] not in OF_A_CHART)
    return Change(own), Change(common)


def shared(records: Iterable[Record], client: Client) -> Iterator[Record]:
    """Yield the records of a chart, each the client's very own where it is equal to it."""
    for record in records:
        known = client.find(type(record), record.id)
        yield known if known is not None and known == record else record


def seen_with(chart: Client, client: Client) -> Client:
    """Return the client as it is seen with another chart: `chart` has the records of that one."""
    view = client.with_kinds_of(chart, OF_A_CHART)
    for metric in client.every_id(Metric) - chart.every_id(Metric):
        view = _fitted(view, client, Metric, metric)
    for seat in client.every(Seat):
        now = chart.find(Seat, seat.id)
        if now is None or (now.closed_on and not seat.closed_on):
            view = _fitted(view, client, Seat, seat.id)
    return view


def settled(view: Client, client: Client, change: Change) -> Client:
    """Return the view after a change of its chart, with all that can be seen of the client now.

    `client` is the one with the current chart, as it is after the change.
    """
    for touch in change.touches:
        kind, record_id = touch.key
        if kind in (Seat, Metric) and _comes_or_goes(touch):
            view = _fitted(view, client, kind, record_id)
    return view


def without_consequences(change: Change, client: Client) -> Change:
    """Return the change of a kept chart without what only goes because its seat or metric goes.

    A seat that is deleted in a copy takes nothing of the client with it.
    """
    gone = {
        (type(record), record.id)
        for touch in change.touches
        if touch.key[0] in (Seat, Metric) and _comes_or_goes(touch)
        for record in _hanging_on(client, *touch.key)
    }
    return Change(tuple(t for t in change.touches if t.after is not None or t.key not in gone))


def fits_together(chart: Client) -> bool:
    """Return whether every open seat is reached from the top; in a foreign file one may not be."""
    is_open = sum(not seat.closed_on for seat in chart.every(Seat))
    return sum(1 for _seat in chart.chart()) == is_open


def named_no_more(change: Change) -> frozenset[str]:
    """Return the ids of what a change takes out and another chart may still name."""
    return frozenset(
        t.record.id for t in change.touches if t.after is None and t.key[0] in NAMED_BY_CHARTS
    )


def _comes_or_goes(touch: Touch) -> bool:
    before, after = touch.before, touch.after
    if before is None or after is None:
        return True
    return getattr(before, "closed_on", "") != getattr(after, "closed_on", "")


def _fitted(view: Client, client: Client, kind: RecordType, owner: str) -> Client:
    """Return the view with what hangs on the seat or metric as the chart lets it be seen."""
    seat = view.find(Seat, owner) if kind is Seat else None
    is_there = view.has(kind, owner)
    closed = seat is not None and bool(seat.closed_on)
    drafts = _drafts(client, owner) if closed else frozenset()
    for record in _hanging_on(client, kind, owner):
        wanted = record if is_there and (type(record), record.id) not in drafts else None
        now = view.find(type(record), record.id)
        if now != wanted:
            view = view.with_touch(Touch(now, wanted))
    return view


def _drafts(client: Client, seat: str) -> frozenset[tuple[RecordType, str]]:
    """Return the keys of the unfinished reviews of a seat and of what belongs to them."""
    keys: set[tuple[RecordType, str]] = set()
    for review in client.owned(Review, "seat", seat):
        if review.state == "draft":
            keys.add((Review, review.id))
            keys |= {(type(r), r.id) for r in _hanging_on(client, Review, review.id)}
    return frozenset(keys)


def _hanging_on(client: Client, kind: RecordType, owner: str) -> Iterator[Record]:
    """Yield every record of the client as a whole that rests on this one, also over others."""
    waiting: list[tuple[RecordType, str]] = [(kind, owner)]
    seen: set[tuple[RecordType, str]] = set()
    while waiting:
        at, name = waiting.pop()
        for pointing, by in POINTING.get(at, ()):
            if pointing in OF_A_CHART:
                continue
            for record in _pointing_at(client, pointing, by, name):
                key = (type(record), record.id)
                if key not in seen:
                    seen.add(key)
                    waiting.append(key)
                    yield record


def _pointing_at(client: Client, kind: RecordType, by: str, owner: str) -> tuple[Record, ...]:
    found = (client.any_of(kind, name) for name in client.ids(kind, by, owner))
    return tuple(record for record in found if record is not None)
