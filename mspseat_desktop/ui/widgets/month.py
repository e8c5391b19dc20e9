"""Qt's calendar in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from PySide6.QtCore import QDate

    from mspseat_desktop.ui.theme import Theme

_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class Month(QCalendarWidget):
    """A month to pick a day from: arrow keys, Page Up and Down, Enter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setGridVisible(False)
        self.setMinimumSize(QSize(264, 224))
        muted = QTextCharFormat()
        muted.setForeground(theme.color("muted"))
        self.setHeaderTextFormat(muted)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        words = (_("Month before"), _("Month after"))
        for (name, icon), said in zip(_ARROWS.items(), words, strict=True):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.icon(icon, "muted"))
                button.setAccessibleName(said)
        for days in self.findChildren(QTableView):
            days.setAccessibleName(_("Days"))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Draw a day: round when chosen, smaller and muted outside the month."""
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = date == self.selectedDate()
        inside = date.month() == self.monthShown()
        role = "ink" if inside else "muted"
        if chosen:
            side = min(rect.width(), rect.height()) - 2
            place = QRect(0, 0, side, side)
            place.moveCenter(rect.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(place)
            role = "on_accent"
        painter.setFont(theme.font(12 if not inside else 13))
        painter.setPen(theme.color(role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.locale().toString(date.day()))
        painter.restore()
