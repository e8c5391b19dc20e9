"""Whom the client calls at a provider, in order; Alt with an arrow moves one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from mspseat_desktop.domain.edits.people import (
    add_contact,
    change_contact,
    move_contact,
    remove_contact,
)
from mspseat_desktop.domain.records import Contact
from mspseat_desktop.domain.vocabulary import ContactId
from mspseat_desktop.language import _
from mspseat_desktop.ui.people.words import contact_words
from mspseat_desktop.ui.seat_panel.entries import Entry, Making, text_entry
from mspseat_desktop.ui.seat_panel.menus import add_step
from mspseat_desktop.ui.seat_panel.tags import TagsButton
from mspseat_desktop.ui.widgets import Card, DropDown, LineLink, PlainLabel, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import ContactPart, OccupantId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_Text: TypeAlias = Literal["name", "email", "phone"]
_CHANGED: dict[_Text, Callable[[Contact, str], Contact]] = {
    "name": lambda now, text: replace(now, name=text),
    "email": lambda now, text: replace(now, email=text),
    "phone": lambda now, text: replace(now, phone=text),
}


class ContactCard(Card):
    """One contact: what for, name, e-mail, phone, and a menu."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget,
        *,
        contact: ContactId,
        fill: Callable[[ContactCard, QMenu], None],
    ) -> None:
        super().__init__(parent, tight=True)
        self._bridge = bridge
        self.contact = contact
        self.part = DropDown(theme, _("Contact for"), list(contact_words().items()), self)
        self.part.currentIndexChanged.connect(lambda _place: self._set_part())
        self.menu = TagsButton(theme, _("More"), self, fill=lambda menu: fill(self, menu))
        self.fields: dict[_Text, TextField] = {}
        self._entries: dict[_Text, Entry[str]] = {}
        hints: dict[_Text, str] = {"name": _("Name"), "phone": _("Phone"), "email": _("E-mail")}
        for name, words in hints.items():
            field = TextField(words, self, pending=bridge.pending, hint=words)
            self.fields[name] = field
            self._entries[name] = text_entry(bridge, field, self._changer(name))
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(6)
        grid.addWidget(self.part, 0, 0)
        grid.addWidget(self.menu, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.fields["name"], 1, 0)
        grid.addWidget(self.fields["phone"], 1, 1)
        grid.addWidget(self.fields["email"], 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    @property
    def movers(self) -> tuple[QWidget, ...]:
        """Return where Alt with an arrow moves the contact; the drop-down opens on it instead."""
        return (*self.fields.values(), self.menu)

    def show_contact(self, contact: Contact) -> None:
        """Show what is kept about the contact."""
        self.part.set_value(contact.part)
        who = contact.name or contact_words()[contact.part]
        self.menu.set_name(_("More about {name}").replace("{name}", who))
        for name, entry in self._entries.items():
            words = {"name": _("Name"), "email": _("E-mail"), "phone": _("Phone")}[name]
            if name != "name":
                words = _("{what} of {name}").replace("{what}", words).replace("{name}", who)
            self.fields[name].setAccessibleName(words)
            entry.show(contact.id, getattr(contact, name))

    def _set_part(self) -> None:
        part: ContactPart = next(p for p in contact_words() if p == self.part.value)
        edit = change_contact(self.contact, lambda now: replace(now, part=part))
        self._bridge.do(edit)

    def _changer(self, name: _Text) -> Making[str]:
        def make(key: str, value: str, merge_key: str, /) -> Edit | None:
            if not self._bridge.client.has(Contact, key):
                return None
            changed = _CHANGED[name]
            return change_contact(
                ContactId(key), lambda now: changed(now, value), merge_key=merge_key
            )

        return make


class Contacts(QWidget):
    """The section of a provider."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self._occupant: OccupantId | None = None
        self.cards: dict[ContactId, ContactCard] = {}
        self.none = PlainLabel(
            _("Whom to call there: who looks after the account, plans, or leads the service desk."),
            self,
            pixels=12,
            tone="muted",
            wrap=True,
        )
        self.add = LineLink(theme, _("Add a contact"), self, icon="plus")
        self.add.clicked.connect(self._add)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(_("Contacts"), self, weight=theme.font().Weight.DemiBold))
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_occupant(self, occupant: OccupantId) -> None:
        """Show the contacts; those that stay keep their typing."""
        self._occupant = occupant
        contacts = self._bridge.client.contacts(occupant)
        for gone in self.cards.keys() - {c.id for c in contacts}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, contact in enumerate(contacts):
            card = self.cards.get(contact.id) or self._made(contact.id)
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            card.show_contact(contact)
            card.show()
        self.none.setVisible(not contacts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with Alt and an arrow."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        card = next((c for c in self.cards.values() if watched in c.movers), None)
        if step is None or card is None:
            return False
        self._move(card, step)
        return True

    def _made(self, contact: ContactId) -> ContactCard:
        card = ContactCard(self._bridge, self._theme, self, contact=contact, fill=self._fill)
        card.menu.delete_key.connect(lambda: self._remove(card))
        for mover in card.movers:
            mover.installEventFilter(self)
        self.cards[contact] = card
        return card

    def _ids(self) -> tuple[str, ...]:
        if self._occupant is None:
            return ()
        return self._bridge.client.ids(Contact, "occupant", self._occupant)

    def _add(self) -> None:
        if self._occupant is None:
            return
        taken = {c.part for c in self._bridge.client.contacts(self._occupant)}
        free: list[ContactPart] = [part for part in contact_words() if part not in taken]
        part = free[0] if free else "other"
        contact = ContactId(self._bridge.new_id())
        if self._bridge.do(add_contact(Contact(contact, self._occupant, part=part))):
            self.cards[contact].fields["name"].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, card: ContactCard, menu: QMenu) -> None:
        ids = self._ids()
        if card.contact != ids[0]:
            add_step(menu, _("Move up"), lambda: self._move(card, -1), keys=_("Alt+Up"))
        if card.contact != ids[-1]:
            add_step(menu, _("Move down"), lambda: self._move(card, 1), keys=_("Alt+Down"))
        add_step(menu, _("Delete"), lambda: self._remove(card), keys=_("Del"))

    def _move(self, card: ContactCard, step: int) -> None:
        ids = self._ids()
        place = ids.index(card.contact) + step
        if 0 <= place < len(ids):
            self._bridge.do(move_contact(card.contact, place))

    def _remove(self, card: ContactCard) -> None:
        ids = self._ids()
        at = ids.index(card.contact)
        if self._bridge.do(remove_contact(card.contact)):
            rest = self._ids()
            near = self.cards[ContactId(rest[min(at, len(rest) - 1)])].menu if rest else self.add
            near.setFocus(Qt.FocusReason.TabFocusReason)
