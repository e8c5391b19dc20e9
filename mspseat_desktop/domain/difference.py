"""What differs between two snapshots of a client, record by record."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from mspseat_desktop.domain.records import RECORD_TYPES, ChartLook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, RecordType

Way: TypeAlias = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Differing:
    """One record that differs: in both snapshots, in the first only, or in the second only."""

    before: Record | None
    after: Record | None

    @property
    def way(self) -> Way:
        """What happened on the way from the first snapshot to the second."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def record(self) -> Record:
        """The record in the second snapshot, or as it was in the first."""
        record = self.after if self.after is not None else self.before
        assert record is not None  # noqa: S101 - made for records that are in one of the two
        return record

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ; empty for a record that is in one snapshot only."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            field.name
            for field in fields(self.after)
            if getattr(self.before, field.name) != getattr(self.after, field.name)
        )


def difference(before: Client, after: Client) -> tuple[Differing, ...]:
    """Return every record that differs, kind by kind in the order of RECORD_TYPES.

    Within a kind: changed and added ones in the second's order of ids, then removed ones. Two
    snapshots of the same client, or a what-if chart and the current one, share most records, and
    a shared record is not looked into. A chart that is drawn as usual counts as one without a
    record of that.
    """
    return tuple(found for kind in RECORD_TYPES for found in _of_kind(kind, before, after))


def _of_kind(kind: RecordType, before: Client, after: Client) -> Iterator[Differing]:
    old, new = _by_id(kind, before), _by_id(kind, after)
    for name in sorted(new):
        record, was = new[name], old.get(name)
        if was is not record and was != record:
            yield Differing(was, record)
    for name in sorted(old):
        if name not in new:
            yield Differing(old[name], None)


def _by_id(kind: RecordType, client: Client) -> dict[str, Record]:
    if kind is ChartLook:
        look = client.look
        return {look.id: look} if look != ChartLook() else {}
    return {record.id: record for record in client.every(cast("type[Record]", kind))}
