"""The outline and find follow when a what-if copy is shown in place of the current chart."""

from driving import settle
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import delete_seat, rename_seat
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId
from world import ON

COPY = ChartId("k1")


def test_another_chart_is_listed_searched_and_left_again(listed):
    program = listed.program
    bridge = program.bridge
    assert bridge.keep_chart(KeptChart(COPY, "With an IT lead", "what_if", ON))
    bridge.show_chart(COPY)
    settle()
    bridge.do(rename_seat(program.seat("Quality"), "Laboratory"))
    bridge.do(delete_seat(program.seat("Purchasing"), reports="lift", on=ON))
    settle()
    assert "      Laboratory" in listed.lines
    assert len(listed.lines) == 12
    finder = program.view.finding.finder
    finder.finish()
    finder.look_for("laboratory")
    assert len(finder.found) == 1
    bridge.show_chart(CURRENT_CHART)
    settle()
    assert len(listed.lines) == 13
    assert "      Quality" in listed.lines
    finder.finish()
    finder.look_for("laboratory")
    assert finder.found == ()
    finder.look_for("quality")
    assert program.seat("Quality") in finder.found
