"""The dialog in which somebody else answers, without seeing what anybody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from mspseat_desktop.domain.edits.voices import change_voice
from mspseat_desktop.domain.review_records import Voice
from mspseat_desktop.language import _
from mspseat_desktop.ui.reviews.footer import Hints
from mspseat_desktop.ui.reviews.voice_page import VoicePage
from mspseat_desktop.ui.reviews.voice_pen import VoicePen
from mspseat_desktop.ui.shortcuts.telling import hear
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Separator,
    fit_on_screen,
    title_text,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(760, 640)
SMALLEST = QSize(560, 420)


class VoiceDialog(QDialog):
    """Asks everything that counts. Each answer is saved at once; "All answered" says they are in.

    Enter on a choice, Page Down and the arrows work as in the review.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        voice: Voice,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._bridge = bridge
        self._voice = voice.id
        self._look = look
        title = _("Answers of {name}").replace("{name}", voice.name)
        self.setWindowTitle(title_text(title))
        self.page = VoicePage(theme, VoicePen(bridge, voice), look, after=self._to_the_end)
        self.page.setAccessibleName(title)
        self.hints = Hints(self)
        self.later = QuietButton(theme, _("Go on later"), self)
        self.done_button = PrimaryButton(theme, _("All answered"), self, icon="check")
        self._lay_out(title)
        self.notices = NoticeHost(theme, self.page)
        self.later.clicked.connect(self.reject)
        self.done_button.clicked.connect(self._all_in)
        for button in (self.later, self.done_button):
            button.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._all_in)
        hear(self, "undo", self._undo)
        bridge.changed.connect(self._hear)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.finished.connect(self._end)
        self.page.go_first()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(28, 0, 28, 0)
        head.setSpacing(2)
        head.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold, wrap=True))
        words = _("Nobody else's answers are shown here. What is left open counts for nothing.")
        head.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self.page, 1)
        column.addWidget(Separator())
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 0, 20, 0)
        foot.setSpacing(8)
        foot.addWidget(self.hints, 1)
        foot.addWidget(self.later)
        foot.addWidget(self.done_button)
        column.addLayout(foot)
        self.setMinimumSize(SMALLEST)
        parent = self.parentWidget()
        if parent is not None:  # as large: nothing of the review behind it may be seen
            self.resize(parent.window().size())
        else:
            fit_on_screen(self, SIZE)

    def _to_the_end(self) -> None:
        self.done_button.setFocus()

    def _undo(self) -> None:
        self._bridge.undo()

    def _all_in(self) -> None:
        self._bridge.pending.flush_all()
        if not self._bridge.client.get(Voice, self._voice).answers:
            words = _("Nothing has been answered yet. Answer something, or go on later.")
            self.notices.show(words)
            self.page.go_first()
            return
        if self._bridge.do(change_voice(self._voice, given_on=self._bridge.on)):
            self.accept()

    def _hear(self, _news: object) -> None:
        if self._bridge.client.find(Voice, self._voice) is None:
            self.reject()
        else:
            self.page.show_look(self._look)

    def _follow(self, _old: object, new: QWidget | None) -> None:
        row = self.page.keys.show_current(new)
        self.hints.show_parts([] if row is None else row.key_words())

    def _end(self, _result: int) -> None:
        self._bridge.pending.flush_all()
        self._bridge.changed.disconnect(self._hear)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow)
