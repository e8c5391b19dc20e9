"""Writes the chart as SVG, PNG or PDF, and offers what there is for a PNG that is too large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.language import _
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.exporting import chart_name
from mspseat_desktop.ui.files import ask_save, show_in_folder
from mspseat_desktop.ui.reporting.making import Making
from mspseat_desktop.ui.widgets import Answer, ask
from mspseat_desktop.wording.imports import problem_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.exchange.chart_forms import Cut, Form
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.theme import Theme

_PICTURES: Mapping[str, Form] = {".svg": "svg", ".png": "png", ".pdf": "pdf"}


class Tell(Protocol):
    """Shows a sentence, with something to do about it."""

    def __call__(
        self, text: str, *, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Show it."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """What is said of a chart that no PNG holds, and whether one with stacked seats is held."""

    words: str
    stacked_fits: bool


@dataclass(frozen=True, slots=True)
class _Export:
    """One way from the question to the file: what is drawn, over which window, and who is told."""

    over: QWidget
    bridge: Bridge
    theme: Theme
    tell: Tell
    client: Client
    rated: bool = False
    cut: Cut = "sheet"


def export_picture(over: QWidget, bridge: Bridge, theme: Theme, *, tell: Tell) -> None:
    """Ask for a place and write the chart there as SVG, PNG or PDF, by the ending of the name.

    Without ratings while these are hidden; else it is asked whether they go out.
    """
    bridge.pending.flush_all()
    export = _Export(over, bridge, theme, tell, bridge.client)
    if bridge.ratings_hidden:
        _ask_place(export, ("svg", "png", "pdf"))
        return
    ask(
        theme,
        over,
        title=_("Export the chart as a picture"),
        text=_("Ratings are shown on the screen. Should they be on the picture as well?"),
        answers=(
            Answer(None, _("Cancel")),
            Answer("with", _("With ratings")),
            Answer("without", _("Without ratings"), "primary"),
        ),
        then=lambda said: (
            _ask_place(replace(export, rated=said == "with"), ("svg", "png", "pdf"))
            if said
            else None
        ),
    )


def _ask_place(export: _Export, forms: tuple[Form, ...]) -> None:
    """Ask for a place among files of these forms, the first as a rule."""

    def go_on(path: Path) -> None:
        known = path.suffix.lower() in _PICTURES
        _write(export, path if known else path.with_name(f"{path.name}.{forms[0]}"))

    words = {"svg": _("SVG drawing"), "png": _("PNG picture"), "pdf": _("PDF document")}
    ask_save(
        export.over,
        title=_("Export the chart as a picture"),
        suggested=f"{chart_name(export.bridge)}.{forms[0]}",
        pattern=";;".join(f"{words[form]} (*.{form})" for form in forms),
        then=go_on,
    )


def _write(export: _Export, place: Path) -> None:
    """Write the chart there in the form of the ending; it is made in a thread of its own."""
    form, client, on = _PICTURES[place.suffix.lower()], export.client, export.bridge.on

    def make() -> bytes | TooLarge:
        from mspseat_desktop.exchange.chart_out import chart_out  # noqa: PLC0415 - heavy

        try:
            return chart_out(client, form, on=on, with_ratings=export.rated, cut=export.cut)
        except ImportProblem as problem:
            return _too_large(problem, client, rated=export.rated)

    def go_on(content: object) -> None:
        if isinstance(content, TooLarge):
            _offer(export, place, content)
        elif isinstance(content, bytes):
            _keep(export, place, content)

    making = Making(make, export.over)
    making.made.connect(go_on)
    making.failed.connect(export.tell)
    making.start()


def _keep(export: _Export, place: Path, content: bytes) -> None:
    try:
        write_out(place, content)
    except FileProblem as problem:
        export.bridge.trouble.emit(problem)
        return
    export.tell(
        _("The chart is in {file}.").replace("{file}", place.name),
        action=_("Show in folder"),
        then=lambda: show_in_folder(place),
    )


def _too_large(problem: ImportProblem, client: Client, *, rated: bool) -> TooLarge:
    from mspseat_desktop.exchange.chart_out import laid_out  # noqa: PLC0415 - heavy
    from mspseat_desktop.exchange.chart_picture import fits_in_a_png  # noqa: PLC0415 - heavy

    fits = fits_in_a_png(laid_out(client, "stacked"), with_ratings=rated)
    return TooLarge(problem_text(problem.code, problem.params), fits)


def _offer(export: _Export, place: Path, found: TooLarge) -> None:
    """Say why there is no PNG, and do what is chosen instead."""
    from mspseat_desktop.exchange.chart_out import laid_out  # noqa: PLC0415 - heavy

    stacked = replace(export, client=laid_out(export.client, "stacked"))
    acts: dict[object, Callable[[], None]] = {
        "stacked": partial(_write, stacked, place),
        "tiles": partial(_ask_place, replace(export, cut="poster"), ("pdf",)),
        "svg": partial(_ask_place, export, ("svg",)),
        "pdf": partial(_ask_place, export, ("pdf",)),
    }
    answers = [
        Answer(None, _("Cancel")),
        Answer("tiles", _("Poster tiles")),
        Answer("svg", _("Save as SVG")),
        Answer("pdf", _("Save as PDF"), "primary"),
    ]
    if found.stacked_fits:
        answers.insert(1, Answer("stacked", _("With stacked seats")))
    ask(
        export.theme,
        export.over,
        title=_("This chart is too large for a PNG"),
        text=found.words,
        answers=answers,
        then=lambda said: acts[said]() if said else None,
    )
