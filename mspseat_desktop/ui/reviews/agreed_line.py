"""An action of a finished review: what was agreed, and whether it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.actions import mark_action
from mspseat_desktop.domain.planning import action_state
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.widgets import CheckBox, PlainLabel

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import Action
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

WHO_WIDTH = 128
DATE_WIDTH = 96
TICK_WIDTH = 28


class AgreedLine(QWidget):
    """An action of a finished review: to read, with a box that says whether it is done."""

    def __init__(self, bridge: Bridge, theme: Theme, action: Action) -> None:
        super().__init__()
        self._bridge, self._action = bridge, action
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 2, EDGE, 2)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self.done = CheckBox(theme, "", self)
        self.done.setFixedWidth(TICK_WIDTH)
        self.done.setAccessibleName(_("Done: {what}").replace("{what}", action.what))
        self.done.clicked.connect(self._mark)
        row.addWidget(self.done, 0, top)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(PlainLabel(action.what, self, wrap=True))
        self.state = PlainLabel("", self, tone="muted", pixels=12, wrap=True)
        text.addWidget(self.state)
        row.addLayout(text, 1)
        for words, width in ((action.who, WHO_WIDTH), (date_text(action.due), DATE_WIDTH)):
            label = PlainLabel(words, self, tone="muted", wrap=True)
            label.setFixedWidth(width)
            row.addWidget(label, 0, top)
        self.show_state(action)

    def show_state(self, action: Action) -> None:
        """Show whether the action is open, done or dropped now."""
        self._action = action
        state = action_state(action)
        self.done.setChecked(state == "done")
        told = {
            "open": "",
            "done": _("Done on {date}").replace("{date}", date_text(action.done_on)),
            "dropped": _("Dropped: {why}").replace("{why}", action.dropped_because),
        }[state]
        self.state.setText(told)
        self.state.setVisible(bool(told))

    def _mark(self, done: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        self._bridge.do(mark_action(self._action.id, done_on=self._bridge.on if done else ""))
