"""A client that shares its IT between a provider and its own people, with its coverage map."""

from __future__ import annotations

from mspseat_desktop.content.functions import function_templates
from mspseat_desktop.domain.edits.coverage import add_column, belong_to, mark, start_map
from mspseat_desktop.domain.edits.seat import add_responsibility
from mspseat_desktop.domain.records import RECORD_TYPES, Profile
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import (
    FunctionId,
    ResponsibilityId,
    SeatId,
)
from world import chart_of, edited, seated

CHART = {"Owner": ["Finance and Admin", "Operations"], "Finance and Admin": ["Technology"]}
MSP, TECH, OWNER = "Managed IT & Security", "Technology", "Owner"
MARKS = {
    "help-desk": {MSP: "accountable", TECH: "helps"},
    "accounts": {TECH: "accountable", MSP: "helps"},
    "devices": {MSP: "accountable"},
    "programs": {TECH: "accountable", MSP: "helps"},
    "network": {MSP: "accountable"},
    "cloud": {MSP: "accountable", TECH: "accountable"},
    "email": {MSP: "accountable"},
    "sign-in": {MSP: "accountable", TECH: "helps"},
    "attacks": {MSP: "accountable"},
    "backup": {MSP: "helps"},
    "updates": {MSP: "accountable"},
    "incidents": {MSP: "accountable", TECH: "helps", OWNER: "helps"},
    "awareness": {TECH: "accountable", MSP: "declined"},
    "cameras": {MSP: "excluded"},
    "roadmap": {MSP: "declined", OWNER: "helps"},
    "budget": {OWNER: "accountable", TECH: "helps"},
    "risks": {MSP: "accountable"},
}


def shared_it(*codes):
    """The client with these functions, all that are marked for none; ids are codes and titles."""
    client = chart_of({**CHART, TECH: [MSP]})
    for seat, name, provider in (
        ("Owner", "Dana Lake", False),
        ("Finance and Admin", "Ellen Ford", False),
        (TECH, "Joel Kim", False),
        (MSP, "Northbeam IT", True),
    ):
        client = seated(client, seat, name, provider=provider)
    shipped = function_templates()
    wanted = [shipped[code].function(FunctionId(code)) for code in codes or MARKS]
    client = edited(client, start_map(wanted), add_column(SeatId(OWNER)))
    return edited(
        client,
        add_responsibility(ResponsibilityId("protect"), SeatId(MSP), "Protect", level="managed"),
    )


def marked_it(*codes):
    """The same with everything marked that is in MARKS, and two functions that belong together."""
    client = shared_it(*codes)
    there = {function.id for function in client.functions()}
    for code, seats in MARKS.items():
        for seat, part in seats.items():
            if code in there:
                client = edited(client, mark(FunctionId(code), SeatId(seat), part))
    belong = [
        belong_to(FunctionId(code), SeatId(MSP), ResponsibilityId("protect"))
        for code in ("email", "awareness")
        if code in there
    ]
    return edited(client, *belong)


def all_of(client):
    """One edit that puts this whole client, but for its profile, in the place of what is there."""

    def run(work):
        for kind in RECORD_TYPES:
            for record in () if kind is Profile else tuple(work.client.every(kind)):
                work.remove(record)
        for kind in RECORD_TYPES:
            for record in () if kind is Profile else client.every(kind):
                work.put(record)

    return Edit("import-chart", run)
