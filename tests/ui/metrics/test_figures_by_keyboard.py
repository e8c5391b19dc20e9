"""The figures of a seat from the chart and back, without a mouse."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from mspseat_desktop.domain.records import Metric

MSP = "Managed IT & Security"


def latest(program, name):
    seat = program.seat(MSP)
    metric = next(m for m in program.client.metrics(seat) if m.name.startswith(name))
    figure = program.client.latest_figure(metric.id)
    return figure.on, figure.value


def test_a_week_is_entered_and_shows_on_card_and_panel(program):
    program.open_sample()
    program.select(MSP)
    program.view.chart.setFocus()
    card = program.view.chart.scene.face(program.seat(MSP)).figures
    program.hand.press("Ctrl+Shift+F")
    program.hand.type("97,5")
    program.hand.press("Return", "Esc")
    assert latest(program, "First response") == (program.today.isoformat(), 97.5)
    assert program.view.chart.scene.face(program.seat(MSP)).figures != card
    assert program.window.focusWidget() is program.view.chart
    program.view.name_history()
    assert program.window.actions_table["undo"].text() == "Undo: enter a figure"
    program.hand.press("Ctrl+Z")
    assert program.view.chart.scene.face(program.seat(MSP)).figures == card


def test_a_scorecard_from_a_spreadsheet_finds_its_rows_in_all_seats(program):
    program.open_sample()
    program.bridge.select(None)
    program.view.chart.setFocus()
    metrics = [m for m in program.client.every(Metric) if m.cadence == "week"]
    text = "\n".join(f"{m.name}\t{at}" for at, m in enumerate(metrics))
    QGuiApplication.clipboard().setText(text)
    program.hand.press("Ctrl+Shift+F", "Ctrl+V", "Esc")
    on = program.today.isoformat()
    found = [program.client.latest_figure(m.id) for m in metrics]
    assert [(f.on, f.value) for f in found] == [(on, at) for at in range(len(metrics))]
