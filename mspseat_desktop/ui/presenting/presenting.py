"""Takes everything but the chart out of the window, and puts it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.bars import ScrollBar
from mspseat_desktop.ui.chart.painter import TITLE_FROM
from mspseat_desktop.ui.conflicts.banner import Banner
from mspseat_desktop.ui.presenting.caption import HEIGHT, Caption
from mspseat_desktop.ui.presenting.steps import (
    WHOLE,
    Way,
    all_steps,
    folded_for,
    reports_that_hide,
    step_from,
)
from mspseat_desktop.ui.shortcuts.chords import chord_of
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.widgets import Separator
from mspseat_desktop.wording.charts import shown_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.chart.view import ChartView
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

LARGEST = 2.0
"""Cards are shown at most so much larger than life."""
READABLE = 0.75
"""From this zoom on a room reads the cards, so that a whole branch is shown."""
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
}
_ZOOMING = frozenset({"fit", "zoom-100", "zoom-in", "zoom-out"})
_CHANGING = frozenset({QEvent.Type.MouseButtonDblClick, QEvent.Type.ContextMenu})
"""What would rename a seat or open a menu."""


class Presenting(QObject):
    """One presentation of the open client, from its start to its end.

    Keys step through the chart instead of changing it. A step shows its seat with the whole branch
    where that can be read, else with its reports, whose own are folded away; what stands beside it
    steps back. Ratings are hidden until they are asked
    for, and how metrics stand with them; what is worth a look is not the room's business. Nothing
    of this is an edit; how the window looked before comes back at the end. `over` is sent when a
    key asks for that.
    """

    over = Signal()

    def __init__(self, window: MainWindow, view: ClientView) -> None:
        """Begin at once."""
        super().__init__(view)
        self._window, self._view = window, view
        self._bridge = view.chart.bridge
        self._step: SeatId | None = WHOLE
        self._was_rated = not self._bridge.ratings_hidden
        self._selection = self._bridge.selection
        self._place = view.chart.state()
        self._wide = view.chart.width()
        self._state = window.windowState()
        self._page = view.page
        self._had_map = self._chart.overview.is_wanted
        self._folded = frozenset(self._chart.folding.folded)
        self._bright, self._marked = self._chart.frame.bright, self._chart.overlay.marked
        self._hidden = [part for part in self._parts() if not part.isHidden()]
        self.caption = Caption(window.theme, self._chart)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._show)
        self._begin()

    @property
    def step(self) -> SeatId | None:
        """The seat whose branch is on show, None for the whole chart."""
        return self._step

    @property
    def _chart(self) -> ChartView:
        return self._view.chart

    def go(self, way: Way) -> None:
        """Show the part of the chart that a key leads to."""
        client = self._bridge.client
        if self._step is not None and not client.has(Seat, self._step):
            self._step = WHOLE
        self._step = step_from(client, self._step, way)
        self._show()

    def end(self) -> None:
        """Bring back how the window looked before."""
        chart = self._chart
        chart.removeEventFilter(self)
        self._again.stop()
        self._bridge.changed.disconnect(self._hear)
        self.caption.hide()
        self.caption.deleteLater()
        self._window.setWindowState(self._state)
        self._put_banner_by(on=False)
        for part in self._hidden:
            part.show()
        self._bridge.hide_ratings(hidden=not self._was_rated)
        chart.show_looks(self._view.watcher.count_of)
        chart.show_figures(shown=True)
        chart.overview.want(wanted=self._had_map)
        self._want_edges(wanted=True)
        chart.folding.show_folded(self._folded)
        chart.frame.bright, chart.overlay.marked = self._bright, self._marked
        self._view.notices.keep_free(0)
        self._view.notices.bring_back()
        self._view.show_page(self._page)
        self._bridge.select(self._selection)
        # The canvas keeps its middle when it gets its size back, which a desktop may do later.
        wider = (chart.width() - self._wide) / 2 / self._place.zoom
        chart.restore(replace(self._place, x=self._place.x - wider))
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys lead through the chart; what would change it does nothing here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the menus: the key comes here instead
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            return self._click(event)
        if event.type() == QEvent.Type.Resize:
            self._again.start()  # the canvas itself has not heard of it yet
        return event.type() in _CHANGING or super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Go where the key leads; let only those for zooming through to the chart."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        doing = keymap().means(chord_of(event))
        if key == Qt.Key.Key_Escape or doing == "present":
            self.over.emit()
        elif key in _WAYS and not held:
            self.go(_WAYS[key])
        elif doing == "hide-ratings":
            hidden = not self._bridge.ratings_hidden
            self._bridge.hide_ratings(hidden=hidden)
            self._chart.show_figures(shown=not hidden)
            self._show()
        return doing not in _ZOOMING

    def _click(self, event: QMouseEvent) -> bool:
        """Show the branch of a card that is clicked; beside the cards the chart can be pulled."""
        seat = self._chart.seat_at(event.position())
        if seat is None:
            return False
        if self._bridge.client.children(seat):
            self._step = seat
            self._show()
        return True

    def _begin(self) -> None:
        self._bridge.pending.flush_all()
        for part in self._hidden:
            part.hide()
        self._put_banner_by(on=True)
        self._view.show_page("chart")
        self._bridge.hide_ratings(hidden=True)
        self._chart.show_looks(lambda _seat: 0)
        self._chart.show_figures(shown=False)
        self._chart.overview.want(wanted=False)
        self._want_edges(wanted=False)
        self._view.notices.put_by()
        self._view.notices.keep_free(HEIGHT)
        self._bridge.select(None)
        self._chart.overlay.marked = None
        self._chart.installEventFilter(self)
        self._bridge.changed.connect(self._hear)
        self._window.showFullScreen()
        self.caption.show()
        self._chart.setFocus()
        self._show()

    def _parts(self) -> Iterator[QWidget]:
        """Yield everything of the window that is not the chart."""
        view = self._view
        yield self._window.menuBar()
        yield from (view.top_bar, view.rail, view.status)
        yield from (view.charts.bar, view.charts.panel, view.finding.bar)
        yield from view.findChildren(Separator, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for place in range(view.split.count()):
            part = view.split.widget(place)
            if part is not None and part is not self._chart and not part.isAncestorOf(self._chart):
                yield part

    def _put_banner_by(self, *, on: bool) -> None:
        for banner in self._view.findChildren(Banner):
            banner.put_by(on=on)

    def _want_edges(self, *, wanted: bool) -> None:
        self._chart.sight.clear("presenting", on=not wanted)
        for bar in self._chart.findChildren(ScrollBar):
            bar.want(wanted=wanted)

    def _hear(self, _news: News) -> None:
        if self._step is not None and not self._bridge.client.has(Seat, self._step):
            self._step = WHOLE
        self._show()

    def _show(self) -> None:
        client, chart = self._bridge.client, self._chart
        folded, chart.frame.bright = folded_for(client, self._step, self._folded), None
        self._frame(folded)
        if self._step is not None and chart.sight.camera.zoom < READABLE:
            self._frame(folded | reports_that_hide(client, self._step))
        if self._step is not None and chart.sight.camera.zoom >= TITLE_FROM:
            chart.frame.bright = set(client.branch(self._step))
        steps = all_steps(client)
        at = steps.index(self._step)
        title = client.seat(self._step).title.strip() if self._step is not None else ""
        where = title or (_("Unnamed seat") if self._step is not None else _("The whole chart"))
        count = _("{at} of {count}").replace("{at}", str(at + 1))
        where = f"{where} · {count.replace('{count}', str(len(steps)))}"
        if which := shown_text(self._bridge.charts.shown):
            where = f"{where} · {which}"
        self.caption.say(where, _("Arrow keys go on, Esc ends"))

    def _frame(self, folded: Collection[SeatId]) -> None:
        """Bring the step into view as it stands with these seats folded."""
        chart = self._chart
        chart.folding.show_folded(folded)
        tree = chart.scene.tree
        box = chart.scene.bounds() if self._step is None else tree.bounds(self._step)
        chart.sight.frame(box, largest=LARGEST)
