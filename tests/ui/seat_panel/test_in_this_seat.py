import io
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from driving import settle, words_of
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.people import add_occupant, change_occupant, seat_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from world import ON, TODAY

QUALITY = SeatId("Quality")


def pick(opener, typed, *, down=0):
    listed = opener.open_list()
    QTest.keyClicks(listed.search, typed)
    for _step in range(down):
        QTest.keyClick(listed.search, Qt.Key.Key_Down)
    QTest.keyClick(listed.search, Qt.Key.Key_Return)


def sits(desk, seat):
    client = desk.client
    return [(client.get(Occupant, s.occupant).name, s.role) for s in client.seatings(SeatId(seat))]


def choose(sitter, words):
    menu = sitter.menu.open_menu()
    next(a for a in menu.actions() if words_of(a).startswith(words)).trigger()
    menu.close()


def test_a_new_name_is_kept_and_seated_in_one_step(desk):
    desk.select("Quality")
    pick(desk.page.people.holder, "Ann Lee")
    assert sits(desk, "Quality") == [("Ann Lee", "accountable")]
    assert desk.client.accountable(QUALITY).kind == "person"
    assert [(s.name, s.params["occupant"]) for s in desk.session.steps()] == [
        ("create-and-seat", "Ann Lee")
    ]
    desk.bridge.undo()
    assert desk.client.count(Occupant) == 2
    assert desk.page.people.holder.item.title == "Open seat"


def test_the_second_new_row_makes_a_provider(desk):
    desk.select("Quality")
    pick(desk.page.people.holder, "Inspecto", down=1)
    assert desk.client.accountable(QUALITY).kind == "provider"
    assert desk.panel.header.tag.text == "Service provider"


def test_a_seat_meant_for_a_provider_offers_a_provider_first(desk):
    desk.select("Quality")
    people = desk.page.people
    QTest.mouseClick(people.meant_for.buttons[1], Qt.MouseButton.LeftButton)
    assert desk.client.seat(QUALITY).meant_for == "provider"
    assert desk.panel.header.tag.text == "Open, for a provider"
    pick(people.holder, "Inspecto")
    assert desk.client.accountable(QUALITY).kind == "provider"
    assert not people.meant_for.isVisible()


def test_somebody_known_is_found_by_a_few_letters(desk):
    desk.select("Quality")
    pick(desk.page.people.holder, "dana")
    assert sits(desk, "Quality") == [("Dana Whitfield", "accountable")]
    assert desk.steps() == ["put-into-seat"]


@pytest.mark.parametrize("name", ["since", "contract_end", "notice_by", "notice_given"])
def test_dates_are_reckoned_from_the_day_the_program_goes_by(desk, name):
    desk.page.people.more.click()
    field = getattr(desk.page.people.details, name)
    field.field.selectAll()
    QTest.keyClicks(field.field, "+2w")
    field.flush()
    assert field.value == (TODAY + timedelta(weeks=2)).isoformat()


def test_the_seat_can_be_left_open(desk):
    pick(desk.page.people.holder, "leave")
    assert sits(desk, "MSP") == []
    assert desk.panel.header.tag.text == "Open seat"
    assert not desk.panel.review.isVisible()


def test_others_sit_beside_the_accountable_one_and_leave_again(desk):
    people = desk.page.people
    pick(people.add, "Joel Kim")
    assert sits(desk, "MSP") == [("Northbeam", "accountable"), ("Joel Kim", "also")]
    assert [s.name.text() for s in people.also.sitters] == ["Joel Kim"]
    QTest.keyClick(people.also.sitters[0].menu, Qt.Key.Key_Delete)
    assert sits(desk, "MSP") == [("Northbeam", "accountable")]
    assert people.also.sitters == ()


def test_one_beside_becomes_accountable_and_the_other_stays_beside(desk):
    people = desk.page.people
    pick(people.add, "Joel Kim")
    choose(people.also.sitters[0], "Accountable")
    assert sits(desk, "MSP") == [("Joel Kim", "accountable"), ("Northbeam", "also")]
    desk.bridge.undo()
    assert sits(desk, "MSP") == [("Northbeam", "accountable"), ("Joel Kim", "also")]


def test_a_provider_has_a_contract_and_a_person_has_none(desk):
    people = desk.page.people
    QTest.mouseClick(people.more, Qt.MouseButton.LeftButton)
    details = people.details
    assert details.contract.isVisible()
    details.model.setCurrentIndex(details.model.findData("co_managed"))
    for field, day in (
        (details.contract_end, "31/12/2026"),
        (details.notice_by, "2026-09-30"),
        (details.notice_given, "2026-09-01"),
    ):
        field.field.setFocus()
        QTest.keyClicks(field.field, day)
        QTest.keyClick(field.field, Qt.Key.Key_Return)
    found = desk.client.get(Occupant, "Northbeam")
    assert found.service_model == "co_managed"
    assert (found.contract_end, found.notice_by, found.notice_given) == (
        "2026-12-31",
        "2026-09-30",
        "2026-09-01",
    )
    assert "31" in people.contract.text()
    assert people.holder.item.detail.startswith("Co-managed")
    desk.select("CEO")
    assert details.isVisible()
    assert not details.contract.isVisible()


def test_name_mail_and_phone_are_written_in_the_details(desk):
    people = desk.page.people
    QTest.mouseClick(people.more, Qt.MouseButton.LeftButton)
    details = people.details
    for field, words in ((details.email, "a@b.example"), (details.phone, "+1 555")):
        field.setFocus()
        QTest.keyClicks(field, words)
    details.name.setFocus()
    details.name.selectAll()
    QTest.keyClicks(details.name, "Northbeam IT & Co")
    QTest.keyClick(details.name, Qt.Key.Key_Return)
    found = desk.client.get(Occupant, "Northbeam")
    assert (found.name, found.email, found.phone) == ("Northbeam IT & Co", "a@b.example", "+1 555")
    assert people.holder.item.title == "Northbeam IT & Co"
    assert len(desk.steps()) == 3


def write(field, words):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_day_since_when_somebody_sits_there_belongs_to_the_seat(desk):
    pick(desk.page.people.holder, "dana")
    desk.select("CEO")
    people = desk.page.people
    QTest.mouseClick(people.more, Qt.MouseButton.LeftButton)
    assert people.details.since.value == "2025-01-06"
    write(people.details.since.field, "2024-03-01")
    assert desk.client.seatings(SeatId("CEO"))[0].since == "2024-03-01"
    assert people.holder.item.detail == "Person · since March 2024"
    assert desk.steps() == ["put-into-seat", "date-seating"]
    desk.select("MSP")
    assert people.details.since.value == desk.client.seatings(SeatId("MSP"))[0].since == ON
    desk.select("CEO")
    write(people.details.since.field, " ")
    assert desk.client.seatings(SeatId("CEO"))[0].since == ""
    assert people.holder.item.detail == "Person"
    desk.bridge.undo()
    assert people.details.since.value == "2024-03-01"


@pytest.mark.parametrize("seat", ["MSP", "CEO"])
def test_the_reason_for_not_rating_core_values_is_written_in_the_details(desk, seat):
    desk.select(seat)
    people = desk.page.people
    QTest.mouseClick(people.more, Qt.MouseButton.LeftButton)
    write(people.details.unrated_because, "we never meet")
    assert desk.client.accountable(SeatId(seat)).unrated_because == "we never meet"
    write(people.details.unrated_because, " ")
    assert desk.client.accountable(SeatId(seat)).unrated_because == ""


def test_a_name_wiped_out_comes_back(desk):
    people = desk.page.people
    QTest.mouseClick(people.more, Qt.MouseButton.LeftButton)
    name = people.details.name
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    people.details.email.setFocus()
    assert name.text() == desk.client.get(Occupant, "Northbeam").name == "Northbeam"
    assert desk.troubles == []


def test_a_person_can_become_a_provider(desk):
    desk.select("CEO")
    QTest.mouseClick(desk.page.people.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(desk.page.people.details.kind.buttons[1], Qt.MouseButton.LeftButton)
    assert desk.client.get(Occupant, OccupantId("Dana Whitfield")).kind == "provider"
    assert desk.page.people.details.contract.isVisible()


def test_a_holder_of_several_seats_has_a_badge_that_names_the_others(desk):
    people = desk.page.people
    assert not people.seats.isVisible()
    for place, seat in enumerate(("Finance", "Quality")):
        edit = seat_occupant(SeatingId(f"s{place}"), SeatId(seat), OccupantId("Northbeam"), on=ON)
        desk.bridge.do(edit)
    assert people.seats.text == "3 seats"
    assert people.others.text() == "also in Finance, Quality"
    desk.bridge.do(rename_seat(SeatId("Quality"), "Q & A"))
    assert people.others.text() == "also in Finance, Q & A"
    desk.select("CEO")
    assert not people.seats.isVisible()


def test_a_stand_in_is_added_for_an_open_seat_and_beside_a_holder(desk):
    people = desk.page.people
    pick(people.stand_in, "Joel Kim")
    assert sits(desk, "MSP") == [("Northbeam", "accountable"), ("Joel Kim", "stand_in")]
    assert people.also.sitters[0].menu.tags == (("Stands in", "unanswered"),)
    desk.select("Quality")
    pick(people.stand_in, "joel")
    assert sits(desk, "Quality") == [("Joel Kim", "stand_in")]
    assert desk.steps() == ["create-and-seat", "put-into-seat"]


def test_holder_and_others_are_opened_among_the_people(desk):
    people, wanted = desk.page.people, []
    desk.panel.people_wanted.connect(wanted.append)
    pick(people.add, "dana")
    people.open_people.click()
    choose(people.also.sitters[0], "Open in People")
    assert wanted == ["Northbeam", "Dana Whitfield"]
    desk.select("Quality")
    assert not people.open_people.isVisible()


def test_who_was_here_before_is_told_with_the_days(desk):
    people = desk.page.people
    assert people.before.text() == ""
    pick(people.holder, "leave")
    assert people.before.isVisible()
    assert people.before.text() == ("Here before:\nNorthbeam, January 2025 \N{EN DASH} 23 Nov 2026")
    pick(people.holder, "dana")
    assert not people.before.isVisible()
    people.more.click()
    assert people.before.isVisible()


def test_two_of_the_same_name_are_told_apart_where_one_is_picked(desk):
    for number in range(2):
        twin = Occupant(OccupantId(f"twin{number}"), "Dana Whitfield")
        desk.bridge.do(add_occupant(twin))
    desk.select("Quality")
    items = desk.page.people._items()
    details = [item.detail for item in items if item.title == "Dana Whitfield"]
    assert details == [
        "Person · CEO",
        "Person · no seat",
        "Person · no seat, number 2",
    ]


def test_what_was_typed_is_not_lost_by_a_choice_beside_it(desk):
    details = desk.page.people.details
    desk.page.people.more.click()
    details.email.setFocus()
    QTest.keyClicks(details.email, "a@b.example")
    details.model.setCurrentIndex(details.model.findData("managed"))
    found = desk.client.get(Occupant, "Northbeam")
    assert (found.email, found.service_model) == ("a@b.example", "managed")


def test_a_date_that_is_none_waits_for_its_seat_to_return(desk):
    details = desk.page.people.details
    desk.page.people.more.click()
    write(details.contract_end.field, "31/02/2027")
    desk.select("CEO")
    desk.select("MSP")
    assert details.contract_end.field.text() == "31/02/2027"
    assert details.contract_end.trouble.isVisible()
    assert desk.client.get(Occupant, "Northbeam").contract_end == ""


def test_a_name_that_is_there_already_is_said_where_it_is_typed(desk):
    people = desk.page.people
    desk.select("Quality")
    listed = people.holder.open_list("dana whitfield")
    new = [listed.rows.item(listed.rows.index(at)) for at in range(1, listed.rows.rowCount())]
    assert {item.detail for item in new} == {"Somebody else of this name"}
    listed.search.setText("Zoe")
    assert {listed.rows.item(listed.rows.index(at)).detail for at in range(2)} == {""}
    listed.close()
    desk.select("MSP")
    people.more.click()
    assert not people.details.twins.isVisible()
    write(people.details.name, "Dana  whitfield")
    assert people.details.twins.text().startswith(
        "There is another “Dana  whitfield” (Person · CEO"
    )


def test_the_holder_is_shown_with_a_face(desk):
    out = io.BytesIO()
    Image.new("RGB", (90, 90), "red").save(out, "PNG")
    holder = desk.client.accountable(SeatId("MSP"))
    face = replace(holder, portrait=desk.bridge.keep_picture(out.getvalue()))
    assert desk.bridge.do(change_occupant(face))
    settle()
    picker = desk.page.people.holder
    image = picker.grab().toImage()
    ratio = image.devicePixelRatio()
    assert image.pixelColor(round(24 * ratio), round(picker.height() / 2 * ratio)) == QColor("red")
    desk.bridge.undo()
    settle()
    image = picker.grab().toImage()
    assert image.pixelColor(round(24 * ratio), round(picker.height() / 2 * ratio)) != QColor("red")
