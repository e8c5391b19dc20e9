"""Edits of how the chart is drawn, and of second reporting lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.records import SecondLine
from mspseat_desktop.domain.revision import Edit

if TYPE_CHECKING:
    from mspseat_desktop.domain.records import ChartLook
    from mspseat_desktop.domain.revision import Revision
    from mspseat_desktop.domain.vocabulary import ChartLayout, SeatId, SeatLayout, SecondLineId


def lay_out_chart(layout: ChartLayout) -> Edit:
    """Choose how the chart runs where no seat says otherwise."""

    def run(work: Revision) -> None:
        draw_as(work, replace(work.client.look, layout=layout))

    return Edit("lay-out-chart", run)


def set_compact(*, compact: bool) -> Edit:
    """Set the cards of the chart closer together, or as usual."""

    def run(work: Revision) -> None:
        draw_as(work, replace(work.client.look, compact=compact))

    return Edit("set-compact" if compact else "set-wide", run)


def draw_as(work: Revision, look: ChartLook) -> None:
    """Let the chart be drawn so; nothing is touched where it is already."""
    if look != work.client.look:
        work.put(look)


def lay_out_branch(seat: SeatId, layout: SeatLayout, *, title: str = "") -> Edit:
    """Choose how the seats below this one stand; empty for as the chart does."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.seat(seat), layout=layout))

    return Edit("lay-out-branch", run, {"seat": title})


def set_assistant(seat: SeatId, *, assistant: bool, title: str = "") -> Edit:
    """Draw the seat beside the line, or among the other reports.

    Raises Refused("assistant-of-nobody") when the seat reports to nobody.
    """

    def run(work: Revision) -> None:
        record = work.client.seat(seat)
        if assistant and record.parent is None:
            raise Refused("assistant-of-nobody", seat=record.title)
        work.put(replace(record, assistant=assistant))

    return Edit("set-assistant" if assistant else "set-no-assistant", run, {"seat": title})


def add_second_line(
    line: SecondLineId, seat: SeatId, to: SeatId, *, about: str = "", title: str = ""
) -> Edit:
    """Let the seat report to a further one as well; `title` is that one's, for the edit's name."""

    def run(work: Revision) -> None:
        work.put(SecondLine(line, seat, to, about.strip()))

    return Edit("add-second-line", run, {"to": title})


def change_second_line(line: SecondLineId, about: str, *, merge_key: str = "") -> Edit:
    """Say what a second line is about; empty for in general."""

    def run(work: Revision) -> None:
        work.put(replace(work.client.get(SecondLine, line), about=about.strip()))

    return Edit("change-second-line", run, merge_key=merge_key)


def remove_second_line(line: SecondLineId) -> Edit:
    """Take a second line out."""

    def run(work: Revision) -> None:
        work.remove(work.client.get(SecondLine, line))

    return Edit("remove-second-line", run)
