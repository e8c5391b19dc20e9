"""Own keys in the whole program: they work at once, menus show them, nothing else hears them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from driving import settle, words_of
from mspseat_desktop.ui.chart.keys import seat_commands
from mspseat_desktop.ui.clipboard.flows import ON_CHART
from mspseat_desktop.ui.doings import doings
from mspseat_desktop.ui.shortcuts.keymap import keymap


def entries(menu):
    inner = [action for part in menu.findChildren(QMenu) for action in part.actions()]
    return dict(words_of(a).partition("\t")[::2] for a in (*menu.actions(), *inner) if words_of(a))


def popup(program, key):
    program.hand.press(key)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    found = entries(menu)
    menu.close()
    settle()
    return found


def test_chart_and_outline_do_everything_that_only_they_hear(program):
    program.open_sample()
    heard = {*seat_commands(program.view.chart.commands), "fold", *ON_CHART}
    assert heard == {doing.id for doing in doings() if doing.on_chart}


def test_own_keys_work_at_once_in_window_chart_and_outline_and_the_usual_ones_no_more(program):
    program.open_sample()
    chart, hand = program.view.chart, program.hand
    program.select("Purchasing")
    chart.setFocus()
    keymap().give("rename", "Ctrl+E", instead_of="F2")
    keymap().give("fold", "Ctrl+Space", instead_of="Space")
    keymap().give("find", "Ctrl+J", instead_of="Ctrl+F")
    keymap().give("promote", "Ctrl+U")
    hand.press("F2")
    assert chart.renaming.field is None
    hand.press("Ctrl+E")
    assert chart.renaming.field is not None
    hand.press("Esc", "Ctrl+U")
    assert program.client.seat(program.seat("Purchasing")).parent == program.seat("Integrator")
    program.select("Operations")
    hand.press("Space")
    assert program.seat("Quality") in chart.scene
    hand.press("Ctrl+Space")
    assert program.seat("Quality") not in chart.scene
    hand.press("Ctrl+F")
    assert chart.hasFocus()
    hand.press("Ctrl+J")
    assert program.view.finding.bar.isVisible()
    hand.press("Esc")
    program.view.outline.show()
    program.view.outline.take_keyboard()
    hand.press("F2")
    assert program.view.outline.tree.renaming.field is None
    hand.press("Ctrl+E")
    assert program.view.outline.tree.renaming.field is not None
    before = len(list(program.client.chart()))
    hand.press("Esc", "Ctrl+D")
    assert len(list(program.client.chart())) == before + 3


def test_menus_show_own_keys_and_undo_keeps_its_name(program):
    program.open_sample()
    program.select("Operations")
    program.view.chart.setFocus()
    program.hand.press("Alt+Right")
    program.view.name_history()
    keymap().give("delete", "Ctrl+Backspace", instead_of="Del")
    keymap().give("undo", "Ctrl+U", instead_of="Ctrl+Z")
    keymap().take("rename", "F2")
    menu = popup(program, "Shift+F10")
    assert menu["Delete the seat"] == "Ctrl+Backspace"
    assert menu["Rename the seat"] == ""
    undo = program.window.actions_table["undo"]
    assert [keys.toString() for keys in undo.shortcuts()] == ["Ctrl+U"]
    assert undo.text().startswith("Undo: ")


def test_with_no_action_on_tab_it_leaves_the_chart_though_a_seat_is_selected(program):
    program.open_sample()
    program.select("Operations")
    program.view.chart.setFocus()
    seats = program.client.chart()
    keymap().take("add-child", "Tab")
    program.hand.press("Tab")
    assert not program.view.chart.hasFocus()
    assert tuple(program.client.chart()) == tuple(seats)
    keymap().give("select-all", "Tab")
    program.bridge.select(None)
    program.view.chart.setFocus()
    program.hand.press("Tab")
    assert not program.view.chart.hasFocus()
    assert program.bridge.chosen == ()
    program.select("Operations")
    keymap().reset("add-child")
    program.view.chart.setFocus()
    program.hand.press("Tab")
    assert program.view.chart.renaming.field is not None


def test_what_covers_the_window_leaves_own_keys_to_it_too(program):
    program.open_sample()
    keymap().give("hide-ratings", "Ctrl+J", instead_of="Ctrl+H")
    keymap().give("present", "Ctrl+U", instead_of="F11")
    program.select("Managed IT & Security")
    program.view.chart.setFocus()
    program.hand.press("Ctrl+U")
    assert program.bridge.ratings_hidden
    program.hand.press("Ctrl+J")
    assert not program.bridge.ratings_hidden
    program.hand.press("F11")
    assert program.window.doing.presenting.now is not None
    program.hand.press("Ctrl+U")
    assert program.window.doing.presenting.now is None
    latest = program.view.panel.seat_page.latest
    assert latest.hidden.text() == "Ratings are hidden. Ctrl+J shows them."
    program.hand.press("Ctrl+R", "Ctrl+J")
    assert program.bridge.ratings_hidden
    keymap().take("hide-ratings", "Ctrl+J")
    shows = "“Hide ratings” in the menu View shows them."
    assert latest.hidden.text() == f"Ratings are hidden. {shows}"


def test_the_menu_of_several_seats_has_what_makes_sense_for_all_in_words_for_all(program):
    program.open_sample()
    program.view.chart.setFocus()
    program.bridge.choose([program.seat("Quality"), program.seat("Purchasing")])
    menu = popup(program, "Shift+F10")
    assert list(menu) == [
        *("2 selected seats", "Cut", "Copy", "Copy with people"),
        *("Duplicate with their branches", "Duplicate only the seats"),
        *("Move to…", "Show what is selected", "Delete the seats", "Delete only these seats"),
    ]
    assert menu["Delete the seats"] == "Del"
    program.hand.press("Shift+F10")
    opened = QApplication.activePopupWidget()
    before = len(list(program.client.chart()))
    named = [a for a in opened.actions() if a.objectName() == "duplicate-alone"]
    opened.setActiveAction(named[0])
    program.hand.press("Return")
    assert len(list(program.client.chart())) == before + 2
    program.bridge.select(None)
    assert "Select all seats" in popup(program, "Shift+F10")


def test_the_menu_of_the_outline_shows_the_keys_that_do_it_there(program):
    program.open_sample()
    program.select("Purchasing")
    program.view.chart.setFocus()
    on_chart = popup(program, "Shift+F10")
    program.view.outline.show()
    program.view.outline.take_keyboard()
    menu = popup(program, "Shift+F10")
    assert menu.keys() == on_chart.keys()
    differs = {words: keys for words, keys in menu.items() if keys != on_chart[words]}
    assert differs == {
        "Add a seat below": "Ins",
        "Add a seat beside": "",
        "Move before its neighbour": "Alt+Up",
        "Move after its neighbour": "Alt+Down",
        "Move up a level": "Alt+Left",
        "Move under its neighbour": "Alt+Right",
    }
    bar = program.window.menuBar()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)  # as Alt does
    seat = next(each.menu() for each in bar.actions() if each.text() == "&Seat")
    seat.popup(QPoint(0, 0))
    assert "Add a seat below\tIns" in map(words_of, seat.actions())
    seat.close()
    program.view.outline.take_keyboard()
    operations = program.seat("Operations")
    program.hand.press(menu["Move before its neighbour"])
    assert program.client.children(operations)[1] == program.seat("Purchasing")
    program.hand.press(menu["Add a seat below"])
    assert program.view.outline.tree.renaming.field is not None
