"""Below a finished review's result: the number of its content, and who signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.signatures import add_signature, remove_signature
from mspseat_desktop.domain.locking import content_hash, short_hash
from mspseat_desktop.domain.vocabulary import SignatureId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews.people_names import names_of, offer_names
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.widgets import (
    DateField,
    IconButton,
    LinkButton,
    PlainLabel,
    QuietButton,
    SectionLabel,
    TextField,
    tip,
)
from mspseat_desktop.wording.signing import signature_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.review_records import Signature
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.reviews.writing import Pen
    from mspseat_desktop.ui.theme import Theme


class SigningPart(QWidget):
    """Shows nothing of a draft. A signature is entered after the paper was signed."""

    def __init__(self, theme: Theme, pen: Pen, look: Look) -> None:
        super().__init__()
        self._theme = theme
        self._pen = pen
        self._hash = content_hash(look.review)
        self._shown: Sequence[Signature] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 10, EDGE, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(_("Content"), self))
        self.content = PlainLabel("", self, tone="muted", wrap=True)
        self.content.setText(
            _(
                "Locked with the content number {number}. The printed report shows the same at its "
                "foot, so that paper and file can be matched."
            ).replace("{number}", short_hash(look.review))
        )
        tip(self.content, self._hash)
        column.addWidget(self.content)
        self.copy = LinkButton(theme, _("Copy the whole number (SHA-256)"), self, icon="copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._hash))
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SectionLabel(_("Signed by"), self))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column.addLayout(self._lines)
        self._add_form(look, column)

    def _add_form(self, look: Look, column: QVBoxLayout) -> None:
        bridge = self._pen.bridge
        self.name = TextField(_("Who signed"), self, hint=_("Who signed"))
        offer_names(self.name, names_of(bridge.client))
        self.name.returnPressed.connect(self._sign)
        self.of = TextField(_("Signed for"), self, hint=_("For"))
        profile = bridge.client.profile
        sides = [profile.name, look.scene.occupant_name, profile.firm]
        offer_names(self.of, [side for side in dict.fromkeys(sides) if side])
        self.of.returnPressed.connect(self._sign)
        self.on = DateField(
            self._theme, _("Signed on"), self, pending=bridge.pending, today=bridge.today
        )
        self.on.load(bridge.on)
        self.add = QuietButton(self._theme, _("Add the signature"), self, icon="plus")
        self.add.clicked.connect(self._sign)
        self.trouble = PlainLabel("", self, tone="no", wrap=True)
        self.trouble.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.of, 0, 1)
        line = QHBoxLayout()
        self.on.setFixedWidth(176)
        line.addWidget(self.on, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        grid.addLayout(line, 1, 0, 1, 2)
        grid.addWidget(self.trouble, 2, 0, 1, 2)
        column.addLayout(grid)

    def show_look(self, look: Look) -> None:
        """Show who signed."""
        signed = self._pen.bridge.client.signatures(look.review.id)
        if signed == self._shown:
            return
        self._shown = signed
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for signature in signed:
            self._lines.addWidget(self._line(signature))
        if not signed:
            words = _("Nobody yet. Print it, let it be signed, then enter the names here.")
            self._lines.addWidget(PlainLabel(words, tone="muted", wrap=True))

    def _line(self, signature: Signature) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = signature_text(signature, date_text)
        row.addWidget(PlainLabel(words, line, wrap=True), 1)
        out = IconButton(
            self._theme, "x", _("Take out: {what}").replace("{what}", words), line, side=24
        )
        out.clicked.connect(lambda: self._pen.bridge.do(remove_signature(signature.id)))
        row.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _sign(self) -> None:
        name = self.name.text().strip()
        self._say("" if name else _("Write who signed, then add the signature."))
        if not name:
            self.name.setFocus()
            return
        if not self.on.settle():
            self.on.field.setFocus()
            return
        bridge = self._pen.bridge
        edit = add_signature(
            SignatureId(bridge.new_id()),
            self._pen.review,
            name=name,
            of=self.of.text(),
            on=self.on.value or "",
        )
        if bridge.do(edit):
            self.name.load("")
            self.of.load("")
            self.name.setFocus()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
