"""The upper edge of the preview: what it is, the choices for this print, and the zoom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.exchange.chart_forms import PAPER_NAMES
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.pages_view import STEP
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import CheckBox, DropDown, Ground, IconButton, PlainLabel, tip

if TYPE_CHECKING:
    from mspseat_desktop.ui.reporting.pages_view import PagesView
    from mspseat_desktop.ui.reporting.printable import Options, Printable
    from mspseat_desktop.ui.theme import Theme


class PreviewBar(Ground):
    """What is shown, and the choices for this print; those of a chart stand in a row of their own.

    Sends `options_changed(Options)` when a choice changes, `way_wanted(str)` for another way in
    which the same goes on paper.
    """

    options_changed = Signal(object)
    way_wanted = Signal(str)

    def __init__(self, theme: Theme, printable: Printable, pages: PagesView) -> None:
        super().__init__("surface")
        self.options: Options = printable.start
        self._pages = pages
        self._title = PlainLabel("", pixels=15, weight=Weight.DemiBold, elide=True)
        self.way = DropDown(theme, _("Layout"), printable.ways.words if printable.ways else ())
        self.way.setVisible(printable.ways is not None)
        self.way.currentIndexChanged.connect(lambda: self.way_wanted.emit(str(self.way.value)))
        self.turned = CheckBox(theme, _("Turn pages as they fit"))
        tip(self.turned, _("Each page stands or lies as its branch is larger; else all the same"))
        self.turned.toggled.connect(self._choose)
        self.ratings = CheckBox(theme, _("With ratings"))
        self.ratings.toggled.connect(self._choose)
        self.paper = DropDown(theme, _("Paper"), [(name, name) for name in printable.papers])
        self.paper.currentIndexChanged.connect(self._choose)
        tip(self.paper, _("Paper of this print; the client's own is chosen under File, Client"))
        self._lay_out(theme, has_ways=printable.ways is not None)
        self.show_printable(printable, printable.start)

    def _lay_out(self, theme: Theme, *, has_ways: bool) -> None:
        pages = self._pages
        self.smaller = IconButton(theme, "zoom-out", _("Smaller (Ctrl+-)"))
        self.smaller.clicked.connect(lambda: pages.zoom_by(1 / STEP))
        self._zoom = PlainLabel("", tone="muted")
        self._zoom.setMinimumWidth(44)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = IconButton(theme, "zoom-in", _("Larger (Ctrl++)"))
        self.larger.clicked.connect(lambda: pages.zoom_by(STEP))
        self.fit = IconButton(theme, "maximize", _("As wide as the window (Ctrl+0)"))
        self.fit.clicked.connect(pages.fit_width)
        pages.zoom_changed.connect(self.show_zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 10)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        choices = head
        if has_ways:
            choices = QHBoxLayout()
            choices.setSpacing(8)
            column.addLayout(choices)
        for choice in (self.way, self.paper, self.turned, self.ratings):
            choices.addWidget(choice)
        if has_ways:
            choices.addStretch(1)
        head.addSpacing(8)
        for part in (self.smaller, self._zoom, self.larger, self.fit):
            head.addWidget(part)

    def choose_paper(self, paper: str) -> None:
        """Choose a paper as if it were chosen in the list."""
        self.paper.setCurrentIndex(self.paper.findData(paper))

    def show_printable(self, printable: Printable, options: Options) -> None:
        """Show what is printed and what is chosen for it, without sending anything."""
        self.options = options
        self._title.setText(printable.title)
        if printable.ways is not None:
            self.way.set_value(printable.ways.now)
        self.paper.set_value(options.paper)
        for box, shown, checked in (
            (self.ratings, printable.asks_ratings, options.with_ratings),
            (self.turned, printable.asks_turned, options.turned),
        ):
            box.setVisible(shown)
            box.blockSignals(True)  # noqa: FBT003 - Qt's own call
            box.setChecked(checked)
            box.blockSignals(False)  # noqa: FBT003 - same

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
            paper=next(paper for paper in PAPER_NAMES if paper == self.paper.value),
            with_ratings=self.ratings.isChecked(),
            turned=self.turned.isChecked(),
        )
        if chosen != self.options:
            self.options = chosen
            self.options_changed.emit(chosen)
