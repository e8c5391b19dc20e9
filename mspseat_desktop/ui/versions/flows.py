"""What the window does with charts: list, keep, show, compare, take over, drop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from mspseat_desktop.domain.charts import CURRENT, KeptChart
from mspseat_desktop.domain.edits.charts import take_chart, what_goes
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Figure, Metric, Seat
from mspseat_desktop.domain.review_records import Comparison, Form, Review
from mspseat_desktop.domain.vocabulary import CURRENT_CHART, ChartId, SeatId
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.formats import date_text, number_text
from mspseat_desktop.ui.versions.dialog import VersionsDialog
from mspseat_desktop.ui.versions.name_dialog import ChartNameDialog
from mspseat_desktop.ui.versions.printing import difference_printable
from mspseat_desktop.ui.versions.words import take_text
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.charts import chart_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.records import RecordType
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import ChartKind
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.reporting.printable import Printable


class VersionFlows(QObject):
    """Connects the menu once, and the view of each client and chart that is shown."""

    def __init__(
        self,
        window: MainWindow,
        *,
        preview: Callable[[Printable], None],
        tell: Callable[[str], None],
        back_up: Callable[[Callable[[], object]], object],
    ) -> None:
        """`tell` shows a sentence with a way to take back what it tells of.

        `back_up` is called with what takes much away, and calls it after a backup was taken.
        """
        super().__init__(window)
        self._window, self._preview, self._tell, self._back_up = window, preview, tell, back_up
        window.actions_table.on("versions", self.show_list)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the bar over the pages and to the list beside them."""
        client = self._window.open_client
        if client is None:
            return
        bridge, charts = client.bridge, view.charts
        charts.bar.back_wanted.connect(lambda: bridge.show_chart(CURRENT_CHART))
        charts.bar.take_wanted.connect(lambda: self._ask_take(bridge, bridge.charts.shown))
        charts.bar.compare_wanted.connect(lambda: self._toggle_list(view))
        charts.panel.hide_wanted.connect(lambda: charts.compare(shown=False))
        charts.panel.print_wanted.connect(lambda: self._preview(difference_printable(bridge)))
        charts.panel.whole_wanted.connect(view.chart.fit)
        charts.stale.connect(self._show_as_kept, Qt.ConnectionType.QueuedConnection)
        charts.panel.seat_wanted.connect(lambda seat: _go(view, bridge, seat))

    def show_list(self) -> None:
        """List the charts of the open client."""
        client = self._window.open_client
        if client is None:
            return
        bridge = client.bridge
        bridge.pending.flush_all()
        dialog = VersionsDialog(self._window.theme, self._window)
        if not self._fill(dialog, bridge):
            dialog.close()
            return
        dialog.new_wanted.connect(lambda: self._ask_name(dialog, bridge, "what_if"))
        dialog.keep_wanted.connect(lambda: self._ask_name(dialog, bridge, "version"))
        dialog.rename_wanted.connect(lambda chart: self._ask_new_name(dialog, bridge, chart))
        dialog.drop_wanted.connect(lambda chart: self._ask_drop(dialog, bridge, chart))
        dialog.open_wanted.connect(lambda chart: self._show(dialog, bridge, chart))
        dialog.compare_wanted.connect(
            lambda chart: self._show(dialog, bridge, chart, compared=True)
        )
        dialog.take_wanted.connect(lambda chart: self._ask_take(bridge, chart, over=dialog))
        dialog.open()

    def _show_as_kept(self, problem: object) -> None:
        """Let fields show the version again instead of what was typed into them."""
        self._window.build_anew()
        self._window.show_trouble(problem)

    def _fill(
        self, dialog: VersionsDialog, bridge: Bridge, *, marked: ChartId | None = None
    ) -> bool:
        try:
            kept = bridge.charts.kept()
        except FileProblem as problem:
            self._window.show_trouble(problem)
            return False
        dialog.show_charts((CURRENT, *kept), shown=bridge.charts.shown.id, marked=marked)
        return True

    def _toggle_list(self, view: ClientView) -> None:
        shown = view.charts.panel.isHidden()
        if shown and view.page != "chart":
            view.show_page("chart")
        view.charts.compare(shown=shown)

    def _show(
        self, dialog: VersionsDialog, bridge: Bridge, chart: KeptChart, *, compared: bool = False
    ) -> None:
        is_shown = chart.id == bridge.charts.shown.id or bridge.show_chart(chart.id)
        if not is_shown:
            return
        dialog.accept()
        view = self._window.view
        if view is not None and compared:
            view.show_page("chart")
            view.charts.compare(shown=True)

    def _ask_name(self, dialog: VersionsDialog, bridge: Bridge, kind: ChartKind) -> None:
        shown, day = bridge.charts.shown, date_text(bridge.on)
        of = chart_text(shown)
        if kind == "version":
            title, verb = _("Keep a version"), _("Keep it")
            about = _("“{chart}” is kept as it stands now. It can be compared and restored later.")
            name = _("As of {day}").replace("{day}", day)
        else:
            title, verb = _("New what-if copy"), _("Make the copy")
            about = _("A copy of “{chart}” to try things out in. The current chart stays as it is.")
            name = ""
        naming = ChartNameDialog(
            self._window.theme,
            dialog,
            title=title,
            about=about.replace("{chart}", of),
            verb=verb,
            name=name,
        )

        def keep(name: str, note: str) -> None:
            chart = KeptChart(ChartId(bridge.new_id()), name, kind, bridge.on, note)
            if not bridge.keep_chart(chart):
                return
            if kind == "what_if":
                self._show(dialog, bridge, chart)
            else:
                self._fill(dialog, bridge, marked=chart.id)

        naming.chosen.connect(keep)
        naming.open()

    def _ask_new_name(self, dialog: VersionsDialog, bridge: Bridge, chart: KeptChart) -> None:
        naming = ChartNameDialog(
            self._window.theme,
            dialog,
            title=_("Rename “{chart}”").replace("{chart}", chart_text(chart)),
            about="",
            verb=_("Rename"),
            name=chart.name,
            note=chart.note,
        )

        def rename(name: str, note: str) -> None:
            if bridge.rename_chart(replace(chart, name=name, note=note)):
                self._fill(dialog, bridge, marked=chart.id)

        naming.chosen.connect(rename)
        naming.open()

    def _ask_drop(self, dialog: VersionsDialog, bridge: Bridge, chart: KeptChart) -> None:
        def drop() -> None:
            if bridge.drop_chart(chart.id) and isValid(dialog):
                self._fill(dialog, bridge)

        def go_on(answer: Hashable | None) -> None:
            if answer == "drop":
                self._back_up(drop)

        ask(
            self._window.theme,
            dialog,
            title=_("Drop “{chart}”").replace("{chart}", chart_text(chart)),
            text=_(
                "The chart and what can be undone in it are deleted for good. The current chart,"
                " people, reviews and figures stay."
            ),
            answers=(Answer(None, _("Keep it")), Answer("drop", _("Drop it"), "danger")),
            then=go_on,
        )

    def _ask_take(
        self, bridge: Bridge, chart: KeptChart, *, over: VersionsDialog | None = None
    ) -> None:
        bridge.pending.flush_all()
        try:
            edit = take_chart(bridge.charts.client(chart.id), chart, on=bridge.on)
        except (Refused, FileProblem) as problem:
            self._window.show_trouble(problem)
            return

        goes = what_goes(bridge.charts.current, edit)

        def go_on(answer: Hashable | None) -> None:
            if answer != "take":
                return
            if over is not None:
                over.accept()
            if goes.get(Seat):
                self._back_up(lambda: self._take(bridge, chart, edit))
            else:
                self._take(bridge, chart, edit)

        parent: QWidget = over if over is not None else self._window
        ask(
            self._window.theme,
            parent,
            title=take_text(chart),
            text=_question(chart, goes),
            answers=(Answer(None, _("Not now")), Answer("take", take_text(chart), "primary")),
            then=go_on,
        )

    def _take(self, bridge: Bridge, chart: KeptChart, edit: Edit) -> None:
        if not bridge.charts.shown.is_current and not bridge.show_chart(CURRENT_CHART):
            return
        had = bridge.client.every_id(Metric)
        if bridge.do(edit):
            words = _("“{chart}” is the current chart now.").replace("{chart}", chart_text(chart))
            back = len(bridge.client.every_id(Metric) - had)
            if back:
                words += " " + ngettext(
                    "{n} metric came back without its figures; an earlier backup may have them.",
                    "{n} metrics came back without their figures; an earlier backup may have them.",
                    back,
                ).replace("{n}", str(back))
            self._tell(words)


def _go(view: ClientView, bridge: Bridge, seat: object) -> None:
    """Show the seat; the keyboard stays in the list, to go on from there."""
    if bridge.client.has(Seat, str(seat)):
        bridge.select(SeatId(str(seat)))
        view.chart.center_on(SeatId(str(seat)))


def _question(chart: KeptChart, goes: Mapping[RecordType, int]) -> str:
    """Return what taking the chart over means, with what goes from the current one."""
    words = _("The current chart becomes like “{chart}”. It is one step that can be undone.")
    told = [words.replace("{chart}", chart_text(chart))]
    counted = [
        _count(ngettext("{n} seat", "{n} seats", goes.get(Seat, 0)), goes.get(Seat, 0)),
        _count(ngettext("{n} figure", "{n} figures", goes.get(Figure, 0)), goes.get(Figure, 0)),
        _count(
            ngettext("{n} unfinished review", "{n} unfinished reviews", goes.get(Review, 0)),
            goes.get(Review, 0),
        ),
        _count(
            ngettext("{n} comparison or form", "{n} comparisons and forms", _papers(goes)),
            _papers(goes),
        ),
    ]
    listed = ", ".join(part for part in counted if part)
    if listed:
        told.append(_("These go from the current chart: {list}.").replace("{list}", listed))
    if goes.get(Seat):
        told.append(_("Seats with finished reviews are closed, and their reviews stay."))
    return " ".join(told)


def _papers(goes: Mapping[RecordType, int]) -> int:
    return goes.get(Comparison, 0) + goes.get(Form, 0)


def _count(words: str, count: int) -> str:
    return words.replace("{n}", number_text(count)) if count else ""
