"""Writes the chart as a CSV, and what is planned as a calendar, for other programs to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.files import ask_save
from mspseat_desktop.wording.charts import shown_text
from mspseat_desktop.wording.file_names import safe_file_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.exchange.ics import CalendarFile
    from mspseat_desktop.ui.bridge import Bridge


def export_csv(over: QWidget, bridge: Bridge, *, tell: Callable[[str], object]) -> None:
    """Ask for a place and write the chart there; without outcomes while ratings are hidden."""
    bridge.pending.flush_all()

    def go_on(path: Path) -> None:
        path = path if path.suffix else path.with_name(path.name + ".csv")
        try:
            write_out(path, chart_csv(bridge.client, with_ratings=not bridge.ratings_hidden))
        except FileProblem as problem:
            bridge.trouble.emit(problem)
            return
        tell(_("The chart is in {file}.").replace("{file}", path.name))

    ask_save(
        over,
        title=_("Export the chart"),
        suggested=chart_name(bridge) + ".csv",
        pattern=_("Tables") + " (*.csv)",
        then=go_on,
    )


def chart_name(bridge: Bridge) -> str:
    """Return a file name for the chart that is shown: the client's, with that of a kept chart."""
    name, called = bridge.client.profile.name, shown_text(bridge.charts.shown)
    return safe_file_name(f"{name}, {called}" if called else name)


def export_calendar(
    over: QWidget, bridge: Bridge, *, now: Callable[[], datetime], tell: Callable[[str], object]
) -> None:
    """Ask for a place and write the days of reviews, contracts and actions; no rating goes out."""
    from mspseat_desktop.exchange.ics import calendar_file  # noqa: PLC0415 - rarely used

    bridge.pending.flush_all()
    made = calendar_file(bridge.charts.current, on=bridge.on, now=now())
    if not made.entries:
        tell(_("Nothing has a day yet: no next review, no contract date, no action with a day."))
        return

    def go_on(path: Path) -> None:
        path = path if path.suffix else path.with_name(path.name + ".ics")
        try:
            write_out(path, made.content)
        except FileProblem as problem:
            bridge.trouble.emit(problem)
            return
        tell(_calendar_told(made, path.name))

    ask_save(
        over,
        title=_("Write a calendar file"),
        suggested=safe_file_name(bridge.client.profile.name) + ".ics",
        pattern=_("Calendars") + " (*.ics)",
        then=go_on,
    )


def _calendar_told(made: CalendarFile, name: str) -> str:
    """Return what went into the file, as one sentence."""
    counted = (
        (ngettext("{n} review", "{n} reviews", made.reviews), made.reviews),
        (ngettext("{n} contract date", "{n} contract dates", made.contracts), made.contracts),
        (ngettext("{n} action", "{n} actions", made.actions), made.actions),
    )
    parts = ", ".join(words.replace("{n}", str(n)) for words, n in counted if n)
    return _("{file} holds {parts}.").replace("{parts}", parts).replace("{file}", name)
