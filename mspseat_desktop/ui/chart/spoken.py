"""What a screen reader says about a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.metrics import standings
from mspseat_desktop.domain.standing import latest_outcome
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.chart.faces import is_for_provider
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.metrics.words import standings_text
from mspseat_desktop.wording.charts import way_text
from mspseat_desktop.wording.outcomes import seat_outcome_text
from mspseat_desktop.wording.seats import occupant_words

if TYPE_CHECKING:
    from mspseat_desktop.domain.chart_difference import Way
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import SecondLine
    from mspseat_desktop.domain.vocabulary import SeatId


def spoken_name(
    client: Client,
    seat: SeatId,
    *,
    rated: bool,
    folded_away: int = 0,
    looks: int = 0,
    ways: tuple[Way, ...] = (),
) -> str:
    """Return a seat's title, who is in it, where it stands and, unless hidden, its outcome.

    Last come how many seats it hides, how it differs from another chart, and how many things of it
    are worth a look.
    """
    record = client.seat(seat)
    holder = client.accountable(seat)
    words = [record.title.strip() or _("Unnamed seat"), occupant_words(client, seat, holder)]
    if is_for_provider(client, seat, holder):
        words.append(_("Provider"))
    if record.parent is None:
        words.append(_("reports to nobody"))
    else:
        above = client.seat(record.parent).title.strip() or _("Unnamed seat")
        words.append(_("reports to {seat}").replace("{seat}", above))
        if record.assistant:
            words.append(_("assistant"))
    words += [_also(client, line) for line in client.second_lines(seat)]
    level = 1 + sum(1 for _above in client.seats_above(seat))
    words.append(_("level {number}").replace("{number}", str(level)))
    words += [outcome_words(client, seat) if rated else "", folded_words(folded_away)]
    words += [way_text(way) for way in ways]
    if looks:
        counted = ngettext("{n} thing to look at", "{n} things to look at", looks)
        words.append(counted.replace("{n}", str(looks)))
    return ", ".join(filter(None, words))


def spoken_details(client: Client, seat: SeatId, *, on: str = "") -> str:
    """Return what the seat is accountable for, how many report to it, and how its metrics stand.

    The metrics stand as on the ISO day `on`; without one they are left out.
    """
    reports = len(client.children(seat))
    counted = ngettext("{count} report", "{count} reports", reports)
    texts = [r.text for r in client.responsibilities(seat)]
    also = len(client.second_reports(seat))
    second = (
        ngettext("{count} second line to it", "{count} second lines to it", also) if also else ""
    )
    figures = standings_text(standings(client, seat, on)) if on else ""
    said = [counted.replace("{count}", str(reports)), second.replace("{count}", str(also))]
    return "; ".join(filter(None, [*said, figures, *texts]))


def outcome_words(client: Client, seat: SeatId) -> str:
    """Return the outcome, "" where it says no more than who is in the seat: that it is open."""
    outcome = latest_outcome(client, seat)
    if outcome is not None and outcome.headline == "open" and not outcome.candidates:
        return ""
    return seat_outcome_text(outcome)


def folded_words(count: int) -> str:
    """Return how many seats a folded one hides, "" for none."""
    words = ngettext("{n} seat folded away", "{n} seats folded away", count) if count else ""
    return words.replace("{n}", number_text(count))


def _also(client: Client, line: SecondLine) -> str:
    words = _("also reports to {seat}, {about}") if line.about else _("also reports to {seat}")
    title = client.seat(line.to).title.strip() or _("Unnamed seat")
    return words.replace("{seat}", title).replace("{about}", line.about)
