"""Below the result: whose answers are asked for, blind or openly, and all of them side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.blind import reveal, set_blind
from mspseat_desktop.domain.edits.voices import add_voice, remove_voice
from mspseat_desktop.domain.review_records import Voice
from mspseat_desktop.domain.two_way import two_way
from mspseat_desktop.domain.vocabulary import VoiceId
from mspseat_desktop.domain.voices import are_hidden, missing
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews.people_names import names_of, offer_names
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.side_by_side import SideBySide
from mspseat_desktop.ui.reviews.voice_dialog import VoiceDialog
from mspseat_desktop.ui.widgets import (
    CheckBox,
    DropDown,
    IconButton,
    LinkButton,
    PlainLabel,
    QuietButton,
    SectionLabel,
    TextField,
)
from mspseat_desktop.wording.voices import (
    two_way_text,
    voice_kind_text,
    voice_state_text,
    waiting_text,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.vocabulary import VoiceKind
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme

KINDS: tuple[VoiceKind, ...] = ("leader", "provider", "consultant", "other")


class VoicesPart(QWidget):
    """A finished review shows the answers and changes nothing; one without voices shows nothing."""

    def __init__(self, theme: Theme, pen: Pen, look: Look) -> None:
        super().__init__()
        self._theme = theme
        self._pen = pen
        self._look = look
        self._locked = look.is_locked
        self._key: Hashable = None
        self._is_answering = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._below = QVBoxLayout()
        self.side_by_side: SideBySide | None = None
        self.entering: dict[VoiceId, LinkButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 10, EDGE, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("Other voices"), self))
        column.addLayout(self._lines)
        if not self._locked:
            self._add_controls(column)
        column.addLayout(self._below)

    def _add_controls(self, column: QVBoxLayout) -> None:
        kinds = [(kind, voice_kind_text(kind)) for kind in KINDS]
        self.kind = DropDown(self._theme, _("What they are to this review"), kinds, self)
        self.name = TextField(_("Who else answers"), self, hint=_("Who else answers"))
        offer_names(self.name, names_of(self._pen.bridge.client))
        self.name.returnPressed.connect(self._add)
        self.add = QuietButton(self._theme, _("Add"), self, icon="user-plus")
        self.add.clicked.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.kind)
        line.addWidget(self.add)
        column.addLayout(line)
        self.trouble = PlainLabel("", self, tone="no", wrap=True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.blind = CheckBox(self._theme, _("Hide everybody's answers until all are in"), self)
        self.blind.clicked.connect(self._set_blind)
        column.addWidget(self.blind)
        self.waiting = PlainLabel("", self, tone="muted", wrap=True)
        column.addWidget(self.waiting)
        self.reveal = QuietButton(self._theme, _("Reveal the answers"), self, icon="eye")
        self.reveal.clicked.connect(self._reveal)
        column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)

    def show_look(self, look: Look) -> None:
        """Show who is in, and side by side what may be seen."""
        self._look = look
        if self._is_answering:
            return  # all of it lies behind their dialog, and each of their answers comes by here
        voices = self._pen.bridge.client.voices(look.review.id)
        self.setVisible(bool(voices) or not self._locked)
        hidden = are_hidden(look.review)
        if not self._locked:
            self.blind.setChecked(look.review.blind)
            self.blind.setEnabled(not (hidden and any(v.answers for v in voices)))
            waiting = [voice.name for voice in missing(voices)] if hidden else []
            self.waiting.setText(_how_far(look.review, waiting))
            self.waiting.setVisible(bool(self.waiting.text()))
            self.reveal.setVisible(hidden and bool(voices))
            self.reveal.setEnabled(not waiting)
        ours = tuple(look.sheet.answers.values()) if voices else ()
        key = (voices, hidden, look.ratings_hidden, ours, look.sheet.own_values)
        if key == self._key:
            return
        self._key = key
        self._show_lines(voices, hidden=hidden)
        self._show_side_by_side(look, shown=bool(look.sheet.voices) and not look.ratings_hidden)

    def answer(self, voice: VoiceId) -> VoiceDialog | None:
        """Open the dialog in which somebody answers; None when the name is gone."""
        record = self._pen.bridge.client.find(Voice, voice)
        if record is None:
            return None
        self._pen.bridge.pending.flush_all()
        dialog = VoiceDialog(
            self._pen.bridge, self._theme, voice=record, look=self._look, parent=self.window()
        )
        dialog.finished.connect(self._answered)
        self._is_answering = True
        dialog.open()
        return dialog

    def _answered(self, _result: int) -> None:
        self._is_answering = False
        self.show_look(self._look)

    def _show_lines(self, voices: tuple[Voice, ...], *, hidden: bool) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        _clear(self._lines)
        self.entering.clear()
        for voice in voices:
            self._lines.addWidget(self._line(voice, hidden=hidden))
        if not voices:
            words = _(
                "Nobody yet. A leader, the provider or a consultant can answer the same; where "
                "they differ from you stands here first."
            )
            self._lines.addWidget(PlainLabel(words, tone="muted", wrap=True))
        if had_focus and not self._locked:
            self.name.setFocus()

    def _line(self, voice: Voice, *, hidden: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = PlainLabel(voice_state_text(voice, date_text), line, wrap=True)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words)
        fit = two_way(voice, self._look.sheet.own_values)
        if fit is not None and not hidden and not self._look.ratings_hidden:
            text = two_way_text(voice.name, fit)
            said.addWidget(PlainLabel(text, line, pixels=12, tone="muted", wrap=True))
        row.addLayout(said, 1)
        if self._locked:
            return line
        if voice.form is None and not (hidden and voice.given_on):
            enter = LinkButton(self._theme, _("Answer…"), line, icon="pencil")
            enter.setAccessibleName(_("Answer as {name}…").replace("{name}", voice.name))
            enter.clicked.connect(lambda: self.answer(voice.id))
            self.entering[voice.id] = enter
            row.addWidget(enter)
        out = IconButton(
            self._theme, "x", _("Take out {name}").replace("{name}", voice.name), line, side=24
        )
        out.clicked.connect(lambda: self._pen.bridge.do(remove_voice(voice.id)))
        row.addWidget(out)
        return line

    def _show_side_by_side(self, look: Look, *, shown: bool) -> None:
        _clear(self._below)
        self.side_by_side = SideBySide(self._theme, look) if shown else None
        if self.side_by_side is not None:
            self._below.addWidget(self.side_by_side)

    def _add(self) -> None:
        name = self.name.text().strip()
        self.trouble.setText("" if name else _("Write whose answers these are, then add them."))
        self.trouble.setVisible(not name)
        if not name:
            self.name.setFocus()
            return
        bridge = self._pen.bridge
        kind = next(k for k in KINDS if k == self.kind.value)
        voice = Voice(VoiceId(bridge.new_id()), self._pen.review, 0, kind, name)
        if bridge.do(add_voice(voice)):
            self.name.load("")
            self.name.setFocus()

    def _set_blind(self, on: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        if not self._pen.bridge.do(set_blind(self._pen.review, blind=on)):
            self.blind.setChecked(not on)

    def _reveal(self) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        if self._pen.bridge.do(reveal(self._pen.review, at=at)):
            self.name.setFocus()


def _how_far(review: Review, waiting: list[str]) -> str:
    """Return whose answers are still to come, or when hidden ones were revealed."""
    if waiting:
        return waiting_text(waiting)
    if review.blind and review.revealed_at:
        day = datetime.fromisoformat(review.revealed_at).astimezone().date().isoformat()
        return _("Revealed on {day}.").format(day=date_text(day))
    return ""


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
