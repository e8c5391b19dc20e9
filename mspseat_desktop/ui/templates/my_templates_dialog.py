"""One's own templates: renamed, deleted, passed on as a file, and taken in from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.templates.items import contents
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    tip_text,
)
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.content.my_templates import Shelf
    from mspseat_desktop.content.template_files import OwnTemplate
    from mspseat_desktop.ui.theme import Theme

ROW = 34
MOST_TROUBLES = 3
"""Files that can not be read are named one by one up to here."""


class MyTemplatesDialog(QDialog):
    """Shows the templates; what is wanted is sent with an OwnTemplate, and done by its owner."""

    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    pass_on_wanted = Signal(object)
    take_in_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("My templates"))
        self.setModal(True)
        self.resize(560, 440)
        self._shown: tuple[OwnTemplate, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("My templates"))
        self.empty = PlainLabel(
            _(
                "Nothing here yet. Select a seat in the chart and choose “Keep as my template…” "
                "in the Seat menu, or take in a file that somebody passed on."
            ),
            tone="muted",
            wrap=True,
        )
        self.trouble = PlainLabel("", tone="partly", wrap=True)
        self.rename = QuietButton(theme, _("Rename…"), icon="pencil")
        self.delete = QuietButton(theme, _("Delete"), icon="trash-2")
        self.pass_on = QuietButton(theme, _("Pass on as a file…"), icon="upload")
        self.take_in = QuietButton(theme, _("Take in a file…"), icon="download")
        self.close_button = PrimaryButton(theme, _("Close"))
        self._lay_out()
        self.notices = NoticeHost(theme, self.list)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("My templates"), pixels=17, weight=Weight.DemiBold))
        words = _("They lie in the program's own folder and are offered in every client.")
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addWidget(self.empty)
        column.addWidget(self.list, 100)
        column.addStretch(1)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        for button in (self.rename, self.delete, self.pass_on):
            row.addWidget(button)
        row.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.take_in)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(row)
        column.addSpacing(4)
        column.addLayout(foot)

    def _connect(self) -> None:
        for button, signal in (
            (self.rename, self.rename_wanted),
            (self.delete, self.delete_wanted),
            (self.pass_on, self.pass_on_wanted),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._want(signal))
        self.take_in.clicked.connect(self.take_in_wanted)
        self.close_button.clicked.connect(self.accept)
        self.list.currentItemChanged.connect(lambda _now, _before: self._enable())
        for keys, signal in (("F2", self.rename_wanted), ("Del", self.delete_wanted)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda signal=signal: self._want(signal))

    @property
    def template(self) -> OwnTemplate | None:
        """Return the one that is marked in the list."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def show_shelf(self, shelf: Shelf, *, name: str = "") -> None:
        """Show what there is now, the template of this name marked, else the one at its place."""
        place = self.list.currentRow()
        had_focus = self.list.hasFocus()
        self._shown = shelf.templates
        self.list.clear()
        for template in shelf.templates:
            words = f"{template.name}  ·  {contents(template.seats)}"
            item = QListWidgetItem(words)
            item.setToolTip(tip_text(template.name))
            item.setSizeHint(QSize(0, ROW))  # so that a long name is cut at the edge
            self.list.addItem(item)
        names = [template.name for template in shelf.templates]
        wanted = names.index(name) if name in names else max(0, min(place, len(names) - 1))
        self.list.setCurrentRow(wanted if names else -1)
        self.list.setVisible(bool(names))
        self.empty.setVisible(not names)
        self.trouble.setText(_troubles(shelf))
        self.trouble.setVisible(bool(shelf.problems))
        self._enable()
        if had_focus or name:
            (self.list if names else self.take_in).setFocus()

    def _enable(self) -> None:
        for button in (self.rename, self.delete, self.pass_on):
            button.setEnabled(self.template is not None)

    def _want(self, signal: SignalInstance) -> None:
        if self.template is not None:
            signal.emit(self.template)


def _troubles(shelf: Shelf) -> str:
    told = [problem_text(p.code, p.params) for p in shelf.problems[:MOST_TROUBLES]]
    if more := len(shelf.problems) - len(told):
        words = ngettext("{n} more file is no template.", "{n} more files are no templates.", more)
        told.append(words.replace("{n}", str(more)))
    return "\n".join(told)
