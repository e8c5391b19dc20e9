"""The client itself: its name, core values and bar, who advises it, and where it is going."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.records import CoreValue, CoreValueId, Profile
from mspseat_desktop.domain.scene import start_exceptions
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    DropDown,
    Ground,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    SectionLabel,
    Separator,
    TextArea,
    TextField,
)
from mspseat_desktop.wording.measures import bar_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.ui.theme import Theme

MOST_VALUES = 12
USUAL = QSize(560, 640)
SCROLL_BAR = 10
"""Pixels that the scroll bar takes from the fields above the buttons."""


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """What the dialog gives back: the client's record and its core values in order."""

    profile: Profile
    values: tuple[CoreValue, ...]


class ClientDialog(QDialog):
    """Shows what is kept about the client; `chosen` carries ClientSettings, nothing is written."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: ClientSettings,
        *,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._given = settings
        self._new_id = new_id
        self.setWindowTitle(_("Client"))
        self.setModal(True)
        self.resize(USUAL.boundedTo(self.screen().availableGeometry().size() - QSize(40, 60)))
        content = Ground("surface")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(24, 20, 24, 12)
        self._column.setSpacing(6)
        self._column.addWidget(PlainLabel(_("Client"), pixels=17, weight=Weight.DemiBold))
        profile = settings.profile
        self.name = self._line(_("Name of the company"), profile.name)
        self._add_values(settings.values)
        self._add_bar(profile)
        self._add_adviser(profile)
        self._add_direction(profile)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollArea(content), 1)
        whole.addWidget(Separator())
        whole.addLayout(self._buttons())
        self.name.setFocus()

    def _line(self, label: str, text: str, *, hint: str = "") -> TextField:
        self._column.addSpacing(6)
        self._column.addWidget(SectionLabel(label))
        field = TextField(label, hint=hint)
        field.load(text)
        self._column.addWidget(field)
        return field

    def _add_values(self, values: Sequence[CoreValue]) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(SectionLabel(_("Core values, one in each line")))
        self.values = TextArea(_("Core values"), hint=_("For example: Own it"))
        self.values.load("\n".join(value.name for value in values))
        self.values.textChanged.connect(self._show_bar)
        self._column.addWidget(self.values)

    def _add_bar(self, profile: Profile) -> None:
        self._column.addSpacing(6)
        self._column.addWidget(SectionLabel(_("The bar")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(_("All but")))
        name = _("How many values may be less than +")
        self.exceptions = DropDown(self._theme, name, [(n, str(n)) for n in range(MOST_VALUES)])
        row.addWidget(self.exceptions)
        row.addWidget(PlainLabel(_("values are +, and of those")))
        name = _("How many values may be -")
        self.minuses = DropDown(self._theme, name, [(n, str(n)) for n in range(MOST_VALUES)])
        row.addWidget(self.minuses)
        row.addWidget(PlainLabel(_("may be -")))
        row.addStretch(1)
        self._column.addLayout(row)
        self._bar_is_set = profile.bar_exceptions is not None
        self.exceptions.set_value(
            profile.bar_exceptions
            if profile.bar_exceptions is not None
            else start_exceptions(len(self._given.values))
        )
        self.minuses.set_value(profile.bar_minuses)
        self._bar_words = PlainLabel(tone="muted", wrap=True)
        self._column.addWidget(self._bar_words)
        self.exceptions.currentIndexChanged.connect(self._set_bar)
        self.minuses.currentIndexChanged.connect(self._show_bar)
        self._show_bar()

    def _add_adviser(self, profile: Profile) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.adviser = TextField(_("Your name"))
        self.firm = TextField(_("Your firm"), hint=_("Stands at the foot of each page"))
        for at, (label, field, text) in enumerate(
            (
                (_("Your name"), self.adviser, profile.adviser),
                (_("Your firm"), self.firm, profile.firm),
            )
        ):
            field.load(text)
            grid.addWidget(SectionLabel(label), 0, at)
            grid.addWidget(field, 1, at)
        self.paper = DropDown(self._theme, _("Paper"), [("A4", "A4"), ("Letter", "Letter")])
        self.paper.set_value(profile.paper)
        grid.addWidget(SectionLabel(_("Paper")), 0, 2)
        grid.addWidget(self.paper, 1, 2)
        self._column.addSpacing(6)
        self._column.addLayout(grid)

    def _add_direction(self, profile: Profile) -> None:
        self._column.addSpacing(10)
        heading = PlainLabel(_("Where the client is going"), weight=Weight.DemiBold)
        self._column.addWidget(heading)
        words = _("Optional. It stands beside the questions that need it.")
        self._column.addWidget(PlainLabel(words, tone="muted"))
        self.picture = self._area(_("The company in three years"), profile.picture)
        self.goals = self._area(_("Goals of this year"), profile.goals)
        self.growth = self._line(_("Expected growth (people, sites)"), profile.growth)
        self.it_budget = self._line(_("Yearly IT budget"), profile.it_budget)

    def _area(self, label: str, text: str) -> TextArea:
        self._column.addSpacing(6)
        self._column.addWidget(SectionLabel(label))
        area = TextArea(label)
        area.load(text)
        self._column.addWidget(area)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24 + SCROLL_BAR, 16)
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QuietButton(self._theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.keep = PrimaryButton(self._theme, _("Save"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._choose)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        return row

    def _named(self) -> list[str]:
        lines = (line.strip() for line in self.values.toPlainText().splitlines())
        return [line for line in lines if line][:MOST_VALUES]

    def _set_bar(self) -> None:
        self._bar_is_set = True
        self._show_bar()

    def _show_bar(self) -> None:
        count = len(self._named())
        if not self._bar_is_set:
            self.exceptions.set_value(start_exceptions(count))
        below, minuses = self._bar()
        if not count:
            self._bar_words.setText(_("Without core values there is no bar."))
            return
        self._bar_words.setText(bar_text(values=count, exceptions=below, minuses=minuses))

    def _bar(self) -> tuple[int, int]:
        below, minuses = self.exceptions.value, self.minuses.value
        return (below if isinstance(below, int) else 0, minuses if isinstance(minuses, int) else 0)

    def _choose(self) -> None:
        below, minuses = self._bar()
        paper = "Letter" if self.paper.value == "Letter" else "A4"
        profile = replace(
            self._given.profile,
            name=self.name.text().strip() or self._given.profile.name,
            adviser=self.adviser.text().strip(),
            firm=self.firm.text().strip(),
            picture=self.picture.toPlainText().strip(),
            goals=self.goals.toPlainText().strip(),
            growth=self.growth.text().strip(),
            it_budget=self.it_budget.text().strip(),
            bar_exceptions=below if self._bar_is_set else None,
            bar_minuses=min(minuses, below),
            paper="Letter" if paper == "Letter" else "A4",
        )
        self.accept()
        self.chosen.emit(ClientSettings(profile, self._values()))

    def _values(self) -> tuple[CoreValue, ...]:
        """Return the values by their lines; a line that stays, or stays in place, keeps its id."""
        names = self._named()
        by_name = {value.name: value for value in self._given.values}
        free = [v for v in self._given.values if v.name not in names]
        result = []
        for at, name in enumerate(names):
            old = by_name.pop(name, None)
            if old is None and len(names) == len(self._given.values):
                same_place = self._given.values[at]
                old = same_place if same_place in free else None
            result.append(
                replace(old, name=name) if old else CoreValue(CoreValueId(self._new_id()), 0, name)
            )
        return tuple(result)
