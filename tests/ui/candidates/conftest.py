"""A comparison over a real window, on a real client file."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from candidates_world import SEAT
from driving import settle
from mspseat_desktop.domain.records import RECORD_TYPES
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.candidates.dialog import CandidatesDialog
from mspseat_desktop.ui.widgets import PendingFields
from world import TODAY, clock

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.theme import Theme


@dataclass
class Desk:
    """A client open in a window, with the comparison on show and what was heard of it."""

    window: QWidget
    bridge: Bridge
    file: ClientFile
    theme: Theme
    dialog: CandidatesDialog | None = None
    refused: list[str] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)

    @property
    def client(self) -> Client:
        return self.bridge.client

    @property
    def grid(self):
        return self.dialog.parts.grid

    @property
    def parts(self):
        return self.dialog.parts

    def open(self, seat=SEAT) -> CandidatesDialog:
        self.dialog = CandidatesDialog(self.bridge, self.theme, seat=seat, parent=self.window)
        self.dialog.review_wanted.connect(self.reviews.append)
        self.dialog.show()
        self.dialog.focus()
        settle()
        return self.dialog

    def press(self, *chords: str) -> None:
        for chord in chords:
            keys = QKeySequence(chord)[0]
            QTest.keyClick(self._listener(), keys.key(), keys.keyboardModifiers())
            settle(2)

    def type(self, words: str) -> None:
        for sign in words:
            QTest.keyClicks(self._listener(), sign)
        settle(2)

    def _listener(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget()
        if QApplication.activeWindow() is None:
            # What a desktop does when a dialog closes: the window below is the active one again.
            self.window.activateWindow()
            settle(2)
        return QApplication.focusWidget()

    def go(self, key, candidate) -> None:
        self.grid.go_to(key, candidate)
        settle(2)

    def spot(self, key, candidate):
        """What is shown where a line and a candidate meet."""
        return self.grid.shown.spot(self.grid.shown.place(key, candidate))

    @property
    def labels(self):
        return [line.label for line in self.grid.shown.lines]

    @property
    def told(self) -> str:
        notice = self.dialog.notices.notice
        return notice.label.text() if notice is not None else ""


@pytest.fixture
def open_desk(qtbot, theme, tmp_path):
    """Make a desk of a client."""
    made = []

    def make(client, *, hidden=False) -> Desk:
        records = [record for kind in RECORD_TYPES for record in client.every(kind)]
        file = ClientFile.create(tmp_path / "client.mspseat", records)
        session = Session(file.load().client, file, clock=clock)
        ids = itertools.count(1)
        bridge = Bridge(
            session,
            pending=PendingFields(),
            new_id=lambda: f"new{next(ids):06d}",
            today=lambda: TODAY,
        )
        bridge.hide_ratings(hidden=hidden)
        window = QWidget()
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        desk = Desk(window, bridge, file, theme)
        bridge.trouble.connect(lambda problem: desk.refused.append(problem.code))
        made.append(desk)
        return desk

    yield make
    for desk in made:
        if desk.dialog is not None and not desk.dialog.is_closed:
            desk.dialog.close()
        desk.file.close()
