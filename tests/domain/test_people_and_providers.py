import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.domain import rules
from mspseat_desktop.domain.edits.people import (
    add_contact,
    add_occupant,
    change_contact,
    continue_as,
    give_role,
    move_contact,
    remove_contact,
    remove_occupant,
    revise_occupant,
    seat_occupant,
    set_own_values,
    take_seat,
    unseat,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.people import (
    became,
    contract_day,
    contract_is_near,
    next_review,
    same_name,
    sat_before,
    seats_before,
)
from mspseat_desktop.domain.records import Contact, Occupant
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.revision import Edit, Revision
from mspseat_desktop.domain.vocabulary import (
    ContactId,
    CoreValueId,
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from world import ON, chart_of, edited, id_maker, seated

NORTHBEAM = OccupantId("Northbeam")
IT = SeatId("IT")


def firm(name, **known):
    return Occupant(OccupantId(name), name, "provider", **known)


def world():
    client = chart_of({"CEO": ["IT", "Sales"]})
    return edited(client, *(add_occupant(firm(name)) for name in ("Northbeam", "Acme", "Byte")))


def checked(client, *edits):
    """Run the edits one after another as a session does: with the rules after each."""
    for edit in edits:
        work = Revision(client)
        edit.run(work)
        rules.check(work.client, work.change())
        client = work.client
    return client


def refusal(client, *edits):
    with pytest.raises(Refused) as refused:
        checked(client, *edits)
    return refused.value


def contact(name):
    return Contact(ContactId(name), NORTHBEAM, name=name)


def contacts(client):
    return [c.name for c in client.contacts(NORTHBEAM)]


def values(client):
    return [v.name for v in client.values_of(NORTHBEAM)]


def own_values(*names, ids=None):
    return set_own_values(NORTHBEAM, names, new_id=ids or id_maker("v"))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_contacts_move_as_the_items_of_a_list_do(moves):
    names = list("abcdef")
    client = checked(world(), *(add_contact(contact(name)) for name in names))
    for which, index in moves:
        moved = names.pop(which % len(names))
        names.insert(index, moved)
        client = checked(client, move_contact(ContactId(moved), index))
        assert contacts(client) == names


def test_a_contact_is_changed_in_its_place_and_taken_out():
    client = checked(world(), add_contact(contact("a")), add_contact(contact("b")))
    client = checked(
        client,
        change_contact(ContactId("a"), lambda c: replace(c, part="vcio", phone="7", order=9)),
    )
    first = client.contacts(NORTHBEAM)[0]
    assert (first.part, first.phone, first.name) == ("vcio", "7", "a")
    assert contacts(checked(client, remove_contact(ContactId("a")))) == ["b"]


def test_a_contact_may_come_before_the_others():
    client = checked(world(), add_contact(contact("a")), add_contact(contact("b"), index=0))
    assert contacts(client) == ["b", "a"]


@given(st.lists(st.lists(st.text(alphabet="abc ", max_size=2), max_size=6), max_size=6))
def test_own_core_values_are_the_lines_without_blanks(rounds):
    client, ids = world(), id_maker("v")
    for names in rounds:
        client = checked(client, own_values(*names, ids=ids))
        assert values(client) == [n.strip() for n in names if n.strip()]
        found = client.values_of(NORTHBEAM)
        assert len({v.id for v in found}) == len(found)
    assert client.core_values() == ()


def test_a_value_keeps_its_id_when_it_moves_and_when_its_words_change():
    client = checked(world(), own_values("Own it", "Say it"))
    own, say = (v.id for v in client.values_of(NORTHBEAM))
    client = checked(client, own_values("Say it", "Own it"))
    assert [v.id for v in client.values_of(NORTHBEAM)] == [say, own]
    client = checked(client, own_values("Say it", "Own it all"))
    assert [v.id for v in client.values_of(NORTHBEAM)] == [say, own]
    client = checked(client, own_values("Own it all", ids=lambda: CoreValueId("never")))
    assert [v.id for v in client.values_of(NORTHBEAM)] == [own]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=12))
def test_no_firm_ever_continues_as_itself(steps):
    client, names, codes = world(), ("Northbeam", "Acme", "Byte", None), set()
    for one, other in steps:
        successor = names[other] and OccupantId(names[other])
        try:
            client = checked(client, continue_as(OccupantId(names[one]), successor))
        except Refused as refused:
            codes.add(refused.code)
        for start in names[:3]:
            seen, now = set(), start
            while now is not None:
                assert now not in seen
                seen.add(now)
                now = client.get(Occupant, now).continues_as
    assert codes <= {"continues-as-itself"}


def test_a_firm_that_was_bought_names_the_one_it_became():
    client = checked(world(), continue_as(NORTHBEAM, OccupantId("Acme")))
    assert [o.name for o in became(client, OccupantId("Acme"))] == ["Northbeam"]
    after = checked(client, remove_occupant(OccupantId("Acme")))
    assert after.get(Occupant, NORTHBEAM).continues_as is None


def test_what_was_written_in_another_field_meanwhile_is_not_lost():
    late = revise_occupant(NORTHBEAM, lambda now: replace(now, phone="7"))
    client = checked(world(), revise_occupant(NORTHBEAM, lambda now: replace(now, fee="€ 5")), late)
    found = client.get(Occupant, NORTHBEAM)
    assert (found.fee, found.phone) == ("€ 5", "7")


def test_a_name_can_not_be_wiped_out():
    blank = revise_occupant(NORTHBEAM, lambda now: replace(now, name=" "))
    assert refusal(world(), blank).code == "occupant-without-name"


def test_a_seat_that_is_held_is_taken_from_nobody():
    client = seated(world(), "IT", "Joel")
    take = take_seat(SeatingId("n"), IT, NORTHBEAM, on=ON)
    refused = refusal(client, take)
    assert (refused.code, refused.params) == (
        "second-accountable",
        {"seat": "IT", "occupant": "Joel"},
    )
    beside = checked(client, take_seat(SeatingId("n"), IT, NORTHBEAM, role="stand_in", on=ON))
    assert [(s.occupant, s.role) for s in beside.seatings(IT)] == [
        ("Joel", "accountable"),
        ("Northbeam", "stand_in"),
    ]
    again = take_seat(SeatingId("m"), IT, OccupantId("Joel"), role="also", on=ON)
    assert refusal(client, again).code == "twice-in-one-seat"
    open_one = checked(client, take_seat(SeatingId("n"), SeatId("Sales"), NORTHBEAM, on=ON))
    assert open_one.accountable(SeatId("Sales")).name == "Northbeam"


def test_a_stand_in_who_becomes_accountable_changes_places():
    client = seated(world(), "IT", "Joel")
    client = checked(client, take_seat(SeatingId("n"), IT, NORTHBEAM, role="stand_in", on=ON))
    ids = (SeatingId("p"), SeatingId("q"))
    client = checked(client, give_role(IT, NORTHBEAM, "accountable", new_ids=ids, on=ON))
    assert [(s.occupant, s.role) for s in client.seatings(IT)] == [
        ("Northbeam", "accountable"),
        ("Joel", "also"),
    ]


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        ((), "occupant-is-seated"),
        ((seat_occupant(SeatingId("2"), SeatId("Sales"), OccupantId("Joel"), on=ON),), "has-seats"),
        ((unseat(SeatingId("Joel@IT"), on=ON), "finished"), "occupant-has-reviews"),
        ((unseat(SeatingId("Joel@IT"), on=ON), "draft"), "occupant-has-draft"),
    ],
)
def test_deleting_is_refused_with_its_reason(edits, code):
    client = seated(world(), "IT", "Joel")
    for edit in edits:
        if isinstance(edit, Edit):
            client = edited(client, edit)
        else:
            review = Review(ReviewId("r"), IT, OccupantId("Joel"), ON, "person", edit)
            client = edited(client, Edit("x", lambda work, review=review: work.put(review)))
    assert refusal(client, remove_occupant(OccupantId("Joel"))).code.endswith(code)


def test_who_left_goes_with_contacts_values_and_past_seats():
    client = seated(world(), "IT", "Northbeam")
    client = checked(
        client,
        add_contact(contact("a")),
        own_values("Own it"),
        unseat(SeatingId("Northbeam@IT"), on=ON),
        remove_occupant(NORTHBEAM),
    )
    assert client.find(Occupant, NORTHBEAM) is None
    assert client.contacts(NORTHBEAM) == client.values_of(NORTHBEAM) == sat_before(client, IT) == ()


@given(
    st.sampled_from(
        ["Tomás Herrera", "Zoë", "José  Ångström", "\N{FULLWIDTH LATIN CAPITAL LETTER N}orth"]
    )
)
def test_names_read_the_same_however_they_are_encoded(name):
    client = world()
    for number, form in enumerate(("NFC", "NFD")):
        words = unicodedata.normalize(form, name)
        client = edited(
            client, add_occupant(Occupant(OccupantId(str(number)), f" {words.upper()}"))
        )
    assert {o.id for o in same_name(client, name, besides=None)} == {"0", "1"}
    assert {o.id for o in same_name(client, name, besides=OccupantId("0"))} == {"1"}
    assert same_name(client, f"{name} Jr", besides=None) == ()


def test_past_seats_are_told_for_occupant_and_seat_the_latest_first():
    client = seated(world(), "IT", "Joel")
    client = edited(
        client,
        seat_occupant(SeatingId("n"), IT, NORTHBEAM, on="2026-02-01"),
        seat_occupant(SeatingId("a"), IT, OccupantId("Acme"), on="2026-05-01"),
    )
    assert [s.occupant for s in sat_before(client, IT)] == ["Northbeam", "Joel"]
    before = seats_before(client, NORTHBEAM)
    assert [(s.seat, s.since, s.until) for s in before] == [("IT", "2026-02-01", "2026-05-01")]
    assert seats_before(client, OccupantId("Acme")) == ()


def test_the_next_review_is_the_earliest_of_the_seats_held():
    client = seated(seated(world(), "IT", "Joel"), "Sales", "Joel")
    for seat, days in (("IT", ("2026-01-01", "2027-03-01")), ("Sales", ("2027-02-01",))):
        for number, day in enumerate(days):
            review = Review(
                ReviewId(f"{seat}{number}"),
                SeatId(seat),
                OccupantId("Joel"),
                f"2026-0{number + 1}-01",
                "person",
                "finished",
                next_on=day,
            )
            client = edited(client, Edit("x", lambda work, review=review: work.put(review)))
    assert next_review(client, OccupantId("Joel")) == "2027-02-01"
    assert next_review(client, NORTHBEAM) == ""


@pytest.mark.parametrize(
    ("known", "day", "near"),
    [
        ({}, "", False),
        ({"notice_by": "2026-12-01", "contract_end": "2027-12-01"}, "2026-12-01", True),
        ({"notice_by": "2026-12-01", "notice_given": ON, "contract_end": "2028-01-01"}, "2028", 0),
        ({"contract_end": "2027-02-21"}, "2027-02-21", True),
        ({"contract_end": "2027-02-22"}, "2027-02-22", False),
        ({"contract_end": "2026-11-01"}, "2026-11-01", False),
    ],
)
def test_the_day_of_a_contract_to_watch(known, day, near):
    client = edited(world(), add_occupant(firm("X", **known)))
    found = client.get(Occupant, "X")
    assert contract_day(found).startswith(day)
    assert bool(contract_day(found)) == bool(day)
    assert contract_is_near(client, found, on=ON) == bool(near)


def test_a_contract_that_ended_is_still_open_while_its_provider_sits_there():
    client = edited(world(), add_occupant(firm("X", contract_end="2026-11-01")))
    client = edited(client, seat_occupant(SeatingId("x"), IT, OccupantId("X"), on=ON))
    assert contract_is_near(client, client.get(Occupant, "X"), on=ON)
    person = replace(client.get(Occupant, "X"), kind="person")
    assert contract_day(person) == ""
