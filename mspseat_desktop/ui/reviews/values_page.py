"""The page of the core values: each rated +, +/- or -, held against the bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.content.banks import value_prompts
from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.page import Page
from mspseat_desktop.ui.reviews.row import EDGE, Row
from mspseat_desktop.ui.reviews.words import bar_state_text, bar_words, value_choices
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import Chip, LinkButton, PlainLabel, SectionLabel, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from mspseat_desktop.domain.review_records import Answer, SceneValue
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import CoreValueId
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme

_BAR_ROLES = {"over": "yes", "below": "partly", "undecided": "unanswered"}


class ValueRow(Row):
    """One core value with its rating and a note."""

    def __init__(
        self, theme: Theme, pen: Pen, value: SceneValue, *, meaning: str, locked: bool
    ) -> None:
        super().__init__(theme, pen.bridge, value.name, hint=meaning, locked=locked)
        self._pen = pen
        self.value = value
        self._answer: Answer | None = None
        self.add_answers(value_choices(), in_line=True).chosen.connect(self._rate)
        self.allow_note(pen.note_maker("value", value.id), hint=_("One recent act that shows it"))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what the review holds."""
        self._answer = answer
        value = answer.value if answer else ""
        self.show_choice(value)
        self.show_note(answer.note if answer else "")

    def _rate(self, value: object) -> None:
        if not self._pen.rate("value", self.value.id, str(value) if value else ""):
            self.show_answer(self._answer)


class ValuesPage(Page):
    """Every core value of the client, the bar, and the way out for who is not rated."""

    def __init__(
        self,
        theme: Theme,
        pen: Pen,
        look: Look,
        *,
        meanings: Mapping[CoreValueId, str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._pen = pen
        self._shape = self._shape_of(look)
        self._rows: list[ValueRow] = []
        self.bar = PlainLabel("", tone="muted", wrap=True)
        self.state = Chip(theme, "", "unanswered")
        self.unrated_button: LinkButton | None = None
        self.because: TextField | None = None
        self._because_label: PlainLabel | None = None
        self._because_tie: Tie | None = None
        self._prompts = QWidget(self)
        self._add_title(look)
        for value in look.scene.values:
            row = ValueRow(
                theme, pen, value, meaning=meanings.get(value.id, ""), locked=look.is_locked
            )
            self._rows.append(row)
            self.column.addWidget(row)
        if not look.scene.values:
            none = _(
                "The client has not written down any core values. They stand in the File menu "
                "under Client. Without them the result says right or wrong seat and nothing more."
            )
            self.column.addWidget(_muted(none))
        self._add_unrated(look)
        if self._rows:
            self._add_prompts(look)
        self.column.addStretch(1)
        self.show_look(look)

    def fits(self, look: Look) -> bool:
        """Whether the same values stand here."""
        return self._shape_of(look) == self._shape

    def show_look(self, look: Look) -> None:
        """Show the ratings and how they stand to the bar."""
        for row in self._rows:
            row.show_answer(look.said("value", row.value.id))
        self._show_rated(look)
        state = look.outcome.bar
        shown = state in _BAR_ROLES and not look.ratings_hidden
        self.state.setVisible(shown)
        if shown and self.state.text != bar_state_text(state):
            self.state.show_text(bar_state_text(state), _BAR_ROLES[state])

    def _show_rated(self, look: Look) -> None:
        """Show the values to rate, or why this occupant is not rated; a reason may be in typing."""
        shown = self._rows if rated(look.scene) else []
        self.keys.set_rows(shown, numbered=shown)
        for part in (*self._rows, self.bar, self._prompts):
            part.setVisible(bool(shown))
        unrated = look.scene.unrated_because
        if self._because_tie is not None:
            self._because_tie.show(unrated)
        if self.because is not None and self.unrated_button and self._because_label:
            opened = bool(unrated) or self.because.hasFocus()
            self.because.setVisible(opened)
            self.unrated_button.setVisible(not opened)
            self._because_label.setVisible(bool(unrated))

    def open_unrated(self) -> None:
        """Ask for the reason why this occupant is not rated on core values."""
        if self.because is not None and self.unrated_button is not None:
            self.unrated_button.hide()
            self.because.show()
            self.because.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shape_of(self, look: Look) -> tuple[Hashable, ...]:
        scene = look.scene
        bar = (scene.bar_exceptions, scene.bar_minuses)
        return look.is_locked, scene.occupant_name, scene.values, bar

    def _add_title(self, look: Look) -> None:
        name = look.scene.occupant_name
        line = QHBoxLayout()
        line.setContentsMargins(EDGE, 0, EDGE, 0)
        line.setSpacing(12)
        words = _("Does {name} live our core values?").format(name=name)
        title = PlainLabel(words, pixels=17, weight=QFont.Weight.DemiBold, wrap=True)
        line.addWidget(title, 1)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        self.bar.setText(bar_words(look.scene) if look.scene.values else "")
        self.bar.setContentsMargins(EDGE, 6, EDGE, 8)
        self.column.addWidget(self.bar)

    def _add_unrated(self, look: Look) -> None:
        unrated = look.scene.unrated_because
        if not look.scene.values and not unrated:
            return
        company = look.scene.is_provider
        words = (
            _("Not rated for this provider, because …")
            if company
            else _("Not rated for this person, because …")
        )
        if look.is_locked:
            if unrated:
                self.column.addWidget(_muted(f"{words} {unrated}"))
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 10, EDGE, 6)
        self.unrated_button = LinkButton(self._theme, words, box)
        self.unrated_button.clicked.connect(self.open_unrated)
        column.addWidget(self.unrated_button, 0, Qt.AlignmentFlag.AlignLeft)
        label = PlainLabel(words, box, tone="muted")
        label.setContentsMargins(EDGE, 0, 0, 0)
        self._because_label = label
        column.addWidget(label)
        self.because = TextField(words, box, pending=self._pen.bridge.pending, hint=words)
        inset = QHBoxLayout()
        inset.setContentsMargins(EDGE, 0, 0, 0)
        inset.addWidget(self.because)
        column.addLayout(inset)
        self._because_tie = Tie(self._pen.bridge, self.because, self._unrate_maker(look))
        self.column.addWidget(box)

    def _unrate_maker(self, look: Look) -> Callable[[str, str], Edit | None]:
        occupant, bridge = look.review.occupant, self._pen.bridge

        def make(text: str, visit: str) -> Edit | None:
            record = bridge.client.find(Occupant, occupant)
            if record is None:
                return None
            changed = replace(record, unrated_because=text if text.strip() else "")
            return change_occupant(changed, merge_key=f"unrated:{occupant}:{visit}")

        return make

    def _add_prompts(self, look: Look) -> None:
        lines = QVBoxLayout(self._prompts)
        lines.setContentsMargins(EDGE, 12, EDGE, 8)
        lines.setSpacing(12)
        lines.addWidget(SectionLabel(_("To talk about")))
        for prompt in value_prompts(is_provider=look.scene.is_provider):
            lines.addWidget(PlainLabel(prompt, tone="muted", wrap=True))
        self.column.addWidget(self._prompts)


def _muted(words: str) -> PlainLabel:
    label = PlainLabel(words, tone="muted", wrap=True)
    label.setContentsMargins(EDGE, 4, EDGE, 8)
    return label
