"""The preview inside the program: the pages as they will be, "Save as PDF" and "Print"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mspseat_desktop.exchange.pdf_password import protected_pdf
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.files import ask_save, show_in_folder
from mspseat_desktop.ui.reporting.making import Making
from mspseat_desktop.ui.reporting.pages_view import STEP, PagesView
from mspseat_desktop.ui.reporting.password_dialog import PasswordDialog
from mspseat_desktop.ui.reporting.preview_bar import PreviewBar
from mspseat_desktop.ui.reporting.print_job import PrintJob
from mspseat_desktop.ui.reporting.printing import has_printer, make_printer
from mspseat_desktop.ui.reporting.raster import PdfRaster
from mspseat_desktop.ui.reporting.size_offers import SizeOffers
from mspseat_desktop.ui.reporting.state_note import StateNote
from mspseat_desktop.ui.widgets import (
    Ground,
    NoticeHost,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    Separator,
    title_text,
)
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from mspseat_desktop.ui.reporting.printable import Prepared, Printable
    from mspseat_desktop.ui.theme import Theme

USUAL = (920, 860)
SIGN = "\u25a1"
"""What the reports print for a character that no bundled font has."""


class PreviewDialog(QDialog):
    """Shows what will be printed; open it with `open()`.

    `left_program(object)` carries the tuple of the printable's reviews after it was saved or
    printed. `ready()` tells that the pages are there, or why not.
    """

    left_program = Signal(object)
    ready = Signal()

    def __init__(self, theme: Theme, printable: Printable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title_text(printable.title))
        self.setModal(True)
        self._theme = theme
        self._printable = printable
        self._prepared: Prepared | None = None
        self._raster: PdfRaster | None = None
        self._making: Making | None = None
        self._printer: QPrinter | None = None
        self._job: PrintJob | None = None
        self.pages = PagesView(theme)
        self.bar = PreviewBar(theme, printable, self.pages)
        self.bar.options_changed.connect(self._make)
        self.bar.way_wanted.connect(self._go_another_way)
        self.offers = SizeOffers(theme)
        self.offers.way_wanted.connect(self._go_another_way)
        self.offers.paper_wanted.connect(self.bar.choose_paper)
        self.warning = PlainLabel("", tone="partly", wrap=True)
        self.warning.setContentsMargins(20, 0, 20, 10)
        self._preparing = StateNote(theme, "clock", words=_("Preparing the pages …"))
        self._failed = StateNote(theme, "triangle-alert")
        self.veil = StateNote(theme, "eye-off", verb=_("Show the pages"))
        self.veil.button.clicked.connect(self._lift_veil)
        self.stack = QStackedWidget()
        for part in (self._preparing, self.pages, self.veil, self._failed):
            self.stack.addWidget(part)
        self.count = PlainLabel("", tone="muted")
        self.save = PrimaryButton(theme, _("Save as PDF"), icon="download")
        self.print_button = QuietButton(theme, _("Print"), icon="printer")
        self.protect = QuietButton(theme, _("Protect with a password…"), icon="lock")
        self.save.setDefault(True)
        self._lay_out()
        self.notices = NoticeHost(theme, self.stack)
        self.save.clicked.connect(self._ask_where)
        self.protect.clicked.connect(self._ask_password)
        self.print_button.clicked.connect(self._ask_printer)
        self.pages.page_changed.connect(self._say_page)
        self._add_keys()
        self._make()

    def _lay_out(self) -> None:
        foot = Ground("surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 12)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        close = QuietButton(self._theme, _("Close"))
        close.clicked.connect(self.close)
        for button in (self.protect, close, self.print_button, self.save):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.warning, self.offers, Separator()):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(Separator())
        column.addWidget(foot)
        close.setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(USUAL[0], room.width() - 40), min(USUAL[1], room.height() - 60))

    def _add_keys(self) -> None:
        for keys, run in (
            ("Ctrl+P", self.print_button.click),
            ("Ctrl+S", self.save.click),
            ("Ctrl++", lambda: self.pages.zoom_by(STEP)),
            ("Ctrl+=", lambda: self.pages.zoom_by(STEP)),
            ("Ctrl+-", lambda: self.pages.zoom_by(1 / STEP)),
            ("Ctrl+0", self.pages.fit_width),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    @property
    def prepared(self) -> Prepared | None:
        """The pages on show, or None while they are being made."""
        return self._prepared

    def done(self, result: int) -> None:
        """Let go of everything that is still under way."""
        if self._making is not None:
            self._making.forget()
        if self._job is not None:
            self._job.stop()
        self._let_go()
        super().done(result)

    def _make(self) -> None:
        if self._making is not None:
            self._making.forget()
        self._let_go()
        self._set_ready(ready=False)
        self.warning.hide()
        self.offers.hide()
        self.count.setText("")
        self.stack.setCurrentWidget(self._preparing)
        options, make = self.bar.options, self._printable.make
        self._making = Making(lambda: make(options), self)
        self._making.made.connect(self._show)
        self._making.failed.connect(self._fail)
        self._making.start()

    def _go_another_way(self, way: str) -> None:
        """Show the same in another way of going on paper; what was chosen for this print stays."""
        ways = self._printable.ways
        if ways is None or way == ways.now:
            return
        self._printable = ways.printable(way)
        self.setWindowTitle(title_text(self._printable.title))
        self.bar.show_printable(self._printable, self.bar.options)
        self._make()

    def _show(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._raster = PdfRaster(prepared.pdf)
        self.pages.show_pdf(self._raster)
        self.bar.show_zoom()
        self._say_page(0)
        warnings = _warnings(prepared)
        self.warning.setText(" ".join(warnings))
        self.warning.setVisible(bool(warnings))
        self.offers.offer(prepared, self.bar.options.paper, self._printable.ways)
        self._set_ready(ready=True)
        if self._printable.is_veiled and self.bar.options.with_ratings:
            self.veil.set_words(_("Ratings are hidden on screen. They show on paper."))
            self.stack.setCurrentWidget(self.veil)
            self._lead_to(self._first_to_do(self.save))
        else:
            self._lift_veil()
        self.ready.emit()

    def _fail(self, sentence: str) -> None:
        self._failed.set_words(sentence)
        self.stack.setCurrentWidget(self._failed)
        self.ready.emit()

    def _lift_veil(self) -> None:
        self.stack.setCurrentWidget(self.pages)
        self._lead_to(self._first_to_do(self.pages))

    def _first_to_do(self, usual: QWidget) -> QWidget:
        """Return what has the keyboard first: what helps pages that can not be printed so."""
        return next(iter(self.offers.buttons), usual)

    def _lead_to(self, part: QWidget) -> None:
        """Give the keyboard to a part, unless somebody is choosing in the bar."""
        if not self.bar.has_keyboard:
            part.setFocus()

    def _let_go(self) -> None:
        self._prepared = None
        self.pages.show_pdf(None)
        if self._raster is not None:
            self._raster.close()
            self._raster = None

    def _set_ready(self, *, ready: bool) -> None:
        """Let the pages go out, unless their letters are too small to be read."""
        ready = ready and self._prepared is not None and self._prepared.smallest_type is None
        self.save.setEnabled(ready)
        self.protect.setEnabled(ready)
        self.print_button.setEnabled(ready)

    def _say_page(self, page: int) -> None:
        if self._prepared is None:
            return
        words = _("Page {page} of {pages}").replace("{page}", str(page + 1))
        self.count.setText(words.replace("{pages}", str(self.pages.pages)))

    def _ask_password(self) -> None:
        dialog = PasswordDialog(self._theme, self)
        dialog.chosen.connect(self._ask_place)
        dialog.open()

    def _ask_where(self) -> None:
        self._ask_place("")

    def _ask_place(self, password: str) -> None:
        ask_save(
            self,
            title=_("Save as PDF"),
            suggested=self._printable.file_name,
            pattern=_("PDF files") + " (*.pdf)",
            then=lambda path: self._save(path, password),
        )

    def _save(self, path: Path, password: str = "") -> None:
        if self._prepared is None:
            return
        pdf = self._prepared.pdf
        try:
            write_out(path, protected_pdf(pdf, password) if password else pdf)
        except FileProblem as problem:
            self.notices.show(problem_text(problem.code, problem.params))
            return
        self.left_program.emit(self._printable.reviews)
        words = _("Saved in {place}").replace("{place}", str(path))
        self.notices.show(
            words, action=_("Show in folder"), then=lambda: void(show_in_folder(path))
        )

    def _ask_printer(self) -> None:
        if self._raster is None:
            return
        if not has_printer():
            self.notices.show(
                _("This computer knows no printer. Save as PDF and print that elsewhere."),
                action=_("Save as PDF"),
                then=self._ask_where,
            )
            return
        self._printer = make_printer(self._raster)
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        QDialog.open(dialog)  # its own takes a receiver, which Python has no use for

    def _print(self) -> None:
        if self._printer is None or self._raster is None or self._prepared is None:
            return
        self._set_ready(ready=False)
        self._job = PrintJob(self._printer, self._raster, self._prepared.pdf, self)
        self._job.progressed.connect(self._say_progress)
        self._job.done.connect(self._printed)
        self._job.failed.connect(self._not_printed)
        self._job.start()

    def _say_progress(self, done: int) -> None:
        words = ngettext("{n} page is printed", "{n} pages are printed", done)
        self.count.setText(words.replace("{n}", str(done)))

    def _printed(self) -> None:
        self._end_job()
        self.left_program.emit(self._printable.reviews)
        self.notices.show(_("The pages are on their way to the printer."))

    def _not_printed(self, sentence: str) -> None:
        self._end_job()
        self.notices.show(sentence)

    def _end_job(self) -> None:
        self._job = None
        self._set_ready(ready=True)
        self._say_page(self.pages.page)


def _warnings(prepared: Prepared) -> list[str]:
    """Return what whoever prints is to know about the pages."""
    found = []
    if prepared.missing:
        words = ngettext(
            "{n} character could not be printed and shows as {sign}.",
            "{n} characters could not be printed and show as {sign}.",
            prepared.missing,
        )
        found.append(words.replace("{n}", str(prepared.missing)).replace("{sign}", SIGN))
    return found


def void(_value: object) -> None:
    """Throw a value away where nothing is to be returned."""
