"""The form's plain fields: each tied to one thing of the occupant, kept while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import revise_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantId
from mspseat_desktop.ui.seat_panel.entries import Entry, Making, date_entry, text_entry
from mspseat_desktop.ui.widgets import DateField, PlainLabel, TextArea, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

Part: TypeAlias = Literal[
    "name",
    "email",
    "phone",
    "fee",
    "covers",
    "excludes",
    "unrated_because",
    "notes",
    "contract_start",
    "contract_end",
    "notice_by",
    "notice_given",
]
F = TypeVar("F", bound=QWidget)

_CHANGED: dict[Part, Callable[[Occupant, str], Occupant]] = {
    "name": lambda now, text: replace(now, name=text),
    "email": lambda now, text: replace(now, email=text),
    "phone": lambda now, text: replace(now, phone=text),
    "fee": lambda now, text: replace(now, fee=text),
    "covers": lambda now, text: replace(now, covers=text),
    "excludes": lambda now, text: replace(now, excludes=text),
    "unrated_because": lambda now, text: replace(now, unrated_because=text if text.strip() else ""),
    "notes": lambda now, text: replace(now, notes=text),
    "contract_start": lambda now, text: replace(now, contract_start=text),
    "contract_end": lambda now, text: replace(now, contract_end=text),
    "notice_by": lambda now, text: replace(now, notice_by=text),
    "notice_given": lambda now, text: replace(now, notice_given=text),
}


class DateMemory(QObject):
    """A date field that forgets nothing: a text that is no date waits for its record to return."""

    def __init__(self, entry: Entry[str], field: DateField) -> None:
        super().__init__(field)
        self._entry, self._field = entry, field
        self._unread: dict[str, str] = {}

    def show(self, key: str, day: str) -> None:
        """Show a record's date, or what was typed for it and not understood."""
        was = self._entry.key
        if key != was and was:
            if self._field.settle():
                self._unread.pop(was, None)
            else:
                self._unread[was] = self._field.field.text()
        self._entry.show(key, day)
        if key != was and key in self._unread:
            self._field.field.setText(self._unread[key])
            self._field.settle()


class OccupantFields:
    """Makes the fields and shows an occupant in all of them."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        self._bridge, self._theme, self._parent = bridge, theme, parent
        self._texts: dict[Part, Entry[str]] = {}
        self._dates: dict[Part, DateMemory] = {}

    def line(self, part: Part, words: str, *, hint: str = "") -> TextField:
        """Return a line of text for this thing."""
        field = TextField(words, self._parent, pending=self._bridge.pending, hint=hint)
        self._texts[part] = text_entry(self._bridge, field, changer(self._bridge, part))
        return field

    def area(self, part: Part, words: str, *, hint: str = "") -> TextArea:
        """Return lines of text for this thing."""
        field = TextArea(
            words, self._parent, pending=self._bridge.pending, hint=hint, most_lines=40
        )
        self._texts[part] = text_entry(self._bridge, field, changer(self._bridge, part))
        return field

    def day(self, part: Part, words: str) -> DateField:
        """Return a date for this thing."""
        bridge = self._bridge
        field = DateField(
            self._theme, words, self._parent, pending=bridge.pending, today=bridge.today
        )
        self._dates[part] = DateMemory(date_entry(bridge, field, changer(bridge, part)), field)
        return field

    def show(self, occupant: Occupant) -> None:
        """Show what is kept; what is being typed stays."""
        for part, entry in self._texts.items():
            entry.show(occupant.id, getattr(occupant, part))
        for part, memory in self._dates.items():
            memory.show(occupant.id, getattr(occupant, part))


def changer(bridge: Bridge, part: Part) -> Making[str]:
    """Return what makes the edit of one thing about an occupant; a blank name makes none."""

    def make(key: str, value: str, merge_key: str, /) -> Edit | None:
        now = bridge.client.find(Occupant, key)
        if now is None or (part == "name" and not value.strip()):
            return None
        name = value if part == "name" else now.name
        return revise_occupant(
            OccupantId(key),
            lambda then: _CHANGED[part](then, value),
            name=name,
            merge_key=merge_key,
        )

    return make


def labelled(column: QVBoxLayout, words: str, field: F) -> F:
    """Put a field with its words above it into a column."""
    label = PlainLabel(words, pixels=12, tone="muted")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    column.addSpacing(4)
    return field


def side_by_side(column: QVBoxLayout, *pairs: tuple[str, QWidget]) -> None:
    """Put fields with their words into a row of equal parts."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    for at, (words, field) in enumerate(pairs):
        grid.addWidget(PlainLabel(words, pixels=12, tone="muted", elide=True), 0, at)
        grid.addWidget(field, 1, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(at, 1)
    column.addLayout(grid)
    column.addSpacing(4)
