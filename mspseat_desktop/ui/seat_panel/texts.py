"""The seat's longer texts: purpose, what it needs, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.seat import describe_seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.entries import Entry, text_entry
from mspseat_desktop.ui.widgets import SectionLabel, TextArea

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import Seat
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge

_Field: TypeAlias = Literal["purpose", "needs", "notes"]


class SeatText(QWidget):
    """One of the texts with its heading; the notes fill the page that they have alone."""

    def __init__(self, bridge: Bridge, parent: QWidget, *, field: _Field) -> None:
        super().__init__(parent)
        self._field: _Field = field
        name, hint = _words(field)
        self.area = TextArea(
            name,
            self,
            pending=bridge.pending,
            hint=hint,
            most_lines=None if field == "notes" else 40,
        )
        self._entry: Entry[str] = text_entry(bridge, self.area, self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionLabel(name, self))
        column.addWidget(self.area)

    def show_seat(self, record: Seat) -> None:
        """Show the seat's text."""
        text = {"purpose": record.purpose, "needs": record.needs, "notes": record.notes}
        self._entry.show(record.id, text[self._field])

    def _make(self, key: str, text: str, merge_key: str, /) -> Edit:
        return describe_seat(SeatId(key), self._field, text, merge_key=merge_key)


def _words(field: _Field) -> tuple[str, str]:
    return {
        "purpose": (_("Purpose"), _("What the company has this seat for")),
        "needs": (_("What the seat needs"), _("Skills, certificates, hours")),
        "notes": (_("Notes"), _("Anything worth keeping about the seat")),
    }[field]
