"""What a copy that is sent holds and leaves out, said before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client


def sent_text(client: Client) -> str:
    """Return what travels with a copy and what does not, as short lines."""
    seats = sum(not seat.closed_on for seat in client.every(Seat))
    people = client.count(Occupant)
    reviews = sum(review.state == "finished" for review in client.every(Review))
    noted = sum(bool(seat.notes) for seat in client.every(Seat))
    pictures = {o.portrait for o in client.every(Occupant)} | {client.profile.logo}
    shown = len((pictures | {client.profile.mark}) - {""})
    lines = [
        _("Left out: the history of edits, so nothing that was changed or deleted can be read."),
        _("Left out: pictures that are not used any more."),
        "",
        _("The copy holds all the rest:"),
        _counted(ngettext("{n} seat with its notes", "{n} seats with their notes", seats), seats),
        _counted(
            ngettext(
                "{n} name with contact data and contract dates",
                "{n} names with contact data and contract dates",
                people,
            ),
            people,
        ),
        _counted(
            ngettext(
                "{n} finished review with its ratings",
                "{n} finished reviews with their ratings",
                reviews,
            ),
            reviews,
        ),
    ]
    if shown:
        lines.append(_counted(ngettext("{n} picture", "{n} pictures", shown), shown))
    if noted or reviews:
        lines += ["", _("Whoever gets it reads every rating and note. Send a PDF to show less.")]
    return "\n".join(lines)


def _counted(words: str, count: int) -> str:
    return "• " + words.replace("{n}", str(count))
