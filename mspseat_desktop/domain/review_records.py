"""The records of reviews: answers, the scene they are judged by, what comes of them.

Dates are ISO 8601 text (`2026-10-14`), empty when not known; `order` is a sort key with gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mspseat_desktop.domain.vocabulary import (
    NO_BLOB,
    ActionId,
    ActionPart,
    AnswerId,
    AnswerKind,
    BankQuestionId,
    BlobHash,
    CandidateId,
    ComparisonId,
    CoreValueId,
    Direction,
    Evidence,
    FormId,
    Independence,
    Level,
    Measure,
    Mend,
    MetricId,
    OccupantId,
    Part,
    ResponsibilityId,
    ReviewId,
    ReviewState,
    SeatId,
    ServiceModel,
    SignatureId,
    VoiceId,
    VoiceKind,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in a review; at most one for each review, kind and thing that it is about.

    `about` is the id of a question, responsibility, core value or homework, or a letter for a
    call (`gets`, `wants`, `capacity`). `value` is one of: yes, unsure, no, n/a (questions,
    homework); yes, no, unsure (gets, can); wants, condition, accepted, declined (wants);
    +, +/-, - (values); yes, no (calls); empty for words and evidence, which live in `note`.
    A `client_value` is a provider's rating of the client on one of the provider's own values.
    `seen_by`, `seen_on`, `reference` and the attached file say what `evidence` rests on.
    """

    id: AnswerId
    review: ReviewId
    kind: AnswerKind
    about: str
    value: str = ""
    note: str = ""
    evidence: Evidence = ""
    mend: Mend = ""
    seen_by: str = ""
    seen_on: str = ""
    reference: str = ""
    file: BlobHash = NO_BLOB
    file_name: str = ""


def answer_id(review: ReviewId, kind: AnswerKind, about: str) -> AnswerId:
    """Return the id under which a review keeps its answer of this kind about this thing."""
    return AnswerId(f"{review}:{kind}:{about}")


@dataclass(frozen=True, slots=True)
class SceneResponsibility:
    """A responsibility as it stood when it was judged."""

    id: ResponsibilityId
    text: str
    level: Level = ""
    part: Part = "accountable"
    protects: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class SceneMetric:
    """A metric as it stood when it was judged, with its latest figure up to that day."""

    id: MetricId
    name: str
    target: float | None = None
    target_high: float | None = None
    unit: str = ""
    direction: Direction = "at_least"
    cadence: str = ""
    latest: float | None = None
    latest_on: str = ""
    measure: Measure = "number"


@dataclass(frozen=True, slots=True)
class SceneValue:
    """A core value as it stood when it was judged."""

    id: CoreValueId
    name: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a review is judged by besides its answers; kept with a finished review.

    `answers_to` is `held` when a holder who is not a provider is found going up from the seat,
    `nobody` when there is none, `same_provider` when the next seat up is held by the same
    provider; `provider_above` names another provider who holds the next seat up. `above` says
    whether the next seat up is itself open, or its holder in the wrong seat.
    """

    seat_title: str
    occupant_name: str
    is_provider: bool
    is_candidate: bool = False
    purpose: str = ""
    is_root: bool = False
    reports_to: str = ""
    answers_to: Literal["held", "nobody", "same_provider"] = "nobody"
    answers_to_name: str = ""
    provider_above: str = ""
    above: Literal["", "open", "wrong_seat"] = ""
    seated_since: str = ""
    notice_given: str = ""
    contract_end: str = ""
    unrated_because: str = ""
    bar_exceptions: int = 0
    bar_minuses: int = 0
    responsibilities: tuple[SceneResponsibility, ...] = ()
    metrics: tuple[SceneMetric, ...] = ()
    values: tuple[SceneValue, ...] = ()
    service_model: ServiceModel = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A review of one occupant in one seat on one day.

    A draft keeps its answers as records of their own; a finished one holds them in `answers`,
    with the `scene` that it was judged by, the ids of the questions `asked` and its `headline`,
    and does not change any more. `amends` names the finished review that this one corrects.
    A `blind` one hides the answers of its voices until `revealed_at`, UTC in ISO 8601.
    """

    id: ReviewId
    seat: SeatId
    occupant: OccupantId
    on: str
    bank: str
    state: ReviewState = "draft"
    answered_by: str = ""
    facilitated_by: str = ""
    independence: Independence = ""
    next_on: str = ""
    amends: ReviewId | None = None
    amend_reason: str = ""
    finished_at: str = ""
    headline: str = ""
    asked: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    scene: Scene | None = None
    blind: bool = False
    revealed_at: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody agreed to do after a review.

    `origin` is the id of the answer that it comes from; `part` marks a check of an improvement
    plan or a line of a handover list; one that nobody will do has `dropped_because`.
    """

    id: ActionId
    review: ReviewId
    order: int = 0
    what: str = ""
    who: str = ""
    due: str = ""
    done_on: str = ""
    origin: str = ""
    part: ActionPart = ""
    dropped_because: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody else's own answers in a review; they never change ours.

    `form` names the form that they came back in, None for answers typed in; `given_on` is empty
    until they are all in.
    """

    id: VoiceId
    review: ReviewId
    order: int = 0
    kind: VoiceKind = "other"
    name: str = ""
    given_on: str = ""
    form: FormId | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """What a client made of one question of a bank: its place, hidden, or a question of its own.

    `question` is the id within the bank; a shipped one has no `words` here. `seat` limits it to
    one seat, for questions that came with its template.
    """

    id: BankQuestionId
    bank: str
    question: str
    order: int = 0
    hidden: bool = False
    seat: SeatId | None = None
    letter: Literal["", "gets", "wants", "capacity", "homework"] = ""
    words: str = ""
    provider_words: str = ""
    ask_to_see: str = ""
    deciding: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a finished review, and when: received, not necessarily agreed."""

    id: SignatureId
    review: ReviewId
    order: int = 0
    name: str = ""
    of: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Candidates for one seat held side by side; kept after one of them is `chosen`."""

    id: ComparisonId
    seat: SeatId
    on: str = ""
    decided_on: str = ""
    chosen: OccupantId | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of a comparison; the answers are in the review of it in this seat."""

    id: CandidateId
    comparison: ComparisonId
    occupant: OccupantId
    order: int = 0
    fee: str = ""
    references: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that was given to a provider: what it asked, and when it came back.

    `asked` are the ids of what it asks in order, `digest` is a SHA-256 of their words, by which
    an edited or older form is told.
    """

    id: FormId
    seat: SeatId
    occupant: OccupantId
    on: str = ""
    bank: str = ""
    version: int = 1
    asked: tuple[str, ...] = ()
    digest: str = ""
    returned_on: str = ""
