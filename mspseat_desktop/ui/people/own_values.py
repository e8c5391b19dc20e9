"""A provider's own core values, one in each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.people import set_own_values
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.vocabulary import CoreValueId, OccupantId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import text_entry
from mspseat_desktop.ui.widgets import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge


class OwnValues(TextArea):
    """Lines that are values; blank ones may stand while one writes."""

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(
            _("Its own core values, one in each line"),
            parent,
            pending=bridge.pending,
            hint=_("What the provider says it stands for"),
            most_lines=20,
        )
        self._bridge = bridge
        self._entry = text_entry(bridge, self, self._make)

    def show_occupant(self, occupant: OccupantId) -> None:
        """Show the provider's values; the same values in other lines stay as they were written."""
        names = [value.name for value in self._bridge.client.values_of(occupant)]
        if occupant != self._entry.key or names != _values(self.text()):
            self._entry.show(occupant, "\n".join(names))

    def _make(self, key: str, text: str, merge_key: str, /) -> Edit | None:
        if not self._bridge.client.has(Occupant, key):
            return None
        return set_own_values(
            OccupantId(key),
            _values(text),
            new_id=lambda: CoreValueId(self._bridge.new_id()),
            merge_key=merge_key,
        )


def _values(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
