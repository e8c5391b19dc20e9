"""All finished reviews of one day in one PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_of
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.seat_review import sheets_pdf
from mspseat_desktop.reports.sheet import sheet_of_review

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.reports.frame import Printed


def reviews_of_day(client: Client, on: str) -> tuple[Review, ...]:
    """Return the finished reviews of the day in chart order, those of closed seats last.

    A review that a later one takes the place of is left out.
    """
    there = [r for r in client.every(Review) if r.on == on and r.state == "finished"]
    replaced = {r.amends for r in client.every(Review) if r.state == "finished"}
    order = {seat: number for number, seat in enumerate(client.chart())}
    kept = (r for r in there if r.id not in replaced)
    return tuple(sorted(kept, key=lambda r: (order.get(r.seat, len(order)), r.finished_at, r.id)))


def day_pdf(client: Client, on: str, *, manner: Manner | None = None) -> Printed | None:
    """Return the day's finished reviews, each from a new page; None when there are none.

    A review whose bank is not known any more is printed without its questions.
    """
    reviews = reviews_of_day(client, on)
    if not reviews:
        return None
    manner = manner or manner_of(client.profile)
    sheets = [sheet_of_review(client, r.id, bank_of(client, r)) for r in reviews]
    title = _("Seat reviews of %(date)s") % {"date": manner.dates(on)}
    return sheets_pdf(sheets, client.profile, title=title, manner=manner)
