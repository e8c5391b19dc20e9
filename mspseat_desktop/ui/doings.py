"""The one table of actions: menus, shortcuts, tooltips and the user guide draw on it."""

from __future__ import annotations

from dataclasses import dataclass

from mspseat_desktop.language import _


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing the program does, as a menu shows it; `keys` in Qt's portable notation.

    `keys` are the usual ones; which hold now is asked of the keymap. Those of an action that is
    `on_chart` are heard by chart and outline while they have the keyboard: menus show them, the
    window makes no shortcut of them. `several` are the words in the menu of several seats.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs_client: bool = True
    checkable: bool = False
    starts_group: bool = False
    submenu: str = ""
    on_chart: bool = False
    several: str = ""


def menu_titles() -> dict[str, str]:
    """Return the menus in order, by their ids."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "seat": _("&Seat"),
        "view": _("&View"),
        "help": _("&Help"),
    }


def submenu_titles() -> dict[str, str]:
    """Return the menus within menus, by their ids."""
    return {
        "exchange": _("Import and export"),
        "fold": _("Levels to show"),
        "theme": _("Theme"),
        "privacy": _("Privacy"),
        "copying": _("Copy in other ways"),
        "move": _("Move the seat"),
        "templates": _("Templates and missing seats"),
        "chart-layout": _("Layout of the chart"),
        "branch-layout": _("Layout of this branch"),
        "detail": _("What the cards show"),
        "colour": _("Colours of the cards"),
        "rating": _("Providers and figures"),
        "going": _("Go and select"),
    }


def doings() -> tuple[Doing, ...]:
    """Return every action in the order of the menus."""
    return (
        Doing("new", "file", _("New client…"), ("Ctrl+N",), "file-plus", needs_client=False),
        Doing("open", "file", _("Open…"), ("Ctrl+O",), "folder-open", needs_client=False),
        Doing("sample", "file", _("Try the sample client"), (), "sparkles", needs_client=False),
        Doing("save", "file", _("Save to its file"), ("Ctrl+S",), "save", starts_group=True),
        Doing("save-copy", "file", _("Save a copy…"), ("Ctrl+Shift+S",), "copy"),
        Doing("send-copy", "file", _("Send a copy…"), ("Ctrl+Shift+E",), "send"),
        Doing("rename-client", "file", _("Rename…")),
        Doing("show-in-folder", "file", _("Show in folder"), (), "folder"),
        Doing("backups", "file", _("Backups…"), (), "history"),
        Doing("client", "file", _("Client…"), ("Ctrl+I", "Ctrl+,"), "settings", starts_group=True),
        Doing("questions", "file", _("Questions of reviews…"), (), "list"),
        Doing(
            "import",
            "file",
            _("Import a chart…"),
            (),
            "table",
            needs_client=False,
            submenu="exchange",
        ),
        Doing(
            "import-form", "file", _("Import a provider's form…"), (), "upload", submenu="exchange"
        ),
        Doing("export-csv", "file", _("Export as CSV…"), (), "download", submenu="exchange"),
        Doing(
            "export-picture", "file", _("Export as a picture…"), (), "download", submenu="exchange"
        ),
        Doing("calendar-file", "file", _("Calendar file…"), (), "calendar", submenu="exchange"),
        Doing("passphrase", "file", _("Passphrase…"), (), "lock", submenu="privacy"),
        Doing("forget-history", "file", _("Forget the history…"), submenu="privacy"),
        Doing("erase-client", "file", _("Erase this client…"), (), "trash-2", submenu="privacy"),
        Doing("print", "file", _("Print…"), ("Ctrl+P",), "printer", starts_group=True),
        Doing("lock", "file", _("Lock the client"), ("Ctrl+L",), "lock", starts_group=True),
        Doing("close", "file", _("Close the client"), ("Ctrl+W",)),
        Doing("quit", "file", _("Quit"), ("Ctrl+Q",), "log-out", needs_client=False),
        Doing("undo", "edit", _("Undo"), ("Ctrl+Z",), "undo-2"),
        Doing("redo", "edit", _("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
        Doing("cut", "edit", _("Cut"), ("Ctrl+X",), starts_group=True, on_chart=True),
        Doing("copy", "edit", _("Copy"), ("Ctrl+C",), "copy"),
        Doing("copy-with-people", "edit", _("Copy with people")),
        Doing("paste", "edit", _("Paste"), ("Ctrl+V",), on_chart=True),
        Doing(
            "duplicate",
            "edit",
            _("Duplicate with its branch"),
            ("Ctrl+D",),
            on_chart=True,
            several=_("Duplicate with their branches"),
        ),
        Doing(
            "duplicate-alone",
            "edit",
            _("Duplicate only the seat"),
            ("Ctrl+Shift+D",),
            on_chart=True,
            several=_("Duplicate only the seats"),
        ),
        Doing(
            "select-all",
            "edit",
            _("Select all seats"),
            ("Ctrl+A",),
            starts_group=True,
            on_chart=True,
        ),
        Doing("select-branch", "edit", _("Select the branch"), ("Ctrl+Shift+A",), on_chart=True),
        Doing("go-above", "edit", _("Go to the seat above"), starts_group=True, on_chart=True),
        Doing("go-top", "edit", _("Go to the top seat"), on_chart=True),
        Doing("find", "edit", _("Find…"), ("Ctrl+F",), "search", starts_group=True),
        Doing("find-next", "edit", _("Find the next"), ("F3",)),
        Doing("find-previous", "edit", _("Find the one before"), ("Shift+F3",)),
        Doing("add-child", "seat", _("Add a seat below"), ("Tab", "Ins"), "plus", on_chart=True),
        Doing("add-sibling", "seat", _("Add a seat beside"), ("Return",), on_chart=True),
        Doing("add-before", "seat", _("Add a seat before it"), ("Shift+Return",), on_chart=True),
        Doing("add-parent", "seat", _("Add a seat above"), ("Shift+Ins",), on_chart=True),
        Doing("add-root", "seat", _("Add a seat at the top")),
        Doing("add-from-template", "seat", _("Add a seat from a template…"), ("Ctrl+T",), "star"),
        Doing("rename", "seat", _("Rename the seat"), ("F2",), "pencil", on_chart=True),
        Doing(
            "delete",
            "seat",
            _("Delete the seat"),
            ("Del",),
            "trash-2",
            on_chart=True,
            several=_("Delete the seats"),
        ),
        Doing(
            "delete-alone",
            "seat",
            _("Delete only this seat"),
            ("Ctrl+Del", "Shift+Backspace"),
            on_chart=True,
            several=_("Delete only these seats"),
        ),
        Doing("go-panel", "seat", _("Write about the seat"), ("Alt+Return",), starts_group=True),
        Doing("go-occupant", "seat", _("Name who sits there"), ("Ctrl+Return",), "user-plus"),
        Doing("give-seat", "seat", _("Give somebody a seat…"), ("Ctrl+Shift+M",), "armchair"),
        Doing("review", "seat", _("Review the seat…"), ("Ctrl+R",), "clipboard-check"),
        Doing("first-look", "seat", _("First look at a provider…"), (), "list"),
        Doing("compare", "seat", _("Compare candidates…"), ("Ctrl+K",), "arrow-left-right"),
        Doing("ask-provider", "seat", _("Ask the provider…"), (), "send"),
        Doing("figures", "seat", _("Enter figures…"), ("Ctrl+Shift+F",), "table"),
        Doing(
            "move-earlier",
            "seat",
            _("Move before its neighbour"),
            ("Alt+Left", "Ctrl+Left"),
            starts_group=True,
            on_chart=True,
            submenu="move",
        ),
        Doing(
            "move-later",
            "seat",
            _("Move after its neighbour"),
            ("Alt+Right", "Ctrl+Right"),
            on_chart=True,
            submenu="move",
        ),
        Doing(
            "promote",
            "seat",
            _("Move up a level"),
            ("Alt+Up", "Ctrl+Up"),
            on_chart=True,
            submenu="move",
        ),
        Doing(
            "demote",
            "seat",
            _("Move under its neighbour"),
            ("Alt+Down", "Ctrl+Down"),
            on_chart=True,
            submenu="move",
        ),
        Doing("move-to", "seat", _("Move to…"), ("Ctrl+M",), submenu="move"),
        Doing(
            "branch-inherit",
            "seat",
            _("Branch as above it"),
            checkable=True,
            starts_group=True,
            submenu="branch-layout",
        ),
        Doing(
            "branch-down",
            "seat",
            _("Branch from top to bottom"),
            checkable=True,
            submenu="branch-layout",
        ),
        Doing(
            "branch-right",
            "seat",
            _("Branch from left to right"),
            checkable=True,
            submenu="branch-layout",
        ),
        Doing(
            "branch-stacked",
            "seat",
            _("Branch with stacked seats"),
            checkable=True,
            submenu="branch-layout",
        ),
        Doing("assistant", "seat", _("Assistant"), checkable=True),
        Doing("second-lines", "seat", _("Second lines…"), (), "link"),
        Doing(
            "keep-template",
            "seat",
            _("Keep as my template…"),
            (),
            "save",
            starts_group=True,
            submenu="templates",
        ),
        Doing("my-templates", "seat", _("My templates…"), needs_client=False, submenu="templates"),
        Doing("missing-seats", "seat", _("Missing seats…"), (), "armchair", submenu="templates"),
        Doing("page-chart", "view", _("Chart"), ("Ctrl+Shift+1",), "network"),
        Doing("page-people", "view", _("People"), ("Ctrl+Shift+2",), "users"),
        Doing("page-coverage", "view", _("Coverage"), ("Ctrl+Shift+3",), "layout-grid"),
        Doing("page-reviews", "view", _("Reviews"), ("Ctrl+Shift+4",), "clipboard-check"),
        Doing("page-reports", "view", _("Reports"), ("Ctrl+Shift+5",), "file-text"),
        Doing("page-actions", "view", _("Actions"), ("F9",), "list"),
        Doing("fit", "view", _("Show the whole chart"), ("Ctrl+1",), "maximize", starts_group=True),
        Doing("zoom-100", "view", _("Show at 100 %"), ("Ctrl+0",)),
        Doing("zoom-chosen", "view", _("Show what is selected"), ("Ctrl+2",)),
        Doing("zoom-in", "view", _("Zoom in"), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Doing("zoom-out", "view", _("Zoom out"), ("Ctrl+-",), "zoom-out"),
        Doing(
            "chart-down",
            "view",
            _("Chart from top to bottom"),
            checkable=True,
            starts_group=True,
            submenu="chart-layout",
        ),
        Doing(
            "chart-right",
            "view",
            _("Chart from left to right"),
            checkable=True,
            submenu="chart-layout",
        ),
        Doing(
            "chart-stacked",
            "view",
            _("Chart with stacked seats"),
            checkable=True,
            submenu="chart-layout",
        ),
        Doing(
            "chart-compact",
            "view",
            _("Compact chart"),
            checkable=True,
            starts_group=True,
            submenu="chart-layout",
        ),
        Doing(
            "detail-title",
            "view",
            _("Title only"),
            checkable=True,
            submenu="detail",
        ),
        Doing("detail-occupant", "view", _("Title and name"), checkable=True, submenu="detail"),
        Doing(
            "detail-responsibilities",
            "view",
            _("Title, name and responsibilities"),
            checkable=True,
            submenu="detail",
        ),
        Doing(
            "detail-metrics",
            "view",
            _("The same with metrics"),
            checkable=True,
            submenu="detail",
        ),
        Doing("detail-marks", "view", _("All with the ratings"), checkable=True, submenu="detail"),
        Doing("colour-kind", "view", _("By person or provider"), checkable=True, submenu="colour"),
        Doing("colour-function", "view", _("By function"), checkable=True, submenu="colour"),
        Doing(
            "colour-outcome",
            "view",
            _("By outcome of the latest review"),
            checkable=True,
            submenu="colour",
        ),
        Doing("colour-due", "view", _("By next review"), checkable=True, submenu="colour"),
        Doing(
            "colour-level",
            "view",
            _("By level of responsibility"),
            checkable=True,
            submenu="colour",
        ),
        Doing("overview", "view", _("Overview map"), ("F7",), checkable=True),
        Doing("less-motion", "view", _("Less motion"), needs_client=False, checkable=True),
        Doing(
            "hide-ratings",
            "view",
            _("Hide ratings"),
            ("Ctrl+H",),
            checkable=True,
            starts_group=True,
        ),
        Doing("present", "view", _("Present the chart"), ("F11",), "maximize"),
        Doing(
            "fold",
            "view",
            _("Fold or unfold the seat"),
            ("Space",),
            starts_group=True,
            on_chart=True,
        ),
        Doing("fold-2", "view", _("Show two levels"), submenu="fold"),
        Doing("fold-3", "view", _("Show three levels"), submenu="fold"),
        Doing("fold-4", "view", _("Show four levels"), submenu="fold"),
        Doing("unfold-all", "view", _("Show all levels"), submenu="fold"),
        Doing("outline", "view", _("Show the outline"), ("F4",), checkable=True, starts_group=True),
        Doing("panel", "view", _("Show the seat panel"), ("Ctrl+Shift+P",), checkable=True),
        Doing("worth-a-look", "view", _("Show what is worth a look"), ("F8",), checkable=True),
        Doing("versions", "view", _("What-if copies and versions…"), (), "history"),
        Doing(
            "theme-system",
            "view",
            _("Same theme as the system"),
            needs_client=False,
            checkable=True,
            starts_group=True,
            submenu="theme",
        ),
        Doing(
            "theme-light",
            "view",
            _("Light theme"),
            needs_client=False,
            checkable=True,
            submenu="theme",
        ),
        Doing(
            "theme-dark",
            "view",
            _("Dark theme"),
            needs_client=False,
            checkable=True,
            submenu="theme",
        ),
        Doing("help", "help", _("User guide"), ("F1",), "circle-help", needs_client=False),
        Doing("keyboard", "help", _("Keyboard…"), (), "keyboard", needs_client=False),
        Doing("open-log", "help", _("Open the log"), needs_client=False),
        Doing("about", "help", _("About"), (), "info", needs_client=False),
    )
