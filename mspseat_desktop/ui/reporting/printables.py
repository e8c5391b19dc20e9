"""Everything that can be printed of an open client, ready for the preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from mspseat_desktop.content.banks import BANK_IDS, bank_for, bank_of, checklist, suggest_bank
from mspseat_desktop.domain.change import Touch
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.domain.rounds import NOW, lines
from mspseat_desktop.domain.vocabulary import ReviewId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text, formats_in_use, number_text
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.wording.file_names import safe_file_name
from mspseat_desktop.wording.rounds import quarter_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.rounds import Quarter
    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.reports.frame import Printed
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.ui.bridge import Bridge

# The reports are imported where they are made: reportlab takes a quarter of a second, which is
# spent in the thread that prepares the first pages and not at the start of the program.
# ruff: noqa: PLC0415

__all__ = [
    "Options",
    "Prepared",
    "Printable",
    "blank_form_printable",
    "checklist_printable",
    "company_printable",
    "coverage_printable",
    "day_printable",
    "days_with_reviews",
    "latest_review",
    "manner_of_now",
    "on_paper",
    "review_printable",
    "seat_sheet_printable",
]


def review_printable(bridge: Bridge, review: ReviewId) -> Printable:
    """Return one review, finished or a draft as it stands; raise Refused("gone") without it."""
    client, write = bridge.client, manner_of_now(bridge)
    record = client.get(Review, review)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.seat_review import seat_review_pdf

        paper, bank = on_paper(client, options), bank_of(client, record)
        return prepared(seat_review_pdf(paper, review, bank=bank, manner=write()))

    words = _("Seat review: %(what)s") if record.state == "finished" else _("Draft: %(what)s")
    return Printable(
        words % {"what": review_name(client, record)},
        named_file(_("Seat review %(what)s") % {"what": review_name(client, record)}, record.on),
        make,
        reviews=(review,) if record.state == "finished" else (),
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden,
    )


def seat_sheet_printable(bridge: Bridge, seat: SeatId) -> Printable:
    """Return the sheet of a seat with blank answers; raise Refused("gone") without the seat."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    title = client.seat(seat).title or _("Untitled seat")
    holder = client.accountable(seat)
    occupant = holder.id if holder else None

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.seat_review import seat_sheet_pdf

        printed = seat_sheet_pdf(
            on_paper(client, options),
            seat,
            occupant=occupant,
            on=on,
            bank=bank_for(client, seat, bank_to_ask_from(client, seat, occupant)),
            manner=write(),
        )
        return prepared(printed)

    words = _("Seat sheet: %(seat)s") % {"seat": title}
    return Printable(
        words,
        named_file(_("Seat sheet %(seat)s") % {"seat": title}, on),
        make,
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden,
    )


def blank_form_printable(bridge: Bridge, wanted: ReviewId | SeatId) -> Printable:
    """Return the form to fill in with a pen, for a review's seat and occupant or for a seat's.

    Raises Refused("gone") when there is neither a review nor a seat of that id.
    """
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    review = client.find(Review, wanted)
    seat = review.seat if review is not None else SeatId(wanted)
    title = client.seat(seat).title or _("Untitled seat")
    if review is not None:
        occupant: OccupantId | None = review.occupant
    else:
        holder = client.accountable(seat)
        occupant = holder.id if holder else None

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.blank_form import blank_form_pdf

        known = review is not None and review.bank in BANK_IDS
        usual = bank_to_ask_from(client, seat, occupant)
        bank = bank_for(client, seat, review.bank if review is not None and known else usual)
        paper = on_paper(client, options)
        printed = blank_form_pdf(paper, seat, occupant=occupant, on=on, bank=bank, manner=write())
        return prepared(printed)

    words = _("Review form: %(seat)s") % {"seat": title}
    return Printable(
        words,
        named_file(_("Review form %(seat)s") % {"seat": title}, ""),
        make,
        start=Options(client.profile.paper),
    )


def day_printable(bridge: Bridge, on: str) -> Printable:
    """Return all finished reviews of one day, each from a new page."""
    client, write = bridge.client, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.day import day_pdf

        printed = day_pdf(on_paper(client, options), on, manner=write())
        if printed is None:
            raise Refused("gone")
        return prepared(printed)

    there = (r.id for r in client.every(Review) if r.on == on and r.state == "finished")
    return Printable(
        _("Seat reviews of %(date)s") % {"date": date_text(on)},
        named_file(_("Seat reviews"), on),
        make,
        reviews=tuple(there),
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden,
    )


def checklist_printable(bridge: Bridge, review: ReviewId | None = None) -> Printable:
    """Return the ten questions, blank or as far as a review answers them."""
    client, write = bridge.client, manner_of_now(bridge)
    record = None if review is None else client.get(Review, review)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.checklist import checklist_pdf
        from mspseat_desktop.reports.first_look import first_look
        from mspseat_desktop.reports.sheet import sheet_of_review

        profile = on_paper(client, options).profile
        if record is None:
            return prepared(checklist_pdf(profile, checklist(), manner=write()))
        look = first_look(sheet_of_review(client, record.id, bank_of(client, record)))
        about = review_name(client, record)
        return prepared(
            checklist_pdf(
                profile, checklist(), about=about, on=record.on, look=look, manner=write()
            )
        )

    finished = record is not None and record.state == "finished"
    title = _("Ten questions about a provider")
    return Printable(
        title,
        named_file(title, record.on if record else ""),
        make,
        reviews=(record.id,) if record is not None and finished else (),
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden and record is not None,
    )


def coverage_printable(bridge: Bridge) -> Printable:
    """Return the coverage map on pages that lie, one as long as that can be read."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.coverage import coverage_pdf

        return prepared(coverage_pdf(on_paper(client, options), on=on, manner=write()))

    title = _("Coverage map of %(name)s") % {"name": client.profile.name or _("Client")}
    return Printable(title, named_file(title, on), make, start=Options(client.profile.paper))


def company_printable(
    bridge: Bridge, quarter: Quarter | None = None, *, against: Quarter | None = None
) -> Printable:
    """Return the whole company's reviews, now or at the end of a quarter, as one page that lies.

    With `against` each line says what changed since that earlier quarter.
    """
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.company import company_pdf

        paper = on_paper(client, options)
        return prepared(company_pdf(paper, on=on, quarter=quarter, against=against, manner=write()))

    title = _("Reviews of %(name)s") % {"name": client.profile.name or _("Client")}
    when = quarter_text(quarter) if quarter else on
    shown = lines(client, until=quarter.end if quarter else NOW)
    return Printable(
        title,
        named_file(title, when),
        make,
        reviews=tuple(line.review.id for line in shown if line.review),
        start=Options(client.profile.paper),
        is_veiled=bridge.ratings_hidden,
    )


def days_with_reviews(client: Client) -> tuple[str, ...]:
    """Return the days on which a review was finished, the latest first."""
    return tuple(sorted({r.on for r in client.every(Review) if r.state == "finished"})[::-1])


def latest_review(client: Client, seat: SeatId) -> Review | None:
    """Return what stands for the seat: its holder's latest finished review, else the draft."""
    holder = client.accountable(seat)
    if holder is None:
        return None
    finished = client.reviews_of(seat, holder.id)
    return finished[-1] if finished else client.draft(seat, holder.id)


def review_name(client: Client, review: Review) -> str:
    """Return who was reviewed in which seat, by the names that the review keeps."""
    if review.scene is not None:
        seat, occupant = review.scene.seat_title, review.scene.occupant_name
    else:
        seat_now, holder = client.find(Seat, review.seat), client.find(Occupant, review.occupant)
        seat, occupant = seat_now.title if seat_now else "", holder.name if holder else ""
    names = {"occupant": occupant or _("Unnamed"), "seat": seat or _("Untitled seat")}
    return _("%(occupant)s in %(seat)s") % names


def prepared(printed: Printed) -> Prepared:
    """Return a finished PDF as the preview takes it."""
    return Prepared(printed.pdf, printed.pages, printed.missing)


def on_paper(client: Client, options: Options) -> Client:
    """Return the client with the paper that was chosen for this one print."""
    profile, paper = client.profile, options.usual_paper
    if profile.paper == paper:
        return client
    return client.with_touch(Touch(profile, replace(profile, paper=paper)))


def manner_of_now(bridge: Bridge) -> Callable[[], Manner]:
    """Return what makes the manner of this moment: locale, formats, logo and mark."""
    locale, formats, profile = QLocale(), formats_in_use(), bridge.client.profile
    found = {name: bridge.picture(name) for name in (profile.logo, profile.mark) if name}
    pictures = {name: content for name, content in found.items() if content}

    def make() -> Manner:
        from mspseat_desktop.reports.manner import Manner

        return Manner(
            dates=lambda iso: date_text(iso, locale, formats),
            numbers=lambda n: number_text(n, locale, formats),
            pictures=pictures,
        )

    return make


def bank_to_ask_from(client: Client, seat: SeatId, occupant: OccupantId | None) -> str:
    """Return the bank to ask from; an open seat goes by whom it is meant for."""
    if occupant is not None:
        return suggest_bank(client, seat, occupant)
    if client.seat(seat).meant_for != "provider":
        return "person"
    has_levels = any(duty.level for duty in client.responsibilities(seat))
    return "it_provider" if has_levels else "other_provider"


def named_file(title: str, on: str) -> str:
    """Return a file name that every system takes, with the day."""
    return f"{safe_file_name(f'{title} {on}'.strip())}.pdf"
