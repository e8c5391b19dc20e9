"""The foot of the review dialog: the blank form, back and on; finish, print and reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.look import STEPS
from mspseat_desktop.ui.reviews.words import evidence_keys, step_name, wants_keys, yes_no_keys
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, PrimaryButton, QuietButton

if TYPE_CHECKING:
    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.theme import Theme


class Footer(QWidget):
    """Buttons for the way through the steps; each signal is one wish."""

    blank_form_wanted = Signal()
    back_wanted = Signal()
    on_wanted = Signal()
    print_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 11, 18, 11)
        row.setSpacing(8)
        self.blank = _PlainLink(theme, _("Print blank form"), self, icon="printer")
        self.blank.clicked.connect(self.blank_form_wanted)
        self.keys = PlainLabel("", self, pixels=11, tone="muted", elide=True)
        self.reopen = QuietButton(theme, _("Reopen"), self, icon="lock-open")
        self.reopen.clicked.connect(self.reopen_wanted)
        self.back = QuietButton(theme, _("Back"), self)
        self.back.clicked.connect(self.back_wanted)
        self.print = PrimaryButton(theme, _("Print"), self, icon="printer")
        self.print.clicked.connect(self.print_wanted)
        self.on = PrimaryButton(theme, "", self)
        self.on.clicked.connect(self.on_wanted)
        row.addWidget(self.blank)
        row.addSpacing(8)
        row.addWidget(self.keys, 1)
        for button in (self.reopen, self.back, self.on, self.print):
            row.addWidget(button)

    def show_look(self, look: Look, step: Step) -> None:
        """Show the buttons that lead on from here."""
        last = step == STEPS[-1]
        self.blank.setVisible(not look.is_locked)
        self.reopen.setVisible(look.is_locked and last)
        self.print.setVisible(look.is_locked and last)
        self.back.setEnabled(step != STEPS[0])
        self.on.setVisible(not (look.is_locked and last))
        words = _("Finish review") if last else step_name(STEPS[STEPS.index(step) + 1])
        if words != self.on.caption:
            self.on.set_caption(words)
            self.on.set_icon_name("check" if last else "")
            self.on.set_trailing_icon("" if last else "arrow-right")
        self.keys.setText("" if look.is_locked else _keys(step))


class _PlainLink(LinkButton):
    """A link in the colour of text: it is no part of the way."""

    ink_role = "ink"


def _keys(step: Step) -> str:
    """Return the keys that are worth knowing at this step."""
    yes, no, unsure, apart = yes_no_keys()
    move = _("Page Down next step")
    if step == "result":
        return " · ".join((_("Enter adds an action"), _("Ctrl+Enter finishes")))
    note = _("F2 note")
    if step == "values":
        return " · ".join(("+  /  -", note, move))
    answers = f"{yes} {no} {unsure} {apart}"
    if step == "wants":
        answers = " · ".join((answers, " ".join(wants_keys())))
    seen, claimed = evidence_keys()
    digits = _("1-9 responsibility, 0 your call")
    evidence = _("{seen} {claimed} evidence").format(seen=seen, claimed=claimed)
    return " · ".join((answers, evidence, note, digits, move))
