from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.ui.widgets import (
    CheckBox,
    Chip,
    Choice,
    ChoiceCell,
    ChoiceRow,
    DateField,
    DropDown,
    Ground,
    IconButton,
    NoticeHost,
    NumberField,
    PageStack,
    Picker,
    PickerItem,
    QuietButton,
    TabBar,
    TextArea,
    TextField,
    tip,
)
from mspseat_desktop.ui.widgets.roles import install_roles

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


def test_marks_and_news_say_what_they_are(put, theme, window):
    install_roles()
    chip = put(Chip(theme, "Provider", "provider"))
    notice = NoticeHost(theme, window).show("Saved")
    roles = [QAccessible.queryAccessibleInterface(widget).role() for widget in (chip, notice)]
    assert roles == [QAccessible.Role.StaticText, QAccessible.Role.Notification]


def test_a_tooltip_is_said_without_markup_and_not_beside_the_same_name(put, theme):
    for name in ("Undo", "Delete R&D", "Is 3 < 4?", "A long name " * 20):
        button = put(IconButton(theme, "x", name))
        heard = QAccessible.queryAccessibleInterface(button)
        assert heard.text(QAccessible.Text.Description) in ("", name)
        assert heard.text(QAccessible.Text.Name) == name
    tip(button, "Only with a seat")
    assert heard.text(QAccessible.Text.Description) == "Only with a seat"


def test_a_page_that_is_turned_leaves_the_keyboard_to_whoever_turned_it(put, theme):
    pages = PageStack()
    first, second = QuietButton(theme, "First"), QuietButton(theme, "Second")
    for page in (first, second):
        ground = Ground("surface")
        page.setParent(ground)
        pages.addWidget(ground)
    put(pages)
    first.setFocus()
    moved = []

    def hear(_before, now):
        moved.append(now)

    QApplication.instance().focusChanged.connect(hear)
    pages.setCurrentWidget(second.parentWidget())
    second.setFocus()
    QApplication.instance().focusChanged.disconnect(hear)
    assert moved == [None, second]
