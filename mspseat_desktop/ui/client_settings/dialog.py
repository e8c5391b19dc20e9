"""The client's settings: sections at the left, one of them to work on, all kept by one Save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout

from mspseat_desktop.language import _
from mspseat_desktop.ui.client_settings.client_part import ClientPart
from mspseat_desktop.ui.client_settings.formats_part import FormatsPart
from mspseat_desktop.ui.client_settings.reports_part import ReportsPart
from mspseat_desktop.ui.client_settings.result import ClientSettings
from mspseat_desktop.ui.client_settings.reviews_part import ReviewsPart
from mspseat_desktop.ui.client_settings.values_part import ValuesPart
from mspseat_desktop.ui.client_settings.words_part import WordsPart
from mspseat_desktop.ui.widgets import (
    Answer,
    Ground,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    Separator,
    ask,
    fit_on_screen,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.content.seat_names import Renaming
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_settings.part import Part
    from mspseat_desktop.ui.theme import Theme

Section = Literal["client", "values", "reports", "reviews", "words", "formats"]
SECTIONS: tuple[Section, ...] = ("client", "values", "reports", "reviews", "words", "formats")
USUAL = QSize(900, 640)
SMALLEST = QSize(720, 480)
LIST_WIDTH = 200


class SettingsDialog(QDialog):
    """Shows all settings of a client; `chosen` carries ClientSettings, nothing is written.

    What was typed is thrown away only when the user says so.
    """

    chosen = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        section: Section = "client",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._profile = bridge.client.profile
        self._values = bridge.client.core_values()
        self._built: dict[Section, Part] = {}
        self._before: dict[Section, object] = {}
        self._pages: dict[Section, ScrollArea] = {}
        self.setWindowTitle(_("Client settings"))
        self.setModal(True)
        self._lay_out()
        self.show_section(section)

    def _lay_out(self) -> None:
        self.sections = QListWidget()
        self.sections.setAccessibleName(_("Sections"))
        self.sections.setStyleSheet(
            "QListView { background: transparent; }"
            "QListView::item { padding-left: 8px; min-height: 30px; }"
        )
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages = QStackedWidget()
        for title in _titles().values():
            self.sections.addItem(title)
        self.sections.currentRowChanged.connect(lambda row: self._show(SECTIONS[row]))
        side = Ground("rail")
        side.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 16, 10, 10)
        column.addWidget(self.sections)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(side)
        body.addWidget(Separator(upright=True))
        body.addWidget(self.pages, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Separator())
        whole.addLayout(self._buttons())
        self.setMinimumSize(SMALLEST)
        fit_on_screen(self, USUAL)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self._save)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 14)
        row.setSpacing(8)
        self.state = PlainLabel(tone="muted")
        row.addWidget(self.state)
        row.addStretch(1)
        self.cancel = QuietButton(self._theme, _("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.keep = PrimaryButton(self._theme, _("Save"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._save)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        return row

    @property
    def section(self) -> Section:
        """The section on show."""
        return SECTIONS[max(0, self.sections.currentRow())]

    def part(self, section: Section) -> Part:
        """Return the page of a section, made when it is first wanted."""
        if section not in self._built:
            part = self._built[section] = self._made(section)
            self._before[section] = part.state()
            part.changed.connect(self._show_state)
            self._pages[section] = ScrollArea(part)
            self.pages.addWidget(self._pages[section])
        return self._built[section]

    def show_section(self, section: Section) -> None:
        """Show a section and put the keyboard where its work begins."""
        self.sections.setCurrentRow(SECTIONS.index(section))
        self.part(section).start()

    def settings(self) -> ClientSettings:
        """Return everything as it stands in the fields."""
        profile, values = self._profile, self._values
        renamed: tuple[Renaming, ...] = ()
        for part in self._built.values():
            profile = part.written(profile)
            values = part.values() if isinstance(part, ValuesPart) else values
            renamed = part.renamings() if isinstance(part, WordsPart) else renamed
        return ClientSettings(profile, values, renamed)

    def is_changed(self) -> bool:
        """Whether anything stands in the fields that is not kept yet."""
        return any(part.state() != self._before[name] for name, part in self._built.items())

    def _show(self, section: Section) -> None:
        self.part(section)
        self.pages.setCurrentWidget(self._pages[section])

    def _made(self, section: Section) -> Part:
        bridge, theme, profile = self._bridge, self._theme, self._profile
        match section:
            case "client":
                return ClientPart(bridge, theme, profile)
            case "values":
                return ValuesPart(bridge, theme, profile, self._values)
            case "reports":
                return ReportsPart(bridge, theme, profile)
            case "reviews":
                return ReviewsPart(theme, profile)
            case "words":
                return WordsPart(bridge, theme, profile)
            case "formats":
                return FormatsPart(theme, profile)

    def reject(self) -> None:
        """Close when nothing would be lost, and ask otherwise."""
        if not self.is_changed():
            super().reject()
            return
        ask(
            self._theme,
            self,
            title=_("Keep these settings?"),
            text=_("They have been changed and are not saved yet."),
            answers=(
                Answer(None, _("Go on writing")),
                Answer("drop", _("Throw away"), "danger"),
                Answer("keep", _("Save"), "primary"),
            ),
            then=self._leave,
        )

    def _leave(self, answer: Hashable | None) -> None:
        if answer == "drop":
            super().reject()
        elif answer == "keep":
            self._save()

    def _save(self) -> None:
        """Give everything back, or lead to the field that can not be kept."""
        for section, part in self._built.items():
            field = part.trouble()
            if field is not None:
                self.show_section(section)
                field.setFocus()
                return
        settings = self.settings()
        self.accept()
        self.chosen.emit(settings)

    def _turn(self, step: int) -> None:
        self.show_section(SECTIONS[(SECTIONS.index(self.section) + step) % len(SECTIONS)])

    def _show_state(self) -> None:
        """Say at the foot that something waits to be kept."""
        self.state.setText(_("Not saved yet") if self.is_changed() else "")


def _titles() -> dict[Section, str]:
    return {
        "client": _("Client"),
        "values": _("Core values and the bar"),
        "reports": _("Reports"),
        "reviews": _("Reviews"),
        "words": _("Words"),
        "formats": _("Dates and numbers"),
    }
