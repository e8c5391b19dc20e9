"""How a client comes into the window: new, opened, imported, the sample, or from the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mspseat_desktop.content import my_templates
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.content.templates import start_edit, start_with
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.language import _
from mspseat_desktop.storage.locks import canonical, is_same_file_in_time
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.dropping import FileDrops
from mspseat_desktop.ui.files import ask_open
from mspseat_desktop.ui.formats import usual_paper
from mspseat_desktop.ui.home.due import due_lines
from mspseat_desktop.ui.home.new_client import NewClient, NewClientDialog
from mspseat_desktop.ui.importing import import_from
from mspseat_desktop.ui.open_client import OpenClient
from mspseat_desktop.ui.passphrase.asking import ask_secret
from mspseat_desktop.ui.settings import UNSAVED, Recent
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.backups import backup_problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.storage.opened import Opened, Unsaved
    from mspseat_desktop.ui.keeping import Keeping
    from mspseat_desktop.ui.main_window import MainWindow
    from mspseat_desktop.ui.passphrase.asking import Tried

ENDING = ".mspseat"
TABLES = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xls", ".ods")
"""What a spreadsheet saves by itself: not read, but whoever drops one is told what to do."""
_LOCKED = frozenset({"protected", "wrong-phrase"})
"""Codes of a file that wants another secret."""


def _name_of(unsaved: Unsaved) -> str:
    if unsaved.is_damaged:
        return _("Damaged client")
    return _("Protected client") if unsaved.is_protected else unsaved.name


class FileFlows(QObject):
    """The acts that open clients; what keeps and closes them is in `keeping`."""

    def __init__(self, window: MainWindow, keeping: Keeping) -> None:
        super().__init__(window)
        self._window = window
        self._keeping = keeping
        self._desk = window.desk
        self.not_in_file: tuple[Path, ...] = ()
        table = window.actions_table
        table.on("new", self.new)
        table.on("open", self.open)
        table.on("import", self.import_chart)
        table.on("sample", self.open_sample)
        drops = FileDrops.of(window)
        drops.hand(ENDING, self.open_path)
        for ending in (*TABLES, *WORKBOOKS):
            drops.hand(ending, self.import_path)

    def clients(self) -> tuple[Recent, ...]:
        """Return what the start page shows: clients not in a file yet, then the recent ones."""
        try:
            waiting = self._desk.workshop.unsaved()
        except FileProblem as problem:
            self._window.show_trouble(problem)
            waiting = []
        self.not_in_file = tuple(one.target for one in waiting if one.target is not None)
        fresh = tuple(
            Recent(UNSAVED + one.work_id, _name_of(one), opened_on=one.changed.date().isoformat())
            for one in waiting
            if one.target is None
        )
        return (*fresh, *self._desk.settings.recents())

    def new(self) -> None:
        """Ask a name and a template, and start at once."""
        self._keeping.make_room(then=self._ask_new)

    def _ask_new(self) -> None:
        own = my_templates.own_templates(self._desk.home).templates
        dialog = NewClientDialog(self._window.theme, self._window, own=own)
        dialog.chosen.connect(self._start_new)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self) -> None:
        """Ask which file to open."""
        ask_open(
            self._window,
            title=_("Open a client"),
            pattern=_("Client files") + f" (*{ENDING})",
            then=self.open_path,
        )

    def open_path(self, path: Path) -> None:
        """Open this client; the one that is open is closed once this one has been read.

        The file of the open client itself is taken, so that one is closed first.
        """

        def go_on() -> None:
            self._show(lambda secret: self._desk.workshop.open_document(path, secret), path=path)

        if self._is_open_here(path):
            self._keeping.close_client(then=go_on)
        else:
            go_on()

    def _is_open_here(self, path: Path) -> bool:
        client = self._window.open_client
        target = client.target if client is not None else None
        if target is None:
            return False
        return target == canonical(path) or is_same_file_in_time(target, path)

    def open_file(
        self, path: Path, *, secret: Secret | None, then: Callable[[OpenClient], object]
    ) -> None:
        """Open a client after another one has been closed, and call `then` with it."""
        way = self._desk.workshop.open_document
        self._show(lambda given: way(path, given), path=path, secret=secret, then=then)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample client."""
        records = sample_records(self._desk.today())
        self._show(lambda _secret: self._desk.workshop.new_document(records), is_sample=True)

    def import_chart(self) -> None:
        """Ask for a CSV and make a new client of it."""
        endings = (*TABLES, my_templates.ENDING)
        ask_open(
            self._window,
            title=_("Import a chart"),
            pattern=_("Tables and seat templates") + f" ({' '.join(f'*{e}' for e in endings)})",
            then=self.import_path,
        )

    def import_path(self, path: Path) -> None:
        """Show what was understood of the CSV; on "Import" it becomes a new client.

        A seat template goes among one's own templates instead.
        """
        if path.suffix.lower() == my_templates.ENDING:
            self._window.doing.templates.take_in(path)
            return
        import_from(self._window, self._desk, path, then=self._start)

    def show_new(
        self,
        way: Callable[[Secret | None], Opened],
        *,
        secret: Secret | None = None,
        then: Callable[[OpenClient], object] | None = None,
    ) -> None:
        """Show a client that was made of something else, and call `then` with it.

        `way` gets the secret, or one that the user is asked for.
        """
        self._show(way, secret=secret, then=then)

    def _show(
        self,
        way: Callable[[Secret | None], Opened],
        *,
        path: Path | None = None,
        is_sample: bool = False,
        secret: Secret | None = None,
        then: Callable[[OpenClient], object] | None = None,
    ) -> None:
        """Open and show a client in place of the one that is open, which stays where it can not be.

        `path` is the file that it should be in already; a passphrase may be asked for before.
        """
        try:
            opened = way(secret)
        except FileProblem as problem:
            if problem.code in _LOCKED:
                self._ask_secret(way, problem, path=path, then=then)
            elif path is None or not self._offers(path, problem, secret):
                self._window.show_trouble(problem)
            return
        self.exchange(opened, is_sample=is_sample, then=then)

    def exchange(
        self,
        opened: Opened,
        *,
        is_sample: bool = False,
        then: Callable[[OpenClient], object] | None = None,
    ) -> None:
        """Close the open client, show the opened one in its place, and call `then` with it.

        Where the open one stays, the opened one is let go of as if it had not been opened.
        """

        def go_on() -> None:
            client = self.present(opened, is_sample=is_sample)
            if then is not None:
                then(client)

        self._keeping.close_client(then=go_on, otherwise=lambda: _let_go(opened))

    def _ask_secret(
        self,
        way: Callable[[Secret | None], Opened],
        problem: FileProblem,
        *,
        path: Path | None,
        then: Callable[[OpenClient], object] | None,
    ) -> None:
        """Ask for what opens a protected client, and open it."""

        def attempt(secret: Secret) -> Tried:
            try:
                opened = way(secret)
            except FileProblem as refused:
                if path is None or not self._offers(path, refused, secret):
                    return refused
                return "kept"
            self.exchange(opened, then=then)
            return "done"

        more = ""
        if problem.code == "wrong-phrase":
            more = _("This copy is from before the passphrase was changed. Type the one of then.")
        name = problem.params.get("name") or _("This client")
        ask_secret(self._window.theme, self._window, name, attempt=attempt, more=more)

    def _offers(self, path: Path, problem: FileProblem, secret: Secret | None) -> bool:
        """Offer what there is of a file that can not be opened; return whether there was any."""
        doing = self._window.doing
        return doing.backups.recover(path, problem, secret) or doing.conflicts.offer(
            path, problem, secret
        )

    def present(self, opened: Opened, *, is_sample: bool = False) -> OpenClient:
        """Show a client that has been opened, with what there is to say about it."""
        client = OpenClient(opened, self._desk)
        client.is_sample = is_sample
        client.backup_failed.connect(self._say_no_backup)
        key = f"ratings-hidden-{client.document.file.document_id}"
        hidden = self._desk.settings.flag(key, start=not is_sample)
        client.bridge.hide_ratings(hidden=hidden)
        client.bridge.ratings_hidden_changed.connect(
            lambda hidden: self._desk.settings.set_flag(key, value=hidden)
        )
        self._window.show_client(client)
        self._window.doing.passphrase.locking.watch()
        self._keeping.note_recent()
        if (client.target is not None or opened.recovered) and not client.document.only_shown:
            client.back_up("opened")
        self._window.doing.conflicts.welcome(client, opened)
        return client

    def _say_no_backup(self, problem: object) -> None:
        if isinstance(problem, FileProblem):
            self._window.tell(backup_problem_text(problem.code))

    def _start_new(self, wanted: NewClient) -> None:
        new_id, wording = self._desk.new_id, wanted.wording
        if wanted.own is None:
            edit = start_edit(wanted.template, wording=wording, new_id=new_id)
        else:
            edit = start_with(wanted.own.name, wanted.own.seats, wording=wording, new_id=new_id)
        self._start(
            wanted.name,
            edit,
            then=self._window.doing.missing_seats.offer,
        )

    def _start(self, name: str, edit: Edit, *, then: Callable[[], None] | None = None) -> None:
        """Start a client with this name and do the edit that fills its chart; call `then` after."""
        settings = self._desk.settings
        profile = Profile(
            name=name,
            adviser=settings.text("adviser"),
            firm=settings.text("firm"),
            paper=usual_paper(),
        )

        def fill(client: OpenClient) -> None:
            client.bridge.do(edit)
            roots = client.bridge.client.children(None)
            client.bridge.select(roots[0] if roots else None)
            if self._window.view is not None:
                self._window.view.show_first()
            if then is not None:
                then()

        self._show(lambda _secret: self._desk.workshop.new_document([profile]), then=fill)

    def open_recent(self, recent: Recent) -> None:
        """Open a client of the start page."""
        if not recent.is_in_file:
            work_id = recent.work_id

            def go_on() -> None:
                self._show(lambda secret: self._desk.workshop.resume(work_id, secret))

            self._keeping.close_client(then=go_on)
        else:
            self.open_path(Path(recent.path))

    def forget(self, recent: Recent) -> None:
        """Take a client off the start page; one that is in no file is deleted after asking."""
        if recent.is_in_file:
            self._desk.settings.forget_recent(recent.path)
            self._window.show_start_page()
            return
        work_id = recent.work_id

        def go_on(answer: Hashable | None) -> None:
            if answer == "delete":
                try:
                    self._desk.workshop.forget(work_id)
                except FileProblem as problem:
                    self._window.show_trouble(problem)
                self._window.show_start_page()

        words = _("“{client}” is in no file yet. Deleting it can not be undone.")
        ask(
            self._window.theme,
            self._window,
            title=_("Delete this client"),
            text=words.replace("{client}", recent.name),
            answers=(Answer(None, _("Keep")), Answer("delete", _("Delete the client"), "danger")),
            then=go_on,
        )

    def show_due(self) -> None:
        """Show what is due in the clients of the start page, or hide it again."""
        page = self._window.start_page
        if page.shows_due:
            page.hide_due()
            return
        page.show_due(due_lines(self._desk, self.clients()))


def _let_go(opened: Opened) -> None:
    """Close a client that is not going to be shown; edits that a crash left in it wait on."""
    document = opened.document
    document.close(discard=document.target is None and not opened.recovered)
