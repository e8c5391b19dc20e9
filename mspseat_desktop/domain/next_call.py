"""What is still unknown of a candidate: the questions for the next call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.pointing import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mspseat_desktop.domain.candidates import Column, Table
    from mspseat_desktop.domain.vocabulary import AnswerKind

Why: TypeAlias = Literal["not-asked", "unsure", "condition", "claimed", "rate", "fee", "references"]

_EACH: Final[tuple[AnswerKind, ...]] = ("gets", "wants", "can")
"""What each responsibility is asked."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something to ask a candidate in the next call, and why it is still open.

    `missing` names, for a responsibility, which of `gets`, `wants` and `can` are open; `note` is
    the condition that was named, `ask_to_see` what would prove a claim.
    """

    why: Why
    about: str = ""
    words: str = ""
    missing: tuple[str, ...] = ()
    note: str = ""
    ask_to_see: str = ""


def unknowns(column: Column) -> tuple[Unknown, ...]:
    """Return what to ask the candidate next, in the order of a review, what it costs last."""
    found = [*_open_questions(column), *_open_responsibilities(column), *_open_values(column)]
    if not column.candidate.fee.strip():
        found.append(Unknown("fee"))
    if not column.candidate.references.strip():
        found.append(Unknown("references"))
    return tuple(found)


def asked_of_all(table: Table) -> tuple[Unknown, ...]:
    """Return what is unknown of every candidate; none when there is only one."""
    if len(table.columns) < 2:
        return ()
    first, *rest = [unknowns(column) for column in table.columns]
    return tuple(one for one in first if all(one in others for others in rest))


def _open_questions(column: Column) -> Iterator[Unknown]:
    for question in column.asked:
        if not question.deciding or question.kind != "yesno" or question.letter == "homework":
            continue
        answer = column.answers.get(("question", question.id))
        value = answer.value if answer else ""
        if value in ("", "unsure"):
            why: Why = "unsure" if value else "not-asked"
            yield Unknown(why, question.id, question.words, ask_to_see=question.ask_to_see)
        elif value == "yes" and question.ask_to_see and not (answer and answer.evidence == "seen"):
            yield Unknown("claimed", question.id, question.words, ask_to_see=question.ask_to_see)


def _open_responsibilities(column: Column) -> Iterator[Unknown]:
    for duty in column.scene.responsibilities:
        said = {kind: column.answers.get((kind, duty.id)) for kind in _EACH}
        missing = tuple(
            kind
            for kind, answer in said.items()
            if answer is None or answer.value in ("", "unsure")
        )
        wants = said["wants"]
        if missing:
            yield Unknown("not-asked", duty.id, duty.text, missing)
        if wants is not None and wants.value == "condition":
            yield Unknown("condition", duty.id, duty.text, note=wants.note)


def _open_values(column: Column) -> Iterator[Unknown]:
    for value in rated(column.scene):
        if not value_of(column.answers, "value", value.id):
            yield Unknown("rate", value.id, value.name)
