"""The chart of a client as one painted widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.chart.anchoring import anchor_of, held
from mspseat_desktop.ui.chart.bars import THICKNESS, ScrollBar
from mspseat_desktop.ui.chart.colouring import Colouring
from mspseat_desktop.ui.chart.commands import SeatCommands
from mspseat_desktop.ui.chart.drops import Onto
from mspseat_desktop.ui.chart.frame import FramePainter
from mspseat_desktop.ui.chart.gliding import Gliding
from mspseat_desktop.ui.chart.keyboard_frame import KeyboardFrame
from mspseat_desktop.ui.chart.keys import Keys
from mspseat_desktop.ui.chart.overlay import Overlay
from mspseat_desktop.ui.chart.overview import Overview
from mspseat_desktop.ui.chart.pixels import device_rect, logical_rect, parts
from mspseat_desktop.ui.chart.pointer import Pointer
from mspseat_desktop.ui.chart.rename import CardPlace, Renaming
from mspseat_desktop.ui.chart.scene import ChartScene, is_laid_out_anew
from mspseat_desktop.ui.chart.second_lines import LineHints
from mspseat_desktop.ui.chart.sight import Sight
from mspseat_desktop.ui.chart.whereabouts import Whereabouts
from mspseat_desktop.ui.chart.zoom_control import ZoomControl
from mspseat_desktop.ui.chart.zooming import Zooming
from mspseat_desktop.ui.folding import Folding
from mspseat_desktop.ui.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.editing.session import News
    from mspseat_desktop.layout.cards import Detail
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.chart.gestures.carry import Onward
    from mspseat_desktop.ui.theme import Theme

IDLE_MS = 60
"""After so long without a frame there is time to paint ahead."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """Which part of a chart was in view: a tree point at the canvas's corner, and the zoom."""

    zoom: float
    x: float
    y: float


class ChartView(QWidget):
    """The chart: canvas, cards and everything that pointer and keys do there.

    `commands` holds what keys and menus do to the selected seat, `sight` what they do to the view.
    `context_menu_wanted` carries a SeatId or None and the point on the screen, `delete_wanted` a
    seat that has reports, `review_wanted` and `open_panel_wanted` a SeatId.
    """

    delete_wanted = Signal(object)
    context_menu_wanted = Signal(object, QPoint)
    open_panel_wanted = Signal(object)
    review_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self._theme = bridge, theme
        self.scene = ChartScene(
            bridge.client, rated=not bridge.ratings_hidden, today=lambda: bridge.on
        )
        self.folding = Folding.of(bridge)
        if self.folding.folded:
            self._take_over_folds()
        self.sight = Sight(self, self.scene.bounds)
        self.zooming = Zooming(bridge, self.scene, self.sight)
        self.frame = FramePainter(theme, self.scene, self.sight.camera)
        self.frame.use_portraits(Pictures.of(bridge))
        self.gliding = Gliding(self, self.scene, self.sight, self.frame)
        self._whereabouts = Whereabouts(self.sight)
        self.hints = LineHints(self, self.frame.second_lines, self.scene, self.sight.camera)
        self.overlay = Overlay(self, bridge, theme=theme, scene=self.scene, frame=self.frame)
        self.renaming = Renaming(
            self, bridge, theme=theme, titles=CardPlace(self.scene, self.sight)
        )
        self.commands = SeatCommands(bridge, self.renaming, self, scene=self.scene)
        self.commands.delete_wanted.connect(self.delete_wanted)
        self._pointer = Pointer(
            self,
            bridge,
            sight=self.sight,
            scene=self.scene,
            overlay=self.overlay,
            rename=self.renaming.start,
            menu=self.context_menu_wanted.emit,
        )
        self._keys = Keys(
            self,
            bridge,
            commands=self.commands,
            sight=self.sight,
            zooming=self.zooming,
            pointer=self._pointer,
        )
        self._framed = KeyboardFrame(self, bridge, theme, sight=self.sight)
        self._shown_selection: SeatId | None = None
        self._empty: QWidget | None = None
        self._dress()
        self._listen()
        self.installEventFilter(self)
        self.colouring = Colouring(self, theme)

    def _dress(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(272, 160)
        bounds = self.scene.bounds
        self._across = ScrollBar(self._theme, self.sight, bounds=bounds, upright=False, parent=self)
        self._down = ScrollBar(self._theme, self.sight, bounds=bounds, upright=True, parent=self)
        self._control = ZoomControl(self._theme, self.sight, zooming=self.zooming, parent=self)
        self.overview = Overview(self._theme, self.scene, self.sight, frame=self.frame, parent=self)
        self.sight.edges = [self._across, self._down]
        self.sight.lids = [self.overview, self._control]
        self.overview.clear_of = self.overlay.selected_area
        self._refine, self._ahead = QTimer(self), QTimer(self)
        for timer, act in ((self._refine, self.update), (self._ahead, self._paint_ahead)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    def _listen(self) -> None:
        self.bridge.changed.connect(self._hear)
        self.bridge.selected.connect(self._select)
        self.bridge.chosen_changed.connect(self.update)
        self.bridge.ratings_hidden_changed.connect(self._hide_ratings)
        self.folding.changed.connect(self._fold)
        self._theme.changed.connect(self.repaint_all)

    @property
    def selected_seat(self) -> SeatId | None:
        """The selected seat as long as it stands in the chart."""
        seat = self.bridge.selection
        return seat if seat in self.scene else None

    def seat_at(self, at: QPointF) -> SeatId | None:
        """Return the seat whose card is at a point of the canvas."""
        return self.scene.tree.hit(*self.sight.camera.to_tree(at.x(), at.y()))

    def card_rect(self, seat: SeatId) -> QRect:
        """Return where a seat's card is on the canvas."""
        return logical_rect(self.frame.card_rect(seat), self.devicePixelRatioF())

    # what menus and other parts of the window ask for

    def fit(self) -> None:
        """Show the whole chart."""
        self.sight.fit()

    def zoom_100(self) -> None:
        """Show the chart at life size, the selected seat in the middle."""
        self.zooming.life_size()

    def zoom_to_chosen(self) -> None:
        """Show what is selected, the whole chart without a selection."""
        self.zooming.to_chosen()

    def reveal(self, seat: SeatId) -> None:
        """Unfold what hides a seat and bring its card into view."""
        self.folding.unfold_above(seat)
        if seat in self.scene:
            self.sight.reveal(self.scene.tree.rect(seat))

    def zoom_in(self) -> None:
        """Show less of the chart, larger."""
        self.zooming.step(larger=True)

    def zoom_out(self) -> None:
        """Show more of the chart, smaller."""
        self.zooming.step(larger=False)

    def center_on(self, seat: SeatId) -> None:
        """Bring a seat into the middle."""
        if seat in self.scene:
            self.sight.centre(self.scene.tree.rect(seat))

    def bind(self, doing: str, run: Callable[[], object]) -> None:
        """Call `run` for the keys of an action while the chart has the keyboard."""
        self._keys.bind(doing, run)

    def lead_on(self, onward: Onward) -> None:
        """Let `onward` go on with branches that are carried beyond the canvas."""
        self._pointer.onward = onward

    def show_looks(self, looks: Callable[[SeatId], int]) -> None:
        """Let cards show how many things of their seat are worth a look."""
        self.frame.looks = looks
        self.repaint_all()

    def show_ways(self, ways: Callable[[SeatId], tuple[Way, ...]]) -> None:
        """Let cards show how their seats differ from those of another chart."""
        self.frame.ways = ways
        self.repaint_all()

    def show_figures(self, *, shown: bool) -> None:
        """Let cards say how their seats' metrics stand, or not."""
        self.scene.tell_figures(told=shown)
        self.repaint_all()

    def recount(self, seats: Collection[SeatId]) -> None:
        """Paint the cards of these seats anew, since other things are worth a look."""
        self.frame.cache.drop_all(seats)
        self.update()

    def state(self) -> ViewState:
        """Return which part of the chart is in view."""
        return ViewState(self.sight.camera.zoom, *self.sight.camera.to_tree(0, 0))

    def restore(self, state: ViewState) -> None:
        """Show the part of the chart that was in view before."""
        self.sight.restore(state.zoom, state.x, state.y)

    def set_empty_widget(self, widget: QWidget) -> None:
        """Show a widget in the middle as long as there is no seat."""
        self._empty = widget
        widget.setParent(self)
        self._place_children()

    def paint_sharp(self) -> None:
        """Paint every card in view anew before anything else, for pictures of the window."""
        for seat, *__ in self.scene.tree.visible(*self.sight.camera.shown()).cards:
            self.frame.picture(seat)
        self.repaint()

    # Qt's own

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let keys and pointer take part in the canvas's own events before Qt does."""
        if isinstance(event, QPaintEvent):
            return False
        is_dealt_with = self._keys.handle(event) or self._pointer.handle(event)
        is_dealt_with = is_dealt_with or self.hints.handle(event)
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.gliding.end()  # only now: what was pressed is what was seen
        if is_dealt_with:
            event.accept()
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._update_ring(self.bridge.selection)
            self._framed.hear(event)
        elif kind in (QEvent.Type.ChildAdded, QEvent.Type.ChildRemoved):
            self.sight.look_for_covers()
        elif kind == QEvent.Type.DevicePixelRatioChange:
            self._resize_sight()
            self.repaint_all()
        return is_dealt_with

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the cards and what lies over them."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        # Everything is painted in whole device pixels, so that pictures are copied, not resampled.
        painter.scale(1 / ratio, 1 / ratio)
        self.frame.paint(painter, [device_rect(rect, ratio) for rect in parts(event.region())])
        painter.setClipRect(device_rect(event.rect(), ratio))
        self.overlay.paint(painter, focused=self.hasFocus())
        painter.end()
        if self.frame.waiting:
            self._refine.start(0)
        else:
            self._ahead.start(IDLE_MS)

    def _paint_ahead(self) -> None:
        if self.isVisible() and self.frame.paint_ahead():
            self._ahead.start(0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the middle in the middle and the children at their edges."""
        self._place_children()
        self._resize_sight()

    def _resize_sight(self) -> None:
        self.sight.resize()
        self.frame.cache.make_room_for(
            round(self.width() * self.height() * self.devicePixelRatioF() ** 2)
        )

    def _place_children(self) -> None:
        width, height = self.width(), self.height()
        self._across.setGeometry(0, height - THICKNESS, width, THICKNESS)
        self._down.setGeometry(width - THICKNESS, 0, THICKNESS, height - THICKNESS)
        size = self._control.sizeHint()
        self._control.setGeometry(
            0, height - THICKNESS - size.height(), size.width(), size.height()
        )
        self.overview.place()
        if self._empty is not None:
            hint = self._empty.sizeHint()
            self._empty.setGeometry(
                (width - hint.width()) // 2,
                (height - hint.height()) // 2,
                hint.width(),
                hint.height(),
            )
            self._empty.setVisible(len(self.scene.tree) == 0)

    # what the bridge tells

    def _hear(self, news: News) -> None:
        self._pointer.cancel()
        anchor = anchor_of(news, self.scene, self.sight.camera, self.selected_seat)
        was_empty = len(self.scene.tree) == 0
        with self.gliding.from_here(self.overlay.let_go), self._whereabouts.around(news):
            with held(anchor, self.scene, self.sight):
                for seat in self.scene.apply(news.client, news.change):
                    self.frame.cache.drop(seat)
                if was_empty != (len(self.scene.tree) == 0):
                    self._place_children()
                if was_empty or (anchor is None and is_laid_out_anew(news.change)):
                    self.sight.start()
            if self.bridge.selection is not None:
                self.folding.unfold_above(self.bridge.selection)
            self._show_what_changed(news)
            self.sight.refresh()
        self.overview.soon()
        self.renaming.follow()

    def _show_what_changed(self, news: News) -> None:
        """Bring what an edit touched into view; mark it when undo or redo did it."""
        seats = [
            SeatId(seat) for seat in sorted(news.change.touched(Seat)) if SeatId(seat) in self.scene
        ]
        if news.cause == "do":
            self.overlay.end_flash()
        else:
            self.overlay.flash(seats)
        selected = self.selected_seat
        place, sees = self.scene.tree.rect, self.sight.camera.sees
        if selected is not None and selected in seats:
            self.sight.reveal(place(selected))
        elif seats and not any(sees(place(seat)) for seat in seats):
            self.sight.reveal(place(seats[0]))

    def _select(self, seat: SeatId | None) -> None:
        self._update_ring(self._shown_selection)
        self._shown_selection = seat
        if seat is not None and seat not in self.scene:
            self.folding.unfold_above(seat)
        if seat is not None and seat in self.scene and self.sight.is_placed:
            self.sight.reveal(self.scene.tree.rect(seat))
        self._update_ring(seat)

    def _update_ring(self, seat: SeatId | None) -> None:
        if seat is not None and seat in self.scene:
            self.update(self.overlay.ring_area(seat))

    def _take_over_folds(self) -> None:
        self.scene.fold(self.folding.folded)

    def _fold(self) -> None:
        """Draw what is not folded away; the selected seat stays where it is on the screen.

        While something is held over a seat, that seat stays where it is: it opens for the drop.
        """
        if not self._pointer.carries:
            self._pointer.cancel()
        drop = self.overlay.drop
        still = drop.parent if isinstance(drop, Onto) else self.selected_seat
        with self.gliding.from_here():
            with held(still, self.scene, self.sight):
                self._take_over_folds()
            self.overview.draw_anew()
            self.sight.refresh()
        self.renaming.follow()

    def _hide_ratings(self, hidden: bool) -> None:  # noqa: FBT001 - the signal gives it so
        self._dress_anew(lambda: self.scene.rate(rated=not hidden))

    def show_detail(self, detail: Detail) -> None:
        """Let the cards show so much and no more; the selected one stays where it is."""
        self._dress_anew(lambda: self.scene.show_at_most(detail))

    def _dress_anew(self, dress: Callable[[], None]) -> None:
        with held(self.selected_seat, self.scene, self.sight):
            dress()
        self.repaint_all()
        self.sight.refresh()

    def repaint_all(self) -> None:
        """Paint every card anew."""
        self.frame.forget()
        self.overview.draw_anew()
        self.update()
