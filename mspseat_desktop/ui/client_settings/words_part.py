"""Words: what things are called in the window and on paper, and what seats are called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.seat_names import renamings
from mspseat_desktop.content.templates import templates
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.client_settings.part import Part
from mspseat_desktop.ui.widgets import CheckBox, Choice, ChoiceRow
from mspseat_desktop.wording.outcomes import headline_text
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.content.seat_names import Renaming
    from mspseat_desktop.domain.headlines import HeadlineCode
    from mspseat_desktop.domain.vocabulary import Wording
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_SHOWN: tuple[HeadlineCode, ...] = (
    "right_right",
    "right_seat_below",
    "right_wrong_seat",
    "wrong_seat_below",
)
MOST_NAMES = 5


class WordsPart(Part):
    """The client's own words; seats are renamed only when the user says so."""

    def __init__(self, bridge: Bridge, theme: Theme, profile: Profile) -> None:
        super().__init__(_("Words"), _("The window and the reports use these words once you save."))
        self._was = profile.wording
        self._theme = theme
        with in_words_of(Profile()):  # each choice in its own words, whatever is spoken now
            duties, numbers = _("Responsibilities"), _("Metrics")
        self.responsibilities = self._choice(
            _("What a seat is accountable for"),
            (("responsibilities", duties), ("roles", _("Roles"))),
            profile.responsibility_word,
        )
        self.metrics = self._choice(
            _("Numbers of a seat"),
            (("metrics", numbers), ("measurables", _("Measurables"))),
            profile.metric_word,
        )
        self.seats = self._choice(
            _("Names of new seats"),
            (("plain", _names("plain")), ("eos", _names("eos"))),
            profile.wording,
        )
        other: Wording = "plain" if profile.wording == "eos" else "eos"
        self._could_rename = renamings(bridge.client, other)
        self.rename = CheckBox(theme, _rename_words(len(self._could_rename)))
        self.rename.toggled.connect(lambda _on: self.changed.emit())
        self.column.addWidget(self.rename)
        self.names = self.add_note(_names_of(self._could_rename))
        self.headlines = self._choice(
            _("Results of a review"),
            (("classic", _("Classic")), ("plain", _("Plain"))),
            profile.headline_words,
        )
        self.sample = self.add_note("")
        self.column.addStretch(1)
        for row in (self.responsibilities, self.metrics, self.seats, self.headlines):
            row.chosen.connect(self._hear)
        self._show()

    def written(self, profile: Profile) -> Profile:
        """Return the record with the words chosen."""
        return replace(
            profile,
            responsibility_word=(
                "roles" if self.responsibilities.value == "roles" else "responsibilities"
            ),
            metric_word="measurables" if self.metrics.value == "measurables" else "metrics",
            wording=self._wording(),
            headline_words="plain" if self.headlines.value == "plain" else "classic",
        )

    def renamings(self) -> tuple[Renaming, ...]:
        """Return the seats to rename, none unless the user says so."""
        return self._could_rename if self.rename.isChecked() else ()

    def state(self) -> object:
        """Return the words chosen and the seats to rename."""
        return super().state(), self.renamings()

    def start(self) -> None:
        """Begin at the first choice."""
        self.responsibilities.focus()

    def _choice(self, label: str, items: Sequence[tuple[str, str]], value: str) -> ChoiceRow:
        row = ChoiceRow(
            self._theme, label, [Choice(one, words) for one, words in items], clearable=False
        )
        row.set_value(value)
        self.add(label, row)
        return row

    def _wording(self) -> Wording:
        return "eos" if self.seats.value == "eos" else "plain"

    def _hear(self, _value: object) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        may_rename = bool(self._could_rename) and self._wording() != self._was
        self.rename.setVisible(may_rename)
        self.names.setVisible(may_rename)
        if not may_rename:
            self.rename.setChecked(False)
        with in_words_of(self.written(Profile())):
            lines = [headline_text(code, is_provider=True) for code in _SHOWN]
        self.sample.setText(" · ".join(lines))


def _names(wording: Wording) -> str:
    """Return the first names of that wording, as an example of it."""
    shown = [template.title for template in templates(wording)[:2]]
    return ", ".join(shown)


def _rename_words(count: int) -> str:
    words = ngettext(
        "Rename the {n} seat that still has the name of its template",
        "Rename the {n} seats that still have the names of their templates",
        count,
    )
    return words.replace("{n}", str(count))


def _names_of(could: Sequence[Renaming]) -> str:
    names = [f"{one.before} → {one.after}" for one in could[:MOST_NAMES]]
    return ", ".join([*names, "…"] if len(could) > MOST_NAMES else names)
