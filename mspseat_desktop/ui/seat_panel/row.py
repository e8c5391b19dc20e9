"""One row of a list: grip, number, text and chips; the last one of a list waits for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.ui.seat_panel.entries import Entry, Making, text_entry
from mspseat_desktop.ui.seat_panel.grip import LINE, Grip
from mspseat_desktop.ui.seat_panel.line_area import LineArea
from mspseat_desktop.ui.seat_panel.tag_line import TagLine
from mspseat_desktop.ui.seat_panel.tags import TagsButton
from mspseat_desktop.ui.widgets import Card, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.seat_panel.tags import Tag
    from mspseat_desktop.ui.theme import Theme


class Row(Card):
    """Grip, number, text and chips; `below` has room for more."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget,
        *,
        make: Making[str],
        fill_menu: Callable[[Row, QMenu], None],
    ) -> None:
        super().__init__(parent, tight=True)
        self.is_new = False
        self.grip = Grip(theme, self)
        self.number = PlainLabel("", self, pixels=12, tone="muted")
        self.number.setFixedSize(16, LINE)
        self.number.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.text = LineArea("", self, pending=bridge.pending, bare=True, lines=1, most_lines=40)
        self.tags = TagsButton(theme, "", self, fill=lambda menu: fill_menu(self, menu))
        self.entry: Entry[str] = text_entry(bridge, self.text, make)
        self.tag_line = TagLine(theme, self)
        self.tag_line.clicked.connect(self.tags.open_menu)
        self.tag_line.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.tag_line)
        column.addStretch(1)
        self.below = QVBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.grip, 0, top)
        line.addWidget(self.number, 0, top)
        line.addSpacing(3)
        line.addLayout(column, 1)
        line.addWidget(self.tags, 0, top)
        line.addSpacing(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3, 1, 4, 1)
        whole.setSpacing(0)
        whole.addLayout(line)
        whole.addLayout(self.below)

    @property
    def key(self) -> str:
        """Return the id of the record, which is not there yet for a row that is new."""
        return self.entry.key

    def show_record(self, key: str, text: str, *, number: int, is_new: bool) -> None:
        """Show a record, or wait for the words of a new one."""
        self.is_new = is_new
        self.entry.show(key, text)
        self.number.setText("" if is_new else str(number))
        policy = self.grip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.grip.setSizePolicy(policy)
        self.grip.setVisible(not is_new)
        self.tags.setVisible(not is_new)
        if is_new:
            self.show_tags(())
        ground = "dashed" if is_new else "surface"
        if self.property("ground") != ground:
            self.setProperty("ground", ground)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show one chip beside the text, several below it."""
        self.tags.show_tags(tags)
        self.tag_line.show_tags(tags if len(tags) > 1 else ())

    def rest(self) -> None:
        """Forget the record and go out of sight until needed again."""
        self.entry.show("", "")
        self.hide()

    def focus_end(self) -> None:
        """Put the keyboard behind the last letter."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def sizeHint(self) -> QSize:
        """Return the room that the parts ask for."""
        return QSize(200, super().sizeHint().height())
