"""The page on an open client file."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.people.page import PeoplePage
from mspseat_desktop.ui.widgets import PendingFields
from people_world import Desk, settle, world
from world import ON, TODAY, clock, id_maker


@pytest.fixture
def make_desk(qtbot, theme, tmp_path):
    files = []

    def make(client=None, *, size=(1216, 610), shown=True):
        client = world() if client is None else client
        path = tmp_path / f"client{len(files)}.db"
        file = ClientFile.create(path, [r for kind in RECORD_TYPES for r in client.every(kind)])
        files.append(file)
        loaded = file.load()
        session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
        bridge = Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
        bridge.hide_ratings(hidden=False)
        page = PeoplePage(bridge, theme)
        qtbot.addWidget(page)
        page.resize(*size)
        if shown:
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
    assert ON == "2026-11-23"
    return make_desk()
