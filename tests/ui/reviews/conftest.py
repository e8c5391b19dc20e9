"""A review of the sample's provider over a real window, on a real client file, and keys for it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    answer_id,
)
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.reviews.dialog import ReviewDialog
from mspseat_desktop.ui.reviews.opening import open_review
from mspseat_desktop.ui.widgets import PendingFields, Question
from world import TODAY

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.theme import Theme

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def sample():
    return sample_records(TODAY)


@dataclass
class Desk:
    """A client open in a window, with the review on show and what was heard of it."""

    window: QWidget
    bridge: Bridge
    file: ClientFile
    theme: Theme
    dialog: ReviewDialog | None = None
    told: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    keys: int = 0

    @property
    def client(self) -> Client:
        return self.bridge.client

    @property
    def review(self) -> Review:
        return self.client.get(Review, self.dialog.review)

    def seat(self, title: str) -> str:
        return next(s.id for s in self.client.every(Seat) if title in s.title)

    def open(self, title: str = "Managed IT") -> ReviewDialog:
        return self.show(open_review(self.bridge, self.seat(title)))

    def show(self, review: str) -> ReviewDialog:
        self.dialog = ReviewDialog(
            self.bridge,
            self.theme,
            review=review,
            parent=self.window,
            clock=lambda: datetime(2026, 11, 23, 10, tzinfo=UTC),
        )
        self.dialog.notice.connect(self.told.append)
        self.dialog.show()
        return self.dialog

    def said(self, kind: str, about: str, *, saved: bool = False) -> Answer | None:
        """Return an answer of the draft, as it stands in the file when `saved`."""
        client = self.file.load().client if saved else self.client
        return client.find(Answer, answer_id(self.dialog.review, kind, about))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.keys += 1
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def press(self, signs: str) -> None:
        """Press these keys one after the other, each wherever the keyboard is by then."""
        for sign in signs:
            self.keys += 1
            QTest.keyClicks(QApplication.focusWidget(), sign)

    def write(self, text: str) -> None:
        """Type a sentence: one thing that a person does."""
        self.keys += 1
        QTest.keyClicks(QApplication.focusWidget(), text)

    def row(self, question: str):
        """Return the row of a question or core value on the page."""
        found = [r for r in self.dialog.page.keys.rows if question in (_about(r), r.words)]
        assert found, question
        return found[0]

    def rate(self, question: str, sign: str) -> None:
        self.row(question).focus()
        self.press(sign)

    def finish(self) -> None:
        """Finish the review, whatever is still open in it."""
        self.dialog.finish()
        for question in self.dialog.findChildren(Question):
            question.buttons[0].click()
            self.window.activateWindow()
            QTest.qWaitForWindowActive(self.window)

    def shown(self) -> str:
        """Return every word on the sheet that can be seen now."""
        from mspseat_desktop.ui.widgets import Chip, PlainLabel

        QApplication.processEvents()
        seen = [w for w in self.dialog.findChildren(QWidget) if w.isVisible()]
        words = [w.text() for w in seen if isinstance(w, PlainLabel)]
        return "\n".join([*words, *(w.text for w in seen if isinstance(w, Chip))])


def _about(row) -> str:
    for part in ("question", "value", "responsibility"):
        if hasattr(row, part):
            return getattr(row, part).id
    return ""


@pytest.fixture
def desk(qtbot, theme, tmp_path, sample):
    file = ClientFile.create(tmp_path / "client.mspseat", sample)
    session = Session(file.load().client, file, clock=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    ids = itertools.count(1)
    bridge = Bridge(
        session,
        pending=PendingFields(),
        new_id=lambda: f"new{next(ids):06d}",
        today=lambda: TODAY,
    )
    bridge.hide_ratings(hidden=False)
    window = QWidget()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    found = Desk(window, bridge, file, theme)
    bridge.trouble.connect(lambda problem: found.refused.append(problem.code))
    yield found
    if found.dialog is not None and not found.dialog.is_closed:
        found.dialog.close()
    file.close()
