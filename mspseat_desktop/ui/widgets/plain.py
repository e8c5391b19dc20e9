"""Text that came out of a document is shown letter by letter, never read as markup or shortcut."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mspseat_desktop.ui.theme import Weight, inter
from mspseat_desktop.ui.widgets.paint import one_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

# A tooltip is for a glance; a longer one covers the window.
TIP_LETTERS = 1000
TITLE_LETTERS = 120
# Qt breaks the lines of markup only; so long a line may stand as it is.
PLAIN_TIP_LETTERS = 60
_JOINERS = "\u200c\u200d"
"""Signs without a width that hold letters, or the parts of one picture, together."""


def amp(text: str) -> str:
    """Double the ampersands, so that "R&D" in a button, tab or menu makes no shortcut."""
    return text.replace("&", "&&")


def title_text(text: str) -> str:
    """Return the text for the title of a window: one short line, and no sign that Qt acts on."""
    begins = text[: 4 * TITLE_LETTERS]
    shown = "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in begins)
    line = " ".join(shown.split())
    if len(line) > TITLE_LETTERS:
        line = line[:TITLE_LETTERS] + "\N{HORIZONTAL ELLIPSIS}"
    return line.replace("[*]", "[*][*]")  # a single one is Qt's mark of what is not saved


def tip_text(text: str) -> str:
    """Return a tooltip that shows the text as it is, for widgets and item models.

    A short one is the text itself: where there is no description, readers say the tooltip.
    """
    if "<" not in text and all(len(line) <= PLAIN_TIP_LETTERS for line in text.split("\n")):
        return text[:TIP_LETTERS]
    shown = text if len(text) <= TIP_LETTERS else text[:TIP_LETTERS] + "\N{HORIZONTAL ELLIPSIS}"
    return f"<qt>{html.escape(shown).replace(chr(10), '<br/>')}</qt>"


def tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip, and a screen reader the same words without the markup.

    A reader leaves out words that are the name as well.
    """
    widget.setToolTip(tip_text(text))
    name = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")
    widget.setAccessibleDescription("" if text == name and widget.toolTip() == text else text)


class PlainLabel(QLabel):
    """A label for any text.

    `tone` is "", "muted", "accent", "yes", "partly", "no" or "provider". An elided label takes one
    line, cuts with dots and tells the whole text in a tooltip; a wrapping one grows downwards.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        pixels: int = 13,
        weight: Weight = Weight.Normal,
        tone: str = "",
        elide: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._elides = elide
        self._has_own_tip = False
        self.setFont(inter(pixels, weight))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; the accessible name follows unless one was set."""
        super().setText(text)
        self._tell_whole_text()

    def set_tone(self, tone: str) -> None:
        """Change the colour by meaning."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Return the room for the whole text; an elided one asks for at most 600 pixels."""
        if not self._elides:
            return super().sizeHint()
        metrics = QFontMetricsF(self.font())
        flat = " ".join(self.text()[:300].split())
        margins = self.contentsMargins()
        width = min(600, int(metrics.horizontalAdvance(flat)) + 1)
        height = int(metrics.height()) + 1
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSizeHint(self) -> QSize:
        """Let an elided label shrink to a few letters."""
        if not self._elides:
            return super().minimumSizeHint()
        hint = self.sizeHint()
        return QSize(min(hint.width(), 24), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text in a tooltip as soon as it is cut."""
        super().resizeEvent(event)
        self._tell_whole_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one line with dots where it is cut; leave the rest to Qt."""
        if not self._elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        shown = one_line(QFontMetricsF(self.font()), self.text(), room.width())
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _tell_whole_text(self) -> None:
        if not self._elides:
            return
        text = self.text()
        room = self.contentsRect().width()
        shown = one_line(QFontMetricsF(self.font()), text, room)
        cut = shown != text and self.isVisible()
        if cut or self._has_own_tip:
            self.setToolTip(tip_text(text) if cut else "")
            self._has_own_tip = cut


class SectionLabel(PlainLabel):
    """The small muted heading over a group: 11 pixels, semibold."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, pixels=11, weight=QFont.Weight.DemiBold, tone="muted")
