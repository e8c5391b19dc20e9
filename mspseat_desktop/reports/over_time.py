"""The section "Over time" of a seat review: its last reviews side by side, what changed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import KeepTogether

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.over_time import stages_of
from mspseat_desktop.language import _
from mspseat_desktop.reports.chips import Chip
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.tables import Cell, section, table
from mspseat_desktop.reports.words import NONE, answer_chip
from mspseat_desktop.wording.outcomes import finished_headline_text, letter_name
from mspseat_desktop.wording.rounds import because_text, values_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.over_time import Stage
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.style import ToneName
    from mspseat_desktop.reports.text import Typesetter

_BARS: Final[dict[str, ToneName]] = {"over": "yes", "below": "partly"}


def over_time(setter: Typesetter, sheet: Sheet, manner: Manner, *, room: float) -> list[Flowable]:
    """Return the last reviews of the same occupant in the seat; nothing before the second."""
    if not sheet.earlier or (len(sheet.earlier) < 2 and sheet.review is not None):
        return []
    stages = stages_of(sheet.earlier)
    dates = (setter.paragraphs(manner.dates(s.review.on), "label", centred=True) for s in stages)
    rows: list[list[Cell]] = [
        [letter_name(letter), *(answer_chip("call", s.calls[letter], centred=True) for s in stages)]
        for letter in LETTERS
    ]
    rows += _row(_("Core values"), stages, _values)
    rows += _row(_("Metrics on target"), stages, _metrics)
    headlines = (
        setter.paragraphs(finished_headline_text(s.review), "small", centred=True) for s in stages
    )
    rows.append([_("Outcome"), *headlines])
    widths = [85.0, *([105.0] * len(stages))]
    content = [table(setter, ["", *dates], rows, widths=widths, room=room)]
    newest = stages[-1]
    if newest.earlier is not None:
        words = because_text(newest, since=manner.dates(newest.earlier.on))
        content += [Gap(4), *setter.paragraphs(words, "second")]
    # What changed stays with the table that it is about.
    return [KeepTogether(section(setter, _("Over time"), *content))]


def _row(
    title: str, stages: Sequence[Stage], cell: Callable[[Stage], Chip | None]
) -> list[list[Cell]]:
    """Return one row, or none when no review has anything to say in it."""
    cells = [cell(stage) for stage in stages]
    if not any(cells):
        return []
    return [[title, *(found or Chip(NONE, "unanswered", align="CENTER") for found in cells)]]


def _values(stage: Stage) -> Chip | None:
    given = stage.ratings
    count = given.plus + given.half + given.minus + given.unrated
    tone = _BARS.get(stage.bar, "unanswered")
    return Chip(values_mark(given.plus, count), tone, align="CENTER") if count else None


def _metrics(stage: Stage) -> Chip | None:
    if not stage.measured:
        return None
    words = _("%(good)d of %(count)d") % {"good": stage.on_target, "count": stage.measured}
    tone: ToneName = "yes" if stage.on_target == stage.measured else "partly"
    return Chip(words, tone, align="CENTER")
