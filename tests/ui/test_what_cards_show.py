"""How much the cards of the chart show is chosen in the menu and remembered, and is no edit."""

from __future__ import annotations

import pytest

from mspseat_desktop.layout.cards import Detail

MSP = "Managed IT & Security"
LEVELS = ("title", "occupant", "responsibilities", "metrics", "marks")


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


def test_it_is_no_edit_and_known_again_when_the_client_is_opened_again(sample, tmp_path):
    steps = sample.bridge.undo_step()
    sample.act("detail-responsibilities")
    assert sample.bridge.undo_step() == steps
    path = tmp_path / "Lakeside.mspseat"
    sample.save_to(path)
    sample.act("close")
    sample.window.files.open_path(path)
    assert ticked(sample) == ["responsibilities"]
    assert sample.view.chart.scene.detail is Detail.RESPONSIBILITIES
    assert box(sample).marks is None


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
