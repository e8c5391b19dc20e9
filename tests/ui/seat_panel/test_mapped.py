"""The seat panel shows what the coverage map says of a responsibility."""

import pytest

from coverage_world import MSP, TECH, marked_it
from driving import words_of
from mspseat_desktop.domain.edits.coverage import belong_to, mark
from mspseat_desktop.domain.records import Cover
from mspseat_desktop.domain.vocabulary import FunctionId, SeatId


def tags(desk):
    return [words for words, _role in desk.rows.rows[0].tags.tags]


def put(desk, code, seat, part):
    desk.bridge.do(mark(FunctionId(code), SeatId(seat), part))


@pytest.fixture
def mapped(make_desk):
    """The provider's one responsibility, to which e-mail protection and awareness belong."""
    found = make_desk(marked_it("email", "awareness", "backup", "cloud"))
    found.select(MSP)
    return found


def test_the_chips_say_what_the_map_says(mapped):
    assert tags(mapped) == ["Managed", "In part"]
    put(mapped, "awareness", MSP, "accountable")
    assert tags(mapped) == ["Managed", "Shared"]
    put(mapped, "awareness", TECH, None)
    assert tags(mapped) == ["Managed"]
    for code in ("awareness", "email"):
        put(mapped, code, MSP, "helps")
    assert tags(mapped) == ["Managed", "Helps"]
    for code in ("awareness", "email"):
        put(mapped, code, MSP, "excluded")
    assert tags(mapped) == ["Managed", "Not in contract"]


def test_the_menu_leaves_to_the_map_what_the_map_decides(mapped):
    menu = mapped.rows.rows[0].tags.open_menu()
    texts = [words_of(action) for action in menu.actions()]
    menu.close()
    assert "Not in the contract" not in texts
    assert "Functions in the coverage map" in texts
    for code in ("awareness", "email"):
        mapped.bridge.do(belong_to(FunctionId(code), SeatId(MSP), None))
    menu = mapped.rows.rows[0].tags.open_menu()
    texts = [words_of(action) for action in menu.actions()]
    menu.close()
    assert "Not in the contract" in texts


def test_a_responsibility_opens_to_its_functions_and_takes_more(mapped):
    menu = mapped.rows.rows[0].tags.open_menu()
    below = next(a.menu() for a in menu.actions() if words_of(a).startswith("Functions"))
    entries = {words_of(a): a for a in below.actions()}
    assert {text: a.isChecked() for text, a in entries.items()} == {
        "E-mail protection: accountable": True,
        "Staff awareness: declined": True,
        "Backup: helps": False,
        "Microsoft 365 or Google settings: accountable": False,
    }
    entries["Backup: helps"].trigger()
    menu.close()
    assert mapped.client.get(Cover, f"backup:{MSP}").responsibility == "protect"
    assert mapped.steps()[-1] == "link-function"


def test_a_seat_without_marks_has_no_such_menu(mapped):
    mapped.bridge.do(mark(FunctionId("awareness"), SeatId(MSP), None))
    for code in ("email", "backup", "cloud"):
        put(mapped, code, MSP, None)
    menu = mapped.rows.rows[0].tags.open_menu()
    assert not any(words_of(a).startswith("Functions") for a in menu.actions())
    menu.close()
