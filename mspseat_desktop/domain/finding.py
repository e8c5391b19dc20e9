"""What is worth a look, as values: a code, the seat, and the thing that it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

from mspseat_desktop.domain.records import (
    Accepted,
    Occupant,
    accepted_id,
)
from mspseat_desktop.domain.vocabulary import FunctionId

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import SeatId

Code: TypeAlias = Literal[
    "no-provider-seat",
    "provider-without-seat",
    "provider-answers-to-nobody",
    "provider-answers-to-itself",
    "open-seat",
    "nobody-accountable",
    "no-responsibility",
    "few-responsibilities",
    "many-responsibilities",
    "same-responsibility-twice",
    "no-metric",
    "metric-off-target",
    "metric-stale",
    "never-reviewed",
    "review-overdue",
    "seat-changed-since-review",
    "wrong-seat-without-action",
    "action-overdue",
    "notice-date-near",
    "many-seats",
    "wide-span",
    "function-nobody-covers",
    "function-two-accountable",
    "judge-in-doubt",
]

CODES: Final[tuple[Code, ...]] = get_args(Code)
"""Every code, in the order in which findings of one seat are told. Codes never change."""

_RANK: Final = {code: number for number, code in enumerate(CODES)}
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def no_params() -> Mapping[str, str]:
    """Return the empty parameters that most findings share."""
    return _NONE


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look.

    `about` is the id of what it is about and stays the same from day to day: a seat, metric,
    action, occupant or function, "client", or a sign for a text. `params` holds counts, days and
    reasons; names are looked up when the sentence is made. `seat` is where to go, None where
    there is no seat to go to.
    """

    code: Code
    seat: SeatId | None
    about: str
    params: Mapping[str, str] = field(default_factory=no_params)

    @property
    def tells_ratings(self) -> bool:
        """Whether it says how somebody was rated, so that it hides while ratings do."""
        if self.code == "judge-in-doubt":
            return self.params.get("why") == "wrong_seat"
        return self.code in {"seat-changed-since-review", "wrong-seat-without-action"}


def in_order(client: Client) -> Callable[[Finding], tuple[int, int, str, str]]:
    """Return the key by which findings of one seat, or of none, are told one after the other.

    Functions go as in the map, people and providers by their names.
    """
    places = {function.id: place for place, function in enumerate(client.functions())}

    def key(finding: Finding) -> tuple[int, int, str, str]:
        occupant = client.find(Occupant, finding.about)
        name = occupant.name.casefold() if occupant is not None else ""
        place = places.get(FunctionId(finding.about), 0)
        return _RANK[finding.code], place, name, finding.about

    return key


def rank(finding: Finding) -> tuple[int, str]:
    """Return where the finding stands among those of its seat."""
    return _RANK[finding.code], finding.about


def acceptance(client: Client, finding: Finding) -> Accepted | None:
    """Return why the client lives with it, None when it does not."""
    return client.find(Accepted, accepted_id(finding.code, finding.about))


def known_code(text: str) -> Code | None:
    """Return the code that the text is, None for one of another version."""
    return next((code for code in CODES if code == text), None)
