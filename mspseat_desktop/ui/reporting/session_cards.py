"""The cards of the papers for a session, on the page "Reports"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject

from mspseat_desktop.domain.agenda import LENGTHS
from mspseat_desktop.domain.planning import open_actions
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.reporting.seat_choice import SeatChoice
from mspseat_desktop.ui.reporting.session_printables import (
    actions_printable,
    agenda_printable,
    blank_forms_printable,
    conversation_printable,
)
from mspseat_desktop.ui.widgets import DropDown

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.agenda import Minutes
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.reports.conversation import Kind
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reporting.printable import Printable
    from mspseat_desktop.ui.reporting.report_card import ReportCard
    from mspseat_desktop.ui.theme import Theme


class MakeCard(Protocol):
    """Puts a card on the page; `make` is called for its preview."""

    def __call__(  # noqa: D102 - told above
        self, icon: str, title: str, *, about: str, make: Callable[[], Printable | None]
    ) -> ReportCard: ...


class SessionCards(QObject):
    """Agenda, conversation sheet, forms of all seats and open actions."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QObject, *, card: MakeCard) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.agenda = card(
            "clock",
            _("Agenda of a session"),
            about=_("Rules, minutes, the seats that are due, open actions, numbers off target."),
            make=lambda: agenda_printable(bridge, cast("Minutes", self.length.value)),
        )
        words = _("{n} minutes")
        lengths = [(length, words.replace("{n}", str(length))) for length in LENGTHS]
        self.length = DropDown(theme, _("Length of the session"), lengths)
        self.length.set_value(90)
        self.agenda.add_choice(self.length, width=200)
        self.conversation = card(
            "message-square",
            _("Conversation sheet"),
            about=_(
                "Questions and room to write for a talk with whoever holds a seat. No ratings."
            ),
            make=self._conversation,
        )
        self.seat = SeatChoice(
            bridge, theme, name=_("Seat of the conversation"), closed_too=False, parent=self
        )
        kinds = [
            ("quarter", _("Quarterly conversation")),
            ("review", _("The questions of the review")),
        ]
        self.kind = DropDown(theme, _("Which conversation"), kinds)
        self.conversation.add_choice(self.seat.picker)
        self.conversation.add_choice(self.kind, width=260)
        self.seat.changed.connect(self._enable)
        self.forms = card(
            "notebook-pen",
            _("Review forms of all seats"),
            about=_("The blank form of every seat in one PDF, in the order of the chart."),
            make=lambda: blank_forms_printable(bridge),
        )
        self.actions = card(
            "list",
            _("Open actions"),
            about=_("Everything agreed and still open, with owner and day; overdue first."),
            make=lambda: actions_printable(bridge),
        )

    def refresh(self, first: SeatId | None) -> None:
        """Show what there is to print now; `first` is offered while no seat was chosen."""
        if self.seat.seat is None:
            self.seat.show(first)
        self.seat.refresh()
        self._enable()

    def _conversation(self) -> Printable | None:
        seat = self.seat.seat
        kind = cast("Kind", self.kind.value)
        return None if seat is None else conversation_printable(self._bridge, seat, kind)

    def _enable(self) -> None:
        client = self._bridge.client
        seats = sum(1 for _seat in client.chart())
        self.conversation.enable(can=self.seat.seat is not None)
        self.forms.enable(can=seats > 0)
        many = ngettext("{n} seat", "{n} seats", seats).replace("{n}", str(seats))
        self.forms.note(many if seats else _("The chart has no seat yet."))
        has_open = bool(open_actions(client))
        self.actions.enable(can=has_open)
        self.actions.note("" if has_open else _("No action is open."))
