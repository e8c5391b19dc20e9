"""Writes the chart as a CSV that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.exchange.csv_out import chart_csv
from mspseat_desktop.language import _
from mspseat_desktop.storage.private_files import write_whole
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.ui.files import ask_save, safe_file_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.ui.bridge import Bridge


def export_csv(over: QWidget, bridge: Bridge, *, tell: Callable[[str], object]) -> None:
    """Ask for a place and write the chart there; without outcomes while ratings are hidden."""
    bridge.pending.flush_all()

    def go_on(path: Path) -> None:
        path = path if path.suffix else path.with_name(path.name + ".csv")
        try:
            with problems("writing", path.name):
                write_whole(path, chart_csv(bridge.client, with_ratings=not bridge.ratings_hidden))
        except FileProblem as problem:
            bridge.trouble.emit(problem)
            return
        tell(_("The chart is in {file}.").replace("{file}", path.name))

    ask_save(
        over,
        title=_("Export the chart"),
        suggested=safe_file_name(bridge.client.profile.name) + ".csv",
        pattern=_("Tables") + " (*.csv)",
        then=go_on,
    )
