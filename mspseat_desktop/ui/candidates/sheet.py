"""What stands on the sheet of a comparison: head, tabs, the grid or the questions, and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.candidates.grid import CandidatesGrid
from mspseat_desktop.ui.candidates.next_call import NextCall
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    DropDown,
    IconButton,
    LinkButton,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Separator,
    TabBar,
)

if TYPE_CHECKING:
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.candidates.adding import AddCandidate
    from mspseat_desktop.ui.theme import Theme


class Sheet:
    """The parts, laid out on a widget; the dialog says what they show and do."""

    def __init__(self, sheet: QWidget, bridge: Bridge, theme: Theme, *, add: AddCandidate) -> None:
        self.sheet = sheet
        self.title = PlainLabel("", sheet, pixels=17, weight=Weight.DemiBold, elide=True)
        self.line = PlainLabel("", sheet, pixels=12, tone="muted", wrap=True)
        self.which = DropDown(theme, _("Which comparison"), [], sheet)
        self.again = QuietButton(theme, _("Compare again"), sheet, icon="refresh-cw")
        self.print = IconButton(theme, "printer", _("Print the comparison"), sheet)
        self.cross = IconButton(theme, "x", _("Close; everything is saved"), sheet)
        self.tabs = TabBar(theme, _("What to look at"), sheet)
        self.tabs.add(_("Side by side"))
        self.tabs.add(_("For the next call"))
        self.arrangement = ChoiceRow(
            theme,
            _("Order of the lines"),
            [
                Choice("differences", _("Differences first")),
                Choice("asked", _("In the order asked")),
            ],
            sheet,
            size="compact",
            clearable=False,
        )
        self.hidden = PlainLabel("", sheet, tone="muted", wrap=True)
        self.show_ratings = LinkButton(theme, _("Show ratings"), sheet, icon="eye")
        self.grid = CandidatesGrid(bridge, theme, sheet)
        self.next_call = NextCall(theme, sheet)
        self.empty = PlainLabel("", sheet, tone="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = add
        self.known = QuietButton(theme, "", sheet, icon="users")
        self.review = QuietButton(theme, _("Review"), sheet, icon="clipboard-check")
        self.choose = PrimaryButton(theme, _("Choose"), sheet, icon="check")
        self.pages = QStackedWidget(sheet)
        self.head = self._head()
        self.bar = self._bar()
        self.foot = self._foot()
        self._lay_out(sheet)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(22, 12, 16, 12)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        for part in (self.which, self.again, self.print, self.cross):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(10)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.hidden)
        row.addWidget(self.show_ratings)
        row.addWidget(self.arrangement)
        return bar

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.known)
        row.addStretch(1)
        row.addWidget(self.review)
        row.addWidget(self.choose)
        return foot

    def _lay_out(self, sheet: QWidget) -> None:
        for page in (self.grid, self.next_call, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Separator())
        column.addWidget(self.bar)
        column.addWidget(Separator())
        column.addWidget(self.pages, 1)
        column.addWidget(Separator())
        column.addWidget(self.foot)
