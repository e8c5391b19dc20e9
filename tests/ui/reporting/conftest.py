"""The printed world behind a bridge, and a preview that waits until its pages are there."""

from datetime import UTC, date, datetime

import pytest

from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.reporting.preview import PreviewDialog
from mspseat_desktop.ui.widgets import PendingFields
from printed_world import small_client
from world import id_maker


@pytest.fixture
def bridge_on(tmp_path):
    """Return a bridge on a real file of these records; ratings are shown."""
    opened = []

    def open_on(client):
        from mspseat_desktop.domain.records import RECORD_TYPES

        records = [r for kind in RECORD_TYPES for r in client.every(kind)]
        file = ClientFile.create(tmp_path / f"client{len(opened)}.db", records=records)
        opened.append(file)
        session = Session(
            file.load().client, file, clock=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC)
        )
        bridge = Bridge(
            session,
            pending=PendingFields(),
            new_id=id_maker(),
            today=lambda: date(2026, 11, 23),
        )
        bridge.hide_ratings(hidden=False)
        return bridge

    yield open_on
    for file in opened:
        file.close()


@pytest.fixture
def bridge(bridge_on):
    return bridge_on(small_client())


@pytest.fixture
def preview(qtbot, theme):
    """Open a preview of a printable and return it with its pages made, or not made for a reason."""

    def open_it(printable):
        dialog = PreviewDialog(theme, printable)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.ready, timeout=20_000):
            dialog.open()
        return dialog

    return open_it
