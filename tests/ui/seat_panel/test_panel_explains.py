import pytest

from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.vocabulary import ResponsibilityId, SeatId
from mspseat_desktop.ui.seat_panel.occupant_list import OccupantList
from mspseat_desktop.ui.seat_panel.words import tag_meaning


def test_more_than_five_responsibilities_are_explained_beside_the_count(desk):
    desk.select("Quality")
    count = desk.page.responsibilities.count
    assert "Five responsibilities" in count.accessibleDescription()
    assert "splitting" not in count.toolTip()
    for number in range(6):
        key = ResponsibilityId(f"more{number}")
        desk.bridge.do(add_responsibility(key, SeatId("Quality"), f"Duty {number}"))
    assert count.text() == "6 of 5"
    assert "This one has 6: think of splitting the seat." in count.toolTip()
    assert "splitting" in count.accessibleDescription()


def test_chips_say_what_they_mean(desk):
    tag = desk.panel.header.tag
    assert "company from outside" in tag.accessibleDescription()
    assert "company from outside" in tag.toolTip()
    desk.select("Quality")
    tag.repaint()
    assert "Nobody holds this seat yet" in tag.toolTip()


@pytest.mark.parametrize(
    "words",
    ["Repair", "Shared", "Helps", "Protects", "Not in contract", "Not wanted", "Off target"],
)
def test_each_word_on_a_chip_has_a_meaning_longer_than_itself(words):
    assert len(tag_meaning(words)) > len(words) + 8


def test_the_menu_button_of_a_row_tells_the_meaning_of_its_chip(desk):
    row = desk.rows.rows[0]
    row.show_tags([("Helps", "partly")])
    assert "somebody else is accountable" in row.tags.toolTip()
    row.show_tags([("Helps", "partly"), ("Protects", "accent")])
    assert "protection or recovery" in row.tag_line.toolTip()


def test_an_empty_list_of_people_asks_for_a_name(desk, theme):
    listed = OccupantList(theme, "In this seat", desk.panel, items=[], first="person")
    assert listed.more.text() == "Nobody yet: type a name."
    assert not listed.more.isHidden()
    listed.search.setText("Ann")
    assert listed.more.isHidden()


def test_the_list_of_seats_marks_the_one_above(desk):
    items = desk.panel.header._items()
    (now,) = [item for item in items if item.mark == "check"]
    assert now.id == desk.client.seat(SeatId("MSP")).parent
    assert "Reports here now" in now.detail


def test_examples_are_called_examples(desk):
    assert desk.page.responsibilities.from_bank.caption == "From examples"
