"""What is worth a look: each code fires where it should, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from health_world import (
    FIRING,
    MSP,
    SILENT,
    as_person,
    codes,
    firm,
    named_again,
    open_seat,
    put,
    with_map,
    without_duties,
    wrong,
)
from mspseat_desktop.domain import coverage
from mspseat_desktop.domain.edits.chart import delete_seat
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.edits.coverage import mark, start_map
from mspseat_desktop.domain.edits.health import accept, take_back, watch
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.finding import CODES, Finding, acceptance
from mspseat_desktop.domain.health import findings, findings_of_seat
from mspseat_desktop.domain.records import (
    Accepted,
    Function,
    Occupant,
    accepted_id,
)
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import (
    FunctionId,
    OccupantId,
    ResponsibilityId,
    ReviewId,
    SeatId,
)
from world import ON, chart_of, edited, responsible


def test_there_are_24_kinds_and_a_firm_in_order_has_none():
    assert len(CODES) == 24
    assert set(FIRING) == set(SILENT) == set(CODES)
    assert codes(firm()) == []


@pytest.mark.parametrize("code", CODES)
def test_each_kind_is_told_where_it_is(code):
    assert code in codes(FIRING[code]())


@pytest.mark.parametrize("code", CODES)
def test_each_kind_is_silent_one_step_before(code):
    assert code not in codes(SILENT[code]())


@pytest.mark.parametrize("code", CODES)
def test_each_kind_can_be_switched_off_and_on_again(code):
    client = FIRING[code]()
    off = edited(client, watch(code, watched=False))
    assert code not in codes(off)
    assert codes(edited(off, watch(code, watched=True))) == codes(client)


@pytest.mark.parametrize("code", CODES)
def test_each_kind_can_be_accepted_with_a_reason_that_is_kept(code):
    client = FIRING[code]()
    finding = next(f for f in findings(client, ON) if f.code == code)
    assert acceptance(client, finding) is None
    accepted = edited(client, accept(finding, reason=" We know. ", on=ON))
    assert findings(accepted, ON) == findings(client, ON)
    assert acceptance(accepted, finding).reason == "We know."
    name = accepted_id(finding.code, finding.about)
    assert acceptance(edited(accepted, take_back(name)), finding) is None


def test_nothing_is_accepted_without_a_reason():
    with pytest.raises(Refused, match="accepted-without-reason"):
        edited(firm(), accept(Finding("open-seat", MSP, MSP), reason="  ", on=ON))


def test_findings_come_in_chart_order_what_has_no_seat_first():
    client = with_map(chart_of({"A": ["B", "C"], "B": ["D"]}))
    seats = [f.seat for f in findings(client, ON)]
    kept = list(dict.fromkeys(seats))
    assert kept == [None, "A", "B", "D", "C"]
    assert seats == sorted(seats, key=kept.index)
    ranks = [CODES.index(f.code) for f in findings(client, ON) if f.seat == "A"]
    assert ranks == sorted(ranks)


def test_a_closed_seat_has_nothing_worth_a_look():
    client = wrong(without_duties(firm(), 0))
    closed = edited(client, delete_seat(MSP, reports="lift", on=ON))
    assert closed.seat(MSP).closed_on == ON
    assert findings_of_seat(closed, MSP, ON) == ()
    assert codes(closed, MSP) == []


def test_a_client_without_an_msp_is_not_asked_for_its_seat():
    client = as_person(firm())
    profile = replace(client.profile, has_none=("msp",))
    assert "no-provider-seat" not in codes(edited(client, change_profile(profile)))


def test_a_provider_that_is_named_only_lacks_a_seat_but_no_candidate_and_none_that_left():
    client = put(firm(), Occupant(OccupantId("New"), "New", "provider"))
    assert codes(client) == ["provider-without-seat"]
    candidate = Review(ReviewId("c"), MSP, OccupantId("New"), ON, "it_provider")
    assert codes(put(client, candidate)) == []
    left = named_again(firm(), on="2026-11-01")
    assert "provider-without-seat" not in codes(left)


def test_leading_ones_people_may_stand_in_every_seat():
    client = responsible(firm(), "MSP", "Lead, manage and hold accountable")
    client = edited(
        client,
        add_responsibility(
            ResponsibilityId("l"), SeatId("Owner"), "Lead, manage and hold accountable the team"
        ),
        add_responsibility(
            ResponsibilityId("m"), SeatId("Owner"), "Lead, manage and hold accountable"
        ),
    )
    assert "same-responsibility-twice" not in codes(client)


def test_a_judge_in_doubt_tells_a_rating_only_when_the_judge_was_rated():
    doubt = {
        f.params["why"]: f.tells_ratings
        for client in (FIRING["judge-in-doubt"](), open_seat(firm(), "Owner"))
        for f in findings(client, ON)
        if f.code == "judge-in-doubt"
    }
    assert doubt == {"wrong_seat": True, "open": False}


@pytest.mark.parametrize("part", ["declined", "excluded", "helps"])
def test_the_map_and_the_findings_agree_on_what_nobody_covers(part):
    client = with_map(firm(), MSP=part)
    trouble = coverage.standings(client)[0].trouble
    found = [f for f in findings(client, ON) if f.code == "function-nobody-covers"]
    assert [f.params["why"] for f in found] == [trouble]


def test_what_nobody_covers_is_told_once_the_map_is_drawn():
    names = ("f1", "f2", "f3", "f4")
    client = edited(firm(), start_map([Function(FunctionId(n), name=n) for n in names]))
    assert codes(client) == []
    client = edited(client, mark(FunctionId("f1"), MSP, "accountable"))
    assert codes(client) == []
    assert (
        codes(edited(client, mark(FunctionId("f2"), MSP, "declined")))
        == ["function-nobody-covers"] * 3
    )
    client = edited(client, mark(FunctionId("f2"), MSP, "helps"))
    assert codes(client) == ["function-nobody-covers"] * 3


def test_a_code_of_another_version_is_left_alone():
    client = put(firm(), Accepted(accepted_id("sun-spots", "x"), "sun-spots", "x", "Old", ON))
    client = edited(client, watch("open-seat", watched=False))
    profile = replace(client.profile, unwatched=("sun-spots", "open-seat"))
    client = edited(edited(client, change_profile(profile)), watch("wide-span", watched=False))
    assert client.profile.unwatched == ("open-seat", "wide-span", "sun-spots")
    assert codes(client) == []
