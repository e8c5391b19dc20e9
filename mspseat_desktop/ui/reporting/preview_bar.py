"""The upper edge of the preview: what it is, the choices for this print, and the zoom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.pages_view import STEP
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import CheckBox, DropDown, Ground, IconButton, PlainLabel, tip

if TYPE_CHECKING:
    from mspseat_desktop.ui.reporting.pages_view import PagesView
    from mspseat_desktop.ui.reporting.printable import Options, Printable
    from mspseat_desktop.ui.theme import Theme


class PreviewBar(Ground):
    """Sends `options_changed(Options)` when a choice for this print changes."""

    options_changed = Signal(object)

    def __init__(self, theme: Theme, printable: Printable, pages: PagesView) -> None:
        super().__init__("surface")
        self.options: Options = printable.start
        self._pages = pages
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 14, 10)
        row.setSpacing(8)
        row.addWidget(PlainLabel(printable.title, pixels=15, weight=Weight.DemiBold, elide=True), 1)
        self.ratings = CheckBox(theme, _("With ratings"))
        self.ratings.setChecked(self.options.with_ratings)
        self.ratings.setVisible(printable.asks_ratings)
        self.ratings.toggled.connect(self._choose)
        row.addWidget(self.ratings)
        self.paper = DropDown(theme, _("Paper"), [("A4", "A4"), ("Letter", "Letter")])
        self.paper.set_value(self.options.paper)
        self.paper.currentIndexChanged.connect(self._choose)
        tip(self.paper, _("Paper of this print; the client's own is chosen under File, Client"))
        row.addWidget(self.paper)
        row.addSpacing(8)
        self.smaller = IconButton(theme, "zoom-out", _("Smaller (Ctrl+-)"))
        self.smaller.clicked.connect(lambda: pages.zoom_by(1 / STEP))
        self._zoom = PlainLabel("", tone="muted")
        self._zoom.setMinimumWidth(44)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = IconButton(theme, "zoom-in", _("Larger (Ctrl++)"))
        self.larger.clicked.connect(lambda: pages.zoom_by(STEP))
        self.fit = IconButton(theme, "maximize", _("As wide as the window (Ctrl+0)"))
        self.fit.clicked.connect(pages.fit_width)
        for part in (self.smaller, self._zoom, self.larger, self.fit):
            row.addWidget(part)
        pages.zoom_changed.connect(self.show_zoom)
        self.show_zoom()

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is choosing here by keyboard."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def show_zoom(self) -> None:
        """Say how large the pages are shown."""
        percent = _("{n} %").replace("{n}", str(round(self._pages.zoom * 100)))
        self._zoom.setText(percent if self._pages.pages else "")

    def _choose(self) -> None:
        chosen = replace(
            self.options,
            paper="Letter" if self.paper.value == "Letter" else "A4",
            with_ratings=self.ratings.isChecked(),
        )
        if chosen != self.options:
            self.options = chosen
            self.options_changed.emit(chosen)
