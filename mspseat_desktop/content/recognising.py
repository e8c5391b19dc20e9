"""Which seat of a chart is meant by a template, whatever the client calls it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from mspseat_desktop.content.reading import read_content, tables, text, texts
from mspseat_desktop.content.templates import templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.content.templates import SeatTemplate
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

ALIKE = 3
"""Responsibilities that a seat shares with a template of which it was made."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What gives a provider's seat away; see the head of `missing.toml`."""

    names: tuple[str, ...]
    responsibilities: frozenset[str]
    titles: tuple[str, ...]
    words: tuple[str, ...]
    firms: tuple[str, ...]
    unless: tuple[str, ...]


def seat_of_kind(client: Client, template: str) -> SeatId | None:
    """Return the first seat in chart order that stands for this provider's template, or None."""
    return seats_of_kinds(client, (template,)).get(template)


def seats_of_kinds(client: Client, kinds: Iterable[str]) -> dict[str, SeatId]:
    """Return the first seat in chart order for each provider's template that has one."""
    waiting = {template: _signs(template) for template in kinds}
    found: dict[str, SeatId] = {}
    for seat in client.chart():
        title = words_of(client.seat(seat).title)
        texts_here = frozenset(r.text.casefold() for r in client.responsibilities(seat))
        for template, signs in tuple(waiting.items()):
            if _fits(client, seat, signs, title=title, texts_here=texts_here):
                found[template] = seat
                del waiting[template]
    return found


def place_of(client: Client, template: str) -> SeatId | None:
    """Return the seat that stands for this template of the client's own people, or None.

    A title that is one of the template's words comes before one that holds them; the template's
    own titles before its other words, and these in their order.
    """
    own = [seat for seat in client.chart() if not _is_providers(client, seat)]
    phrases = (*_names(template), *texts(_row("place", template), "words"))
    titles = [(seat, words_of(client.seat(seat).title)) for seat in own]
    whole = (seat for seat, title in titles if title in phrases)
    within = (seat for phrase in phrases for seat, t in titles if _holds(t, phrase))
    return next(chain(whole, within), None)


def words_of(title: str) -> str:
    """Return a title as plain words: no capitals, accents and signs, "and" for "&"."""
    plain = unicodedata.normalize("NFKD", title.casefold().replace("&", " and "))
    return " ".join(re.findall(r"\w+", "".join(s for s in plain if not unicodedata.combining(s))))


def _fits(
    client: Client, seat: SeatId, signs: Signs, *, title: str, texts_here: frozenset[str]
) -> bool:
    if title in signs.names or any(_holds(title, phrase) for phrase in signs.titles):
        return True
    if len(texts_here & signs.responsibilities) >= ALIKE:
        return True
    if not _is_providers(client, seat) or any(_holds(title, phrase) for phrase in signs.unless):
        return False
    holder = client.accountable(seat)
    firm = words_of(holder.name) if holder is not None else ""
    return _any_of(title, signs.words) or _any_of(firm, signs.firms)


def _is_providers(client: Client, seat: SeatId) -> bool:
    holder = client.accountable(seat)
    kind = client.seat(seat).meant_for if holder is None else holder.kind
    return kind == "provider"


def _any_of(words: str, phrases: Iterable[str]) -> bool:
    return any(_holds(words, phrase) for phrase in phrases)


def _holds(words: str, phrase: str) -> bool:
    return f" {phrase} " in f" {words} "


def _signs(template: str) -> Signs:
    row = _row("kind", template)
    return Signs(
        names=_names(template),
        responsibilities=frozenset(
            r.text.casefold() for found in _both_wordings(template) for r in found.responsibilities
        ),
        titles=texts(row, "titles"),
        words=texts(row, "words"),
        firms=texts(row, "firms"),
        unless=texts(row, "unless"),
    )


def _names(template: str) -> tuple[str, ...]:
    return tuple(words_of(found.title) for found in _both_wordings(template))


def _both_wordings(template: str) -> Iterator[SeatTemplate]:
    for wording in ("plain", "eos"):
        yield from (t for t in templates(wording) if t.id == template)


def _row(kind: str, template: str) -> Table:
    empty: Mapping[str, object] = {}
    rows = tables(read_content("missing"), kind)
    return next((row for row in rows if text(row, "template") == template), empty)
