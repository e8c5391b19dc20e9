"""Makes the edit that takes a provider's own answers into the review they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mspseat_desktop.domain.asking import CHOICES, Item, digest, forms_of, items_of
from mspseat_desktop.domain.edits.review import start_review
from mspseat_desktop.domain.edits.voices import add_voice, change_voice, return_form
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.domain.review_records import (
    Answer,
    Form,
    Review,
    Voice,
)
from mspseat_desktop.domain.revision import Edit, both
from mspseat_desktop.domain.scene import scene_of
from mspseat_desktop.domain.vocabulary import (
    AnswerId,
    FormId,
    ReviewId,
    VoiceId,
)
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.reports.provider_form import SENT, choice_name, words_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.exchange.provider_form_in import ReturnedForm

_MEANT: Final = {sent: value for value, sent in SENT.items()}


@dataclass(frozen=True, slots=True)
class Landing:
    """What taking the answers in would do; nothing is done before the edit runs.

    `answered` counts what was answered; `replaced_on` is the day of the answers that these take
    the place of, empty where there are none.
    """

    edit: Edit
    review: ReviewId
    seat: SeatId
    occupant: str
    answered: int
    replaced_on: str = ""


def landing(
    returned: ReturnedForm,
    client: Client,
    *,
    document: str,
    bank: Callable[[Form], Bank],
    new_id: Callable[[], str],
    today: str,
    dates: Callable[[str], str] = str,
) -> Landing:
    """Return how the answers land: on the draft of that seat and occupant, or on a new one.

    `document` is the id of the client's file, `bank` gives the questions of a form, `dates` writes
    a day in a sentence. Raises
    ImportProblem: `form_other_client`, `form_unknown`, `form_edited`, `form_older`,
    `form_changed`, `form_twice`, `form_empty`. The edit itself may raise Refused.
    """
    form = _known(returned, client, document=document, dates=dates)
    items = items_of(client, form, bank(form))
    voice = VoiceId(new_id())
    answers = tuple(_answers(returned.fields, items, form))
    if not answers:
        raise ImportProblem("form_empty")
    name = returned.filled_by or client.get(Occupant, form.occupant).name
    draft = client.draft(form.seat, form.occupant)
    before = _before(client, form)
    for one in before:
        if _said(one.answers) == _said(answers):
            raise ImportProblem("form_twice", date=dates(one.given_on))
    parts: list[Edit] = []
    review = draft.id if draft is not None else ReviewId(new_id())
    if draft is None:
        parts.append(_start(client, form, review, today=today))
    kept = next((one for one in before if one.review == review), None)
    if kept is None:
        parts.append(
            add_voice(
                Voice(
                    voice,
                    review,
                    0,
                    "provider",
                    name,
                    given_on=today,
                    form=form.id,
                    answers=_within(answers, review),
                )
            )
        )
    else:
        within = _within(answers, review)
        parts.append(change_voice(kept.id, name=name, given_on=today, answers=within))
    parts.append(return_form(form.id, on=today))
    edit = both("return-form", *parts)
    who = client.get(Occupant, form.occupant).name
    replaced = kept.given_on if kept is not None else ""
    return Landing(edit, review, form.seat, who, len(answers), replaced)


def _known(
    returned: ReturnedForm, client: Client, *, document: str, dates: Callable[[str], str]
) -> Form:
    """Return the form that these answers were given on, if they still fit what it asked."""
    if returned.document != document:
        raise ImportProblem("form_other_client")
    form = client.find(Form, FormId(returned.form))
    if form is None:
        raise ImportProblem("form_unknown")
    marks = (returned.seat, returned.version, returned.digest)
    if marks != (form.seat, str(form.version), form.digest):
        raise ImportProblem("form_edited")
    newest = forms_of(client, form.seat, form.occupant)[-1]
    if newest.version > form.version:
        raise ImportProblem("form_older", date=dates(form.on), newer=dates(newest.on))
    if digest(client, form.seat, form.asked) != form.digest:
        raise ImportProblem("form_changed", date=dates(form.on))
    for number in range(1, len(form.asked) + 1):
        if words_name(number) not in returned.fields:
            raise ImportProblem("form_edited")
    return form


def _answers(fields: Mapping[str, str], items: tuple[Item, ...], form: Form) -> Iterator[Answer]:
    """Yield an answer for each thing that was answered, by choice or in words."""
    for number, item in enumerate(items, 1):
        # Some programs write the button's name as text, its stroke included.
        sent = fields.get(choice_name(number), "").strip("/") if CHOICES[item.way] else ""
        value = "" if sent in {"", "Off"} else _MEANT.get(sent, "?")
        if value and value not in CHOICES[item.way]:
            raise ImportProblem("form_edited")
        note = fields.get(words_name(number), "").strip()
        if value or note:
            name = AnswerId(f"{form.id}:{item.key}")
            yield Answer(name, ReviewId(""), item.kind, item.about, value, note)


def _within(answers: tuple[Answer, ...], review: ReviewId) -> tuple[Answer, ...]:
    return tuple(Answer(a.id, review, a.kind, a.about, a.value, a.note) for a in answers)


def _before(client: Client, form: Form) -> list[Voice]:
    """Return what this form brought before, but for drafts that were thrown away since."""
    voices = client.owned(Voice, "form", form.id)
    return [voice for voice in voices if client.has(Review, voice.review)]


def _said(answers: tuple[Answer, ...]) -> set[tuple[str, str, str, str]]:
    return {(a.kind, a.about, a.value, a.note) for a in answers}


def _start(client: Client, form: Form, review: ReviewId, *, today: str) -> Edit:
    scene = scene_of(client, seat=form.seat, occupant=form.occupant, on=today)
    return start_review(
        review,
        seat=form.seat,
        occupant=form.occupant,
        on=today,
        bank=form.bank,
        answered_by=scene.answers_to_name if scene.answers_to == "held" else "",
        facilitated_by=client.profile.adviser,
    )
