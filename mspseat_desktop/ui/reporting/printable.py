"""What can be printed: a title, a file's name, and how its pages are made when they are wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from mspseat_desktop.domain.vocabulary import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.vocabulary import ReviewId, SheetPaper


@dataclass(frozen=True, slots=True)
class Options:
    """What whoever prints may choose; `turned` lets each page stand or lie as it shows more."""

    paper: SheetPaper = "A4"
    with_ratings: bool = True
    turned: bool = False

    @property
    def usual_paper(self) -> Paper:
        """The paper for a report: only charts are set for larger ones."""
        return "Letter" if self.paper == "Letter" else "A4"


@dataclass(frozen=True, slots=True)
class Prepared:
    """Finished pages as a PDF.

    `missing` counts the different characters that no bundled font has; `smallest_type` is the
    size in points of the smallest letters where these can not be read, else None, and
    `larger_paper` one on which they could. `useless_ways` are those in which they could not either.
    """

    pdf: bytes
    pages: int
    missing: int = 0
    smallest_type: float | None = None
    larger_paper: SheetPaper | None = None
    useless_ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """In which ways something goes on paper: which it is now, all with their words, and each."""

    now: str
    words: tuple[tuple[str, str], ...]
    printable: Callable[[str], Printable]


@dataclass(frozen=True, slots=True)
class Printable:
    """One thing to preview, save and print.

    `make` runs in a thread of its own, on the snapshot of the moment in which this was asked for.
    `reviews` are the finished reviews in it, to be sealed once it has left the program.
    `asks_ratings` offers the choice to leave ratings out; `is_veiled` keeps pages with ratings off
    the screen until they are asked for. `papers` are offered; `asks_turned` offers to turn pages.
    """

    title: str
    file_name: str
    make: Callable[[Options], Prepared]
    reviews: tuple[ReviewId, ...] = ()
    start: Options = field(default_factory=Options)
    asks_ratings: bool = False
    is_veiled: bool = False
    papers: tuple[SheetPaper, ...] = get_args(Paper)
    ways: Ways | None = None
    asks_turned: bool = False
