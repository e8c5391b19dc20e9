"""Brings a chart in from a CSV: shows what was understood first, makes a client of it then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mspseat_desktop.exchange.chart_edit import import_edit
from mspseat_desktop.exchange.csv_in import read_chart_csv
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.source_file import source_bytes
from mspseat_desktop.exchange.summary import summary_lines
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextField,
)
from mspseat_desktop.wording.imports import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.desk import Desk
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.theme import Theme


def import_from(
    window: MainWindow,
    desk: Desk,
    path: Path,
    *,
    then: Callable[[str, Edit], None],
) -> None:
    """Read the file and show what came; on "Import" `then` gets a client's name and the edit."""
    try:
        chart = read_chart_csv(source_bytes(path))
    except ImportProblem as problem:
        window.tell(problem_text(problem.code, problem.params))
        return
    dialog = ImportDialog(window.theme, summary_lines(chart), name=path.stem, parent=window)

    def go_on(name: str) -> None:
        then(name, import_edit(chart, new_id=desk.new_id, on=desk.today().isoformat()))

    dialog.accepted_as.connect(go_on)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class ImportDialog(QDialog):
    """What was understood of a file, line by line; `accepted_as` carries the client's name."""

    accepted_as = Signal(str)

    def __init__(
        self, theme: Theme, lines: Sequence[str], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import a chart"))
        self.setModal(True)
        self.resize(620, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(
            PlainLabel(_("This is what the file says"), pixels=17, weight=Weight.DemiBold)
        )
        column.addWidget(PlainLabel(lines[0] if lines else "", wrap=True))
        self.notes = QPlainTextEdit("\n".join(lines[1:]))
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(_("What was done with the rows"))
        self.notes.setTabChangesFocus(True)
        column.addWidget(self.notes, 1)
        column.addWidget(SectionLabel(_("Name of the company")))
        self.name = TextField(_("Name of the company"))
        self.name.load(name.replace("_", " ").strip()[:200])
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QuietButton(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = PrimaryButton(theme, _("Import"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._accept)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addSpacing(4)
        column.addLayout(row)
        self.go.setFocus()

    def _accept(self) -> None:
        name = self.name.text().strip() or _("Imported chart")
        self.accept()
        self.accepted_as.emit(name)
