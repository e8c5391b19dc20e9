"""The start page: clients by name only, since another client may be looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.home.client_card import CardWords, ClientCard
from mspseat_desktop.ui.theme import Weight
from mspseat_desktop.ui.widgets import (
    Card,
    Ground,
    PlainLabel,
    PrimaryButton,
    QuietButton,
    ScrollArea,
    SectionLabel,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.ui.actions import Actions
    from mspseat_desktop.ui.home.due import Due
    from mspseat_desktop.ui.settings import Recent
    from mspseat_desktop.ui.theme import Theme

WIDEST = 1132
CARD = 340


class StartPage(Ground):
    """Recent clients as cards, with new, open, import and the sample.

    `client_wanted`, `folder_wanted` and `forget_wanted` carry the Recent of a card.
    """

    client_wanted = Signal(object)
    folder_wanted = Signal(object)
    forget_wanted = Signal(object)
    due_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, *, today: Callable[[], date]) -> None:
        super().__init__("canvas")
        self._theme = theme
        self._actions = actions
        self._today = today
        self._cards: list[ClientCard] = []
        self._columns = 0
        content = Ground("canvas")
        outer = QHBoxLayout(content)
        outer.setContentsMargins(40, 48, 40, 40)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer.addStretch(1)
        outer.addWidget(inner, 20)
        outer.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(24)
        column.addWidget(SectionLabel(_("CLIENTS")))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(14)
        column.addLayout(self._grid)
        column.addSpacing(16)
        column.addLayout(self._due_row())
        self._due_place = QVBoxLayout()
        self._due_card: Card | None = None
        column.addLayout(self._due_place)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(content))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        mark = PlainLabel()
        self._mark = mark
        self._theme.changed.connect(self._paint_mark)
        self._paint_mark()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(_("Your clients"), pixels=22, weight=Weight.DemiBold))
        words.addWidget(PlainLabel(_("On this laptop only."), tone="muted"))
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words)
        row.addStretch(1)
        for doing, text, icon in (
            ("open", _("Open a file"), "folder-open"),
            ("import", _("Import a chart"), "table"),
        ):
            button = QuietButton(self._theme, text, icon=icon)
            button.clicked.connect(self._actions[doing].trigger)
            row.addWidget(button)
        self.new_button = PrimaryButton(self._theme, _("New client"), icon="plus")
        self.new_button.clicked.connect(self._actions["new"].trigger)
        row.addWidget(self.new_button)
        return row

    def _due_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._due_button = QuietButton(self._theme, _("Show what is due"), icon="eye")
        self._due_button.clicked.connect(self.due_wanted)
        words = _("Hidden, so that nobody across the table reads about another client.")
        self._due_words = PlainLabel(words, tone="muted")
        row.addWidget(self._due_button)
        row.addWidget(self._due_words)
        row.addStretch(1)
        return row

    def show_clients(self, recents: Sequence[Recent]) -> None:
        """Show these clients, in this order, and the sample after them."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(recent) for recent in recents]
        sample = ClientCard(
            self._theme,
            CardWords(
                _("Try the sample client"), _("Look around with nothing at stake"), icon="sparkles"
            ),
            menu=False,
        )
        sample.clicked.connect(self._actions["sample"].trigger)
        self._cards.append(sample)
        self._due_button.setVisible(bool(recents))
        self._due_words.setVisible(bool(recents))
        self.hide_due()
        self._columns = 0
        self._place()

    def show_due(self, lines: Sequence[Due]) -> None:
        """Show what is due, until it is hidden again."""
        self.hide_due()
        self._due_words.setText(_("Shown until you hide it or open a client."))
        self._due_button.set_caption(_("Hide what is due"))
        self._due_button.set_icon_name("eye-off")
        self._due_card = _due_card(lines)
        self._due_place.addWidget(self._due_card)

    def hide_due(self) -> None:
        """Hide what is due."""
        self._due_words.setText(
            _("Hidden, so that nobody across the table reads about another client.")
        )
        self._due_button.set_caption(_("Show what is due"))
        self._due_button.set_icon_name("eye")
        card, self._due_card = self._due_card, None
        if card is not None:
            card.hide()  # at once: deleting waits, and another client may be looking
            card.deleteLater()

    @property
    def shows_due(self) -> bool:
        """Whether the lines of what is due are on show."""
        return self._due_card is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards in as many columns as fit."""
        super().resizeEvent(event)
        self._place()

    def _card(self, recent: Recent) -> ClientCard:
        if not recent.is_in_file:
            words = CardWords(recent.name, _("not in a file yet") + f" · {self._when(recent)}")
        else:
            seats = ngettext("{n} seat", "{n} seats", recent.seats)
            detail = f"{seats.replace('{n}', str(recent.seats))} · {self._when(recent)}"
            if not recent.seats:  # empty, or protected: then nothing of it is remembered
                detail = self._when(recent)
            words = CardWords(recent.name, detail, recent.path)
        card = ClientCard(self._theme, words)
        card.clicked.connect(lambda: self.client_wanted.emit(recent))
        card.folder_wanted.connect(lambda: self.folder_wanted.emit(recent))
        card.forget_wanted.connect(lambda: self.forget_wanted.emit(recent))
        return card

    def _when(self, recent: Recent) -> str:
        if recent.opened_on == self._today().isoformat():
            return _("last open today")
        return _("last open {date}").replace("{date}", date_text(recent.opened_on))

    def _place(self) -> None:
        room = min(WIDEST, self.width() - 80)
        columns = max(1, min(3, (room + 24) // (280 + 24)))
        if columns == self._columns or not self._cards:
            return
        for at in range(3):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._columns = columns
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, at // columns, at % columns)

    def _paint_mark(self) -> None:
        color = self._theme.color("accent")
        self._mark.setPixmap(self._theme.icons.pixmap("armchair", color, size=28, ratio=2))


def _due_card(lines: Sequence[Due]) -> Card:
    """Return the lines as a table: when, and what."""
    card = Card()
    grid = QGridLayout(card)
    grid.setContentsMargins(18, 14, 18, 14)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        when = PlainLabel(line.when, tone="partly" if line.is_late else "muted")
        grid.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(line.what, wrap=True), row, 1)
    if not lines:
        nothing = _("Nothing is due in the clients listed above.")
        grid.addWidget(PlainLabel(nothing, tone="muted"), 0, 0)
    return card
