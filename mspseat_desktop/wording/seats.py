"""A seat as plain text, to be pasted into a letter or a chat; no rating ever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import SecondLine
    from mspseat_desktop.domain.vocabulary import SeatId


def occupant_words(client: Client, seat: SeatId, holder: Occupant | None) -> str:
    """Return who is in the seat, or that it is open and who covers it."""
    if holder is not None:
        return holder.name
    for seating in client.seatings(seat):
        if seating.role == "stand_in":
            name = client.get(Occupant, seating.occupant).name
            return _("Open, covered by {name}").replace("{name}", name)
    return _("Open seat")


def seat_text(client: Client, seat: SeatId, *, with_people: bool) -> str:
    """Return in lines: title, occupant, reports to, purpose, responsibilities, metrics."""
    record = client.seat(seat)
    lines = [record.title or _("Seat without a title")]
    if with_people:
        lines.append(occupant_words(client, seat, client.accountable(seat)))
    if record.parent is not None:
        above = client.seat(record.parent).title
        lines.append(_("Reports to {seat}").replace("{seat}", above))
    lines += _second_lines(client, seat)
    if record.purpose:
        lines += ["", record.purpose]
    responsibilities = client.responsibilities(seat)
    if responsibilities:
        lines.append("")
        lines += [f"{number}. {r.text}" for number, r in enumerate(responsibilities, start=1)]
    names = [metric.name for metric in client.metrics(seat) if metric.name]
    if names:
        lines += ["", _("Metrics:") + " " + "; ".join(names)]
    return "\n".join(lines)


def _second_lines(client: Client, seat: SeatId) -> list[str]:
    lines = []
    for line in client.second_lines(seat):
        also = client.seat(line.to).title
        words = _("Also reports to {seat}: {about}") if line.about else _("Also reports to {seat}")
        lines.append(words.replace("{seat}", also).replace("{about}", line.about))
    return lines


def second_line_text(client: Client, line: SecondLine) -> str:
    """Return that a seat also reports to another one, and about what."""
    untitled = _("Seat without a title")
    seat, to = (client.seat(each).title.strip() or untitled for each in (line.seat, line.to))
    if line.about:
        words = _("“{seat}” also reports to “{to}”: {about}")
    else:
        words = _("“{seat}” also reports to “{to}”")
    return words.replace("{seat}", seat).replace("{to}", to).replace("{about}", line.about)


def more_text(count: int) -> str:
    """Return how many responsibilities a card does not show, "" for none."""
    return _("+{n} more").replace("{n}", str(count)) if count > 0 else ""
