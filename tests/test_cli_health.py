"""The command line tells what is worth a look: for scripts with lasting codes, and to read."""

from __future__ import annotations

import json

import pytest

from mspseat_desktop.cli.clients import new_id, now, open_client
from mspseat_desktop.cli.entry import run
from mspseat_desktop.domain.edits.health import accept, watch
from mspseat_desktop.domain.finding import CODES
from mspseat_desktop.domain.health import findings

CHART = """id,reports to,title,occupant
1,,Owner,Ann
2,1,Managed IT,Northgate Ltd
3,1,Payroll,Vacant
"""


@pytest.fixture
def chart(tmp_path):
    source = tmp_path / "chart.csv"
    source.write_text(CHART, encoding="utf-8")
    assert run(["import", str(source), "--out", str(tmp_path / "client.mspseat")]) == 0
    return tmp_path / "client.mspseat"


def told(capfd, *arguments):
    capfd.readouterr()
    assert run([str(a) for a in arguments]) == 0
    return capfd.readouterr().out


def test_the_list_for_scripts_has_code_seat_sentence_and_accepted(chart, capfd):
    listed = json.loads(told(capfd, "health", chart, "--json"))
    assert {line["code"] for line in listed} <= set(CODES)
    payroll = [line for line in listed if line["seat_title"] == "Payroll"]
    assert [line["code"] for line in payroll] == ["open-seat", "no-responsibility", "no-metric"]
    assert payroll[0]["sentence"] == "“Payroll” is open."
    assert not any(line["accepted"] for line in listed)
    seats = {s["id"]: s["title"] for s in json.loads(told(capfd, "seats", chart, "--json"))}
    assert {line["seat"]: line["seat_title"] for line in listed} == seats


def test_what_was_accepted_says_why_and_what_is_off_is_left_out(chart, capfd):
    with open_client(chart) as session:
        on = now().date().isoformat()
        finding = next(f for f in findings(session.client, on) if f.code == "open-seat")
        session.do(accept(finding, reason="We hire\nin May.", on=on))
        session.do(watch("no-metric", watched=False))
    listed = json.loads(told(capfd, "health", chart, "--json"))
    assert [line["reason"] for line in listed if line["accepted"]] == ["We hire\nin May."]
    assert "no-metric" not in {line["code"] for line in listed}
    text = told(capfd, "health", chart)
    assert "open-seat: “Payroll” is open. Accepted: We hire in May.\n" in text
    assert len(text.splitlines()) == len(listed)


def test_a_client_in_order_says_so(tmp_path, capfd):
    file = tmp_path / f"{new_id()}.mspseat"
    assert run(["new", str(file), "--template", "empty"]) == 0
    assert told(capfd, "health", file) == "Nothing is worth a look.\n"
    assert json.loads(told(capfd, "health", file, "--json")) == []
