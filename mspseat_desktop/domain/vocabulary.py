"""The ids of records and the words that their fields may hold."""

from __future__ import annotations

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
NO_BLOB = BlobHash("")
VoiceId = NewType("VoiceId", str)
BankQuestionId = NewType("BankQuestionId", str)
SignatureId = NewType("SignatureId", str)
ComparisonId = NewType("ComparisonId", str)
CandidateId = NewType("CandidateId", str)
FormId = NewType("FormId", str)
SecondLineId = NewType("SecondLineId", str)
ChartLookId = NewType("ChartLookId", str)
ChartId = NewType("ChartId", str)
CURRENT_CHART = ChartId("current")
SeatLayout: TypeAlias = Literal["", "down", "right", "stacked"]
ChartLayout: TypeAlias = Literal["down", "right", "stacked"]
ChartKind: TypeAlias = Literal["current", "what_if", "version"]
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
SheetPaper: TypeAlias = Literal["A4", "Letter", "A3", "Legal", "Tabloid"]
"""What a chart goes on; a report is set for `Paper`, as a client's own is."""
ServiceModel: TypeAlias = Literal["", "repair", "managed", "strategic", "co_managed"]
Measure: TypeAlias = Literal["number", "percent", "minutes", "money", "yes_no"]
ContactPart: TypeAlias = Literal["account_manager", "vcio", "service_desk", "other"]
CoverPart: TypeAlias = Literal["accountable", "helps", "declined", "excluded"]
UsualHolder: TypeAlias = Literal["", "provider", "internal", "leadership"]
DateOrder: TypeAlias = Literal["", "iso", "day_first", "month_first"]
DecimalSign: TypeAlias = Literal["", "point", "comma"]
