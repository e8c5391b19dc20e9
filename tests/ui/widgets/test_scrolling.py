import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mspseat_desktop.ui.widgets import ScrollArea, TextArea, TextField


@pytest.fixture
def page(put):
    """A page of twenty fields, four in sight, between two buttons."""
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [TextField(f"Field {number}") for number in range(20)]
    for field in fields:
        column.addWidget(field)
    put(QPushButton("Before"))
    area = put(ScrollArea(content))
    area.setFixedHeight(180)
    area.fields = fields
    area.after = put(QPushButton("After"))
    QApplication.processEvents()
    return area


def shows(area, widget, spot=None):
    at = widget.mapTo(area.viewport(), spot or widget.rect().center())
    return area.viewport().rect().contains(at)


def test_going_back_into_a_page_shows_its_last_field(page):
    page.after.setFocus()
    QTest.keyClick(page.after, Qt.Key.Key_Backtab)
    assert page.fields[-1].hasFocus()
    assert shows(page, page.fields[-1])


def test_whatever_gets_the_keyboard_is_shown(page):
    for field in (page.fields[12], page.fields[3], page.fields[19]):
        field.setFocus()
        assert shows(page, field)


def test_a_page_stays_where_it_is_under_a_pressed_mouse(page):
    last = page.fields[9]
    bar = page.verticalScrollBar()
    edge = QPoint(20, 2)
    bar.setValue(last.pos().y() + 5 - page.viewport().height())
    assert shows(page, last, edge)
    assert not shows(page, last)
    before = bar.value()
    QTest.mousePress(last, Qt.MouseButton.LeftButton, pos=edge)
    assert last.hasFocus()
    assert bar.value() == before
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=edge)


def test_the_cursor_stays_in_sight_while_a_text_grows(page):
    area = TextArea("Purpose", lines=1, most_lines=100)
    page.widget().layout().insertWidget(18, area)
    area.setFocus()
    for number in range(30):
        QTest.keyClicks(area, f"line {number}")
        QTest.keyClick(area, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert shows(page, area, area.cursorRect().center()), number
    for _line in range(31):
        QTest.keyClick(area, Qt.Key.Key_Up)
        assert shows(page, area, area.cursorRect().center())


def test_a_page_scrolled_away_by_hand_stays_there(page):
    page.fields[19].setFocus()
    page.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
