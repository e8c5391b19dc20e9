"""Measures how a client is kept: edits beside the disk's own sync, publishing, foreign files.

    python tests/benchmarks/storing.py FOLDER [counted]

Under the fault lab's shim, the syncs of an edit can be counted as well.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import busy
import trees
from figures import tell

from faults.shim import Shim, read_log
from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.storage.workshop import Workshop
from world import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mspseat_desktop.domain.records import Record
    from mspseat_desktop.storage.document import Document

SEATS, REVIEWS = 160, 4
"""A client whose file is about 5 MB."""
PLAIN_SEATS = 1_000
"""A client of seats, responsibilities and people without any review."""
EDITS = 200
PUBLISHES = 12
FOREIGN = 10
COUNTED = 20
PAUSE = 0.01
"""Seconds between two edits while a client is published; nobody's hands are faster."""


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long it takes."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


class Editor:
    """Edits one client, as the program does, by one small change with its step."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._seat = next(iter(document.file.load().client.every(Seat)))
        self._number = 0

    def edit(self) -> float:
        """Rename a seat and return the milliseconds until that is acknowledged."""
        self._number += 1
        renamed = replace(self._seat, title=f"title {self._number}")
        change = Change((Touch(self._seat, renamed),))
        step = Step(self._number, "rename", {}, change, "2026-11-23T09:00:00+00:00")
        self._seat = renamed
        return milliseconds(lambda: self.document.file.write(change, steps=(step,)))


def measure_edits(editor: Editor, folder: Path) -> None:
    """Hold each edit against a sync of the same disk just before it."""
    handle = os.open(folder / "raw", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(handle, bytes(1 << 20), 0)
    os.fsync(handle)
    sync = getattr(os, "fdatasync", os.fsync)

    def write() -> None:
        os.pwrite(handle, b"x" * 4096, 0)
        sync(handle)

    raw, edits = [], []
    for _ in range(EDITS):
        raw.append(milliseconds(write))
        edits.append(editor.edit())
    os.close(handle)
    tell("edit_acknowledged_ms", edits, seats=SEATS)
    middle = sorted(raw)[len(raw) // 2]
    tell("edit_over_raw_sync", [spent / middle for spent in edits], seats=SEATS)


def measure_publishing(editor: Editor) -> None:
    """Publish in a worker while edits go on, and again while nobody edits."""
    document, work, thread_time = editor.document, [], []

    def publish() -> None:
        begin, began = time.perf_counter(), time.thread_time()
        document.publish()
        work.append((time.perf_counter() - begin) * 1000)
        thread_time.append((time.thread_time() - began) * 1000)

    for _ in range(PUBLISHES):
        editor.edit()
        with in_worker(publish):
            pass
    tell("publish_file_mb", [document.target.stat().st_size / 1e6], seats=SEATS)
    tell("publish_work_ms", work, seats=SEATS)
    tell("publish_computing_ms", thread_time, seats=SEATS)
    longest, alone = [], []
    for _ in range(PUBLISHES):
        alone.append(max(_edits_until(lambda: False, editor, at_least=15)))
        with in_worker(publish) as is_running:
            longest.append(max(_edits_until(is_running, editor)))
    tell("longest_edit_alone_ms", alone, seats=SEATS)
    tell("longest_edit_while_publishing_ms", longest, seats=SEATS)


def _edits_until(is_running: Callable[[], bool], editor: Editor, at_least: int = 1) -> list[float]:
    spent: list[float] = []
    while is_running() or len(spent) < at_least:
        spent.append(editor.edit())
        time.sleep(PAUSE)
    return spent


@contextmanager
def in_worker(act: Callable[[], object]) -> Iterator[Callable[[], bool]]:
    """Do something in a thread and yield what tells whether it is at work."""
    worker = threading.Thread(target=act)
    worker.start()
    yield worker.is_alive
    worker.join()


def measure_foreign(path: Path, folder: Path, records: int, *, kind: str = "") -> None:
    """Take in a file from outside, checks and all."""
    spent = []
    for number in range(FOREIGN):
        private = folder / f"private-{number}.sqlite"
        spent.append(milliseconds(lambda private=private: take_in(path, private)))
        private.unlink()
    figure = f"foreign_file{kind}_per_thousand_records_ms"
    tell(figure, [s * 1000 / records for s in spent], seats=SEATS)


def count_syncs(editor: Editor, home: Path, log: Path) -> None:
    """Count what each edit asks of the disk."""
    shim, syncs, written = Shim(), [], []
    for _ in range(COUNTED):
        shim.watch(home, log, everything=True)
        editor.edit()
        shim.watch(home)
        done = list(read_log(log))
        syncs.append(float(sum(one.kind in "SD" for one in done)))
        written.append(sum(len(one.data) for one in done if one.kind == "W") / 1024)
    tell("syncs_per_edit", syncs, seats=SEATS)
    tell("written_per_edit_kb", written, seats=SEATS)


def main(where: str, counted: str = "") -> None:
    """Measure everything on one client."""
    folder = Path(where)
    folder.mkdir(parents=True, exist_ok=True)
    records = list(busy.records(SEATS, reviews=REVIEWS))
    home, target = folder / "home", folder / "documents" / "Busy.mspseat"
    target.parent.mkdir()
    if counted:
        Shim().watch(home)  # it knows only files that it has seen being opened
    document = Workshop(home, now=clock).new_document(records).document
    document.set_target(target)
    document.publish()
    editor = Editor(document)
    measure_edits(editor, home)
    if counted:
        count_syncs(editor, home, folder / "log")
    measure_publishing(editor)
    measure_foreign(target, folder, counted_records(records), kind="_with_reviews")
    document.close()
    plain = list(trees.records(PLAIN_SEATS))
    measure_foreign(published(plain, home, folder / "plain.mspseat"), folder, len(plain))
    shutil.rmtree(folder)


def counted_records(records: list[Record]) -> int:
    """Return how many records there are, the answers in finished reviews among them."""
    return len(records) + sum(len(r.answers) for r in records if isinstance(r, Review))


def published(records: list[Record], home: Path, target: Path) -> Path:
    """Write a client file of the records and return its path."""
    document = Workshop(home, now=clock).new_document(records).document
    document.set_target(target)
    document.publish()
    document.close()
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
