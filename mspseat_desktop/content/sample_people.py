"""The people and providers of the sample, with whom to call there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mspseat_desktop.content.reading import tables, text, texts, whole
from mspseat_desktop.content.templates import LEVELS
from mspseat_desktop.domain.edits.people import add_contact, add_occupant, set_own_values
from mspseat_desktop.domain.records import Contact, Occupant
from mspseat_desktop.domain.vocabulary import ContactId, CoreValueId

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.content.templates import NewId
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import ContactPart, OccupantId

_PARTS: dict[str, ContactPart] = {
    "account_manager": "account_manager",
    "vcio": "vcio",
    "service_desk": "service_desk",
    "other": "other",
}


def occupant_edits(
    row: Table, occupant: OccupantId, *, today: date, new_id: NewId
) -> Iterator[Edit]:
    """Yield the edits that add a person, or a provider with its contacts and its own values."""
    yield add_occupant(_occupant(row, occupant, today))
    for item in tables(row, "contacts"):
        yield add_contact(
            Contact(
                ContactId(new_id()),
                occupant,
                part=_PARTS[text(item, "part")],
                name=text(item, "name"),
                email=text(item, "email"),
                phone=text(item, "phone"),
            )
        )
    if values := texts(row, "values"):
        yield set_own_values(occupant, values, new_id=lambda: CoreValueId(new_id()))


def _occupant(row: Table, occupant: OccupantId, today: date) -> Occupant:
    def in_days(key: str) -> str:
        days = whole(row, key)
        return (today + timedelta(days=days)).isoformat() if days else ""

    return Occupant(
        occupant,
        text(row, "name"),
        "provider" if text(row, "kind") == "provider" else "person",
        email=text(row, "email"),
        phone=text(row, "phone"),
        service_model=LEVELS[text(row, "service_model")],
        contract_start=in_days("contract_start_in"),
        contract_end=in_days("contract_end_in"),
        notice_by=in_days("notice_by_in"),
        fee=text(row, "fee"),
        covers=text(row, "covers"),
        excludes=text(row, "excludes"),
        notes=text(row, "notes"),
    )
