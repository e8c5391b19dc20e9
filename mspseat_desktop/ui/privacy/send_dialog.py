"""Asks what a copy to send leaves out, and lists that before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.leaving_out import PARTS, PRESETS, Part, Sending, counted, reduced
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Card,
    CheckBox,
    Choice,
    ChoiceRow,
    DropDown,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    SectionLabel,
    fit_on_screen,
)
from mspseat_desktop.wording.sending import (
    counted_part_text,
    left_out_lines,
    part_text,
    preset_hint,
    preset_words,
    stand_ins,
    travelling_lines,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.leaving_out import Preset
    from mspseat_desktop.domain.vocabulary import OccupantId
    from mspseat_desktop.ui.theme import Theme

_CHANGE_WHO_IS_THERE: frozenset[Part] = frozenset({"former", "comparisons"})
_KEYS: dict[Preset, str] = {"owner": "o", "provider": "p", "board": "b"}


SIZE = QSize(860, 540)


class SendDialog(QDialog):
    """Sends `chosen(Sending)` when a place is wanted for the copy."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        client: Client,
        *,
        provider: OccupantId | None = None,
        is_protected: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about this client; `provider` is offered first for a provider's copy."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Send a copy"))
        self.setModal(True)
        fit_on_screen(self, SIZE)
        self._theme, self._client = theme, client
        self._counts: dict[OccupantId | None, Mapping[Part, int]] = {}
        names = sorted((o.name, o.id) for o in client.every(Occupant) if o.kind == "provider")
        self.preset = ChoiceRow(theme, _("Whom the copy is for"), _choices(), clearable=False)
        self.preset.buttons[1].setEnabled(bool(names))
        self.provider = DropDown(theme, _("Which provider"), [(o, name) for name, o in names])
        if provider is not None:
            self.provider.set_value(provider)
        self.hint = PlainLabel("", tone="muted", wrap=True)
        self.left_out = PlainLabel("", wrap=True)
        self.holds = PlainLabel("", wrap=True)
        self.boxes: dict[Part, CheckBox] = {}
        self.go = PrimaryButton(theme, _("Choose a place…"))
        self._lay_out(is_protected=is_protected)
        self.preset.chosen.connect(self._choose)
        self.provider.currentIndexChanged.connect(lambda _place: self._show())
        self._tick("owner")
        self.preset.focus()

    def _lay_out(self, *, is_protected: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("Send a copy"), pixels=17, weight=Weight.DemiBold))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(PlainLabel(_("For")))
        head.addWidget(self.preset)
        head.addWidget(self.provider)
        head.addWidget(self.hint, 1)
        column.addLayout(head)
        parts = QHBoxLayout()
        parts.setSpacing(14)
        parts.addWidget(self._lists(), 1)
        parts.addWidget(self._choice_of_parts(), 1)
        column.addLayout(parts, 100)
        words = _("Whoever gets the copy can read and pass on all that it holds.")
        if is_protected:
            words = _(
                "The copy has the same passphrase. Open it and give it another one before you "
                "send it; whoever can open it can read and pass on all that it holds."
            )
        column.addWidget(PlainLabel(words, tone="muted", wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = QuietButton(self._theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _lists(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        for heading, words in ((_("Left out"), self.left_out), (_("The copy holds"), self.holds)):
            column.addWidget(SectionLabel(heading))
            column.addWidget(words)
            column.addSpacing(8)
        column.addStretch(1)
        return _framed(inside)

    def _choice_of_parts(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(2)
        column.addWidget(SectionLabel(_("Tick what the copy is to hold")))
        for part in PARTS:
            box = CheckBox(self._theme, part_text(part))
            box.clicked.connect(lambda _on=False: self._show())
            self.boxes[part] = box
            column.addWidget(box)
        column.addStretch(1)
        return _framed(inside)

    @property
    def sending(self) -> Sending:
        """Return what is left out as the boxes stand now."""
        return self._sending(frozenset(p for p, box in self.boxes.items() if not box.isChecked()))

    def _sending(self, without: frozenset[Part]) -> Sending:
        is_for_one = self.preset.value == "provider"
        provider = cast("OccupantId | None", self.provider.value) if is_for_one else None
        return Sending(without, stand_ins(), provider)

    def _choose(self, preset: object) -> None:
        """Take a preset and let Enter go on from there."""
        self._tick(cast("Preset", preset))
        QTimer.singleShot(0, self.go.setFocus)  # the row takes the keyboard once more itself

    def _tick(self, wanted: Preset) -> None:
        """Set the boxes as the preset has them."""
        self.preset.set_value(wanted)
        self.provider.setVisible(wanted == "provider")
        self.hint.setText(preset_hint(wanted))
        for part, box in self.boxes.items():
            box.setChecked(part not in PRESETS[wanted])
        self._show()

    def _show(self) -> None:
        """Say anew what goes and what stays."""
        sending = self.sending
        name = self.provider.currentText() if sending.provider is not None else ""
        counts = self._counts.get(sending.provider)
        if counts is None:  # looking through a large client takes a moment
            counts = self._counts[sending.provider] = counted(self._client, sending.provider)
        for part, box in self.boxes.items():
            box.setVisible(bool(counts[part]))
            box.set_caption(counted_part_text(part, counts[part], provider=name))
        left = left_out_lines(counts, sending.without, provider=name)
        fewer = Sending(sending.without & _CHANGE_WHO_IS_THERE, sending.words, sending.provider)
        rest = reduced(self._client, fewer)
        self.left_out.setText(_listed(left))
        self.setAccessibleDescription("\n".join((_("Left out"), *left)))
        self.holds.setText(_listed(travelling_lines(rest, counts, sending.without, provider=name)))

    def _go(self) -> None:
        sending = self.sending
        self.accept()
        self.chosen.emit(sending)


def _choices() -> list[Choice]:
    return [
        Choice(preset, words, keys=_KEYS[preset], hint=preset_hint(preset))
        for preset, words in preset_words().items()
    ]


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)


def _framed(inside: QWidget) -> QWidget:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(ScrollArea(inside))
    return card
