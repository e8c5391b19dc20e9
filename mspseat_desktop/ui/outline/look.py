"""What a row of the outline says: its words, its shape, how its seat came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.domain.standing import latest_outcome
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.chart.faces import is_for_provider
from mspseat_desktop.ui.chart.spoken import outcome_words
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets.paint import ROLE_MARKS, Mark
from mspseat_desktop.wording.seats import occupant_words

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.headlines import Tone
    from mspseat_desktop.domain.vocabulary import SeatId

_ROLES: dict[Tone, str] = {"green": "yes", "amber": "partly", "red": "no", "neutral": "unanswered"}


@dataclass(frozen=True, slots=True)
class Look:
    """A row ready to be painted.

    `role` is the colour of the outcome, "" for none; `mark` or `icon` says it by shape.
    """

    title: str
    occupant: str
    reports: int
    is_named: bool
    is_provider: bool
    is_open: bool
    role: str = ""
    mark: Mark = ""
    icon: str = ""

    @property
    def kind_icon(self) -> str:
        """The shape that says what kind of seat it is."""
        if self.is_provider:
            return "building-2"
        return "user-plus" if self.is_open else "armchair"


def look_of(client: Client, seat: SeatId, *, rated: bool) -> Look:
    """Return what the row of a seat says; `rated` says whether it tells the outcome."""
    record, holder = client.seat(seat), client.accountable(seat)
    role, mark, icon = _outcome(client, seat) if rated and holder is not None else ("", "", "")
    return Look(
        title=record.title.strip() or _("Unnamed seat"),
        occupant=occupant_words(client, seat, holder),
        reports=len(client.children(seat)),
        is_named=bool(record.title.strip()),
        is_provider=is_for_provider(client, seat, holder),
        is_open=holder is None,
        role=role,
        mark=mark,
        icon=icon,
    )


def spoken_row(client: Client, seat: SeatId, *, rated: bool) -> str:
    """Return all that a row says in one sentence: what a screen reader and the tooltip tell."""
    look = look_of(client, seat, rated=False)
    level = 1 + sum(1 for _above in client.seats_above(seat))
    words = [look.title, look.occupant]
    if look.is_provider:
        words.append(_("Provider"))
    words.append(_("level {number}").replace("{number}", str(level)))
    if rated:
        words.append(outcome_words(client, seat))
    if look.reports:
        counted = ngettext("{count} report", "{count} reports", look.reports)
        words.append(counted.replace("{count}", number_text(look.reports)))
    return ", ".join(filter(None, words))


def _outcome(client: Client, seat: SeatId) -> tuple[str, Mark, str]:
    outcome = latest_outcome(client, seat)
    if outcome is None:
        return "unanswered", "dash", ""
    if outcome.changed:
        return "unanswered", "", "refresh-cw"
    role = _ROLES[outcome.tone]
    return role, ROLE_MARKS[role], ""
