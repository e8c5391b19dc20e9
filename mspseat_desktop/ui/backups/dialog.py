"""The backups of the open client, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from mspseat_desktop.language import _
from mspseat_desktop.ui.backups.words import taken_text
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    tip_text,
)
from mspseat_desktop.wording.backups import cause_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.storage.backups import Backup
    from mspseat_desktop.ui.theme import Theme

ROW = 32
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BackupsDialog(QDialog):
    """Lists the backups; what is wanted is sent with a Backup, and done by its owner."""

    open_wanted = Signal(object)
    differs_wanted = Signal(object)
    erase_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Backups"))
        self.setModal(True)
        self.resize(760, 480)
        self._shown: tuple[Backup, ...] = ()
        self.table = QTableWidget(0, 5, self)
        self.empty = PlainLabel(
            _(
                "There is no backup yet. One is taken when the client is opened, after it is "
                "saved to its file, and before many seats are deleted."
            ),
            tone="muted",
            wrap=True,
        )
        self.differs = QuietButton(theme, _("What differs…"), icon="arrow-left-right")
        self.erase = QuietButton(theme, _("Erase all backups…"), icon="trash-2")
        self.close_button = QuietButton(theme, _("Close"))
        self.open_button = PrimaryButton(theme, _("Open as a new client"))
        self._dress_table()
        self._lay_out()
        self.notices = NoticeHost(theme, self.table)
        self.differs.clicked.connect(lambda: self._want(self.differs_wanted.emit))
        self.open_button.clicked.connect(lambda: self._want(self.open_wanted.emit))
        self.erase.clicked.connect(self.erase_wanted)
        self.close_button.clicked.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.cellActivated.connect(lambda _row, _column: self._want(self.open_wanted.emit))

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(_("Backups of this client"))
        heads = (_("Taken"), _("No."), _("Seats"), _("Reviews"), _("Why"))
        for column, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(_NUMBERS if 0 < column < 4 else _WORDS)
            table.setHorizontalHeaderItem(column, head)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setShowGrid(False)
        table.setProperty("spaced", True)  # noqa: FBT003 - a Qt property
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Backups of this client"), pixels=17, weight=Weight.DemiBold))
        words = _(
            "They lie in the program's own folder on this laptop. One that is opened becomes a "
            "client of its own; nothing is written over."
        )
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addWidget(self.empty)
        column.addWidget(self.table, 100)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.erase)
        foot.addWidget(self.differs)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        column.addSpacing(4)
        column.addLayout(foot)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, the newest first, and mark the newest."""
        self._shown = tuple(backups)
        self.table.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            texts = (
                taken_text(backup),
                number_text(backup.number),
                number_text(backup.seats),
                number_text(backup.reviews),
                _begun(cause_text(backup.causes)),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if 0 < column < 4:
                    item.setTextAlignment(_NUMBERS)
                elif column == 4:
                    item.setToolTip(tip_text(text))
                self.table.setItem(row, column, item)
        self.table.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        if backups:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.close_button.setFocus()
        self._enable()

    @property
    def backup(self) -> Backup | None:
        """Return the one that is marked."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _enable(self) -> None:
        for button in (self.differs, self.open_button):
            button.setEnabled(self.backup is not None)
        self.erase.setEnabled(bool(self._shown))

    def _want(self, send: Callable[[object], object]) -> None:
        if self.backup is not None:
            send(self.backup)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
