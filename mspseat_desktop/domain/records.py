"""The records of a client: small, frozen, compared by value, joined by ids only.

Dates are ISO 8601 text (`2026-10-14`), empty when not known; `order` is a sort key with gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType, TypeAlias

ProfileId = NewType("ProfileId", str)
SeatId = NewType("SeatId", str)
ResponsibilityId = NewType("ResponsibilityId", str)
MetricId = NewType("MetricId", str)
FigureId = NewType("FigureId", str)
OccupantId = NewType("OccupantId", str)
SeatingId = NewType("SeatingId", str)
CoreValueId = NewType("CoreValueId", str)
ReviewId = NewType("ReviewId", str)
AnswerId = NewType("AnswerId", str)
ActionId = NewType("ActionId", str)
ContactId = NewType("ContactId", str)
FunctionId = NewType("FunctionId", str)
CoverId = NewType("CoverId", str)
AcceptedId = NewType("AcceptedId", str)
BlobHash = NewType("BlobHash", str)
VoiceId = NewType("VoiceId", str)
BankQuestionId = NewType("BankQuestionId", str)
SignatureId = NewType("SignatureId", str)
ComparisonId = NewType("ComparisonId", str)
CandidateId = NewType("CandidateId", str)
FormId = NewType("FormId", str)

OccupantKind: TypeAlias = Literal["person", "provider"]
SeatingRole: TypeAlias = Literal["accountable", "also", "stand_in"]
Level: TypeAlias = Literal["", "repair", "managed", "strategic"]
Part: TypeAlias = Literal["accountable", "shared", "helps"]
Direction: TypeAlias = Literal["at_least", "at_most", "between"]
ReviewState: TypeAlias = Literal["draft", "finished"]
Independence: TypeAlias = Literal["", "independent", "provider", "competitor"]
AnswerKind: TypeAlias = Literal[
    "question",
    "gets",
    "wants",
    "can",
    "evidence",
    "value",
    "call",
    "homework",
    "words",
    "client_value",
]
VoiceKind: TypeAlias = Literal["leader", "provider", "consultant", "other"]
ActionPart: TypeAlias = Literal["", "check", "handover"]
Evidence: TypeAlias = Literal["", "seen", "claimed"]
Mend: TypeAlias = Literal["", "theirs", "ours"]
Wording: TypeAlias = Literal["plain", "eos"]
Paper: TypeAlias = Literal["A4", "Letter"]
ServiceModel: TypeAlias = Literal["", "repair", "managed", "strategic", "co_managed"]
Measure: TypeAlias = Literal["number", "percent", "minutes", "money", "yes_no"]
ContactPart: TypeAlias = Literal["account_manager", "vcio", "service_desk", "other"]
CoverPart: TypeAlias = Literal["accountable", "helps", "declined", "excluded"]
UsualHolder: TypeAlias = Literal["", "provider", "internal", "leadership"]
DateOrder: TypeAlias = Literal["", "iso", "day_first", "month_first"]
DecimalSign: TypeAlias = Literal["", "point", "comma"]

THE_PROFILE = ProfileId("client")


@dataclass(frozen=True, slots=True)
class Profile:
    """The client itself and who advises it; each file holds exactly one.

    The bar reads "all but `bar_exceptions` values are +, of those at most `bar_minuses` are -";
    None stands for the start: one exception from three values up, else none. `logo` and `mark`
    are the hashes of the client's logo and of the adviser's mark on reports. `has_none` are ids
    of seat templates answered "we have none", `unwatched` codes of things not worth a look here.
    Empty formats stand for those of the system.
    """

    id: ProfileId = THE_PROFILE
    name: str = ""
    adviser: str = ""
    firm: str = ""
    picture: str = ""
    goals: str = ""
    growth: str = ""
    it_budget: str = ""
    bar_exceptions: int | None = None
    bar_minuses: int = 0
    wording: Wording = "plain"
    paper: Paper = "A4"
    review_days: int = 90
    logo: BlobHash = BlobHash("")
    mark: BlobHash = BlobHash("")
    responsibility_word: Literal["responsibilities", "roles"] = "responsibilities"
    metric_word: Literal["metrics", "measurables"] = "metrics"
    headline_words: Literal["classic", "plain"] = "classic"
    date_order: DateOrder = ""
    decimal_sign: DecimalSign = ""
    has_none: tuple[str, ...] = ()
    unwatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A function of the company; `parent` is the seat that it reports to, None for a root.

    A seat with finished reviews is closed, not deleted: it keeps `closed_on` and leaves the tree.
    `holds_it` gives it a column in the coverage map, also before anything is marked there.
    """

    id: SeatId
    parent: SeatId | None = None
    order: int = 0
    title: str = ""
    purpose: str = ""
    needs: str = ""
    notes: str = ""
    meant_for: Literal["", "person", "provider"] = ""
    source_id: str = ""
    import_note: str = ""
    closed_on: str = ""
    holds_it: bool = False


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One of the top five of a seat.

    `part` says whether this seat is accountable alone, accountable with others sharing the work,
    or only helps; `protects` marks protection and recovery; `excluded` is out of the contract.
    """

    id: ResponsibilityId
    seat: SeatId
    order: int = 0
    text: str = ""
    level: Level = ""
    part: Part = "accountable"
    protects: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Metric:
    """A number of a seat with its target; `target_high` counts for "between" only.

    `unit` is a word after a plain number (days, x) or the currency of money; a percentage is kept
    as 95 for 95 %, yes as 1 and no as 0.
    """

    id: MetricId
    seat: SeatId
    order: int = 0
    name: str = ""
    target: float | None = None
    target_high: float | None = None
    unit: str = ""
    direction: Direction = "at_least"
    cadence: str = ""
    source: str = ""
    measure: Measure = "number"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a metric stood at on a day; one for each metric and day."""

    id: FigureId
    metric: MetricId
    on: str
    value: float


@dataclass(frozen=True, slots=True)
class Occupant:
    """A person or a provider, who may hold several seats.

    `service_model` and the contract dates are kept for providers; `notice_by` is the last day to
    give notice, `notice_given` the day on which it was given; `unrated_because` says why an
    occupant is not rated on core values. `one_person` marks a provider who is a single person;
    `portrait` is the hash of a picture; `continues_as` names the firm that this one became.
    """

    id: OccupantId
    name: str
    kind: OccupantKind = "person"
    email: str = ""
    phone: str = ""
    service_model: ServiceModel = ""
    contract_end: str = ""
    notice_by: str = ""
    notice_given: str = ""
    unrated_because: str = ""
    notes: str = ""
    one_person: bool = False
    contract_start: str = ""
    fee: str = ""
    covers: str = ""
    excludes: str = ""
    portrait: BlobHash = BlobHash("")
    continues_as: OccupantId | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a provider, by what the client calls them for."""

    id: ContactId
    occupant: OccupantId
    order: int = 0
    part: ContactPart = "other"
    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Seating:
    """An occupant in a seat from `since` on; empty `until` means still there."""

    id: SeatingId
    seat: SeatId
    occupant: OccupantId
    role: SeatingRole = "accountable"
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class CoreValue:
    """One core value of the client, or of the provider that `occupant` names."""

    id: CoreValueId
    order: int
    name: str
    meaning: str = ""
    occupant: OccupantId | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A piece of IT work in the coverage map, in plain words; `term` is its technical name.

    `code` names the shipped function that it started as, empty for one of the client's own;
    `usual` says who is accountable for it in most companies.
    """

    id: FunctionId
    order: int = 0
    name: str = ""
    term: str = ""
    usual: UsualHolder = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a seat has to do with a function; at most one for each pair.

    `declined` is a function that the holder would rather not do, `excluded` one that the
    contract leaves out. `responsibility` is the one of this seat that the function belongs to.
    """

    id: CoverId
    function: FunctionId
    seat: SeatId
    part: CoverPart = "accountable"
    responsibility: ResponsibilityId | None = None


def cover_id(function: FunctionId, seat: SeatId) -> CoverId:
    """Return the id under which the map keeps what the seat has to do with the function."""
    return CoverId(f"{function}:{seat}")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Something worth a look that the client lives with: a code, what it is about, and why."""

    id: AcceptedId
    code: str
    about: str
    reason: str = ""
    on: str = ""


def accepted_id(code: str, about: str) -> AcceptedId:
    """Return the id under which it is kept that this is accepted."""
    return AcceptedId(f"{code}:{about}")


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
    file: BlobHash = BlobHash("")
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


Record: TypeAlias = (
    Profile
    | Seat
    | Responsibility
    | Metric
    | Figure
    | Occupant
    | Seating
    | CoreValue
    | Review
    | Answer
    | Action
    | Contact
    | Function
    | Cover
    | Accepted
    | Voice
    | BankQuestion
    | Signature
    | Comparison
    | Candidate
    | Form
)

RecordType: TypeAlias = type[object]
"""One of RECORD_TYPES; mypy can not index a map by a type variable of the union itself."""

RECORD_TYPES: tuple[RecordType, ...] = (
    Profile,
    Seat,
    Responsibility,
    Metric,
    Figure,
    Occupant,
    Seating,
    CoreValue,
    Review,
    Answer,
    Action,
    Contact,
    Function,
    Cover,
    Accepted,
    Voice,
    BankQuestion,
    Signature,
    Comparison,
    Candidate,
    Form,
)
