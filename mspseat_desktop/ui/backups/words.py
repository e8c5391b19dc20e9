"""When a backup was taken, and what a client is called that was opened from one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from mspseat_desktop.language import _
from mspseat_desktop.ui.formats import date_text

if TYPE_CHECKING:
    from mspseat_desktop.storage.backups import Backup


def taken_text(backup: Backup) -> str:
    """Return day and time of the backup: "3 Nov 2026, 14:05"."""
    try:
        at = datetime.fromisoformat(backup.made_at)
    except ValueError:
        return _("Day not known")
    words = _("{date}, {time}").replace("{time}", f"{at:%H:%M}")
    return words.replace("{date}", date_text(backup.made_at[:10]))


def as_of_text(name: str, backup: Backup) -> str:
    """Return the name of a client as it was in a backup: "Harbor Pine, as of 3 Nov"."""
    words = _("{client}, as of {date}").replace("{date}", _short_day(backup))
    return words.replace("{client}", name)


def _short_day(backup: Backup) -> str:
    try:
        at = datetime.fromisoformat(backup.made_at)
    except ValueError:
        return _("backup {number}").replace("{number}", str(backup.number))
    month = QLocale().standaloneMonthName(at.month, QLocale.FormatType.ShortFormat)
    return f"{at.day} {month}"
