"""The page of a first look: ten questions with their boxes, answered as in a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import checklist
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.reviews.page import Page
from mspseat_desktop.ui.reviews.question_row import QuestionRow
from mspseat_desktop.ui.reviews.row import EDGE
from mspseat_desktop.ui.reviews.writing import Pen
from mspseat_desktop.ui.widgets import CheckBox, SectionLabel
from mspseat_desktop.wording.outcomes import letter_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.content.banks import ChecklistItem, ChecklistPart
    from mspseat_desktop.domain.questions import Question
    from mspseat_desktop.domain.review_records import Scene
    from mspseat_desktop.ui.reviews.look import Look
    from mspseat_desktop.ui.theme import Theme


class FirstLookPen(Pen):
    """A pen whose rows do not ask how an answer is known: a first look is quick."""

    asks_evidence = False


class FirstLookRow(QuestionRow):
    """One of the ten; all its boxes ticked is a yes."""

    def __init__(
        self, theme: Theme, pen: Pen, item: ChecklistItem, question: Question, *, hint: str
    ) -> None:
        super().__init__(theme, pen, question, hint=hint, may_not_apply=bool(item.skip))
        self.item = item
        self.boxes: list[CheckBox] = []
        for number, words in enumerate(item.all_of):
            box = CheckBox(theme, words, self)
            box.setAccessibleName(f"{words}: {item.words}")
            box.clicked.connect(lambda on, number=number: self._tick(number, on=on))
            self.below.addWidget(box)
            self.boxes.append(box)

    def show_boxes(self, look: Look) -> None:
        """Show which boxes are ticked."""
        for number, box in enumerate(self.boxes):
            said = look.said("question", f"{self.item.id}.{number}")
            box.setChecked(said is not None and said.value == "yes")

    def stops(self) -> list[QWidget]:
        """Return the controls that the keyboard can be in."""
        return [*super().stops(), *self.boxes]

    def _tick(self, number: int, *, on: bool) -> None:
        done = self._pen.rate("question", f"{self.item.id}.{number}", "yes" if on else "")
        if not done:
            self.boxes[number].setChecked(not on)
        elif all(box.isChecked() for box in self.boxes):
            self._pen.rate("question", self.item.id, "yes")


class FirstLookPage(Page):
    """Ten rows under five headings."""

    def __init__(self, theme: Theme, pen: Pen, look: Look, *, after: Callable[[], None]) -> None:
        super().__init__(after=after)
        self._shape = self._shape_of(look)
        self.rows: list[FirstLookRow] = []
        words = {question.id: question for question in look.bank.questions}
        part = ""
        for item in checklist():
            if item.part != part:
                part = item.part
                label = SectionLabel(part_name(item.part))
                label.setContentsMargins(EDGE, 12, EDGE, 4)
                self.column.addWidget(label)
            row = FirstLookRow(theme, pen, item, words[item.id], hint=_hint(item, look.scene))
            self.rows.append(row)
            self.column.addWidget(row)
        self.column.addStretch(1)
        self.keys.set_rows(self.rows, numbered=self.rows)
        self.show_look(look)

    def fits(self, look: Look) -> bool:
        """Whether the same stands under the questions."""
        return self._shape_of(look) == self._shape

    def show_look(self, look: Look) -> None:
        """Show the answers."""
        for row in self.rows:
            row.show_answer(look.said("question", row.item.id))
            row.show_boxes(look)

    def _shape_of(self, look: Look) -> tuple[Hashable, ...]:
        return (look.is_locked, *(_hint(item, look.scene) for item in checklist()))


def part_name(part: ChecklistPart) -> str:
    """Return what a part of the ten questions is about."""
    if part == "homework":
        return _("Homework")
    return _("Core values") if part == "values" else letter_name(part)


def _hint(item: ChecklistItem, scene: Scene) -> str:
    """Return what the chart says already, or when the question may be skipped."""
    if item.id == "k1":
        if scene.answers_to == "held":
            return _("In the chart it answers to {name}.").replace("{name}", scene.answers_to_name)
        return _("In the chart nobody of ours holds a seat above it.")
    if item.id == "k2":
        count = len(scene.responsibilities)
        words = ngettext(
            "{count} responsibility is written down.",
            "{count} responsibilities are written down.",
            count,
        )
        return words.replace("{count}", str(count))
    if item.id == "k3":
        known = sum(m.target is not None and m.latest is not None for m in scene.metrics)
        words = _("{known} of {count} metrics have a target and a figure.")
        return words.replace("{known}", str(known)).replace("{count}", str(len(scene.metrics)))
    if item.part == "values" and scene.values:
        return " · ".join(value.name for value in scene.values)
    return item.skip or (_("A yes is all of it.") if item.all_of else "")
