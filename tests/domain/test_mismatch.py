"""What a seat asks for against what its provider sells and says that it wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.edits.seat import change_responsibility
from mspseat_desktop.domain.mismatch import mismatch, model_notices
from mspseat_desktop.domain.pointing import by_subject
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ResponsibilityId,
    SeatId,
)
from mspseat_desktop.wording.reasons import reason_text
from tests.reviewing import answer, judged, person_scene, provider_scene, responsibility
from tests.world import ON, chart_of, edited, responsible, seated

REPAIRS = tuple(responsibility(text, "repair") for text in ("Help desk", "Spare parts"))


def said(reasons) -> list[str]:
    return [reason_text(reason) for reason in reasons]


def test_a_seat_that_asks_for_planning_is_beyond_a_repair_provider():
    scene = provider_scene(service_model="repair", occupant_name="Northbeam")
    assert said(model_notices(scene)) == [
        "This seat asks for planning, a budget and a roadmap; Northbeam sells repairs. "
        "Lines that do not fit: Patching; Protection; Backup; Roadmap."
    ]


@pytest.mark.parametrize("model", ["managed", "co_managed"])
def test_managed_care_falls_short_of_planning_only(model):
    (found,) = model_notices(provider_scene(service_model=model))
    assert (found.params["asked"], found.params["lines"]) == ("strategic", "Roadmap")


@pytest.mark.parametrize("model", ["", "strategic"])
def test_nothing_is_said_of_a_provider_that_plans_ahead_or_whose_model_is_not_known(model):
    assert model_notices(provider_scene(service_model=model)) == ()


@pytest.mark.parametrize("model", ["", "repair", "strategic"])
def test_a_seat_of_repairs_only_says_whom_it_fits(model):
    scene = provider_scene(service_model=model, responsibilities=REPAIRS)
    assert said(model_notices(scene)) == [
        "This seat asks for repairs only. That fits a repair provider; one that plans ahead may "
        "decline it."
    ]


def test_lines_that_the_seat_only_helps_with_or_the_contract_excludes_never_misfit():
    lines = (
        *REPAIRS,
        responsibility("Roadmap", "strategic", part="helps"),
        responsibility("Budget", "strategic", excluded=True),
    )
    scene = provider_scene(service_model="repair", responsibilities=lines)
    assert [r.code for r in model_notices(scene)] == ["repairs-only"]


def test_lines_without_a_level_are_not_guessed():
    scene = provider_scene(
        service_model="repair", responsibilities=(responsibility("Whatever comes", ""),)
    )
    assert model_notices(scene) == ()


def test_a_person_has_no_service_model():
    assert model_notices(person_scene(service_model="repair")) == ()


def test_what_the_provider_would_rather_not_do_is_named_after_what_it_sells():
    scene = provider_scene(service_model="managed", occupant_name="Northbeam")
    answers = by_subject([answer("wants", "Backup", "declined"), answer("wants", "Patching")])
    assert said(mismatch(scene, answers))[1:] == ["Northbeam would rather not do: Backup."]


def test_a_review_keeps_the_notice_and_its_headline_does_not_change():
    with_model, without = (
        judged(provider_scene(service_model=model)) for model in ("repair", "strategic")
    )
    assert with_model.headline == without.headline
    assert "beyond-model" in [r.code for r in with_model.notices]


def test_the_scene_takes_the_model_from_the_provider_who_sits_there():
    client = seated(chart_of({"Finance": ["MSP"]}), "MSP", "Northbeam", provider=True)
    client = responsible(client, "MSP", "Roadmap")
    firm = client.get(Occupant, "Northbeam")
    client = edited(
        client,
        change_occupant(replace(firm, service_model="repair")),
        change_responsibility(ResponsibilityId("Roadmap"), level="strategic"),
    )
    scene = scene_of(client, seat=SeatId("MSP"), occupant=OccupantId("Northbeam"), on=ON)
    assert [r.code for r in model_notices(scene)] == ["beyond-model"]
