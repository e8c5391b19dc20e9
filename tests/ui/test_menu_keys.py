from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from mspseat_desktop.ui.actions import doings

MSP = "Managed IT & Security"


def test_menus_show_the_keys_of_the_chart_without_taking_them_from_the_window(program):
    program.open_sample()
    table = program.window.actions_table
    program.view.chart.context_menu_wanted.emit(program.seat(MSP), QPoint(300, 300))
    menu = QApplication.activePopupWidget()
    shown = dict(a.text().split("\t") for a in menu.actions() if "\t" in a.text())
    assert shown["Rename the seat"] == "F2"
    assert shown["Delete the seat"] == "Del"
    assert shown["Add a seat below"] == "Tab"
    assert shown["Move up a level"] == "Alt+Up"
    assert "Name who sits there" in [action.text() for action in menu.actions()]
    menu.close()
    assert all(not table[doing.id].shortcuts() for doing in doings() if doing.shown_keys)
