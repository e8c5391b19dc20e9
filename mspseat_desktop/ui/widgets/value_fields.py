"""Fields for a number and for a date: what is not understood stays, with a sentence below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import (
    date_hint,
    date_words,
    number_text,
    read_date,
    read_number,
    short_date_text,
)
from mspseat_desktop.ui.widgets.buttons import IconButton
from mspseat_desktop.ui.widgets.handover import HAND_OVER_MS, PendingFields
from mspseat_desktop.ui.widgets.month import Month
from mspseat_desktop.ui.widgets.plain import PlainLabel, tip_text
from mspseat_desktop.ui.widgets.popup import PopupFrame
from mspseat_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QLocale

    from mspseat_desktop.ui.theme import Theme


class _ValueField(QWidget):
    """A text field with a sentence below it while its text is not understood."""

    handed_over = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None,
        *,
        pending: PendingFields | None,
        delay_ms: int,
        hint: str,
        locale: QLocale | None,
    ) -> None:
        super().__init__(parent)
        self._locale = locale
        self.field = TextField(name, self, pending=pending, delay_ms=delay_ms, hint=hint)
        self.trouble = PlainLabel("", self, pixels=12, tone="no", wrap=True)
        self.trouble.hide()
        self.setFocusProxy(self.field)
        self.setAccessibleName(name)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._row)
        column.addWidget(self.trouble)
        self.field.handed_over.connect(self._read)
        self.field.taken_back.connect(self._forgive)
        self.field.editingFinished.connect(self._settle)
        self._doubt = ""

    @property
    def is_pending(self) -> bool:
        """Say whether something was typed and not handed over yet."""
        return self.field.is_pending

    @property
    def is_understood(self) -> bool:
        """Say whether what stands in the field is a value or nothing."""
        return self.trouble.isHidden()

    def flush(self) -> bool:
        """Hand over now. False while an input method composes."""
        return self.field.flush()

    def settle(self) -> bool:
        """Hand over and tell what is not understood. False when something is not."""
        done = self.field.flush()
        self._settle()
        return done and self.is_understood

    def _read(self, text: str) -> None:
        raise NotImplementedError

    def _forgive(self) -> None:
        self._say("")

    def _settle(self) -> None:
        if self._doubt:
            self._say(self._doubt)

    def _doubts(self, sentence: str) -> None:
        self.field.refuse()
        # A pause in "14/10" is no mistake yet: say it when the field is left or Enter is pressed.
        if self.field.hasFocus():
            self._doubt = sentence
        else:
            self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._doubt = ""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        self.field.set_wrong(wrong=bool(sentence))
        self.field.setAccessibleDescription(sentence)


class NumberField(_ValueField):
    """A number as the reader writes it; "1,5" and "1.5" both count.

    Sends `handed_over(object)`: a float, or None for an empty field. A text that is no number
    stays in the field, is told in `trouble`, and sends nothing.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        pending: PendingFields | None = None,
        delay_ms: int = HAND_OVER_MS,
        hint: str = "",
        locale: QLocale | None = None,
    ) -> None:
        super().__init__(name, parent, pending=pending, delay_ms=delay_ms, hint=hint, locale=locale)
        self._value: float | None = None

    @property
    def value(self) -> float | None:
        """Return the number last understood, None for an empty field."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Show a number that changed elsewhere; typing not handed over stays. Sends nothing."""
        if value == self._value:
            return
        self._value = value
        self.field.set_text("" if value is None else number_text(value, self._locale))
        if not self.is_pending:
            self._say("")

    def load(self, value: float | None) -> None:
        """Show a number in place of anything typed, for another record."""
        self._value = value
        self.field.load("" if value is None else number_text(value, self._locale))
        self._say("")

    def _read(self, text: str) -> None:
        try:
            value = read_number(text, self._locale) if text.strip() else None
        except ValueError:
            self._doubts(
                _("This is not a number. Write it like {example}.").format(
                    example=number_text(98.5, self._locale)
                )
            )
            return
        self._say("")
        if value != self._value:
            self._value = value
            self.handed_over.emit(value)


class DateField(_ValueField):
    """A date, typed in the system's order, as 2026-10-14, "15 dec" or "+2w", or picked.

    A day without its year is the nearest to today, or with `ahead` the next.

    Sends `handed_over(object)`: an ISO date as str, or None for an empty field. A text that is no
    date stays in the field, is told in `trouble`, and sends nothing.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        pending: PendingFields | None = None,
        delay_ms: int = HAND_OVER_MS,
        locale: QLocale | None = None,
        today: Callable[[], date],
        ahead: bool = False,
    ) -> None:
        hint = date_words(locale)
        super().__init__(name, parent, pending=pending, delay_ms=delay_ms, hint=hint, locale=locale)
        self._theme = theme
        self._today, self._ahead = today, ahead
        words = _("For example {example} or +2w").format(example=date_hint(locale))
        self.field.setToolTip(tip_text(words))
        self._value: str | None = None
        self.calendar_button = IconButton(
            theme, "calendar", _("Pick a date for {field}").format(field=name), self, role="muted"
        )
        self.calendar_button.clicked.connect(self.open_calendar)
        self._row.addWidget(self.calendar_button)
        opened = QAction(self)
        opened.setShortcut("Alt+Down")
        opened.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # two dates may be in view
        opened.triggered.connect(self.open_calendar)
        self.field.addAction(opened)

    @property
    def value(self) -> str | None:
        """Return the ISO date last understood, None for an empty field."""
        return self._value

    def set_value(self, iso: str | None) -> None:
        """Show a date that changed elsewhere; typing not handed over stays. Sends nothing."""
        if iso == self._value:
            return
        self._value = iso
        self.field.set_text("" if not iso else short_date_text(iso, self._locale))
        if not self.is_pending:
            self._say("")

    def load(self, iso: str | None) -> None:
        """Show a date in place of anything typed, for another record."""
        self._value = iso
        self.field.load("" if not iso else short_date_text(iso, self._locale))
        self._say("")

    def set_locked(self, *, locked: bool) -> None:
        """Let the date be read only; an empty field then says that there is none."""
        self.field.setReadOnly(locked)
        self.calendar_button.setEnabled(not locked)
        self.field.setPlaceholderText("\N{EN DASH}" if locked else date_words(self._locale))

    def open_calendar(self) -> Month:
        """Open a month to pick from below the field and return it."""
        popup = PopupFrame(self)
        calendar = Month(self._theme, popup)
        calendar.setAccessibleName(self.calendar_button.accessibleName())
        start = self._value or self._today().isoformat()
        calendar.setSelectedDate(QDate.fromString(start, "yyyy-MM-dd"))
        column = QVBoxLayout(popup)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(calendar)

        def take(day: QDate) -> None:
            popup.close()
            self._take(day.toString("yyyy-MM-dd"))

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.open_below(self.field, focus=calendar)
        return calendar

    def _take(self, iso: str) -> None:
        self.field.load(short_date_text(iso, self._locale))
        self._say("")
        if iso != self._value:
            self._value = iso
            self.handed_over.emit(iso)

    def _read(self, text: str) -> None:
        try:
            iso = self._date_of(text)
        except ValueError as reason:
            if str(reason) == "no such day":
                self._doubts(_("There is no such day in the calendar."))
            else:
                self._doubts(
                    _("This is not a date. Write for example {example}.").format(
                        example=date_hint(self._locale)
                    )
                )
            return
        self._say("")
        if iso != self._value:
            self._value = iso
            self.handed_over.emit(iso)

    def _settle(self) -> None:
        super()._settle()
        # Show which day was understood, with its year.
        if self.is_understood and not self.is_pending and self._value:
            self.field.load(short_date_text(self._value, self._locale))

    def _date_of(self, text: str) -> str | None:
        if not text.strip():
            return None
        return read_date(text, self._locale, today=self._today(), ahead=self._ahead)
