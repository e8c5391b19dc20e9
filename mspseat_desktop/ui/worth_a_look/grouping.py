"""The findings as the rows of a list: grouped, each group shortened, what is accepted below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.finding import Finding, acceptance, known_code
from mspseat_desktop.domain.records import Accepted, Seat
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.health import kind_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.finding import Code
    from mspseat_desktop.ui.worth_a_look.watch import Watch

Manner: TypeAlias = Literal["kind", "seat"]
RowKind: TypeAlias = Literal["heading", "finding", "accepted", "off", "more"]

SHOWN = 10
"""Rows of a group that are shown at first."""
MORE = 100
"""Rows of a group, or groups, that come with each further step."""


BY_WEIGHT: Final[tuple[Code, ...]] = (
    "notice-date-near",
    "action-overdue",
    "wrong-seat-without-action",
    "provider-answers-to-nobody",
    "provider-answers-to-itself",
    "no-provider-seat",
    "nobody-accountable",
    "open-seat",
    "function-two-accountable",
    "function-nobody-covers",
    "provider-without-seat",
    "metric-off-target",
    "judge-in-doubt",
    "review-overdue",
    "seat-changed-since-review",
    "never-reviewed",
    "same-responsibility-twice",
    "no-responsibility",
    "metric-stale",
    "no-metric",
    "many-seats",
    "wide-span",
    "many-responsibilities",
    "few-responsibilities",
)
"""Every kind: days that pass, then who answers for what, then what is not written down yet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `key` stays the same when the list is made anew.

    `words` is the text of a heading, kind or further step; a finding's own sentence is made when
    it is shown. `reason` says why it is accepted.
    """

    kind: RowKind
    key: str
    words: str = ""
    finding: Finding | None = None
    accepted: Accepted | None = None
    code: Code | None = None


@dataclass(slots=True)
class Found:
    """All findings of a moment, gathered in portions: by group, and those accepted."""

    groups: dict[str, list[Finding]] = field(default_factory=dict)
    accepted: list[tuple[Finding, Accepted]] = field(default_factory=list)

    def gather(self, watch: Watch, *, manner: Manner, with_ratings: bool) -> Iterator[None]:
        """Take in what the watch knows; each step is a place to pause at."""
        client = watch.client
        if manner == "kind":
            self.groups = {code: [] for code in BY_WEIGHT}
        for found in watch.in_chart_order():
            for finding in found:
                if finding.tells_ratings and not with_ratings:
                    continue
                accepted = acceptance(client, finding)
                if accepted is not None:
                    self.accepted.append((finding, accepted))
                    continue
                group = finding.code if manner == "kind" else finding.seat or ""
                self.groups.setdefault(group, []).append(finding)
            yield None


def rows_of(
    client: Client, found: Found, *, manner: Manner, steps: Mapping[str, int]
) -> tuple[Row, ...]:
    """Return the rows to show; `steps` says how often more of a group was asked for."""
    rows: list[Row] = []
    groups = [(name, own) for name, own in found.groups.items() if own]
    most = SHOWN * 2 + MORE * steps.get("", 0)
    for name, own in groups[:most]:
        rows.append(Row("heading", f"heading:{name}", _heading(client, name, own, manner)))
        rows += _group(name, own, steps.get(name, 0))
    rows += _more("", len(groups) - most)
    rows += _accepted(found.accepted, steps.get("accepted", 0))
    rows += _switched_off(client)
    return tuple(rows)


def _group(name: str, own: list[Finding], step: int) -> Iterator[Row]:
    most = SHOWN + MORE * step
    for finding in own[:most]:
        yield Row("finding", f"{finding.code}:{finding.about}", finding=finding)
    yield from _more(name, len(own) - most)


def _more(name: str, left: int) -> Iterator[Row]:
    if left > 0:
        words = ngettext("{n} more…", "{n} more…", left).replace("{n}", str(left))
        yield Row("more", f"more:{name}", words)


def _accepted(own: list[tuple[Finding, Accepted]], step: int) -> Iterator[Row]:
    if not own:
        return
    yield Row("heading", "heading:accepted", f"{_('Accepted')} · {len(own)}")
    most = SHOWN + MORE * step
    for finding, accepted in own[:most]:
        key = f"accepted:{finding.code}:{finding.about}"
        yield Row("accepted", key, finding=finding, accepted=accepted)
    yield from _more("accepted", len(own) - most)


def _switched_off(client: Client) -> Iterable[Row]:
    off = [code for text in client.profile.unwatched if (code := known_code(text)) is not None]
    if not off:
        return []
    heading = Row("heading", "heading:off", _("Never shown for this client"))
    return [heading, *(Row("off", f"off:{code}", kind_text(code), code=code) for code in off)]


def _heading(client: Client, name: str, own: list[Finding], manner: Manner) -> str:
    if manner == "kind":
        words = kind_text(own[0].code)
    elif name:
        record = client.find(Seat, SeatId(name))
        title = " ".join(record.title.split()) if record is not None else ""
        words = title or _("Unnamed seat")
    else:
        words = _("The whole company")
    return f"{words} · {len(own)}"
