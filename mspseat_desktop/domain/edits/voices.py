"""Edits of other people's own answers in a review, and of the forms that a provider is given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.asking import forms_of, is_provider
from mspseat_desktop.domain.edits.review import ALLOWED, draft_of
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.order import order_at
from mspseat_desktop.domain.review_records import Form, Voice
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import FormId, VoiceId


def add_voice(voice: Voice) -> Edit:
    """Add somebody's own answers to a draft, after those that are there; ours stay as they are.

    Its own `order` is not used. Raises Refused("review-finished"), Refused("unknown-answer").
    """

    def run(work: Revision) -> None:
        draft_of(work.client, voice.review)
        _check(voice.answers)
        there = [one.id for one in work.client.voices(voice.review)]
        work.put(replace(voice, order=order_at(work, Voice, there, None)))

    return Edit("add-voice", run, {"voice": voice.name})


def change_voice(
    voice: VoiceId,
    *,
    name: str | None = None,
    given_on: str | None = None,
    answers: Iterable[Answer] | None = None,
    merge_key: str = "",
) -> Edit:
    """Change what is given of a draft's voice; None leaves a part as it is.

    Raises Refused("review-finished"), Refused("unknown-answer"), Refused("gone").
    """
    said = None if answers is None else tuple(answers)

    def run(work: Revision) -> None:
        old = work.client.get(Voice, voice)
        draft_of(work.client, old.review)
        _check(said or ())
        work.put(
            replace(
                old,
                name=old.name if name is None else name,
                given_on=old.given_on if given_on is None else given_on,
                answers=old.answers if said is None else said,
            )
        )

    return Edit("change-voice", run, {"voice": name or ""}, merge_key)


def remove_voice(voice: VoiceId) -> Edit:
    """Take somebody's own answers out of a draft; raises Refused("review-finished")."""

    def run(work: Revision) -> None:
        old = work.client.get(Voice, voice)
        draft_of(work.client, old.review)
        work.remove(old)

    return Edit("remove-voice", run)


def give_out_form(form: Form) -> Edit:
    """Remember a form that is given to a provider; its own `version` is not used.

    Raises Refused("seat-closed"), Refused("no-provider") for an occupant who is none.
    """

    def run(work: Revision) -> None:
        client = work.client
        seat = client.seat(form.seat)
        if seat.closed_on:
            raise Refused("seat-closed", seat=seat.title)
        if not is_provider(client, form.occupant):
            raise Refused("no-provider", seat=seat.title)
        before = forms_of(client, form.seat, form.occupant)
        work.put(replace(form, version=before[-1].version + 1 if before else 1))

    return Edit("give-out-form", run)


def return_form(form: FormId, *, on: str) -> Edit:
    """Remember the day on which a form came back; raises Refused("gone")."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.get(Form, form), returned_on=on))

    return Edit("return-form", run)


def _check(answers: Iterable[Answer]) -> None:
    for answer in answers:
        if answer.value and answer.value not in ALLOWED[answer.kind]:
            raise Refused("unknown-answer", value=answer.value)
