"""A new client: its name and what its chart starts with; then one is in the chart at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.content.template_files import OwnTemplate
from mspseat_desktop.content.templates import start_charts
from mspseat_desktop.language import _
from mspseat_desktop.ui.templates.items import contents
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Choice,
    ChoiceRow,
    DropDown,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    SectionLabel,
    TextField,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from mspseat_desktop.domain.vocabulary import Wording
    from mspseat_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class NewClient:
    """What a new client starts with: a chart by its id, or a template of one's own."""

    name: str
    template: str
    wording: Wording
    own: OwnTemplate | None = None


class NewClientDialog(QDialog):
    """Asks a name and a template; `chosen` carries a NewClient, and nothing is written here."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        own: Sequence[OwnTemplate] = (),
    ) -> None:
        """Ask; `own` are the user's own templates, offered after the shipped charts."""
        super().__init__(parent)
        self.setWindowTitle(_("New client"))
        self.setModal(True)
        self.setFixedWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(PlainLabel(_("New client"), pixels=17, weight=Weight.DemiBold))
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("Name of the company")))
        self.name = TextField(_("Name of the company"), hint=_("For example Lakeside"))
        self.name.setMaxLength(200)
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("The chart starts with")))
        self._about = {chart.id: chart.about for chart in start_charts()}
        charts: list[tuple[Hashable, str]] = [(c.id, c.name) for c in start_charts()]
        charts += [(t, _("My template: {name}").replace("{name}", t.name)) for t in own]
        self.template = DropDown(theme, _("The chart starts with"), charts)
        self.about = PlainLabel("", tone="muted", wrap=True)
        self.about.setFixedHeight(2 * self.about.fontMetrics().lineSpacing() + 6)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.template.currentIndexChanged.connect(lambda _place: self._tell_about())
        column.addWidget(self.template)
        column.addWidget(self.about)
        self._tell_about()
        column.addSpacing(4)
        column.addWidget(SectionLabel(_("Names of the seats")))
        self.wording = ChoiceRow(
            theme,
            _("Names of the seats"),
            [
                Choice("plain", _("Plain: Owner, General manager")),
                Choice("eos", _("Visionary, Integrator")),
            ],
        )
        self.wording.set_value("plain")
        column.addWidget(self.wording)
        hint = _("Where its file lies is asked when you save or close it.")
        column.addWidget(PlainLabel(hint, tone="muted", wrap=True))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = QuietButton(theme, _("Cancel"))
        cancel.clicked.connect(self.reject)
        self.start = PrimaryButton(theme, _("Start"))
        self.start.setDefault(True)
        self.start.clicked.connect(self._choose)
        row.addWidget(cancel)
        row.addWidget(self.start)
        column.addLayout(row)
        self.name.setFocus()

    def _choose(self) -> None:
        wording: Wording = "eos" if self.wording.value == "eos" else "plain"
        name = self.name.text().strip() or _("New client")
        value = self.template.value
        own = value if isinstance(value, OwnTemplate) else None
        self.accept()
        self.chosen.emit(NewClient(name, "" if own else str(value), wording, own))

    def _tell_about(self) -> None:
        """Say in a sentence whom the chart suits, or what is in one's own."""
        value = self.template.value
        if isinstance(value, OwnTemplate):
            words = contents(value.seats)
        else:
            words = self._about.get(str(value), "")
        self.about.setText(words)
        self.template.setAccessibleDescription(f"{_('The chart starts with')}. {words}")
