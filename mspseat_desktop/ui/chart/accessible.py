"""The chart for screen readers: a tree of named seats, each made when somebody asks for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.chart.spoken import spoken_details, spoken_name
from mspseat_desktop.ui.chart.view import ChartView
from mspseat_desktop.ui.clipboard.cut import Cut
from mspseat_desktop.ui.spoken_news import spoken_tree
from mspseat_desktop.ui.spoken_tree import SeatItem, SpokenSeats, SpokenTree

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import SeatId


class AccessibleChart(SpokenTree):
    """The canvas: its children are the roots, then the widgets that lie on it.

    It does not keep the chart alive; Qt deletes it together with the chart.
    """

    def __init__(self, chart: ChartView, seats: SpokenSeats) -> None:
        super().__init__(chart, _("Chart of seats"), seats)

    def roots(self) -> tuple[SeatId, ...]:
        """Return the seats that report to nobody."""
        chart = _chart_of(self.seats)
        return () if chart is None else chart.scene.client.children(None)

    def fields(self) -> list[QObject]:
        """Return the widgets that lie on the canvas."""
        chart = _chart_of(self.seats)
        children = [] if chart is None else chart.children()
        return [child for child in children if isinstance(child, QWidget) and child.isVisible()]

    def seat_under(self, at: QPoint) -> SeatId | None:
        """Return the seat whose card is at a point of the screen."""
        chart = _chart_of(self.seats)
        return None if chart is None else chart.seat_at(QPointF(chart.mapFromGlobal(at)))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is at a point of the screen, the widgets first."""
        chart = _chart_of(self.seats)
        widget = None if chart is None else chart.childAt(chart.mapFromGlobal(QPoint(x, y)))
        if widget is not None:
            return QAccessible.queryAccessibleInterface(widget)
        return super().childAt(x, y)


class AccessibleSeat(SeatItem):
    """One seat of the chart."""

    @property
    def _chart(self) -> ChartView | None:
        chart = _chart_of(self.seats)
        return chart if chart is not None and self.seat in chart.scene else None

    def shown_by(self) -> ChartView | None:
        """Return the chart as long as it has the seat."""
        return self._chart

    def reports(self) -> tuple[SeatId, ...]:
        """Return the reports, none for a folded seat."""
        chart = self._chart
        if chart is None or chart.folding.is_folded(self.seat):
            return ()
        return chart.scene.client.children(self.seat)

    def rect(self) -> QRect:
        """Return where the card is on the screen."""
        chart = self._chart
        if chart is None:
            return QRect()
        card = chart.card_rect(self.seat)
        return QRect(chart.mapToGlobal(card.topLeft()), card.size())

    def name(self) -> str:
        """Return title, occupant, place and, unless ratings are hidden, the outcome."""
        chart = self._chart
        if chart is None:
            return ""
        said = spoken_name(
            chart.scene.client,
            self.seat,
            rated=chart.scene.rated,
            folded_away=self.folded_away(),
            looks=chart.frame.looks(self.seat),
            ways=chart.frame.ways(self.seat),
        )
        return ", ".join(filter(None, [said, Cut.of(chart.bridge).words(self.seat)]))

    def text(self, kind: QAccessible.Text) -> str:
        """Return the seat's name, or what else can be said about it."""
        chart = self._chart
        if kind == QAccessible.Text.Description and chart is not None:
            on = chart.scene.today() if chart.scene.today else ""
            return spoken_details(chart.scene.client, self.seat, on=on)
        return super().text(kind)

    def folded_away(self) -> int:
        """Return how many seats lie folded away below this one."""
        chart = self._chart
        return 0 if chart is None else chart.scene.hidden_below(self.seat)

    def is_in_sight(self) -> bool:
        """Say whether a part of the card is in view."""
        chart = self._chart
        return chart is not None and chart.card_rect(self.seat).intersects(chart.rect())


def _chart_of(seats: SpokenSeats) -> ChartView | None:
    widget = seats.widget
    return widget if isinstance(widget, ChartView) else None


def _make(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, ChartView):
        return None
    return spoken_tree(
        widget, whole=lambda seats: AccessibleChart(widget, seats), item=AccessibleSeat
    )


@cache
def install_accessibility() -> None:
    """Tell Qt how to describe charts to screen readers; to be called once at start."""
    QAccessible.installFactory(_make)
