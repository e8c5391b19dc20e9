"""A user's own seat templates as TOML: what is written, and what is taken of a file."""

from __future__ import annotations

import math
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import tomli_w

from mspseat_desktop.content.banks import LETTERS
from mspseat_desktop.content.question_templates import (
    QuestionTemplate,
    is_of_use,
    kept_questions,
    usual_order,
)
from mspseat_desktop.content.reading import flag, tables, text
from mspseat_desktop.content.templates import (
    DIRECTIONS,
    LEVELS,
    MEANT_FOR,
    MEASURES,
    PARTS,
    MetricTemplate,
    ResponsibilityTemplate,
    SeatTemplate,
)
from mspseat_desktop.storage.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

VERSION = 1
KEY = "mspseat_template"
LARGEST = 1024 * 1024
"""Bytes of a template file that is still read."""
MOST_SEATS = 500
MOST_QUESTIONS = 200
"""Questions of one seat that are taken."""
LARGEST_ORDER = 1 << 52
LONGEST = 4000
"""Letters of a text that are taken; titles in charts are far shorter."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A seat or a branch that a user has kept; parents come before children, the first is the top.

    `path` is its file in the program's folder, None before it is written.
    """

    name: str
    seats: tuple[SeatTemplate, ...]
    path: Path | None = None


def template_of(client: Client, seat: SeatId, *, name: str, with_branch: bool) -> OwnTemplate:
    """Return the seat, or all that hangs on it, as a template.

    People, ratings, figures, notes and what a contract leaves out stay with the client, and so
    do the questions that it asks in every seat; whether a person or a provider sits there is
    kept as whom the seat is meant for.
    """
    seats = client.branch(seat) if with_branch else (seat,)
    if len(seats) > MOST_SEATS:
        raise FileProblem("template-large", name=name)
    numbers = {found: str(number) for number, found in enumerate(seats, start=1)}
    kept = (
        _seat_template(client, found, numbers[found], _parent_number(client, found, numbers))
        for found in seats
    )
    return OwnTemplate(name, tuple(kept))


def template_bytes(template: OwnTemplate) -> bytes:
    """Return the template as the TOML of its file."""
    return tomli_w.dumps(template_table(template)).encode()


def template_table(template: OwnTemplate) -> dict[str, object]:
    """Return what stands in the template's file."""
    rows = [_seat_row(seat) for seat in template.seats]
    return {KEY: VERSION, "name": template.name, "seat": rows}


def read_template(content: bytes, *, file: str) -> OwnTemplate:
    """Return the template that a file of this name holds.

    Raises FileProblem: `template-large`, `template-broken`, `template-foreign` for TOML that is
    no template, `newer`. A value that is not known is left out; the template is still of use.
    """
    if len(content) > LARGEST:
        raise FileProblem("template-large", name=file)
    try:
        table = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        raise FileProblem("template-broken", name=file) from error
    version = table.get(KEY)
    if type(version) is not int:
        raise FileProblem("template-foreign", name=file)
    if version > VERSION:
        raise FileProblem("newer", name=file, version=str(version))
    rows = tables(table, "seat")
    if not rows:
        raise FileProblem("template-broken", name=file)
    if len(rows) > MOST_SEATS:
        raise FileProblem("template-large", name=file)
    seats = tuple(_read_seat(row, str(number)) for number, row in enumerate(rows, start=1))
    name = words_of(table, "name") or seats[0].title or file.removesuffix(".toml")
    return OwnTemplate(name, _with_parents(seats, rows))


def _seat_template(client: Client, seat: SeatId, number: str, parent: str) -> SeatTemplate:
    record, holder = client.seat(seat), client.accountable(seat)
    return SeatTemplate(
        id=number,
        title=record.title,
        parent=parent,
        meant_for=record.meant_for or (holder.kind if holder else ""),
        purpose=record.purpose,
        needs=record.needs,
        holds_it=record.holds_it,
        responsibilities=tuple(
            ResponsibilityTemplate(r.text, r.level, r.protects, r.part)
            for r in client.responsibilities(seat)
        ),
        metrics=tuple(
            MetricTemplate(
                name=m.name,
                target=m.target,
                target_high=m.target_high,
                unit=m.unit,
                direction=m.direction,
                cadence=m.cadence,
                measure=m.measure,
            )
            for m in client.metrics(seat)
        ),
        questions=kept_questions(client, seat),
    )


def _parent_number(client: Client, seat: SeatId, numbers: dict[SeatId, str]) -> str:
    parent = client.seat(seat).parent
    return "" if parent is None else numbers.get(parent, "")


def _seat_row(seat: SeatTemplate) -> dict[str, object]:
    return _without_empty(
        {
            "id": seat.id,
            "parent": seat.parent,
            "title": seat.title,
            "purpose": seat.purpose,
            "needs": seat.needs,
            "meant_for": seat.meant_for,
            "holds_it": seat.holds_it,
            "responsibilities": [
                _without_empty(
                    {"text": r.text, "level": r.level, "part": r.part, "protects": r.protects}
                )
                for r in seat.responsibilities
            ],
            "metrics": [
                _without_empty(
                    {
                        "name": m.name,
                        "measure": m.measure,
                        "unit": m.unit,
                        "direction": m.direction,
                        "target": m.target,
                        "target_high": m.target_high,
                        "cadence": m.cadence,
                    }
                )
                for m in seat.metrics
            ],
            "questions": [
                _without_empty(
                    {
                        "bank": q.bank,
                        "shipped": q.shipped,
                        "hidden": q.hidden,
                        "letter": q.letter if q.words else "",
                        "words": q.words,
                        "provider_words": q.provider_words,
                        "ask_to_see": q.ask_to_see,
                        "deciding": q.deciding,
                        "order": q.order,
                    }
                )
                for q in seat.questions
            ],
        }
    )


def _without_empty(row: dict[str, object]) -> dict[str, object]:
    """Leave out what a reader takes for granted; a target of 0 is a target."""
    usual = {"measure": "number", "direction": "at_least", "part": "accountable"}
    return {
        key: value
        for key, value in row.items()
        if value not in ("", None, [], False) or type(value) in (int, float)
        if usual.get(key) != value
    }


def _read_seat(row: Table, number: str) -> SeatTemplate:
    return SeatTemplate(
        id=number,
        title=words_of(row, "title"),
        meant_for=MEANT_FOR.get(text(row, "meant_for"), ""),
        purpose=words_of(row, "purpose", lines=True),
        needs=words_of(row, "needs", lines=True),
        holds_it=flag(row, "holds_it"),
        responsibilities=tuple(
            ResponsibilityTemplate(
                words,
                LEVELS.get(text(r, "level"), ""),
                flag(r, "protects"),
                PARTS.get(text(r, "part"), "accountable"),
            )
            for r in tables(row, "responsibilities")
            if (words := words_of(r, "text"))
        ),
        metrics=tuple(
            MetricTemplate(
                name=name,
                target=_finite(m, "target"),
                target_high=_finite(m, "target_high"),
                unit=words_of(m, "unit"),
                direction=DIRECTIONS.get(text(m, "direction"), "at_least"),
                cadence=words_of(m, "cadence"),
                measure=MEASURES.get(text(m, "measure"), "number"),
            )
            for m in tables(row, "metrics")
            if (name := words_of(m, "name"))
        ),
        questions=_read_questions(row),
    )


def _read_questions(row: Table) -> tuple[QuestionTemplate, ...]:
    """Return what is of use: own words in a bank that there is, and places of its questions."""
    found: dict[tuple[str, str], QuestionTemplate] = {}
    for number, said in enumerate(tables(row, "questions")[:MOST_QUESTIONS]):
        bank, shipped, hidden = text(said, "bank"), text(said, "shipped"), flag(said, "hidden")
        words = "" if shipped else words_of(said, "words")
        if not is_of_use(bank, shipped, words, hidden=hidden):
            continue
        letter = LETTERS.get(text(said, "letter"), "gets") if words else "gets"
        found[bank, shipped or str(number)] = QuestionTemplate(
            bank=bank,
            order=_order(said, usual_order(bank, shipped)),
            shipped=shipped,
            hidden=hidden,
            letter=letter,
            words=words,
            provider_words=words_of(said, "provider_words") if words else "",
            ask_to_see=words_of(said, "ask_to_see") if words else "",
            deciding=bool(words) and letter != "homework" and flag(said, "deciding"),
        )
    return tuple(found.values())


def _order(said: Table, usual: int) -> int:
    order = said.get("order")
    if type(order) is not int:
        return usual
    return max(-LARGEST_ORDER, min(order, LARGEST_ORDER))


def _with_parents(seats: Sequence[SeatTemplate], rows: Sequence[Table]) -> tuple[SeatTemplate, ...]:
    """Give each seat its parent by the files' own ids; what names none goes under the first."""
    numbers: dict[str, str] = {}
    found = []
    for seat, row in zip(seats, rows, strict=True):
        top = seats[0].id if seat is not seats[0] else ""
        found.append(replace(seat, parent=numbers.get(text(row, "parent"), top)))
        numbers.setdefault(text(row, "id"), seat.id)
    return tuple(found)


def words_of(row: Table, key: str, *, lines: bool = False) -> str:
    """Return a text without control characters, on one line unless `lines`."""
    kept = "".join(
        sign
        for sign in text(row, key)[:LONGEST]
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    )
    return kept.strip() if lines else " ".join(kept.split())


def _finite(row: Table, key: str) -> float | None:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
