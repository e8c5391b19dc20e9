"""The card of comparisons on the page "Reports"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.review_records import Comparison
from mspseat_desktop.domain.vocabulary import ComparisonId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reporting.candidates import candidates_printable
from mspseat_desktop.ui.widgets import DropDown

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reporting.printable import Printable
    from mspseat_desktop.ui.reporting.session_cards import MakeCard
    from mspseat_desktop.ui.theme import Theme

LONGEST = 60


class CandidateCard(QObject):
    """Which comparison to print; those that are not decided yet come first."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QObject, *, card: MakeCard) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.card = card(
            "arrow-left-right",
            _("Candidates side by side"),
            about=_("For one seat: where they differ, every no, fee, what to ask next."),
            make=self._printable,
        )
        self.which = DropDown(theme, _("Which comparison"), [])
        self.card.add_choice(self.which)

    def refresh(self) -> None:
        """Show which comparisons there are; the chosen one stays while it is there."""
        chosen, found = self.which.value, _comparisons(self._bridge.client)
        self.which.clear()
        for comparison, words in found:
            self.which.addItem(words, comparison)
        at = self.which.findData(chosen)
        self.which.setCurrentIndex(at if at >= 0 else min(0, len(found) - 1))
        self.which.setVisible(bool(found))
        self.card.enable(can=bool(found))
        hidden = _("Ratings are hidden on screen; they show on paper.")
        empty = _("Compare candidates for a seat first: menu Seat.")
        self.card.note(empty if not found else hidden if self._bridge.ratings_hidden else "")

    def _printable(self) -> Printable | None:
        chosen = self.which.value
        if not isinstance(chosen, str) or not self._bridge.client.has(Comparison, chosen):
            return None
        return candidates_printable(self._bridge, ComparisonId(chosen))


def _comparisons(client: Client) -> list[tuple[ComparisonId, str]]:
    """Return the comparisons with somebody in them, by their ids, with words for each."""
    known = [c for c in client.every(Comparison) if client.candidates(c.id)]
    newest = sorted(known, key=lambda c: (c.decided_on or c.on, c.id), reverse=True)
    return [
        (one.id, _named(client, one)) for one in sorted(newest, key=lambda c: bool(c.decided_on))
    ]


def _named(client: Client, comparison: Comparison) -> str:
    seat = client.seat(comparison.seat).title[:LONGEST] or _("Untitled seat")
    words = _("{seat}, decided {date}") if comparison.decided_on else _("{seat}, begun {date}")
    return words.replace("{date}", date_text(comparison.decided_on or comparison.on)).replace(
        "{seat}", seat
    )
