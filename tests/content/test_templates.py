from __future__ import annotations

import pytest

from mspseat_desktop.content.templates import (
    START_CHART,
    seat_from_template,
    start_charts,
    start_edit,
    templates,
)
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
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
    charts = [c.id for c in start_charts()]
    assert charts == ["five-seats-msp", "small-msp", "co-managed", "six-providers", "empty"]
    assert charts[0] == START_CHART
    assert all(c.about and c.name for c in start_charts())


def started(chart, wording="plain"):
    return edited(empty_client(), start_edit(chart, wording=wording, new_id=id_maker()))


def test_in_a_small_company_all_report_to_the_owner_and_the_msp_to_accounting():
    assert outline(started("small-msp")) == [
        "Owner or CEO",
        "  Sales and Marketing",
        "  Operations",
        "  Accounting",
        "    Managed IT and Security",
    ]


def test_with_co_managed_it_the_msp_reports_to_the_internal_lead():
    assert outline(started("co-managed"))[-3:] == [
        "    Accounting",
        "      Internal IT lead",
        "        Managed IT and Security",
    ]


def test_a_company_with_six_providers_has_six_seats_meant_for_them():
    client = started("six-providers", "eos")
    assert outline(client) == [
        "Visionary",
        "  Integrator",
        "    Sales and Marketing",
        "      Marketing agency",
        "    Operations",
        "    Finance and Admin",
        "      Managed IT and Security (MSP)",
        "      Outside accountant",
        "      Payroll provider",
        "      Insurance broker",
        "    Legal counsel",
    ]
    meant = [client.seat(s).meant_for for s in client.chart()]
    assert meant.count("provider") == 6


def test_seats_of_it_have_a_column_in_the_coverage_map():
    client = started("co-managed")
    holders = [client.seat(s).title for s in client.chart() if client.seat(s).holds_it]
    assert holders == ["Internal IT lead", "Managed IT and Security"]


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


COUNTED = {
    "visionary": (5, 3),
    "integrator": (5, 4),
    "sales_marketing": (5, 4),
    "operations": (5, 4),
    "finance_admin": (5, 4),
    "msp": (5, 5),
    "it_lead": (5, 5),
    "mssp": (5, 4),
    "accountant": (5, 4),
    "payroll": (5, 4),
    "legal": (5, 4),
    "marketing_agency": (5, 4),
    "hr_provider": (5, 3),
    "insurance_broker": (5, 3),
}
"""Responsibilities and metrics of each seat in the list of contents (F6)."""


def test_every_template_has_the_responsibilities_and_metrics_that_were_listed():
    for wording in ("plain", "eos"):
        found = {t.id: (len(t.responsibilities), len(t.metrics)) for t in templates(wording)}
        assert found == COUNTED


def test_metrics_say_how_they_are_measured():
    by_name = {m.name: m for t in templates() for m in (*t.metrics, *t.more_metrics)}
    assert {m.measure for m in by_name.values()} == {
        *("number", "percent", "minutes", "money", "yes_no"),
    }
    assert by_name["First response, median"].measure == "minutes"
    assert by_name["Cost per lead"].target is None
    capacity = by_name["Use of capacity"]
    assert (capacity.target, capacity.target_high, capacity.direction) == (75, 85, "between")
    assert not [m.name for m in by_name.values() if m.unit in {"%", "min"}]


def test_only_seats_of_it_providers_carry_levels():
    levelled = {t.id for t in templates() if any(r.level for r in t.responsibilities)}
    assert levelled == {"msp", "mssp"}
    msp = next(t for t in templates() if t.id == "msp")
    assert len(msp.more_metrics) == 15
