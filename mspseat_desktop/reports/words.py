"""Short words of a printed review: answers on chips, targets and the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.bar import rated
from mspseat_desktop.language import _
from mspseat_desktop.reports.chips import Chip
from mspseat_desktop.wording.measures import bar_text, target_text
from mspseat_desktop.wording.outcomes import answer_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.domain.vocabulary import AnswerKind
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.style import ToneName

NONE = "\u2013"
"""Stands where there is nothing to say."""

_TONES: dict[str, ToneName] = {
    "yes": "yes",
    "wants": "yes",
    "accepted": "yes",
    "+": "yes",
    "unsure": "partly",
    "condition": "partly",
    "+/-": "partly",
    "no": "no",
    "declined": "no",
    "-": "no",
}


def answer_chip(kind: AnswerKind, value: str, *, centred: bool = False) -> Chip:
    """Return the chip for an answer; one that was not given says so."""
    tone = _TONES.get(value, "unanswered")
    return Chip(answer_text(kind, value), tone, align="CENTER" if centred else "LEFT")


def evidence_word(evidence: str) -> str:
    """Return how an answer is known; empty when nobody said."""
    return {"seen": _("Seen"), "claimed": _("Claimed")}.get(evidence, "")


def metric_target(metric: SceneMetric, manner: Manner) -> str:
    """Return a target in words, "at least 95 %"; a dash without one."""
    return target_text(metric, manner.numbers) or NONE


def bar_words(sheet: Sheet, *, with_state: bool = True) -> str:
    """Return the bar, and how the ratings stand to it."""
    scene = sheet.scene
    bar = bar_text(
        values=len(rated(scene)), exceptions=scene.bar_exceptions, minuses=scene.bar_minuses
    )
    state = {
        "over": _("At or over the bar."),
        "below": _("Below the bar."),
        "undecided": _("Not decided yet: values are still unrated."),
        "none": "",
    }[sheet.outcome.bar]
    return f"{bar} {state}" if with_state and state else bar
