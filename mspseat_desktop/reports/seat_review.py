"""The seat review on paper: one occupant in one seat, judged or still to be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from mspseat_desktop.domain.locking import short_hash
from mspseat_desktop.language import _
from mspseat_desktop.reports.frame import Chapter, Printed, Surround, print_pages
from mspseat_desktop.reports.manner import Manner, manner_of
from mspseat_desktop.reports.over_time import over_time
from mspseat_desktop.reports.own_answers import own_answers
from mspseat_desktop.reports.review_answers import calls_for, questions, signatures
from mspseat_desktop.reports.review_head import head, title_of
from mspseat_desktop.reports.review_tables import (
    actions,
    metrics,
    responsibilities,
    values,
)
from mspseat_desktop.reports.sheet import Sheet, blank_sheet, sheet_of_review
from mspseat_desktop.reports.voices import other_voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.records import Profile
    from mspseat_desktop.domain.vocabulary import (
        OccupantId,
        ReviewId,
        SeatId,
    )
    from mspseat_desktop.reports.text import Typesetter


def seat_review_pdf(
    client: Client, review: ReviewId, *, bank: Bank, manner: Manner | None = None
) -> Printed:
    """Return a finished review as it was judged, or a draft as it stands.

    `bank` is the one that the review names. Raises Refused("gone") when it is not there.
    """
    sheet = sheet_of_review(client, review, bank)
    return sheets_pdf([sheet], client.profile, title=title_of(sheet), manner=manner)


def seat_sheet_pdf(
    client: Client,
    seat: SeatId,
    *,
    occupant: OccupantId | None,
    on: str,
    bank: Bank,
    manner: Manner | None = None,
) -> Printed:
    """Return the sheet of a seat not reviewed yet with blank answers; `occupant` None is open."""
    sheet = blank_sheet(client, seat, occupant=occupant, on=on, bank=bank)
    return sheets_pdf([sheet], client.profile, title=title_of(sheet), manner=manner)


def sheets_pdf(
    sheets: Sequence[Sheet], profile: Profile, *, title: str, manner: Manner | None = None
) -> Printed:
    """Return the sheets in one PDF: each begins on a page of its own and is in the outline."""
    manner = manner or manner_of(profile)

    def story(setter: Typesetter, surround: Surround) -> list[Flowable]:
        content: list[Flowable] = []
        for sheet in sheets:
            if content:
                content.append(PageBreak())
            entry = setter.safe(title_of(sheet))
            content.append(Chapter(surround, footer_of(sheet, manner), entry=entry))
            content += _pages(setter, sheet, profile, manner=manner, room=surround.room)
        return content

    return print_pages(story, profile, title=title, manner=manner)


def footer_of(sheet: Sheet, manner: Manner) -> str:
    """Return what the footer says about the sheet: its next review, its number, its content."""
    if sheet.review is None:
        return ""
    parts = []
    if sheet.review.next_on:
        parts.append(_("next review %(date)s") % {"date": manner.dates(sheet.review.next_on)})
    parts.append(_("record %(number)s") % {"number": short_number(sheet.review.id)})
    if content := short_hash(sheet.review):
        parts.append(_("content %(number)s") % {"number": content})
    return " · ".join(parts)


def short_number(review: ReviewId) -> str:
    """Return the first eight signs of a review's id, as 7F3A-91C2."""
    signs = "".join(sign for sign in review if sign.isalnum())[:8].upper()
    return f"{signs[:4]}-{signs[4:]}" if len(signs) > 4 else signs


def _pages(
    setter: Typesetter, sheet: Sheet, profile: Profile, *, manner: Manner, room: float
) -> list[Flowable]:
    """Return the sheet; what is agreed and signed stands before all that it rests on."""
    below = signatures(setter, sheet, profile, manner) if sheet.review else []
    return [
        *head(setter, sheet, manner),
        *responsibilities(setter, sheet, manner, room=room),
        *values(setter, sheet),
        *actions(setter, sheet, manner, room=room, below=below),
        *calls_for(setter, sheet, manner),
        *over_time(setter, sheet, manner, room=room),
        *metrics(setter, sheet, manner, room=room),
        *questions(setter, sheet, manner, room=room),
        *own_answers(setter, sheet, manner, room=room),
        *other_voices(setter, sheet, manner, room=room),
    ]
