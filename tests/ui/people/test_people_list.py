import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mspseat_desktop.domain.edits.people import (
    add_contact,
    add_occupant,
    remove_occupant,
    seat_occupant,
)
from mspseat_desktop.domain.records import Contact, Occupant
from mspseat_desktop.domain.vocabulary import (
    ContactId,
    OccupantId,
    SeatId,
    SeatingId,
)
from people_world import reviewed, world
from world import chart_of, edited, empty_client, seated

NAME, SEATS, REVIEW, NOTICE = range(4)


def known(client, *names):
    """More names, each its own id."""
    return edited(client, *(add_occupant(Occupant(OccupantId(n), n)) for n in names))


def test_everybody_is_listed_by_name_with_kind_and_dates(desk):
    assert desk.names == ["Acme", "Dana Whitfield", "Joel Kim", "Northbeam"]
    assert desk.page.list.count.text() == "2 people · 2 providers"
    assert desk.cell("Northbeam", NAME) == "Northbeam, Provider"
    assert desk.cell("Joel Kim", NAME) == "Joel Kim, Person"
    assert desk.cell("Northbeam", REVIEW) == "1 Nov 2026, overdue"
    assert desk.cell("Joel Kim", REVIEW) == "14 Jan 2027"
    assert desk.cell("Northbeam", NOTICE) == "1 Dec 2026, in 8 days"
    assert desk.cell("Acme", SEATS) == "No seat"


def test_every_seat_stands_with_its_own_outcome(desk):
    assert desk.cell("Joel Kim", SEATS) == (
        "Technology: Right person, right seat, Quality: Not reviewed yet"
    ) or desk.cell("Joel Kim", SEATS) == (
        "Quality: Not reviewed yet, Technology: Right person, right seat"
    )
    assert desk.cell("Northbeam", SEATS) == "MSP: Right provider, wrong seat"
    joel, acme = desk.names.index("Joel Kim"), desk.names.index("Acme")
    assert desk.table.rowHeight(joel) > desk.table.rowHeight(acme)


def test_outcomes_are_hidden_with_the_ratings_and_dates_stay(desk):
    desk.bridge.hide_ratings(hidden=True)
    assert desk.cell("Northbeam", SEATS) == "MSP"
    assert desk.cell("Northbeam", REVIEW) == "1 Nov 2026, overdue"
    desk.choose("Northbeam")
    assert not desk.form.now.cards[0].chip.isVisible()
    assert desk.form.now.hidden.isVisible()
    desk.bridge.hide_ratings(hidden=False)
    assert desk.form.now.cards[0].chip.text == "Right provider, wrong seat"


def test_a_review_of_somebody_also_there_is_theirs(make_desk):
    client = world()
    beside = seat_occupant(
        SeatingId("b"), SeatId("MSP"), OccupantId("Joel Kim"), role="stand_in", on="2026-01-01"
    )
    desk = make_desk(reviewed(edited(client, beside), "MSP", "Joel Kim", "wrong_seat"))
    assert "MSP (stands in): Wrong seat" in desk.cell("Joel Kim", SEATS)
    assert desk.cell("Northbeam", SEATS) == "MSP: Right provider, wrong seat"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("joel", ["Joel Kim"]),
        ("kim JO", ["Joel Kim"]),
        ("quality", ["Joel Kim"]),
        ("bob", ["Northbeam"]),
        ("xyz", []),
        ("", ["Acme", "Dana Whitfield", "Joel Kim", "Northbeam"]),
    ],
)
def test_the_search_looks_at_names_seats_and_contacts(make_desk, words, found):
    contact = Contact(ContactId("c"), OccupantId("Northbeam"), name="Bob")
    desk = make_desk(edited(world(), add_contact(contact)))
    desk.search(words)
    assert desk.names == found


@pytest.mark.parametrize("kept", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_accents_are_found_however_they_are_encoded(make_desk, kept, typed):
    name = unicodedata.normalize(kept, "Tomás Ångström")
    desk = make_desk(known(world(), name))
    desk.search(unicodedata.normalize(typed, "tomás å"))
    assert desk.names == [name]


def test_what_is_shown_can_be_narrowed(desk):
    buttons = {b.choice.value: b for b in desk.page.list.showing.buttons}
    for what, names in (
        ("people", ["Dana Whitfield", "Joel Kim"]),
        ("providers", ["Acme", "Northbeam"]),
        ("contracts", ["Northbeam"]),
        ("all", ["Acme", "Dana Whitfield", "Joel Kim", "Northbeam"]),
    ):
        QTest.mouseClick(buttons[what], Qt.MouseButton.LeftButton)
        assert desk.names == names
        assert desk.page.chosen in names


def test_a_column_sorts_and_turns_round_and_what_has_no_date_stays_last(desk):
    heads = desk.page.list.heads.buttons
    heads["name"].click()
    assert desk.names == ["Northbeam", "Joel Kim", "Dana Whitfield", "Acme"]
    heads["review"].click()
    assert desk.names == ["Northbeam", "Joel Kim", "Acme", "Dana Whitfield"]
    heads["review"].click()
    assert desk.names == ["Joel Kim", "Northbeam", "Acme", "Dana Whitfield"]
    assert heads["review"].accessibleName() == "Next review, sorted downwards"
    heads["notice"].click()
    assert desk.names[0] == "Northbeam"
    heads["seats"].click()
    assert desk.names == ["Dana Whitfield", "Northbeam", "Joel Kim", "Acme"]


def test_the_marked_name_stays_marked_when_the_order_changes(desk):
    desk.choose("Joel Kim")
    desk.page.list.heads.buttons["name"].click()
    assert desk.page.list.chosen_id == "Joel Kim"
    assert desk.form.name.text() == "Joel Kim"


def test_a_search_chooses_the_first_that_fits(desk):
    desk.choose("Joel Kim")
    desk.search("north")
    assert desk.page.chosen == "Northbeam"
    assert desk.form.name.text() == "Northbeam"


def test_a_search_in_vain_offers_the_name_as_a_new_one(desk):
    desk.search("Zoe  Hart")
    listed = desk.page.list
    assert not listed.table.isVisible()
    assert "Zoe Hart" in listed.none.text()
    listed.new_provider.click()
    assert (desk.shown.name, desk.shown.kind) == ("Zoe Hart", "provider")
    assert listed.search.text() == ""
    assert len(desk.names) == 5


def test_an_edit_elsewhere_is_heard_by_its_row(desk):
    desk.bridge.do(
        seat_occupant(SeatingId("n"), SeatId("Open"), OccupantId("Acme"), on="2026-11-23")
    )
    assert desk.cell("Acme", SEATS) == "Open: Not reviewed yet"
    desk.bridge.undo()
    assert desk.cell("Acme", SEATS) == "No seat"


def test_a_page_out_of_sight_catches_up_when_it_is_shown(desk):
    desk.page.hide()
    desk.bridge.do(remove_occupant(OccupantId("Acme")))
    assert "Acme" in desk.names
    desk.page.show()
    assert "Acme" not in desk.names


def test_a_thousand_names_make_no_more_widgets(make_desk):
    few = make_desk(chart_of({"A": []}))
    few.bridge.do(add_occupant(Occupant(OccupantId("x"), "x")))
    many = make_desk(known(empty_client(), *(f"Name {n}" for n in range(1000))))
    assert len(many.names) == 1000
    assert len(many.page.list.findChildren(QWidget)) == len(few.page.list.findChildren(QWidget))


def test_somebody_with_many_seats_has_them_all_listed(make_desk):
    seats = [f"Seat {n:02}" for n in range(30)]
    client = chart_of({"Top": seats})
    for seat in seats:
        client = seated(client, seat, "Ann")
    desk = make_desk(client)
    assert all(seat in desk.cell("Ann", SEATS) for seat in seats)
    assert len(desk.form.now.cards) == 30
    assert desk.form.now.badge.text == "30 seats"


def test_nobody_yet_teaches_and_begins(make_desk):
    desk = make_desk(empty_client())
    assert desk.page.empty.isVisible()
    assert desk.page.empty.person.hasFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.shown.kind == "person"
    desk.type("Ann Lee")
    desk.press(Qt.Key.Key_Return)
    assert desk.shown.name == "Ann Lee"
    desk.bridge.undo()
    desk.bridge.undo()
    assert desk.page.empty.isVisible()
