"""The others in a seat: beside the accountable one, or standing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import unseat
from mspseat_desktop.domain.records import Occupant, Seating
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.menus import add_choices, add_step
from mspseat_desktop.ui.seat_panel.tags import TagsButton
from mspseat_desktop.ui.seat_panel.words import role_words
from mspseat_desktop.ui.widgets import Avatar, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.domain.vocabulary import SeatingRole
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme


class _Sitter(QWidget):
    """One name with its avatar and a menu."""

    def __init__(
        self, theme: Theme, parent: QWidget, *, fill: Callable[[_Sitter, QMenu], None]
    ) -> None:
        super().__init__(parent)
        self.seating: Seating | None = None
        self.avatar = Avatar(theme, "", self, side=22)
        self.name = PlainLabel("", self, elide=True)
        self.menu = TagsButton(theme, "", self, fill=lambda menu: fill(self, menu))
        line = QHBoxLayout(self)
        line.setContentsMargins(13, 0, 4, 0)
        line.setSpacing(8)
        line.addWidget(self.avatar)
        line.addWidget(self.name, 1)
        line.addWidget(self.menu)

    def show_seating(self, seating: Seating, occupant: Occupant) -> None:
        """Show who sits there and as what."""
        self.seating = seating
        self.avatar.show_name(occupant.name, provider=occupant.kind == "provider")
        self.name.setText(occupant.name)
        self.menu.set_name(_("More about {name}").replace("{name}", occupant.name))
        words = _("Stands in") if seating.role == "stand_in" else _("Also")
        self.menu.show_tags([(words, "unanswered")])


class AlsoHere(QWidget):
    """The others in the seat; `role_wanted(OccupantId, SeatingRole)` asks for another role.

    `people_wanted(OccupantId)` asks for the page "People".
    """

    role_wanted = Signal(object, object)
    people_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._sitters: list[_Sitter] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def sitters(self) -> tuple[_Sitter, ...]:
        """Return the rows on show."""
        return tuple(s for s in self._sitters if s.seating is not None)

    def show_seatings(self, seatings: Sequence[Seating]) -> None:
        """Show these; none hides the whole."""
        while len(self._sitters) < len(seatings):
            sitter = _Sitter(self._theme, self, fill=self._fill)
            sitter.menu.delete_key.connect(lambda sitter=sitter: self._remove(sitter))
            self._column.addWidget(sitter)
            self._sitters.append(sitter)
        for place, sitter in enumerate(self._sitters):
            if place < len(seatings):
                occupant = self._bridge.client.get(Occupant, seatings[place].occupant)
                sitter.show_seating(seatings[place], occupant)
                sitter.show()
            else:
                sitter.seating = None
                sitter.hide()
        self.setVisible(bool(seatings))

    def _fill(self, sitter: _Sitter, menu: QMenu) -> None:
        seating = sitter.seating
        if seating is None:
            return

        def choose(role: SeatingRole) -> None:
            self.role_wanted.emit(seating.occupant, role)

        add_choices(menu, role_words(), seating.role, choose=choose)
        add_step(menu, _("Open in People"), lambda: self.people_wanted.emit(seating.occupant))
        add_step(menu, _("Remove from this seat"), lambda: self._remove(sitter), keys=_("Del"))

    def _remove(self, sitter: _Sitter) -> None:
        if sitter.seating is not None:
            self._bridge.do(unseat(sitter.seating.id, on=self._bridge.on))
