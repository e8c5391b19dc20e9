"""One question of the guide: is there such a firm, what is it called, where does its seat go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextField,
)

if TYPE_CHECKING:
    from mspseat_desktop.ui.theme import Theme

LONGEST_NAME = 200
SHOWN_LETTERS = 22
"""Of a seat's title on a button; the whole title is its hint."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the template's id, its words, how many there are, and where the seat may go.

    `places` are ids and titles of seats, the usual one first; none for the top of the chart.
    `names_only` when the seat stands open and only the firm in it is asked for.
    """

    template: str
    title: str
    question: str
    about: str
    number: int
    count: int
    places: tuple[tuple[str, str], ...] = ()
    names_only: bool = False


class QuestionPage(QWidget):
    """The question with its three answers; the dialog listens to the buttons."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.asked: Asked | None = None
        self.count = SectionLabel("", self)
        self.question = PlainLabel("", self, pixels=17, weight=Weight.DemiBold, wrap=True)
        self.about = PlainLabel("", self, tone="muted", wrap=True)
        self.firm = TextField(_("Name of the firm"), self)
        self.firm.setMaxLength(LONGEST_NAME)
        self.seat = PlainLabel("", self, wrap=True)
        self.places: ChoiceRow | None = None
        self._places_row = QVBoxLayout()
        self.one = PrimaryButton(theme, _("We have one"), self, icon="check")
        self.none = QuietButton(theme, _("We have none"), self)
        self.later = QuietButton(theme, _("Later"), self)
        self.keys = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.one.setDefault(True)
        self.firm.textChanged.connect(lambda _text: self._allow())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        column.addWidget(self.count)
        column.addWidget(self.question)
        column.addWidget(self.about)
        column.addSpacing(8)
        self._firm_label = SectionLabel("", self)
        column.addWidget(self._firm_label)
        column.addWidget(self.firm)
        column.addSpacing(8)
        self._seat_label = SectionLabel(_("Its seat"), self)
        column.addWidget(self._seat_label)
        column.addWidget(self.seat)
        column.addLayout(self._places_row)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self.keys)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self.none)
        row.addWidget(self.one)
        column.addLayout(row)

    @property
    def place(self) -> str:
        """Return the seat that the new one goes under, empty for the top."""
        if self.places is not None:
            return str(self.places.value)
        found = self.asked.places if self.asked else ()
        return found[0][0] if found else ""

    def show_question(self, asked: Asked) -> None:
        """Show a question with nothing answered."""
        self.asked = asked
        words = _("Question {number} of {count}")
        self.count.setText(
            words.replace("{number}", str(asked.number)).replace("{count}", str(asked.count))
        )
        self.question.setText(_("Which firm is it?") if asked.names_only else asked.question)
        self.about.setText(_open_words(asked) if asked.names_only else asked.about)
        name = _("Name of the firm") if asked.names_only else _("Name of the firm, may stay empty")
        self._firm_label.setText(name)
        self.firm.setAccessibleName(name)
        self.firm.load("")
        self._show_places(asked)
        self.none.setHidden(asked.names_only)
        self.one.set_caption(_("Put it there") if asked.names_only else _("We have one"))
        self._allow()
        self.one.setDefault(True)
        self.firm.setFocus()
        self.firm.setAccessibleDescription(f"{self.question.text()} {self.about.text()}")
        # The keyboard stays where it was, so a screen reader has to be told of the new question.
        told = f"{self.count.text()}. {self.question.text()} {self.about.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def choose_place(self, at: int) -> None:
        """Choose the seat above by its place, as Alt and a number do."""
        if self.places is not None and at < len(self.places.choices):
            self.places.set_value(self.places.choices[at].value)

    def _allow(self) -> None:
        """An open seat is filled by a name; a new seat may stay open."""
        names_only = self.asked is not None and self.asked.names_only
        self.one.setEnabled(not names_only or bool(self.firm.text().strip()))

    def _show_places(self, asked: Asked) -> None:
        if self.places is not None:
            self._places_row.removeWidget(self.places)
            self.places.hide()
            self.places.deleteLater()
            self.places = None
        for label in (self.seat, self._seat_label):
            label.setHidden(asked.names_only)
        if asked.names_only:
            keys = [_("Enter: put it there"), _("Alt+L: later"), _("Esc: stop")]
            self.keys.setText("  ·  ".join(keys))
            return
        several = len(asked.places) > 1
        if not asked.places:
            words = _("“{seat}” goes to the top of the chart.")
        elif several:
            words = _("“{seat}” reports to:")
        else:
            words = _("“{seat}” reports to “{above}”.")
            words = words.replace("{above}", _short(asked.places[0][1], 60))
        self.seat.setText(words.replace("{seat}", asked.title))
        keys = [_("Enter: we have one"), _("Alt+N: none"), _("Alt+L: later"), _("Esc: stop")]
        if several:
            choices = [
                Choice(seat, _short(title, SHOWN_LETTERS), hint=title)
                for seat, title in asked.places
            ]
            row = ChoiceRow(self._theme, _("The seat reports to"), choices, self, clearable=False)
            row.set_value(asked.places[0][0])
            self._places_row.addWidget(row)
            self.setTabOrder(self.firm, row.buttons[0])
            self.places = row
            keys.insert(1, _("Alt+1 to {n}: reports to").replace("{n}", str(len(choices))))
        self.keys.setText("  ·  ".join(keys))


def _open_words(asked: Asked) -> str:
    words = _("“{seat}” is in the chart, but nobody holds it yet.")
    return words.replace("{seat}", _short(asked.title, 60))


def _short(title: str, letters: int) -> str:
    words = " ".join(title.split()) or _("unnamed")
    return words if len(words) <= letters else words[: letters - 1] + "…"
