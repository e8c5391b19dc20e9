"""The actions agreed in a review: what, who and by when; Enter adds, Alt with an arrow moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.actions import (
    add_action,
    add_actions,
    change_action,
    move_action,
    remove_action,
)
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import ActionId
from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_words
from mspseat_desktop.ui.reviews.agreed_line import WHO_WIDTH, AgreedLine
from mspseat_desktop.ui.reviews.people_names import names_of, offer_names
from mspseat_desktop.ui.reviews.row import EDGE, NARROW
from mspseat_desktop.ui.reviews.writing import Tie
from mspseat_desktop.ui.widgets import DateField, IconButton, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import ReviewId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.suggestions import Offer
    from mspseat_desktop.ui.theme import Theme

DUE_WIDTH = 184


class ActionLine(QWidget):
    """The three fields of one action, side by side."""

    def __init__(self, bridge: Bridge, theme: Theme, *, names: list[str], title: str) -> None:
        super().__init__()
        pending = bridge.pending
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(EDGE, 0, EDGE, 0)
        self._row.setSpacing(6)
        words = _("{title}: what").format(title=title)
        self.what = TextField(words, self, pending=pending, hint=_("What is to be done"))
        self.who = TextField(
            _("{title}: who").format(title=title), self, pending=pending, hint=_("Who")
        )
        self.due = DateField(
            theme,
            _("{title}: by").format(title=title),
            self,
            pending=pending,
            today=bridge.today,
            ahead=True,
        )
        self.who.setFixedWidth(WHO_WIDTH)
        self.due.setFixedWidth(DUE_WIDTH)
        offer_names(self.who, names)
        self.due.field.setPlaceholderText(_("By {date}").format(date=date_words()))
        self._row.addWidget(self.what, 1, Qt.AlignmentFlag.AlignTop)
        rest = QHBoxLayout()
        rest.setSpacing(6)
        self._row.addLayout(rest)
        rest.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        rest.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self.button = IconButton(theme, "plus", _("Add the action"), self, role="muted")
        rest.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        rest.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put who and when below where there is no room beside."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = event.size().width() < NARROW
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    @property
    def fields(self) -> tuple[TextField, TextField, TextField]:
        """Return the three fields that one types into."""
        return self.what, self.who, self.due.field


class ActionsList(QWidget):
    """The actions of a review in their order, and a line to add another."""

    def __init__(self, bridge: Bridge, theme: Theme, *, review: ReviewId, locked: bool) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._review = review
        self._locked = locked
        self._names = names_of(bridge.client)
        self.lines: dict[ActionId, ActionLine] = {}
        self._ties: dict[ActionId, tuple[Tie, Tie]] = {}
        self._records: dict[ActionId, Action] = {}
        self._agreed: dict[ActionId, AgreedLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.new = ActionLine(bridge, theme, names=self._names, title=_("New action"))
        self.new.button.clicked.connect(self._add_by_click)
        for field in self.new.fields:
            field.installEventFilter(self)
        self._column.addWidget(self.new)
        self.new.setVisible(not locked)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions in order; fields of those that stay keep their typing."""
        if self._locked:
            self._show_agreed(actions)
            return
        for gone in self.lines.keys() - {a.id for a in actions}:
            line = self.lines.pop(gone)
            self._ties.pop(gone)
            self._records.pop(gone)
            line.hide()
            line.deleteLater()
        for place, action in enumerate(actions):
            line = self.lines.get(action.id) or self._make(action)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            self._fill(action)

    def _show_agreed(self, actions: Sequence[Action]) -> None:
        if [a.id for a in actions] != list(self._agreed):
            for gone in self._agreed.values():
                gone.hide()
                gone.deleteLater()
            self._agreed = {a.id: AgreedLine(self._bridge, self._theme, a) for a in actions}
            for line in self._agreed.values():
                self._column.addWidget(line)
        for action in actions:
            self._agreed[action.id].show_state(action)

    def add(self, offers: Sequence[Offer]) -> None:
        """Add what was offered as one step, and put the keyboard where its owner is typed."""
        actions = [
            Action(
                ActionId(self._bridge.new_id()),
                self._review,
                what=offer.what,
                due=offer.due,
                origin=offer.origin,
                part=offer.part,
            )
            for offer in offers
        ]
        if self._bridge.do(add_actions(actions) if len(actions) > 1 else add_action(actions[0])):
            line = self.lines.get(actions[0].id)
            if line is not None:
                line.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_typed(self) -> bool:
        """Add what stands in the last line and empty it; nothing happens while it is blank.

        False, with the keyboard in the field, while the date can not be read: all stays there.
        """
        line = self.new
        for field in line.fields:
            field.flush()
        if not line.due.settle():
            line.due.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        what = line.what.text().strip()
        if what:
            action = Action(
                ActionId(self._bridge.new_id()),
                self._review,
                what=what,
                who=line.who.text().strip(),
                due=line.due.value or "",
            )
            if self._bridge.do(add_action(action)):
                line.what.load("")
                line.who.load("")
                line.due.load(None)
        return True

    def keep_typed(self) -> None:
        """Add what stands in the last line, with a date that can not be read among its words."""
        due = self.new.due
        if not due.settle():
            unread = due.field.text().strip()
            due.load(None)
            what = self.new.what.text().strip()
            self.new.what.load(_("{what} (by {date})").format(what=what, date=unread).strip())
        self.add_typed()

    def focus(self) -> None:
        """Put the keyboard where the next action is typed."""
        self.new.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter in the last line, walk with the arrows, move with Alt and an arrow."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        place, column = self._place_of(watched)
        if place < 0 or self._locked:
            return False
        return self._take(event, place, column)

    def _take(self, event: QKeyEvent, place: int, column: int) -> bool:
        key, is_new = event.key(), place == len(self.lines)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if is_new and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._add_by_click()
                return True
            return False
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        step = 1 if key == Qt.Key.Key_Down else -1
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(place, step)
            return True
        return self._walk(place + step, column)

    def _add_by_click(self) -> None:
        if self.add_typed():
            self.focus()

    def _all(self) -> list[ActionLine]:
        items = [self._column.itemAt(at) for at in range(self._column.count())]
        found = [item.widget() for item in items if item is not None]
        return [line for line in found if isinstance(line, ActionLine)]

    def _place_of(self, watched: QObject) -> tuple[int, int]:
        for place, line in enumerate(self._all()):
            for column, field in enumerate(line.fields):
                if field is watched:
                    return place, column
        return -1, -1

    def _walk(self, place: int, column: int) -> bool:
        lines = self._all()
        if not 0 <= place < len(lines):
            return False
        lines[place].fields[column].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _move(self, place: int, step: int) -> None:
        line = self._all()[place]
        action = next((name for name, one in self.lines.items() if one is line), None)
        if action is not None and 0 <= place + step < len(self.lines):
            self._bridge.do(move_action(action, place + step))

    def _make(self, action: Action) -> ActionLine:
        line = ActionLine(self._bridge, self._theme, names=self._names, title=_("Action"))
        line.button.set_icon_name("trash-2")
        line.button.set_name(_("Delete the action"))
        line.button.clicked.connect(lambda _on=False: self._delete(action.id))
        for field in line.fields:
            field.installEventFilter(self)
        self.lines[action.id] = line
        self._ties[action.id] = (
            Tie(self._bridge, line.what, self._maker(action.id, "what")),
            Tie(self._bridge, line.who, self._maker(action.id, "who")),
        )
        line.due.handed_over.connect(
            lambda day: self._bridge.do(
                change_action(action.id, due=str(day or "")), source=line.due.field
            )
        )
        return line

    def _fill(self, action: Action) -> None:
        if self._records.get(action.id) == action:
            return
        self._records[action.id] = action
        what, who = self._ties[action.id]
        what.show(action.what)
        who.show(action.who)
        line = self.lines[action.id]
        line.due.set_value(action.due or None)
        line.button.setAccessibleName(_("Delete the action: {what}").format(what=action.what))

    def _maker(self, action: ActionId, part: str) -> Callable[[str, str], Edit]:
        def make(text: str, visit: str) -> Edit:
            merge_key = f"action:{action}:{part}:{visit}"
            if part == "what":
                return change_action(action, what=text, merge_key=merge_key)
            return change_action(action, who=text, merge_key=merge_key)

        return make

    def _delete(self, action: ActionId) -> None:
        self._bridge.do(remove_action(action))
        self.focus()
