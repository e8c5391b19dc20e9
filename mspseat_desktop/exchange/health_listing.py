"""What is worth a look as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.finding import acceptance
from mspseat_desktop.domain.health import findings
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.wording.health import finding_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.finding import Finding
    from mspseat_desktop.exchange.listing import Json


def health_list(client: Client, on: str) -> list[Json]:
    """Return every finding in chart order.

    `seat` is the seat's id and `seat_title` its title, both null where there is no seat to go to;
    `reason` says why it is accepted, empty while it is not.
    """
    return [_finding(client, finding) for finding in findings(client, on)]


def _finding(client: Client, finding: Finding) -> Json:
    seat = client.find(Seat, finding.seat) if finding.seat is not None else None
    accepted = acceptance(client, finding)
    return {
        "code": finding.code,
        "seat": finding.seat,
        "seat_title": seat.title if seat is not None else None,
        "sentence": finding_text(client, finding),
        "accepted": accepted is not None,
        "reason": accepted.reason if accepted is not None else "",
    }
