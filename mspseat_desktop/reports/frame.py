"""The page around every report: header, footer, page numbers, outline; and the finished PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from mspseat_desktop.language import _
from mspseat_desktop.reports.emblems import draw_emblem, emblem_of
from mspseat_desktop.reports.lines import draw_line, elided, width
from mspseat_desktop.reports.style import MARGIN, REGULAR, color, page_size, register_fonts
from mspseat_desktop.reports.text import Typesetter
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.reports.emblems import Emblem
    from mspseat_desktop.reports.manner import Manner

SIZE = 7.5
HEAD, FOOT = 34.0, 44.0
_APART = " · "
_BESIDE = 8.0
"""Points between a picture in the head and the words beside it."""
_MIDDLE = 0.36
"""How far above the line, in sizes of the type, the middle of its letters is."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF; `missing` counts the different characters that no bundled font has."""

    pdf: bytes
    pages: int
    missing: int


@dataclass(slots=True)
class Surround:
    """What header and footer say on a page of `size` points; the footer's middle may change.

    `margin` is the room in points that is left at both sides; `first` the number of the first page
    where this is a part of something larger.
    """

    size: tuple[float, float]
    client: str
    prepared_by: str
    middle: str = ""
    pages: int = 0
    margin: float = MARGIN
    logo: Emblem | None = None
    mark: Emblem | None = None
    first: int = 1

    @property
    def room(self) -> float:
        """The width in points between the margins."""
        return self.size[0] - 2 * self.margin


class Chapter(Flowable):
    """Stands at the top of a page: sets the footer from here on and an entry in the outline."""

    def __init__(self, surround: Surround, middle: str = "", *, entry: str = "") -> None:
        super().__init__()
        self._surround = surround
        self._middle = middle
        self._entry = entry

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (its names)
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Set footer and outline."""
        self._surround.middle = self._middle
        if self._entry:
            key = f"page-{self.canv.getPageNumber()}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(self._entry, key, 0)


def print_pages(
    story: Callable[[Typesetter, Surround], list[Flowable]],
    profile: Profile,
    *,
    title: str,
    manner: Manner,
    wide: bool = False,
    scale: float = 1.0,
    followed_by: int = 0,
) -> Printed:
    """Return the story set on pages of the client's paper, `title` as the document's title.

    The pages lie when `wide`; `scale` makes what stands between head and foot smaller, and its
    room larger, by that factor. The story is called twice unless one page is all: the first run
    finds how many pages there are, with those of another document that it is `followed_by`. It is
    told in the client's own words.
    """
    with in_words_of(profile):
        once = partial(
            _print_once, story, profile, title=title, manner=manner, wide=wide, scale=scale
        )
        printed = once(pages=1)
        pages = printed.pages + followed_by
        return printed if pages == 1 else once(pages=pages)


def _print_once(
    story: Callable[[Typesetter, Surround], list[Flowable]],
    profile: Profile,
    *,
    title: str,
    manner: Manner,
    wide: bool,
    scale: float,
    pages: int,
) -> Printed:
    register_fonts()
    setter = Typesetter()
    across, up = page_size(profile.paper, wide=wide)
    surround = surround_of(profile, setter, size=(across, up), pages=pages, manner=manner)
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=(across, up),
        title=setter.safe(title),
        author=surround.prepared_by or surround.client,
        creator="MSP Seat Desktop",
        lang=manner.lang,
        invariant=manner.repeatable,
        initialFontName=REGULAR,
        displayDocTitle=True,
    )
    left, low = MARGIN / scale, (FOOT + 12) / scale
    room, height = (across - 2 * MARGIN) / scale, (up - HEAD - FOOT - 30) / scale
    frame = Frame(left, low, room, height, 0, 0, 0, 0, id="page")

    def begin(canvas: Canvas, _document: object) -> None:
        canvas.saveState()
        canvas.scale(scale, scale)

    def finish(canvas: Canvas, _document: object) -> None:
        canvas.restoreState()
        draw_header(canvas, surround)
        draw_footer(canvas, surround)

    document.addPageTemplates([PageTemplate("page", [frame], onPage=begin, onPageEnd=finish)])
    document.build(story(setter, surround))
    return Printed(out.getvalue(), document.page, setter.missing)


def surround_of(
    profile: Profile,
    setter: Typesetter,
    *,
    size: tuple[float, float],
    pages: int,
    manner: Manner,
) -> Surround:
    """Return header and footer for pages of this client."""
    prepared_by = setter.safe(profile.firm or profile.adviser)
    return Surround(
        size,
        setter.safe(profile.name),
        prepared_by,
        pages=pages,
        logo=emblem_of(manner.pictures.get(profile.logo)),
        mark=emblem_of(manner.pictures.get(profile.mark)),
    )


def draw_header(canvas: Canvas, surround: Surround) -> None:
    """Draw logo and name of the client at the left, seal and the adviser's mark at the right."""
    (across, up), margin = surround.size, surround.margin
    y = up - HEAD
    left, right = margin, across - margin
    middle = y + SIZE * _MIDDLE
    if surround.logo is not None:
        draw_emblem(canvas, surround.logo, x=left, middle=middle)
        left += surround.logo.wide + _BESIDE
    if surround.mark is not None:
        right -= surround.mark.wide
        draw_emblem(canvas, surround.mark, x=right, middle=middle)
        right -= _BESIDE
    canvas.setFillColor(color("muted"))
    seal = _("Confidential")
    right -= width(seal, REGULAR, SIZE)
    draw_line(canvas, seal, x=right, y=y, font=REGULAR, size=SIZE)
    chart = _("Accountability chart")
    room = right - left - 20 - width(_APART + chart, REGULAR, SIZE)
    name = elided(surround.client, REGULAR, SIZE, room=room)
    words = _APART.join(part for part in (name, chart) if part)
    draw_line(canvas, words, x=left, y=y, font=REGULAR, size=SIZE)


def draw_footer(canvas: Canvas, surround: Surround) -> None:
    """Draw who prepared it, next review and record above, and the trademark line with the page."""
    across, margin = surround.size[0], surround.margin
    canvas.setStrokeColor(color("line"))
    canvas.setLineWidth(0.5)
    canvas.line(margin, FOOT, across - margin, FOOT)
    canvas.setFillColor(color("muted"))
    page = _("Page %(page)d of %(pages)d") % {
        "page": surround.first - 1 + canvas.getPageNumber(),
        "pages": surround.pages,
    }
    right = across - margin - width(page, REGULAR, SIZE)
    draw_line(canvas, page, x=right, y=FOOT - 12, font=REGULAR, size=SIZE)
    line = _("Not affiliated with or endorsed by EOS Worldwide")
    draw_line(canvas, line, x=margin, y=FOOT - 22, font=REGULAR, size=SIZE)
    room = right - margin - 20
    middle = elided(surround.middle, REGULAR, SIZE, room=room * 0.7)
    prepared = ""
    if surround.prepared_by:
        room -= width(_APART + middle, REGULAR, SIZE) if middle else 0.0
        words = _("Prepared by %(firm)s") % {"firm": surround.prepared_by}
        prepared = elided(words, REGULAR, SIZE, room=room)
    left = _APART.join(part for part in (prepared, middle) if part)
    draw_line(canvas, left, x=margin, y=FOOT - 12, font=REGULAR, size=SIZE)
