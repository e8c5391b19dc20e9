from __future__ import annotations

from mspseat_desktop.domain.edits.seat import add_metric, set_figure, set_target
from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import (
    FigureId,
    MetricId,
    SeatId,
)
from mspseat_desktop.layout.cards import MOST_FIGURES, RIGHT, CardText, card_box
from mspseat_desktop.ui.chart.scene import ChartScene
from mspseat_desktop.ui.chart.spoken import spoken_details
from mspseat_desktop.ui.metrics.words import standings_text
from world import ON, chart_of, edited, seated

MSP = SeatId("MSP")
FIGURES = {"on": ("2026-11-20", 96), "off": ("2026-11-20", 90), "old": ("2026-05-20", 96)}


def world():
    client = seated(chart_of({"CEO": ["MSP"]}), "MSP", "Northbeam", provider=True)
    for name, (on, value) in FIGURES.items():
        metric = Metric(MetricId(name), MSP, name=name, target=95, cadence="month")
        figure = set_figure(FigureId(name), metric.id, on=on, value=value)
        client = edited(client, add_metric(metric), figure)
    return edited(client, add_metric(Metric(MetricId("none"), MSP, name="none")))


def scene(client):
    return ChartScene(client, rated=True, today=lambda: ON)


def test_a_card_says_how_the_metrics_stand_what_is_amiss_first():
    assert scene(world()).face(MSP).figures == ("off_target", "stale", "on_target")
    assert scene(world()).face(SeatId("CEO")).figures == ()
    assert ChartScene(world(), rated=True).face(MSP).figures == ()


def test_figures_change_no_card_s_height():
    with_figures = scene(world())
    bare = scene(seated(chart_of({"CEO": ["MSP"]}), "MSP", "Northbeam", provider=True))
    assert with_figures.tree.rect(MSP) == bare.tree.rect(MSP)
    assert with_figures.face(MSP).box.height == bare.face(MSP).box.height


def test_a_new_figure_and_a_new_target_show_on_the_card():
    chart = scene(world())
    for edit, shown in (
        (
            set_figure(FigureId("x"), MetricId("off"), on=ON, value=99),
            ("stale", "on_target", "on_target"),
        ),
        (set_target(MetricId("on"), 97), ("off_target", "stale", "on_target")),
    ):
        work = Revision(chart.client)
        edit.run(work)
        assert chart.apply(work.client, work.change()) == {MSP}
        assert chart.face(MSP).figures == shown


def test_the_signs_take_their_room_from_the_name_and_are_six_at_most():
    name = "A very long name of a company with limited liability"
    plain = card_box(CardText(title="MSP", occupant=name, also=2))
    full = card_box(CardText(title="MSP", occupant=name, also=2, figures=20))
    assert len(full.figures) == MOST_FIGURES
    assert full.figures[-1][0] + full.figures[-1][2] == RIGHT
    assert full.also.x < full.figures[0][0] - 8 < plain.also.x
    assert len(full.occupant[0].text) < len(plain.occupant[0].text)


def test_the_standing_of_all_metrics_is_read_aloud():
    words = "1 of 4 metrics on target, 1 off target, 1 stale, 1 without a figure or target"
    assert words in spoken_details(world(), MSP, on=ON)
    assert "metric" not in spoken_details(world(), SeatId("CEO"), on=ON)
    assert standings_text(["on_target"]) == "1 of 1 metric on target"
