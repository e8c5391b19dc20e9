"""The pages of a report one below the other, as they will lie on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from mspseat_desktop.language import _
from mspseat_desktop.ui.widgets.paint import hairline

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from mspseat_desktop.ui.reporting.raster import PdfRaster
    from mspseat_desktop.ui.theme import Theme

MARGIN = 24
GAP = 20
NATURAL = 96 / 72
"""Pixels to the point at 100 %."""
SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.25
KEPT_BYTES = 96_000_000
"""Pictures of pages out of view are kept up to this, so that scrolling back is at once."""
ROUNDED = 3
"""So many device pixels a picture and its place differ by roundings alone."""
_SHARPEN_MS = 90


class PagesView(QAbstractScrollArea):
    """Shows a PDF at the width of the view, or at a chosen zoom.

    `page_changed(int)` tells the page in the middle of the view, from 0; `zoom_changed` follows
    every change of size. While the size changes, pages are shown from older pictures.
    """

    spoken_role = QAccessible.Role.Document

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._raster: PdfRaster | None = None
        self._sizes: list[tuple[float, float]] = []
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._zoom: float | None = None  # None fits the width
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        # As needed, it would come and go while the pages keep to the width that it leaves them.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.setInterval(_SHARPEN_MS)
        self._sharpen.timeout.connect(self.viewport().update)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large the pages are; 1 is as large as on paper."""
        return self._scale() / NATURAL

    def show_pdf(self, raster: PdfRaster | None) -> None:
        """Show another PDF from its first page, or nothing."""
        self._raster = raster
        self._sizes = [raster.size(n) for n in range(raster.pages)] if raster else []
        self._pictures.clear()
        self._page = 0
        self._set_ranges()
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        self.viewport().update()

    def fit_width(self) -> None:
        """Show pages as wide as the view."""
        self._set_zoom(None)

    def zoom_by(self, factor: float) -> None:
        """Show pages larger or smaller, the middle of the view stays."""
        self._set_zoom(max(SMALLEST, min(LARGEST, self.zoom * factor)))

    def go_to(self, page: int) -> None:
        """Show the top of a page."""
        self.verticalScrollBar().setValue(round(self._top(page) - MARGIN / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the view."""
        super().resizeEvent(event)
        self._keep_middle(self._set_ranges)
        self.zoom_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_by(STEP ** (turned / 240))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by line, view and page."""
        bar = self.verticalScrollBar()
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_PageDown or (key == Qt.Key.Key_Space and not back):
            bar.setValue(bar.value() + bar.pageStep())
        elif key == Qt.Key.Key_PageUp or (key == Qt.Key.Key_Space and back):
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in view on the canvas."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._theme.color("canvas"))
        room = QRectF(self.viewport().rect())
        # In whole device pixels, so that a sharp page is copied and not resampled.
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        line = hairline(ratio)
        in_view = []
        for page in range(self.pages):
            place = self._place(page)
            if not place.intersects(room):
                continue
            in_view.append(page)
            picture = self._picture(page)
            paper = _on_pixels(place, picture, ratio)
            edge = paper.adjusted(-line, -line, line, line)
            painter.fillRect(edge, self._theme.color("line_strong"))
            painter.drawImage(paper, picture)
        self._drop_surplus(in_view)

    def _drop_surplus(self, in_view: list[int]) -> None:
        for page in [page for page in self._pictures if page not in in_view]:
            if sum(image.sizeInBytes() for _sharp, image in self._pictures.values()) <= KEPT_BYTES:
                return
            del self._pictures[page]

    def _picture(self, page: int) -> QImage:
        """Return the page sharp, or for a moment as it was before the size changed."""
        if self._raster is None:
            raise RuntimeError("pages without a PDF")
        sharp = self._scale() * self.devicePixelRatioF()
        kept = self._pictures.get(page)
        if kept is not None and (kept[0] == sharp or self._sharpen.isActive()):
            return kept[1]
        picture = self._raster.picture(page, sharp)
        self._pictures[page] = (sharp, picture)
        return picture

    def _scale(self) -> float:
        """Return pixels to the point."""
        if self._zoom is not None:
            return self._zoom * NATURAL
        widest = max((width for width, _height in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * MARGIN
        return max(SMALLEST, min(2.0, room / widest / NATURAL)) * NATURAL

    def _top(self, page: int) -> float:
        above = sum(height for _width, height in self._sizes[:page])
        return MARGIN + above * self._scale() + page * GAP

    def _place(self, page: int) -> QRectF:
        scale = self._scale()
        width, height = (side * scale for side in self._sizes[page])
        spare = max(0.0, (self.viewport().width() - self._widest() - 2 * MARGIN) / 2)
        left = MARGIN + spare + (self._widest() - width) / 2 - self.horizontalScrollBar().value()
        top = self._top(page) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def _widest(self) -> float:
        return max((width for width, _height in self._sizes), default=0.0) * self._scale()

    def _set_zoom(self, zoom: float | None) -> None:
        if zoom == self._zoom:
            return

        def change() -> None:
            self._zoom = zoom
            self._set_ranges()

        self._keep_middle(change)
        self.zoom_changed.emit()

    def _keep_middle(self, change: Callable[[], None]) -> None:
        """Change the size; what stood in the middle of the view stands there again."""
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        half, across = self.viewport().height() / 2, self.viewport().width() / 2
        before = self._scale()
        at_top = bar.value() == 0
        down, right = (bar.value() + half) / before, (side.value() + across) / before
        self._sharpen.start()
        change()
        after = self._scale()
        bar.setValue(0 if at_top else round(down * after - half))
        side.setValue(round(right * after - across))
        self.viewport().update()

    def _set_ranges(self) -> None:
        room = self.viewport().size()
        tall = self._top(self.pages) - GAP + MARGIN if self.pages else 0
        wide = self._widest() + 2 * MARGIN if self.pages else 0
        for bar, whole, part in (
            (self.verticalScrollBar(), tall, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(part)
            bar.setRange(0, max(0, round(whole) - part))

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = max((n for n in range(self.pages) if self._top(n) - GAP <= middle), default=0)
        if page != self._page:
            self._page = page
            self._tell_page()

    def _tell_page(self) -> None:
        words = ""
        if self._raster is not None and self.pages:
            place = _("Page {page} of {pages}").replace("{page}", str(self._page + 1))
            words = f"{place.replace('{pages}', str(self.pages))}\n{self._raster.words(self._page)}"
        self.setAccessibleDescription(words)
        self.page_changed.emit(self._page)


def _on_pixels(place: QRectF, picture: QImage, ratio: float) -> QRect:
    """Return the device pixels of a place, just as many as a picture has that was made for it."""
    whole = QRectF(place.topLeft() * ratio, place.size() * ratio).toRect()
    off = whole.size() - picture.size()
    if max(abs(off.width()), abs(off.height())) <= ROUNDED:
        whole.setSize(picture.size())
    return whole
