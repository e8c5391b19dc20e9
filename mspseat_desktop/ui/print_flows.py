"""What is offered for printing, and what a print puts out of undo's reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.ui.reporting.chart_printables import chart_printable
from mspseat_desktop.ui.reporting.preview import PreviewDialog

if TYPE_CHECKING:
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reporting.printable import Printable


class PrintFlows(QObject):
    """Shows previews over the window of an open client."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def connect_view(self, view: ClientView) -> None:
        """Listen to the pages that offer something for printing."""
        for page in view.printed_pages.values():
            page.preview_wanted.connect(self.preview)

    def print_page(self) -> None:
        """Offer the page on show; the chart is what a page without print of its own offers."""
        client, view = self._window.open_client, self._window.view
        if client is None or view is None:
            return
        client.bridge.pending.flush_all()
        page = view.printed_pages.get(view.page)
        if page is None:
            self.preview(chart_printable(client.bridge))
        else:
            page.preview_current()

    def preview(self, printable: Printable) -> None:
        """Show the pages before they are printed or saved."""
        client = self._window.open_client
        if client is None:
            return
        client.bridge.pending.flush_all()
        dialog = PreviewDialog(self._window.theme, printable, self._window)
        dialog.left_program.connect(self._seal)
        dialog.open()

    def _seal(self, reviews: object) -> None:
        client = self._window.open_client
        if client is not None and isinstance(reviews, tuple):
            for review in reviews:
                client.bridge.seal(str(review))
