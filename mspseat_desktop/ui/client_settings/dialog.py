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
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_settings.part import Part
    from mspseat_desktop.ui.theme import Theme

Section = Literal["client", "values", "reports", "reviews", "words", "formats"]
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
        self._theme = theme
        client = bridge.client
        self._profile = client.profile
        self.client = ClientPart(bridge, theme, client.profile)
        self.values = ValuesPart(bridge, theme, client.profile, client.core_values())
        self.reports = ReportsPart(bridge, theme, client.profile)
        self.reviews = ReviewsPart(theme, client.profile)
        self.words = WordsPart(bridge, theme, client.profile)
        self.formats = FormatsPart(theme, client.profile)
        self._parts: dict[Section, Part] = {
            "client": self.client,
            "values": self.values,
            "reports": self.reports,
            "reviews": self.reviews,
            "words": self.words,
            "formats": self.formats,
        }
        self._given = self.settings()
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
        for part in self._parts.values():
            self.sections.addItem(part.title)
            self.pages.addWidget(ScrollArea(part))
            part.changed.connect(self._show_state)
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
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
        self.resize(USUAL.boundedTo(self.screen().availableGeometry().size() - QSize(40, 60)))
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
        return tuple(self._parts)[self.pages.currentIndex()]

    def show_section(self, section: Section) -> None:
        """Show a section and put the keyboard where its work begins."""
        self.sections.setCurrentRow(tuple(self._parts).index(section))
        self._parts[section].start()

    def settings(self) -> ClientSettings:
        """Return everything as it stands in the fields."""
        profile = self._profile
        for part in self._parts.values():
            profile = part.written(profile)
        return ClientSettings(profile, self.values.values(), self.words.renamings())

    def is_changed(self) -> bool:
        """Whether anything stands in the fields that is not kept yet."""
        return self.settings() != self._given or not self.reviews.is_understood()

    def reject(self) -> None:
        """Close when nothing would be lost, and ask otherwise."""
        if not self.is_changed():
            super().reject()
            return
        ask(
            self._theme,
            self,
            title=_("Keep these settings?"),
            text=_("They have been changed and are not kept yet."),
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
        for section, part in self._parts.items():
            field = part.trouble()
            if field is not None:
                self.show_section(section)
                field.setFocus()
                return
        settings = self.settings()
        self.accept()
        self.chosen.emit(settings)

    def _turn(self, step: int) -> None:
        names = tuple(self._parts)
        self.show_section(names[(names.index(self.section) + step) % len(names)])

    def _show_state(self) -> None:
        """Say at the foot that something waits to be kept."""
        self.state.setText(_("Changed, not kept yet") if self.is_changed() else "")
