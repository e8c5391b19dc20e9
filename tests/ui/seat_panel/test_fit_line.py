"""What the panel says where a seat and its provider do not fit."""

from dataclasses import replace

import pytest

from mspseat_desktop.domain.edits.people import change_occupant, unseat
from mspseat_desktop.domain.edits.seat import change_responsibility, mean_seat_for
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import SeatId
from world import ON

MSP = SeatId("MSP")


def sells(desk, model):
    firm = desk.client.get(Occupant, "Northbeam")
    assert desk.bridge.do(change_occupant(replace(firm, service_model=model)))


def levels(desk, level, *texts):
    for text in texts:
        assert desk.bridge.do(change_responsibility(text, level=level))


def test_nothing_is_said_while_everything_fits(desk):
    sells(desk, "strategic")
    levels(desk, "strategic", "Roadmap")
    assert desk.page.fit.isHidden()


@pytest.mark.parametrize("level_first", [True, False])
def test_a_roadmap_asked_of_a_repair_provider_is_said_at_once(desk, level_first):
    if level_first:
        levels(desk, "strategic", "Roadmap")
        sells(desk, "repair")
    else:
        sells(desk, "repair")
        levels(desk, "strategic", "Roadmap")
    assert desk.page.fit.isVisible()
    assert desk.page.fit.text() == (
        "This seat asks for planning, a budget and a roadmap; Northbeam sells repairs. Lines that "
        "do not fit: Roadmap."
    )


def test_an_open_seat_of_repairs_meant_for_a_provider_says_whom_it_fits(desk):
    levels(desk, "repair", "Help desk")
    (seating,) = desk.client.seatings(MSP)
    desk.bridge.do(unseat(seating.id, on=ON))
    assert desk.page.fit.isHidden()
    desk.bridge.do(mean_seat_for(MSP, "provider"))
    assert desk.page.fit.text().startswith("This seat asks for repairs only.")
