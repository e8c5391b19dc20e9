"""The part of the table of actions that is the menu View."""

from __future__ import annotations

from mspseat_desktop.language import _
from mspseat_desktop.ui.doing import Doing


def view_doings() -> tuple[Doing, ...]:
    """Return what the menu View does, in its order: pages, what is in view, cards, parts, looks."""
    return (
        Doing("page-chart", "view", _("Chart"), ("Ctrl+Shift+1",), "network", submenu="pages"),
        Doing("page-people", "view", _("People"), ("Ctrl+Shift+2",), "users", submenu="pages"),
        Doing(
            "page-coverage",
            "view",
            _("Coverage"),
            ("Ctrl+Shift+3",),
            "layout-grid",
            submenu="pages",
        ),
        Doing(
            "page-reviews",
            "view",
            _("Reviews"),
            ("Ctrl+Shift+4",),
            "clipboard-check",
            submenu="pages",
        ),
        Doing(
            "page-reports", "view", _("Reports"), ("Ctrl+Shift+5",), "file-text", submenu="pages"
        ),
        Doing("page-actions", "view", _("Actions"), ("F9",), "list", submenu="pages"),
        Doing("fit", "view", _("Show the whole chart"), ("Ctrl+1",), "maximize", starts_group=True),
        Doing("zoom-chosen", "view", _("Show what is selected"), ("Ctrl+2",)),
        Doing("zoom-100", "view", _("Show at 100 %"), ("Ctrl+0",), submenu="zoom"),
        Doing("zoom-in", "view", _("Zoom in"), ("Ctrl++", "Ctrl+="), "zoom-in", submenu="zoom"),
        Doing("zoom-out", "view", _("Zoom out"), ("Ctrl+-",), "zoom-out", submenu="zoom"),
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
        Doing("detail-title", "view", _("Title only"), checkable=True, submenu="detail"),
        Doing("detail-occupant", "view", _("Title and name"), checkable=True, submenu="detail"),
        Doing(
            "detail-responsibilities",
            "view",
            _("Title, name and responsibilities"),
            checkable=True,
            submenu="detail",
        ),
        Doing(
            "detail-metrics", "view", _("The same with metrics"), checkable=True, submenu="detail"
        ),
        Doing(
            "detail-marks",
            "view",
            _("All with the ratings, as zoom allows"),
            checkable=True,
            submenu="detail",
        ),
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
        Doing(
            "fold",
            "view",
            _("Fold or unfold the seat"),
            ("Space",),
            on_chart=True,
        ),
        Doing("fold-2", "view", _("Show two levels"), submenu="fold"),
        Doing("fold-3", "view", _("Show three levels"), submenu="fold"),
        Doing("fold-4", "view", _("Show four levels"), submenu="fold"),
        Doing("unfold-all", "view", _("Show all levels"), submenu="fold"),
        Doing(
            "hide-ratings",
            "view",
            _("Hide ratings"),
            ("Ctrl+H",),
            checkable=True,
            starts_group=True,
        ),
        Doing("present", "view", _("Present the chart"), ("F11",), "maximize"),
        Doing("outline", "view", _("Show the outline"), ("F4",), checkable=True, starts_group=True),
        Doing("panel", "view", _("Show the seat panel"), ("Ctrl+Shift+P",), checkable=True),
        Doing("worth-a-look", "view", _("Show what is worth a look"), ("F8",), checkable=True),
        Doing("overview", "view", _("Overview map"), ("F7",), checkable=True),
        Doing("versions", "view", _("What-if copies and versions…"), (), "history"),
        Doing(
            "less-motion",
            "view",
            _("Less motion"),
            needs_client=False,
            checkable=True,
            starts_group=True,
        ),
        Doing(
            "theme-system",
            "view",
            _("Same theme as the system"),
            needs_client=False,
            checkable=True,
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
    )
