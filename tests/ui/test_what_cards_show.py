"""How much cards show and what their colours say: chosen in the menu, remembered, and no edit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain.edits.chart import add_seat, delete_seat, move_seat
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.shading import COLOURS, functions_of
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.chart import shades
from mspseat_desktop.ui.chart.marks import ChipText

MSP = "Managed IT & Security"
LEVELS = ("title", "occupant", "responsibilities", "metrics", "marks")
"""From little to as much as zoom allows."""


@pytest.fixture
def sample(program):
    program.open_sample()
    program.act("zoom-100")
    return program


def box(program, title=MSP):
    return program.view.chart.scene.face(program.seat(title)).box


def card(program, title=MSP):
    return program.view.chart.card_rect(program.seat(title))


def ticked(program):
    table = program.window.actions_table
    return [level for level in LEVELS if table[f"detail-{level}"].isChecked()]


def test_each_entry_shows_what_stands_above_it_too(sample):
    shown = {}
    for level in LEVELS:
        sample.act(f"detail-{level}")
        assert ticked(sample) == [level]
        there = box(sample)
        shown[level] = [
            bool(part) for part in (there.occupant, there.responsibilities, there.figures)
        ] + [there.marks is not None]
    assert shown == {
        "title": [False, False, False, False],
        "occupant": [True, False, False, False],
        "responsibilities": [True, True, False, False],
        "metrics": [True, True, True, False],
        "marks": [True, True, True, True],
    }


def test_shorter_cards_let_more_of_the_chart_fit(sample):
    tall = sample.view.chart.scene.bounds()[3]
    sample.act("detail-title")
    assert sample.view.chart.scene.bounds()[3] < tall / 2
    assert card(sample).height() == box(sample).height


def test_the_selected_card_stays_where_it_is(sample):
    sample.select(MSP)
    before = card(sample).topLeft()
    sample.act("detail-occupant")
    assert card(sample).topLeft() == before


def test_both_are_no_edit_and_known_again_when_the_client_is_opened_again(sample, tmp_path):
    steps = sample.bridge.undo_step()
    sample.act("detail-responsibilities")
    sample.act("colour-due")
    assert sample.bridge.undo_step() == steps
    path = tmp_path / "Lakeside.mspseat"
    sample.save_to(path)
    sample.act("close")
    sample.window.files.open_path(path)
    assert (ticked(sample), coloured(sample)) == (["responsibilities"], ["due"])
    assert sample.view.chart.scene.detail is Detail.RESPONSIBILITIES
    assert box(sample).marks is None
    assert "Review overdue: 1" in legend(sample)


def test_another_client_shows_all_of_it(sample):
    sample.act("detail-title")
    sample.open_sample()
    assert ticked(sample) == ["marks"]
    assert box(sample).responsibilities


def test_hidden_ratings_are_never_shown_and_come_back_as_chosen(sample):
    sample.act("hide-ratings")
    sample.act("detail-marks")
    assert box(sample).marks is None
    assert box(sample).figures
    sample.act("hide-ratings")
    assert box(sample).marks is not None
    sample.act("detail-occupant")
    sample.act("hide-ratings")
    assert not box(sample).responsibilities


def test_edits_keep_what_is_chosen(sample):
    sample.act("detail-title")
    sample.select(MSP)
    sample.view.chart.commands.add_child()
    sample.hand.type("Help desk")
    sample.hand.press("Return")
    assert not box(sample, "Help desk").occupant
    assert card(sample, "Help desk").height() == box(sample, "Help desk").height


def coloured(program):
    table = program.window.actions_table
    return [by for by in COLOURS if table[f"colour-{by}"].isChecked()]


def chip(program, title=MSP):
    return program.view.chart.colouring.shades.chip(program.seat(title))


def legend(program):
    shown = program.view.chart.colouring.legend
    return None if shown.isHidden() else shown.accessibleName()


def bar_colour(program, title=MSP):
    """The colour of the bar at the left of a card, as painted."""
    chart = program.view.chart
    picture = chart.frame.picture(program.seat(title)).toImage()
    return picture.pixelColor(chart.frame.margin + 1, picture.height() // 2).name()


def test_at_first_a_card_says_person_or_provider_and_there_is_no_legend(sample):
    theme = sample.window.theme
    assert coloured(sample) == ["kind"]
    assert legend(sample) is None
    assert bar_colour(sample) == theme.color("provider").name()
    assert bar_colour(sample, "Visionary") == theme.color("person").name()


def test_a_bar_has_the_tone_of_its_group_and_a_tag_says_it_in_words(sample):
    sample.act("colour-outcome")
    assert coloured(sample) == ["outcome"]
    assert chip(sample) == ChipText("Right in part", "partly", icon="triangle-alert")
    assert bar_colour(sample) == sample.window.theme.color("partly").name()
    assert bar_colour(sample, "Visionary") == sample.window.theme.color("yes").name()


def test_the_legend_names_each_group_and_counts_its_seats(sample):
    sample.act("colour-function")
    assert legend(sample) == (
        "Function. Sales & Marketing: 2; Operations: 4; Finance & Admin: 2; Technology: 3; "
        "No function: 2"
    )
    assert chip(sample, "Visionary") == ChipText("No function", "unanswered", icon="minus")
    sample.act("colour-kind")
    assert legend(sample) is None


def test_the_legend_follows_an_edit_once_the_hands_rest(sample, qtbot):
    sample.act("colour-function")
    sample.bridge.do(move_seat(sample.seat(MSP), parent=sample.seat("Finance & Admin")))
    assert chip(sample).text == "Finance & Admin"
    qtbot.waitUntil(lambda: "Finance & Admin: 3; Technology: 2;" in legend(sample))


def test_hidden_ratings_are_not_told_by_colours(sample):
    sample.act("colour-outcome")
    sample.act("hide-ratings")
    assert chip(sample) is None
    assert legend(sample) is None
    assert bar_colour(sample) == sample.window.theme.color("provider").name()
    sample.act("colour-outcome")
    assert "Ratings are hidden" in sample.notice
    sample.act("hide-ratings")
    assert chip(sample).role == "partly"
    assert "Right in part: 2" in legend(sample)


def test_from_afar_the_bars_alone_keep_their_tones(sample):
    sample.act("colour-outcome")
    chart = sample.view.chart
    chart.sight.zoom_to(0.2)
    chart.paint_sharp()
    image = chart.grab().toImage()
    card = chart.card_rect(sample.seat("Visionary"))
    seen = {image.pixelColor(card.left() + x, card.center().y()).name() for x in range(3)}
    assert sample.window.theme.color("yes").name() in seen


def test_a_large_chart_has_a_legend_without_counts(sample, monkeypatch):
    monkeypatch.setattr(shades, "MOST_COUNTED", 5)
    sample.act("colour-level")
    assert legend(sample) == "Level of responsibility. Strategic; Managed; Repair; Without a level"


def add_functions(program, count):
    """Seats under the first one that has several, so that each is a function."""
    above = program.seat("Integrator")
    edits = [add_seat(SeatId(f"f{n}"), parent=above, title=f"F{n}") for n in range(count)]
    program.bridge.do(both("add-seat", *edits))


def test_more_functions_than_lines_are_counted_together(sample):
    add_functions(sample, 7)
    sample.act("colour-function")
    assert legend(sample).endswith("F2: 1; 5 more: 6")


def test_functions_are_told_apart_by_their_signs_and_by_tone_and_sign(sample):
    add_functions(sample, 40)
    sample.act("colour-function")
    look = [chip(sample, sample.client.seat(seat).title) for seat in functions_of(sample.client)]
    assert len({(one.role, one.icon) for one in look}) == len(look) == 44
    assert len({one.icon for one in look[:11]}) == 11


def test_the_legend_is_put_away_by_its_cross_and_comes_back_by_the_menu(sample, tmp_path):
    table, shown = sample.window.actions_table, sample.view.chart.colouring.legend
    sample.act("colour-function")
    assert shown.cross.accessibleName() == shown.cross.toolTip() == "Put the legend away"
    assert shown.rect().contains(shown.cross.geometry())
    sample.hand.click(shown.cross)
    assert legend(sample) is None
    assert not table["legend"].isChecked()
    assert "“Legend of the colours” in the menu View" in sample.notice
    assert coloured(sample) == ["function"]
    path = tmp_path / "Lakeside.mspseat"
    sample.save_to(path)
    sample.act("close")
    sample.window.files.open_path(path)
    assert legend(sample) is None
    sample.act("legend")
    assert legend(sample).startswith("Function.")
    assert table["legend"].isChecked()
    sample.act("colour-kind")
    sample.act("legend")
    sample.act("legend")
    assert "when the cards are coloured" in sample.notice


def test_without_functions_it_says_why_nothing_is_coloured(program):
    program.act("new")
    program.hand.type("Alone")
    program.hand.press("Return")
    for seat in program.client.children(None):
        program.bridge.do(delete_seat(seat, reports="delete", on=program.bridge.on))
    program.bridge.do(add_seat(SeatId("one"), parent=None, title="One"))
    program.act("colour-function")
    assert "No seat has several seats below it yet" in program.notice
    assert legend(program) is None


def test_the_whole_chart_is_shown_beside_the_legend(sample):
    add_functions(sample, 9)
    sample.act("colour-function")
    chart = sample.view.chart
    covered = chart.colouring.legend.geometry()
    sample.act("fit")
    assert [s for s in sample.client.chart() if chart.card_rect(s).intersects(covered)] == []
    sample.act("colour-kind")
    lower = chart.card_rect(sample.seat("Visionary")).top()
    sample.act("fit")
    assert chart.card_rect(sample.seat("Visionary")).top() < lower


def test_the_legend_lets_no_click_through_to_a_card_below_it(sample):
    sample.act("colour-outcome")
    chart = sample.view.chart
    sample.bridge.select(None)
    left, top, *_rest = chart.scene.tree.rect(sample.seat("Visionary"))
    chart.restore(replace(chart.state(), x=left - 20, y=top - 20))
    under = chart.card_rect(sample.seat("Visionary")).center()
    assert chart.colouring.legend.geometry().contains(under)
    sample.hand.click(chart.colouring.legend, under)
    assert sample.bridge.selection is None


@pytest.mark.parametrize("zoom", [0.3, 0.35, 0.4, 0.45])
def test_signs_stand_beside_the_title_of_a_card_with_one_line(sample, zoom):
    sample.act("detail-title")
    sample.act("colour-outcome")
    chart, seat = sample.view.chart, sample.seat(MSP)
    chart.sight.zoom_to(zoom)
    image = chart.frame.picture(seat).toImage()
    soft = sample.window.theme.color("partly_soft").name()
    tinted = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == soft
    ]
    assert tinted
    assert min(tinted) > image.width() / 2


def test_the_menu_has_one_choice_of_each_kind(sample):
    table = sample.window.actions_table
    assert table["detail-title"].actionGroup().isExclusive()
    assert table["colour-due"].actionGroup() is table["colour-kind"].actionGroup()
    sample.act("detail-title")
    sample.act("detail-title")
    assert ticked(sample) == ["title"]
