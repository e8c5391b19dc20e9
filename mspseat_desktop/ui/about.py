"""About: versions, whose work the program stands on, and under which licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mspseat_desktop.assets import resource
from mspseat_desktop.language import _
from mspseat_desktop.ui.help_topics import ReadingPage, Topic, dress
from mspseat_desktop.ui.reporting.state_note import IconSpot
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import PlainLabel, PrimaryButton, QuietButton, TabBar, fit_on_screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.ui.theme import Theme


SIZE = QSize(640, 540)
WORKS = "THIRD_PARTY_LICENSES.md"
LICENCES = ("LGPL-3.0.txt", "GPL-3.0.txt", "MIT.txt", "SQLCipher.txt")


class AboutDialog(QDialog):
    """Shows the versions that it is given, the program's own first; `open()` it."""

    def __init__(
        self, theme: Theme, versions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About MSP Seat Desktop"))
        self.setModal(True)
        fit_on_screen(self, SIZE)
        self._theme = theme
        self._versions = versions
        self.tabs = TabBar(theme, _("About"))
        self.pages = QStackedWidget()
        self._add(_("Program"), self._program())
        self.works = self._works()
        self._dress_works()
        theme.changed.connect(self._dress_works)
        self._add(_("Works of others"), self.works)
        titles = (_("Qt: LGPL"), _("GPL"), _("MIT"), _("SQLCipher"))
        for title, name in zip(titles, LICENCES, strict=True):
            self._add(title, licence_view(name))
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        self.copy_button = QuietButton(theme, _("Copy the versions"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        close = PrimaryButton(theme, _("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()

    def _add(self, title: str, page: QWidget) -> None:
        self.tabs.add(title)
        self.pages.addWidget(page)

    def _program(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconSpot(self._theme, "armchair", side=24, role="accent_text", box=44))
        head.addWidget(PlainLabel(_("MSP Seat Desktop"), pixels=20, weight=Weight.DemiBold), 1)
        column.addLayout(head)
        words = _("Accountability charts with a seat for every service provider, and fair reviews.")
        column.addWidget(PlainLabel(words, wrap=True))
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(5)
        for at, (name, version) in enumerate(self._versions.items()):
            grid.addWidget(PlainLabel(name, tone="muted"), at, 0)
            grid.addWidget(PlainLabel(version), at, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        for words in (
            _("Free software under the MIT licence. It opens no network connection."),
            _("Qt and PySide6 are used as shared libraries under the LGPL, version 3."),
            _(
                "EOS and Entrepreneurial Operating System are trademarks of EOS Worldwide, LLC. "
                "This program is not affiliated with or endorsed by EOS Worldwide."
            ),
        ):
            column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        column.addStretch(1)
        return page

    def _works(self) -> ReadingPage:
        """Return whose works go with the program, set like a topic of the guide."""
        page = ReadingPage(margin=4)
        page.setAccessibleName(_("Works of others"))
        page.anchorClicked.connect(self._open_licence)
        return page

    def _dress_works(self) -> None:
        text = resource("licences", WORKS).read_text(encoding="utf-8")
        dress(self.works.document(), Topic("works", _("Works of others"), text), self._theme)

    def _open_licence(self, link: QUrl) -> None:
        if link.path() in LICENCES:
            self.tabs.setCurrentIndex(2 + LICENCES.index(link.path()))

    def _copy(self) -> None:
        lines = (f"{name} {version}" for name, version in self._versions.items())
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy_button.set_caption(_("Copied"))


def licence_view(name: str) -> QPlainTextEdit:
    """Return the text of a shipped licence as it is, to read and to copy from."""
    view = QPlainTextEdit(resource("licences", name).read_text(encoding="utf-8"))
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    view.setAccessibleName(name)
    return view
