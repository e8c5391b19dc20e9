"""What a client file holds, read as a whole."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mspseat_desktop.domain.client import Client
from mspseat_desktop.storage.codec import damaged
from mspseat_desktop.storage.engine import rows
from mspseat_desktop.storage.history import read_steps
from mspseat_desktop.storage.rows import all_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

    from mspseat_desktop.domain.change import Step
    from mspseat_desktop.domain.vocabulary import BlobHash

MANY = 5_000
"""Objects made while a client is loaded, from which on the collector is spared them."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that a client file holds: the snapshot, and its history with the oldest step first.

    `pictures` are those for printed pages, by hash; only where the file is closed again at once.
    `made_by` is the version of a newer program that wrote the file; it is only shown then.
    """

    client: Client
    steps: tuple[Step, ...]
    pictures: Mapping[BlobHash, bytes] = field(default_factory=dict)
    made_by: str | None = None


def load(db: Database) -> Loaded:
    """Return what the database holds; raise FileProblem("damaged") when it makes no sense."""
    with _without_collecting():
        return Loaded(Client.of(all_records(db)), read_steps(db))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking all records again and again while they grow.

    Afterwards many of them count as old at once, or its next two rounds would be as long as a frame
    each. Of few that is not worth it: whatever else is left over just then has to wait as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            is_worth_it = gc.get_count()[0] > MANY
            if is_worth_it and not gc.get_freeze_count():  # what is set apart stays apart
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def edits_in(db: Database) -> int:
    """Return how many transactions have been written to this client since it was made."""
    found = rows(db, "SELECT value FROM meta WHERE key = 'edits'")
    text = str(found[0][0]) if found else ""
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise damaged("no count of edits")
    return int(text)
