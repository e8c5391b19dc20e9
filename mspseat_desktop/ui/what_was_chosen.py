"""Which seats were chosen before and after each step, so that undo and redo lead back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.domain.records import Seat

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.editing.session import News

Chosen: TypeAlias = "tuple[SeatId, ...]"
KEPT = 1_000
"""So many steps are remembered, as many as the history keeps."""


class WhatWasChosen:
    """Remembers the choice around each step of this sitting; nothing of it is kept."""

    def __init__(self) -> None:
        self._before: dict[int, Chosen] = {}
        self._after: dict[int, Chosen] = {}

    def follow(self, news: News, was: Chosen, before: Client) -> Chosen | None:
        """Return what is to be chosen after the news, None for what is chosen now.

        `was` was chosen until then, in the client `before`. Undo and redo lead back to what was
        chosen when they bring it back, or when what is chosen now goes with them.
        """
        number = news.step.number
        if news.cause == "do":
            self._before.setdefault(number, was)
            while len(self._before) > KEPT:
                self._before.pop(next(iter(self._before)))
            return None
        here, there = self._before, self._after
        if news.cause == "undo":
            here, there = there, here
        here[number] = was
        wanted = tuple(seat for seat in there.get(number, ()) if _stands(news.client, seat))
        goes = [seat for seat in was if not _stands(news.client, seat)]
        comes = [seat for seat in wanted if not _stands(before, seat)]
        if wanted and (goes or comes):
            return wanted
        return _near(news.client, before, goes[0]) if len(goes) == len(was) and goes else None


def _near(client: Client, before: Client, gone: SeatId) -> Chosen:
    """Return the next seat above one that has gone."""
    above = next((seat for seat in before.seats_above(gone) if _stands(client, seat)), None)
    return () if above is None else (above,)


def _stands(client: Client, seat: SeatId) -> bool:
    record = client.find(Seat, seat)
    return record is not None and not record.closed_on
