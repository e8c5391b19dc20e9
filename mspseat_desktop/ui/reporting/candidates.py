"""Candidates side by side, ready for the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.candidates import review_of_candidate
from mspseat_desktop.domain.review_records import Comparison
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import manner_of_now, named_file, on_paper, prepared

if TYPE_CHECKING:
    from mspseat_desktop.domain.vocabulary import ComparisonId
    from mspseat_desktop.ui.bridge import Bridge


def candidates_printable(bridge: Bridge, comparison: ComparisonId) -> Printable:
    """Return the comparison on pages that lie; raise Refused("gone") without it."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    record = client.get(Comparison, comparison)
    seat = client.seat(record.seat).title or _("Untitled seat")

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.candidates import (  # noqa: PLC0415 - reportlab is slow to load
            candidates_pdf,
        )

        paper = on_paper(client, options)
        return prepared(candidates_pdf(paper, comparison, on=on, manner=write()))

    reviews = (
        review_of_candidate(client, record.seat, c.occupant, until=record.decided_on)
        for c in client.candidates(comparison)
    )
    title = _("Candidates for %(seat)s") % {"seat": seat}
    return Printable(
        title,
        named_file(title, record.decided_on or on),
        make,
        reviews=tuple(r.id for r in reviews if r is not None and r.state == "finished"),
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden,
    )
