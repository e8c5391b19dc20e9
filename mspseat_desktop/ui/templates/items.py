"""The templates as lines to pick from: one's own first, then the shipped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.templates import templates
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.widgets import PickerItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.content.my_templates import Shelf
    from mspseat_desktop.content.templates import SeatTemplate
    from mspseat_desktop.domain.vocabulary import Wording


def template_items(shelf: Shelf, wording: Wording) -> list[PickerItem]:
    """Return what a seat can be made from; the id of an item is the branch of its templates."""
    own = [
        PickerItem(t.seats, t.name, f"{_('My template')} · {contents(t.seats)}", "star")
        for t in shelf.templates
    ]
    shipped = [PickerItem((t,), t.title, contents((t,)), "armchair") for t in templates(wording)]
    return [*own, *shipped]


def contents(branch: Sequence[SeatTemplate]) -> str:
    """Return what the templates bring: "5 responsibilities, 4 metrics", with seats if several."""
    seats = len(branch)
    lines = sum(len(t.responsibilities) for t in branch)
    numbers = sum(len(t.metrics) for t in branch)
    words = [
        ngettext("{n} responsibility", "{n} responsibilities", lines).replace("{n}", str(lines)),
        ngettext("{n} metric", "{n} metrics", numbers).replace("{n}", str(numbers)),
    ]
    asked = sum(1 for t in branch for q in t.questions if q.words)
    if asked:
        own = ngettext("{n} question of its own", "{n} questions of its own", asked)
        words.append(own.replace("{n}", str(asked)))
    if seats > 1:
        words.insert(0, ngettext("{n} seat", "{n} seats", seats).replace("{n}", str(seats)))
    return ", ".join(words)
