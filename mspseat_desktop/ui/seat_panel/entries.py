"""Fields tied to a record: what is typed becomes an edit, what changes elsewhere is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from mspseat_desktop.ui.widgets.typing_aids import mark_wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.widgets import (
        DateField,
        NumberField,
        TextArea,
        TextField,
    )

V = TypeVar("V")
W_contra = TypeVar("W_contra", contravariant=True)

_NO_NEW_VISIT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Making(Protocol[W_contra]):
    """Returns the edit for a record's id, a value and the merge key of this visit, or None."""

    def __call__(self, key: str, value: W_contra, merge_key: str, /) -> Edit | None:
        """Make the edit."""
        ...


class Entry(QObject, Generic[V]):
    """Ties a field to one thing of a record.

    All typing of one visit to the field is one step of the history. When an edit is refused or
    the file can not take it, what was typed stays, also while another record is shown, and is
    tried again at the next occasion.
    """

    def __init__(
        self,
        bridge: Bridge,
        field: TextField | TextArea,
        *,
        show: Callable[[V], None],
        load: Callable[[V], None],
        make: Making[V],
    ) -> None:
        super().__init__(field)
        self._bridge = bridge
        self._field = field
        self._show, self._load, self._make = show, load, make
        self._key = ""
        self._visit = bridge.new_id()
        self._unsaved: dict[str, V] = {}
        field.installEventFilter(self)

    @property
    def key(self) -> str:
        """Return the id of the record that the field shows, "" for none."""
        return self._key

    @property
    def merge_key(self) -> str:
        """Return what joins the edits of this visit to one step."""
        return f"{self._key}:{self._visit}"

    def show(self, key: str, value: V) -> None:
        """Show a record's value; another record than before replaces what stands there."""
        if key in self._unsaved:
            if key != self._key:
                self._load(self._unsaved[key])
        elif key == self._key:
            self._show(value)
        else:
            self._load(value)
        if key != self._key:
            self._key = key
            self._visit = self._bridge.new_id()
            mark_wrong(self._field, wrong=key in self._unsaved)

    def take(self, value: object) -> None:
        """Make the edit for what the field handed over."""
        if self._key:
            self._do(self._key, cast("V", value))

    def flush(self) -> bool:
        """Try again what could not be kept; always True, for no input method is at work here."""
        self._bridge.pending.settle(self)
        for key, value in tuple(self._unsaved.items()):
            self._do(key, value)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin a new step with each visit to the field."""
        if (
            event.type() == QEvent.Type.FocusIn
            and isinstance(event, QFocusEvent)
            and event.reason() not in _NO_NEW_VISIT
        ):
            self._visit = self._bridge.new_id()
        return False

    def _do(self, key: str, value: V) -> None:
        edit = self._make(key, value, f"{key}:{self._visit}")
        done = edit is None or self._bridge.do(edit, source=self._field)
        if done:
            self._unsaved.pop(key, None)
        else:
            self._unsaved[key] = value
            self._bridge.pending.note(self)
        if key == self._key:
            mark_wrong(self._field, wrong=not done)


def text_entry(bridge: Bridge, field: TextField | TextArea, make: Making[str]) -> Entry[str]:
    """Tie a text field to a record."""
    entry = Entry[str](bridge, field, show=field.set_text, load=field.load, make=make)
    field.handed_over.connect(entry.take)
    return entry


def number_entry(
    bridge: Bridge, field: NumberField, make: Making[float | None]
) -> Entry[float | None]:
    """Tie a number field to a record."""
    entry = Entry[float | None](
        bridge, field.field, show=field.set_value, load=field.load, make=make
    )
    field.handed_over.connect(entry.take)
    return entry


def date_entry(bridge: Bridge, field: DateField, make: Making[str]) -> Entry[str]:
    """Tie a date field to a record; no date is ""."""
    entry = Entry[str](
        bridge,
        field.field,
        show=lambda day: field.set_value(day or None),
        load=lambda day: field.load(day or None),
        make=lambda key, day, merge_key: make(key, day or "", merge_key),
    )
    field.handed_over.connect(entry.take)
    return entry
