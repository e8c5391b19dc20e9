"""Short words of the panel: levels, parts, service models, targets and what a seat is held by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.metrics import CADENCES
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text, month_text, number_text
from mspseat_desktop.ui.metrics.words import STANDING_ROLES, standing_meaning, standing_words
from mspseat_desktop.wording.measures import target_text, value_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.gwc import Tone
    from mspseat_desktop.domain.metrics import MetricStanding
    from mspseat_desktop.domain.records import (
        Figure,
        Metric,
        Occupant,
        Responsibility,
    )
    from mspseat_desktop.domain.review_records import Answer
    from mspseat_desktop.domain.vocabulary import (
        Direction,
        Level,
        Part,
        SeatingRole,
    )
    from mspseat_desktop.ui.seat_panel.tags import Tag

TONES: dict[Tone, str] = {"green": "yes", "amber": "partly", "red": "no", "neutral": "unanswered"}
"""The chip's role for each tone of a headline."""


def level_words() -> dict[Level, str]:
    """Return the levels of a responsibility, none last."""
    return {
        "repair": _("Repair: fixing what is broken"),
        "managed": _("Managed: looked after all the time"),
        "strategic": _("Strategic: planning ahead"),
        "": _("No level"),
    }


def part_words() -> dict[Part, str]:
    """Return the parts that a seat can have in a responsibility."""
    return {
        "accountable": _("Accountable here"),
        "shared": _("Shared with others"),
        "helps": _("Helps only"),
    }


def model_words() -> dict[str, str]:
    """Return the service models in words that a client understands."""
    return {
        "": _("Not known yet"),
        "repair": _("Repairs when called"),
        "managed": _("Managed services"),
        "co_managed": _("Co-managed with us"),
        "strategic": _("Also plans ahead with us"),
    }


def direction_words() -> dict[Direction, str]:
    """Return on which side of its target a metric is good."""
    return {"at_least": _("At least"), "at_most": _("At most"), "between": _("Between")}


def cadence_words() -> tuple[str, ...]:
    """Return how often a figure is usually looked at; a metric may keep another word."""
    return ("", *CADENCES)


def role_words() -> dict[SeatingRole, str]:
    """Return how somebody sits in a seat."""
    return {
        "accountable": _("Accountable"),
        "also": _("Also in this seat"),
        "stand_in": _("Stands in"),
    }


def responsibility_tags(record: Responsibility, verdict: Tag | None) -> list[Tag]:
    """Return the chips of a responsibility; `verdict` is what the latest review says of it."""
    levels = {"repair": _("Repair"), "managed": _("Managed"), "strategic": _("Strategic")}
    parts = {"shared": _("Shared"), "helps": _("Helps")}
    tags: list[Tag] = [verdict] if verdict else []
    if record.level:
        tags.append((levels[record.level], "provider"))
    if record.part in parts:
        tags.append((parts[record.part], "partly"))
    if record.protects:
        tags.append((_("Protects"), "accent"))
    if record.excluded:
        tags.append((_("Not in contract"), "unanswered"))
    return tags


def tag_meaning(words: str) -> str:
    """Return what the chip with these words says, as a sentence; the words where there is none."""
    return {
        _("Repair"): _("Level repair: fixing what is broken."),
        _("Managed"): _("Level managed: looked after all the time."),
        _("Strategic"): _("Level strategic: planning ahead."),
        _("Shared"): _("Shared with others: this seat is not alone accountable for it."),
        _("Helps"): _("Helps only: somebody else is accountable for it."),
        _("In part"): _("Some of its functions are wanted, others declined; the menu names them."),
        _("Protects"): _("About protection or recovery: a no weighs more here."),
        _("Not in contract"): _("Not in the contract: nobody pays the provider for it."),
        _("Not wanted"): _("In the latest review: would rather not do this."),
        _("Not understood"): _("In the latest review: does not get this."),
        _("Can not"): _("In the latest review: has not the capacity for this."),
        _("On a condition"): _("In the latest review: wants this on a condition."),
        _("On target"): _("The latest figure meets the target."),
        _("Off target"): _("The latest figure misses the target."),
        _("Stale"): standing_meaning("stale"),
    }.get(words, words)


def verdict_tag(answers: dict[tuple[str, str], Answer], responsibility: str) -> Tag | None:
    """Return the chip for what a review found about a responsibility, if it found a no."""
    wants = answers.get(("wants", responsibility))
    if wants and wants.value == "declined":
        return _("Not wanted"), "no"
    for kind, words in (("gets", _("Not understood")), ("can", _("Can not"))):
        given = answers.get((kind, responsibility))
        if given and given.value == "no":
            return words, "no"
    if wants and wants.value == "condition":
        return _("On a condition"), "partly"
    return None


def occupant_detail(occupant: Occupant, since: str) -> str:
    """Return the line under a name: what it is and since when it sits there."""
    what = _("Person")
    if occupant.kind == "provider":
        what = model_words()[occupant.service_model] if occupant.service_model else _("Provider")
    if not since:
        return what
    return _("{what} · since {month}").format(what=what, month=month_text(since))


def contract_line(occupant: Occupant) -> str:
    """Return the dates of a provider's contract as one line, "" when none is known."""
    dates = (
        (_("Notice given {date}"), occupant.notice_given),
        (_("Notice by {date}"), "" if occupant.notice_given else occupant.notice_by),
        (_("Contract ends {date}"), occupant.contract_end),
    )
    return " · ".join(words.format(date=date_text(day)) for words, day in dates if day)


def target_words(metric: Metric) -> str:
    """Return a target, "at least 95 % / month"; says so when there is none."""
    return target_text(metric, number_text) or _("No target yet")


def figure_text(metric: Metric, figure: Figure | None) -> str:
    """Return the latest figure and its date."""
    if figure is None:
        return _("No figure yet")
    value = value_text(metric, figure.value, number_text)
    return _("{value} on {date}").format(value=value, date=date_text(figure.on))


def metric_tag(standing: MetricStanding) -> Tag | None:
    """Return the chip that says how a metric stands; None when nothing can be said."""
    words = standing_words(standing)
    return (words, STANDING_ROLES[standing]) if words else None
