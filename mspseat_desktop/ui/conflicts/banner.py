"""A strip over the pages: what stands between the client and its file, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets import IconButton, LinkButton, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.theme import Theme

Tone = Literal["late", "plain"]


@dataclass(frozen=True)
class Standing:
    """What a banner says and offers; one that `may_go` has a cross."""

    text: str
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    tone: Tone = "late"
    may_go: bool = False


class Banner(QWidget):
    """Shows one thing at a time; it is hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing: Standing | None = None
        self._is_put_by = False
        self.buttons: list[LinkButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        self._mark = PlainLabel()
        self.label = PlainLabel(wrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._places = QHBoxLayout()
        self._places.setSpacing(2)
        column = QVBoxLayout()
        column.addLayout(self._places)
        self.cross = IconButton(theme, "x", _("Close this note"), self, side=26)
        self.cross.clicked.connect(lambda: self.show_standing(None))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addLayout(column)
        row.addWidget(self.cross)
        theme.changed.connect(self._paint_mark)
        self.hide()

    @property
    def standing(self) -> Standing | None:
        """What is on show."""
        return self._standing

    def show_standing(self, standing: Standing | None) -> None:
        """Show this, or nothing."""
        known, self._standing = self._standing, standing
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self._appear()
        if standing is None:
            return
        self.label.setText(standing.text)
        self.setAccessibleName(standing.text)
        for words, act in standing.offers:
            button = LinkButton(self._theme, words)
            button.clicked.connect(lambda _on=False, act=act: act())
            self._places.addWidget(button)
            self.buttons.append(button)
        self.cross.setVisible(standing.may_go)
        self._paint_mark()
        self.update()
        if known is None or known.text != standing.text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, standing.text))

    def put_by(self, *, on: bool) -> None:
        """Be away for a while whatever there is to say, or come back with what there is then."""
        self._is_put_by = on
        self._appear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground())
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def _appear(self) -> None:
        self.setVisible(self._standing is not None and not self._is_put_by)

    def _ground(self) -> QColor:
        is_late = self._standing is not None and self._standing.tone == "late"
        return self._theme.color("partly_soft" if is_late else "rail")

    def _paint_mark(self) -> None:
        is_late = self._standing is not None and self._standing.tone == "late"
        color = self._theme.color("partly_text" if is_late else "muted")
        name = "triangle-alert" if is_late else "info"
        self._mark.setPixmap(self._theme.icons.pixmap(name, color, size=16, ratio=2))
