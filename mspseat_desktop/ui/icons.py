"""Lucide icons in the colours of the theme, sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mspseat_desktop.assets import resource

# Enough for every icon of the program in both themes at two scales, about 3 MB.
KEPT_PIXMAPS = 600


class Icons:
    """Draws resources/icons/NAME.svg and keeps what it has drawn."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, *, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon of size x size device-independent pixels for a device pixel ratio."""
        pixels = round(size * ratio)
        key = (name, color.name(), size, pixels)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._draw(name, color, pixels)
            found.setDevicePixelRatio(pixels / size)
            if len(self._pixmaps) >= KEPT_PIXMAPS:
                self._pixmaps.clear()
            self._pixmaps[key] = found
        return found

    def icon(self, name: str, color: QColor, *, disabled: QColor, size: int = 16) -> QIcon:
        """Return an icon for menus and Qt's own views, drawn for scales of 1 to 3."""
        icon = QIcon()
        for ratio in (1.0, 1.25, 1.5, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, color, size=size, ratio=ratio))
            icon.addPixmap(self.pixmap(name, disabled, size=size, ratio=ratio), QIcon.Mode.Disabled)
        return icon

    def paint(self, painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
        """Draw an icon centred in a rectangle, as large as its shorter side."""
        size = round(min(rect.width(), rect.height()))
        scale = max(0.5, painter.device().devicePixelRatioF() * abs(painter.transform().m11()))
        pixmap = self.pixmap(name, color, size=size, ratio=scale)
        # On whole device pixels, or every stroke is blurred over two of them.
        left = round((rect.center().x() - size / 2) * scale) / scale
        top = round((rect.center().y() - size / 2) * scale) / scale
        side = pixmap.width() / scale  # 18 at 125 % are 22 whole pixels, not 22.5 stretched ones
        painter.drawPixmap(QRectF(left, top, side, side), pixmap, QRectF(pixmap.rect()))

    def _draw(self, name: str, color: QColor, pixels: int) -> QPixmap:
        source = self._sources.get(name)
        if source is None:
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        tinted = source.replace("currentColor", color.name())
        renderer = QSvgRenderer(QByteArray(tinted.encode()))
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        return pixmap
