"""What the coverage map says of a responsibility, and which functions belong to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

from mspseat_desktop.domain.coverage import in_part, linked, shown_part
from mspseat_desktop.domain.edits.coverage import belong_to
from mspseat_desktop.domain.records import Cover
from mspseat_desktop.language import _
from mspseat_desktop.ui.seat_panel.menus import add_flag
from mspseat_desktop.ui.widgets import one_line
from mspseat_desktop.wording.coverage import function_name, part_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Responsibility
    from mspseat_desktop.domain.vocabulary import ResponsibilityId
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.seat_panel.tags import Tag

ROOM = 300
"""Pixels that a function's name takes in the menu."""


def as_mapped(client: Client, record: Responsibility) -> Responsibility:
    """Return the responsibility with the part and scope that the map shows."""
    part, excluded = shown_part(client, record.id)
    return replace(record, part=part, excluded=excluded)


def is_mapped(client: Client, responsibility: ResponsibilityId) -> bool:
    """Whether functions belong to it, so that the map decides its part and scope."""
    return bool(client.ids(Cover, "responsibility", responsibility))


def mapped_tags(client: Client, responsibility: ResponsibilityId) -> list[Tag]:
    """Return the chip that says that some of its functions are declined, if so."""
    _wanted, declined = in_part(client, responsibility)
    return [(_("In part"), "partly")] if declined else []


def add_functions(menu: QMenu, bridge: Bridge, record: Responsibility) -> None:
    """Add the functions that the seat has to do with; those that belong here are ticked."""
    client = bridge.client
    here = {cover.id for cover in linked(client, record.id)}
    covers = {cover.function: cover for cover in client.owned(Cover, "seat", record.seat)}
    if not covers:
        return
    below = menu.addMenu(_("Functions in the coverage map"))
    metrics = QFontMetricsF(menu.font())
    for function in client.functions():
        cover = covers.get(function.id)
        if cover is not None:
            words = f"{one_line(metrics, function.name, ROOM)}: {part_text(cover.part)}"
            add_flag(below, words, on=cover.id in here, choose=_tying(bridge, cover, record))


def _tying(bridge: Bridge, cover: Cover, record: Responsibility) -> Callable[[bool], None]:
    """Return what lets a function belong to the responsibility, or to none."""
    name = function_name(bridge.client, cover.function)

    def tie(*, here: bool) -> None:
        to = record.id if here else None
        bridge.do(belong_to(cover.function, cover.seat, to, name=name))

    return lambda here: tie(here=here)
