from __future__ import annotations

from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.seat import remove_metric, set_figure
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import FigureId
from mspseat_desktop.ui.metrics.sparkline import Sparkline
from mspseat_desktop.ui.reviews.seat_card import SeatCard
from mspseat_desktop.ui.widgets import Chip
from world import ON


def metric(desk, name):
    return next(m for m in desk.client.every(Metric) if m.name.startswith(name))


def card(dialog):
    return next(card for card in dialog.findChildren(SeatCard) if not card.isHidden())


def lines(dialog):
    return {line.accessibleName(): line for line in card(dialog).findChildren(Sparkline)}


def chips(dialog):
    return [chip.text for chip in card(dialog).findChildren(Chip)]


def test_the_course_of_each_metric_stands_in_the_card_of_the_seat(desk):
    dialog = desk.open()
    shown = lines(dialog)["Course of Critical patches in 14 days"]
    assert len(shown.values) == 12
    assert "Target: at least 95 % / month." in shown.accessibleDescription()


def test_a_new_figure_shows_at_once(desk):
    dialog = desk.open()
    patches = metric(desk, "Critical patches")
    desk.bridge.do(set_figure(FigureId("new"), patches.id, on=ON, value=12))
    QApplication.processEvents()
    assert lines(dialog)[f"Course of {patches.name}"].values[-1] == 12


def test_a_metric_without_a_fresh_figure_is_called_stale(desk):
    patches = metric(desk, "Critical patches")
    for other in desk.client.metrics(patches.seat):
        if other.id != patches.id:
            desk.bridge.do(remove_metric(other.id))
    for figure in desk.client.figures(patches.id):
        edit = set_figure(figure.id, patches.id, on=figure.on, value=None)
        desk.bridge.do(edit)
    desk.bridge.do(set_figure(FigureId("old"), patches.id, on="2026-08-31", value=99))
    dialog = desk.open()
    assert chips(dialog) == ["Stale"]
