"""The pages of a form, ready to be made in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.ui.asking.asked import bank_of_seat
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import manner_of_now, on_paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.domain.review_records import Form
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge

# The reports are imported where they are made: reportlab takes a quarter of a second.
# ruff: noqa: PLC0415


def form_maker(bridge: Bridge, form: Form, *, document: str, bank: Bank) -> Callable[[], Prepared]:
    """Return what makes the form of this moment's client."""
    client, write = bridge.client, manner_of_now(bridge)

    def make() -> Prepared:
        from mspseat_desktop.reports.provider_form import provider_form_pdf

        made = provider_form_pdf(client, form, document=document, bank=bank, manner=write())
        return Prepared(made.pdf, made.pages, made.missing)

    return make


def blank_printable(bridge: Bridge, seat: SeatId, holder: Occupant, name: str) -> Printable:
    """Return the same questions for a pen."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    bank = bank_of_seat(client, seat, holder)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.provider_form import provider_blank_pdf

        made = provider_blank_pdf(
            on_paper(client, options), seat, occupant=holder.id, on=on, bank=bank, manner=write()
        )
        return Prepared(made.pdf, made.pages, made.missing)

    title = _("Form for %(name)s") % {"name": holder.name}
    return Printable(title, name, make, start=Options(client.profile.paper))
