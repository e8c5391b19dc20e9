"""What the whole map says beside its rows: unlikely splits, and what is wanted in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mspseat_desktop.language import ngettext
from mspseat_desktop.ui.widgets import PlainLabel, tip_text
from mspseat_desktop.wording.coverage import findings

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.ui.coverage.grid import Grid
    from mspseat_desktop.ui.theme import Theme

MOST = 3
"""How many sentences are shown; the others are counted and stand in the tooltip."""


class Findings(QWidget):
    """The sentences, each with a sign; nothing when there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, also those that are only counted."""
        return self._shown

    def show_for(self, grid: Grid) -> None:
        """Show what the map says now."""
        found = findings(grid.client, [column.seat for column in grid.columns])
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        room = MOST if len(found) <= MOST else MOST - 1
        for words in found[:room]:
            self._column.addWidget(_Sentence(self._theme, words))
        rest = found[room:]
        if rest:
            more = ngettext("%(count)d more", "%(count)d more", len(rest)) % {"count": len(rest)}
            self._column.addWidget(_Sentence(self._theme, more, about="\n".join(rest)))
        self.setVisible(bool(found))


class _Sentence(QWidget):
    def __init__(self, theme: Theme, words: str, *, about: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sign(theme))
        label = PlainLabel(words, pixels=12, tone="partly", elide=True)
        if about:
            label.setToolTip(tip_text(about))
            label.setAccessibleDescription(about)
        row.addWidget(label, 1)


class _Sign(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign of something worth a look."""
        ink = self._theme.color("partly_text")
        at = QRectF(1, 1, 14, 14)
        self._theme.icons.paint(QPainter(self), at, "triangle-alert", ink)
