"""The session: an open client and the one way in which an edit travels.

An edit makes the next snapshot and its change; the rules look at it; the file takes change and
history in one transaction; only then is the snapshot the session's own and the views are told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.change import Change, Step
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.editing.history import History, merged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import BlobHash

FINISH = "finish-review"
"""The edit that undo does not cross once the review has left the program."""
FORGET_HISTORY = "forget-history"
"""What the step is called that says that there are none any more."""


class Keeper(Protocol):
    """What keeps changes: an open client file."""

    def write(
        self, change: Change, *, steps: Sequence[Step] = (), dropped: Sequence[int] = ()
    ) -> None:
        """Keep the change and its history in one transaction; raise FileProblem if it can not."""

    def forget(self, change: Change, *, reword: Callable[[str], str] | None = None) -> None:
        """Keep the change and empty the history in one transaction; raise as `write` does."""

    def keep_blob(self, content: bytes) -> BlobHash:
        """Keep a picture and return its hash; raise FileProblem if it can not."""

    def blob(self, name: BlobHash) -> bytes | None:
        """Return the picture, None when there is none that is sound."""

    def keep_file(self, content: bytes) -> BlobHash:
        """Keep an attached file and return its hash; raise FileProblem if it can not."""

    def attached(self, name: BlobHash) -> bytes | None:
        """Return the attached file, None when there is none that is sound."""


@dataclass(frozen=True, slots=True)
class News:
    """What the views hear after each edit, undo or redo."""

    change: Change
    client: Client
    cause: Literal["do", "undo", "redo"]
    step: Step
    skipped_sealed: bool = False


Listener: TypeAlias = Callable[[News], None]


class Session:
    """One open client: its snapshot, its file and its history."""

    def __init__(
        self,
        client: Client,
        keeper: Keeper,
        *,
        steps: Sequence[Step] = (),
        clock: Callable[[], datetime],
    ) -> None:
        """Open on a loaded snapshot; `clock` gives the time in UTC."""
        self._client = client
        self._keeper = keeper
        self._clock = clock
        self._history = History(steps)
        self._listeners: list[Listener] = []
        self.seal()

    @property
    def client(self) -> Client:
        """The snapshot as it is now."""
        return self._client

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each edit; return what ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def do(self, edit: Edit) -> Change:
        """Run the edit and return its change, which is empty when there was nothing to do.

        Raises Refused when a rule does not allow it and FileProblem when the file can not take
        it; in both cases nothing has changed.
        """
        work = Revision(self._client)
        edit.run(work)
        change = work.change()
        if not change:
            return change
        rules.check(work.client, change)
        step = Step(
            number=self._history.next_number(),
            name=edit.name,
            params=dict(edit.params),
            change=change,
            at=self._clock().isoformat(timespec="seconds"),
            merge_key=edit.merge_key,
        )
        dropped = self._history.undone()
        last = self._history.last()
        if last and not dropped and not last.sealed and edit.merge_key == last.merge_key != "":
            step = merged(last, step)
        if step.change:
            self._keeper.write(change, steps=(step,), dropped=dropped)
            self._history.put(step)
        else:
            dropped = (*dropped, step.number)
            self._keeper.write(change, dropped=dropped)
        self._history.drop(dropped)
        self._client = work.client
        self._tell(News(change, self._client, "do", step))
        return change

    def forget(
        self, edit: Edit | None = None, *, reword: Callable[[str], str] | None = None
    ) -> Change:
        """Empty the history, together with an edit that nobody can take back; return its change.

        One transaction; `reword` is applied to the words of kept charts as well. Raises as `do`
        does, and then nothing has changed.
        """
        work = Revision(self._client)
        if edit is not None:
            edit.run(work)
        change = work.change()
        rules.check(work.client, change, forgets=True)
        self._keeper.forget(change, reword=reword)
        self._history = History()
        self._client = work.client
        name = edit.name if edit is not None else FORGET_HISTORY
        at = self._clock().isoformat(timespec="seconds")
        self._tell(News(change, self._client, "do", Step(0, name, {}, change, at)))
        return change

    def undo(self) -> News | None:
        """Take the newest step back and return what happened; None when there is none."""
        for step in self._history.undoable():
            change = step.change.inverse()
            after = self._reached(change)
            if after is not None:
                skipped = self._history.skips_sealed(step)
                taken = replace(step, undone=True)
                return self._travel(after, change, taken, cause="undo", skipped=skipped)
        return None

    def redo(self) -> News | None:
        """Do the step that was taken back last again; None when there is none."""
        step = self._history.redoable()
        after = self._reached(step.change) if step else None
        if step is None or after is None:
            return None
        return self._travel(after, step.change, replace(step, undone=False), cause="redo")

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back, for the menu.

        The newest step always fits; only behind a sealed one is a look needed.
        """
        for step in self._history.undoable():
            if not self._history.skips_sealed(step) or self._reached(step.change.inverse()):
                return step
        return None

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again, for the menu."""
        return self._history.redoable()

    def seal(self, review: str | None = None) -> None:
        """Put finished reviews out of undo's reach: this one, or all of them for None.

        To be called when a review has been printed, saved as PDF or sent, and when the client is
        closed.
        """
        steps = [
            replace(step, sealed=True)
            for step in self._history.unsealed(name=FINISH)
            if review is None or step.params.get("review") == review
        ]
        if steps:
            self._keeper.write(Change(), steps=steps)
            for step in steps:
                self._history.put(step)

    def keep_picture(self, content: bytes) -> BlobHash:
        """Keep a clean picture and return the hash by which an edit names it.

        It is outside snapshot and history, so undo finds it again. Raises FileProblem.
        """
        return self._keeper.keep_blob(content)

    def picture(self, name: BlobHash) -> bytes | None:
        """Return the PNG or JPEG of that hash, None when there is none; raises FileProblem."""
        return self._keeper.blob(name) if name else None

    def keep_file(self, content: bytes) -> BlobHash:
        """Keep an attached file and return the hash by which an edit names it."""
        return self._keeper.keep_file(content)

    def attached(self, name: BlobHash) -> bytes | None:
        """Return the attached file of that hash, None when there is none; raises FileProblem."""
        return self._keeper.attached(name) if name else None

    def steps(self) -> tuple[Step, ...]:
        """Return the whole history, the oldest first."""
        return tuple(self._history)

    def _reached(self, change: Change) -> Client | None:
        """Return the snapshot that a kept change leads to, or None when it no longer fits."""
        for touch in change.touches:
            kind, record_id = touch.key
            if touch.before is None:
                fits = not self._client.has(kind, record_id)
            else:
                fits = self._client.find(type(touch.before), record_id) == touch.before
            if not fits:
                return None
        after = self._client.applied(change)
        try:
            rules.check(after, change)
        except Refused:
            return None
        return after

    def _travel(
        self,
        after: Client,
        change: Change,
        step: Step,
        *,
        cause: Literal["undo", "redo"],
        skipped: bool = False,
    ) -> News:
        self._keeper.write(change, steps=(step,))
        self._history.put(step)
        self._client = after
        news = News(change, after, cause, step, skipped)
        self._tell(news)
        return news

    def _tell(self, news: News) -> None:
        for listener in tuple(self._listeners):
            listener(news)
