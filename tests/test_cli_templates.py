"""`mspseat new --template`: every shipped chart, and templates of one's own."""

from __future__ import annotations

import pytest

from mspseat_desktop.cli.entry import run
from mspseat_desktop.content import my_templates
from mspseat_desktop.content.template_files import OwnTemplate
from mspseat_desktop.content.templates import SeatTemplate


def seats(capfd, path):
    assert run(["seats", str(path)]) == 0
    return [line.rsplit("  (", 1)[0] for line in capfd.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("template", "count"),
    [("five-seats-msp", 6), ("small-msp", 5), ("co-managed", 7), ("six-providers", 11)],
)
def test_each_shipped_chart_can_be_started_with(capfd, tmp_path, template, count):
    path = tmp_path / "x.mspseat"
    assert run(["new", str(path), "--template", template]) == 0
    assert len(seats(capfd, path)) == count


@pytest.fixture
def plant(program_home_of_the_test):
    branch = (SeatTemplate("1", "Plant"), SeatTemplate("2", "Shift", parent="1"))
    return my_templates.keep(program_home_of_the_test, OwnTemplate("Our plant", branch))


def test_a_template_of_ones_own_is_taken_by_its_name(capfd, tmp_path, plant):
    path = tmp_path / "x.mspseat"
    assert run(["new", str(path), "--template", plant.name.upper()]) == 0
    assert seats(capfd, path) == ["Plant", "  Shift"]


def test_an_unknown_template_is_wrong_usage_and_the_others_are_named(capfd, tmp_path, plant):
    assert run(["new", str(tmp_path / "x.mspseat"), "--template", "Our mill"]) == 2
    told = capfd.readouterr().err
    assert "“Our mill”" in told
    assert plant.name in told
    assert "co-managed" in told
    assert not (tmp_path / "x.mspseat").exists()


def test_a_broken_file_among_the_templates_is_in_nobodys_way(
    capfd, tmp_path, plant, program_home_of_the_test
):
    (program_home_of_the_test / "templates" / "odd.toml").write_bytes(b"\xff")
    path = tmp_path / "x.mspseat"
    assert run(["new", str(path), "--template", plant.name]) == 0
    assert len(seats(capfd, path)) == 2
