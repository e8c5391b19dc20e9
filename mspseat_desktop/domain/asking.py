"""What a provider is asked about itself in a seat, and how a form is known again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.domain.questions import asked
from mspseat_desktop.domain.records import (
    CoreValue,
    Occupant,
    Responsibility,
)
from mspseat_desktop.domain.review_records import BankQuestion, Form
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import AnswerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank, Question
    from mspseat_desktop.domain.vocabulary import (
        FormId,
        OccupantId,
        SeatId,
    )

Way: TypeAlias = Literal["wants", "yesno", "rating", "words"]
"""How one thing is answered: by one of a few choices with words beside it, or by words alone."""

CHOICES: Final[dict[Way, tuple[str, ...]]] = {
    "wants": ("wants", "condition", "declined"),
    "yesno": ("yes", "no", "unsure"),
    "rating": ("+", "+/-", "-"),
    "words": (),
}
MEASURED = "w7"
"""The question of the banks whether they agree to be measured; it stands with the metrics."""
OWN_WORDS = "own"
THEIR_VALUES = "their_values"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a form asks; `words` are the client's own, or those of the bank.

    The last two of a form have no words here: the report says them.
    """

    kind: AnswerKind
    about: str
    way: Way
    words: str = ""
    part: str = ""

    @property
    def key(self) -> str:
        """What stands for it in the record of the form: kind and id."""
        return f"{self.kind}:{self.about}"


def form_items(
    client: Client, seat: SeatId, *, occupant: OccupantId, on: str, bank: Bank
) -> tuple[Item, ...]:
    """Return what the provider is asked about itself in this seat on that day, in order.

    Its responsibilities, the questions that have words for a provider, the core values, and for
    the two-way fit its own values and what it says of the client. Raises Refused("gone").
    """
    scene = scene_of(client, seat=seat, occupant=occupant, on=on)
    questions = [q for q in asked(bank.questions, scene, on) if q.provider_words]
    own = client.values_of(occupant)
    return (
        *(
            Item("wants", r.id, "wants", r.text, "responsibilities")
            for r in scene.responsibilities
            if not r.excluded
        ),
        *(_question(q) for letter in ("gets", "wants", "capacity") for q in _of(questions, letter)),
        *(Item("value", v.id, "words", v.name, "values") for v in rated(scene)),
        *(Item("client_value", v.id, "rating", v.name, "client") for v in own),
        *(() if own else (Item("words", THEIR_VALUES, "words", part="client"),)),
        *(
            Item("homework", q.id, "yesno", q.provider_words, "client")
            for q in questions
            if q.letter == "homework"
        ),
        Item("words", OWN_WORDS, "words", part="own"),
    )


def form_to_give(
    client: Client, seat: SeatId, *, occupant: OccupantId, on: str, bank: Bank, new: FormId
) -> Form:
    """Return the form to give out: the newest one while it is still out and would ask the same.

    Else a new one of that id, with the next version.
    """
    keys = tuple(i.key for i in form_items(client, seat, occupant=occupant, on=on, bank=bank))
    mark = digest(client, seat, keys)
    before = forms_of(client, seat, occupant)
    if before:
        last = before[-1]
        if (last.asked, last.digest, last.bank) == (keys, mark, bank.id) and not last.returned_on:
            return last
    version = before[-1].version + 1 if before else 1
    return Form(new, seat, occupant, on, bank.id, version, keys, mark)


def forms_of(client: Client, seat: SeatId, occupant: OccupantId) -> tuple[Form, ...]:
    """Return the forms given to the occupant for this seat, the oldest version first."""
    given = (form for form in client.forms(seat) if form.occupant == occupant)
    return tuple(sorted(given, key=lambda form: form.version))


def items_of(client: Client, form: Form, bank: Bank) -> tuple[Item, ...]:
    """Return what the form asks, in the words of today; what is gone has no words."""
    questions = {q.id: q for q in bank.questions}
    return tuple(_item(client, key, questions) for key in form.asked)


def digest(client: Client, seat: SeatId, keys: Iterable[str]) -> str:
    """Return the SHA-256 of what a form asks: ids, and the client's words as they stand now.

    The words of shipped questions are left out: their ids stand for them in every version of the
    program and in every language.
    """
    own = {r.question: r.provider_words for r in client.every(BankQuestion) if r.words}
    lines = [f"{key}={_clients_words(client, seat, key, own)}" for key in keys]
    lines += [
        f"metric:{m.id}={m.name}|{m.target}|{m.target_high}|{m.direction}|{m.unit}|{m.cadence}"
        for m in client.metrics(seat)
    ]
    return sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def is_provider(client: Client, occupant: OccupantId) -> bool:
    """Whether this is a provider, who can be asked by a form."""
    record = client.find(Occupant, occupant)
    return record is not None and record.kind == "provider"


def _of(questions: Iterable[Question], letter: str) -> list[Question]:
    """Return the questions of the letter, the deciding ones first."""
    return sorted((q for q in questions if q.letter == letter), key=lambda q: not q.deciding)


def _question(question: Question) -> Item:
    words = question.provider_words
    part = "metrics" if question.id == MEASURED else question.letter
    if question.kind != "yesno":
        return Item("words", question.id, "words", words, part)
    way: Way = "yesno" if question.deciding else "words"
    return Item("question", question.id, way, words, part)


def _item(client: Client, key: str, questions: Mapping[str, Question]) -> Item:
    kind, _colon, about = key.partition(":")
    known = cast("AnswerKind", kind)  # written by `Item.key`
    if kind == "homework":
        words = questions[about].provider_words if about in questions else ""
        return Item("homework", about, "yesno", words, "client")
    if kind == "question" or about in questions:
        known_one = questions.get(about)
        return _question(known_one) if known_one else Item("question", about, "yesno")
    if kind == "wants":
        duty = client.find(Responsibility, about)
        return Item(known, about, "wants", duty.text if duty else "", "responsibilities")
    if kind in {"value", "client_value"}:
        value = client.find(CoreValue, about)
        part, way = ("values", "words") if kind == "value" else ("client", "rating")
        return Item(known, about, cast("Way", way), value.name if value else "", part)
    return Item(known, about, "words", part="client" if about == THEIR_VALUES else "own")


def _clients_words(client: Client, seat: SeatId, key: str, own: Mapping[str, str]) -> str:
    kind, _colon, about = key.partition(":")
    if kind == "wants":
        duty = client.find(Responsibility, about)
        return duty.text if duty is not None and duty.seat == seat else "\0"
    if kind in {"value", "client_value"}:
        value = client.find(CoreValue, about)
        return value.name if value is not None else "\0"
    return own.get(about, "") if kind == "question" else ""
