from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coverage_world import all_of
from driving import settle
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

TEXT = Qt.ItemDataRole.AccessibleTextRole


class Page:
    """The page in the real window, and what a test asks of it."""

    def __init__(self, program):
        self.program = program

    @property
    def page(self):
        return self.program.view.reviews

    @property
    def table(self):
        return self.page.table

    @property
    def model(self):
        return self.table.reviews

    @property
    def client(self):
        return self.program.client

    @property
    def names(self):
        return [row.name for row in self.model.rows]

    @property
    def titles(self):
        return [column.title for column in self.model.columns]

    def said(self, name, title):
        """What a screen reader says of a cell."""
        return self.model.data(
            self.model.index(self.names.index(name), self.titles.index(title)), TEXT
        )

    def at(self, seat, name, about="gets"):
        """Put the keyboard on the mark of somebody in a seat."""
        self.table.setFocus()
        assert self.table.go_to((SeatId(seat), OccupantId(name) if name else None), about=about)
        settle(2)

    def choose(self, box, words):
        """Choose from one of the lists in the head."""
        found = [at for at in range(box.count()) if box.itemText(at) == words]
        assert found, [box.itemText(at) for at in range(box.count())]
        box.setCurrentIndex(found[0])
        settle(2)

    def draft(self, seat, name):
        return self.client.draft(SeatId(seat), OccupantId(name))

    def answer(self, seat, name, kind, about):
        """The value and note of an answer of the draft, None without it."""
        draft = self.draft(seat, name)
        found = self.client.draft_answers(draft.id) if draft else ()
        return next(((a.value, a.note) for a in found if (a.kind, a.about) == (kind, about)), None)

    def finished(self):
        return {r.id: r for r in self.client.every(Review) if r.state == "finished"}

    def press(self, *keys):
        self.program.hand.press(*keys)

    def type(self, words):
        self.program.hand.type(words)

    @property
    def focus(self):
        return QApplication.focusWidget()


@pytest.fixture
def on_page(program):
    """Return a function that opens the page of a client, with ratings shown unless hidden."""

    def open_page(client, *, hidden=False):
        program.new_client()
        program.window.activateWindow()
        settle()
        program.bridge.do(all_of(client))
        program.bridge.hide_ratings(hidden=hidden)
        program.act("page-reviews")
        settle()
        return Page(program)

    return open_page
