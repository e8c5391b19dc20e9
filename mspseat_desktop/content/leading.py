"""The responsibility that comes with reports: lead, manage and hold accountable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.recognising import words_of
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

SHORT = "lma"


def leading_text() -> str:
    """Return the responsibility as it is added."""
    return _("Lead, manage and hold accountable")


def should_lead(client: Client, seat: SeatId) -> bool:
    """Whether others report to the seat and none of its responsibilities says that it leads them.

    Source: the first responsibility of a seat with reports is usually this one (A1).
    """
    if not client.children(seat):
        return False
    return not any(_leads(r.text) for r in client.responsibilities(seat))


def _leads(text: str) -> bool:
    """Whether the words are the responsibility, also shortened or with more behind it."""
    words = words_of(text).split()
    wanted = words_of(leading_text()).replace(" and ", " ").split()
    bare = [word for word in words if word != "and"]
    return SHORT in words or bare[: len(wanted)] == wanted
