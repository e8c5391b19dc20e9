import pytest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.seat_panel.panel import SeatPanel
from mspseat_desktop.ui.widgets import PendingFields
from world import TODAY, chart_of, clock, id_maker, responsible, seated

FIVE = ("Help desk", "Patches", "Backups", "Roadmap", "Quarterly review")


def world():
    """CEO over Finance and Operations; the MSP seat under Operations, held by Northbeam."""
    client = chart_of({"CEO": ["Finance", "Operations"], "Operations": ["MSP", "Quality"]})
    client = seated(client, "MSP", "Northbeam", provider=True)
    client = seated(client, "CEO", "Dana Whitfield")
    return responsible(client, "MSP", *FIVE)


def settle():
    """Let texts find their heights: each layout that follows from another takes a round."""
    for _round in range(4):
        QApplication.processEvents()


class Desk:
    """An open client file with a panel on it, and what a test asks of them."""

    def __init__(self, session, bridge, panel):
        self.session, self.bridge, self.panel = session, bridge, panel
        self.troubles = []
        bridge.trouble.connect(self.troubles.append)

    @property
    def client(self):
        return self.session.client

    @property
    def page(self):
        return self.panel.seat_page

    @property
    def rows(self):
        return self.page.responsibilities.list

    def texts(self, seat="MSP"):
        return [r.text for r in self.client.responsibilities(SeatId(seat))]

    def metrics(self, seat="MSP"):
        return [m.name for m in self.client.metrics(SeatId(seat))]

    def steps(self):
        return [s.name for s in self.session.steps()]

    def select(self, seat):
        self.bridge.select(SeatId(seat))
        settle()


@pytest.fixture
def make_desk(qtbot, theme, tmp_path):
    files = []

    def make(client=None):
        client = client or world()
        path = tmp_path / f"client{len(files)}.db"
        file = ClientFile.create(path, [r for kind in RECORD_TYPES for r in client.every(kind)])
        files.append(file)
        loaded = file.load()
        session = Session(loaded.client, file, steps=loaded.steps, clock=clock)
        bridge = Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
        bridge.hide_ratings(hidden=False)
        panel = SeatPanel(bridge, theme)
        qtbot.addWidget(panel)
        panel.resize(352, 900)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        desk = Desk(session, bridge, panel)
        desk.file = file
        return desk

    yield make
    for file in files:
        file.close()


@pytest.fixture
def desk(make_desk):
    found = make_desk()
    found.select("MSP")
    return found
