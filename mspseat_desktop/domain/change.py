"""A change: what an edit touched, as data; it is written, undone and announced as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from mspseat_desktop.domain.records import Record, RecordType
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Touch:
    """One record before and after; None stands for "not there"."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        record = self.after if self.after is not None else self.before
        assert record is not None  # noqa: S101 - a touch of nothing is never made
        return record

    @property
    def key(self) -> tuple[RecordType, str]:
        """Kind and id of the touched record."""
        record = self.record
        return type(record), record.id


@dataclass(frozen=True, slots=True)
class Change:
    """The touched records in the order in which an edit first touched them; one touch each."""

    touches: tuple[Touch, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.touches)

    def inverse(self) -> Change:
        """Return the change that leads back."""
        return Change(tuple(Touch(t.after, t.before) for t in reversed(self.touches)))

    def merge(self, later: Change) -> Change:
        """Return one change with the effect of this one followed by the later one."""
        merged: dict[tuple[RecordType, str], Touch] = {t.key: t for t in self.touches}
        for touch in later.touches:
            first = merged.get(touch.key)
            before = first.before if first is not None else touch.before
            merged[touch.key] = Touch(before, touch.after)
        return Change(tuple(t for t in merged.values() if t.before != t.after))

    def of(self, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """Yield before and after of each touched record of the kind."""
        for touch in self.touches:
            before, after = touch.before, touch.after
            if isinstance(touch.record, kind):
                yield (
                    before if isinstance(before, kind) else None,
                    after if isinstance(after, kind) else None,
                )

    def touched(self, kind: RecordType) -> frozenset[str]:
        """Return the ids of the touched records of the kind."""
        return frozenset(t.record.id for t in self.touches if isinstance(t.record, kind))

    def keys(self) -> frozenset[tuple[RecordType, str]]:
        """Return kind and id of every touched record."""
        return frozenset(t.key for t in self.touches)


def joined(changes: Iterable[Change]) -> Change:
    """Return one change with the effect of all, in order."""
    result = Change()
    for change in changes:
        result = result.merge(change)
    return result


ASIDE = "aside:"
"""How the merge key of a step begins that may come to nothing, as a draft only looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history: a change with the code and words of its edit.

    `at` is UTC in ISO 8601. A sealed step is not taken back any more (a finished review that has
    left the program). Steps with the same non-empty `merge_key` that follow each other are one.
    `chart` is the one that was shown: each has a line of undo of its own.
    """

    number: int
    name: str
    params: Mapping[str, str]
    change: Change
    at: str
    merge_key: str = ""
    undone: bool = False
    sealed: bool = False
    chart: ChartId = CURRENT_CHART
