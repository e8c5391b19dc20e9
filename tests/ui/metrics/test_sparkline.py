from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from mspseat_desktop.domain.records import Metric
from mspseat_desktop.domain.vocabulary import MetricId, SeatId
from mspseat_desktop.ui.metrics.sparkline import Sparkline
from mspseat_desktop.ui.metrics.words import course_text


def metric(**more):
    return Metric(
        MetricId("m"), SeatId("s"), name="Backups", measure="percent", **{"target": 95.0, **more}
    )


def shown(qtbot, theme, values, **more):
    line = Sparkline(theme)
    qtbot.addWidget(line)
    line.show_course(metric(**more), values)
    line.show()
    return line


def colors(line):
    picture = line.grab().toImage()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_the_course_is_read_aloud_with_target_and_misses():
    words = course_text(metric(), (94.0, None, 96.0))
    assert words == "The last 3: 94 %, none, 96 %. Target: at least 95 %. 1 of them misses it."
    assert course_text(metric(target=None), (94.0,)) == "The last 1: 94 %."
    assert course_text(metric(), (None, None)) == "No figure yet"


def test_points_off_target_are_drawn_in_their_own_colour_and_shape(qtbot, theme):
    off, on = theme.color("no").name(), theme.color("yes").name()
    both = colors(shown(qtbot, theme, (90.0, 97.0, 99.0)))
    assert off in both
    assert on in both
    assert off not in colors(shown(qtbot, theme, (96.0, 97.0, 99.0)))
    assert on not in colors(shown(qtbot, theme, (96.0, 97.0), target=None))


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ((5.0,), {"target": None}),
        ((5.0, 5.0), {"target": 5.0}),
        ((None, 5.0, None), {"direction": "between", "target": 3.0, "target_high": 8.0}),
        ((1.7e308, -1.7e308), {}),
        ((1.0, float("inf"), float("nan"), 2.0), {"target": float("inf")}),
        ((0.0,) * 12, {"target": 0.0, "direction": "at_most"}),
    ],
)
def test_any_course_can_be_drawn(qtbot, theme, values, more):
    line = shown(qtbot, theme, values, **more)
    assert len(colors(line)) > 1
    assert line.accessibleName() == "Course of Backups"


def test_nothing_is_shown_without_a_figure(qtbot, theme):
    line = Sparkline(theme)
    qtbot.addWidget(line)
    line.show_course(metric(), (None,) * 12)
    assert line.isHidden()
