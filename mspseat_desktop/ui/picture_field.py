"""A field for a picture: drop one on it, or choose a file; what is wrong with it is said below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.dropping import accept_copy
from mspseat_desktop.ui.files import ask_open
from mspseat_desktop.ui.pictures import Pictures, Shape, picture_trouble
from mspseat_desktop.ui.widgets import LinkButton, PlainLabel, paint_avatar

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

WHOLE = QSize(176, 64)
SIDE = 64
_ENDINGS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"


class PictureField(QWidget):
    """A picture to choose or take out; `chosen` carries its hash, empty when taken out.

    The picture is in the client's file by then; the edit that names it is the listener's. `shape`
    is "round" for a person, "square" for a provider, "whole" for a logo; `letters` stand in for a
    face that is missing.
    """

    chosen = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        name: str,
        *,
        shape: Shape = "whole",
        letters: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._name = name
        self._picture = BlobHash("")
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self.frame = _Frame(Pictures.of(bridge), theme, shape=shape, letters=letters, parent=self)
        self.choose = LinkButton(theme, _("Choose a picture…"))
        self.choose.clicked.connect(self._ask)
        self.take_out = LinkButton(theme, _("Take out"))
        self.take_out.clicked.connect(self._take_out)
        self.trouble = PlainLabel(tone="no", wrap=True)
        self.trouble.hide()
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch(1)
        buttons.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.take_out, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.frame)
        row.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self.show_picture(BlobHash(""))

    @property
    def picture(self) -> BlobHash:
        """The hash of the picture on show, empty without one."""
        return self._picture

    def show_picture(self, name: BlobHash) -> None:
        """Show the picture of that hash, or none. Sends nothing."""
        self._picture = name
        self.frame.show_picture(name)
        self.take_out.setVisible(bool(name))
        self.setAccessibleDescription(_("One is chosen.") if name else _("None is chosen."))
        self.choose.setAccessibleName(_("Choose: {what}").replace("{what}", self._name))
        self.take_out.setAccessibleName(_("Take out: {what}").replace("{what}", self._name))

    def show_letters(self, letters: str, *, shape: Shape) -> None:
        """Change what stands in for a missing face, and its shape."""
        self.frame.show_letters(letters, shape=shape)

    def take(self, source: Path | bytes) -> None:
        """Keep the picture and tell its hash, or say below why it can not be taken."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            name = self._bridge.keep_picture(source)
        except (ImportProblem, FileProblem) as problem:
            self._say(picture_trouble(problem))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._say("")
        self._set(name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file or one picture."""
        if _has_picture(event.mimeData()):
            accept_copy(event)
            self.frame.set_hot(hot=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Forget about it."""
        self.frame.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep what was dropped."""
        self.frame.set_hot(hot=False)
        accept_copy(event)
        source = _source(event.mimeData())
        if source is not None:
            self.take(source)

    def _ask(self) -> None:
        ask_open(self, title=self._name, pattern=_("Pictures") + f" ({_ENDINGS})", then=self.take)

    def _take_out(self) -> None:
        self._say("")
        self.choose.setFocus()
        self._set(BlobHash(""))

    def _set(self, name: BlobHash) -> None:
        if name != self._picture:
            self.show_picture(name)
            self.chosen.emit(name)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))


class _Frame(QWidget):
    """The picture itself, or the place for one."""

    def __init__(
        self, pictures: Pictures, theme: Theme, *, shape: Shape, letters: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._theme = theme
        self._shape: Shape = shape
        self._letters = letters
        self._name = BlobHash("")
        self._is_hot = False
        self.setFixedSize(WHOLE if shape == "whole" else QSize(SIDE, SIDE))
        theme.changed.connect(self.update)

    def show_picture(self, name: BlobHash) -> None:
        self._name = name
        self.update()

    def show_letters(self, letters: str, *, shape: Shape) -> None:
        self._letters, self._shape = letters, shape
        self.update()

    def set_hot(self, *, hot: bool) -> None:
        self._is_hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, ratio = self.size(), self.devicePixelRatioF()
        inset = 8 if self._shape == "whole" else 0
        inner = room.shrunkBy(self.contentsMargins()) - QSize(inset * 2, inset * 2)
        pixmap = self._pictures.pixmap(self._name, self._shape, inner, ratio=ratio)
        if self._shape == "whole":
            self._paint_ground(painter, filled=not pixmap.isNull())
        if not pixmap.isNull():
            shown = pixmap.deviceIndependentSize()
            left, top = (room.width() - shown.width()) / 2, (room.height() - shown.height()) / 2
            painter.drawPixmap(
                QRectF(left, top, shown.width(), shown.height()), pixmap, QRectF(pixmap.rect())
            )
        elif self._shape == "whole":
            painter.setPen(self._theme.color("muted"))
            painter.setFont(self._theme.font(12))
            words = _("Drop a picture here")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        else:
            provider = self._shape == "square"
            rect = QRectF(self.rect())
            paint_avatar(painter, rect, self._letters, provider=provider, theme=self._theme)
        if self._is_hot and self._shape != "whole":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_ground(self, painter: QPainter, *, filled: bool) -> None:
        """Draw white paper for a logo, which was made for it, or a dashed place for one."""
        dashed = Qt.PenStyle.SolidLine if filled else Qt.PenStyle.DashLine
        line = self._theme.color("accent" if self._is_hot else "link")
        painter.setPen(QPen(line, 2 if self._is_hot else 1, dashed))
        painter.setBrush(Qt.GlobalColor.white if filled else self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _has_picture(data: QMimeData) -> bool:
    return data.hasImage() or len(data.urls()) == 1


def _source(data: QMimeData) -> Path | bytes | None:
    """Return the dropped file, else the dropped picture as the bytes of a PNG."""
    if len(data.urls()) == 1 and data.urls()[0].isLocalFile():
        return Path(data.urls()[0].toLocalFile())
    image = data.imageData()
    if not isinstance(image, QImage):
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())
