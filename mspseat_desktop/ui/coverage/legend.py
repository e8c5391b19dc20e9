"""What the letters of the coverage map mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.coverage.painting import DISC, paint_part
from mspseat_desktop.ui.widgets import PlainLabel
from mspseat_desktop.wording.coverage import PARTS, part_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mspseat_desktop.domain.vocabulary import CoverPart
    from mspseat_desktop.ui.theme import Theme


class Legend(QWidget):
    """Each mark with its word beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in PARTS:
            row.addWidget(_Sample(theme, part))
            row.addWidget(PlainLabel(part_text(part), pixels=12, tone="muted"))
            row.addSpacing(8)
        row.addWidget(_Sample(theme, None))
        row.addWidget(PlainLabel(_("part of a responsibility"), pixels=12, tone="muted"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _Sample(QWidget):
    """One mark as the map has it; None stands for the sign of a responsibility."""

    def __init__(self, theme: Theme, part: CoverPart | None) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(DISC, DISC) if self._part is not None else QSize(14, DISC)

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._part is not None:
            paint_part(painter, rect, self._part, self._theme)
        else:
            at = QRectF(1, rect.center().y() - 6, 12, 12)
            self._theme.icons.paint(painter, at, "link", self._theme.color("muted"))
