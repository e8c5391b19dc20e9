"""A row of a review's page: words at the left, answers at the right, notes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.evidence_line import EvidenceLine, has_details
from mspseat_desktop.ui.reviews.words import evidence_choices, keys_of
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import ChoiceCell, ChoiceRow, IconButton, PlainLabel, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.writing import EvidencePen, Making
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import Choice
    from mspseat_desktop.ui.widgets.choice import Size

EDGE = 12
"""Pixels from the edge of a page to where words, fields, lines and links begin."""
NARROW = 460
"""Below this width in pixels the answers stand under the words."""
ASIDE = 24
FLASH_MS = 900


class Row(QWidget):
    """One thing to answer; the kinds of it fill in answers, evidence and note.

    `stop_added(object)` names each control that the keyboard can be in, as it comes to be.
    """

    stop_added = Signal(object)

    def __init__(
        self, theme: Theme, bridge: Bridge, words: str, *, hint: str = "", locked: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._bridge = bridge
        self.locked = locked
        self.words = words
        self._is_current = False
        self._is_in_line = False
        self.is_flashing = False
        self.answers: ChoiceRow | None = None
        self.evidence: ChoiceCell | None = None
        self.details: EvidenceLine | None = None
        self.details_button: IconButton | None = None
        self._details_pen: EvidencePen | None = None
        self._line: Answer | None = None
        self.note: TextField | None = None
        self.note_button: IconButton | None = None
        self._note_tie: Tie | None = None
        self._note_make: Making | None = None
        self._note_hint = ""
        self._lay_out(words, hint)
        theme.changed.connect(self.update)

    def _lay_out(self, words: str, hint: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 8, EDGE, 8)
        column.setSpacing(4)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.setContentsMargins(0, 4, 0, 0)
        self.label = PlainLabel(words, self, weight=QFont.Weight.Medium, wrap=True)
        left.addWidget(self.label)
        self.hint = PlainLabel(hint, self, pixels=12, tone="muted", wrap=True)
        self.hint.setVisible(bool(hint))
        self._hint_line = QHBoxLayout()
        self._hint_line.setSpacing(8)
        self._hint_line.addWidget(self.hint, 1)
        self._hint_line.addStretch()  # a line without a hint would leave no width for the words
        left.addLayout(self._hint_line)
        left.addStretch()
        self._top.addLayout(left, 1)
        self._right = QVBoxLayout()
        self._right.setSpacing(2)
        self._aside = QHBoxLayout()
        self._aside.setSpacing(6)
        self._aside.addStretch()
        self._top.addLayout(self._right)
        column.addLayout(self._top)
        self.below = QVBoxLayout()
        self.below.setSpacing(6)
        column.addLayout(self.below)

    def add_answers(
        self, choices: Sequence[Choice], *, size: Size = "normal", in_line: bool = False
    ) -> ChoiceRow:
        """Put the answers in and return them; evidence and note go below them or `in_line`."""
        row = ChoiceRow(self._theme, self.words, choices, self, size=size)
        row.setEnabled(not self.locked)
        self.answers = row
        self._is_in_line = in_line
        if in_line:
            self._aside.addWidget(row)
        else:
            self._right.addWidget(row, 0, Qt.AlignmentFlag.AlignRight)
        self._right.addLayout(self._aside)
        self._right.addStretch()
        for button in row.buttons:
            self.stop_added.emit(button)
        return row

    def show_choice(self, value: str) -> None:
        """Show which answer is chosen, "" for none."""
        if self.answers is not None and self.answers.value != (value or None):
            self.answers.set_value(value or None)

    def add_evidence(self, pen: EvidencePen) -> ChoiceCell:
        """Put in how the answer is known, and return it; it shows once there is an answer.

        What it rests on opens below by its button or F3.
        """
        cell = ChoiceCell(
            self._theme,
            _("How it is known: {what}").format(what=self.words),
            evidence_choices(),
            self,
            empty=_("Evidence"),
        )
        cell.setFixedSize(cell.sizeHint().width(), 22)
        if self._is_in_line:
            # It comes and goes beside the words: they must not be broken anew each time.
            policy = cell.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            cell.setSizePolicy(policy)
        cell.setEnabled(not self.locked)
        cell.hide()
        self.evidence = cell
        self._aside.insertWidget(1, cell)
        self._details_pen = pen
        if not self.locked:
            self._add_details_button(retain=self._is_in_line)
        return cell

    def _add_details_button(self, *, retain: bool) -> None:
        button = IconButton(
            self._theme,
            "file-text",
            _("Who saw it, when, and where it is: {what}").format(what=self.words),
            self,
            side=ASIDE,
            role="muted",
        )
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(retain)
        button.setSizePolicy(policy)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_details)
        button.hide()
        self.details_button = button
        self._aside.insertWidget(2, button)

    def allow_note(self, make: Making, *, hint: str) -> None:
        """Let a note be written; its line opens when there is one or when it is asked for."""
        self._note_make, self._note_hint = make, hint
        if self.locked:
            return
        button = IconButton(
            self._theme,
            "message-square",
            _("Write a note: {what}").format(what=self.words),
            self,
            side=ASIDE,
            role="muted",
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_note)
        self.note_button = button
        self._aside.addWidget(button)

    def open_note(self) -> None:
        """Open the line of the note and put the keyboard there."""
        if self._note_make is None or self.locked:
            return
        note = self._note_line()
        note.show()
        note.setFocus(Qt.FocusReason.OtherFocusReason)
        note.end(False)  # noqa: FBT003 - Qt's own call

    def show_note(self, text: str, *, wanted: bool = False, hint: str = "") -> None:
        """Show the note; an empty one has a line only while it is `wanted` or open already."""
        if self.note is None and not text and not wanted:
            return
        note = self._note_line()
        note.setPlaceholderText(hint or self._note_hint)
        if self._note_tie is not None:
            self._note_tie.show(text)
        if text or wanted:
            note.show()

    def open_details(self) -> None:
        """Open what the answer rests on and put the keyboard there."""
        if self._details_pen is None or self.locked or self.evidence is None:
            return
        if not self.evidence.isVisibleTo(self):
            return
        line = self._details_line()
        line.show()
        line.focus()

    def show_evidence(self, line: Answer | None, *, answered: bool) -> None:
        """Show how the answer is known and what that rests on."""
        cell = self.evidence
        if cell is None:
            return
        self._line = line
        value = line.evidence if line is not None else ""
        if cell.value != (value or None):
            cell.set_value(value or None)
        shown = bool(value) or (answered and not self.locked)
        if cell.isHidden() == shown:
            cell.setVisible(shown)
        if self.details_button is not None and self.details_button.isHidden() == shown:
            self.details_button.setVisible(shown)
        if has_details(line):
            self._details_line().show()
        if self.details is not None:
            self.details.show_answer(line)
            focus = QApplication.focusWidget()
            if not value and not (focus is not None and self.details.isAncestorOf(focus)):
                self.details.hide()

    def set_current(self, *, current: bool) -> None:
        """Mark the row as the one that the keyboard is in."""
        if current == self._is_current:
            return
        self._is_current = current
        self.update()

    def flash(self) -> None:
        """Light the row up for a moment: a key has changed an answer that stood here."""
        self.is_flashing = True
        self.update()
        QTimer.singleShot(FLASH_MS, self, self._end_flash)

    def _end_flash(self) -> None:
        self.is_flashing = False
        self.update()

    @property
    def needs_more(self) -> bool:
        """Whether the answer asks for something else before the keyboard moves on."""
        return False

    def focus_more(self) -> None:
        """Put the keyboard where the answer wants something more; it stays where it is else."""

    def focus(self) -> None:
        """Put the keyboard on the answers."""
        if self.answers is not None and not self.locked:
            self.answers.focus()
        elif self.note is not None:
            self.note.setFocus(Qt.FocusReason.TabFocusReason)

    def key_words(self) -> list[str]:
        """Return what each key means here, as "Y yes"; in a text field letters mean nothing."""
        if isinstance(QApplication.focusWidget(), QLineEdit):
            return [_("Enter goes on")]
        said = keys_of(self.answers.choices) if self.answers else []
        if self.evidence is not None:
            said += keys_of(evidence_choices())
        if self._note_make is not None:
            said.append(_("F2 note"))
        return [*said, _("F3 evidence")] if self.evidence is not None else said

    def stops(self) -> list[QWidget]:
        """Return the controls that the keyboard can be in."""
        found: list[QWidget] = list(self.answers.buttons) if self.answers else []
        found += [stop for stop in (self.evidence, self.note) if stop is not None]
        return found + (self.details.stops() if self.details is not None else [])

    def take_sign(self, sign: str) -> bool:
        """Act on a letter that is no answer: how it is known. Whether it meant something."""
        if self.evidence is None or self.locked:
            return False
        for choice in evidence_choices():
            if sign in choice.keys.casefold():
                again = self.evidence.value == choice.value
                self.evidence.set_value(None if again else choice.value)
                self.evidence.chosen.emit(None if again else choice.value)
                return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Be opaque, so that an answer does not make the chart behind the sheet paint itself."""
        super().showEvent(event)
        # Not before: the style sheet takes it away from whatever it dresses.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if narrow else directions.LeftToRight
        if self._top.direction() != wanted:
            self._top.setDirection(wanted)
            self._top.setSpacing(4 if narrow else 16)
            self._place_aside(narrow=narrow)

    def _place_aside(self, *, narrow: bool) -> None:
        """Put evidence and note below the answers, or beside the hint where height is scarce."""
        if self.answers is None or self._is_in_line:
            return
        for line in (self._right, self._hint_line):
            line.removeItem(self._aside)
        self._aside.setParent(None)
        if narrow:
            self._hint_line.addLayout(self._aside)
        else:
            self._right.insertLayout(1, self._aside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the current row and the hairline below each."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, self._theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current or self.is_flashing:
            ground = "accent_soft" if self.is_flashing else "rail"
            painter.setBrush(self._theme.color(ground))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -2), 8, 8)
        if self._is_current:
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, 10, 3, rect.height() - 21), 1.5, 1.5)
        painter.fillRect(
            QRectF(EDGE, rect.height() - 1, rect.width() - 2 * EDGE, 1),
            self._theme.color("line"),
        )

    def _details_line(self) -> EvidenceLine:
        if self.details is None:
            if self._details_pen is None:
                raise RuntimeError
            line = EvidenceLine(self._theme, self._details_pen, self.words, locked=self.locked)
            line.hide()
            self.below.addWidget(line)
            self.details = line
            line.show_answer(self._line)
            for stop in line.stops():
                self.stop_added.emit(stop)
        return self.details

    def _note_line(self) -> TextField:
        if self.note is not None:
            return self.note
        name = _("Note: {what}").format(what=self.words)
        note = TextField(name, self, pending=self._bridge.pending, hint=self._note_hint)
        note.setProperty("bare", True)  # noqa: FBT003 - Qt's own call
        note.setReadOnly(self.locked)
        mark = QAction(_("Note"), note)
        self._theme.follow_icon(mark, "message-square", "muted")
        note.addAction(mark, QLineEdit.ActionPosition.LeadingPosition)
        self.below.insertWidget(0, note)
        self.note = note
        if self._note_make is not None:
            self._note_tie = Tie(self._bridge, note, self._note_make)
        self.stop_added.emit(note)
        return note
