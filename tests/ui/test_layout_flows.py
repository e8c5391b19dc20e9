"""Layouts, assistants and second lines from the menus, with ticks that tell the truth."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.records import SecondLine

MSP = "Managed IT & Security"


@pytest.fixture
def sample(program):
    program.open_sample()
    return program


def ticked(program, *names):
    table = program.window.actions_table
    return [name for name in names if table[name].isChecked()]


CHART = ("chart-down", "chart-right", "chart-stacked")
BRANCH = ("branch-inherit", "branch-down", "branch-right", "branch-stacked")


def test_the_chart_runs_as_chosen_and_the_menu_says_how(sample):
    assert ticked(sample, *CHART) == ["chart-down"]
    sample.act("chart-right")
    assert sample.client.look.layout == "right"
    assert ticked(sample, *CHART) == ["chart-right"]
    sample.act("chart-right")
    assert ticked(sample, *CHART) == ["chart-right"]
    sample.act("undo")
    assert ticked(sample, *CHART) == ["chart-down"]


def test_the_chart_is_set_closer_and_wider(sample):
    sample.act("chart-compact")
    assert sample.client.look.compact
    assert ticked(sample, "chart-compact")
    sample.act("chart-compact")
    assert not sample.client.look.compact


def test_a_branch_stands_as_chosen_and_each_seat_has_its_own_tick(sample):
    sample.select("Technology")
    sample.act("branch-stacked")
    assert sample.client.seat(sample.seat("Technology")).layout == "stacked"
    assert ticked(sample, *BRANCH) == ["branch-stacked"]
    sample.select(MSP)
    assert ticked(sample, *BRANCH) == ["branch-inherit"]


def test_an_assistant_is_made_and_unmade_where_there_is_somebody_to_assist(sample):
    sample.select(MSP)
    sample.act("assistant")
    assert sample.client.seat(sample.seat(MSP)).assistant
    assert ticked(sample, "assistant")
    sample.act("assistant")
    assert not sample.client.seat(sample.seat(MSP)).assistant
    sample.select("Visionary")
    assert not sample.window.actions_table["assistant"].isEnabled()


def test_second_lines_lead_to_the_list_in_the_panel(sample):
    sample.select(MSP)
    sample.act("second-lines")
    picker = sample.window.view.panel.seat_page.also_reports_to.add
    sample.hand.type("Finance")
    sample.hand.press("Return")
    lines = list(sample.client.every(SecondLine))
    assert [(line.seat, line.to) for line in lines] == [
        (sample.seat(MSP), sample.seat("Finance & Admin"))
    ]
    assert picker.isVisible()
