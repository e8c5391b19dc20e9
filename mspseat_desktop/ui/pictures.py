"""The client's pictures as pixmaps: read once from the file, cut to shape, kept within a budget."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.wording import imports, problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.domain.vocabulary import BlobHash
    from mspseat_desktop.storage.problems import FileProblem
    from mspseat_desktop.ui.bridge import Bridge

Shape: TypeAlias = Literal["round", "square", "whole"]
"""A disc for a person, a rounded square for a provider, or the whole picture."""

BUDGET = 24 * 1024 * 1024
"""Bytes of pixels that are kept for the next painting."""
FACE = 160
"""Pixels of a face that is kept to make smaller ones of."""
MOST_FACES = 250
_CORNER = 0.22
_FILLING: dict[Shape, float] = {"round": 4.0, "square": 1.45, "whole": 0.0}
"""How many times as long as wide a picture may be to fill its shape, and lose its edges."""
_Key: TypeAlias = "tuple[BlobHash, Shape, int, int]"


class Pictures(QObject):
    """Pixmaps of one open client, by hash, shape and size; `came` says that one was loaded."""

    came = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._faces: OrderedDict[BlobHash, QImage] = OrderedDict()
        self._wanted: OrderedDict[_Key, float] = OrderedDict()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._load_one)

    @classmethod
    def of(cls, bridge: Bridge) -> Pictures:
        """Return the pictures of the client that is open on the bridge."""
        known = bridge.findChild(cls)
        return known if isinstance(known, cls) else cls(bridge)

    def pixmap(
        self, name: BlobHash, shape: Shape, room: QSize, *, ratio: float, soon: bool = False
    ) -> QPixmap:
        """Return the picture that fills the shape, or lies whole within `room`; null without one.

        `room` is in device-independent pixels, `ratio` the screen's. With `soon` one that is not
        at hand is loaded while nothing else happens, and told by `came`.
        """
        wide, high = round(room.width() * ratio), round(room.height() * ratio)
        key: _Key = (name, shape, wide, high)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        if not name or min(wide, high) < 1:
            return QPixmap()
        if soon:
            self._wanted[key] = ratio
            self._soon.start(0)
            return QPixmap()
        return self._load(key, ratio)

    def face(self, name: BlobHash, side: int, *, provider: bool, ratio: float) -> QPixmap:
        """Return a portrait cut as an avatar, null without one."""
        shape: Shape = "square" if provider else "round"
        return self.pixmap(name, shape, QSize(side, side), ratio=ratio)

    def maker(self, occupant: Occupant) -> Callable[[int, float], QPixmap] | None:
        """Return what gives the occupant's face for a side and a ratio, None without a picture."""
        name, provider = occupant.portrait, occupant.kind == "provider"
        if not name:
            return None
        return lambda side, ratio: self.face(name, side, provider=provider, ratio=ratio)

    def _load_one(self) -> None:
        if self._wanted:
            key, ratio = self._wanted.popitem(last=False)
            self._load(key, ratio)
            self.came.emit(key[0])
        if self._wanted:
            self._soon.start(0)

    def _load(self, key: _Key, ratio: float) -> QPixmap:
        name, shape, wide, high = key
        room = QSize(wide, high)
        if shape == "whole" or max(wide, high) > FACE:
            image = image_of(self._bridge.picture(name) or b"", room, shape)
        else:
            image = self._face(name)
            if not image.isNull():
                smooth = Qt.TransformationMode.SmoothTransformation
                image = image.scaled(room, _way(image.size(), shape), smooth)
        pixmap = QPixmap.fromImage(_cut(image, QSize(wide, high), shape))
        pixmap.setDevicePixelRatio(ratio)
        self._kept[key] = pixmap
        self._bytes += _bytes_of(pixmap)
        while self._bytes > BUDGET and len(self._kept) > 1:
            self._bytes -= _bytes_of(self._kept.popitem(last=False)[1])
        return pixmap

    def _face(self, name: BlobHash) -> QImage:
        """Return a face of FACE pixels, of which all smaller ones are made: zooming asks often."""
        known = self._faces.get(name)
        if known is None:
            content = self._bridge.picture(name) or b""
            known = self._faces[name] = image_of(content, QSize(FACE, FACE), "round")
            if len(self._faces) > MOST_FACES:
                self._faces.popitem(last=False)
        self._faces.move_to_end(name)
        return known


def image_of(content: bytes, room: QSize, shape: Shape) -> QImage:
    """Return the PNG or JPEG scaled to fill the room or to lie within it; null without bytes.

    A face fills it, and so does a provider's picture that is nearly square; a logo stays whole.
    """
    if not content:
        return QImage()
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png" if content.startswith(b"\x89PNG") else b"jpeg")
    size = reader.size()
    if not size.isValid():
        return QImage()
    reader.setScaledSize(size.scaled(room, _way(size, shape)).expandedTo(QSize(1, 1)))
    return reader.read()


def _way(size: QSize, shape: Shape) -> Qt.AspectRatioMode:
    longer, shorter = max(size.width(), size.height()), min(size.width(), size.height())
    if longer <= _FILLING[shape] * shorter:
        return Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return Qt.AspectRatioMode.KeepAspectRatio


def picture_trouble(problem: ImportProblem | FileProblem) -> str:
    """Return the sentence for a picture that was not taken, for the field it was meant for."""
    if isinstance(problem, ImportProblem):
        return imports.problem_text(problem.code, problem.params)
    return problems.problem_text(problem.code, problem.params)


def _cut(image: QImage, room: QSize, shape: Shape) -> QImage:
    if image.isNull() or shape == "whole":
        return image
    cut = QImage(room, QImage.Format.Format_ARGB32_Premultiplied)
    cut.fill(Qt.GlobalColor.transparent)
    outline = QPainterPath()
    rect = QRectF(0, 0, room.width(), room.height())
    if shape == "round":
        outline.addEllipse(rect)
    else:
        radius = rect.height() * _CORNER
        outline.addRoundedRect(rect, radius, radius)
    painter = QPainter(cut)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(outline)
    left, top = (room.width() - image.width()) // 2, (room.height() - image.height()) // 2
    painter.fillRect(rect, Qt.GlobalColor.white)
    painter.drawImage(left, top, image)
    painter.end()
    return cut


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
