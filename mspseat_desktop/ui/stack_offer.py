"""Says once that stacked seats would make a chart narrower that is too wide to be read whole."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mspseat_desktop.language import _
from mspseat_desktop.layout.branches import MOST_STACKED
from mspseat_desktop.ui.chart.painter import TITLE_FROM

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.layout.tidy_tree import TidyTree
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

MUCH_NARROWER = 2
MOST_SEATS = 2_000
"""A larger chart is a hairline stacked as well."""


class StackOffer(QObject):
    """Listens to one open client until it is closed; not again once the offer was answered."""

    def __init__(self, window: MainWindow, view: ClientView) -> None:
        super().__init__(view)
        self._window, self._view = window, view
        self._is_told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)  # once the chart is on the screen
        self._soon.timeout.connect(self._look)
        view.chart.sight.fitted.connect(self._wait)

    def _wait(self) -> None:
        state, sight = self._view.view_state, self._view.chart.sight
        is_answered = self._is_told or (state is not None and state.stacking_told)
        if not is_answered and sight.camera.zoom < TITLE_FROM and self._is_in_rows():
            self._soon.start()

    def _look(self) -> None:
        chart = self._view.chart
        scene, camera = chart.scene, chart.sight.camera
        left, top, right, bottom = scene.bounds()
        is_flat = (right - left) * camera.height > (bottom - top) * camera.width
        is_elsewhere = self._view.page != "chart" or self._window.doing.presenting.now is not None
        if is_elsewhere or not is_flat or len(scene.tree) > MOST_SEATS or not self._is_in_rows():
            return
        now, stacked = columns(scene.client, scene.tree)
        if now < MUCH_NARROWER * stacked:
            return
        self._is_told = True
        notice = self._view.notices.show(
            _("So wide a chart can not be read as a whole. Stacked seats make it narrower."),
            action=_("Stack the seats"),
            then=self._stack,
        )
        notice.cross.clicked.connect(self._answered)

    def _is_in_rows(self) -> bool:
        return self._window.actions_table["chart-down"].isChecked()

    def _stack(self) -> None:
        self._answered()
        self._window.actions_table["chart-stacked"].trigger()
        self._view.chart.fit()

    def _answered(self) -> None:
        if self._view.view_state is not None:
            self._view.view_state.stacking_told = True


def columns(client: Client, tree: TidyTree[SeatId]) -> tuple[int, int]:
    """Return how many cards stand side by side in rows, and how many with seats stacked.

    Counted are the seats on show that none on show reports to; room between cards, assistants and
    layouts of branches are left out, so it is a rough measure that needs no layout.
    """
    now = stacked = 0
    below = {
        seat: tuple(each for each in client.children(seat) if each in tree)
        for seat, *__ in tree.visible(*tree.bounds()).cards
    }
    for reports in (client.children(None), *below.values()):
        for is_end, some in groupby(reports, key=lambda each: not below.get(each)):
            if is_end:
                count = sum(1 for __ in some)
                now += count
                stacked += -(-count // MOST_STACKED)
    return now, stacked
