"""In which forms a chart can go out; loads nothing, so that asking for help stays quick."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from mspseat_desktop.domain.vocabulary import SheetPaper

Form: TypeAlias = Literal["csv", "svg", "png", "pdf"]
Cut: TypeAlias = Literal["page", "brief", "sheet", "poster", "branches"]
FORMS: tuple[Form, ...] = ("csv", "svg", "png", "pdf")
CUTS: tuple[Cut, ...] = get_args(Cut)
"""A PDF: fitted on one page, that without responsibilities, one sheet of the chart's size, joined
sheets, a branch on each."""
PAPER_NAMES: tuple[SheetPaper, ...] = get_args(SheetPaper)
