"""Core values and the bar, with who falls below it as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mspseat_desktop.domain.against_bar import against_bar, latest_ratings
from mspseat_desktop.domain.scene import start_exceptions
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.client_settings.part import APART, Part
from mspseat_desktop.ui.client_settings.value_rows import ValueRows
from mspseat_desktop.ui.shortcuts.telling import with_keys
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import DropDown, LineLink, PlainLabel
from mspseat_desktop.wording.measures import bar_text
from mspseat_desktop.wording.rounds import value_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.against_bar import AgainstBar
    from mspseat_desktop.domain.records import CoreValue, Profile
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

MOST_NAMES = 8


class ValuesPart(Part):
    """What everybody is rated on, and from where on it is enough."""

    def __init__(
        self, bridge: Bridge, theme: Theme, profile: Profile, values: Sequence[CoreValue]
    ) -> None:
        super().__init__(
            _("Core values and the bar"),
            _("Everybody who holds a seat is rated on these, providers as well."),
        )
        self._bridge = bridge
        self._rated = latest_ratings(bridge.client)
        self._is_set = profile.bar_exceptions is not None
        self.rows = ValueRows(theme, values, new_id=bridge.new_id)
        self.column.addSpacing(4)
        self.column.addWidget(self.rows)
        self.column.addSpacing(APART)
        self.column.addWidget(PlainLabel(_("The bar"), weight=Weight.DemiBold))
        start = profile.bar_exceptions
        # A file may hold any number; it stays until another one is chosen.
        self._below = start_exceptions(len(values)) if start is None else start
        self._minuses = profile.bar_minuses
        self.exceptions = DropDown(
            theme, _("How many values may be +/\N{MINUS SIGN} or \N{MINUS SIGN}"), ()
        )
        self.minuses = DropDown(theme, _("How many of these values may be \N{MINUS SIGN}"), ())
        at_most, of_these = (
            _("values may be +/\N{MINUS SIGN} or \N{MINUS SIGN}"),
            _("of these may be \N{MINUS SIGN}"),
        )
        self.column.addLayout(_at_most(self.exceptions, at_most))
        self.column.addLayout(_at_most(self.minuses, of_these))
        self.usual = LineLink(theme, _("Back to the usual bar"), icon="undo-2")
        self.usual.clicked.connect(self._forget_bar)
        self.words = self.add_note("")
        self.below = PlainLabel(wrap=True)
        self.others = PlainLabel(tone="muted", wrap=True)
        self.column.addWidget(self.below)
        self.column.addWidget(self.others)
        self.column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.exceptions.currentIndexChanged.connect(self._set_below)
        self.minuses.currentIndexChanged.connect(self._set_minuses)
        self.rows.changed.connect(self._show_bar)
        self._show_bar()

    def values(self) -> tuple[CoreValue, ...]:
        """Return the core values in order."""
        return self.rows.values()

    def written(self, profile: Profile) -> Profile:
        """Return the record with the bar; one that nobody set follows the count of values."""
        return replace(
            profile,
            bar_exceptions=self._below if self._is_set else None,
            bar_minuses=min(self._minuses, self._below),
        )

    def state(self) -> object:
        """Return bar and values."""
        return super().state(), self.values()

    def trouble(self) -> QWidget | None:
        """Ask for the name of a value that has a meaning only."""
        return self.rows.trouble()

    def start(self) -> None:
        """Begin at the first value, or at the button for one."""
        if self.rows.rows:
            self.rows.rows[0].name.setFocus()
        else:
            self.rows.add_button.setFocus()

    def _set_below(self) -> None:
        self._is_set, self._below = True, _number(self.exceptions)
        self._show_bar()

    def _set_minuses(self) -> None:
        self._is_set, self._minuses = True, _number(self.minuses)
        self._show_bar()

    def _forget_bar(self) -> None:
        self._is_set, self._minuses = False, 0
        self._show_bar()
        self.exceptions.setFocus()

    def _show_bar(self) -> None:
        values = self.values()
        if not self._is_set:
            self._below = start_exceptions(len(values))
        exceptions, minuses = self._below, self._minuses
        _offer(self.exceptions, most=len(values), chosen=exceptions)
        _offer(self.minuses, most=len(values), chosen=min(minuses, exceptions))
        self.usual.setVisible(self._is_set)
        if values:
            said = bar_text(values=len(values), exceptions=exceptions, minuses=minuses)
            self.words.setText(said)
        else:
            self.words.setText(_("Without core values there is no bar."))
        self._show_people(exceptions=exceptions, minuses=min(minuses, exceptions))
        self.changed.emit()

    def _show_people(self, *, exceptions: int, minuses: int) -> None:
        values = self.values()
        if not values or not self._rated:
            self.below.setText("")
            self.others.setText("" if not values else _("Nobody has been rated on values yet."))
        elif self._bridge.ratings_hidden:
            self.below.setText("")
            words = _("Ratings are hidden, so it stays unsaid who falls below. {keys} shows them.")
            self.others.setText(with_keys(words, "hide-ratings"))
        else:
            standing = against_bar(
                self._bridge.client,
                [value.id for value in values],
                exceptions=exceptions,
                minuses=minuses,
                rated=self._rated,
            )
            self.below.setText(_below_text(standing))
            self.below.set_tone("no" if any(one.state == "below" for one in standing) else "")
            self.others.setText(_others_text(standing))
        for label in (self.below, self.others):
            label.setVisible(bool(label.text()))


def _at_most(box: DropDown, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PlainLabel(_("At most")))
    row.addWidget(box)
    row.addWidget(PlainLabel(words))
    row.addStretch(1)
    return row


def _offer(box: DropDown, *, most: int, chosen: int) -> None:
    """Let the box offer the numbers up to the count of values; send nothing."""
    box.blockSignals(True)  # noqa: FBT003  # Qt's own call
    if box.count() != most + 1:
        box.clear()
        for number in range(most + 1):
            box.addItem(str(number), number)
    box.blockSignals(False)  # noqa: FBT003  # Qt's own call
    box.set_value(min(chosen, most))


def _number(box: DropDown) -> int:
    return box.value if isinstance(box.value, int) else 0


def _below_text(standing: Sequence[AgainstBar]) -> str:
    """Return who falls below the bar with what each was rated, the first few by name."""
    below = [one for one in standing if one.state == "below"]
    if not below:
        return _("Nobody falls below it by their latest ratings.")
    named = ", ".join(_rated_text(one) for one in below[:MOST_NAMES])
    words = _("Below it by their latest ratings: {names}.").replace("{names}", named)
    more = len(below) - MOST_NAMES
    if more > 0:
        said = ngettext("And {n} more.", "And {n} more.", more).replace("{n}", str(more))
        words = f"{words} {said}"
    return words


def _rated_text(one: AgainstBar) -> str:
    marks = (("+", one.ratings.plus), ("+/-", one.ratings.half), ("-", one.ratings.minus))
    given = ", ".join(f"{count} {value_mark(mark)}" for mark, count in marks if count)
    name = one.name if len(one.name) <= 60 else one.name[:59] + "\N{HORIZONTAL ELLIPSIS}"
    return f"{name} ({given})"


def _others_text(standing: Sequence[AgainstBar]) -> str:
    over = sum(one.state == "over" for one in standing)
    undecided = sum(one.state == "undecided" for one in standing)
    parts = []
    if over:
        words = ngettext("{n} is at or over it.", "{n} are at or over it.", over)
        parts.append(words.replace("{n}", str(over)))
    if undecided:
        words = ngettext(
            "{n} is not decided: a value is not rated yet.",
            "{n} are not decided: values are not rated yet.",
            undecided,
        )
        parts.append(words.replace("{n}", str(undecided)))
    return " ".join(parts)
