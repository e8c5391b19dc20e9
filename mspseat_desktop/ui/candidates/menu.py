"""What can be done with one candidate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.menus import add_step

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.domain.vocabulary import CandidateId
    from mspseat_desktop.ui.candidates.dialog import CandidatesDialog


def fill_menu(menu: QMenu, dialog: CandidatesDialog, candidate: CandidateId) -> None:
    """Fill the menu with what the comparison allows now; a decided one allows no change."""
    columns = dialog.table.columns if dialog.table is not None else ()
    names = [column.candidate.id for column in columns]
    if candidate not in names:
        return
    who, parts = columns[names.index(candidate)].occupant, dialog.parts
    if not parts.review.isHidden():
        add_step(menu, _("Review…"), partial(dialog.review, candidate), keys=_("Enter"))
    if not parts.choose.isHidden():
        add_step(menu, _("Choose…"), partial(dialog.choose, candidate))
    add_step(menu, _("Open in People"), partial(dialog.people_wanted.emit, who.id))
    if parts.add.isHidden():
        return
    menu.addSeparator()
    if names[0] != candidate:
        step = partial(dialog.move_candidate, candidate, -1)
        add_step(menu, _("Move left"), step, keys=_("Alt+Left"))
    if names[-1] != candidate:
        step = partial(dialog.move_candidate, candidate, 1)
        add_step(menu, _("Move right"), step, keys=_("Alt+Right"))
    out = partial(dialog.take_out, candidate, name=who.name)
    add_step(menu, _("Take out of the comparison"), out)
