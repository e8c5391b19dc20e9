"""What the evidence of an answer rests on, in words; the same on screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.language import _
from mspseat_desktop.wording.measures import target_text, value_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.review_records import (
        Answer,
        Scene,
        SceneMetric,
    )


def rests_on_text(answer: Answer, dates: Callable[[str], str]) -> str:
    """Return who saw or said it, when, where it is and the attached file; empty without any.

    `dates` writes an ISO date as the reader writes it.
    """
    parts = [_seen_text(answer, dates), answer.reference.strip()]
    if answer.file:
        parts.append(_("attached: {file}").replace("{file}", answer.file_name or _("a file")))
    return " · ".join(part for part in parts if part)


def _seen_text(answer: Answer, dates: Callable[[str], str]) -> str:
    by, on = answer.seen_by.strip(), dates(answer.seen_on) if answer.seen_on else ""
    claimed = answer.evidence == "claimed"
    if by and on:
        words = _("said by {name} on {date}") if claimed else _("seen by {name} on {date}")
    elif by:
        words = _("said by {name}") if claimed else _("seen by {name}")
    elif on:
        words = _("said on {date}") if claimed else _("seen on {date}")
    else:
        return ""
    return words.replace("{date}", on).replace("{name}", by)


def metrics_text(scene: Scene, numbers: Callable[[float], str]) -> str:
    """Return how the seat's metrics stood, those off target by name; empty without a metric."""
    states = [(m, metric_state(m, m.latest)) for m in scene.metrics]
    known = [(m, state) for m, state in states if state != "unknown"]
    if not states:
        return ""
    if not known:
        return _("No metric of the seat has a figure and a target yet.")
    missed = [m for m, state in known if state == "off_target"]
    counts = {"on": len(known) - len(missed), "known": len(known)}
    said = _("%(on)d of %(known)d metrics on target.") % counts
    if missed:
        names = "; ".join(_missed_text(m, numbers) for m in missed)
        said += " " + _("Off target: {metrics}.").replace("{metrics}", names)
    return said


def _missed_text(metric: SceneMetric, numbers: Callable[[float], str]) -> str:
    latest = value_text(metric, metric.latest, numbers) if metric.latest is not None else ""
    return f"{metric.name} {latest} ({target_text(metric, numbers)})"
