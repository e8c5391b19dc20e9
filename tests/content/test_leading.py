from __future__ import annotations

import pytest

from mspseat_desktop.content.leading import leading_text, should_lead
from mspseat_desktop.content.templates import start_edit
from mspseat_desktop.domain.vocabulary import SeatId
from world import chart_of, edited, empty_client, id_maker, responsible

CEO = SeatId("CEO")


def test_a_seat_with_reports_should_lead_them():
    client = chart_of({"CEO": ["Sales"]})
    assert should_lead(client, CEO)
    assert not should_lead(client, SeatId("Sales"))


@pytest.mark.parametrize(
    "text",
    [
        leading_text(),
        "Lead, manage, hold accountable",
        "LEAD, MANAGE AND HOLD ACCOUNTABLE the leadership team",
        "LMA",
        "Sales team (LMA)",
    ],
)
def test_a_seat_that_says_so_is_left_alone(text):
    assert not should_lead(responsible(chart_of({"CEO": ["Sales"]}), "CEO", text), CEO)


@pytest.mark.parametrize("text", ["Hold the MSP accountable", "Lead the market", "Llama farm", ""])
def test_other_words_do_not_count(text):
    assert should_lead(responsible(chart_of({"CEO": ["Sales"]}), "CEO", text), CEO)


def test_seats_of_the_starting_chart_lead_but_for_the_owner():
    client = edited(empty_client(), start_edit("five-seats-msp", new_id=id_maker()))
    titles = [client.seat(s).title for s in client.chart() if should_lead(client, s)]
    assert titles == ["Owner or CEO"]
