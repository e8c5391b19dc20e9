from __future__ import annotations

from datetime import date

import pytest

from mspseat_desktop.content.missing import (
    ask_again,
    have_none,
    have_one,
    missing_kinds,
    name_firm,
    possible_parents,
    still_missing,
    to_ask,
)
from mspseat_desktop.content.recognising import place_of, seat_of_kind
from mspseat_desktop.content.sample import sample_client
from mspseat_desktop.content.templates import (
    seat_from_template,
    start_charts,
    start_edit,
    templates,
)
from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import mean_seat_for
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import SeatId
from world import ON, chart_of, edited, empty_client, id_maker, outline, seated

ALL = (
    *("accountant", "payroll", "legal", "insurance_broker", "marketing_agency", "hr_provider"),
    *("msp", "mssp"),
)


def missing(client):
    return {kind.template for kind in still_missing(client)}


def started(chart, wording="plain"):
    return edited(empty_client(), start_edit(chart, wording=wording, new_id=id_maker()))


def recognised(title, *, firm="", meant_for=""):
    """The kinds that a single seat of this title stands for."""
    client = chart_of({title: []})
    client = edited(client, mean_seat_for(SeatId(title), meant_for))
    if firm:
        client = seated(client, title, firm, provider=True)
    return {kind for kind in ALL if seat_of_kind(client, kind)}


def test_the_guide_asks_in_this_order():
    assert tuple(kind.template for kind in missing_kinds(empty_client())) == ALL
    assert all(kind.question.endswith("?") for kind in missing_kinds(empty_client()))


@pytest.mark.parametrize("wording", ["plain", "eos"])
@pytest.mark.parametrize("chart", [chart.id for chart in start_charts()])
def test_seats_of_a_starting_chart_are_recognised_in_either_wording(chart, wording):
    seats = next(c.seats for c in start_charts() if c.id == chart)
    assert missing(started(chart, wording)) == set(ALL) - set(seats)


@pytest.mark.parametrize("wording", ["plain", "eos"])
def test_each_template_stands_for_itself_only(wording):
    for template in templates(wording):
        edit = seat_from_template(template, seat=SeatId("s"), parent=None, new_id=id_maker())
        client = edited(empty_client(), edit)
        found = {kind for kind in ALL if seat_of_kind(client, kind)}
        assert found == ({template.id} & set(ALL)), template.title


def test_a_seat_with_another_name_is_recognised_by_its_responsibilities():
    client = started("five-seats-msp")
    seat = seat_of_kind(client, "msp")
    client = edited(client, rename_seat(seat, "Die Leute für Computer"), mean_seat_for(seat, ""))
    assert seat_of_kind(client, "msp") == seat


@pytest.mark.parametrize(
    ("title", "firm", "kind"),
    [
        ("MSP", "", "msp"),
        ("IT", "Northbeam", "msp"),
        ("IT & Security", "Northbeam", "msp"),
        ("Outsourced IT support", "", "msp"),
        ("Security (MSSP)", "", "mssp"),
        ("Cyber Security", "Blue Wall", "mssp"),
        ("Bookkeeping & Payroll", "Clearledger LLP", "payroll"),
        ("Year-end accounts", "Hill and Sons", "accountant"),
        ("Finance help", "Hill & Sons Accountants", "accountant"),
        ("Attorney", "", "legal"),
        ("Contracts", "Price Law", "legal"),
        ("Risk", "Harbor Insurance", "insurance_broker"),
        ("Marketing", "Loud Ltd", "marketing_agency"),
        ("Récruiting", "Finders", "hr_provider"),
    ],
)
def test_a_firms_seat_is_recognised_by_title_and_name(title, firm, kind):
    assert recognised(title, firm=firm) == {kind}


@pytest.mark.parametrize(
    "title",
    [
        *("Sales and Marketing", "Accounting", "Finance & Admin", "HR", "Payroll", "Legal", "IT"),
        *("Internal IT lead", "Security", "Marketing", "IT lead", "Edit board", "Society", "Taxi"),
    ],
)
def test_a_seat_of_the_clients_own_people_is_no_firms_seat(title):
    assert recognised(title) == set()
    assert recognised(title, meant_for="person") == set()


@pytest.mark.parametrize(
    ("title", "firm"),
    [("IT lead", "Fractional Ltd"), ("Site security", "Guards Inc"), ("Cleaning", "Bright")],
)
def test_a_firm_that_does_something_else_stands_for_nothing_asked(title, firm):
    assert recognised(title, firm=firm) == set()


def test_a_person_called_after_a_trade_makes_no_firms_seat():
    client = seated(chart_of({"Plant": []}), "Plant", "Jude Law")
    assert missing(client) == set(ALL)


def test_the_sample_still_lacks_an_accountant_but_no_payroll_and_no_msp():
    client = sample_client(date(2026, 11, 23))
    assert missing(client) == set(ALL) - {"payroll", "msp"}


def titles(client, seats):
    return [client.seat(seat).title for seat in seats]


@pytest.mark.parametrize("wording", ["plain", "eos"])
def test_a_seat_above_is_found_in_either_wording(wording):
    client = started("co-managed", wording)
    by_id = {t.id: t.title for t in templates(wording)}
    for name in ("visionary", "integrator", "sales_marketing", "operations", "finance_admin"):
        assert client.seat(place_of(client, name)).title == by_id[name]
    assert client.seat(place_of(client, "it_lead")).title == by_id["it_lead"]


def test_the_msp_may_report_to_finance_operations_or_the_integrator():
    client = started("five-seats-msp", "eos")
    assert titles(client, possible_parents(client, "msp")) == [
        *("Finance and Admin", "Operations", "Integrator"),
    ]


def test_without_the_usual_seat_above_the_next_one_up_is_taken():
    client = chart_of({"Founder": ["Plant", "General manager"], "General manager": ["Shop"]})
    assert titles(client, possible_parents(client, "accountant")) == ["General manager"]
    assert titles(client, possible_parents(client, "msp")) == ["General manager"]
    odd = chart_of({"Top": ["Left"], "Other top": []})
    assert titles(odd, possible_parents(odd, "mssp")) == ["Top"]
    assert possible_parents(empty_client(), "mssp") == ()


def test_a_providers_seat_is_not_offered_as_the_one_above():
    client = seated(
        chart_of({"Top": ["Finance", "Controller"]}), "Finance", "Cash Ltd", provider=True
    )
    assert titles(client, possible_parents(client, "payroll")) == ["Controller"]


def done(client, edit):
    work = Revision(client)
    edit.run(work)
    rules.check(work.client, work.change())
    return work.client


def test_we_have_one_makes_the_seat_from_its_template_with_the_firm_in_it():
    client = started("five-seats-msp")
    parent = possible_parents(client, "legal")[0]
    edit, seat = have_one(
        client, "legal", parent=parent, firm="  Price   Law ", new_id=id_maker("n"), on=ON
    )
    client = done(client, edit)
    assert "    Legal counsel" in outline(client)
    assert len(client.responsibilities(seat)) == 5
    firm = client.accountable(seat)
    assert (firm.name, firm.kind) == ("Price Law", "provider")
    assert "legal" not in missing(client)


def test_a_firm_that_is_known_already_takes_a_second_seat():
    client = started("five-seats-msp")
    client = seated(client, seat_of_kind(client, "msp"), "Northbeam", provider=True)
    edit, seat = have_one(
        client, "mssp", parent=None, firm="NORTHBEAM", new_id=id_maker("n"), on=ON
    )
    client = done(client, edit)
    assert client.count(Occupant) == 1
    assert len(client.seats_of(client.accountable(seat).id)) == 2


def test_without_a_name_the_seat_stays_open():
    edit, seat = have_one(
        empty_client(), "payroll", parent=None, firm=" ", new_id=id_maker(), on=ON
    )
    client = done(empty_client(), edit)
    assert client.accountable(seat) is None
    assert client.seat(seat).meant_for == "provider"


def test_we_have_none_is_kept_and_can_be_taken_back():
    client = done(empty_client(), have_none(empty_client(), "legal"))
    assert client.profile.has_none == ("legal",)
    assert missing(client) == set(ALL) - {"legal"}
    again = done(client, ask_again(client, "legal"))
    assert missing(again) == set(ALL)
    assert again.profile.has_none == ()


def test_a_seat_takes_the_answer_none_back():
    client = done(empty_client(), have_none(empty_client(), "legal"))
    edit, _seat = have_one(client, "legal", parent=None, firm="", new_id=id_maker(), on=ON)
    assert done(client, edit).profile.has_none == ()


def test_a_firm_whose_seat_stands_open_is_still_asked_for():
    client = started("five-seats-msp")
    asked = {kind.template: kind.seat for kind in to_ask(client)}
    seat = seat_of_kind(client, "msp")
    assert asked["msp"] == seat
    assert {name for name, open_seat in asked.items() if open_seat is None} == missing(client)
    edit = name_firm(client, seat, "  Northbeam   IT ", new_id=id_maker("n"), on=ON)
    client = edited(client, edit)
    assert client.accountable(seat).name == "Northbeam IT"
    assert "msp" not in {kind.template for kind in to_ask(client)}
