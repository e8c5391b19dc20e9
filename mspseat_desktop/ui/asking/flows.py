"""What the menus, the panel and a dropped PDF do about a provider's own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.domain.asking import form_to_give
from mspseat_desktop.domain.disagreement import count, pairs
from mspseat_desktop.domain.edits.voices import give_out_form
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Seat
from mspseat_desktop.domain.review_records import Form, Review
from mspseat_desktop.domain.vocabulary import FormId, SeatId
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.asking.asked import asked, bank_of_seat, provider_of
from mspseat_desktop.ui.asking.dialog import AskDialog
from mspseat_desktop.ui.asking.printing import blank_printable, form_maker
from mspseat_desktop.ui.asking.reading import Reading
from mspseat_desktop.ui.dropping import FileDrops
from mspseat_desktop.ui.files import ask_open, ask_save
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reporting.making import Making
from mspseat_desktop.ui.reviews.own_answers import step_of_disagreement
from mspseat_desktop.wording.edits import refusal_text
from mspseat_desktop.wording.forms import came_in_text
from mspseat_desktop.wording.imports import problem_text
from mspseat_desktop.wording.problems import problem_text as file_problem_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.exchange.provider_form_in import ReturnedForm
    from mspseat_desktop.exchange.provider_form_landing import Landing
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.open_client import OpenClient
    from mspseat_desktop.ui.reporting.printable import Prepared, Printable

ENDING = ".pdf"


class AskFlows(QObject):
    """Connects the actions about providers' own answers once."""

    def __init__(
        self,
        window: MainWindow,
        *,
        preview: Callable[[Printable], None],
        open_review: Callable[[object], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preview = preview
        self._open_review = open_review
        window.actions_table.on("ask-provider", self._ask_selected)
        window.actions_table.on("import-form", self.ask_file)
        FileDrops.of(window).hand(ENDING, self.take_in)

    def connect_view(self, view: ClientView) -> None:
        """Listen to the parts of a client's view."""
        view.panel.ask_wanted.connect(self.ask)

    def ask(self, wanted: object) -> None:
        """Show what the seat's provider would be asked, and make the form."""
        bridge = self._bridge()
        if bridge is None or not bridge.client.has(Seat, str(wanted)):
            return
        bridge.pending.flush_all()
        seat = SeatId(str(wanted))
        holder = provider_of(bridge.client, seat)
        if holder is None:
            title = bridge.client.seat(seat).title
            self._window.tell(refusal_text(Refused("no-provider", seat=title)))
            return
        about = asked(bridge.client, seat, holder, on=bridge.on)
        dialog = AskDialog(self._window.theme, about, self._window)
        dialog.save_wanted.connect(lambda: self._ask_place(dialog, seat, holder, about.file_name))
        dialog.blank_wanted.connect(
            lambda: self._preview(blank_printable(bridge, seat, holder, about.file_name))
        )
        dialog.open()

    def ask_file(self) -> None:
        """Ask for the form that came back."""
        ask_open(
            self._window,
            title=_("Import a provider's form"),
            pattern=_("Forms") + f" (*{ENDING})",
            then=self.take_in,
        )

    def take_in(self, path: Path) -> None:
        """Read the form and take its answers in; else say why not."""
        client = self._window.open_client
        if client is None:
            self._window.tell(_("Open the client first, then drop its form on the window again."))
            return
        client.bridge.pending.flush_all()
        reading = Reading(path, self)
        reading.came.connect(lambda form: self._land(client, form))
        reading.failed.connect(self._tell_problem)
        reading.start()

    def _ask_selected(self) -> None:
        bridge = self._bridge()
        if bridge is not None and bridge.selection is not None:
            self.ask(bridge.selection)

    def _ask_place(self, dialog: AskDialog, seat: SeatId, holder: Occupant, name: str) -> None:
        ask_save(
            dialog,
            title=_("Save the form"),
            suggested=name,
            pattern=_("PDF files") + f" (*{ENDING})",
            then=lambda path: self._make(dialog, seat, holder, path),
        )

    def _make(self, dialog: AskDialog, seat: SeatId, holder: Occupant, path: Path) -> None:
        """Make the form in a thread, then write it and remember that it was given out."""
        client = self._window.open_client
        if client is None:
            return
        bridge = client.bridge
        bank = bank_of_seat(bridge.client, seat, holder)
        new = FormId(bridge.new_id())
        form = form_to_give(
            bridge.client, seat, occupant=holder.id, on=bridge.on, bank=bank, new=new
        )
        document = client.document.file.document_id
        making = Making(form_maker(bridge, form, document=document, bank=bank), dialog)
        making.made.connect(lambda made: self._write(dialog, form, path, made))
        making.failed.connect(dialog.show_trouble)
        dialog.show_making()
        making.start()

    def _write(self, dialog: AskDialog, form: Form, path: Path, made: Prepared) -> None:
        bridge = self._bridge()
        if bridge is None:
            return
        try:
            write_out(path, made.pdf)
        except FileProblem as problem:
            dialog.show_trouble(file_problem_text(problem.code, problem.params))
            return
        if bridge.client.has(Form, form.id) or bridge.do(give_out_form(form)):
            dialog.show_made(path.name, missing=made.missing)
        else:
            dialog.show_trouble(_("The form was saved, but could not be remembered. Try again."))

    def _land(self, client: OpenClient, returned: ReturnedForm) -> None:
        """Take the answers in after a backup; what is not taken needs none."""
        if self._landing(client, returned) is not None:
            client.back_up("import", then=lambda: self._put_in(client, returned))

    def _put_in(self, client: OpenClient, returned: ReturnedForm) -> None:
        """Take the answers in as the client is now, which may have changed meanwhile."""
        found = self._landing(client, returned)
        if found is not None and client.bridge.do(found.edit):
            self._tell_landed(client.bridge, found)

    def _landing(self, client: OpenClient, returned: ReturnedForm) -> Landing | None:
        """Return what the form brings, while the client it was dropped on is open; else say why."""
        from mspseat_desktop.content.banks import bank_for  # noqa: PLC0415 - same
        from mspseat_desktop.exchange.provider_form_landing import (  # noqa: PLC0415 - rarely used
            landing,
        )

        if client is not self._window.open_client:
            return None
        bridge = client.bridge
        try:
            return landing(
                returned,
                bridge.client,
                document=client.document.file.document_id,
                bank=lambda form: bank_for(bridge.client, form.seat, form.bank),
                new_id=bridge.new_id,
                today=bridge.on,
                dates=date_text,
            )
        except ImportProblem as problem:
            self._tell_problem(problem)
            return None

    def _tell_landed(self, bridge: Bridge, found: Landing) -> None:
        replaced = date_text(found.replaced_on) if found.replaced_on else ""
        words = came_in_text(found.occupant, found.answered, replaced=replaced)
        on_show = self._window.doing.review
        if on_show is not None and on_show.review != found.review:
            self._window.tell(words)
            return
        compare = on_show is not None or _has_ours(bridge, found)
        action = _("Compare") if compare else _("Open the review")
        self._window.tell(words, action=action, then=lambda: self._see(bridge, found))

    def _see(self, bridge: Bridge, found: Landing) -> None:
        """Open the review; where we have answered too, at the first thing that we see otherwise."""
        if bridge is not self._bridge() or not bridge.client.has(Review, found.review):
            return
        has_ours = _has_ours(bridge, found)
        if self._window.doing.review is None:
            self._open_review(found.review)
        dialog = self._window.doing.review
        if dialog is not None and dialog.review == found.review and has_ours:
            step = step_of_disagreement(dialog.look)
            dialog.frame.side.reveal_theirs()
            dialog.show_step(step or dialog.step, take_focus=False)

    def _tell_problem(self, problem: ImportProblem) -> None:
        self._window.tell(problem_text(problem.code, problem.params))

    def _bridge(self) -> Bridge | None:
        client = self._window.open_client
        return client.bridge if client is not None else None


def _has_ours(bridge: Bridge, found: Landing) -> bool:
    """Whether the review holds an answer of ours to something that they answered too."""
    client = bridge.client
    ours = {(a.kind, a.about): a for a in client.answers(found.review)}
    voices = [v for v in client.voices(found.review) if v.kind == "provider"]
    return any(count(pairs(v, lambda k, a: ours.get((k, a)), ()))[1] for v in voices)
