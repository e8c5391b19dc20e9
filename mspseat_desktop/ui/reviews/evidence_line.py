"""What an answer rests on, below its row: who saw it, when, where it is, and an attached file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.files import ask_open
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.pictures import picture_trouble
from mspseat_desktop.ui.reviews.attached_file import save_a_copy
from mspseat_desktop.ui.reviews.people_names import names_of, offer_names
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import DateField, IconButton, LinkButton, PlainLabel, TextField
from mspseat_desktop.wording.evidence import rests_on_text
from mspseat_desktop.wording.file_names import longest_kept

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.ui.reviews.writing import EvidencePen
    from mspseat_desktop.ui.theme import Theme

_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.csv *.txt *.eml *.docx *.xlsx"


def has_details(answer: Answer | None) -> bool:
    """Whether anything is said about what the answer rests on."""
    return answer is not None and bool(
        answer.seen_by or answer.seen_on or answer.reference or answer.file
    )


class EvidenceLine(QWidget):
    """Fields for one answer's evidence; a locked one says it in a sentence.

    `stop_added(object)` names each control that the keyboard can be in.
    """

    stop_added = Signal(object)

    def __init__(self, theme: Theme, pen: EvidencePen, words: str, *, locked: bool) -> None:
        super().__init__()
        self._theme = theme
        self._pen = pen
        self._answer: Answer | None = None
        self.said = PlainLabel("", self, pixels=12, tone="muted", wrap=True)
        self.file = LinkButton(theme, "", self, icon="file-text")
        self.file.clicked.connect(self._save_copy)
        self.seen_by: TextField | None = None
        self.seen_on: DateField | None = None
        self.reference: TextField | None = None
        self._ties: list[Tie] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        if locked:
            self._grid.addWidget(self.said, 0, 0)
            self._grid.addWidget(self.file, 1, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.said.hide()
            self._add_fields(words)

    def _add_fields(self, words: str) -> None:
        bridge = self._pen.bridge
        seen_by = TextField(
            _("Seen by: {what}").format(what=words),
            self,
            pending=bridge.pending,
            hint=_("Seen by"),
        )
        offer_names(seen_by, names_of(bridge.client))
        seen_on = DateField(
            self._theme,
            _("Seen on: {what}").format(what=words),
            self,
            pending=bridge.pending,
            today=bridge.today,
        )
        seen_on.handed_over.connect(self._set_day)
        reference = TextField(
            _("Where it is: {what}").format(what=words),
            self,
            pending=bridge.pending,
            hint=_("Where it is: a document, page or link"),
        )
        self._ties = [
            Tie(bridge, seen_by, self._pen.maker("seen_by")),
            Tie(bridge, reference, self._pen.maker("reference")),
        ]
        self.attach = LinkButton(self._theme, _("Attach a file…"), self, icon="plus")
        self.attach.setAccessibleName(_("Attach a file: {what}").format(what=words))
        self.attach.clicked.connect(self._ask)
        self.take_out = IconButton(
            self._theme, "x", _("Take the file out: {what}").format(what=words), self, side=24
        )
        self.take_out.clicked.connect(self._detach)
        self.trouble = PlainLabel("", self, pixels=12, tone="no", wrap=True)
        self.trouble.hide()
        files = QHBoxLayout()
        files.setSpacing(2)
        for part in (self.attach, self.file, self.take_out):
            files.addWidget(part)
        files.addStretch()
        grid = self._grid
        grid.addWidget(seen_by, 0, 0)
        grid.addWidget(seen_on, 0, 1)
        grid.addWidget(reference, 1, 0, 1, 2)
        grid.addLayout(files, 2, 0, 1, 2)
        grid.addWidget(self.trouble, 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnMinimumWidth(1, 176)
        self.seen_by, self.seen_on, self.reference = seen_by, seen_on, reference

    def stops(self) -> list[QWidget]:
        """Return the controls that the keyboard can be in."""
        if self.seen_by is None or self.seen_on is None or self.reference is None:
            return [self.file]
        return [
            self.seen_by,
            self.seen_on.field,
            self.reference,
            self.attach,
            self.file,
            self.take_out,
        ]

    def focus(self) -> None:
        """Put the keyboard into the first field."""
        first: QWidget = self.file if self.seen_by is None else self.seen_by
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what the review holds."""
        self._answer = answer
        name = answer.file_name if answer is not None and answer.file else ""
        attached = answer is not None and bool(answer.file)
        self.file.setVisible(attached)
        if attached and self.file.caption != (name or _("Attached file")):
            self.file.set_caption(name or _("Attached file"))
            self.file.setAccessibleName(_("Save a copy of “{file}”…").replace("{file}", name))
        if self.seen_on is None:
            self.said.setText(rests_on_text(answer, date_text) if answer is not None else "")
            return
        for tie, text in zip(
            self._ties,
            (answer.seen_by, answer.reference) if answer is not None else ("", ""),
            strict=True,
        ):
            tie.show(text)
        claimed = answer is not None and answer.evidence == "claimed"
        if self.seen_by is not None:
            self.seen_by.setPlaceholderText(_("Said by") if claimed else _("Seen by"))
        self.seen_on.set_value((answer.seen_on or None) if answer is not None else None)
        self.attach.setVisible(not attached)
        self.take_out.setVisible(attached)

    def take(self, source: Path) -> None:
        """Keep a copy of the file in the client's file and attach it, or say why not."""
        try:
            file = self._pen.bridge.keep_file(source)
        except (ImportProblem, FileProblem) as problem:
            self._say(picture_trouble(problem))
            return
        self._say("")
        self._pen.attach(file, longest_kept(source.name))

    def _set_day(self, day: object) -> None:
        if self.seen_on is not None:
            self._pen.set_day(str(day or ""), source=self.seen_on.field)

    def _ask(self) -> None:
        pattern = _("Files") + f" ({_ENDINGS})"
        ask_open(self, title=_("Attach a file"), pattern=pattern, then=self.take)

    def _detach(self) -> None:
        self._say("")
        if self._pen.detach() and self.seen_by is not None:
            self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_copy(self) -> None:
        if self._answer is not None and self._answer.file:
            save_a_copy(self, self._pen.bridge, self._answer.file, self._answer.file_name)

    def _say(self, words: str) -> None:
        if self.seen_by is not None:
            self.trouble.setText(words)
            self.trouble.setVisible(bool(words))
