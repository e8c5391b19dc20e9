"""What the provider answered for itself, beside a step of the review: disagreements first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mspseat_desktop.domain.disagreement import Pair, count, pairs
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.widgets import Card, Chip, PlainLabel, SectionLabel
from mspseat_desktop.wording.forms import (
    asked_text,
    came_back_text,
    disagreement_text,
    own_answer_title,
)
from mspseat_desktop.wording.outcomes import answer_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.review_records import Voice
    from mspseat_desktop.ui.reviews.look import Look, Step
    from mspseat_desktop.ui.theme import Theme

_ROLES = {
    "yes": "yes",
    "wants": "yes",
    "+": "yes",
    "unsure": "partly",
    "condition": "partly",
    "+/-": "partly",
    "no": "no",
    "declined": "no",
    "-": "no",
}


def has_answers(look: Look, step: Step) -> bool:
    """Whether a provider answered something that belongs to the step."""
    return any(_at(look, voice, step) for voice in _voices(look))


def step_of_disagreement(look: Look) -> Step | None:
    """Return the first step at which they and we differ, None where they nowhere do."""
    found = {p.where for voice in _voices(look) for p in _all(look, voice) if p.differs}
    steps: tuple[Step, ...] = ("values", "gets", "wants", "capacity", "result")
    return next((step for step in steps if step in found), None)


def answers_key(look: Look, step: Step) -> tuple[object, ...]:
    """Return what the list shows; another key needs another list."""
    return (step, *((v.name, v.given_on, _at(look, v, step), _all(look, v)) for v in _voices(look)))


class OwnAnswers(QWidget):
    """One card for each provider that answered; with more than one they are told by name."""

    def __init__(self, theme: Theme, look: Look, step: Step) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionLabel(own_answer_title()))
        for voice in _voices(look):
            if found := _at(look, voice, step):
                column.addWidget(_card(theme, look, voice, found))


def _card(theme: Theme, look: Look, voice: Voice, found: tuple[Pair, ...]) -> Card:
    card = Card(tight=True)
    column = QVBoxLayout(card)
    column.setContentsMargins(10, 9, 10, 10)
    column.setSpacing(4)
    on = date_text(voice.given_on) if voice.given_on else ""
    column.addWidget(PlainLabel(came_back_text(voice.name, on), tone="muted", pixels=12, wrap=True))
    differs, both = count(_all(look, voice))
    tone = "partly" if differs else ""
    column.addWidget(PlainLabel(disagreement_text(differs, both), tone=tone, wrap=True))
    names = _names(look)
    for pair in found:
        column.addSpacing(6)
        _add(column, theme, pair, asked_text(pair.theirs, names))
    return card


def _add(column: QVBoxLayout, theme: Theme, pair: Pair, words: str) -> None:
    column.addWidget(PlainLabel(words, pixels=12, tone="muted", wrap=True))
    value = pair.theirs.value
    if value:
        said = answer_text(pair.theirs.kind, value)
        chip = Chip(theme, said, _ROLES.get(value, "unanswered"))
        chip.setAccessibleName(f"{words}: {said}")
        column.addWidget(chip)
    if pair.theirs.note:
        column.addWidget(PlainLabel(f"\u201c{pair.theirs.note}\u201d", wrap=True))
    if pair.differs and pair.ours is not None:
        ours = answer_text(pair.ours.kind, pair.ours.value)
        column.addWidget(
            PlainLabel(
                _("You said: {answer}").replace("{answer}", ours),
                tone="partly",
                pixels=12,
                wrap=True,
            )
        )


def _voices(look: Look) -> tuple[Voice, ...]:
    return tuple(v for v in look.sheet.voices if v.kind == "provider" and v.answers)


def _all(look: Look, voice: Voice) -> tuple[Pair, ...]:
    return pairs(voice, look.said, look.bank.questions)


def _at(look: Look, voice: Voice, step: Step) -> tuple[Pair, ...]:
    return tuple(pair for pair in _all(look, voice) if pair.where == step)


def _names(look: Look) -> dict[str, str]:
    names: dict[str, str] = {thing.id: thing.text for thing in look.scene.responsibilities}
    names |= {value.id: value.name for value in look.scene.values}
    names |= look.sheet.names
    return names
