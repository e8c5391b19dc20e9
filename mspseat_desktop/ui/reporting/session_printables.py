"""The papers of a session, ready for the preview: agenda, conversation, forms, open actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_for
from mspseat_desktop.domain.planning import open_actions
from mspseat_desktop.language import _
from mspseat_desktop.ui.reporting.printable import Options, Prepared, Printable
from mspseat_desktop.ui.reporting.printables import (
    bank_to_ask_from,
    manner_of_now,
    named_file,
    on_paper,
    prepared,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.agenda import Minutes
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId
    from mspseat_desktop.reports.conversation import Kind
    from mspseat_desktop.ui.bridge import Bridge

# The reports are imported where they are made, as in `printables`.
# ruff: noqa: PLC0415


def agenda_printable(bridge: Bridge, minutes: Minutes) -> Printable:
    """Return the agenda of a session of so many minutes."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.agenda import agenda_pdf

        paper = on_paper(client, options)
        return prepared(agenda_pdf(paper, minutes, on=on, manner=write()))

    title = _("Agenda: %(count)d minutes") % {"count": minutes}
    file = _("Agenda %(count)d minutes") % {"count": minutes}
    return Printable(title, named_file(file, on), make, start=Options(client.profile.paper))


def conversation_printable(bridge: Bridge, seat: SeatId, kind: Kind) -> Printable:
    """Return the conversation sheet of a seat; raise Refused("gone") without the seat."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)
    title = client.seat(seat).title or _("Untitled seat")
    occupant = _holder(client, seat)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.conversation import conversation_pdf

        printed = conversation_pdf(
            on_paper(client, options),
            seat,
            occupant=occupant,
            on=on,
            bank=bank_for(client, seat, bank_to_ask_from(client, seat, occupant)),
            kind=kind,
            manner=write(),
        )
        return prepared(printed)

    return Printable(
        _("Conversation: %(seat)s") % {"seat": title},
        named_file(_("Conversation %(seat)s") % {"seat": title}, on),
        make,
        start=Options(client.profile.paper),
    )


def blank_forms_printable(bridge: Bridge) -> Printable:
    """Return the review forms of all seats in chart order, each from a new page."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.blank_form import blank_forms_pdf

        paper = on_paper(client, options)
        return prepared(blank_forms_pdf(paper, _every_seat(client), on=on, manner=write()))

    title = _("Review forms of all seats")
    return Printable(title, named_file(title, on), make, start=Options(client.profile.paper))


def actions_printable(bridge: Bridge) -> Printable:
    """Return the open actions, the overdue ones first."""
    client, on, write = bridge.client, bridge.on, manner_of_now(bridge)

    def make(options: Options) -> Prepared:
        from mspseat_desktop.reports.action_list import action_list_pdf

        return prepared(action_list_pdf(on_paper(client, options), on=on, manner=write()))

    title = _("Open actions")
    return Printable(
        title,
        named_file(title, on),
        make,
        start=Options(client.profile.paper),
        # A check of an improvement plan tells how somebody stands.
        is_veiled=bridge.ratings_hidden and any(a.part == "check" for a in open_actions(client)),
    )


def _every_seat(client: Client) -> Iterator[tuple[SeatId, OccupantId | None, Bank]]:
    for seat in client.chart():
        occupant = _holder(client, seat)
        yield seat, occupant, bank_for(client, seat, bank_to_ask_from(client, seat, occupant))


def _holder(client: Client, seat: SeatId) -> OccupantId | None:
    holder = client.accountable(seat)
    return holder.id if holder else None
