"""What can be printed: a title, a file's name, and how its pages are made when they are wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import Paper, ReviewId


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever prints may choose."""

    paper: Paper = "A4"
    with_ratings: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """Finished pages as a PDF.

    `missing` counts the different characters that no bundled font has; `smallest_type` is the
    size in points of the smallest letters where the pages were made smaller to fit, else None.
    """

    pdf: bytes
    pages: int
    missing: int = 0
    smallest_type: float | None = None


@dataclass(frozen=True, slots=True)
class Printable:
    """One thing to preview, save and print.

    `make` runs in a thread of its own, on the snapshot of the moment in which this was asked for.
    `reviews` are the finished reviews in it, to be sealed once it has left the program.
    `asks_ratings` offers the choice to leave ratings out; `is_veiled` keeps pages with ratings off
    the screen until they are asked for.
    """

    title: str
    file_name: str
    make: Callable[[Options], Prepared]
    reviews: tuple[ReviewId, ...] = ()
    start: Options = field(default_factory=Options)
    asks_ratings: bool = False
    is_veiled: bool = False
