"""Homework: what the client owes a seat before its occupant can be judged in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.mismatch import model_notices
from mspseat_desktop.domain.pointing import Reason, value_of
from mspseat_desktop.domain.scene import metric_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.pointing import Answers
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import Scene, SceneMetric

ENOUGH_RESPONSIBILITIES = 5


def open_homework(scene: Scene) -> tuple[Reason, ...]:
    """Return what the seat itself lacks: whom it answers to, a responsibility, a metric.

    A person in a root seat is not asked whom it answers to; a provider always is.
    """
    missing = []
    if scene.answers_to == "same_provider":
        missing.append(Reason("same-provider-above", {"name": scene.occupant_name}))
    elif scene.answers_to == "nobody" and (scene.is_provider or not scene.is_root):
        missing.append(Reason("nobody-above", {"seat": scene.seat_title}))
    if not scene.responsibilities:
        missing.append(Reason("no-responsibility"))
    if not scene.metrics:
        missing.append(Reason("no-metric"))
    return tuple(missing)


def notices(scene: Scene, answers: Answers, questions: Iterable[Question]) -> tuple[Reason, ...]:
    """Return what is worth knowing and counts for nothing."""
    found = []
    count, numbers = len(scene.responsibilities), len(scene.metrics)
    if scene.provider_above:
        names = {"name": scene.occupant_name, "above": scene.provider_above}
        found.append(Reason("provider-above", names))
    if scene.above:
        code = "seat-above-open" if scene.above == "open" else "seat-above-wrong"
        found.append(Reason(code, {"seat": scene.reports_to}))
    found += model_notices(scene)
    if 0 < count < ENOUGH_RESPONSIBILITIES:
        found.append(Reason("fewer-than-five", {"count": str(count)}))
    if 0 < numbers < count:
        found.append(Reason("fewer-metrics", {"metrics": str(numbers), "count": str(count)}))
    found += [Reason("no-figure", {"name": m.name}) for m in scene.metrics if m.latest is None]
    found += off_target(scene.metrics)
    found += [
        Reason("homework-no", {"id": q.id, "words": q.words})
        for q in questions
        if q.letter == "homework" and value_of(answers, "homework", q.id) == "no"
    ]
    return tuple(found)


def off_target(metrics: Iterable[SceneMetric]) -> list[Reason]:
    """Return a reason for each metric whose latest figure misses its target."""
    return [
        Reason("off-target", {"id": m.id, "name": m.name})
        for m in metrics
        if metric_state(m, m.latest) == "off_target"
    ]
