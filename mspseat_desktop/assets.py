"""Finds the files that come with the program: fonts, icons, question banks, translations."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("icons", "plus.svg")`.

    Works in a checkout, in an installed wheel and in a bundled program; the path need not exist.
    """
    return _shipped_files().joinpath(*parts)


@cache
def _shipped_files() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "_resources"  # where a wheel and a bundle carry them
    return inside if inside.is_dir() else package.parent / "resources"
