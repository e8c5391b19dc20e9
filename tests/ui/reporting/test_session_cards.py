"""The papers of a session on the page "Reports", by keyboard, and in the preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.actions import mark_action
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.vocabulary import ActionId
from mspseat_desktop.ui.reporting.page import ReportsPage
from mspseat_desktop.ui.reporting.printable import Options
from mspseat_desktop.ui.reporting.session_printables import (
    actions_printable,
    agenda_printable,
    blank_forms_printable,
    conversation_printable,
)
from pdf_reading import flat, read_pages, shown_text
from printed_world import IT


@pytest.fixture
def shown(qtbot, theme):
    def show(bridge):
        page = ReportsPage(bridge, theme)
        page.resize(1200, 700)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.wanted = []
        page.preview_wanted.connect(page.wanted.append)
        return page

    return show


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def test_each_card_asks_for_its_preview(shown, bridge):
    bridge.select(IT)
    cards = shown(bridge).session
    page = cards.parent()
    for card in (cards.agenda, cards.conversation, cards.forms, cards.actions):
        assert card.preview.isEnabled()
        card.preview.setFocus()
        press(Qt.Key.Key_Space)
    assert [p.title for p in page.wanted] == [
        "Agenda: 90 minutes",
        "Conversation: Managed IT & Security",
        "Review forms of all seats",
        "Open actions",
    ]
    assert not any(p.is_veiled or p.reviews for p in page.wanted)


def test_length_and_kind_are_chosen_by_keyboard(shown, bridge):
    bridge.select(IT)
    page = shown(bridge)
    page.session.length.setFocus()
    press(Qt.Key.Key_Down)
    page.session.agenda.preview.click()
    page.session.kind.setFocus()
    press(Qt.Key.Key_Down)
    page.session.conversation.preview.click()
    agenda, conversation = page.wanted
    assert agenda.title == "Agenda: 180 minutes"
    printed = conversation.make(conversation.start)
    assert flat("to talk through before anybody answers") in flat(shown_text(printed))


def test_without_seats_or_open_actions_nothing_is_offered_that_would_be_empty(shown, bridge_on):
    page = shown(bridge_on(Client.of([Profile(name="Nobody")])))
    cards = page.session
    assert cards.agenda.preview.isEnabled()
    for card in (cards.conversation, cards.forms, cards.actions):
        assert not card.preview.isEnabled()


def test_a_tick_elsewhere_takes_the_last_open_action_off_the_card(shown, bridge):
    page = shown(bridge)
    assert page.session.actions.preview.isEnabled()
    bridge.do(mark_action(ActionId("a1"), done_on="2026-11-23"))
    assert not page.session.actions.preview.isEnabled()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_paper_of_this_print_is_taken(bridge, paper):
    for printable in (
        agenda_printable(bridge, 60),
        conversation_printable(bridge, IT, "quarter"),
        blank_forms_printable(bridge),
        actions_printable(bridge),
    ):
        pages = read_pages(printable.make(Options(paper)))
        assert {round(page.size[0]) for page in pages} == {612 if paper == "Letter" else 595}
        assert printable.file_name.endswith(".pdf")


def test_the_preview_shows_the_pages_of_the_forms(preview, bridge):
    dialog = preview(blank_forms_printable(bridge))
    assert dialog._prepared.pages >= 6
    assert dialog.save.isEnabled()
