from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from mspseat_desktop.domain.edits.figures import PeriodFigure, put_period_figures
from mspseat_desktop.domain.edits.seat import add_metric
from mspseat_desktop.domain.metrics import periods
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from mspseat_desktop.ui.metrics.pasting import NotUnderstoodError, block_of, read_block
from mspseat_desktop.ui.metrics.scorecard import scorecard
from world import ON, chart_of, edited

AMERICAN = QLocale("en_US")
MSP = SeatId("MSP")


def group(*, cadence="month"):
    metrics = [
        Metric(MetricId("a"), MSP, name="Backups", measure="percent", cadence=cadence),
        Metric(MetricId("b"), MSP, name="First response", measure="minutes", cadence=cadence),
        Metric(MetricId("c"), MSP, name="Restore test", measure="yes_no", cadence=cadence),
    ]
    client = edited(chart_of({"MSP": []}), *(add_metric(m) for m in metrics))
    return scorecard(client, [MSP], until=ON).groups[0]


def pasted(text, *, row=0, column=0, cadence="month"):
    found = read_block(
        block_of(text), group(cadence=cadence), row=row, column=column, locale=AMERICAN
    )
    return [(p.metric.name, p.period.first[:7], p.value) for p in found]


def refusal(text, **place):
    with pytest.raises(NotUnderstoodError) as refused:
        pasted(text, **place)
    return str(refused.value)


def test_a_block_is_laid_from_the_current_cell_on():
    assert pasted("95 %\t96\r\n1 h\t90\r\n", column=10) == [
        ("Backups", "2026-10", 95),
        ("Backups", "2026-11", 96),
        ("First response", "2026-10", 60),
        ("First response", "2026-11", 90),
    ]


def test_empty_cells_are_left_out():
    assert pasted("95\t\n\t12", column=10) == [
        ("Backups", "2026-10", 95),
        ("First response", "2026-11", 12),
    ]


def test_names_in_front_choose_the_rows():
    assert pasted("restore  test\tyes\nBackups\t95", row=2, column=11) == [
        ("Restore test", "2026-11", 1),
        ("Backups", "2026-11", 95),
    ]


def test_headings_above_choose_the_columns():
    text = "\tOctober 2026\tSep\nBackups\t95\t96"
    assert pasted(text, column=5) == [("Backups", "2026-10", 95), ("Backups", "2026-09", 96)]
    assert pasted("2026-10\t2026-01\n95\t96") == [
        ("Backups", "2026-10", 95),
        ("Backups", "2026-01", 96),
    ]


def test_one_strange_cell_keeps_everything_out_and_is_named():
    words = refusal("95\tn/a\nsoon\t5", column=10)
    assert words.startswith("Not understood: “n/a” (Backups, November 2026), “soon” (First resp")
    assert words.endswith("Nothing was pasted.")


def test_many_strange_cells_are_counted():
    assert "and 9 more" in refusal("\t".join(["x?"] * 12))


def test_what_does_not_fit_is_refused():
    assert "room for 1 column from here on, and 2" in refusal("1\t2", column=11)
    assert "room for 1 row from here on, and 2" in refusal("1\n2", row=2)
    assert "no metric “Tickets” here" in refusal("Backups\t1\nTickets\t2")
    assert "nothing to paste" in refusal(" \n\t\n")
    assert "no figure" in refusal("Backups\t")


def test_a_scorecard_shows_the_figure_of_each_period():
    card = group(cadence="week")
    values = [float(n) for n in range(12)]
    client = edited(
        chart_of({"MSP": []}),
        *(add_metric(line.metric) for line in card.lines),
        put_period_figures(
            [
                PeriodFigure(FigureId(str(at)), MetricId("a"), period, values[at])
                for at, period in enumerate(periods("week", ON, 12))
            ],
            today=ON,
        ),
    )
    found = scorecard(client, [MSP], until=ON).groups[0]
    assert found.lines[0].values == tuple(values)
    assert found.lines[1].values == (None,) * 12


def test_a_name_that_several_seats_use_needs_the_seat_in_front():
    client = chart_of({"MSP": ["Finance"]})
    for seat in ("MSP", "Finance"):
        metric = Metric(MetricId(seat), SeatId(seat), name="Spend", cadence="month")
        client = edited(client, add_metric(metric))
    both = scorecard(client, [MSP, SeatId("Finance")], until=ON).groups[0]
    found = read_block(block_of("Finance · Spend\t5"), both, row=0, column=11)
    assert [p.metric.id for p in found] == ["Finance"]
    with pytest.raises(NotUnderstoodError, match="Several metrics here are called “Spend”"):
        read_block(block_of("Spend\t5"), both, row=0, column=11)
