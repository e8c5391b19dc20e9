"""Fields for a name that offer the names of the client's people while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QListView

from mspseat_desktop.domain.records import Occupant

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.widgets import TextField

SHOWN = 8
LEAST_WIDTH = 200


class NameList(QListView):
    """The names below a field, framed by the style sheet as every popup is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.StyledPanel)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def names_of(client: Client) -> list[str]:
    """Return the names of people, then of providers, and who advises the client."""
    records = sorted(client.every(Occupant), key=lambda o: (o.kind != "person", o.name.casefold()))
    names = [record.name for record in records]
    if client.profile.adviser:
        names.append(client.profile.adviser)
    return list(dict.fromkeys(names))


def offer_names(field: TextField, names: list[str]) -> None:
    """Offer the names in a list below the field; nothing is written that was not chosen."""
    completer = QCompleter(names, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(SHOWN)
    popup = NameList()
    popup.setAccessibleName(field.accessibleName())
    completer.setPopup(popup)
    # Queued: the field takes the name only after this signal.
    completer.activated.connect(lambda _name: field.flush(), Qt.ConnectionType.QueuedConnection)
    field.setCompleter(completer)
