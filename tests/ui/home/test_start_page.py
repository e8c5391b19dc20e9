from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from driving import settle, shown_texts
from mspseat_desktop.ui.actions import Actions
from mspseat_desktop.ui.home.client_card import ClientCard
from mspseat_desktop.ui.home.due import Due
from mspseat_desktop.ui.home.start_page import StartPage
from mspseat_desktop.ui.settings import Recent
from mspseat_desktop.ui.theme import Theme
from world import TODAY

RECENTS = (
    Recent("/x/Lakeside.mspseat", "Lakeside Manufacturing", 13, TODAY.isoformat()),
    Recent("/x/Harbor.mspseat", "Harbor Pine & <b>Dental</b>", 9, "2026-11-12"),
)


@pytest.fixture
def page(qtbot):
    window = QMainWindow()
    theme = Theme("light", window)
    page = StartPage(theme, Actions(window, theme), today=lambda: TODAY)
    window.setCentralWidget(page)
    window.resize(1280, 720)
    qtbot.addWidget(window)
    page.show_clients(RECENTS)
    with qtbot.waitExposed(window):
        window.show()
    yield page
    window.close()


def cards(page):
    return [c for c in page.findChildren(ClientCard) if not c.isHidden()]


def test_clients_are_shown_by_name_with_the_sample_after_them(page):
    names = [card.accessibleName() for card in cards(page)]
    assert names == ["Lakeside Manufacturing", RECENTS[1].name, "Try the sample client"]


def test_a_card_says_how_many_seats_and_when_it_was_open(page):
    assert cards(page)[0].accessibleDescription() == "13 seats · last open today"
    assert cards(page)[1].accessibleDescription().startswith("9 seats · last open ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_opens_its_client_by_key(page, qtbot, key):
    with qtbot.waitSignal(page.client_wanted) as wanted:
        qtbot.keyClick(cards(page)[1], key)
    assert wanted.args == [RECENTS[1]]


def test_a_client_that_is_in_no_file_yet_says_so(page, qtbot):
    page.show_clients([Recent("unsaved:1", "Fresh", -1, "2026-11-12")])
    qtbot.waitUntil(lambda: bool(cards(page)))
    assert cards(page)[0].accessibleDescription().startswith("not in a file yet · last open ")


def test_what_is_due_is_hidden_until_asked_for(page, qtbot):
    assert not page.shows_due
    with qtbot.waitSignal(page.due_wanted):
        page._due_button.click()
    page.show_due([Due("overdue since 1 Aug 2026", "Lakeside: review Clearledger", is_late=True)])
    settle()
    assert page.shows_due
    assert "Lakeside: review Clearledger" in shown_texts(page)
    page.show_clients(RECENTS)
    assert not page.shows_due
    assert "Lakeside: review Clearledger" not in shown_texts(page)


def test_everything_fits_on_a_small_window(page):
    page.window().resize(960, 600)
    for card in cards(page):
        right = card.mapTo(page, card.rect().topRight()).x()
        assert right <= page.width()
