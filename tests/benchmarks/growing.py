"""Measures how a client's file grows with 10,000 edits, and what forgetting them gives back.

python tests/benchmarks/growing.py FOLDER
"""

from __future__ import annotations

import itertools
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import trees
from figures import tell

from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.workshop import Workshop
from world import clock

if TYPE_CHECKING:
    from mspseat_desktop.storage.document import Document

SEATS = 200
EDITS = 10_000
BETWEEN = timedelta(minutes=3)
"""From one edit to the next: 10,000 of them are some three weeks of work."""
NOTE = "What was said on the phone about the contract and its service levels. "


class Clock:
    """A clock that goes on with each look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time, three minutes after the last one."""
        self._now += BETWEEN
        return self._now


def megabytes(document: Document) -> float:
    """Return the size of the user's file, just published."""
    document.publish()
    assert document.target is not None
    return document.target.stat().st_size / 1e6


def edit(session: Session, count: int) -> None:
    """Rename seats and write notes of some length, in turn."""
    seats = itertools.cycle(list(session.client.chart()))
    for number in range(count):
        seat = next(seats)
        if number % 3:
            session.do(describe_seat(seat, "notes", f"{NOTE * (number % 8)}{number}"))
        else:
            session.do(rename_seat(seat, f"Seat {number}"))


def main(where: str) -> None:
    """Edit one client and tell the size of its file before, after, and without history."""
    folder = Path(where)
    folder.mkdir(parents=True, exist_ok=True)
    document = Workshop(folder / "home", now=clock).new_document(trees.records(SEATS)).document
    document.set_target(folder / "Growing.mspseat")
    loaded = document.file.load()
    session = Session(loaded.client, document.file, clock=Clock())
    tell("file_before_edits_mb", [megabytes(document)], seats=SEATS)
    edit(session, EDITS)
    tell("file_after_10000_edits_mb", [megabytes(document)], seats=SEATS)
    tell("steps_after_10000_edits", [float(len(document.file.load().steps))], seats=SEATS)
    session.forget()
    tell("file_without_history_mb", [megabytes(document)], seats=SEATS)
    document.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
