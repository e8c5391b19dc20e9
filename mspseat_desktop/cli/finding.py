"""Finds what a command names: a seat by its id, its id in the source, or its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.cli.telling import Told
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

MOST_NAMED = 5
"""Ids that a sentence names when a title fits several seats."""


def named_seat(client: Client, name: str) -> SeatId:
    """Return the open seat that the name means; raise Told when none or several do."""
    seats = [client.seat(seat) for seat in client.chart()]
    wanted = _plain(name)
    for found in (
        [seat.id for seat in seats if seat.id == name],
        [seat.id for seat in seats if seat.source_id and seat.source_id == name],
        [seat.id for seat in seats if _plain(seat.title) == wanted],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Told(
                _("“{name}” fits {count} seats. Use an id: {ids}.").format(
                    name=name, count=len(found), ids=_listed(found)
                )
            )
    raise Told(_("There is no seat “{name}”.").format(name=name))


def _listed(ids: Iterable[SeatId]) -> str:
    named = list(ids)
    return ", ".join(named[:MOST_NAMED]) + (", …" if len(named) > MOST_NAMED else "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
