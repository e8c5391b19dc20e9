"""Connects the page of actions with the window: menu, status line, reviews and chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.language import _
from mspseat_desktop.ui.exporting import export_calendar
from mspseat_desktop.ui.shortcuts.telling import and_keys, keep_told
from mspseat_desktop.ui.widgets import QuietButton, tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow


class ActionFlows(QObject):
    """Connects the calendar once, and the page of each client that is opened."""

    def __init__(
        self,
        window: MainWindow,
        *,
        tell: Callable[[str], None],
        open_review: Callable[[object], None],
    ) -> None:
        """`tell` shows a sentence with a way to take back what it tells of."""
        super().__init__(window)
        self._window, self._tell, self._open_review = window, tell, open_review
        window.actions_table.on("calendar-file", self._write_calendar)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the page of an open client and to its count in the status line."""
        page = view.agreed
        page.told.connect(self._tell)
        page.review_wanted.connect(self._open_review)
        page.calendar_wanted.connect(self._write_calendar)
        view.status.overdue.clicked.connect(lambda: self._show_overdue(view))
        button = QuietButton(self._window.theme, _("Actions"), view.reviews, icon="list")
        words = _("Everything that was agreed")
        keep_told(button, lambda: tip(button, and_keys(words, "page-actions")))
        button.clicked.connect(lambda _on=False: view.show_page("actions"))
        view.reviews.add_button(button)

    def _show_overdue(self, view: ClientView) -> None:
        view.show_page("actions")
        view.agreed.show_overdue()

    def _write_calendar(self) -> None:
        client = self._window.open_client
        if client is not None:
            window = self._window
            export_calendar(window, client.bridge, now=window.desk.clock, tell=window.tell)
