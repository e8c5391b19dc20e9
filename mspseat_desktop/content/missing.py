"""The missing-seat guide: which outside firms have no seat yet, and the edits that answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.reading import read_content, tables, text, texts
from mspseat_desktop.content.recognising import place_of, seats_of_kinds, words_of
from mspseat_desktop.content.templates import seat_from_template, templates
from mspseat_desktop.domain.edits.people import add_occupant, seat_occupant
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from mspseat_desktop.content.templates import NewId, SeatTemplate
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.revision import Revision


@dataclass(frozen=True, slots=True)
class MissingKind:
    """A firm that most companies have: the id of its seat template and what is asked about it.

    `seat` is its seat when that stands open, so that only its name is missing.
    """

    template: str
    title: str
    question: str
    about: str
    seat: SeatId | None = None


def missing_kinds(client: Client) -> tuple[MissingKind, ...]:
    """Return all that the guide asks about, in its order, titles in the client's wording."""
    titles = {t.id: t.title for t in templates(client.profile.wording)}
    return tuple(
        MissingKind(
            template=text(row, "template"),
            title=titles[text(row, "template")],
            question=_(text(row, "question")),
            about=_(text(row, "about")),
        )
        for row in tables(read_content("missing"), "kind")
    )


def still_missing(client: Client) -> tuple[MissingKind, ...]:
    """Return what has no seat and was not answered with "we have none"."""
    none, kinds = client.profile.has_none, missing_kinds(client)
    seated = seats_of_kinds(client, [kind.template for kind in kinds])
    return tuple(k for k in kinds if k.template not in none and k.template not in seated)


def to_ask(client: Client) -> tuple[MissingKind, ...]:
    """Return what has no seat, and what has one that nobody holds; without "we have none"."""
    none, kinds = client.profile.has_none, missing_kinds(client)
    seated = seats_of_kinds(client, [kind.template for kind in kinds])
    found = []
    for kind in kinds:
        seat = seated.get(kind.template)
        if seat is None:
            if kind.template not in none:
                found.append(kind)
        elif client.accountable(seat) is None:
            found.append(replace(kind, seat=seat))
    return tuple(found)


def possible_parents(client: Client, template: str) -> tuple[SeatId, ...]:
    """Return the seats that this firm's seat may report to, the usual one first.

    Where none of them is in the chart, the nearest seat above them, else the top of the chart;
    nothing for an empty chart.
    """
    rows = tables(read_content("missing"), "kind")
    wanted = next((texts(row, "places") for row in rows if text(row, "template") == template), ())
    found = dict.fromkeys(seat for name in wanted if (seat := place_of(client, name)))
    if found:
        return tuple(found)
    above = {t.id: t.parent for t in templates()}
    for name in wanted:
        parent = above.get(name, "")
        while parent:
            if seat := place_of(client, parent):
                return (seat,)
            parent = above.get(parent, "")
    return client.children(None)[:1]


def have_one(
    client: Client, template: str, *, parent: SeatId | None, firm: str, new_id: NewId, on: str
) -> tuple[Edit, SeatId]:
    """Return the edit that gives the firm its seat, and the seat; `firm` may be empty.

    A provider of the same name who is known already is seated, not entered again.
    """
    found = _template(client, template)
    seat = SeatId(new_id())
    edits = [
        seat_from_template(found, seat=seat, parent=parent, new_id=new_id),
        _note_none(template, none=False),
    ]
    edits += _seat_firm(client, seat, firm, new_id=new_id, on=on)
    return both("seat-missing", *edits, params={"seat": found.title}), seat


def name_firm(client: Client, seat: SeatId, firm: str, *, new_id: NewId, on: str) -> Edit:
    """Return the edit that puts the firm of this name, which is not empty, into an open seat."""
    return both("seat-occupant", *_seat_firm(client, seat, firm, new_id=new_id, on=on))


def _seat_firm(client: Client, seat: SeatId, firm: str, *, new_id: NewId, on: str) -> list[Edit]:
    name = " ".join(firm.split())
    if not name:
        return []
    edits = []
    known = _known_provider(client, name)
    if known is None:
        known = OccupantId(new_id())
        edits.append(add_occupant(Occupant(known, name, "provider")))
    return [*edits, seat_occupant(SeatingId(new_id()), seat, known, on=on)]


def have_none(client: Client, template: str) -> Edit:
    """Return the edit that keeps "we have none" as an answer."""
    title = _template(client, template).title
    return both("have-none", _note_none(template, none=True), params={"seat": title})


def ask_again(client: Client, template: str) -> Edit:
    """Return the edit that takes "we have none" back."""
    title = _template(client, template).title
    return both("ask-again", _note_none(template, none=False), params={"seat": title})


def _template(client: Client, template: str) -> SeatTemplate:
    return next(t for t in templates(client.profile.wording) if t.id == template)


def _known_provider(client: Client, name: str) -> OccupantId | None:
    fits = (
        o.id
        for o in client.every(Occupant)
        if o.kind == "provider" and words_of(o.name) == words_of(name)
    )
    return min(fits, default=None)


def _note_none(template: str, *, none: bool) -> Edit:
    def run(work: Revision) -> None:
        profile = work.client.profile
        others = tuple(t for t in profile.has_none if t != template)
        work.put(replace(profile, has_none=(*others, template) if none else others))

    return Edit("change-client", run)
