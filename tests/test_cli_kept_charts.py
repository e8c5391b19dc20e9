"""What-if copies and versions from the command line."""

from __future__ import annotations

import json

import pytest

from mspseat_desktop.cli.clients import new_id, open_client
from mspseat_desktop.cli.entry import run
from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.layouts import lay_out_chart
from mspseat_desktop.domain.vocabulary import ChartId


@pytest.fixture
def client(tmp_path):
    path = tmp_path / "Lakeside.mspseat"
    assert run(["new", str(path)]) == 0
    with open_client(path) as session:
        top = next(session.client.chart())
        lead = KeptChart(ChartId(new_id()), "With an IT lead", "what_if", "2026-11-26", "board")
        session.charts.keep(lead)
        session.charts.keep(KeptChart(ChartId(new_id()), "Autumn", "version", "2026-10-01"))
        session.charts.open(lead.id)
        session.do(rename_seat(top, "The boss"))
        session.do(lay_out_chart("right"))
    return path


def told(capsys, *arguments):
    capsys.readouterr()
    assert run([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def test_all_charts_are_listed_the_current_one_first(client, capsys):
    found = json.loads(told(capsys, "charts", client, "--json"))
    assert [(c["name"], c["kind"], c["day"]) for c in found] == [
        ("", "current", ""),
        ("With an IT lead", "what_if", "2026-11-26"),
        ("Autumn", "version", "2026-10-01"),
    ]
    assert found[1]["note"] == "board"
    assert [(c["layout"], c["compact"]) for c in found] == [
        ("down", False),
        ("right", False),
        ("down", False),
    ]
    assert told(capsys, "charts", client).splitlines() == [
        "Current chart",
        "With an IT lead  (What-if copy, 2026-11-26, from left to right)",
        "Autumn  (Version, 2026-10-01)",
    ]


def test_the_seats_of_a_copy_are_listed_by_its_name_in_any_case_or_its_id(client, capsys):
    listed = json.loads(told(capsys, "charts", client, "--json"))
    for name in ("with an it  lead", listed[1]["id"]):
        seats = json.loads(told(capsys, "seats", client, "--chart", name, "--json"))
        assert seats[0]["title"] == "The boss"
    for name in ("Autumn", "current"):
        seats = json.loads(told(capsys, "seats", client, "--chart", name, "--json"))
        assert seats[0]["title"] != "The boss"
    plain = json.loads(told(capsys, "seats", client, "--json"))
    assert plain == json.loads(told(capsys, "seats", client, "--chart", "current", "--json"))


def test_a_name_that_no_chart_or_several_have_is_said(client, capsys):
    with open_client(client) as session:
        session.charts.keep(KeptChart(ChartId("again"), "Autumn", "version", "2026-11-01"))
    capsys.readouterr()
    assert run(["seats", str(client), "--chart", "Spring"]) == 1
    assert capsys.readouterr().err == "There is no chart “Spring”.\n"
    assert run(["seats", str(client), "--chart", "autumn"]) == 1
    assert "fits 2 charts" in capsys.readouterr().err


def test_reading_leaves_no_working_copy_behind(client, capsys):
    from mspseat_desktop.storage.own_folder import usable_home

    before = sorted(str(p) for p in usable_home().rglob("*.sqlite"))
    told(capsys, "charts", client)
    assert sorted(str(p) for p in usable_home().rglob("*.sqlite")) == before
