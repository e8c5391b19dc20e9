"""What can be done about the chosen line: mend it, accept it, or leave its kind out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.health import accept, take_back, watch
from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import LinkButton, QuietButton, tip
from mspseat_desktop.ui.worth_a_look.accepting import AcceptDialog
from mspseat_desktop.wording.health import fix_text, kind_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.finding import Code, Finding
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.worth_a_look.grouping import Row


class Foot(QWidget):
    """The buttons for one row; hidden where there is nothing to do.

    `fix_wanted(Finding)` asks for what mends it, `done(str)` tells of an edit that was made.
    """

    fix_wanted = Signal(object)
    done = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._row: Row | None = None
        self._words = ""
        self.fix = QuietButton(theme, "", self, icon="arrow-right")
        self.accept = LinkButton(theme, _("Accept…"), self)
        self.never = LinkButton(theme, _("Never show this kind"), self)
        self.take_back = QuietButton(theme, _("Look at it again"), self, icon="undo-2")
        self.again = QuietButton(theme, _("Show this kind again"), self, icon="eye")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(2)
        for button in (self.fix, self.take_back, self.again):
            column.addWidget(button)
        links = QHBoxLayout()
        links.setSpacing(0)
        for link in (self.accept, self.never):
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)
        self.fix.clicked.connect(self._fix)
        self.accept.clicked.connect(self._ask_why)
        self.never.clicked.connect(self._never)
        self.take_back.clicked.connect(self._take_back)
        self.again.clicked.connect(self._again)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons in the order of the Tab key."""
        return self.fix, self.accept, self.never, self.take_back, self.again

    def show_row(self, row: Row | None, words: str) -> None:
        """Offer what can be done about a row that says these words."""
        self._row, self._words = row, words
        kind = row.kind if row is not None else ""
        self.fix.setVisible(kind == "finding")
        self.accept.setVisible(kind == "finding")
        self.never.setVisible(kind in ("finding", "accepted"))
        self.take_back.setVisible(kind == "accepted")
        self.again.setVisible(kind == "off")
        self.setVisible(kind in ("finding", "accepted", "off"))
        if row is not None and row.finding is not None:
            self.fix.set_caption(fix_text(row.finding.code))
            named = _("Never show “{kind}” for this client")
            tip(self.never, named.replace("{kind}", kind_text(row.finding.code)))

    def _fix(self) -> None:
        if self._row is not None and self._row.finding is not None:
            self.fix_wanted.emit(self._row.finding)

    def _ask_why(self) -> None:
        if self._row is None or self._row.finding is None:
            return
        finding = self._row.finding
        dialog = AcceptDialog(self._theme, self._words, self.window())
        dialog.accepted_because.connect(lambda reason: self._accept(finding, reason))
        dialog.open()

    def _accept(self, finding: Finding, reason: str) -> None:
        if self._bridge.do(accept(finding, reason=reason, on=self._bridge.on)):
            self.done.emit(_("Accepted. It stands at the end of the list, with the reason."))

    def _take_back(self) -> None:
        accepted = self._row.accepted if self._row is not None else None
        if accepted is not None and self._bridge.do(take_back(accepted.id)):
            self.done.emit(_("It is looked at again."))

    def _never(self) -> None:
        if self._row is not None and self._row.finding is not None:
            self._watch_kind(self._row.finding.code, watched=False)

    def _again(self) -> None:
        if self._row is not None and self._row.code is not None:
            self._watch_kind(self._row.code, watched=True)

    def _watch_kind(self, code: Code, *, watched: bool) -> None:
        if self._bridge.do(watch(code, watched=watched)):
            words = (
                _("“{kind}” is shown again.")
                if watched
                else _("“{kind}” is not shown any more. The end of the list brings it back.")
            )
            self.done.emit(words.replace("{kind}", kind_text(code)))
