"""An open client with its publishing: the user's file follows the edits, in a worker thread."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.status_line import Kept
from mspseat_desktop.ui.widgets import PendingFields
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mspseat_desktop.storage.document import Document
    from mspseat_desktop.storage.rotation import Cause
    from mspseat_desktop.storage.workshop import Opened
    from mspseat_desktop.ui.desk import Desk

PAUSE_MS = 2_000
"""From the last edit to publishing."""
LONGEST_MS = 15_000
"""From the first edit to publishing while edits go on."""


class OpenClient(QObject):
    """One client while it is open.

    `kept_changed` carries Kept: where the work is now; `backup_failed` the first FileProblem that
    kept a backup from being taken.
    """

    kept_changed = Signal(object)
    backup_failed = Signal(object)
    _published = Signal(object)
    _backed_up = Signal(object, object)

    def __init__(
        self,
        opened: Opened,
        desk: Desk,
        *,
        pause_ms: int = PAUSE_MS,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        """Publish `pause_ms` after the last edit, `longest_ms` after the first one at most."""
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
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="publish")
        self._running: Future[None] | None = None
        self._again = False
        self._problem: FileProblem | None = None
        self._pause = self._timer(pause_ms)
        self._longest = self._timer(longest_ms)
        self._is_closed = False
        self._told_of_backups = False
        self._published.connect(self._hear_worker)
        self._backed_up.connect(self._hear_backup)
        self.bridge.changed.connect(self._hear_edit)
        self._kept = self._look()
        if self.document.target is not None and self.document.has_unpublished:
            self._pause.start()

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

    def publish(self) -> None:
        """Bring the user's file up to date in the background; nothing happens without a target."""
        self._pause.stop()
        self._longest.stop()
        if self.target is None:
            return
        if self._running is not None:
            self._again = True
            return
        self._running = self._worker.submit(self.document.publish)
        self._running.add_done_callback(self._published.emit)

    def publish_now(self) -> FileProblem | None:
        """Bring the user's file up to date and wait; return why it could not be, or None."""
        self.bridge.pending.flush_all()
        self._pause.stop()
        self._longest.stop()
        self._wait()
        if self.target is None:
            return None
        self._problem = self._tried()
        self._tell()
        if self._problem is None:
            self.back_up("published")
        return self._problem

    def back_up(self, cause: Cause, *, then: Callable[[], object] = lambda: None) -> None:
        """Take a backup in the background; call `then` after, also when there was no room."""
        future = self._worker.submit(self.document.back_up, cause)
        future.add_done_callback(lambda done: self._backed_up.emit(done, then))

    def close(self, *, discard: bool = False) -> None:
        """Close the client's file; what is not published waits in the working copy."""
        self._pause.stop()
        self._longest.stop()
        self._wait()
        self._is_closed = True
        self._worker.shutdown(wait=True)
        self.document.close(discard=discard)

    def look_again(self) -> None:
        """Say anew where the work is, after the target was chosen or moved."""
        self._problem = None
        self._tell()

    def _tried(self) -> FileProblem | None:
        try:
            self._worker.submit(self.document.publish).result()
        except FileProblem as problem:
            return problem
        return None

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.publish)
        return timer

    def _hear_edit(self, _news: object) -> None:
        if self.target is not None:
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()
        self._tell()

    def _hear_worker(self, future: Future[None]) -> None:
        if future is not self._running:
            return
        self._running = None
        failed = future.exception()
        if failed is not None and not isinstance(failed, FileProblem):
            raise failed
        self._problem = failed
        self._tell()
        if failed is None:
            self.back_up("published")
        if self._again:
            self._again = False
            self.publish()

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

    def _wait(self) -> None:
        running, self._running = self._running, None
        self._again = False
        if running is not None:
            running.exception()

    def _tell(self) -> None:
        kept = self._look()
        if kept != self._kept:
            self._kept = kept
            self.kept_changed.emit(kept)

    def _look(self) -> Kept:
        if self.target is None:
            return Kept("laptop")
        if self._problem is not None:
            return Kept("late", self.target, problem_text(self._problem.code, self._problem.params))
        if self.document.has_unpublished:
            return Kept("laptop", self.target)
        return Kept("file", self.target)
