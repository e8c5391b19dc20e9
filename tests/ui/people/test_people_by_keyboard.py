import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from driving import settle
from mspseat_desktop.domain.records import Occupant

KEY = Qt.Key


def test_search_walk_enter_write_and_back(desk):
    assert desk.page.list.search.hasFocus()
    desk.type("o")
    assert desk.names == ["Dana Whitfield", "Joel Kim", "Northbeam"]
    desk.press(KEY.Key_Down, KEY.Key_Down)
    assert desk.page.list.search.hasFocus()
    assert desk.page.list.search.accessibleDescription() == desk.shown.name == "Northbeam"
    desk.press(KEY.Key_Return)
    assert desk.form.name.hasFocus()
    desk.type(" IT")
    desk.press(KEY.Key_Escape)
    assert desk.table.hasFocus()
    assert desk.shown.name.endswith("IT")
    desk.press(KEY.Key_Home)
    assert desk.page.chosen == "Dana Whitfield"
    desk.press(KEY.Key_Up)
    assert desk.page.list.search.hasFocus()
    desk.press(KEY.Key_Escape)
    assert desk.page.list.search.text() == ""
    assert len(desk.names) == 4


def test_letters_typed_in_the_list_go_to_the_search(desk):
    desk.table.setFocus()
    desk.type("ac")
    assert desk.page.list.search.text() == "ac"
    assert desk.names == ["Acme"]


def test_del_in_the_list_deletes_and_leaves_the_keyboard_there(desk):
    desk.choose("Acme")
    desk.table.setFocus()
    desk.press(KEY.Key_Delete)
    assert not desk.client.has(Occupant, "Acme")
    assert desk.table.hasFocus()
    assert desk.page.list.chosen_id == desk.page.chosen == "Dana Whitfield"
    desk.press(KEY.Key_Delete)
    assert desk.troubles == ["occupant-is-seated"]


def test_del_in_the_search_deletes_nobody(desk):
    desk.choose("Acme")
    desk.page.list.search.setFocus()
    desk.press(KEY.Key_Delete, KEY.Key_Backspace)
    assert desk.client.has(Occupant, "Acme")


def test_the_tab_key_reaches_every_part_and_comes_round(desk):
    desk.choose("Northbeam")
    desk.page.list.search.setFocus()
    seen = []
    for _step in range(120):
        desk.press(KEY.Key_Tab)
        now = QApplication.focusWidget()
        if now is desk.page.list.search:
            break
        seen.append(now)
    form = desk.form
    parts = [
        *desk.page.list.heads.buttons.values(),
        desk.table,
        form.name,
        form.email,
        form.now.cards[0].link,
        form.contacts.add,
        form.contract_end.field,
        form.fee,
        form.values,
        form.continues.picker,
        form.notes,
        form.delete,
    ]
    assert all(part in seen for part in parts)
    places = [seen.index(part) for part in parts]
    assert places == sorted(places)
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    "part", ["name", "email", "model", "contract_end", "covers", "values", "notes", "delete"]
)
def test_esc_leads_back_to_the_list_from_every_field(desk, part):
    desk.choose("Northbeam")
    getattr(desk.form, part).setFocus()
    desk.press(KEY.Key_Escape)
    assert desk.table.hasFocus()
    assert desk.page.list.chosen_id == "Northbeam"


def test_the_keyboard_is_not_lost_when_undo_takes_the_last_name(program):
    program.new_client()
    program.hand.press("Ctrl+Shift+2", "Return")
    assert program.view.people.form.name.hasFocus()
    program.hand.press("Ctrl+Z")
    assert program.client.count(Occupant) == 0
    assert program.view.people.empty.person.hasFocus()


def test_what_a_screen_reader_hears_of_the_list(desk):
    from PySide6.QtGui import QAccessible

    table = QAccessible.queryAccessibleInterface(desk.table)
    assert table.text(QAccessible.Text.Name) == "People and providers"
    assert table.role() == QAccessible.Role.Table
    named = [table.child(at) for at in range(table.childCount())]
    words = [one.text(QAccessible.Text.Name) for one in named if one is not None]
    assert "Northbeam, Provider" in words


def test_printing_offers_the_chart(desk):
    desk.page.preview_current()
    assert len(desk.previews) == 1


def test_the_page_in_the_program_from_the_menu_to_the_chart_and_back(program):
    program.open_sample()
    program.bridge.hide_ratings(hidden=False)
    program.view.chart.setFocus()
    program.hand.press("Ctrl+Shift+2")
    assert program.view.page == "people"
    page = program.view.people
    program.hand.type("northbeam")
    program.hand.press("Return", "End")
    program.hand.type(" now")
    program.hand.press("Esc")
    assert program.client.accountable(program.seat("Managed IT & Security")).name.endswith("now")
    program.hand.press("Ctrl+Z")
    assert page.form.name.text() == "Northbeam IT"
    page.form.delete.click()
    settle()
    assert program.notice.startswith("“Northbeam IT” still sits in “Managed IT & Security”.")
    page.form.now.cards[0].link.setFocus()
    program.hand.press("Return")
    assert program.view.page == "chart"
    assert program.bridge.selection == program.seat("Managed IT & Security")


def test_the_panel_leads_to_the_holder_among_the_people(program):
    program.open_sample()
    program.select("Managed IT & Security")
    program.view.panel.seat_page.people.open_people.setFocus()
    program.hand.press("Return")
    assert program.view.page == "people"
    assert program.view.people.form.name.text() == "Northbeam IT"
    assert program.view.people.list.chosen_id == program.view.people.chosen
