"""The first look on screen: ten questions, how they read, and the way to a full review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from mspseat_desktop.content.banks import bank_of, carries, checklist, suggest_bank
from mspseat_desktop.domain.edits.first_look import make_full
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.headlines import tone_of
from mspseat_desktop.domain.questions import CHECKLIST
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.reports.first_look import first_headline, first_look, reading
from mspseat_desktop.ui.reviews.first_look_page import FirstLookPage, FirstLookPen, part_name
from mspseat_desktop.ui.reviews.footer import Hints
from mspseat_desktop.ui.reviews.look import Look, look_at
from mspseat_desktop.ui.reviews.opening import leave_empty
from mspseat_desktop.ui.reviews.words import TONES
from mspseat_desktop.ui.shortcuts.telling import hear
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Chip,
    LinkButton,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Separator,
    fit_on_screen,
)
from mspseat_desktop.wording.outcomes import headline_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.content.banks import ChecklistPart
    from mspseat_desktop.domain.vocabulary import ReviewId
    from mspseat_desktop.reports.first_look import FirstAnswer
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(760, 660)
SMALLEST = QSize(640, 460)
PARTS: tuple[ChecklistPart, ...] = ("homework", "values", "gets", "wants", "capacity")
_ROLES: dict[FirstAnswer, str] = {"yes": "yes", "no": "no", "skip": "unanswered", "": "unanswered"}


class FirstLookDialog(QDialog):
    """A draft of ten answers; each is saved at once.

    `full_wanted(ReviewId)` once it is a full review, `print_wanted(ReviewId)` for its page.
    """

    full_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self, bridge: Bridge, theme: Theme, *, review: ReviewId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("First look"))
        self.review = review
        self._bridge = bridge
        self._theme = theme
        self._is_leaving = False
        found = self._look_now()
        if found is None:
            raise Refused("gone", kind="Review")
        self._look: Look = found
        self.page = FirstLookPage(
            theme, FirstLookPen(bridge, review), found, after=self._to_the_end
        )
        self.page.setAccessibleName(_("Ten questions about a provider"))
        self.headline = Chip(theme, "", "unanswered")
        self.parts = {part: Chip(theme, "", "unanswered") for part in PARTS}
        self.hidden = PlainLabel(_("The result is hidden, like every rating."), tone="muted")
        self.show_ratings = LinkButton(theme, _("Show ratings"), self, icon="eye")
        self.hints = Hints(self)
        self.print = LinkButton(theme, _("Print"), self, icon="printer")
        self.later = QuietButton(theme, _("Go on later"), self)
        self.full = PrimaryButton(theme, _("Make this a full review"), self, icon="arrow-right")
        self._lay_out()
        self.notices = NoticeHost(theme, self.page)
        self._connect()
        self._show()
        self.page.go_first()

    def _lay_out(self) -> None:
        scene = self._look.scene
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(28, 0, 28, 0)
        head.setSpacing(4)
        title = _("First look: {name} in {seat}").replace(
            "{seat}", scene.seat_title or _("Untitled seat")
        )
        title = title.replace("{name}", scene.occupant_name)
        head.addWidget(PlainLabel(title, pixels=17, weight=Weight.DemiBold, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.headline)
        line.addStretch(1)
        head.addLayout(line)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in self.parts.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        head.addLayout(chips)
        veil = QHBoxLayout()
        veil.addWidget(self.hidden)
        veil.addWidget(self.show_ratings)
        veil.addStretch(1)
        head.addLayout(veil)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addWidget(self.page, 1)
        column.addWidget(Separator())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 20, 0)
        foot.setSpacing(8)
        foot.addWidget(self.print)
        foot.addWidget(self.hints, 1)
        foot.addWidget(self.later)
        foot.addWidget(self.full)
        column.addLayout(foot)
        self.setMinimumSize(SMALLEST)
        fit_on_screen(self, SIZE)

    def _connect(self) -> None:
        for button in (self.print, self.later, self.full, self.show_ratings):
            button.setAutoDefault(False)
        self.show_ratings.clicked.connect(self._turn_veil)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.review))
        self.later.clicked.connect(self.reject)
        self.full.clicked.connect(self.make_full)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.make_full)
        hear(self, "hide-ratings", self._turn_veil)
        hear(self, "undo", self._undo)
        hear(self, "print", self.print.click)
        self._bridge.changed.connect(self._refresh)
        self._bridge.ratings_hidden_changed.connect(self._refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.finished.connect(self._end)

    def make_full(self) -> None:
        """Carry the answers over into a full review and ask for it to be shown."""
        self._bridge.pending.flush_all()
        client, record = self._bridge.client, self._look.review
        bank = suggest_bank(client, record.seat, record.occupant)
        self._is_leaving = True
        if self._bridge.do(make_full(self.review, bank=bank, carries=carries())):
            self.accept()
            self.full_wanted.emit(self.review)
        self._is_leaving = False

    def _show(self) -> None:
        look, items = self._look, checklist()
        self.page.show_look(look)
        hidden = look.ratings_hidden
        for widget in (self.headline, *self.parts.values()):
            widget.setVisible(not hidden)
        self.hidden.setVisible(hidden)
        self.show_ratings.setVisible(hidden)
        code = first_headline(look.sheet, items)
        self.headline.show_text(headline_text(code, is_provider=True), TONES[tone_of(code)])
        given = first_look(look.sheet)
        for part, chip in self.parts.items():
            stand = reading(items, given, part)
            chip.show_text(f"{part_name(part)}: {_stand_text(stand)}", _ROLES[stand])

    def _refresh(self, _news: object) -> None:
        found = self._look_now()
        if found is None:
            if not self._is_leaving:
                self.reject()
            return
        self._look = found
        self._show()

    def _look_now(self) -> Look | None:
        record = self._bridge.client.find(Review, self.review)
        if record is None or record.bank != CHECKLIST or record.state == "finished":
            return None
        bank = bank_of(self._bridge.client, record)
        return look_at(
            self._bridge.client,
            self.review,
            banks={CHECKLIST: bank},
            ratings_hidden=self._bridge.ratings_hidden,
        )

    def _to_the_end(self) -> None:
        self.full.setFocus()

    def _turn_veil(self) -> None:
        self._bridge.hide_ratings(hidden=not self._bridge.ratings_hidden)

    def _undo(self) -> None:
        self._bridge.undo()

    def _follow(self, _old: object, new: QWidget | None) -> None:
        row = self.page.keys.show_current(new)
        self.hints.show_parts([] if row is None else row.key_words())

    def _end(self, _result: int) -> None:
        bridge = self._bridge
        bridge.pending.flush_all()
        bridge.changed.disconnect(self._refresh)
        bridge.ratings_hidden_changed.disconnect(self._refresh)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow)
        draft = bridge.client.find(Review, self.review)
        if draft is None or draft.state == "finished" or draft.bank != CHECKLIST:
            return
        asked = [a for a in bridge.client.answers(draft.id) if a.kind == "question"]
        if not asked and not bridge.client.voices(draft.id):
            leave_empty(bridge, draft.id)


def _stand_text(stand: FirstAnswer) -> str:
    return {"yes": _("Yes"), "no": _("No"), "skip": _("Skipped"), "": _("open")}[stand]
