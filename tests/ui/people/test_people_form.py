import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from driving import words_of
from mspseat_desktop.domain.edits.people import add_occupant, revise_occupant
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
from mspseat_desktop.ui.people.row_painter import AROUND, AVATAR
from mspseat_desktop.ui.widgets import Question
from people_world import pick, settle, type_into, with_past, world
from world import chart_of, edited, seated

TEXTS = {
    "email": "a@b.example",
    "phone": "+44 20 1234",
    "fee": "€ 2,400 a month",
    "covers": "Everything",
    "excludes": "Cameras",
    "unrated_because": "we never meet",
    "notes": "Ask for Bob",
}
DATES = {
    "contract_start": ("1/3/2024", "2024-03-01"),
    "contract_end": ("31/12/2027", "2027-12-31"),
    "notice_by": ("2027-09-30", "2027-09-30"),
    "notice_given": ("+2w", "2026-12-07"),
}


@pytest.mark.parametrize("part", TEXTS)
def test_what_is_typed_is_kept_word_for_word_in_one_step(desk, part):
    desk.choose("Northbeam")
    field = getattr(desk.form, part)
    field.setFocus()
    for sign in TEXTS[part]:
        type_into(field, sign)
        field.flush()
    assert getattr(desk.shown, part) == TEXTS[part]
    assert desk.steps == ["change-occupant"]
    desk.bridge.undo()
    assert getattr(desk.shown, part) == field.text() == ""


@pytest.mark.parametrize("part", DATES)
def test_dates_are_kept_as_they_are_understood(desk, part):
    desk.choose("Northbeam")
    typed, day = DATES[part]
    desk.write(getattr(desk.form, part).field, typed)
    assert getattr(desk.shown, part) == day


@pytest.mark.parametrize("typed", ["31/02/2027", "soon"])
def test_a_date_that_is_none_stays_with_a_sentence_also_after_another_name(desk, typed):
    desk.choose("Northbeam")
    field = desk.form.contract_end
    desk.write(field.field, typed)
    assert field.trouble.isVisible()
    desk.choose("Acme")
    assert (field.field.text(), field.trouble.isVisible()) == ("", False)
    desk.choose("Northbeam")
    assert (field.field.text(), field.trouble.isVisible()) == (typed, True)
    assert desk.shown.contract_end == "2027-03-01"
    desk.write(field.field, "1/4/2027")
    assert desk.shown.contract_end == "2027-04-01"
    desk.choose("Acme")
    desk.choose("Northbeam")
    assert not field.trouble.isVisible()


def test_the_list_follows_the_name(desk):
    desk.choose("Joel Kim")
    desk.write(desk.form.name, "Anna Kim")
    assert desk.names == ["Acme", "Anna Kim", "Dana Whitfield", "Northbeam"]
    assert desk.page.list.chosen_id == "Joel Kim"
    assert desk.page.chosen == "Joel Kim"


def test_a_name_wiped_out_comes_back(desk):
    desk.choose("Joel Kim")
    desk.write(desk.form.name, " ")
    assert desk.form.name.text() == desk.shown.name == "Joel Kim"
    assert desk.troubles == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_second_one_of_the_same_name_is_kept_and_said_at_the_field(make_desk, form):
    client = edited(world(), add_occupant(Occupant(OccupantId("t"), "Tomás", email="t@x.example")))
    desk = make_desk(client)
    desk.choose("Acme")
    assert not desk.form.twins.isVisible()
    desk.write(desk.form.name, unicodedata.normalize(form, "Tomás"))
    assert desk.troubles == []
    assert desk.form.twins.text().startswith("There is another “")
    assert "t@x.example" in desk.form.twins.text()
    assert desk.form.name.accessibleDescription() == desk.form.twins.text()


def test_kind_size_and_service_model_are_chosen(desk):
    desk.choose("Joel Kim")
    form = desk.form
    assert not form.provider.isVisible()
    QTest.mouseClick(form.kind.buttons[1], Qt.MouseButton.LeftButton)
    assert form.provider.isVisible()
    QTest.mouseClick(form.company.buttons[1], Qt.MouseButton.LeftButton)
    form.model.setCurrentIndex(form.model.findData("co_managed"))
    found = desk.shown
    assert (found.kind, found.one_person, found.service_model) == ("provider", True, "co_managed")
    assert desk.cell("Joel Kim", 0) == "Joel Kim, Provider"


def test_mail_and_phone_are_no_links(desk):
    desk.choose("Northbeam")
    desk.write(desk.form.email, "mailto:a@b.example")
    labels = desk.form.findChildren(QLabel)
    assert not any(label.openExternalLinks() for label in labels)
    assert not any("mailto:" in label.text() for label in labels)


def test_a_field_not_yet_kept_survives_a_choice_beside_it(desk):
    desk.choose("Northbeam")
    desk.form.fee.setFocus()
    type_into(desk.form.fee, "€ 5")
    desk.form.model.setCurrentIndex(desk.form.model.findData("managed"))
    assert (desk.shown.fee, desk.shown.service_model) == ("€ 5", "managed")


def test_own_core_values_are_lines_and_blank_ones_may_stand_while_one_writes(desk):
    desk.choose("Northbeam")
    values = desk.form.values
    values.setFocus()
    for words in ("Own it", "\n", "\n", "Say it"):
        if words == "\n":
            QTest.keyClick(values, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(values, words)
        values.flush()
    assert values.text() == "Own it\n\nSay it"
    assert [v.name for v in desk.client.values_of(OccupantId("Northbeam"))] == ["Own it", "Say it"]
    assert desk.steps == ["set-own-values"]
    desk.choose("Acme")
    assert values.text() == ""
    desk.choose("Northbeam")
    assert values.text() == "Own it\nSay it"
    desk.bridge.undo()
    assert values.text() == ""


def contacts(desk):
    found = desk.client.contacts(OccupantId(desk.page.chosen))
    return [(c.part, c.name, c.email, c.phone) for c in found]


def test_contacts_are_added_named_moved_and_deleted_by_keys(desk):
    desk.choose("Northbeam")
    form = desk.form.contacts
    for name in ("Ann", "Bob"):
        form.add.setFocus()
        desk.press(Qt.Key.Key_Return)
        desk.type(name)
        desk.press(Qt.Key.Key_Tab)
        desk.type("555")
        desk.press(Qt.Key.Key_Tab)
        desk.type(f"{name}@x.example")
        desk.press(Qt.Key.Key_Return)
    assert contacts(desk) == [
        ("account_manager", "Ann", "Ann@x.example", "555"),
        ("vcio", "Bob", "Bob@x.example", "555"),
    ]
    cards = [form.cards[c.id] for c in desk.client.contacts(OccupantId("Northbeam"))]
    QTest.keyClick(cards[1].fields["name"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [c[1] for c in contacts(desk)] == ["Bob", "Ann"]
    cards[0].part.setCurrentIndex(cards[0].part.findData("service_desk"))
    cards[1].menu.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert contacts(desk) == [("service_desk", "Ann", "Ann@x.example", "555")]
    desk.bridge.undo()
    assert [c[1] for c in contacts(desk)] == ["Bob", "Ann"]


def test_a_firm_names_what_it_became_and_a_circle_is_refused_in_a_sentence(desk):
    desk.choose("Northbeam")
    pick(desk.form.continues.picker, "acme")
    assert desk.shown.continues_as == "Acme"
    desk.form.continues.open.click()
    settle()
    assert desk.page.chosen == "Acme"
    before = [link.caption for link in desk.form.continues._links]
    assert before == ["Was Northbeam before"]
    pick(desk.form.continues.picker, "north")
    assert desk.shown.continues_as is None
    assert desk.form.continues.trouble.text() == (
        "“Northbeam” already continues as “Acme”. Take that back there first."
    )
    desk.choose("Northbeam")
    assert not desk.form.continues.trouble.isVisible()
    pick(desk.form.continues.picker, "still")
    assert desk.shown.continues_as is None


def test_namesakes_are_told_apart_where_one_is_picked(make_desk):
    twins = (Occupant(OccupantId(f"t{n}"), "Acme", "provider") for n in range(2))
    desk = make_desk(edited(world(), *(add_occupant(t) for t in twins)))
    desk.choose("Northbeam")
    details = [item.detail for item in desk.form.continues._items() if item.title == "Acme"]
    assert len(set(details)) == len(details) == 3


def test_the_seats_stand_with_outcome_and_day_and_lead_to_the_chart(desk):
    desk.choose("Joel Kim")
    now = desk.form.now
    assert now.badge.text == "2 seats"
    assert now.badge.isVisible()
    chips = {card.link.caption: card.chip.text for card in now.cards}
    assert chips == {"Technology": "Right person, right seat", "Quality": "Not reviewed yet"}
    now.cards[0].link.click()
    assert desk.wanted == [now.cards[0].seating.seat]
    desk.choose("Northbeam")
    assert not now.badge.isVisible()
    desk.write(now.cards[0].since.field, "1/3/2024")
    assert desk.client.seatings(SeatId("MSP"))[0].since == "2024-03-01"
    assert desk.steps == ["date-seating"]


def test_a_seat_is_left_by_del_in_its_menu(desk):
    desk.choose("Northbeam")
    desk.form.now.cards[0].menu.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.client.seatings(SeatId("MSP")) == ()
    assert desk.form.now.none.isVisible()
    assert [line.days.text() for line in desk.form.before.lines] == [
        "January 2025 \N{EN DASH} 23 Nov 2026"
    ]


def test_an_open_seat_is_given_at_once(desk):
    desk.choose("Acme")
    pick(desk.form.now.add, "open")
    assert desk.client.accountable(SeatId("Open")).name == "Acme"


def test_for_a_seat_that_is_held_it_is_asked_as_what(desk):
    desk.choose("Acme")
    pick(desk.form.now.add, "msp")
    question = QApplication.activeModalWidget()
    assert isinstance(question, Question)
    assert "Northbeam" in question.accessibleDescription()
    assert desk.client.accountable(SeatId("MSP")).name == "Northbeam"
    QTest.mouseClick(question.buttons[2], Qt.MouseButton.LeftButton)
    settle()
    assert [(s.occupant, s.role) for s in desk.client.seatings(SeatId("MSP"))] == [
        ("Northbeam", "accountable"),
        ("Acme", "stand_in"),
    ]
    card = desk.form.now.cards[0]
    menu = card.menu.open_menu()
    next(a for a in menu.actions() if words_of(a) == "Accountable").trigger()
    menu.close()
    assert [(s.occupant, s.role) for s in desk.client.seatings(SeatId("MSP"))] == [
        ("Acme", "accountable"),
        ("Northbeam", "also"),
    ]


def test_who_sat_where_from_when_until_when_is_told(make_desk):
    desk = make_desk(with_past(world()))
    desk.choose("Joel Kim")
    lines = desk.form.before.lines
    assert [(line.link.caption, line.days.text()) for line in lines] == [
        ("Open", "until 14 Oct 2026")
    ]
    lines[0].link.click()
    assert desk.wanted == ["Open"]
    desk.choose("Dana Whitfield")
    assert not desk.form.before.isVisible()


def test_deleting_is_refused_with_the_reason_or_done_with_a_notice(desk):
    desk.choose("Joel Kim")
    desk.form.delete.click()
    assert desk.troubles == ["occupant-has-seats"]
    assert desk.client.has(Occupant, "Joel Kim")
    desk.choose("Acme")
    desk.form.delete.click()
    assert not desk.client.has(Occupant, "Acme")
    assert desk.notices == ["“Acme” is deleted. Ctrl+Z brings it back."]
    assert desk.page.chosen == "Dana Whitfield"
    assert desk.client.count(Seating) == 4


def test_a_change_from_elsewhere_reaches_the_form(desk):
    desk.choose("Northbeam")
    changed = revise_occupant(OccupantId("Northbeam"), lambda now: replace(now, fee="none"))
    desk.bridge.do(changed)
    assert desk.form.fee.text() == "none"


def test_what_is_being_typed_is_not_lost_when_another_name_is_chosen(desk):
    desk.choose("Northbeam")
    desk.form.notes.setFocus()
    QTest.keyClicks(desk.form.notes, "half a wor")
    desk.choose("Acme")
    assert desk.form.notes.text() == ""
    assert desk.client.get(Occupant, "Northbeam").notes == "half a wor"


def face(desk, name):
    """The colours of the avatar's middle in the list."""
    at = desk.names.index(name)
    rect = desk.table.visualRect(desk.table.people.index(at, 0))
    picture = desk.table.viewport().grab(rect).toImage()
    return picture.pixelColor(AVATAR // 2 + 8, AVATAR // 2 + AROUND + 4)


def png(color):
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")
    return bytes(kept.data().data())


def test_a_picture_takes_the_place_of_the_initials_and_can_be_undone(desk):
    desk.choose("Joel Kim")
    desk.form.picture.take(png("red"))
    settle()
    assert desk.steps == ["change-occupant"]
    assert desk.bridge.picture(desk.shown.portrait) is not None
    desk.table.viewport().grab()
    settle()
    assert face(desk, "Joel Kim") == QColor("red")
    desk.choose("Acme")
    assert desk.form.picture.picture == ""
    desk.choose("Joel Kim")
    assert desk.form.picture.picture == desk.shown.portrait
    desk.bridge.undo()
    assert desk.form.picture.picture == desk.shown.portrait == ""
    assert face(desk, "Joel Kim") != QColor("red")


def test_what_is_no_picture_is_said_at_the_field_of_that_name_only(desk):
    desk.choose("Joel Kim")
    desk.form.picture.take(b"Dear Ann")
    assert desk.form.picture.trouble.isVisible()
    assert desk.steps == []
    desk.choose("Acme")
    assert not desk.form.picture.trouble.isVisible()


def test_a_contract_that_ends_before_it_starts_is_kept_and_told_at_its_end(desk):
    desk.choose("Northbeam")
    form = desk.form
    desk.write(form.contract_start.field, "2027-06-01")
    assert form.backwards.isVisible()
    assert desk.shown.contract_start == "2027-06-01"
    assert desk.shown.contract_end == "2027-03-01"
    assert form.contract_end.field.accessibleDescription() == form.backwards.text()
    desk.choose("Acme")
    assert not form.backwards.isVisible()
    desk.choose("Northbeam")
    desk.write(form.contract_end.field, "2027-06-01")
    assert not form.backwards.isVisible()


def test_ctrl_z_takes_back_a_text_that_is_no_date_before_any_edit(desk):
    desk.choose("Northbeam")
    desk.write(desk.form.name, "North beam")
    field = desk.form.contract_end
    shown = field.field.text()
    field.field.setFocus()
    field.field.selectAll()
    type_into(field.field, "soon")
    field.flush()
    QTest.keyClick(field.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.field.text(), field.is_understood) == (shown, True)
    assert desk.shown.name == "North beam"
    assert desk.shown.contract_end == "2027-03-01"


def test_the_seats_of_somebody_stand_in_chart_order(make_desk):
    client = chart_of({"CEO": ["Beta", "Alpha"], "Beta": ["Gamma"]})
    for seat in ("Alpha", "Gamma", "CEO", "Beta"):
        client = seated(client, seat, "Joel Kim")
    desk = make_desk(client)
    desk.choose("Joel Kim")
    wanted = ["CEO", "Beta", "Gamma", "Alpha"]
    assert [card.seating.seat for card in desk.form.now.cards] == wanted
    (row,) = desk.page.list.table.people.rows
    assert [line.seat for line in row.seats] == wanted


@pytest.mark.parametrize("size", [(960, 520), (1216, 610)])
def test_the_list_of_seats_to_give_never_covers_the_name(make_desk, size):
    client = chart_of({"CEO": [f"Seat {n:02d}" for n in range(20)]})
    desk = make_desk(seated(client, "CEO", "Joel Kim"), size=size)
    desk.choose("Joel Kim")
    found = desk.form.now.add.open_list()
    name = desk.form.name
    over = QRect(name.mapToGlobal(QPoint(0, 0)), name.size())
    assert not found.geometry().intersects(over)
    page = QRect(desk.page.mapToGlobal(QPoint(0, 0)), desk.page.size())
    assert page.contains(found.geometry())
    found.close()
