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
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from mspseat_desktop.editing.charts import Charts
from mspseat_desktop.editing.ground import Ground
from mspseat_desktop.editing.history import History, is_aside, merged

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.editing.charts import ChartKeeper

FINISH = "finish-review"
"""The edit that undo does not cross once the review has left the program."""
FORGET_HISTORY = "forget-history"
"""What the step is called that says that there are none any more."""


class Keeper(Protocol):
    """What keeps changes: an open client file."""

    @property
    def charts(self) -> ChartKeeper:
        """What keeps charts beside the current one."""

    def write(
        self,
        change: Change,
        *,
        steps: Sequence[Step] = (),
        dropped: Sequence[int] = (),
        chart: ChartId = CURRENT_CHART,
    ) -> None:
        """Keep the change and its history in one transaction; raise FileProblem if it can not.

        What is a chart's own goes into `chart`.
        """

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
    """What the views hear after each edit, undo or redo.

    `stays` says that an undo left a person or function where it is because another chart names it.
    """

    change: Change
    client: Client
    cause: Literal["do", "undo", "redo"]
    step: Step
    skipped_sealed: bool = False
    stays: bool = False


Listener: TypeAlias = Callable[[News], None]


class Session:
    """One open client: its snapshot, its file and its history; `charts` are what it keeps."""

    def __init__(
        self,
        client: Client,
        keeper: Keeper,
        *,
        steps: Sequence[Step] = (),
        clock: Callable[[], datetime],
    ) -> None:
        """Open on a loaded snapshot; `clock` gives the time in UTC."""
        self._ground = Ground(client)
        self._keeper = keeper
        self._clock = clock
        self._history = History(steps)
        self._listeners: list[Listener] = []
        self.charts = Charts(
            lambda: keeper.charts,
            ground=lambda: self._ground,
            stand_on=self._stand_on,
            dropped=self._drop_line,
        )
        self.seal()

    @property
    def client(self) -> Client:
        """The snapshot as it is now, with the chart that is shown."""
        return self._ground.shown

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
        work = Revision(self.client)
        edit.run(work)
        change = work.change()
        if not change:
            return change
        after, change = self._ground.after(work.client, change, self._naming)
        chart = after.chart.id
        step = Step(
            number=self._history.next_number(),
            name=edit.name,
            params=dict(edit.params),
            change=change,
            at=self._clock().isoformat(timespec="seconds"),
            merge_key=edit.merge_key,
            chart=chart,
        )
        last = self._history.last(chart)
        if last and not last.sealed and edit.merge_key == last.merge_key != "":
            step = merged(last, step)
        if step.change:
            dropped = () if is_aside(step) else self._history.undone(chart)
            self._keeper.write(change, steps=(step,), dropped=dropped, chart=chart)
            self._history.put(step)
        else:
            # It came to nothing, so what was undone before can be done again.
            dropped = (step.number,)
            self._keeper.write(change, dropped=dropped, chart=chart)
        self._history.drop(dropped)
        self._ground = after
        self._tell(News(change, self.client, "do", step))
        return change

    def forget(
        self, edit: Edit | None = None, *, reword: Callable[[str], str] | None = None
    ) -> Change:
        """Empty the history, together with an edit that nobody can take back; return its change.

        One transaction; `reword` is applied to the words of kept charts as well. Raises as `do`
        does, and then nothing has changed; Refused("forget-in-kept-chart") with one shown.
        """
        if not self._ground.chart.is_current:
            raise Refused("forget-in-kept-chart")
        work = Revision(self.client)
        if edit is not None:
            edit.run(work)
        change = work.change()
        rules.check(work.client, change, forgets=True)
        self._keeper.forget(change, reword=reword)
        self._history = History()
        self._ground = Ground(work.client)
        name = edit.name if edit is not None else FORGET_HISTORY
        at = self._clock().isoformat(timespec="seconds")
        self._tell(News(change, self.client, "do", Step(0, name, {}, change, at)))
        return change

    def undo(self) -> News | None:
        """Take the newest step back and return what happened; None when there is none.

        Undo and redo go along the line of the chart that is shown.
        """
        for step in self._history.undoable(self.charts.shown.id):
            reached = self._ground.reached(step.change.inverse(), self._naming)
            if reached is not None:
                return self._travel(reached, replace(step, undone=True), cause="undo")
        return None

    def redo(self) -> News | None:
        """Do the step that was taken back last again; None when there is none."""
        step = self._history.redoable(self.charts.shown.id)
        reached = self._ground.reached(step.change, self._naming) if step else None
        if step is None or reached is None:
            return None
        return self._travel(reached, replace(step, undone=False), cause="redo")

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back, for the menu.

        A look whether it fits is only needed behind a sealed one or behind other charts' steps.
        """
        for step in self._history.undoable(self.charts.shown.id):
            if not self._history.needs_look(step) or self._fits(step.change.inverse()):
                return step
        return None

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again, for the menu."""
        step = self._history.redoable(self.charts.shown.id)
        if step and self._history.needs_look(step) and not self._fits(step.change):
            return None
        return step

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

    def _fits(self, change: Change) -> bool:
        return self._ground.reached(change, self._naming) is not None

    def _naming(self, ids: Collection[str]) -> Mapping[str, frozenset[ChartId]]:
        return self._keeper.charts.naming(ids)

    def _drop_line(self, chart: ChartId) -> None:
        self._history.drop_chart(chart)

    def _stand_on(self, ground: Ground) -> None:
        self._ground = ground

    def _travel(
        self, reached: tuple[Ground, Change], step: Step, *, cause: Literal["undo", "redo"]
    ) -> News:
        after, change = reached
        skipped = cause == "undo" and self._history.skips_sealed(step)
        aside = self._history.aside(step.chart)
        if cause == "undo" and aside is not None and aside.number == step.number:
            # Kept, it would stand in the way of those undone before it.
            self._keeper.write(change, dropped=(step.number,), chart=after.chart.id)
            self._history.drop((step.number,))
        else:
            self._keeper.write(change, steps=(step,), chart=after.chart.id)
            self._history.put(step)
        self._ground = after
        stays = cause == "undo" and len(change.touches) < len(step.change.touches)
        news = News(change, self.client, cause, step, skipped, stays)
        self._tell(news)
        return news

    def _tell(self, news: News) -> None:
        for listener in tuple(self._listeners):
            listener(news)
