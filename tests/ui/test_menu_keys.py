from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from driving import words_of
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.ui.doings import doings

MSP = "Managed IT & Security"


def letters(menu):
    """Return the letter that chooses each entry that can be chosen, by the entry's words."""
    entries = [action for action in menu.actions() if words_of(action) and action.isEnabled()]
    return {words_of(a).split("\t")[0]: QKeySequence.mnemonic(a.text()).toString() for a in entries}


def test_each_entry_of_an_open_menu_has_a_letter_of_its_own_that_chooses_it(program):
    program.open_sample()
    seat = program.seat(MSP)
    program.select(MSP)
    program.bridge.do(rename_seat(seat, "R&D"))
    for top in [action.menu() for action in program.window.menuBar().actions()]:
        for menu in (top, *top.findChildren(QMenu)):
            menu.popup(QPoint(0, 0))
            given = list(letters(menu).values())
            assert "" not in given
            assert len(set(given)) == len(given)
            menu.close()
            assert not any(letters(menu).values())
    program.view.chart.context_menu_wanted.emit(seat, QPoint(300, 300))
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, letters(menu)["Rename the seat"].removeprefix("Alt+").lower())
    assert program.view.chart.renaming.seat == seat
    assert "R&&D" in program.window.actions_table["undo"].text()


def test_menus_show_the_keys_of_the_chart_without_taking_them_from_the_window(program):
    program.open_sample()
    table = program.window.actions_table
    program.view.chart.context_menu_wanted.emit(program.seat(MSP), QPoint(300, 300))
    menu = QApplication.activePopupWidget()
    menus = (menu, *menu.findChildren(QMenu))
    actions = [action for one in menus for action in one.actions()]
    shown = dict(words_of(a).split("\t") for a in actions if "\t" in words_of(a))
    assert shown["Rename the seat"] == "F2"
    assert shown["Delete the seat"] == "Del"
    assert shown["Add a seat below"] == "Tab"
    assert shown["Move up a level"] == "Alt+Up"
    assert shown["Name who sits there"] == "Ctrl+Enter"
    assert shown["Write about the seat"] == "Alt+Enter"
    menu.close()
    assert all(not table[doing.id].shortcuts() for doing in doings() if doing.on_chart)


def keys_shown(menu):
    menus = (menu, *menu.findChildren(QMenu))
    actions = [action for one in menus for action in one.actions()]
    return dict(words_of(action).split("\t") for action in actions if "\t" in words_of(action))


def test_menus_show_the_arrows_that_act_in_the_chart_as_it_is_drawn(program):
    program.open_sample()
    program.act("chart-right")
    program.select(MSP)
    chart = program.view.chart
    chart.context_menu_wanted.emit(program.seat(MSP), QPoint(300, 300))
    menu = QApplication.activePopupWidget()
    on_card = keys_shown(menu)
    menu.close()
    seat = next(m for m in program.window.menuBar().findChildren(QMenu) if m.title() == "&Seat")
    seat.aboutToShow.emit()
    for shown in (on_card, keys_shown(seat)):
        assert shown["Move before its neighbour"] == "Alt+Up"
        assert shown["Move after its neighbour"] == "Alt+Down"
        assert shown["Move up a level"] == "Alt+Left"
        assert shown["Move under its neighbour"] == "Alt+Right"
        assert shown["Rename the seat"] == "F2"
    program.act("chart-down")
    seat.aboutToShow.emit()
    assert keys_shown(seat)["Move before its neighbour"] == "Alt+Left"


def test_every_menu_fits_a_screen_of_720_pixels(program):
    program.open_sample()
    menus = program.window.menuBar().findChildren(QMenu)
    assert len(menus) > 12
    for seat in (None, program.seat(MSP)):
        program.view.chart.context_menu_wanted.emit(seat, QPoint(300, 300))
        opened = QApplication.activePopupWidget()
        menus += [opened, *opened.findChildren(QMenu)]
        opened.hide()
    for menu in menus:
        menu.aboutToShow.emit()
        assert menu.sizeHint().height() <= 680, menu.title()


def test_the_menus_of_card_and_canvas_offer_what_is_wanted_there(program):
    program.open_sample()
    offered = []
    for seat in (None, program.seat(MSP)):
        program.view.chart.context_menu_wanted.emit(seat, QPoint(300, 300))
        menu = QApplication.activePopupWidget()
        menus = (menu, *menu.findChildren(QMenu))
        offered.append({action.objectName() for one in menus for action in one.actions()})
        menu.close()
    canvas, card = offered
    assert {"find", "chart-down", "chart-right", "chart-stacked", "chart-compact"} <= canvas
    assert {"add-before", "duplicate", "duplicate-alone"} <= card


def test_what_is_on_has_a_check_mark_before_it_and_what_is_off_has_none(program):
    program.open_sample()
    table = program.window.actions_table
    for doing in (doing for doing in doings() if doing.checkable):
        action = table[doing.id]
        assert action.icon().isNull() != action.isChecked(), doing.id
    shown = table["hide-ratings"].isChecked()
    program.act("hide-ratings")
    assert table["hide-ratings"].isChecked() != shown
    assert table["hide-ratings"].icon().isNull() == shown
