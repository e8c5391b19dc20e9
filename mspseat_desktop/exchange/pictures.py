"""Pictures from outside: made small, upright and bare of metadata, in a process that can be ended.

A decoder is the part of a program that a made-up file attacks, and a few kilobytes can keep it
busy for hours; so no foreign picture is decoded in this process.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.source_file import source_bytes

LARGEST_SOURCE = 40 * 1024 * 1024
"""Bytes of a picture that is still read."""
LONGEST_SECONDS = 15.0
BUNDLED_FLAG = "--read-picture"
"""What tells the bundled program that it is started to decode a picture."""


def clean_picture(source: Path | bytes, *, seconds: float = LONGEST_SECONDS) -> bytes:
    """Return the picture as a PNG or JPEG of at most 1024 pixels on its long side.

    It is the first one of an animation, turned as the camera was held, without metadata. Raises
    ImportProblem: those of `source_bytes`, `picture_kind` (not PNG, JPEG, WebP, GIF or BMP),
    `picture_large`, `picture_pixels`, `picture_broken`, `picture_slow`.
    """
    data = source if isinstance(source, bytes) else source_bytes(source, largest=LARGEST_SOURCE)
    if len(data) > LARGEST_SOURCE:
        raise ImportProblem("picture_large", megabytes=str(LARGEST_SOURCE // 1024 // 1024))
    try:
        done = subprocess.run(  # noqa: S603 - this program itself, no shell
            _command(),
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ImportProblem("picture_slow") from error
    except OSError as error:  # no process is to be had: out of memory, or forbidden here
        raise ImportProblem("picture_slow") from error
    head, _end, content = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head:  # ended by its limits, or by the file
        raise ImportProblem("picture_slow")
    if not content:
        code, *values = head.decode().split()
        raise ImportProblem(code, **dict(zip(("wide", "high"), values, strict=False)))
    return content


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # The one of the two programs that always has a standard input and output.
        own = Path(sys.executable)
        return [str(own.with_name("mspseat" + own.suffix)), BUNDLED_FLAG]
    return [sys.executable, "-P", str(Path(__file__).with_name("picture_child.py"))]
