"""When typing becomes an edit: after a pause, on leaving the field, on Enter, or when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

HAND_OVER_MS = 400


class Flushable(Protocol):
    """A field that may hold typing nobody else knows of yet."""

    def flush(self) -> bool:
        """Hand over now. False if an input method is still composing a word."""
        ...


class PendingFields:
    """Every field that holds typing not handed over. One per window; passed in, never global.

    Whoever is about to edit, undo, print, send, lock or close calls `flush_all` first.
    """

    def __init__(self) -> None:
        self._fields: list[Flushable] = []

    def note(self, field: Flushable) -> None:
        """Remember a field that holds typing."""
        if field not in self._fields:
            self._fields.append(field)

    def settle(self, field: Flushable) -> None:
        """Forget a field that has handed over or taken back."""
        if field in self._fields:
            self._fields.remove(field)

    def flush_all(self, except_field: Flushable | None = None) -> bool:
        """Let all fields hand over, oldest typing first. False if one is still composing."""
        done = True
        for field in tuple(self._fields):
            if field is except_field:
                continue
            if isinstance(field, QObject) and not isValid(field):
                self.settle(field)
                continue
            done = field.flush() and done
        return done

    def __len__(self) -> int:
        return len(self._fields)


class HandOver(QObject):
    """The bookkeeping of one text field.

    `read` returns what stands in the field, `write` puts a text there without disturbing the cursor
    more than needed. The field tells of keys, composing and focus; this tells `ready(str)`.
    """

    ready = Signal(str)

    def __init__(
        self,
        field: QObject,
        *,
        read: Callable[[], str],
        write: Callable[[str], None],
        pending: PendingFields | None,
        delay_ms: int,
    ) -> None:
        super().__init__(field)
        self._field = field
        self._read, self._write = read, write
        self._pending = pending
        self._base = read()
        self._given = self._base
        self._before = self._given
        self._refused: str | None = None
        self._waiting: str | None = None
        self._composing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self.flush)

    @property
    def is_pending(self) -> bool:
        """Say whether the field holds typing that was not handed over."""
        return self._read() != self._base

    @property
    def can_take_back(self) -> bool:
        """Say whether there is typing that nobody else knows of, or that nobody understood."""
        return self.is_pending or self._refused is not None

    @property
    def is_composing(self) -> bool:
        """Say whether an input method is in the middle of a word."""
        return self._composing

    def typed(self) -> None:
        """Start the pause anew: called after each change by the user."""
        if self.is_pending:
            self._note()
            self._timer.start()
        else:
            self._settle()

    def composed(self, *, composing: bool) -> None:
        """Note whether an input method composes; a text that waited for the end comes in now."""
        self._composing = composing
        if composing:
            self._timer.stop()
            return
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            if not self.is_pending:
                self.load(waiting)
                return
            self._rebase(waiting)
        self.typed()

    def left(self) -> None:
        """Hand over because the field loses the focus; Qt has ended any composing by then."""
        self.composed(composing=False)
        self.flush()

    def flush(self) -> bool:
        """Hand over what is pending. False while an input method composes."""
        if self._composing and self._has_focus():
            QGuiApplication.inputMethod().commit()
            if self._composing:
                return False
        if not self.is_pending:
            self._settle()
            return True
        text = self._read()
        self._before = self._given if self._refused is None else self._refused
        self._base = self._given = text
        self._refused = None
        self._settle()
        self.ready.emit(text)
        return True

    def refuse(self) -> None:
        """Note that what was just handed over was not understood: it can still be taken back."""
        self._refused = self._before

    def take_back(self) -> bool:
        """Put back what was last handed over and understood. False if that stands there."""
        if not self.can_take_back:
            return False
        self.load(self._given if self._refused is None else self._refused)
        return True

    def offer(self, text: str) -> None:
        """Show a text that changed elsewhere, unless the user is writing here at the moment."""
        if text == self._given and self._waiting is None:
            return
        if self._composing:
            self._waiting = text
        elif not self.is_pending or text == self._read():
            self.load(text)
        else:
            self._rebase(text)

    def load(self, text: str) -> None:
        """Show a text whatever stands there, for another record or after a refusal."""
        self._waiting = self._refused = None
        if self._read() != text:
            self._write(text)
        self._given = text
        # Read back: a field may not keep every sign, and that must not look like typing.
        self._base = self._read()
        self._settle()

    def _rebase(self, text: str) -> None:
        self._given = self._base = text

    def _note(self) -> None:
        if self._pending is not None:
            self._pending.note(self._field)  # type: ignore[arg-type]  # every field has flush()

    def _settle(self) -> None:
        self._timer.stop()
        if self._pending is not None:
            self._pending.settle(self._field)  # type: ignore[arg-type]  # every field has flush()

    def _has_focus(self) -> bool:
        return QGuiApplication.focusObject() is self._field
