"""What differs in one record between two versions of a client, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import ChartLook, Occupant, Seat
from mspseat_desktop.language import _
from mspseat_desktop.wording.charts import look_text
from mspseat_desktop.wording.difference import LONGEST, record_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.difference import Differing
    from mspseat_desktop.domain.records import Record

_SHOWN = frozenset(
    {
        "title", "purpose", "needs", "notes", "text", "name", "meaning", "email", "phone", "fee",
        "covers", "excludes", "what", "who", "due", "words", "reason", "note", "unit", "cadence",
        "source", "target", "target_high", "value", "goals", "growth", "picture", "it_budget",
        "adviser", "firm", "about",
    }
)  # fmt: skip
"""Fields whose value can be read as it is."""
_POINTING = frozenset({"parent", "seat", "occupant", "to", "chosen", "continues_as"})
"""Fields that name another seat, person or provider."""


def fields_text(differing: Differing) -> str:
    """Return the names of the fields that differ, each once: "title, notes"."""
    known = _field_words()
    found = [known.get(name) for name in differing.fields]
    named = dict.fromkeys(word for word in found if word)
    if None in found:
        named[_("details")] = None
    return ", ".join(named)


def values_text(
    differing: Differing, present: Client, other: Client, *, date: Callable[[str], str] = str
) -> tuple[str, str]:
    """Return how the record reads here and in the other version, each on one line."""
    before, after = differing.before, differing.after
    if isinstance(differing.record, ChartLook):
        return look_text(present.look), look_text(other.look)
    if before is None or after is None:
        there, not_there = _("is there"), _("is not there")
        return (not_there, there) if before is None else (there, not_there)
    return _values(before, differing, present, date), _values(after, differing, other, date)


def _values(
    record: Record, differing: Differing, client: Client, date: Callable[[str], str]
) -> str:
    found = []
    for name in differing.fields:
        value = getattr(record, name)
        if name in _POINTING:
            found.append(_pointed(name, value, client) or _("nobody"))
        elif name in _SHOWN:
            text = " ".join(str("" if value is None else value).split())
            found.append(date(text) if name == "due" and text else text or _("empty"))
    line = "; ".join(found)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _pointed(name: str, value: object, client: Client) -> str:
    if name in {"occupant", "chosen", "continues_as"}:
        occupant = client.find(Occupant, str(value))
        return occupant.name if occupant is not None else ""
    seat = client.find(Seat, str(value))
    return seat.title if seat is not None else ""


def what_text(
    differing: Differing, present: Client, other: Client, *, date: Callable[[str], str] = str
) -> str:
    """Return kind and title of the record: "Seat: IT"; as it is here, where it is."""
    client = present if differing.before is not None else other
    record = differing.before if differing.before is not None else differing.record
    return record_text(record, client, date=date)


def _field_words() -> Mapping[str, str]:
    return {
        "title": _("title"),
        "parent": _("reports to"),
        "order": _("order"),
        "purpose": _("purpose"),
        "needs": _("what the seat needs"),
        "notes": _("notes"),
        "note": _("notes"),
        "text": _("wording"),
        "words": _("wording"),
        "name": _("name"),
        "meaning": _("meaning"),
        "level": _("level"),
        "part": _("part"),
        "seat": _("seat"),
        "occupant": _("who"),
        "to": _("reports to"),
        "about": _("what about"),
        "target": _("target"),
        "target_high": _("target"),
        "unit": _("unit"),
        "value": _("value"),
        "cadence": _("how often"),
        "source": _("source"),
        "email": _("e-mail"),
        "phone": _("phone"),
        "fee": _("fee"),
        "contract_start": _("contract dates"),
        "contract_end": _("contract dates"),
        "notice_by": _("contract dates"),
        "notice_given": _("contract dates"),
        "covers": _("what the contract covers"),
        "excludes": _("what the contract covers"),
        "since": _("since when"),
        "until": _("until when"),
        "role": _("role"),
        "closed_on": _("closed"),
        "what": _("what is to be done"),
        "who": _("who"),
        "due": _("until when"),
        "done_on": _("done"),
        "state": _("finished or not"),
        "answers": _("answers"),
        "portrait": _("picture"),
        "logo": _("picture"),
        "mark": _("picture"),
        "goals": _("goals"),
        "growth": _("growth"),
        "it_budget": _("IT budget"),
        "layout": _("layout"),
        "compact": _("layout"),
    }
