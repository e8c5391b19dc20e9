import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.ui.seat_panel.occupant_list import OccupantPicker
from mspseat_desktop.ui.widgets import Picker, PickerItem
from mspseat_desktop.ui.widgets.matching import best_matches, fold

PEOPLE = [
    PickerItem("a", "Dana Whitfield", "Visionary", "person"),
    PickerItem("b", "Tomás Herrera", "Operations", "person"),
    PickerItem("c", "Northbeam IT", "Managed IT", "provider"),
    PickerItem("d", "Whit & Daughters <b>", mark="provider"),
]


def made(put, theme, items=PEOPLE, create=None):
    picker = put(Picker(theme, "Occupant", items=lambda: items, create_words=create))
    picker.picked, picker.asked = [], []
    picker.chosen.connect(picker.picked.append)
    picker.create_asked.connect(picker.asked.append)
    picker.setFocus()
    return picker


def titles(listed):
    rows = listed.rows
    return [rows.data(rows.index(at)) for at in range(rows.rowCount())]


def test_typing_finds_without_accents_and_enter_picks(put, theme):
    picker = made(put, theme)
    listed = picker.open_list()
    QTest.keyClicks(listed.search, "tomas")
    assert titles(listed) == ["Tomás Herrera"]
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert picker.picked == ["b"]


def test_names_that_begin_so_come_first(put, theme):
    listed = made(put, theme).open_list("whit")
    assert titles(listed) == ["Whit & Daughters <b>", "Dana Whitfield"]
    listed.close()


def test_arrows_move_and_esc_closes_without_picking(put, theme):
    picker = made(put, theme)
    listed = picker.open_list()
    QTest.keyClick(listed.search, Qt.Key.Key_Down)
    QTest.keyClick(listed.search, Qt.Key.Key_Down)
    QTest.keyClick(listed.search, Qt.Key.Key_Up)
    assert listed.view.currentIndex().row() == 1
    assert listed.search.accessibleDescription() == "Tomás Herrera"
    QTest.keyClick(listed.search, Qt.Key.Key_Escape)
    assert picker.picked == []


def test_a_click_picks(put, theme):
    picker = made(put, theme)
    listed = picker.open_list()
    place = listed.view.visualRect(listed.rows.index(2)).center()
    QTest.mouseClick(listed.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picker.picked == ["c"]


def test_a_new_name_offers_to_create_it(put, theme):
    picker = made(put, theme, create="Create {}".format)
    listed = picker.open_list("  Ann   Lee ")
    assert titles(listed) == ["Create Ann Lee"]
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert picker.asked == ["Ann Lee"]


def test_a_name_that_exists_is_not_offered_again(put, theme):
    listed = made(put, theme, create="Create {}".format).open_list("dana whitfield")
    assert titles(listed) == ["Dana Whitfield"]
    listed.close()


def test_nothing_found_is_said(put, theme):
    listed = made(put, theme).open_list("zzz")
    assert listed.more.text() == "Nothing fits."
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert listed.isVisible()
    listed.close()


def test_a_letter_typed_on_the_picker_opens_the_list_with_it(put, theme):
    picker = made(put, theme)
    QTest.keyClick(picker, "n")
    from mspseat_desktop.ui.widgets import PickerList

    listed = picker.findChild(PickerList)
    assert listed.search.text() == "n"
    QTest.keyClicks(listed.search, "orth")
    assert titles(listed) == ["Northbeam IT"]
    listed.close()


def test_the_picker_shows_what_it_is_told_and_not_what_was_picked(put, theme):
    picker = made(put, theme)
    picker.open_list("tomas")._take(picker.children()[-1].rows.index(0))
    assert picker.item is None
    picker.show_item(PEOPLE[1])
    assert picker.accessibleName() == "Occupant: Tomás Herrera"
    picker.grab()


def test_ten_thousand_names_are_listed_at_once(put, theme):
    many = [PickerItem(at, f"Seat number {at} Ångström", "Detail") for at in range(10_000)]
    picker = made(put, theme, items=many)
    before = time.perf_counter()
    listed = picker.open_list()
    opened = time.perf_counter() - before
    before = time.perf_counter()
    listed.search.setText("angstrom 99")
    typed = time.perf_counter() - before
    assert listed.rows.rowCount() == 200
    assert "200" in listed.more.text()
    assert opened < 1.0
    assert typed < 0.25
    listed.close()


@given(st.lists(st.text(max_size=8), max_size=20), st.text(max_size=4))
def test_every_match_holds_every_typed_word_and_none_is_lost(names, typed):
    folded = [fold(name) for name in names]
    places, count = best_matches(folded, typed, limit=5)
    wanted = fold(typed).split()
    fitting = {at for at, name in enumerate(folded) if all(word in name for word in wanted)}
    assert count == len(fitting)
    assert set(places) <= fitting
    assert len(places) == min(5, count)


@pytest.mark.parametrize(("text", "folded"), [("Tomás", "tomas"), ("STRASSE", "strasse")])
def test_folding_drops_capitals_and_accents(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_the_list_stays_inside_its_window_and_is_no_higher_than_its_rows(window, theme, place):
    window.resize(420, 640)
    items = [PickerItem(n, f"Seat {n}", "Open seat") for n in range(30)]
    picker = Picker(theme, "Seat", window, items=lambda: items)
    picker.setGeometry(300, 10 if place == "top" else 590, 110, 36)
    picker.show()
    listed = picker.open_list()
    inside = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    assert inside.contains(listed.geometry())
    edge = listed.geometry().top() if place == "top" else listed.geometry().bottom()
    full = listed.height()
    QTest.keyClicks(listed.search, "seat 17")
    row = listed.view.visualRect(listed.rows.index(0)).height()
    assert row <= listed.view.height() <= row + 6
    assert listed.height() < full / 2
    assert not listed.view.verticalScrollBar().isVisible()
    assert edge == (listed.geometry().top() if place == "top" else listed.geometry().bottom())
    listed.search.clear()
    assert listed.height() == full
    listed.close()


def test_the_rows_that_make_a_new_one_are_seen_whole_though_nobody_was_there(window, theme):
    window.resize(420, 640)
    picker = OccupantPicker(theme, "Occupant", window, items=list, first=lambda: "person")
    picker.setGeometry(20, 100, 300, 48)
    picker.show()
    listed = picker.open_list()
    field = listed.search.geometry()
    QTest.keyClicks(listed.search, "Ann")
    QApplication.processEvents()
    last = listed.view.visualRect(listed.rows.index(listed.rows.rowCount() - 1))
    assert listed.view.isVisible()
    assert listed.view.viewport().rect().contains(last)
    assert not listed.more.isVisible()
    assert listed.search.geometry() == field
    listed.close()
