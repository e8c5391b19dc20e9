"""The bridge: the session as the windows see it, with what they share while a client is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.what_was_chosen import WhatWasChosen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from mspseat_desktop.domain.change import Step
    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import BlobHash, ChartId
    from mspseat_desktop.editing.charts import Charts
    from mspseat_desktop.editing.session import News, Session
    from mspseat_desktop.ui.widgets.handover import Flushable, PendingFields


class Bridge(QObject):
    """An open client for the windows: one place to edit, to listen and to share a selection.

    `charts_changed` tells that a chart was kept, renamed or dropped, `chart_shown` carries the
    KeptChart that is shown from now on: views are built anew for it.
    `changed` carries News after each edit, undo and redo; `trouble` a Refused or FileProblem that
    the main window puts into words; `selected` a SeatId or None. `chosen_changed` is sent when
    other seats are chosen beside the selected one.
    """

    changed = Signal(object)
    trouble = Signal(object)
    selected = Signal(object)
    chosen_changed = Signal()
    ratings_hidden_changed = Signal(bool)
    charts_changed = Signal(object)
    chart_shown = Signal(object)

    def __init__(
        self,
        session: Session,
        *,
        pending: PendingFields,
        new_id: Callable[[], str],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        """Open on a session; `new_id` makes record ids, `today` gives the reader's own date."""
        super().__init__(parent)
        self._session = session
        self.pending = pending
        self.new_id = new_id
        self.today = today
        self._selection: SeatId | None = None
        self._told: SeatId | None = None
        self._others: tuple[SeatId, ...] = ()
        self._was = WhatWasChosen()
        self._chosen_until: tuple[tuple[SeatId, ...], Client] = ((), session.client)
        self._ratings_hidden = True
        session.subscribe(self._hear)

    @property
    def client(self) -> Client:
        """The snapshot as it is now."""
        return self._session.client

    @property
    def on(self) -> str:
        """Today as ISO 8601 text, the way records keep dates."""
        return self.today().isoformat()

    def do(self, edit: Edit, *, source: Flushable | None = None) -> bool:
        """Run the edit; return whether it was done, also when there was nothing to change.

        What other fields than `source` hold is handed over first. A refusal or a file problem is
        told through `trouble`.
        """
        self.pending.flush_all(source)
        self._chosen_until = self.chosen, self.client
        try:
            self._session.do(edit)
        except (Refused, FileProblem) as problem:
            self.trouble.emit(problem)
            return False
        return True

    def is_kept_as_it_is(self) -> bool:
        """Return whether the chart shown is a version, where nothing can change; then say so.

        To be asked before something is begun that would only be refused at its end.
        """
        is_version = self.charts.shown.kind == "version"
        if is_version:
            self.trouble.emit(Refused("version-is-shown"))
        return is_version

    def forget(
        self, edit: Edit | None = None, *, reword: Callable[[str], str] | None = None
    ) -> bool:
        """Empty the history for good, with an edit that can not be taken back; as `do` does."""
        self.pending.flush_all()
        try:
            self._session.forget(edit, reword=reword)
        except (Refused, FileProblem) as problem:
            self.trouble.emit(problem)
            return False
        return True

    @property
    def steps_kept(self) -> int:
        """How many steps the history has, those of kept charts included."""
        return len(self._session.steps())

    def keep_picture(self, source: Path | bytes) -> BlobHash:
        """Make a foreign picture small and clean, keep it, and return its hash for an edit.

        Raises ImportProblem for what is no fit picture and FileProblem when the file can not take
        it; `ui.pictures.picture_trouble` has the sentence for the field.
        """
        from mspseat_desktop.exchange.pictures import clean_picture  # noqa: PLC0415 - rarely used

        return self._session.keep_picture(clean_picture(source))

    def picture(self, name: BlobHash) -> bytes | None:
        """Return the PNG or JPEG of that hash, None when there is none to show."""
        try:
            return self._session.picture(name)
        except FileProblem:
            return None

    def keep_file(self, source: Path) -> BlobHash:
        """Keep a small file as it is and return its hash for an edit.

        Raises ImportProblem for what can not be read and FileProblem for what can not be kept.
        """
        from mspseat_desktop.exchange.source_file import source_bytes  # noqa: PLC0415 - rarely used
        from mspseat_desktop.storage.blobs import LARGEST  # noqa: PLC0415 - same

        return self._session.keep_file(source_bytes(source, largest=LARGEST))

    def attached(self, name: BlobHash) -> bytes | None:
        """Return the attached file of that hash, None when there is none to give out."""
        try:
            return self._session.attached(name)
        except FileProblem:
            return None

    @property
    def charts(self) -> Charts:
        """The chart that is shown and those that are kept, to ask about."""
        return self._session.charts

    def show_chart(self, chart: ChartId) -> bool:
        """Show another chart of the client; return whether it is shown."""
        return self._with_charts(lambda: self.charts.open(chart))

    def keep_chart(self, chart: KeptChart) -> bool:
        """Keep a copy of the chart that is shown; return whether it is kept."""
        return self._with_charts(lambda: self.charts.keep(chart), alters=True)

    def rename_chart(self, chart: KeptChart) -> bool:
        """Give a kept chart another name and note; return whether it has them."""
        return self._with_charts(lambda: self.charts.rename(chart), alters=True)

    def drop_chart(self, chart: ChartId) -> bool:
        """Delete a kept chart for good; return whether it is gone."""
        return self._with_charts(lambda: self.charts.drop(chart), alters=True)

    def _with_charts(self, act: Callable[[], None], *, alters: bool = False) -> bool:
        self.pending.flush_all()
        before = self.charts.shown
        try:
            act()
        except (Refused, FileProblem) as problem:
            self.trouble.emit(problem)
            return False
        if alters:
            self.charts_changed.emit(None)
        if self.charts.shown != before:
            self.chart_shown.emit(self.charts.shown)
            self._tell_selection()
        return True

    def undo(self) -> News | None:
        """Take the newest edit back; None when there is none or the file can not be written."""
        self.pending.flush_all()
        return self._travel(self._session.undo)

    def redo(self) -> News | None:
        """Do again what was taken back; None when there is nothing or the file refuses."""
        self.pending.flush_all()
        return self._travel(self._session.redo)

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back, for the menu."""
        return self._session.undo_step()

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again, for the menu."""
        return self._session.redo_step()

    def seal(self, review: str | None = None) -> None:
        """Put a finished review out of undo's reach because it has left the program."""
        self.pending.flush_all()
        try:
            self._session.seal(review)
        except FileProblem as problem:
            self.trouble.emit(problem)

    @property
    def selection(self) -> SeatId | None:
        """The selected seat, if it is still in the chart."""
        if self._selection is not None and not self.client.has(Seat, self._selection):
            return None
        return self._selection

    def select(self, seat: SeatId | None) -> None:
        """Select a seat in every view, or none; no other stays chosen beside it."""
        self._choose(seat, ())

    @property
    def chosen(self) -> tuple[SeatId, ...]:
        """The selected seat and those chosen beside it, as far as they are in the chart."""
        first, client = self.selection, self.client
        others = (s for s in self._others if client.has(Seat, s) and not client.seat(s).closed_on)
        return () if first is None else (first, *others)

    def choose(self, seats: Sequence[SeatId]) -> None:
        """Choose several seats; the first one is the selected seat of every view."""
        self._choose(seats[0] if seats else None, tuple(dict.fromkeys(seats))[1:])

    def toggle(self, seat: SeatId) -> None:
        """Choose a seat beside the others, or take it out; the last one chosen is selected."""
        now = self.chosen
        self.choose([s for s in now if s != seat] if seat in now else [seat, *now])

    def _choose(self, seat: SeatId | None, others: tuple[SeatId, ...]) -> None:
        if seat != self._selection:
            self.pending.flush_all()
            self._selection = seat
            self._tell_selection()
        if others != self._others:
            self._others = others
            self.chosen_changed.emit()

    @property
    def ratings_hidden(self) -> bool:
        """Whether every rating, mark and outcome is hidden in every view."""
        return self._ratings_hidden

    def hide_ratings(self, *, hidden: bool) -> None:
        """Hide every rating, mark and outcome, or show them."""
        if hidden != self._ratings_hidden:
            self._ratings_hidden = hidden
            self.ratings_hidden_changed.emit(hidden)

    def _hear(self, news: News) -> None:
        chosen = self._was.follow(news, *self._chosen_until)
        others = self._others
        if chosen is not None:
            self._selection, self._others = chosen[0] if chosen else None, chosen[1:]
        self.changed.emit(news)
        self._tell_selection()
        if others != self._others:
            self.chosen_changed.emit()

    def _tell_selection(self) -> None:
        """Tell of another selection, also when an edit took the selected seat out or back in."""
        now = self.selection
        if now != self._told:
            self._told = now
            self.selected.emit(now)

    def _travel(self, way: Callable[[], News | None]) -> News | None:
        self._chosen_until = self.chosen, self.client
        try:
            return way()
        except FileProblem as problem:
            self.trouble.emit(problem)
            return None
