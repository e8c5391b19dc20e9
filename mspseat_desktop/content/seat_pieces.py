"""Seats as a piece that is carried from one chart to another, in the form of a template."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.template_files import (
    MOST_SEATS,
    OwnTemplate,
    template_bytes,
    template_of,
)
from mspseat_desktop.domain.edits.branches import tops
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.content.templates import SeatTemplate
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId


def piece_of(client: Client, seats: Collection[SeatId]) -> OwnTemplate:
    """Return the branches of the seats as one piece; what a template leaves out stays here.

    Raises FileProblem("template-large") for more seats than a piece holds.
    """
    found: list[SeatTemplate] = []
    name = ""
    for top in tops(client, seats):
        name = name or client.seat(top).title
        kept = template_of(client, top, name=name, with_branch=True).seats
        if len(found) + len(kept) > MOST_SEATS:
            raise FileProblem("template-large", name=name)
        found += [_further(seat, len(found)) for seat in kept]
    return OwnTemplate(name, tuple(found))


def piece_bytes(client: Client, seats: Collection[SeatId]) -> bytes:
    """Return the piece as the clipboard holds it; `read_template` reads it again."""
    return template_bytes(piece_of(client, seats))


def piece_text(piece: OwnTemplate) -> str:
    """Return the titles as an indented list, for programs that take text only."""
    depth: dict[str, int] = {"": -1}
    lines = []
    for seat in piece.seats:
        depth[seat.id] = depth[seat.parent] + 1
        lines.append("\t" * depth[seat.id] + " ".join(seat.title.split()))
    return "\n".join(lines)


def _further(seat: SeatTemplate, by: int) -> SeatTemplate:
    parent = str(int(seat.parent) + by) if seat.parent else ""
    return replace(seat, id=str(int(seat.id) + by), parent=parent)
