"""Short words of the review dialog: choices with their keys, titles, states, the bar, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.bar import rated, ratings
from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.ui.widgets import Choice
from mspseat_desktop.wording.measures import bar_text, target_text, value_text
from mspseat_desktop.wording.outcomes import answer_text, call_text, letter_mark, letter_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.gwc import Letter, Tone
    from mspseat_desktop.domain.review_records import Scene, SceneMetric
    from mspseat_desktop.ui.reviews.look import Look, Step

TONES: dict[Tone, str] = {"green": "yes", "amber": "partly", "red": "no", "neutral": "unanswered"}
"""The role of the palette for each tone of a headline."""

ICONS: dict[Tone, str] = {
    "green": "circle-check",
    "amber": "arrow-left-right",
    "red": "triangle-alert",
    "neutral": "circle-help",
}


def _letters(signs: str, count: int) -> list[str]:
    """Return the keys of a translated line of signs; a line of another length gives none."""
    found = signs.split()
    return found if len(found) == count else [""] * count


def yes_no_keys() -> list[str]:
    """Return the keys for yes, no, unsure and does not apply."""
    # Translators: the keys for Yes, No, Unsure and Does not apply, parted by spaces.
    return _letters(_("Y N U A"), 4)


def evidence_keys() -> list[str]:
    """Return the keys for seen and claimed."""
    # Translators: the keys for Seen and Claimed.
    return _letters(_("S C"), 2)


def answer_choices(*, may_not_apply: bool) -> tuple[Choice, ...]:
    """Return the answers to a question, with the key of each."""
    yes, no, unsure, apart = yes_no_keys()
    choices = [
        Choice("yes", answer_text("question", "yes"), "yes", keys=yes),
        Choice("unsure", answer_text("question", "unsure"), "partly", keys=unsure),
        Choice("no", answer_text("question", "no"), "no", keys=no),
    ]
    if may_not_apply:
        choices.append(
            Choice("n/a", _("N/A"), "unanswered", keys=apart, hint=answer_text("question", "n/a"))
        )
    return tuple(choices)


def call_choices() -> tuple[Choice, ...]:
    """Return the two calls."""
    yes, no, _unsure, _apart = yes_no_keys()
    return (
        Choice("yes", call_text("yes"), "yes", keys=yes),
        Choice("no", call_text("no"), "no", keys=no),
    )


def wants_keys() -> list[str]:
    """Return the keys for wants it, on a condition and would rather not."""
    # Translators: the keys for Wants it, On a condition and Would rather not.
    return _letters(_("W C R"), 3)


def wants_choices() -> tuple[Choice, ...]:
    """Return what can be said about wanting a responsibility; yes and no have their keys too."""
    yes, no, _unsure, _apart = yes_no_keys()
    wants, condition, declined = wants_keys()
    return (
        Choice("wants", answer_text("wants", "wants"), "yes", keys=wants + yes),
        Choice("condition", answer_text("wants", "condition"), "partly", keys=condition),
        Choice("declined", answer_text("wants", "declined"), "no", keys=declined + no),
    )


def value_choices() -> tuple[Choice, ...]:
    """Return the three ratings of a core value; "=" is "+" without Shift on many keyboards."""
    return (
        Choice("+", "+", "yes", keys="+=", mark="", hint=_("Mostly lives it")),
        Choice("+/-", "+/\N{MINUS SIGN}", "partly", keys="/", mark="", hint=_("Sometimes")),
        Choice("-", "\N{MINUS SIGN}", "no", keys="-\N{MINUS SIGN}", mark="", hint=_("Rarely")),
    )


def evidence_choices() -> tuple[Choice, ...]:
    """Return how an answer may be known; nothing chosen is unknown."""
    seen, claimed = evidence_keys()
    return (
        Choice("seen", _("Seen"), "accent", keys=seen, mark="check"),
        Choice("claimed", _("Claimed"), "person", keys=claimed, mark="question"),
    )


def mend_choices() -> tuple[Choice, ...]:
    """Return whose a no on Capacity is to mend."""
    # Translators: the keys for Theirs and Ours, as in whose it is to mend.
    theirs, ours = _letters(_("T O"), 2)
    return (
        Choice("theirs", _("Theirs"), "no", keys=theirs, mark=""),
        Choice(
            "ours", _("Ours"), "partly", keys=ours, mark="", hint=_("Homework, not against them")
        ),
    )


def keys_of(choices: Sequence[Choice]) -> list[str]:
    """Return each choice with its first key before it: "Y yes", "A does not apply"."""
    return [
        f"{choice.keys[0]} {_in_a_line(choice.hint or choice.label)}"
        for choice in choices
        if choice.keys
    ]


def _in_a_line(words: str) -> str:
    return words[:1].lower() + words[1:]


def step_name(step: Step) -> str:
    """Return the name of a step."""
    if step == "values":
        return _("Core values")
    return _("Result and actions") if step == "result" else letter_name(step)


def step_mark(step: Step) -> str:
    """Return the letter on the badge of a step; the two without one have an icon."""
    return letter_mark(step) if step in LETTERS and step not in ("values", "result") else ""


def letter_question(letter: Letter, name: str) -> str:
    """Return the title of a letter's page."""
    return {
        "gets": _("Does %(name)s get it?"),
        "wants": _("Does %(name)s want it?"),
        "capacity": _("Does %(name)s have the capacity to do it?"),
    }[letter] % {"name": name}


def letter_guide(letter: Letter) -> str:
    """Return what to listen for."""
    return {
        "gets": _(
            "Getting it is understanding the seat and what it is for. Ask, and listen for their "
            "own words."
        ),
        "wants": _(
            "Being able to do the work is not the same as wanting it. Read the seat's "
            "responsibilities aloud and ask."
        ),
        "capacity": _("People, hours, skills and tools, for this seat as it is today."),
    }[letter]


def step_state(look: Look, step: Step) -> str:
    """Return how far a step is; while ratings are hidden it tells counts only."""
    if step == "result":
        return _("Finished") if look.is_locked else ""
    if step == "values":
        return _values_state(look)
    given, total = look.progress(step)
    call = look.outcome.calls[step]
    if not given and not call:
        return _("not started")
    counts = {"given": given, "total": total}
    state = _("%(given)d of %(total)d answered") % counts if total else ""
    if call and not look.ratings_hidden:
        return f"{state} · {call_text(call)}" if state else call_text(call)
    return state or _("called")


def _values_state(look: Look) -> str:
    if look.scene.unrated_because:
        return _("not rated")
    marks = ratings(look.scene, look.sheet.answers)
    total = len(rated(look.scene))
    given = total - marks.unrated
    if not total:
        return _("none yet")
    if not given:
        return _("not started")
    if look.ratings_hidden or marks.unrated:
        return _("%(given)d of %(total)d rated") % {"given": given, "total": total}
    return _("%(plus)d of %(total)d at +") % {"plus": marks.plus, "total": total}


def step_role(look: Look, step: Step) -> str:
    """Return the role that colours a step's badge."""
    if look.ratings_hidden or step == "result":
        return "unanswered"
    if step == "values":
        return {"over": "yes", "below": "partly"}.get(look.outcome.bar, "unanswered")
    return look.outcome.calls[step] or "unanswered"


def bar_words(scene: Scene) -> str:
    """Return the bar as a sentence."""
    return bar_text(
        values=len(rated(scene)), exceptions=scene.bar_exceptions, minuses=scene.bar_minuses
    )


def bar_state_text(bar: str) -> str:
    """Return how the ratings stand to the bar."""
    return {
        "over": _("At or over the bar"),
        "below": _("Below the bar"),
        "undecided": _("Not decided yet"),
    }.get(bar, "")


def metric_line(metric: SceneMetric) -> str:
    """Return a metric's latest figure and its target, "94 %, at least 95 % / month"."""
    latest = _("No figure yet")
    if metric.latest is not None:
        latest = value_text(metric, metric.latest, number_text)
    target = target_text(metric, number_text)
    return f"{latest}, {target}" if target else latest
