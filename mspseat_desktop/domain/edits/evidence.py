"""Edits of what the answers of a review rest on: who saw it, when, where it is, a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.review import check_answer, draft_of, put_or_take_out
from mspseat_desktop.domain.review_records import Answer, answer_id
from mspseat_desktop.domain.revision import Edit
from mspseat_desktop.domain.vocabulary import BlobHash

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import AnswerKind, ReviewId


def put_evidence(
    review: ReviewId,
    kind: AnswerKind,
    *,
    about: str,
    seen_by: str | None = None,
    seen_on: str | None = None,
    reference: str | None = None,
    merge_key: str = "",
) -> Edit:
    """Say what the evidence of an answer rests on; None leaves a part as it is.

    Without anything chosen before, the answer counts as seen from then on. Raises
    Refused("review-finished"), Refused("gone").
    """

    def change(old: Answer) -> Answer:
        return replace(
            old,
            evidence=old.evidence or "seen",
            seen_by=old.seen_by if seen_by is None else seen_by,
            seen_on=old.seen_on if seen_on is None else seen_on,
            reference=old.reference if reference is None else reference,
        )

    run = _changing(review, kind, about=about, change=change)
    return Edit("note-evidence", run, {"review": review}, merge_key)


def attach_file(
    review: ReviewId, kind: AnswerKind, *, about: str, file: BlobHash, name: str
) -> Edit:
    """Attach a file that is kept already to the evidence of an answer.

    Raises Refused("review-finished"), Refused("gone").
    """

    def change(old: Answer) -> Answer:
        return replace(old, evidence=old.evidence or "seen", file=file, file_name=name)

    run = _changing(review, kind, about=about, change=change)
    return Edit("attach-file", run, {"review": review, "file": name})


def detach_file(review: ReviewId, kind: AnswerKind, *, about: str) -> Edit:
    """Take the attached file out; the rest of the evidence stays. Raises as `attach_file`."""

    def change(old: Answer) -> Answer:
        return replace(old, file=BlobHash(""), file_name="")

    run = _changing(review, kind, about=about, change=change)
    return Edit("detach-file", run, {"review": review})


def _changing(
    review: ReviewId, kind: AnswerKind, *, about: str, change: Callable[[Answer], Answer]
) -> Callable[[Revision], None]:
    def run(work: Revision) -> None:
        record = draft_of(work.client, review)
        check_answer(work.client, record, kind, about=about, value="")
        name = answer_id(review, kind, about)
        old = work.client.find(Answer, name) or Answer(name, review, kind, about)
        put_or_take_out(work, change(old))

    return run
