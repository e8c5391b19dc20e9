"""Builders for reviews: a scene, questions and answers said in a few words."""

from __future__ import annotations

from dataclasses import replace

from mspseat_desktop.domain.gwc import Outcome, judge
from mspseat_desktop.domain.questions import Question
from mspseat_desktop.domain.review_records import (
    Answer,
    Scene,
    SceneMetric,
    SceneResponsibility,
    SceneValue,
    answer_id,
)
from mspseat_desktop.domain.vocabulary import (
    AnswerId,
    CoreValueId,
    MetricId,
    ResponsibilityId,
    ReviewId,
)

ON = "2026-10-14"
REVIEW = ReviewId("review")
VALUES = ("Own it", "Do right", "Speak plainly", "Improve")

QUESTIONS = (
    Question("g1", "it", "gets", "Knows our goals?", deciding=True),
    Question("g6", "it", "gets", "Knows good work?", deciding=True),
    Question("g12", "it", "gets", "Explains well?"),
    Question("w4", "it", "wants", "Wants the roadmap?", when=("strategic",), deciding=True),
    Question("w7", "it", "wants", "Agrees to be measured?", deciding=True),
    Question("c1", "it", "capacity", "Named person?", deciding=True),
    Question("c4", "it", "capacity", "Times met?", when=("90 days",), deciding=True),
    Question("c5", "it", "capacity", "Restores?", when=("security", "90 days"), deciding=True),
    Question("h1", "it", "homework", "Does the holder above know?"),
)


def responsibility(text, level="managed", **more) -> SceneResponsibility:
    return SceneResponsibility(ResponsibilityId(text), text, level, **more)


FIVE = (
    responsibility("Help desk", "repair"),
    responsibility("Patching"),
    responsibility("Protection", protects=True),
    responsibility("Backup", protects=True),
    responsibility("Roadmap", "strategic"),
)


def provider_scene(**more) -> Scene:
    """A provider two years in a seat that is ready: held above, five responsibilities, numbers."""
    ready = Scene(
        seat_title="Managed IT",
        occupant_name="Northbeam",
        is_provider=True,
        reports_to="Finance",
        answers_to="held",
        answers_to_name="Ellen",
        seated_since="2024-10-01",
        bar_exceptions=1,
        responsibilities=FIVE,
        metrics=tuple(
            SceneMetric(MetricId(f"m{n}"), f"Number {n}", 95, latest=97) for n in range(5)
        ),
        values=tuple(SceneValue(CoreValueId(v), v) for v in VALUES),
    )
    return replace(ready, **more)


def person_scene(**more) -> Scene:
    return provider_scene(is_provider=False, occupant_name="Joel", seat_title="IT lead", **more)


def answer(kind, about, value="", **more) -> Answer:
    return Answer(answer_id(REVIEW, kind, about), REVIEW, kind, about, value, **more)


def calls(gets="", wants="", capacity="", *, because="we talked") -> list[Answer]:
    made = {"gets": gets, "wants": wants, "capacity": capacity}
    return [answer("call", k, v, note=because) for k, v in made.items() if v]


ALL_YES = calls("yes", "yes", "yes")


def values(*marks) -> list[Answer]:
    """Ratings in the order of VALUES; "" leaves one unrated."""
    return [answer("value", v, m) for v, m in zip(VALUES, marks, strict=False) if m]


OVER = values("+", "+", "+/-", "+")
BELOW = values("+", "-", "+", "+")


def all_answers_yes(scene: Scene) -> list[Answer]:
    given = [answer("question", q.id, "yes") for q in QUESTIONS if q.letter != "homework"]
    for r in scene.responsibilities:
        given += [
            answer("gets", r.id, "yes"),
            answer("wants", r.id, "wants"),
            answer("can", r.id, "yes"),
        ]
    return given


def but(answers, *changed) -> list[Answer]:
    """The answers with some replaced."""
    merged: dict[AnswerId, Answer] = {a.id: a for a in answers}
    merged |= {a.id: a for a in changed}
    return list(merged.values())


def judged(scene, *groups, next_on="") -> Outcome:
    flat = [a for group in groups for a in (group if isinstance(group, list) else [group])]
    return judge(scene, but([], *flat), QUESTIONS, on=ON, next_on=next_on)


def codes(reasons) -> list[str]:
    return [r.code for r in reasons]
