"""The one window: the start page or an open client, with menus, notices and questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.actions import Actions
from mspseat_desktop.ui.collecting import IdleCollector
from mspseat_desktop.ui.context_key import hear_context_key
from mspseat_desktop.ui.files import open_log, show_in_folder
from mspseat_desktop.ui.home.start_page import StartPage
from mspseat_desktop.ui.shortcuts.keymap import keymap
from mspseat_desktop.ui.speaking import speak_as, speaks_as
from mspseat_desktop.ui.telling import tell_on_top
from mspseat_desktop.ui.widgets import NoticeHost, title_text
from mspseat_desktop.ui.widgets.menus import give_letters
from mspseat_desktop.wording.edits import refusal_text
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.editing.session import News
    from mspseat_desktop.ui.client_flows import ClientFlows
    from mspseat_desktop.ui.client_view import ClientView
    from mspseat_desktop.ui.desk import Desk
    from mspseat_desktop.ui.file_flows import FileFlows
    from mspseat_desktop.ui.keeping import Keeping
    from mspseat_desktop.ui.open_client import OpenClient
    from mspseat_desktop.ui.settings import Recent, ThemeName

SMALLEST = (900, 460)
USUAL = (1440, 900)
_GUIDE = {
    "chart": "chart",
    "people": "people",
    "coverage": "coverage",
    "reviews": "rounds",
    "reports": "printing",
    "actions": "actions",
}
"""Which page of the guide is about which page of the window."""
FRAME = (16, 48)
"""What title bar and border take, which nobody knows before the window is shown."""


class MainWindow(QMainWindow):
    """Holds the start page and, while a client is open, its view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.theme = desk.theme
        self.setMinimumSize(*SMALLEST)
        self.setWindowTitle(_("MSP Seat Desktop"))
        keymap().use(desk.settings)
        self.actions_table = Actions(self, desk.theme, wake=self.finish)
        self.start_page = StartPage(desk.theme, self.actions_table, today=desk.today)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.setCentralWidget(self.stack)
        self.open_client: OpenClient | None = None
        self.view: ClientView | None = None
        self._start_notices = NoticeHost(desk.theme, self.start_page)
        menus = self.actions_table.fill(self.menuBar())
        menus["edit"].aboutToShow.connect(self._name_history)
        for menu in menus.values():
            menu.aboutToShow.connect(self._show_keys)
            give_letters(menu)
        self._collector = IdleCollector(self)
        self._keeping: Keeping | None = None
        self._files: FileFlows | None = None
        self._doing: ClientFlows | None = None
        self._connect_own()
        self.actions_table.enable_client(is_open=False)
        self._restore_place()
        self.show_start_page()

    def _connect_own(self) -> None:
        table = self.actions_table
        table.on("quit", self.close)
        table.on("help", self._show_help)
        table.on("keyboard", self._show_keyboard)
        table.on("about", self._show_about)
        table.on("open-log", open_log)
        group = QActionGroup(self)
        names: tuple[ThemeName, ...] = ("system", "light", "dark")
        for name in names:
            action = table[f"theme-{name}"]
            group.addAction(action)
            action.setChecked(self.desk.settings.theme() == name)
            table.on(f"theme-{name}", self._chooser(name))
        page = self.start_page
        page.client_wanted.connect(self._open_recent)
        page.forget_wanted.connect(self._forget_recent)
        page.folder_wanted.connect(lambda recent: show_in_folder(Path(recent.path)))
        page.due_wanted.connect(self._show_due)
        hear_context_key(self)
        for keys in ("F6", "Ctrl+Tab"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._next_part)

    def finish(self) -> None:
        """Make what the start page does not need, once: after the first paint, or on demand."""
        if self._keeping is not None:
            return
        from mspseat_desktop.ui.client_flows import ClientFlows  # noqa: PLC0415 - after the paint
        from mspseat_desktop.ui.file_flows import FileFlows  # noqa: PLC0415 - after the paint
        from mspseat_desktop.ui.keeping import Keeping  # noqa: PLC0415 - after the paint

        self._keeping = Keeping(self)
        self._files = FileFlows(self, self._keeping)
        self._doing = ClientFlows(self)
        if self.open_client is None:
            self.start_page.show_clients(self._files.clients())
            self._doing.conflicts.say_waiting(self._files.not_in_file)

    @property
    def keeping(self) -> Keeping:
        """What keeps and closes the open client."""
        self.finish()
        assert self._keeping is not None  # noqa: S101 - made by finish
        return self._keeping

    @property
    def files(self) -> FileFlows:
        """What opens clients."""
        self.finish()
        assert self._files is not None  # noqa: S101 - made by finish
        return self._files

    @property
    def doing(self) -> ClientFlows:
        """What the menus do with the open client."""
        self.finish()
        assert self._doing is not None  # noqa: S101 - made by finish
        return self._doing

    def _show_keys(self) -> None:
        if self.view is not None:
            self.actions_table.show_keys_of(self.view.keys_of)

    def _name_history(self) -> None:
        if self.view is not None:
            self.view.name_history()

    def _open_recent(self, recent: Recent) -> None:
        self.files.open_recent(recent)

    def _forget_recent(self, recent: Recent) -> None:
        self.files.forget(recent)

    def _show_due(self) -> None:
        self.files.show_due()

    def _chooser(self, name: ThemeName) -> Callable[[], None]:
        def choose() -> None:
            self.desk.settings.choose_theme(name)
            self.theme.choose(name)

        return choose

    def show_client(self, client: OpenClient) -> None:
        """Show a client that has just been opened."""
        from mspseat_desktop.ui.screen_readers import (  # noqa: PLC0415 - after the paint
            describe_to_screen_readers,
        )

        describe_to_screen_readers()
        bridge = client.bridge
        bridge.trouble.connect(self.show_trouble)
        speak_as(bridge.client.profile)
        self.open_client = client
        view = self._show_view(client)
        self.actions_table.enable_client(is_open=True)
        view.show_first()
        view.refresh_actions()
        self._show_title()
        client.kept_changed.connect(lambda _kept: self._show_title())
        view.chart.setFocus()
        bridge.changed.connect(self._follow_words)
        bridge.chart_shown.connect(lambda _chart: self.build_anew())
        self._collector.client_shown(bridge)

    def _show_view(self, client: OpenClient) -> ClientView:
        """Build the pages of the client and put them on show."""
        from mspseat_desktop.ui.client_view import ClientView  # noqa: PLC0415 - after the paint

        view = ClientView(
            client.bridge,
            self.theme,
            self.stack,
            actions=self.actions_table,
            settings=self.desk.settings,
        )
        self.view = view
        client.kept_changed.connect(view.status.show_kept)
        view.status.show_kept(client.kept)
        self.doing.connect_view(view)
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        return view

    def _follow_words(self, news: News) -> None:
        """Name the client as it is called now; build the pages anew for other words or formats."""
        if self.open_client is None or not news.change.touched(Profile):
            return
        self._show_title()
        if speaks_as(news.client.profile):
            return
        speak_as(news.client.profile)
        self.build_anew()

    def build_anew(self) -> None:
        """Build the pages anew, for other words or another chart; what is in view stays so.

        A chart that is laid out otherwise is shown from its top, or with the selected seat in the
        middle: the same place is another there.
        """
        client, old = self.open_client, self.view
        if client is None or old is None:
            return
        page, tab, chart = old.page, old.panel.tab, old.chart.state()
        look = old.chart.scene.client.look
        self._take_away(old)
        view = self._show_view(client)
        view.panel.show_tab(tab)
        view.show_page(page)
        if view.chart.scene.client.look == look:
            view.chart.restore(chart)
        elif client.bridge.selection is not None:
            view.chart.center_on(client.bridge.selection)
        view.refresh_actions()

    def drop_client(self) -> None:
        """Take the view of a client that has been closed away and show the start page."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # a choice in its list would go to a client that is closed
        self.doing.presenting.end()
        self.open_client = None
        view, self.view = self.view, None
        if view is not None:
            self._take_away(view)
        speak_as(None)
        self._collector.client_closed()
        self.actions_table.enable_client(is_open=False)
        self.show_start_page()

    def show_lock(self, page: QWidget) -> None:
        """Show a page in place of a client that was locked, until something else is shown."""
        self.setWindowTitle(_("Locked") + f" - {_('MSP Seat Desktop')}")
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

        def let_go() -> None:
            if self.stack.currentWidget() is not page:
                self.stack.currentChanged.disconnect(let_go)
                self.stack.removeWidget(page)
                page.deleteLater()

        self.stack.currentChanged.connect(let_go)
        page.setFocus()

    def _take_away(self, view: ClientView) -> None:
        view.keep_places()
        self.stack.removeWidget(view)
        view.hide()
        for timer in view.findChildren(QTimer):
            timer.stop()  # what it would do needs the client, which may be gone before the view
        view.deleteLater()

    def show_start_page(self) -> None:
        """Show the clients on this laptop."""
        self.setWindowTitle(_("MSP Seat Desktop"))
        known = self._files.clients() if self._files else self.desk.settings.recents()
        self.start_page.show_clients(known)
        self.stack.setCurrentWidget(self.start_page)
        self.start_page.new_button.setFocus()

    def tell(
        self,
        text: str,
        *,
        action: str = "",
        then: Callable[[], object] | None = None,
        until_edit: bool = False,
    ) -> None:
        """Show a sentence where the user is: in the dialog on top, else in the window.

        `until_edit` is an offer that the next edit ends.
        """
        tell_on_top(
            self,
            self.theme,
            text,
            action=action,
            then=then,
            until_edit=until_edit,
            behind=self._own_notices,
        )

    def _own_notices(self) -> NoticeHost:
        return self.view.notices if self.view is not None else self._start_notices

    def show_trouble(self, problem: object) -> None:
        """Say why something was not done."""
        if isinstance(problem, Refused):
            self.tell(refusal_text(problem))
        elif isinstance(problem, FileProblem):
            self.tell(problem_text(problem.code, problem.params))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the client first; ask for its place when it has none yet."""
        if self.open_client is not None:
            event.ignore()
            self.keeping.close_client(then=lambda: QTimer.singleShot(0, self.close))
            return
        self._keep_place()
        event.accept()

    def _show_help(self) -> None:
        from mspseat_desktop.ui.help_window import HelpWindow  # noqa: PLC0415 - rarely used

        known = self.findChild(HelpWindow)
        guide = known if isinstance(known, HelpWindow) else HelpWindow(self.theme, self)
        guide.show_topic(_GUIDE.get(self.view.page, "start") if self.view is not None else "start")
        guide.show()
        guide.raise_()
        guide.activateWindow()

    def _show_keyboard(self) -> None:
        from mspseat_desktop.ui.shortcuts.dialog import (  # noqa: PLC0415 - rarely used
            KeyboardDialog,
        )

        KeyboardDialog(self.theme, self).open()

    def _show_about(self) -> None:
        from mspseat_desktop.ui.about import AboutDialog  # noqa: PLC0415 - rarely used

        AboutDialog(self.theme, self.desk.versions(), self).open()

    def _next_part(self) -> None:
        """Lead the keyboard from one part of the window to the next."""
        view = self.view
        if view is None:
            self.start_page.new_button.setFocus()
            return
        view.focus_next_part()

    def _show_title(self) -> None:
        if self.open_client is not None:
            name = self.open_client.bridge.client.profile.name
            self.setWindowTitle(f"{title_text(name)} - {_('MSP Seat Desktop')}")

    def _restore_place(self) -> None:
        settings = self.desk.settings
        if not self.restoreGeometry(settings.place("window")):
            self.resize(*USUAL)
        room = self.screen().availableGeometry()
        width, height = room.width() - FRAME[0], room.height() - FRAME[1]
        self.resize(min(self.width(), width), min(self.height(), height))
        if not room.intersects(self.frameGeometry()):
            self.move(room.topLeft())

    def _keep_place(self) -> None:
        self.desk.settings.keep_place("window", self.saveGeometry())
        self.desk.settings.sync()
