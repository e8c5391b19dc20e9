from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from mspseat_desktop.ui.widgets import (
    CheckBox,
    Choice,
    ChoiceCell,
    ChoiceRow,
    DateField,
    DropDown,
    IconButton,
    NoticeHost,
    NumberField,
    Picker,
    PickerItem,
    QuietButton,
    TabBar,
    TextArea,
    TextField,
)

TODAY = date(2026, 11, 23)
YES_NO = [Choice("y", "Yes", "yes", "y"), Choice("n", "No", "no", "n")]


def test_whatever_takes_the_keyboard_has_a_name_and_room(put, theme, window):
    picker = Picker(theme, "Occupant", items=lambda: [PickerItem(1, "Dana")])
    tabs = TabBar(theme, "Pages")
    tabs.add("Seat")
    for control in (
        TextField("Title"),
        TextArea("Purpose"),
        NumberField("Target"),
        DateField(theme, "Contract end", today=lambda: TODAY),
        ChoiceRow(theme, "Wants it", YES_NO),
        ChoiceCell(theme, "Wants it: Help desk", YES_NO),
        CheckBox(theme, "Independent"),
        DropDown(theme, "Month", [(1, "July")]),
        IconButton(theme, "x", "Close"),
        QuietButton(theme, "Print"),
        picker,
        tabs,
    ):
        put(control)
    NoticeHost(theme, window).show("Saved", action="Undo")
    window.resize(480, 900)
    asked = 0
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        name = heard.text(QAccessible.Text.Name)
        assert name, widget
        assert widget.height() >= 24, name
        assert widget.width() >= 24, name
        asked += 1
    assert asked >= 15
