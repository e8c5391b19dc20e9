"""The page of actions on an open client file."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import settle
from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.actions_page.page import ActionsPage
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.widgets import PendingFields
from planning_world import world
from world import TODAY, clock, id_maker


class Desk:
    """An open client with the page on it."""

    def __init__(self, session, bridge, page):
        self.session, self.bridge, self.page = session, bridge, page
        self.told, self.reviews, self.seats, self.troubles = [], [], [], []
        page.told.connect(self.told.append)
        page.review_wanted.connect(self.reviews.append)
        page.seat_wanted.connect(self.seats.append)
        bridge.trouble.connect(lambda problem: self.troubles.append(problem.code))

    @property
    def shown(self):
        return [row.id for row in self.page.table.rows.rows]

    @property
    def marked(self):
        return self.page.table.marked.id

    def action(self, action):
        return self.session.client.get(Action, action)

    def press(self, *keys):
        """Press keys on whatever has the keyboard."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            settle()

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)
        settle()

    def choose(self, showing):
        """Press the button of a filter."""
        button = next(b for b in self.page.showing.buttons if b.choice.value == showing)
        button.click()
        settle()


@pytest.fixture
def make_desk(qtbot, theme, tmp_path):
    files = []

    def make(client=None, *, size=(1216, 610)):
        client = world() if client is None else client
        path = tmp_path / f"client{len(files)}.db"
        file = ClientFile.create(path, [r for kind in RECORD_TYPES for r in client.every(kind)])
        files.append(file)
        loaded = file.load()
        session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
        bridge = Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
        bridge.hide_ratings(hidden=False)
        page = ActionsPage(bridge, theme)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        settle()
        return Desk(session, bridge, page)

    yield make
    for file in files:
        file.close()


@pytest.fixture
def desk(make_desk):
    return make_desk()
