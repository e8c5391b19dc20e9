"""The process that decodes a foreign picture: bytes on standard input, a small clean one out.

It runs alone, with limits on memory and time of its own, and is started as a file: nothing but
the standard library and Pillow may be imported here. The first line that it writes is the format
or a code of ImportProblem with its values; the new bytes follow.
"""

from __future__ import annotations

import io
import sys
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from typing import BinaryIO

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
MOST_PIXELS = 64_000_000
"""Above every camera that people carry, and decoded within the memory below."""
MOST_MEMORY = 1536 * 1024 * 1024
MOST_SECONDS = 20
LONGEST_SIDE = 1024
LARGEST_PNG = 1_500_000
"""Bytes above which a picture that nothing shows through becomes a JPEG."""
_QUALITY = 88


class Unreadable(Exception):  # noqa: N818 - the picture is at fault, not the program
    """A picture that is not taken; the text is a code and its values."""


def clean(source: BinaryIO) -> tuple[str, bytes]:
    """Return PNG or JPEG and the bytes of the first picture, upright, small, without metadata."""
    try:
        with Image.open(source, formats=FORMATS) as picture:
            return _clean(picture)
    except UnidentifiedImageError as error:
        raise Unreadable("picture_kind") from error
    except MemoryError as error:
        raise Unreadable("picture_slow") from error
    except Unreadable:
        raise
    except Exception as error:  # Pillow lets errors of every kind out of a damaged file
        raise Unreadable("picture_broken") from error


def _clean(picture: Image.Image) -> tuple[str, bytes]:
    wide, high = picture.size
    if wide * high > MOST_PIXELS:
        raise Unreadable(f"picture_pixels {wide} {high}")
    was_jpeg = picture.format == "JPEG"
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    small = _plain(picture)
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    upright = ImageOps.exif_transpose(small)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    jpeg = was_jpeg and bare.mode == "RGB"
    content = _encoded(bare, "JPEG" if jpeg else "PNG")
    if not jpeg and bare.mode == "RGB" and len(content) > LARGEST_PNG:
        jpeg, content = True, _encoded(bare, "JPEG")
    return ("JPEG" if jpeg else "PNG"), content


def _plain(picture: Image.Image) -> Image.Image:
    """Return the picture as RGB, or as RGBA where something shows through."""
    if picture.mode.startswith(("I", "F")):  # 16 bits of grey
        return picture.convert("F").point(lambda value: value / 256).convert("L").convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _encoded(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "JPEG":
        picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _limit() -> None:
    """Take memory and time from this process that no honest picture needs."""
    if sys.platform == "win32":  # there the parent's clock is the limit
        return
    import resource  # noqa: PLC0415 - POSIX only

    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # a system that does not let it be limited
            continue


def main() -> int:
    """Read the picture from standard input and write what became of it."""
    _limit()
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, with a sentence of its own
    try:
        kind, content = clean(io.BytesIO(sys.stdin.buffer.read()))
    except Unreadable as problem:
        kind, content = str(problem), b""
    sys.stdout.buffer.write(kind.encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
