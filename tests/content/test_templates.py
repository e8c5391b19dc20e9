from __future__ import annotations

import pytest

from mspseat_desktop.content.templates import (
    seat_from_template,
    start_charts,
    start_edit,
    templates,
)
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import SeatId
from mspseat_desktop.domain.revision import Revision
from world import edited, empty_client, id_maker, outline

EOS = [
    "Visionary",
    "  Integrator",
    "    Sales and Marketing",
    "    Operations",
    "    Finance and Admin",
    "      Managed IT and Security (MSP)",
]


def test_a_new_chart_has_the_five_starting_seats_and_the_msp_seat():
    client = edited(empty_client(), start_edit("five-seats-msp", wording="eos", new_id=id_maker()))
    assert outline(client) == EOS
    assert client.profile.wording == "eos"
    assert client.profile.name == "Lakeside"
    for seat in client.chart():
        assert len(client.responsibilities(seat)) == 5
        assert len(client.metrics(seat)) >= 3
    msp = list(client.chart())[-1]
    assert client.seat(msp).meant_for == "provider"
    assert [r.level for r in client.responsibilities(msp)] == [
        "repair",
        *("managed",) * 3,
        "strategic",
    ]
    assert [r.protects for r in client.responsibilities(msp)] == [False, False, True, True, False]


def test_plain_words_name_the_same_seats():
    client = edited(
        empty_client(), start_edit("five-seats-msp", wording="plain", new_id=id_maker())
    )
    titles = [line.strip() for line in outline(client)]
    assert titles[:2] == ["Owner or CEO", "General manager"]
    assert titles[4:] == ["Accounting", "Managed IT and Security"]


def test_an_empty_chart_has_no_seat():
    work = Revision(empty_client())
    start_edit("empty", wording="plain", new_id=id_maker()).run(work)
    assert not work.change()
    assert [c.id for c in start_charts()] == ["five-seats-msp", "empty"]


def test_a_template_that_does_not_exist_is_refused():
    with pytest.raises(Refused) as refused:
        start_edit("six-seats", new_id=id_maker())
    assert refused.value.code == "unknown-template"


def test_every_template_makes_a_seat_that_obeys_the_rules():
    found = templates()
    assert len(found) == 14
    assert {t.parent for t in found} <= {t.id for t in found} | {""}
    for template in found:
        work = Revision(empty_client())
        edit = seat_from_template(template, seat=SeatId("s"), parent=None, new_id=id_maker())
        edit.run(work)
        rules.check(work.client, work.change())
        seat = work.client.seat(SeatId("s"))
        assert (seat.title, seat.purpose) == (template.title, template.purpose)
        assert len(work.client.responsibilities(seat.id)) == 5
        for metric in work.client.metrics(seat.id):
            assert metric.cadence
            assert (metric.direction == "between") == (metric.target_high is not None)


def test_only_seats_of_it_providers_carry_levels():
    levelled = {t.id for t in templates() if any(r.level for r in t.responsibilities)}
    assert levelled == {"msp", "mssp"}
    msp = next(t for t in templates() if t.id == "msp")
    assert len(msp.more_metrics) == 15
