"""What differs between two snapshots in words: each record by its kind and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import (
    Accepted,
    ChartLook,
    Contact,
    CoreValue,
    Cover,
    Figure,
    Function,
    Metric,
    Occupant,
    Profile,
    Responsibility,
    Seat,
    Seating,
    SecondLine,
)
from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    BankQuestion,
    Candidate,
    Comparison,
    Form,
    Review,
    Signature,
    Voice,
)
from mspseat_desktop.language import _
from mspseat_desktop.wording.charts import look_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.difference import Differing
    from mspseat_desktop.domain.records import Record, RecordType

LONGEST = 120
"""Letters of a client's own words that a line shows."""
_POINTING: Mapping[str, type[Record]] = {
    "seat": Seat,
    "to": Seat,
    "occupant": Occupant,
    "metric": Metric,
    "function": Function,
    "review": Review,
}
"""Fields that name another record, whose title stands for it."""
_TITLES: Mapping[RecordType, tuple[str, ...]] = {
    Profile: ("name",),
    Seat: ("title",),
    Responsibility: ("text", "seat"),
    Metric: ("name", "seat"),
    Figure: ("metric", "on"),
    Occupant: ("name",),
    Seating: ("occupant", "seat"),
    CoreValue: ("name",),
    Review: ("seat", "occupant", "on"),
    Answer: ("review",),
    Action: ("what",),
    Contact: ("name", "occupant"),
    Function: ("name",),
    Cover: ("function", "seat"),
    Accepted: ("reason",),
    Voice: ("name", "review"),
    BankQuestion: ("words",),
    Signature: ("name", "review"),
    Comparison: ("seat", "on"),
    Candidate: ("occupant",),
    Form: ("occupant", "on"),
    SecondLine: ("seat", "to"),
    ChartLook: ("layout",),
}
"""What makes up the title of a record."""


def kind_text(kind: RecordType) -> str:
    """Return what a kind of record is called, for one of them."""
    words: dict[RecordType, str] = {
        Profile: _("The client itself"),
        Seat: _("Seat"),
        Responsibility: _("Responsibility"),
        Metric: _("Metric"),
        Figure: _("Figure"),
        Occupant: _("Person or provider"),
        Seating: _("Who sits where"),
        CoreValue: _("Core value"),
        Review: _("Review"),
        Answer: _("Answer of a draft"),
        Action: _("Action"),
        Contact: _("Contact"),
        Function: _("Function"),
        Cover: _("Who covers what"),
        Accepted: _("Accepted as it is"),
        Voice: _("Own answers"),
        BankQuestion: _("Question"),
        Signature: _("Signature"),
        Comparison: _("Comparison of candidates"),
        Candidate: _("Candidate"),
        Form: _("Form for a provider"),
        SecondLine: _("Second line"),
        ChartLook: _("Layout of the chart"),
    }
    return words[kind]


def record_text(record: Record, client: Client, *, date: Callable[[str], str] = str) -> str:
    """Return kind and title of a record: "Seat: Managed IT".

    `client` has what the record points at, as far as that is still there; `date` writes a day.
    """
    title = " ".join(_title(record, client, date).split())
    short = title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
    words = _("{kind}: {title}").replace("{kind}", kind_text(type(record)))
    return words.replace("{title}", short or _("unnamed"))


def difference_lines(
    differing: Iterable[Differing],
    before: Client,
    after: Client,
    *,
    date: Callable[[str], str] = str,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what changed on the way from one snapshot to the other: headings with their lines."""
    lines: dict[str, list[str]] = {"added": [], "changed": [], "removed": []}
    for found in differing:
        client = before if found.after is None else after
        lines[found.way].append(record_text(found.record, client, date=date))
    headings = {
        "added": _("Added since then"),
        "changed": _("Changed since then"),
        "removed": _("Removed since then"),
    }
    return tuple((headings[way], tuple(found)) for way, found in lines.items() if found)


def _title(record: Record, client: Client, date: Callable[[str], str]) -> str:
    if isinstance(record, ChartLook):
        return look_text(record)
    found = (_part(record, field, client, date) for field in _TITLES[type(record)])
    return ", ".join(part for part in found if part)


def _part(record: Record, field: str, client: Client, date: Callable[[str], str]) -> str:
    value = str(getattr(record, field))
    if field == "on":
        return date(value)
    if field not in _POINTING:
        return value
    pointed = client.find(_POINTING[field], value)
    return _title(pointed, client, date) if pointed is not None else ""
