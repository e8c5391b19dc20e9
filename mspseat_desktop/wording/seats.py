"""A seat as plain text, to be pasted into a letter or a chat; no rating ever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import SeatId


def seat_text(client: Client, seat: SeatId) -> str:
    """Return in lines: title, occupant, reports to, purpose, responsibilities, metrics."""
    record = client.seat(seat)
    holder = client.accountable(seat)
    lines = [record.title or _("Seat without a title"), holder.name if holder else _("Open seat")]
    if record.parent is not None:
        above = client.seat(record.parent).title
        lines.append(_("Reports to {seat}").replace("{seat}", above))
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
