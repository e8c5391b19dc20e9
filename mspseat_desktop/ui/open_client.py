"""An open client with its publishing: the user's file follows the edits, in a worker thread."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.cadence import Cadence
from mspseat_desktop.ui.status_line import Kept
from mspseat_desktop.ui.widgets import PendingFields
from mspseat_desktop.ui.worker import Worker
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from mspseat_desktop.storage.document import Document
    from mspseat_desktop.storage.keys import Key
    from mspseat_desktop.storage.opened import Opened
    from mspseat_desktop.storage.rotation import Cause
    from mspseat_desktop.ui.desk import Desk

Result = TypeVar("Result")
PATIENCE = 10.0
"""Seconds after which a drive that does not answer is said to do so."""
_ASKED_ABOUT = frozenset({"changed-outside", "target-gone", "taken-over", "read-only"})
"""Codes of what does not mend itself: only the user can."""


class OpenClient(QObject):
    """One client while it is open.

    `kept_changed` carries Kept: where the work is now; `stopped` the FileProblem of a publishing
    that only the user can mend, once for each time that it begins; `backup_failed` the first
    FileProblem that kept a backup from being taken.
    """

    kept_changed = Signal(object)
    stopped = Signal(object)
    backup_failed = Signal(object)
    _published = Signal(object)
    _backed_up = Signal(object, object)
    _done = Signal(object, object)

    def __init__(
        self,
        opened: Opened,
        desk: Desk,
        *,
        cadence: Cadence | None = None,
        clock: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        """Publish as the cadence says, by a clock in seconds that nobody can set."""
        super().__init__()
        self.document: Document = opened.document
        self.is_sample = False
        session = Session(
            opened.loaded.client,
            self.document.file,
            steps=opened.loaded.steps,
            clock=desk.clock,
        )
        self.bridge = Bridge(
            session,
            pending=PendingFields(),
            new_id=desk.new_id,
            today=desk.today,
            parent=self,
        )
        self._cadence = cadence or Cadence()
        self._clock = clock
        self._patience = patience
        self._worker = Worker("publish")
        self._running: Future[None] | None = None
        self._again = False
        self._problem: FileProblem | None = None
        self._next = self._timer(self.tick)
        self._slow = self._timer(self._say_still_trying)
        self._is_closed = False
        self._told_of_backups = False
        self._published.connect(self._hear_worker)
        self._backed_up.connect(self._hear_backup)
        self._done.connect(lambda future, hear: hear(future))
        self.bridge.changed.connect(self._hear_edit)
        self.bridge.charts_changed.connect(self._hear_edit)
        self._kept = self._look()
        if self.document.target is not None and self.document.has_unpublished:
            self._cadence.edited(self._clock())
            self._wait_for_next()

    @property
    def kept(self) -> Kept:
        """Where the work is now."""
        return self._kept

    @property
    def target(self) -> Path | None:
        """The user's file, or None before it has a place."""
        return self.document.target

    @property
    def problem(self) -> FileProblem | None:
        """Why the work is not in the user's file, or None."""
        return self._problem

    def tick(self) -> None:
        """Publish when it is time to, else wait on; the timer calls it."""
        due = self._cadence.due
        if due is None:
            return
        if due <= self._clock():
            self.publish()
        else:
            self._wait_for_next()

    def publish(self) -> None:
        """Bring the user's file up to date in the background; nothing happens without a target."""
        self._next.stop()
        if self.target is None:
            self._cadence.rest()
            return
        if self._running is not None:
            self._again = True
            return
        self._cadence.began(self._clock())
        self._slow.start(round(self._patience * 1000))
        self._running = self._worker.submit(self.document.publish)
        self._running.add_done_callback(self._sends(self._published.emit))

    def publish_soon(self) -> None:
        """Publish now in the background what the file does not have, what is typed included."""
        self.bridge.pending.flush_all()
        if self.target is not None and self.document.has_unpublished:
            self.publish()

    def publish_now(self, *, seconds: float | None = None) -> FileProblem | None:
        """Bring the user's file up to date and wait; return why it could not be, or None.

        After so many seconds, `patience` by default, that is "still-trying", and the work goes on
        in the background.
        """
        self.bridge.pending.flush_all()
        self._next.stop()
        end = self._clock() + (self._patience if seconds is None else seconds)
        if self.target is None:
            return None
        if not self._is_idle(end):
            return self._late(FileProblem("still-trying", name=self.target.name))
        self._running = None
        self._cadence.began(self._clock())
        trying = self._worker.submit(self.document.publish)
        self._running = trying
        if not self._is_idle(end):
            trying.add_done_callback(self._sends(self._published.emit))
            return self._late(FileProblem("still-trying", name=self.target.name))
        self._running = None
        return self._settle(trying)

    def change_key(self, key: Key | None) -> None:
        """Protect the client with another key, or with none, and bring that to the user's file.

        Its backups follow in the background. Raises FileProblem; everything is as it was then.
        """
        self.bridge.pending.flush_all()
        old = self._worker.submit(self.document.change_own_key, key).result()
        self.publish_now()
        self._worker.submit(self.document.change_key_of_backups, old)
        self._tell()

    def is_published(self) -> bool:
        """Return whether the user's file holds every edit; False when the drive does not say."""
        if self.target is None or self.document.has_unpublished:
            return False
        asked = self._worker.submit(self.document.is_published)
        try:
            return asked.result(self._patience)
        except TimeoutError:
            return False

    def do_in_turn(self, job: Callable[[], Result]) -> Result:
        """Do a job on files after those that are under way, and wait for what it returns."""
        return self._worker.submit(job).result()

    def back_up(self, cause: Cause, *, then: Callable[[], object] = lambda: None) -> None:
        """Take a backup in the background; call `then` after, also when there was no room."""
        future = self._worker.submit(self.document.back_up, cause)
        future.add_done_callback(self._sends(lambda done: self._backed_up.emit(done, then)))

    def in_background(self, job: Callable[[], Result], *, then: Callable[[Result], object]) -> None:
        """Do a job on files in the background; `then` gets its result while the client is open."""

        def hear(future: Future[Result]) -> None:
            if not self._is_closed and future.exception() is None:
                then(future.result())

        future = self._worker.submit(job)
        future.add_done_callback(self._sends(lambda done: self._done.emit(done, hear)))

    def close(self, *, discard: bool = False) -> None:
        """Close the client's file; what is not published waits in the working copy.

        Where a drive does not answer, that happens when it does, or at the next start.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self._next.stop()
        self._slow.stop()
        self._cadence.rest()
        self._running = None
        closing = self._worker.submit(self.document.close, discard=discard)
        if self._worker.finish(self._patience):
            closing.result()

    def look_again(self) -> None:
        """Say anew where the work is, after the target was chosen or moved."""
        self._problem = None
        self._tell()

    def _is_idle(self, end: float) -> bool:
        """Wait for the publishing under way until that time; return whether it is over."""
        running = self._running
        self._again = False
        if running is None:
            return True
        try:
            running.exception(max(0.0, end - self._clock()))
        except TimeoutError:
            return False
        return True

    def _late(self, problem: FileProblem) -> FileProblem:
        self._problem = problem
        self._tell()
        return problem

    def _say_still_trying(self) -> None:
        if self._running is not None and self.target is not None:
            self._late(FileProblem("still-trying", name=self.target.name))

    def _timer(self, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    def _wait_for_next(self) -> None:
        due = self._cadence.due
        if due is not None:
            self._next.start(max(0, round((due - self._clock()) * 1000)))

    def _sends(self, send: Callable[[Future[Result]], object]) -> Callable[[Future[Result]], None]:
        """Return what tells the window of a job that is done, as long as there is one to tell."""

        def tell(future: Future[Result]) -> None:
            if isValid(self):
                send(future)

        return tell

    def _hear_edit(self, _news: object) -> None:
        if self.target is not None:
            self._cadence.edited(self._clock())
            if not self._next.isActive():
                self._wait_for_next()
        self._tell()

    def _hear_worker(self, future: Future[None]) -> None:
        if future is not self._running:
            return
        self._running = None
        self._settle(future)
        if self._again:
            self._again = False
            self.publish()

    def _settle(self, future: Future[None]) -> FileProblem | None:
        """Take note of how a publishing went; a fault that is ours is raised."""
        self._slow.stop()
        failed = future.exception()
        if failed is not None and not isinstance(failed, FileProblem):
            raise failed
        known, self._problem = self._problem, failed
        self._tell()
        if failed is None:
            self.back_up("published")
        elif failed.code not in _ASKED_ABOUT:
            self._cadence.failed(self._clock())
            self._wait_for_next()
        elif known is None or known.code != failed.code:
            self.stopped.emit(failed)
        return failed

    def _hear_backup(self, future: Future[None], then: Callable[[], object]) -> None:
        if self._is_closed:
            return
        failed = future.exception()
        if failed is not None and not isinstance(failed, FileProblem):
            raise failed
        then()
        if failed is not None and not self._told_of_backups:
            self._told_of_backups = True
            self.backup_failed.emit(failed)

    def _tell(self) -> None:
        kept = self._look()
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit(kept)

    def _look(self) -> Kept:
        if self.document.only_shown is not None:
            return Kept("shown", self.target)
        if self.target is None:
            return Kept("laptop")
        if self._problem is not None:
            return Kept("late", self.target, problem_text(self._problem.code, self._problem.params))
        if self.document.has_unpublished:
            return Kept("laptop", self.target)
        return Kept("file", self.target)
