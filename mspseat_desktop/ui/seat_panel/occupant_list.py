"""The type-ahead list of people and providers, which makes new ones of what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.people import name_key
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import OccupantKind
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.told_apart import name_items
from mspseat_desktop.ui.seat_panel.list_button import ListButton
from mspseat_desktop.ui.widgets import Picker, PickerItem, PickerList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class NewOccupant:
    """What is picked when a new name shall be kept."""

    name: str
    kind: OccupantKind


def occupant_items(client: Client, *, without: frozenset[OccupantId]) -> list[PickerItem]:
    """Return everybody known by name, with the seats that each holds; namesakes told apart."""
    return name_items(client, (o for o in client.every(Occupant) if o.id not in without))


class OccupantList(PickerList):
    """A list that offers what is typed as a new person and as a new provider."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        owner: QWidget,
        *,
        items: Sequence[PickerItem],
        first: OccupantKind,
    ) -> None:
        self._kinds: tuple[OccupantKind, OccupantKind] = (
            ("provider", "person") if first == "provider" else ("person", "provider")
        )
        super().__init__(theme, name, owner, items=items, create_words=None)
        self.new_rows = len(self._kinds)
        self.search.setPlaceholderText(_("Type to find, or a new name"))

    def _offered(self, name: str, found: list[PickerItem]) -> list[PickerItem]:
        if not name:
            return found
        words = {"person": _("New person “{name}”"), "provider": _("New provider “{name}”")}
        known = any(name_key(item.title) == name_key(name) for item in self._items)
        detail = _("Somebody else of this name") if known else ""
        new = [
            PickerItem(
                NewOccupant(name, kind), words[kind].replace("{name}", name), detail, icon_of(kind)
            )
            for kind in self._kinds
        ]
        return [*found, *new]

    def _nothing_words(self, _name: str) -> str:
        return _("Nobody yet: type a name.")


def icon_of(kind: OccupantKind) -> str:
    """Return the icon of somebody new of this kind."""
    return "user-plus" if kind == "person" else "building-2"


class OccupantPicker(Picker):
    """Shows who holds the seat as a card with an avatar; opens the list of people."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget,
        *,
        items: Callable[[], Sequence[PickerItem]],
        first: Callable[[], OccupantKind],
    ) -> None:
        super().__init__(theme, name, parent, items=items)
        self._first = first

    def open_list(self, typed: str = "") -> PickerList:
        """Open the list, with something typed already, and return it."""
        found = OccupantList(
            self._theme, self._name, self, items=self._items(), first=self._first()
        )
        found.picked.connect(self.chosen)
        found.open_below(self, focus=found.search, least_width=self.width())
        found.search.setText(typed)
        return found


class OccupantButton(ListButton):
    """Adds somebody beside those who sit there."""

    def make_list(self) -> PickerList:
        """Return the list of people."""
        return OccupantList(
            self._list_theme, self.caption, self, items=self._list_items(), first="person"
        )
