"""The top five responsibilities of a seat: written, ordered, marked, and taken from templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.content.leading import leading_text, should_lead
from mspseat_desktop.content.templates import ResponsibilityTemplate, SeatTemplate
from mspseat_desktop.domain.edits.seat import (
    add_responsibility,
    change_responsibility,
    move_responsibility,
    remove_responsibility,
)
from mspseat_desktop.domain.pointing import by_subject
from mspseat_desktop.domain.records import Cover, Responsibility
from mspseat_desktop.domain.review_records import Answer
from mspseat_desktop.domain.vocabulary import ResponsibilityId, SeatId
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel import bank
from mspseat_desktop.ui.seat_panel.list_button import ListButton
from mspseat_desktop.ui.seat_panel.mapped import (
    add_functions,
    as_mapped,
    is_mapped,
    mapped_tags,
)
from mspseat_desktop.ui.seat_panel.menus import add_choices, add_flag, add_row_entries
from mspseat_desktop.ui.seat_panel.row_list import RowEdits, RowList, RowWords
from mspseat_desktop.ui.seat_panel.words import (
    level_words,
    part_words,
    responsibility_tags,
    verdict_tag,
)
from mspseat_desktop.ui.widgets import LineLink, PickerItem, PlainLabel, SectionLabel, tip

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.seat_panel.row import Row
    from mspseat_desktop.ui.theme import Theme

ENOUGH = 5


class Responsibilities(QWidget):
    """The section with its count, its rows and what helps to fill it."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._seat: SeatId | None = None
        self._answers: dict[tuple[str, str], Answer] = {}
        self.count = PlainLabel("", self, pixels=11, weight=theme.font(11).Weight.DemiBold)
        self.list = RowList(
            bridge,
            theme,
            self,
            edits=RowEdits(
                has=lambda client, key: client.has(Responsibility, key),
                holds_more=lambda client, key: bool(client.ids(Cover, "responsibility", key)),
                add=_add,
                rename=_rename,
                move=lambda key, place: move_responsibility(ResponsibilityId(key), place),
                remove=lambda key: remove_responsibility(ResponsibilityId(key)),
                add_several="add-responsibilities",
            ),
            words=RowWords(
                text=_("Responsibility {number}"),
                menu=_("More about responsibility {number}"),
                new=_("New responsibility"),
                hint=_("Add a responsibility"),
            ),
            dress=self._dress,
            fill_menu=self._fill_menu,
        )
        self.warning = PlainLabel("", self, pixels=12, tone="partly", wrap=True)
        words = _("Add “{text}”").replace("{text}", leading_text())
        self.lead = LineLink(theme, words, self, icon="users")
        self.lead.clicked.connect(lambda _on=False: self._add_leading())
        self.fill = ListButton(
            theme, _("Fill from a template"), self, items=lambda: bank.seat_items(bridge.client)
        )
        self.fill.chosen.connect(self._fill_seat)
        self.from_bank = ListButton(
            theme, _("From examples"), self, items=self._bank_items, icon="list"
        )
        self.from_bank.chosen.connect(self._add_from_bank)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionLabel(_("Top five responsibilities"), self), 1)
        head.addWidget(self.count)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        for button in (self.lead, self.fill, self.from_bank):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.warning)
        column.addLayout(foot)

    def show_seat(self, seat: SeatId) -> None:
        """Show the seat's responsibilities, with what its latest review says unless hidden."""
        self._seat = seat
        client = self._bridge.client
        self._answers = {} if self._bridge.ratings_hidden else self._latest_answers(seat)
        records = client.responsibilities(seat)
        self.list.show_items(seat, [(r.id, r.text) for r in records])
        count = len(records)
        self.count.setText(_("{count} of {enough}").format(count=count, enough=ENOUGH))
        self.count.set_tone(
            "muted" if count < ENOUGH else "accent" if count == ENOUGH else "partly"
        )
        tip(self.count, _about_five(count))
        self.warning.setVisible(count > ENOUGH)
        self.warning.setText(
            _("Six: think of splitting the seat.")
            if count == ENOUGH + 1
            else _("{count}: think of splitting the seat.").format(count=count)
        )
        self._offer(self.from_bank, offered=count < ENOUGH)
        self.show_help(seat)

    def show_help(self, seat: SeatId) -> None:
        """Offer a template while the seat has nothing yet, and to lead those who report to it."""
        client = self._bridge.client
        is_empty = not client.responsibilities(seat) and not client.metrics(seat)
        self._offer(self.lead, offered=should_lead(client, seat))
        self._offer(self.fill, offered=is_empty)

    def _offer(self, button: LineLink, *, offered: bool) -> None:
        """Show or hide a button; the keyboard goes from a hidden one to the line for a new one."""
        had_focus = button.hasFocus()
        button.setVisible(offered)
        if had_focus and not offered:
            self.list.focus_new()

    def _latest_answers(self, seat: SeatId) -> dict[tuple[str, str], Answer]:
        holder = self._bridge.client.accountable(seat)
        reviews = self._bridge.client.reviews_of(seat, holder.id) if holder else ()
        if not reviews:
            return {}
        return {(kind, about): a for (kind, about), a in by_subject(reviews[-1].answers).items()}

    def _record(self, key: str) -> Responsibility | None:
        return self._bridge.client.find(Responsibility, key)

    def _dress(self, row: Row) -> None:
        record = self._record(row.key)
        if record is not None:
            client, verdict = self._bridge.client, verdict_tag(self._answers, record.id)
            tags = responsibility_tags(as_mapped(client, record), verdict)
            row.show_tags([*tags, *mapped_tags(client, record.id)])

    def _fill_menu(self, row: Row, menu: QMenu) -> None:
        record = self._record(row.key)
        if record is None:
            return
        name = record.id
        add_choices(
            menu,
            level_words(),
            record.level,
            choose=lambda level: self._do(change_responsibility(name, level=level)),
        )
        by_map = is_mapped(self._bridge.client, name)
        if not by_map:
            add_choices(
                menu,
                part_words(),
                record.part,
                choose=lambda part: self._do(change_responsibility(name, part=part)),
            )
        add_flag(
            menu,
            _("About protection or recovery"),
            on=record.protects,
            choose=lambda on: self._do(change_responsibility(name, protects=on)),
        )
        if not by_map:
            add_flag(
                menu,
                _("Not in the contract"),
                on=record.excluded,
                choose=lambda on: self._do(change_responsibility(name, excluded=on)),
            )
        add_functions(menu, self._bridge, record)
        add_row_entries(menu, self.list, row)

    def _do(self, edit: Edit) -> None:
        self._bridge.do(edit)

    def _fill_seat(self, template: object) -> None:
        if self._seat is not None and isinstance(template, SeatTemplate):
            seat = self._bridge.client.seat(self._seat)
            self._do(bank.fill_edit(self._bridge, seat, template))

    def _add_leading(self) -> None:
        """Put it first, where it usually stands."""
        if self._seat is not None:
            self._do(_add(self._bridge.new_id(), self._seat, leading_text(), 0))

    def _bank_items(self) -> list[PickerItem]:
        return (
            [] if self._seat is None else bank.responsibility_items(self._bridge.client, self._seat)
        )

    def _add_from_bank(self, line: object) -> None:
        if self._seat is not None and isinstance(line, ResponsibilityTemplate):
            self._do(bank.bank_responsibility(self._bridge, self._seat, line))


def _about_five(count: int) -> str:
    """Return what "so many of five" means."""
    words = _("Five responsibilities are what one seat can carry well.")
    if count > ENOUGH:
        more = _("This one has {count}: think of splitting the seat.").format(count=count)
        return f"{words} {more}"
    return words


def _add(key: str, seat: SeatId, text: str, index: int | None) -> Edit:
    return add_responsibility(ResponsibilityId(key), seat, text, index=index)


def _rename(key: str, text: str, merge_key: str) -> Edit:
    return change_responsibility(ResponsibilityId(key), text=text, merge_key=merge_key)
