"""The dialog of a client's questions: what is asked, in which order, and one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from mspseat_desktop.content.banks import BANK_IDS, shipped_bank
from mspseat_desktop.domain.edits.questions import (
    add_question,
    change_question,
    hide_question,
    move_question,
    remove_question,
    usual_questions,
)
from mspseat_desktop.domain.own_questions import all_questions, own_records
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import BankQuestion
from mspseat_desktop.domain.vocabulary import BankQuestionId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.questions.question_form import QuestionForm, Written
from mspseat_desktop.ui.questions.question_list import QuestionList
from mspseat_desktop.ui.shortcuts.telling import hear
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    DropDown,
    IconButton,
    LineLink,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    SectionLabel,
    Separator,
    fit_on_screen,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

SIZE = QSize(720, 640)
SMALLEST = QSize(560, 440)


class QuestionsDialog(QDialog):
    """Shows the questions of a bank for every seat, or for one; each change is kept at once."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        bank: str = BANK_IDS[0],
        seat: SeatId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Questions of reviews"))
        self.setModal(True)
        self._bridge = bridge
        self._changing: BankQuestionId | None = None
        names = [(known, shipped_bank(known).name) for known in BANK_IDS]
        self.bank = DropDown(theme, _("Questions for"), names, self)
        self.bank.set_value(bank if bank in BANK_IDS else BANK_IDS[0])
        self.where = DropDown(theme, _("Asked in"), self._places(seat), self)
        for chooser in (self.bank, self.where):
            chooser.activated.connect(lambda _place: self._refresh(anew=True))
        self.list = QuestionList(theme, self)
        self.up = IconButton(theme, "arrow-up", _("Move up"), self, side=28)
        self.down = IconButton(theme, "arrow-down", _("Move down"), self, side=28)
        self.edit = IconButton(theme, "pencil", _("Change our question"), self, side=28)
        self.delete = IconButton(theme, "trash-2", _("Take our question out"), self, side=28)
        self.usual = LineLink(theme, _("As they come with the program"), self, icon="refresh-cw")
        self.form = QuestionForm(theme, self)
        self.close_button = PrimaryButton(theme, _("Close"), self)
        self._lay_out()
        self.notices = NoticeHost(theme, self.list)
        self._connect()
        self._refresh(anew=True)
        self.list.setFocus()

    def _places(self, seat: SeatId | None) -> list[tuple[str, str]]:
        found = [("", _("Every seat"))]
        record = self._bridge.client.find(Seat, seat) if seat else None
        if record is not None:
            title = record.title or _("Untitled seat")
            found.append((record.id, _("Only {seat}").replace("{seat}", title)))
        return found

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Questions of reviews"), pixels=17, weight=Weight.DemiBold))
        words = _(
            "A ticked question is asked where its condition is met. Finished reviews keep what they"
            " asked."
        )
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        for label, field in ((_("Questions for"), self.bank), (_("Asked in"), self.where)):
            head.addWidget(SectionLabel(label, self))
            head.addWidget(field, 1)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for button in (self.up, self.down, self.edit, self.delete):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.usual)
        column.addLayout(tools)
        column.addWidget(Separator())
        column.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.setMinimumSize(SMALLEST)
        fit_on_screen(self, SIZE)

    def _connect(self) -> None:
        self.list.shown.connect(self._show_question)
        self.list.moved.connect(self._move)
        self.list.edit_wanted.connect(self._edit)
        self.list.delete_wanted.connect(self._delete)
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self.usual.clicked.connect(lambda: self._do(usual_questions(self._shipped, self._seat)))
        self.form.wanted.connect(self._keep)
        self.form.given_up.connect(self._begin_new)
        self.close_button.clicked.connect(self.accept)
        hear(self, "undo", self._bridge.undo)
        hear(self, "redo", self._bridge.redo)
        self._bridge.changed.connect(self._hear)
        self.finished.connect(lambda _result: self._bridge.changed.disconnect(self._hear))

    @property
    def _shipped(self) -> Bank:
        return shipped_bank(str(self.bank.value))

    @property
    def _seat(self) -> SeatId | None:
        return SeatId(str(self.where.value)) if self.where.value else None

    def _hear(self, _news: object) -> None:
        self._refresh()

    def _refresh(self, *, anew: bool = False) -> None:
        records = own_records(self._bridge.client, str(self.bank.value), self._seat)
        self.list.show_questions(
            all_questions(self._shipped, records),
            hidden={r.question for r in records.values() if r.hidden},
            own={r.question for r in records.values() if r.words},
        )
        if anew or (self._changing and not self._bridge.client.has(BankQuestion, self._changing)):
            self._begin_new()
        self.form.ask_provider(asked=self.bank.value != "person")
        self.usual.setEnabled(any(r.seat == self._seat and not r.words for r in records.values()))
        self._enable()

    def _enable(self) -> None:
        marked, own = self.list.question, self._own()
        for button in (self.up, self.down):
            button.setEnabled(bool(marked))
        for button in (self.edit, self.delete):
            button.setEnabled(own is not None)

    def _own(self) -> BankQuestion | None:
        """Return the record of the marked question when it is one of one's own."""
        record = self._bridge.client.find(BankQuestion, self.list.question)
        return record if record is not None and record.words else None

    def _show_question(self, question: str, asked: bool) -> None:  # noqa: FBT001 - a Qt signal's
        self._do(hide_question(self._shipped, question, hidden=not asked, seat=self._seat))

    def _move(self, way: int) -> None:
        if self.list.question:
            self._do(move_question(self._shipped, self.list.question, way=way, seat=self._seat))

    def _edit(self) -> None:
        own = self._own()
        if own is not None:
            self._changing = own.id
            self.form.show_question(own)

    def _delete(self) -> None:
        own = self._own()
        if own is not None:
            self._do(remove_question(own.id))

    def _keep(self, written: object) -> None:
        if not isinstance(written, Written):
            return
        new_id = BankQuestionId(self._bridge.new_id())
        if self._changing is not None:
            edit = change_question(
                self._changing,
                words=written.words,
                ask_to_see=written.ask_to_see,
                provider_words=written.provider_words,
                deciding=written.deciding,
                new_id=new_id,
            )
        else:
            edit = add_question(
                new_id,
                self._shipped,
                letter=written.letter,
                words=written.words,
                ask_to_see=written.ask_to_see,
                provider_words=written.provider_words,
                deciding=written.deciding,
                seat=self._seat,
            )
        marked = str(self._changing or new_id)
        if self._do(edit):
            self._begin_new()
            if not self.list.mark(str(new_id)):
                self.list.mark(marked)
            self.form.words.setFocus()

    def _begin_new(self) -> None:
        self._changing = None
        self.form.show_new()

    def _do(self, edit: Edit) -> bool:
        return self._bridge.do(edit)
