"""The records of a client: small, frozen, compared by value, joined by ids only.

Dates are ISO 8601 text (`2026-10-14`), empty when not known; `order` is a sort key with gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from mspseat_desktop.domain.review_records import (
    Action,
    Answer,
    BankQuestion,
    Candidate,
    Comparison,
    Form,
    Review,
    Signature,
    Voice,
)
from mspseat_desktop.domain.vocabulary import (
    NO_BLOB,
    AcceptedId,
    BlobHash,
    ChartLayout,
    ChartLookId,
    ContactId,
    ContactPart,
    CoreValueId,
    CoverId,
    CoverPart,
    DateOrder,
    DecimalSign,
    Direction,
    FigureId,
    FunctionId,
    Level,
    Measure,
    MetricId,
    OccupantId,
    OccupantKind,
    Paper,
    Part,
    ProfileId,
    ResponsibilityId,
    SeatId,
    SeatingId,
    SeatingRole,
    SeatLayout,
    SecondLineId,
    ServiceModel,
    UsualHolder,
    Wording,
)

THE_PROFILE = ProfileId("client")
THE_LOOK = ChartLookId("look")


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
    logo: BlobHash = NO_BLOB
    mark: BlobHash = NO_BLOB
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
    `layout` is how the seats below it stand, empty for as the chart does; an `assistant` stands
    beside the line from its parent to the other reports.
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
    layout: SeatLayout = ""
    assistant: bool = False


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
    portrait: BlobHash = NO_BLOB
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
class SecondLine:
    """A second reporting line: the seat reports to `to` as well, about something or in general."""

    id: SecondLineId
    seat: SeatId
    to: SeatId
    about: str = ""


@dataclass(frozen=True, slots=True)
class ChartLook:
    """How a chart is drawn; each chart holds one at most, and without one it is as here.

    `layout` is how it runs where no seat says otherwise; `compact` sets its cards closer together.
    """

    id: ChartLookId = THE_LOOK
    layout: ChartLayout = "down"
    compact: bool = False


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
    | SecondLine
    | ChartLook
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
    SecondLine,
    ChartLook,
)
