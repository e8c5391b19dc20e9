"""Reads the answers of one review from JSON, the way scripts hand them over.

The file is one object in UTF-8. Every key may be left out; unknown keys are an error.

    {
      "on": "2026-10-14",                     the day of the review, today when left out
      "occupant": "Northgate IT",             who is reviewed, the accountable one when left out
      "bank": "it_provider",                  or other_provider, person; else what fits
      "answered_by": "Ann Lee",
      "facilitated_by": "Kim Roe",
      "independence": "independent",          or provider, competitor
      "questions": {                          by id of the bank, or its words
        "g1": "yes",                          yes, unsure, no, n/a
        "g6": {"answer": "no", "note": "No scorecard.",
               "evidence": "seen",            seen, claimed, unknown
               "seen_by": "Ann Lee",          who saw it, or who claims it
               "seen_on": "2026-10-01",
               "reference": "Page 3 of the plan",
               "file": "plan.pdf"},           kept with the review; beside this file, to 5 MB
        "c2": {"answer": "no", "mend": "ours"},
        "w2": {"note": "The help desk at night."}
      },
      "responsibilities": {                   by number from 1, text or id
        "1": {"gets": "yes",                  yes, unsure, no
              "wants": "wants",               wants, condition, accepted, declined
              "can": {"answer": "no", "mend": "theirs"},
              "evidence": "Ticket report of September"},
        "2": {"evidence": {"note": "Its invoices", "evidence": "claimed"}}
      },
      "values": {"Own it": "+"},              +, +/-, - by name or id of the core value
      "calls": {                              gets, wants, capacity
        "gets": {"call": "yes", "because": "The scorecard is promised."},
        "wants": {"call": "no", "because": "It declined the roadmap."}
      },
      "homework": {"h1": "yes"},              as questions
      "actions": [{"what": "Write the scorecard", "who": "Ann Lee", "due": "2026-11-01"}],
      "next_review": "2027-01-12",
      "state": "finished"                     or draft, to go on with it in the window
    }

A call against where the answers point needs its `because`, and so does a yes for a provider where
they point nowhere: without it nothing is recorded, unless a draft is asked for. An answer may say
what it rests on, as g6 does; who, when or where alone counts as seen. `mend` says whose a no is to
mend: theirs or ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from mspseat_desktop.domain.edits.review import ALLOWED
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.strict_json import read_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mspseat_desktop.domain.vocabulary import (
        AnswerKind,
        Evidence,
        Independence,
        Mend,
    )

LARGEST = 4 * 1024 * 1024
"""Bytes of an answers file that is still read."""
LONGEST_TEXT = 20_000
"""Characters of one text in it."""

_TOP = (
    "on",
    "occupant",
    "bank",
    "answered_by",
    "facilitated_by",
    "independence",
    "questions",
    "responsibilities",
    "values",
    "calls",
    "homework",
    "actions",
    "next_review",
    "state",
)
_STATES: Final = ("draft", "finished")
_INDEPENDENCE: Final[dict[str, Independence]] = {
    "": "",
    "independent": "independent",
    "provider": "provider",
    "competitor": "competitor",
}
_EVIDENCE: Final[dict[str, Evidence]] = {
    "": "",
    "seen": "seen",
    "claimed": "claimed",
    "unknown": "",
}
_RESTS_ON = ("evidence", "seen_by", "seen_on", "reference", "file")
_MEND: Final[dict[str, Mend]] = {"": "", "theirs": "theirs", "ours": "ours"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

JsonObject: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What an answer rests on, as the file says it; `file` is a path, read beside the answers."""

    evidence: Evidence = ""
    seen_by: str = ""
    seen_on: str = ""
    reference: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer as the file says it; `key` is the place in the file, for sentences."""

    kind: AnswerKind
    about: str
    key: str
    value: str = ""
    note: str = ""
    rests_on: RestsOn = RestsOn()
    mend: Mend = ""


@dataclass(frozen=True, slots=True)
class GivenAction:
    """One action as the file says it."""

    what: str
    who: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class GivenReview:
    """A review as the file says it, before its names are looked up in a client."""

    on: str = ""
    occupant: str = ""
    bank: str = ""
    answered_by: str = ""
    facilitated_by: str = ""
    independence: Independence = ""
    next_on: str = ""
    answers: tuple[GivenAnswer, ...] = ()
    actions: tuple[GivenAction, ...] = field(default=())
    is_draft: bool = False


def read_answers(data: bytes) -> GivenReview:
    """Return the review that the JSON holds.

    Raises ImportProblem, which names the key that is not as it must be.
    """
    if len(data) > LARGEST:
        megabytes = str(LARGEST // 1024 // 1024)
        raise ImportProblem("source_large", file="JSON", megabytes=megabytes)
    top = _object(read_json(data), "{}", known=_TOP)
    independence = _choice(top, "independence", _INDEPENDENCE)
    return GivenReview(
        on=_day(top, "on"),
        occupant=_text(top, "occupant"),
        bank=_text(top, "bank"),
        answered_by=_text(top, "answered_by"),
        facilitated_by=_text(top, "facilitated_by"),
        independence=_INDEPENDENCE[independence],
        next_on=_day(top, "next_review"),
        answers=(
            *_simple(top, "questions", "question"),
            *_responsibilities(top),
            *_simple(top, "values", "value"),
            *_calls(top),
            *_simple(top, "homework", "homework"),
        ),
        actions=tuple(_actions(top)),
        is_draft=_choice(top, "state", _STATES) == "draft",
    )


def _simple(top: JsonObject, name: str, kind: AnswerKind) -> Iterator[GivenAnswer]:
    for about, said in _object(top.get(name, {}), name).items():
        yield _answer(said, kind, about=about, key=f"{name}.{about}")


def _calls(top: JsonObject) -> Iterator[GivenAnswer]:
    letters = ("gets", "wants", "capacity")
    for letter, said in _object(top.get("calls", {}), "calls", known=letters).items():
        key = f"calls.{letter}"
        parts = {"call": said} if isinstance(said, str) else _object(said, key)
        _refuse_unknown(parts, ("call", "because"), key)
        value = _choice(parts, "call", ALLOWED["call"], within=key)
        note = _text(parts, "because", within=key)
        yield GivenAnswer("call", letter, key, value, note)


def _responsibilities(top: JsonObject) -> Iterator[GivenAnswer]:
    name = "responsibilities"
    kinds: tuple[AnswerKind, ...] = ("gets", "wants", "can")
    for about, said in _object(top.get(name, {}), name).items():
        key = f"{name}.{about}"
        parts = _object(said, key, known=(*kinds, "evidence"))
        for kind in kinds:
            if kind in parts:
                yield _answer(parts[kind], kind, about=about, key=f"{key}.{kind}")
        if "evidence" in parts:
            yield _line_of_evidence(parts["evidence"], about, f"{key}.evidence")


def _answer(said: object, kind: AnswerKind, *, about: str, key: str) -> GivenAnswer:
    parts = {"answer": said} if isinstance(said, str) else _object(said, key)
    _refuse_unknown(parts, ("answer", "note", "mend", *_RESTS_ON), key)
    return GivenAnswer(
        kind,
        about,
        key,
        value=_choice(parts, "answer", ALLOWED[kind], within=key),
        note=_text(parts, "note", within=key),
        rests_on=_rests_on(parts, key),
        mend=_MEND[_choice(parts, "mend", _MEND, within=key)],
    )


def _line_of_evidence(said: object, about: str, key: str) -> GivenAnswer:
    if isinstance(said, str):
        parts: JsonObject = {key: said}
        return GivenAnswer("evidence", about, key, note=_text(parts, key))
    parts = _object(said, key, known=("note", *_RESTS_ON))
    note = _text(parts, "note", within=key)
    return GivenAnswer("evidence", about, key, note=note, rests_on=_rests_on(parts, key))


def _rests_on(parts: JsonObject, key: str) -> RestsOn:
    """Return what the answer rests on; whatever says who, when or where counts as seen."""
    said = _choice(parts, "evidence", _EVIDENCE, within=key)
    found = RestsOn(
        evidence=_EVIDENCE[said],
        seen_by=" ".join(_text(parts, "seen_by", within=key).split()),
        seen_on=_day(parts, "seen_on", within=key),
        reference=" ".join(_text(parts, "reference", within=key).split()),
        file=_text(parts, "file", within=key),
    )
    if found.evidence or found == RestsOn():
        return found
    if said == "unknown":
        raise ImportProblem("answers_unknown_rests", key=key)
    return replace(found, evidence="seen")


def _actions(top: JsonObject) -> Iterator[GivenAction]:
    listed = top.get("actions", [])
    if not isinstance(listed, list):
        raise ImportProblem("answers_list", key="actions")
    for number, said in enumerate(listed, start=1):
        key = f"actions.{number}"
        parts = _object(said, key, known=("what", "who", "due"))
        yield GivenAction(
            what=_text(parts, "what", within=key),
            who=_text(parts, "who", within=key),
            due=_day(parts, "due", within=key),
        )


def _object(value: object, key: str, *, known: Iterable[str] = ()) -> JsonObject:
    if not isinstance(value, dict):
        raise ImportProblem("answers_object", key=key)
    if known:
        _refuse_unknown(value, known, "" if key == "{}" else key)
    return value


def _refuse_unknown(parts: JsonObject, known: Iterable[str], within: str) -> None:
    for key in parts:
        if key not in known:
            raise ImportProblem("answers_unknown", key=f"{within}.{key}" if within else key)


def _text(parts: JsonObject, key: str, *, within: str = "") -> str:
    value = parts.get(key, "")
    named = f"{within}.{key}" if within else key
    if not isinstance(value, str):
        raise ImportProblem("answers_text", key=named)
    if len(value) > LONGEST_TEXT:
        raise ImportProblem("answers_long", key=named, most=str(LONGEST_TEXT))
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ImportProblem("json_encoding") from error
    return value.replace("\0", "").strip()


def _choice(parts: JsonObject, key: str, choices: Iterable[str], *, within: str = "") -> str:
    """Return one of the choices, or an empty string when the key is not there."""
    value = _text(parts, key, within=within)
    if value and value not in choices:
        named = within if key in {"answer", "call"} else f"{within}.{key}".lstrip(".")
        allowed = ", ".join(sorted(filter(None, choices)))
        raise ImportProblem("answers_value", key=named, value=value, choices=allowed)
    return value


def _day(parts: JsonObject, key: str, *, within: str = "") -> str:
    value = _text(parts, key, within=within)
    if not value:
        return ""
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise ImportProblem("answers_date", key=f"{within}.{key}".lstrip("."), value=value)
