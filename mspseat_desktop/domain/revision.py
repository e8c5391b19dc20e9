"""An edit at work: the snapshot as it becomes, noting each record that it touches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mspseat_desktop.domain.change import Change, Touch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Record, RecordType


class Revision:
    """A snapshot under change; edits read `client` and write with `put` and `remove`."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._touches: dict[tuple[RecordType, str], Touch] = {}

    def put(self, record: Record) -> None:
        """Add the record, or replace the one with its id."""
        before = self.client.find(type(record), record.id)
        if before != record:
            self._touch(Touch(before, record))

    def remove(self, record: Record) -> None:
        """Take the record out; nothing happens when it is not there."""
        before = self.client.find(type(record), record.id)
        if before is not None:
            self._touch(Touch(before, None))

    def _touch(self, touch: Touch) -> None:
        self.client = self.client.with_touch(touch)
        first = self._touches.get(touch.key)
        self._touches[touch.key] = Touch(first.before, touch.after) if first else touch

    def change(self) -> Change:
        """Return what has been touched so far, without what came back to where it was."""
        return Change(tuple(t for t in self._touches.values() if t.before != t.after))


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing a user does: a code and the client's words for its name, and what it does.

    `run` works on a revision and raises Refused when a rule does not allow it. Edits with the
    same non-empty `merge_key` that follow each other are one step of the history. One with a key
    that begins with ASIDE leaves what was undone where it is: it may come to nothing.
    """

    name: str
    run: Callable[[Revision], None]
    params: Mapping[str, str] = field(default_factory=dict)
    merge_key: str = ""


def both(name: str, *edits: Edit, params: Mapping[str, str] | None = None) -> Edit:
    """Return one edit, one step of the history, that does all of these in order."""

    def run(work: Revision) -> None:
        for edit in edits:
            edit.run(work)

    return Edit(name, run, params or {})
