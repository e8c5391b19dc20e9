"""Buttons that paint themselves: the same 32 pixels high in every place, with icon and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mspseat_desktop.ui.widgets.paint import one_line, paint_focus_ring
from mspseat_desktop.ui.widgets.plain import amp, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent

    from mspseat_desktop.ui.theme import Theme

HEIGHT = 32
PADDING = 12
ICON = 16
GAP = 8
RADIUS = 8
_PLAIN = Qt.KeyboardModifier.NoModifier


class ThemedButton(QPushButton):
    """What all buttons share. Use one of the named kinds below.

    Enter presses it as well as Space; a click does not need the focus.
    """

    fill_role = "surface"
    hover_role = "hover"
    line_role = "line_strong"
    ink_role = "ink"
    ring_role = "accent"
    weight = QFont.Weight.Medium
    padding = PADDING
    """Pixels between the edge and icon or words."""

    def __init__(
        self, theme: Theme, text: str, parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caption = ""
        self._icon_name = icon
        self._trailing_icon = ""
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_caption(text)
        theme.changed.connect(self.update)

    @property
    def caption(self) -> str:
        """Return the words on the button, ampersands as they are."""
        return self._caption

    def set_caption(self, text: str) -> None:
        """Change the words on the button."""
        self._caption = text
        self.setText(amp(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_icon_name(self, icon: str) -> None:
        """Change the icon before the words; "" removes it."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_trailing_icon(self, icon: str) -> None:
        """Put an icon after the words, as an arrow to the next page or to a menu."""
        self._trailing_icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icons and words."""
        words = QFontMetricsF(self._font()).horizontalAdvance(self._caption)
        icons = (self._icon_name != "") + (self._trailing_icon != "")
        width = min(400.0, words) + 2 * self.padding + icons * (ICON + GAP)
        return QSize(int(width) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Let long words be cut rather than push the window wide."""
        return QSize(min(self.sizeHint().width(), 160), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.modifiers() in (_PLAIN, Qt.KeyboardModifier.KeypadModifier):
            self.click()
        else:
            event.ignore()  # Ctrl+Enter means the whole window, not this button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, then icon and words centred as one group."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        ink = self._ink()
        font = self._font()
        metrics = QFontMetricsF(font)
        icons = (self._icon_name != "") + (self._trailing_icon != "")
        room = self.width() - 2 * self.padding - icons * (ICON + GAP)
        shown = one_line(metrics, self._caption, room)
        words = metrics.horizontalAdvance(shown)
        left = (self.width() - words - icons * (ICON + GAP)) / 2
        top = (self.height() - ICON) / 2
        if self._icon_name:
            at = QRectF(left, top, ICON, ICON)
            self._theme.icons.paint(painter, at, self._icon_name, ink)
            left += ICON + GAP
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left, 0, words + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self._trailing_icon:
            at = QRectF(left + words + GAP, top, ICON, ICON)
            self._theme.icons.paint(painter, at, self._trailing_icon, ink)

    def _paint_frame(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        fill, line = self._fill(), self._line()
        painter.setPen(QPen(line, 1) if line is not None else QPen(Qt.PenStyle.NoPen))
        inset = 0.5 if line is not None else 0.0
        if fill is not None:
            painter.setBrush(fill)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if self.hasFocus():
            self._paint_focus(painter, rect)

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        paint_focus_ring(painter, rect, self._theme, radius=RADIUS - 1, role=self.ring_role)

    def _fill(self) -> QColor | None:
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            return self._theme.color(self.hover_role)
        return self._theme.color(self.fill_role)

    def _line(self) -> QColor | None:
        return self._theme.color(self.line_role)

    def _ink(self) -> QColor:
        return self._theme.color(self.ink_role if self.isEnabled() else "faint")

    def _font(self) -> QFont:
        return self._theme.font(13, self.weight)


class PrimaryButton(ThemedButton):
    """The one next step of a window: filled with the accent."""

    fill_role = "accent"
    hover_role = "accent_hover"
    ink_role = "on_accent"
    weight = QFont.Weight.DemiBold

    def _fill(self) -> QColor | None:
        if not self.isEnabled():
            return self._theme.color("pressed")
        return super()._fill()

    def _line(self) -> QColor | None:
        return None

    def _ink(self) -> QColor:
        return self._theme.color(self.ink_role if self.isEnabled() else "muted")

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        # Accent on accent would not show: a ring in the colour of the words inside the edge.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._ink(), 2))
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)


class DangerButton(PrimaryButton):
    """A step that takes something away: filled with red."""

    fill_role = "no"
    hover_role = "no_hover"
    ink_role = "on_no"


class QuietButton(ThemedButton):
    """Any other step: outlined."""


class LinkButton(ThemedButton):
    """A step without a frame, for the foot of a list or a notice."""

    ink_role = "accent_text"

    def _fill(self) -> QColor | None:
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            return self._theme.color(self.hover_role)
        return None

    def _line(self) -> QColor | None:
        return None


class LineLink(LinkButton):
    """A link in a column of text and fields: it begins where they do, but for a hair."""

    padding = 4


class IconButton(ThemedButton):
    """An icon alone, with a name for the screen reader that is its tooltip as well."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        side: int = HEIGHT,
        role: str = "ink",
    ) -> None:
        super().__init__(theme, "", parent, icon=icon)
        self._side = max(24, side)
        self.ink_role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change what the button is called."""
        self.setAccessibleName(name)
        shortcut = self.shortcut().toString()
        tip(self, f"{name} ({shortcut})" if shortcut else name)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, on a soft fill under the pointer or when it is switched on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        size = 18 if self._side >= 32 else 16
        left, top = (self.width() - size) / 2, (self.height() - size) / 2
        ink = self._theme.color("accent_text") if self.isChecked() else self._ink()
        self._theme.icons.paint(painter, QRectF(left, top, size, size), self._icon_name, ink)

    def _fill(self) -> QColor | None:
        if self.isChecked():
            return self._theme.color("accent_soft")
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            return self._theme.color(self.hover_role)
        return None

    def _line(self) -> QColor | None:
        return None
