"""What is offered where the whole chart is too wide to be read."""

from __future__ import annotations

from driving import settle
from mspseat_desktop.domain.edits.chart import add_seat
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.ui.stack_offer import columns

OFFER = "So wide a chart can not be read as a whole. Stacked seats make it narrower."


def look_at_all(program):
    """Show the whole chart, and return what is said of it."""
    program.view.notices.clear()
    program.act("fit")
    settle()
    return program.notice


def test_stacked_seats_are_offered_where_they_help_and_never_again_after_an_answer(
    program, tmp_path
):
    program.open_sample()
    assert look_at_all(program) == ""
    above = program.seat("Quality")
    edits = [add_seat(SeatId(f"w{n}"), parent=above, title=f"W{n}") for n in range(60)]
    program.bridge.do(both("add-seat", *edits))
    assert columns(program.client, program.view.chart.scene.tree) == (66, 11)
    program.act("chart-right")
    assert look_at_all(program) == ""
    program.act("chart-down")
    assert look_at_all(program) == OFFER
    before = program.view.chart.sight.camera.zoom
    program.hand.click(program.view.notices.notice.button)
    assert program.window.actions_table["chart-stacked"].isChecked()
    assert program.view.chart.sight.camera.zoom > 2 * before
    program.act("undo")
    assert look_at_all(program) == ""
    path = tmp_path / "Lakeside.mspseat"
    program.save_to(path)
    program.act("close")
    program.window.files.open_path(path)
    assert look_at_all(program) != OFFER
