"""How a metric stands, in words and tones, and its course over time as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.scene import metric_state
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import number_text
from mspseat_desktop.wording.measures import target_text, value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.metrics import MetricStanding
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.review_records import SceneMetric
    from mspseat_desktop.domain.vocabulary import Measure

STANDING_ROLES: dict[MetricStanding, str] = {
    "on_target": "yes",
    "off_target": "no",
    "stale": "partly",
    "unknown": "unanswered",
}
"""The chip's role for each standing."""


def brief(words: str, most: int = 60) -> str:
    """Return a client's words on one line, cut with dots where they are longer than `most`."""
    flat = " ".join(words[: 2 * most].split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def measure_words() -> dict[Measure, str]:
    """Return what a metric can be counted in."""
    return {
        "number": _("Number"),
        "percent": _("Percent"),
        "minutes": _("Minutes"),
        "money": _("Money"),
        "yes_no": _("Yes or no"),
    }


def standing_words(standing: MetricStanding) -> str:
    """Return how a metric stands, "" when nothing can be said."""
    return {
        "on_target": _("On target"),
        "off_target": _("Off target"),
        "stale": _("Stale"),
        "unknown": "",
    }[standing]


def standing_meaning(standing: MetricStanding) -> str:
    """Return what a standing says, as a sentence."""
    return {
        "on_target": _("The latest figure meets the target."),
        "off_target": _("The latest figure misses the target."),
        "stale": _("The latest figure is old: one at least has been left out since."),
        "unknown": _("There is no figure or no target yet."),
    }[standing]


def standings_text(standings: Sequence[MetricStanding]) -> str:
    """Return how a seat's metrics stand together, "" without any: "2 of 4 metrics on target"."""
    count = len(standings)
    if not count:
        return ""
    words = ngettext(
        "{good} of {count} metric on target", "{good} of {count} metrics on target", count
    )
    said = [words.format(good=sum(s == "on_target" for s in standings), count=count)]
    amiss: tuple[tuple[MetricStanding, str], ...] = (
        ("off_target", _("{count} off target")),
        ("stale", _("{count} stale")),
        ("unknown", _("{count} without a figure or target")),
    )
    for standing, phrase in amiss:
        if number := sum(s == standing for s in standings):
            said.append(phrase.format(count=number))
    return ", ".join(said)


def course_text(metric: Metric | SceneMetric, values: Sequence[float | None]) -> str:
    """Return the course of a metric for reading aloud: its figures, the target and the misses."""
    known = [value for value in values if value is not None]
    if not known:
        return _("No figure yet")
    shown = ", ".join(
        _("none") if value is None else value_text(metric, value, number_text) for value in values
    )
    said = [_("The last {count}: {values}.").format(count=len(values), values=shown)]
    if target := target_text(metric, number_text):
        said.append(_("Target: {target}.").format(target=target))
        missed = sum(metric_state(metric, value) == "off_target" for value in known)
        words = ngettext("{count} of them misses it.", "{count} of them miss it.", missed)
        said.append(words.format(count=missed))
    return " ".join(said)
