"""The outline beside the chart: a filter over the list of seats."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.sifting import KINDS, RATED_KINDS, SeatKind
from mspseat_desktop.language import _
from mspseat_desktop.ui.find.finder import Finder
from mspseat_desktop.ui.outline.rows import Rows
from mspseat_desktop.ui.outline.tree import OutlineTree
from mspseat_desktop.ui.outline.words import count_words, kind_words, nothing_words
from mspseat_desktop.ui.shortcuts.telling import and_keys, keep_told
from mspseat_desktop.ui.widgets import DropDown, Ground, IconButton, PlainLabel, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

WIDTH = 236
LEAST_WIDTH = 176


class Outline(Ground):
    """Looks at the client only while it is shown. `hide_wanted` asks to put it away."""

    hide_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("rail", parent)
        self._bridge = bridge
        self._finder = Finder.of(bridge)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Outline"))
        self.rows = Rows(bridge, self)
        self.tree = OutlineTree(bridge, theme, self.rows, self)
        self.count = PlainLabel("", self, tone="muted", pixels=12)
        self.close_button = IconButton(theme, "x", "", self, side=26, role="muted")
        words = _("Hide the outline")
        keep_told(self, lambda: self.close_button.set_name(and_keys(words, "outline")))
        self.kind = DropDown(theme, _("Show in the outline"), [], self)
        self.empty = PlainLabel("", self, tone="muted", wrap=True)
        self.empty.setContentsMargins(14, 10, 14, 10)
        self._lay_out()
        self._offer()
        self.kind.activated.connect(self._choose)
        self.close_button.clicked.connect(self.hide_wanted)
        self.rows.changed.connect(self._tell)
        bridge.ratings_hidden_changed.connect(self._offer)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 6, 0)
        head.setSpacing(8)
        title = PlainLabel(_("Outline"), self, pixels=13, weight=QFont.Weight.DemiBold)
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        chosen = QHBoxLayout()
        chosen.setContentsMargins(10, 4, 10, 6)
        chosen.addWidget(self.kind, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(chosen)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.tree, 1)
        QWidget.setTabOrder(self.tree, self.kind)
        QWidget.setTabOrder(self.kind, self.close_button)

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(WIDTH, 600)

    def show_kind(self, kind: SeatKind) -> None:
        """List the seats of a kind."""
        self.rows.show_kind(kind)
        self.kind.set_value(kind)

    def take_keyboard(self) -> None:
        """Put the keyboard into the list."""
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """List the seats when the outline comes into view."""
        super().showEvent(event)
        self.rows.wake()
        seat = self._bridge.selection
        if seat is not None:
            self.tree.reveal(seat)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking at the client."""
        super().hideEvent(event)
        self.rows.sleep()

    def _offer(self) -> None:
        """Offer the kinds that may be asked for; while ratings are hidden, not what tells them."""
        hidden = self._bridge.ratings_hidden
        kinds = [kind for kind in KINDS if not (hidden and kind in RATED_KINDS)]
        words = kind_words()
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem(words[kind], kind)
        self.kind.set_value(self.rows.kind)

    def _choose(self) -> None:
        self.rows.show_kind(cast("SeatKind", self.kind.value))

    def _tell(self) -> None:
        """Say how many seats are listed, or why there are none."""
        rows, total = self.rows, self._bridge.client.count(Seat)
        if rows.fits is None:
            words = count_words(rows.count if not rows.folded else total)
        else:
            words = count_words(len(rows.fits), of=total)
        self.count.setText(words)
        tip(self.count, words)
        is_searched = self._finder.bright is not None
        self.empty.setVisible(rows.count == 0)
        self.empty.setText(nothing_words(rows.kind, is_searched=is_searched))
        if self.kind.value != rows.kind:
            self.kind.set_value(rows.kind)
