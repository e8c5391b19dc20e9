"""How somebody is told apart in a list of names, above all from another of the same name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mspseat_desktop.domain.people import name_key, same_name
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.people.words import kind_word
from mspseat_desktop.ui.widgets import PickerItem
from mspseat_desktop.ui.widgets.matching import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId

MOST_SEATS = 4


def seats_line(client: Client, occupant: OccupantId) -> str:
    """Return the titles of the seats that the occupant holds, the first few."""
    titles = [client.get(Seat, s.seat).title or _("unnamed") for s in client.seats_of(occupant)]
    return ", ".join(titles[:MOST_SEATS])


def told_apart(client: Client, occupant: Occupant) -> str:
    """Return what tells the occupant from a namesake: kind, seats, e-mail or phone."""
    parts = (
        kind_word(is_provider=occupant.kind == "provider"),
        seats_line(client, occupant.id) or _("no seat"),
        occupant.email or occupant.phone,
    )
    return " · ".join(part for part in parts if part)


def twins_sentence(client: Client, occupant: Occupant) -> str:
    """Return that others have the same name and how they are told apart; "" for no others."""
    twins = same_name(client, occupant.name, besides=occupant.id)
    if not twins:
        return ""
    words = ngettext(
        "There is another “{name}” ({what}). An e-mail or a note tells them apart.",
        "{n} more are called “{name}” ({what}). An e-mail or a note tells them apart.",
        len(twins),
    )
    words = words.replace("{n}", str(len(twins))).replace("{name}", occupant.name[:60])
    return words.replace("{what}", told_apart(client, twins[0])[:120])


def name_items(client: Client, occupants: Iterable[Occupant]) -> list[PickerItem]:
    """Return these names for a picker, sorted; namesakes with what tells them apart."""
    people = sorted(occupants, key=lambda o: (fold(o.name), o.id))
    count = Counter(name_key(o.name) for o in people)
    items: dict[tuple[str, str], int] = {}
    found = []
    for one in people:
        key = name_key(one.name)
        detail = told_apart(client, one) if count[key] > 1 else seats_line(client, one.id)
        if count[key] > 1:
            place = items[key, detail] = items.get((key, detail), 0) + 1
            if place > 1:
                detail = _("{what}, number {n}").format(what=detail, n=place)
        found.append(PickerItem(one.id, one.name, detail, one.kind))
    return found
