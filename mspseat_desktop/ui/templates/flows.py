"""What the menus do with templates: a seat from one, keeping, managing, files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from mspseat_desktop.content import my_templates
from mspseat_desktop.content.template_files import OwnTemplate, template_of
from mspseat_desktop.content.templates import branch_from_templates
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.dropping import FileDrops
from mspseat_desktop.ui.files import ask_open, ask_save
from mspseat_desktop.ui.templates.items import template_items
from mspseat_desktop.ui.templates.my_templates_dialog import MyTemplatesDialog
from mspseat_desktop.ui.templates.name_dialog import NameDialog
from mspseat_desktop.ui.widgets import PickerList
from mspseat_desktop.wording.file_names import safe_file_name
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mspseat_desktop.content.my_templates import Shelf
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow

LEAST_WIDTH = 380


class TemplateFlows(QObject):
    """Connects the actions about templates once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: MyTemplatesDialog | None = None
        table = window.actions_table
        table.on("add-from-template", self.choose)
        table.on("keep-template", self.keep)
        table.on("my-templates", self.manage)
        FileDrops.of(window).hand(my_templates.ENDING, self.take_in)

    def choose(self) -> None:
        """Open the list of all templates over the chart, below the selected seat."""
        view, bridge = self._window.view, self._bridge()
        if view is None or bridge is None:
            return
        if view.page != "chart":
            view.show_page("chart")
        bridge.pending.flush_all()
        shelf = self._shelf()
        found = PickerList(
            self._window.theme,
            _("Add a seat from a template"),
            view.chart,
            items=template_items(shelf, bridge.client.profile.wording),
            create_words=None,
        )
        found.picked.connect(lambda branch: self._add(view, bridge, branch))
        anchor = _anchor(view)
        found.destroyed.connect(anchor.deleteLater)
        found.open_below(anchor, focus=found.search, least_width=LEAST_WIDTH)
        if shelf.problems:
            first = shelf.problems[0]
            self._window.tell(problem_text(first.code, first.params))

    def keep(self) -> None:
        """Ask a name and keep the selected seat, or all that hangs on it, as a template."""
        bridge = self._bridge()
        if bridge is None or bridge.selection is None:
            return
        bridge.pending.flush_all()
        seat = bridge.selection
        title = bridge.client.seat(seat).title
        dialog = NameDialog(
            self._window.theme,
            self._window,
            title=_("Keep as my template"),
            verb=_("Keep"),
            name=title,
            is_taken=self._is_taken,
            below=len(bridge.client.branch(seat)) - 1,
            about=_(
                "Title, purpose, needs, responsibilities, metrics with their targets, and the "
                "questions made for this seat only are kept. People, ratings, figures and notes "
                "are not."
            ),
        )

        def go_on(name: str, with_branch: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
            def write() -> OwnTemplate:
                kept = template_of(bridge.client, seat, name=name, with_branch=with_branch)
                return my_templates.keep(self._home, kept)

            if (kept := self._tried(write)) is not None:
                words = _("“{name}” is kept as your template.").replace("{name}", kept.name[:60])
                self._window.tell(words, action=_("My templates"), then=self.manage)

        dialog.chosen.connect(go_on)
        dialog.open()

    def manage(self) -> None:
        """Show one's own templates."""
        dialog = MyTemplatesDialog(self._window.theme, self._window)
        dialog.rename_wanted.connect(self._rename)
        dialog.delete_wanted.connect(self._delete)
        dialog.pass_on_wanted.connect(self._pass_on)
        dialog.take_in_wanted.connect(self._ask_file)
        dialog.finished.connect(lambda _result: self._forget_dialog())
        FileDrops.of(dialog).hand(my_templates.ENDING, self.take_in)
        self._dialog = dialog
        dialog.show_shelf(self._shelf())
        dialog.open()
        (dialog.list if dialog.template is not None else dialog.take_in).setFocus()

    def take_in(self, path: Path) -> None:
        """Keep the template that somebody passed on in this file."""
        taken = self._tried(lambda: my_templates.take_in(self._home, path))
        if taken is None:
            return
        self._refresh(taken.name)
        words = _("“{name}” is among your templates now.").replace("{name}", taken.name[:60])
        if self._dialog is not None:
            self._dialog.notices.show(words)
        else:
            self._window.tell(words, action=_("My templates"), then=self.manage)

    @property
    def _home(self) -> Path:
        return self._window.desk.home

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None

    def _shelf(self) -> Shelf:
        return my_templates.own_templates(self._home)

    def _is_taken(self, name: str) -> bool:
        return self._shelf().named(name) is not None

    def _add(self, view: ClientView, bridge: Bridge, branch: object) -> None:
        if not isinstance(branch, tuple):
            return
        under = bridge.selection
        edit, seats = branch_from_templates(branch, under=under, new_id=bridge.new_id)
        if bridge.do(edit):
            view.show_seat(seats[0])

    def _ask_file(self) -> None:
        over = self._dialog or self._window
        ask_open(
            over,
            title=_("Take in a template"),
            pattern=_("Seat templates") + " (*.toml)",
            then=self.take_in,
        )

    def _rename(self, template: OwnTemplate) -> None:
        def is_taken(name: str) -> bool:
            found = self._shelf().named(name)
            return found is not None and found.path != template.path

        dialog = NameDialog(
            self._window.theme,
            self._dialog,
            title=_("Rename the template"),
            verb=_("Rename"),
            name=template.name,
            is_taken=is_taken,
        )

        def go_on(name: str, _with_branch: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
            if self._tried(lambda: my_templates.rename(template, name)) is not None:
                self._refresh(name)

        dialog.chosen.connect(go_on)
        dialog.open()

    def _delete(self, template: OwnTemplate) -> None:
        def delete() -> OwnTemplate:
            my_templates.delete(template)
            return template

        if self._tried(delete) is None:
            return
        self._refresh()
        words = _("“{name}” is deleted.").replace("{name}", template.name[:60])
        if self._dialog is not None:
            self._dialog.notices.move_to(self._dialog)
            self._dialog.notices.show(
                words, action=_("Undo"), then=lambda: self._bring_back(template)
            )

    def _bring_back(self, template: OwnTemplate) -> None:
        if (kept := self._tried(lambda: my_templates.keep(self._home, template))) is not None:
            self._refresh(kept.name)

    def _pass_on(self, template: OwnTemplate) -> None:
        def go_on(path: Path) -> None:
            def write() -> OwnTemplate:
                my_templates.pass_on(template, path)
                return template

            if self._tried(write) is not None and self._dialog is not None:
                words = _("The template is in {file}.").replace("{file}", path.name)
                self._dialog.notices.show(words)

        ask_save(
            self._dialog or self._window,
            title=_("Pass on the template"),
            suggested=safe_file_name(template.name) + my_templates.ENDING,
            pattern=_("Seat templates") + " (*.toml)",
            then=go_on,
        )

    def _tried(self, run: Callable[[], OwnTemplate]) -> OwnTemplate | None:
        """Return what came of it, or None after telling why nothing did."""
        try:
            return run()
        except FileProblem as problem:
            words = problem_text(problem.code, problem.params)
            if self._dialog is not None:
                self._dialog.notices.show(words)
            else:
                self._window.tell(words)
            return None

    def _refresh(self, name: str = "") -> None:
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.show_shelf(self._shelf(), name=name)

    def _forget_dialog(self) -> None:
        self._dialog = None


def _anchor(view: ClientView) -> QWidget:
    """Return a place to hang a list below: the selected card, or the middle of the chart."""
    anchor = QWidget(view.chart)
    seat = view.chart.selected_seat
    rect = view.chart.card_rect(seat) if seat is not None else None
    if rect is None or not view.chart.rect().intersects(rect):
        anchor.setGeometry((view.chart.width() - LEAST_WIDTH) // 2, 24, LEAST_WIDTH, 1)
    else:
        anchor.setGeometry(rect)
    anchor.hide()
    return anchor
