"""A client with people and providers, the page "People" on it, and what a test asks of both."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mspseat_desktop.domain.edits.people import add_occupant, revise_occupant, seat_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Review, Scene
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    ReviewId,
    SeatId,
    SeatingId,
)
from world import chart_of, edited, seated


def reviewed(client, seat, name, headline, *, on="2026-10-01", next_on=""):
    """A finished review of somebody in a seat."""
    found = client.get(Occupant, name)
    review = Review(
        ReviewId(f"{name}@{seat}@{on}"),
        SeatId(seat),
        OccupantId(name),
        on,
        "person",
        "finished",
        next_on=next_on,
        headline=headline,
        scene=Scene(seat, name, is_provider=found.kind == "provider"),
    )
    return edited(client, Edit("x", lambda work: work.put(review)))


def world():
    """Joel in two seats, Northbeam in one since March, Dana at the top, Acme nowhere."""
    client = chart_of({"CEO": ["Technology", "Quality", "MSP", "Open"]})
    client = seated(client, "CEO", "Dana Whitfield")
    client = seated(client, "Technology", "Joel Kim")
    client = seated(client, "Quality", "Joel Kim")
    client = seated(client, "MSP", "Northbeam", provider=True)
    client = edited(
        client,
        add_occupant(Occupant(OccupantId("Acme"), "Acme", "provider")),
        revise_occupant(
            OccupantId("Northbeam"),
            lambda now: replace(now, notice_by="2026-12-01", contract_end="2027-03-01"),
        ),
    )
    client = reviewed(client, "Technology", "Joel Kim", "right_right", next_on="2027-01-14")
    return reviewed(client, "MSP", "Northbeam", "right_wrong_seat", next_on="2026-11-01")


def with_past(client):
    """Joel sat in Open before, and Northbeam after him; now it is open."""
    return edited(
        client,
        seat_occupant(SeatingId("1"), SeatId("Open"), OccupantId("Joel Kim"), on="2024-03-01"),
        seat_occupant(SeatingId("2"), SeatId("Open"), OccupantId("Northbeam"), on="2026-10-14"),
    )


def type_into(field, words):
    """Type words, letters of any script among them."""
    for sign in words:
        if sign.isascii():
            QTest.keyClicks(field, sign)
        else:
            plain = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, plain, sign))


def settle():
    for _round in range(4):
        QApplication.processEvents()


class Desk:
    """An open client with the page on it."""

    def __init__(self, session, bridge, page):
        self.session, self.bridge, self.page = session, bridge, page
        self.troubles, self.notices, self.wanted, self.previews = [], [], [], []
        bridge.trouble.connect(lambda problem: self.troubles.append(problem.code))
        page.notice.connect(self.notices.append)
        page.seat_wanted.connect(self.wanted.append)
        page.preview_wanted.connect(self.previews.append)

    @property
    def client(self):
        return self.session.client

    @property
    def form(self):
        return self.page.form

    @property
    def table(self):
        return self.page.list.table

    @property
    def names(self):
        return [row.name for row in self.table.people.rows]

    @property
    def steps(self):
        return [step.name for step in self.session.steps()]

    @property
    def shown(self):
        """The one whose form is shown."""
        return self.client.get(Occupant, self.page.chosen)

    def cell(self, name, column):
        """What a screen reader says of a cell."""
        at = self.names.index(name)
        model = self.table.people
        return model.data(model.index(at, column), Qt.ItemDataRole.AccessibleTextRole)

    def choose(self, name):
        self.page.show_occupant(OccupantId(name))
        settle()

    def search(self, words):
        self.page.list.search.clear()
        type_into(self.page.list.search, words)

    def press(self, *keys):
        """Press keys on whatever has the keyboard."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            settle()

    def type(self, words):
        type_into(QApplication.focusWidget(), words)

    def write(self, field, words):
        """Write over a field and leave it."""
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_into(field, words)
        self.page.list.search.setFocus()
        settle()


def pick(opener, typed):
    """Choose from a list that opens, by typing."""
    listed = opener.open_list()
    type_into(listed.search, typed)
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    settle()
