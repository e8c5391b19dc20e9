from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from driving import Hand, settle
from mspseat_desktop.domain.edits.figures import PeriodFigure, put_period_figures
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.metrics import periods
from mspseat_desktop.domain.records import RECORD_TYPES, Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.metrics.figures_dialog import FiguresDialog
from mspseat_desktop.ui.widgets import PendingFields
from world import ON, TODAY, chart_of, clock, edited, id_maker

MSP = SeatId("MSP")


@pytest.fixture(params=["en_US", "de_DE"])
def reader(request):
    """The reader's system, an American's and a German's."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def measured_world(more=()):
    """The MSP seat with four metrics of two cadences; Finance with one more."""
    metrics = [
        Metric(
            *(MetricId("backups"), MSP),
            name="Backups",
            measure="percent",
            target=98,
            cadence="month",
        ),
        Metric(
            *(MetricId("response"), MSP),
            name="Response",
            measure="minutes",
            target=60,
            direction="at_most",
            cadence="week",
        ),
        Metric(MetricId("phishing"), MSP, name="Phishing", cadence="month"),
        Metric(MetricId("hires"), MSP, name="Days to fill", cadence="hire"),
        Metric(MetricId("cash"), SeatId("Finance"), name="Cash", measure="money", cadence="month"),
        *more,
    ]
    client = edited(chart_of({"CEO": ["Finance", "MSP"]}), *(add_metric(m) for m in metrics))
    months = periods("month", ON, 3)
    entries = [
        PeriodFigure(FigureId(f"f{at}"), MetricId("backups"), period, value)
        for at, (period, value) in enumerate(zip(months, (97.0, 99.5, 98.0), strict=True))
    ]
    return edited(client, put_period_figures(entries, today=ON))


class Sheet:
    """An open file with its grid, and what a test asks of it."""

    def __init__(self, session, bridge, dialog):
        self.session, self.bridge, self.dialog = session, bridge, dialog
        self.grid, self.hand = dialog.grid, Hand()

    @property
    def client(self):
        return self.session.client

    def figures(self, metric):
        return [(f.on, f.value) for f in self.client.figures(metric)]

    def go(self, row, column):
        self.grid.setCurrentIndex(self.grid.figures.index(row, column))
        self.grid.setFocus()

    @property
    def at(self):
        index = self.grid.currentIndex()
        return index.row(), index.column()

    def shown(self, row, column):
        return self.grid.figures.index(row, column).data()

    def paste(self, text):
        QGuiApplication.clipboard().setText(text)
        self.hand.press("Ctrl+V")

    def steps(self):
        return [step.name for step in self.session.steps()]


@pytest.fixture
def make_sheet(qtbot, theme, tmp_path):
    files = []

    def make(seat=MSP, more=()):
        client = measured_world(more)
        records = [r for kind in RECORD_TYPES for r in client.every(kind)]
        file = ClientFile.create(tmp_path / f"client{len(files)}.db", records)
        files.append(file)
        loaded = file.load()
        session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
        bridge = Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
        dialog = FiguresDialog(bridge, theme, seat)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        settle()
        return Sheet(session, bridge, dialog)

    yield make
    for file in files:
        file.close()


@pytest.fixture
def sheet(make_sheet):
    return make_sheet()
