"""What mends a finding: leads to the place where it is mended, the keyboard ready there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.missing import possible_parents
from mspseat_desktop.content.templates import seat_from_template, templates
from mspseat_desktop.domain.edits.people import seat_occupant
from mspseat_desktop.domain.records import Metric, Occupant
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import (
    ActionId,
    FunctionId,
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.language import _
from mspseat_desktop.ui.templates.items import contents
from mspseat_desktop.ui.widgets import PickerItem, PickerList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.content.templates import SeatTemplate
    from mspseat_desktop.domain.finding import Code, Finding
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

LEAST_WIDTH = 320


class Fixes:
    """Mends the findings of the client that a view shows."""

    def __init__(self, window: MainWindow, view: ClientView, bridge: Bridge) -> None:
        self._window, self._view, self._bridge = window, view, bridge
        self._ways: dict[Code, Callable[[Finding], None]] = {
            "no-provider-seat": lambda _finding: self._act("missing-seats"),
            "provider-without-seat": self._choose_template,
            "provider-answers-to-nobody": self._choose_parent,
            "provider-answers-to-itself": self._choose_parent,
            "open-seat": lambda _finding: self._act("go-occupant"),
            "nobody-accountable": lambda _finding: self._act("go-occupant"),
            "no-responsibility": self._write_responsibility,
            "few-responsibilities": self._write_responsibility,
            "many-responsibilities": self._write_responsibility,
            "same-responsibility-twice": self._write_responsibility,
            "no-metric": self._go_to_metrics,
            "metric-off-target": self._go_to_metrics,
            "metric-stale": self._enter_figures,
            "never-reviewed": lambda _finding: self._act("review"),
            "review-overdue": lambda _finding: self._act("review"),
            "seat-changed-since-review": lambda _finding: self._act("review"),
            "wrong-seat-without-action": self._open_review,
            "action-overdue": self._go_to_action,
            "notice-date-near": self._go_to_contract,
            "many-seats": lambda _finding: self._act("go-occupant"),
            "wide-span": lambda _finding: self._view.chart.setFocus(),
            "function-nobody-covers": self._go_to_function,
            "function-two-accountable": self._go_to_function,
            "judge-in-doubt": self._go_above,
        }

    def run(self, finding: Finding) -> None:
        """Go to the seat, if there is one, and to what mends the finding."""
        if finding.seat is not None and finding.code != "provider-without-seat":
            self._view.show_seat(finding.seat)
        self._ways[finding.code](finding)

    def _act(self, doing: str) -> None:
        self._window.actions_table[doing].trigger()

    def _show_tab(self) -> None:
        """Show the seat panel, which may be hidden."""
        if self._view.panel.isHidden():
            self._window.actions_table["panel"].trigger()

    def _write_responsibility(self, finding: Finding) -> None:
        self._show_tab()
        self._view.panel.focus_responsibilities()
        if finding.code in ("many-responsibilities", "same-responsibility-twice"):
            rows = self._view.panel.seat_page.responsibilities.list.rows
            wanted = finding.params.get("responsibility", "")
            found = next((row for row in rows if row.key == wanted), rows[-1] if rows else None)
            if found is not None:
                found.text.setFocus()

    def _go_to_metrics(self, finding: Finding) -> None:
        self._show_tab()
        panel = self._view.panel
        panel.show_tab("metrics")
        rows = panel.metrics_page.list.rows
        row = next((row for row in rows if row.key == finding.about), None)
        if row is not None:
            row.text.setFocus()
        else:
            panel.metrics_page.list.focus_new()

    def _enter_figures(self, finding: Finding) -> None:
        self._go_to_metrics(finding)
        if self._bridge.client.has(Metric, finding.about):
            self._view.panel.metrics_page.open_figures()

    def _go_to_action(self, finding: Finding) -> None:
        self._view.show_page("actions")
        self._view.agreed.show_action(ActionId(finding.about))

    def _open_review(self, finding: Finding) -> None:
        client = self._bridge.client
        holder = client.accountable(finding.seat) if finding.seat is not None else None
        if holder is not None and finding.seat is not None:
            self._view.panel.open_review_wanted.emit(
                client.reviews_of(finding.seat, holder.id)[-1].id
            )

    def _go_to_contract(self, finding: Finding) -> None:
        self._view.show_page("people")
        self._view.people.show_contract(OccupantId(finding.about))

    def _go_to_function(self, finding: Finding) -> None:
        self._view.show_page("coverage")
        self._view.coverage.show_function(FunctionId(finding.about), finding.seat)

    def _go_above(self, finding: Finding) -> None:
        parent = self._bridge.client.seat(finding.seat).parent if finding.seat else None
        if parent is not None:
            self._view.show_seat(parent)

    def _choose_parent(self, _finding: Finding) -> None:
        self._show_tab()
        self._view.panel.header.reports_to.open_list()

    def _choose_template(self, finding: Finding) -> None:
        """Offer the seats of providers; the chosen one is added under its usual parent, held."""
        client, view = self._bridge.client, self._view
        provider = client.find(Occupant, finding.about)
        if provider is None:
            return
        offered = {t.id: t for t in templates(client.profile.wording) if t.meant_for == "provider"}
        items = [PickerItem(t.id, t.title, contents((t,)), "armchair") for t in offered.values()]
        anchor: QWidget = view.looks.foot.fix if view.looks.foot.fix.isVisible() else view.chart
        name = _("A seat for {who}").replace("{who}", provider.name[:60])
        found = PickerList(self._window.theme, name, anchor, items=items, create_words=None)

        def add(template: object) -> None:
            seat = SeatId(self._bridge.new_id())
            if self._bridge.do(self._seat_edit(offered[str(template)], seat, provider.id)):
                view.show_seat(seat)

        found.picked.connect(add)
        found.open_below(anchor, focus=found.search, least_width=LEAST_WIDTH)

    def _seat_edit(self, template: SeatTemplate, seat: SeatId, provider: OccupantId) -> Edit:
        bridge = self._bridge
        parent = next(iter(possible_parents(bridge.client, template.id)), None)
        return both(
            "add-seat",
            seat_from_template(template, seat=seat, parent=parent, new_id=bridge.new_id),
            seat_occupant(SeatingId(bridge.new_id()), seat, provider, on=bridge.on),
            params={"seat": template.title},
        )
