"""What we call of pypdfium2 5: open a PDF, count, measure and render its pages, read its text."""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from PIL.Image import Image
from pypdfium2 import raw as raw

class PdfiumError(RuntimeError):
    """PDFium refused; `err_code` is one of its FPDF_ERR numbers where it gave one."""

    err_code: int | None
    def __init__(self, msg: str, err_code: int | None = ...) -> None: ...

class PdfBitmap:
    """A rendered page; `buffer` holds `height * stride` bytes in the channel order `mode`."""

    raw: object
    buffer: ctypes.Array[ctypes.c_ubyte]
    width: int
    height: int
    stride: int
    format: int
    rev_byteorder: bool
    n_channels: int
    mode: str
    def to_pil(self) -> Image: ...
    def close(self) -> None: ...

class PdfTextPage:
    """The text of one page; indices count its characters."""

    raw: object
    page: PdfPage
    def get_text_bounded(
        self,
        left: float | None = ...,
        bottom: float | None = ...,
        right: float | None = ...,
        top: float | None = ...,
        errors: str = ...,
    ) -> str: ...
    def get_text_range(self, index: int = ..., count: int = ..., errors: str = ...) -> str: ...
    def count_chars(self) -> int: ...
    def count_rects(self, index: int = ..., count: int = ...) -> int: ...
    def get_charbox(self, index: int, loose: bool = ...) -> tuple[float, float, float, float]: ...
    def get_rect(self, index: int) -> tuple[float, float, float, float]: ...
    def close(self) -> None: ...

class PdfPage:
    """One page; sizes and boxes in points, boxes as left, bottom, right, top."""

    raw: object
    pdf: PdfDocument
    formenv: PdfFormEnv | None
    def get_width(self) -> float: ...
    def get_height(self) -> float: ...
    def get_size(self) -> tuple[float, float]: ...
    def get_rotation(self) -> int: ...
    def get_mediabox(self, fallback_ok: bool = ...) -> tuple[float, float, float, float]: ...
    def get_textpage(self) -> PdfTextPage: ...
    def render(
        self,
        scale: float = ...,
        rotation: Literal[0, 90, 180, 270] = ...,
        crop: tuple[float, float, float, float] = ...,
        may_draw_forms: bool = ...,
        *,
        fill_color: tuple[int, int, int, int] = ...,
        grayscale: bool = ...,
        optimize_mode: Literal["lcd", "print"] | None = ...,
        draw_annots: bool = ...,
        rev_byteorder: bool = ...,
        prefer_bgrx: bool = ...,
        maybe_alpha: bool = ...,
        force_bitmap_format: int | None = ...,
        limit_image_cache: bool = ...,
    ) -> PdfBitmap: ...
    def close(self) -> None: ...

class PdfFormEnv:
    """The fill-in fields of a document, once `init_forms` was called."""

    raw: object

class PdfDocument:
    """An open PDF; `init_forms` belongs right after opening, before any page is taken."""

    raw: object
    formenv: PdfFormEnv | None
    def __init__(
        self,
        input: str | Path | bytes | bytearray | memoryview | IO[bytes],  # noqa: A002 (its name)
        password: str | bytes | None = ...,
        autoclose: bool = ...,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[PdfPage]: ...
    def __getitem__(self, i: int) -> PdfPage: ...
    def init_forms(self, config: object = ...) -> None: ...
    def get_page(self, index: int) -> PdfPage: ...
    def get_page_size(self, index: int) -> tuple[float, float]: ...
    def get_metadata_value(self, key: str) -> str: ...
    def get_metadata_dict(self, skip_empty: bool = ...) -> dict[str, str]: ...
    def get_version(self) -> int | None: ...
    def is_tagged(self) -> bool: ...
    def close(self) -> None: ...
