"""Sort keys with gaps: a record moves among its siblings without renumbering them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from mspseat_desktop.domain.records import (
    Contact,
    CoreValue,
    Function,
    Metric,
    Responsibility,
    Seat,
)
from mspseat_desktop.domain.review_records import Action, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.revision import Revision

GAP = 1 << 20

Ordered = TypeVar(
    "Ordered", Seat, Responsibility, Metric, CoreValue, Action, Function, Contact, Voice
)


def order_at(
    work: Revision, kind: type[Ordered], siblings: Sequence[str], index: int | None
) -> int:
    """Return a sort key that places a record before `siblings[index]`; at the end for None.

    When the gap there is used up, the siblings are renumbered in the revision first.
    """
    if not siblings:
        return GAP
    at = len(siblings) if index is None else max(0, min(index, len(siblings)))
    if at == len(siblings):
        return work.client.get(kind, siblings[-1]).order + GAP
    after = work.client.get(kind, siblings[at]).order
    before = work.client.get(kind, siblings[at - 1]).order if at else after - 2 * GAP
    if after - before >= 2:
        return (before + after) // 2
    for number, sibling in enumerate(siblings, start=1):
        work.put(replace(work.client.get(kind, sibling), order=number * 2 * GAP))
    return at * 2 * GAP + GAP
