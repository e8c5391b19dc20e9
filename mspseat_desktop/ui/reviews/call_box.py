"""Your call on one letter, with the sentence that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.words import call_choices
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import ChoiceRow, PlainLabel, SectionLabel, TextArea
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class CallBox(QWidget):
    """Yes or no, large, and why; a call leads the keyboard on to its sentence.

    `needs_sentence` says whether the call still lacks the sentence that it must have.
    """

    def __init__(self, theme: Theme, pen: Pen, letter: Letter, *, locked: bool) -> None:
        super().__init__()
        self._pen = pen
        self.letter = letter
        self._locked = locked
        self.needs_sentence = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel(_("Your call"), self))
        name = _("Your call: {letter}").format(letter=letter_name(letter))
        self.choices = ChoiceRow(theme, name, call_choices(), self, size="large", stretch=True)
        self.choices.setEnabled(not locked)
        self.choices.chosen.connect(self._call)
        for button in self.choices.buttons:
            button.installEventFilter(self)
        column.addWidget(self.choices)
        self.missing = PlainLabel("", self, pixels=12, tone="partly", wrap=True)
        column.addWidget(self.missing)
        self.sentence = TextArea(
            _("Why: {letter}").format(letter=letter_name(letter)),
            self,
            pending=pen.bridge.pending,
            hint=_("Why, in a sentence"),
            lines=2,
            most_lines=6,
        )
        self.sentence.setReadOnly(locked)
        column.addWidget(self.sentence)
        self.sentence.installEventFilter(self)
        self._tie = Tie(pen.bridge, self.sentence, pen.note_maker("call", letter))

    def show_look(self, look: Look) -> None:
        """Show call and sentence."""
        said = look.said("call", self.letter)
        call, note = (said.value, said.note) if said else ("", "")
        if self.choices.value != (call or None):
            self.choices.set_value(call or None)
        self._tie.show(note)
        self.sentence.setVisible(bool(call or note))
        self.needs_sentence = self.letter in look.outcome.unexplained and not self._locked
        advised = _is_bare_no(look, self.letter) and not self._locked
        if self.needs_sentence:
            self.missing.set_tone("partly")
            self.missing.setText(_why_wanted(look, self.letter))
        elif advised:
            self.missing.set_tone("muted")
            self.missing.setText(_("Not required, but fair: why this No, in a sentence."))
        self.missing.setVisible(self.needs_sentence or advised)

    def focus(self) -> None:
        """Put the keyboard on the call."""
        self.choices.focus()

    def focus_sentence(self) -> None:
        """Put the keyboard into the sentence."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead a key that calls on to the sentence, so that not one sign of it calls again.

        Page Down and Up pass the sentence by, which would scroll: they lead through the steps.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.sentence:
            passes = event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if passes:
                event.ignore()
            return passes
        if not event.text() or not self.choices.take_key(event):
            return False
        if self.choices.value is not None:
            self.focus_sentence()
        return True

    def _call(self, value: object) -> None:
        self._pen.rate("call", self.letter, str(value) if value else "")
        if value is not None:
            self.focus_sentence()


def _why_wanted(look: Look, letter: Letter) -> str:
    """Return why a sentence is asked for; hidden ratings must not show through it.

    That the answers point nowhere stands below the sentence already.
    """
    if look.outcome.pointing[letter].to and not look.ratings_hidden:
        return _("This goes against the answers. Say why, in a sentence.")
    return _("Say why, in a sentence.")


def _is_bare_no(look: Look, letter: Letter) -> bool:
    """Whether a no stands there without an answer that points to it and without a word."""
    if look.ratings_hidden:
        return False
    said = look.said("call", letter)
    is_no = said is not None and said.value == "no" and not said.note.strip()
    return is_no and not look.outcome.pointing[letter].to
