"""Which seats still have the name that a template gave them, and what it is in other words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.content.templates import templates
from mspseat_desktop.domain.records import Seat

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId, Wording


@dataclass(frozen=True, slots=True)
class Renaming:
    """A seat whose name came from a template, with its name in the other words."""

    seat: SeatId
    before: str
    after: str


def renamings(client: Client, wording: Wording) -> tuple[Renaming, ...]:
    """Return the open seats whose names are a template's and differ in this wording, top first."""
    other: Wording = "plain" if wording == "eos" else "eos"
    here = {template.id: template.title for template in templates(wording)}
    names = {template.title: here[template.id] for template in templates(other)}
    kept = set(here.values())
    found = []
    for seat in client.chart():
        before = client.get(Seat, seat).title.strip()
        after = names.get(before, before)
        if after != before and before not in kept:
            found.append(Renaming(seat, before, after))
    return tuple(found)
