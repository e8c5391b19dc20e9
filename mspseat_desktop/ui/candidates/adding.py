"""Adding candidates: known names and new ones, several at once when parted by semicolons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mspseat_desktop.domain.edits.candidates import add_candidate, start_comparison
from mspseat_desktop.domain.edits.people import add_occupant
from mspseat_desktop.domain.people import name_key
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import Candidate
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import (
    CandidateId,
    ComparisonId,
    OccupantId,
)
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.seat_panel.list_button import ListButton
from mspseat_desktop.ui.seat_panel.occupant_list import NewOccupant, OccupantList, icon_of
from mspseat_desktop.ui.widgets import PickerItem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import OccupantKind, SeatId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme
    from mspseat_desktop.ui.widgets import PickerList


@dataclass(frozen=True, slots=True)
class Several:
    """What is picked when several names were typed at once; `kind` is that of new ones."""

    names: tuple[str, ...]
    kind: OccupantKind


class Known(tuple[str, ...]):
    """What is picked when several of known ids come in at once."""

    __slots__ = ()


class CandidateList(OccupantList):
    """The list of people and providers; "A; B; C" offers to add all of them, as either."""

    def _offered(self, name: str, found: list[PickerItem]) -> list[PickerItem]:
        names = several_names(name)
        if len(names) < 2:
            return super()._offered(name, found)
        known = {name_key(item.title) for item in self._items}
        if known.issuperset(map(name_key, names)):
            words = ngettext("Add {n} candidate", "Add {n} candidates", len(names))
            return [_all_of(names, self._kinds[0], words, "users")]
        ways = {
            "person": _("Add {n}, new names as people"),
            "provider": _("Add {n}, new names as providers"),
        }
        return [_all_of(names, kind, ways[kind], icon_of(kind)) for kind in self._kinds]


def _all_of(names: tuple[str, ...], kind: OccupantKind, words: str, icon: str) -> PickerItem:
    words = words.replace("{n}", str(len(names)))
    return PickerItem(Several(names, kind), words, ", ".join(names), icon)


class AddCandidate(ListButton):
    """Opens the list; a letter typed on the button opens it too."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        items: Callable[[], Sequence[PickerItem]],
        first: Callable[[], OccupantKind],
    ) -> None:
        super().__init__(theme, _("Add a candidate"), parent, items=items, icon="user-plus")
        self._first = first

    def make_list(self) -> PickerList:
        """Return the list of people and providers."""
        return CandidateList(
            self._list_theme,
            self.caption,
            self,
            items=self._list_items(),
            first=self._first(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the letter typed."""
        spoilt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        typed = "" if event.modifiers() & spoilt else event.text()
        if typed.strip() and typed.isprintable():
            self.open_list().search.setText(typed)
        else:
            super().keyPressEvent(event)


def several_names(typed: str) -> tuple[str, ...]:
    """Return the names in a line, parted by semicolons; each once."""
    found: dict[str, str] = {}
    for part in typed.split(";"):
        name = " ".join(part.split())
        if name:
            found.setdefault(name_key(name), name)
    return tuple(found.values())


def likely_kind(bridge: Bridge, seat: SeatId) -> OccupantKind:
    """Return whom the seat is most likely for: as it is meant, or as its holder is."""
    client = bridge.client
    holder = client.accountable(seat)
    if client.seat(seat).meant_for:
        return "provider" if client.seat(seat).meant_for == "provider" else "person"
    if holder is not None:
        return holder.kind
    return "provider" if any(r.level for r in client.responsibilities(seat)) else "person"


def adding(
    bridge: Bridge, seat: SeatId, comparison: ComparisonId | None, picked: object
) -> tuple[ComparisonId, Edit] | None:
    """Return the edit that adds what was picked, and the comparison it goes into.

    Without a comparison one is started with it; one step of the history either way. None when
    nothing fits.
    """
    new: list[Occupant] = []
    who = _occupants(bridge, picked, new)
    if not who:
        return None
    into = comparison or ComparisonId(bridge.new_id())
    found = [Candidate(CandidateId(bridge.new_id()), into, occupant) for occupant in who]
    edits = [add_occupant(occupant) for occupant in new]
    if comparison is None:
        edits.append(start_comparison(into, seat, on=bridge.on, candidates=found))
    else:
        edits += [add_candidate(candidate) for candidate in found]
    if len(who) > 1:
        return into, both("add-candidates", *edits)
    known = bridge.client.find(Occupant, who[0])
    name = new[0].name if new else known.name if known else ""
    return into, both("add-candidate", *edits, params={"occupant": name})


def _occupants(bridge: Bridge, picked: object, new: list[Occupant]) -> list[OccupantId]:
    """Return whom the picked names mean; those nobody knows are put into `new`."""
    if isinstance(picked, NewOccupant):
        new.append(Occupant(OccupantId(bridge.new_id()), picked.name, picked.kind))
        return [new[0].id]
    if isinstance(picked, Known):
        return [OccupantId(one) for one in picked]
    if not isinstance(picked, Several):
        return [OccupantId(str(picked))]
    known: dict[str, list[Occupant]] = {}
    for occupant in bridge.client.every(Occupant):
        known.setdefault(name_key(occupant.name), []).append(occupant)
    found = []
    for name in picked.names:
        same = known.get(name_key(name), [])
        if len(same) == 1:
            found.append(same[0].id)
        else:
            new.append(Occupant(OccupantId(bridge.new_id()), name, picked.kind))
            found.append(new[-1].id)
    return found
