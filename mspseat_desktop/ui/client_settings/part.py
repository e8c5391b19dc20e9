"""A part of the settings: a heading, fields below it, and what it says about itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.records import Profile
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import Ground, PlainLabel, SectionLabel, TextArea, TextField

APART = 12
"""Pixels between two fields."""


class Part(Ground):
    """One page of the settings; `changed` is sent with everything that the user does to it."""

    changed = Signal()

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__("surface")
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(6)
        self.column.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold))
        if about:
            self.column.addWidget(PlainLabel(about, tone="muted", wrap=True))

    def written(self, profile: Profile) -> Profile:
        """Return the client's record with what stands in this part."""
        return profile

    def state(self) -> object:
        """Return what stands in this part, to be compared with what stood there before."""
        return self.written(Profile())

    def trouble(self) -> QWidget | None:
        """Say beside a field why it can not be kept, and return that field; None when all can."""
        return None

    def start(self) -> None:
        """Put the keyboard where work begins."""

    def add(self, label: str, field: QWidget) -> None:
        """Add a field below its label."""
        self.column.addSpacing(APART - self.column.spacing())
        self.column.addWidget(SectionLabel(label))
        self.column.addWidget(field)

    def add_note(self, words: str) -> PlainLabel:
        """Add a muted sentence and return it."""
        note = PlainLabel(words, tone="muted", wrap=True)
        self.column.addWidget(note)
        return note

    def line(self, label: str, text: str, *, hint: str = "") -> TextField:
        """Add a line of text and return it."""
        field = TextField(label, hint=hint)
        field.load(text)
        field.textChanged.connect(lambda _text: self.changed.emit())
        self.add(label, field)
        return field

    def area(self, label: str, text: str) -> TextArea:
        """Add lines of text and return them."""
        area = TextArea(label, lines=3)
        area.load(text)
        area.textChanged.connect(self.changed)
        self.add(label, area)
        return area
