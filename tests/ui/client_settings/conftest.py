"""The printed world behind a bridge, and its settings on a screen of their own."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from driving import settle
from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.client_settings.dialog import SettingsDialog
from mspseat_desktop.ui.theme import Theme
from mspseat_desktop.ui.widgets import PendingFields
from printed_world import small_client
from world import TODAY, clock, id_maker


@pytest.fixture
def a_png():
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "teal").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def bridge_on(qapp, tmp_path):  # noqa: ARG001 - Qt must be there
    opened = []

    def open_on(client):
        records = [r for kind in RECORD_TYPES for r in client.every(kind)]
        file = ClientFile.create(tmp_path / f"client{len(opened)}.sqlite", records)
        opened.append(file)
        session = Session(file.load().client, file, clock=clock)
        bridge = Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
        bridge.hide_ratings(hidden=False)
        return bridge

    yield open_on
    for file in opened:
        file.close()


@pytest.fixture
def bridge(bridge_on):
    return bridge_on(small_client())


@pytest.fixture
def open_settings(qtbot):
    def open_it(bridge, **more):
        dialog = SettingsDialog(bridge, Theme("light"), **more)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        settle()
        return dialog

    return open_it


@pytest.fixture
def dialog(bridge, open_settings):
    return open_settings(bridge)
