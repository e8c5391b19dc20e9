"""What-if copies and versions in words: their kinds, and how two charts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.chart_difference import SeatDifference, Way, What
    from mspseat_desktop.domain.charts import KeptChart
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import ChartLook
    from mspseat_desktop.domain.vocabulary import ChartKind, ChartLayout, SeatId

WAYS: tuple[Way, ...] = ("added", "moved", "removed", "changed")
"""In the order in which a list of differences tells them."""
LONGEST = 60
"""Letters of a client's own words that a line shows."""


def kind_text(kind: ChartKind) -> str:
    """Return what a kind of chart is called."""
    words: dict[ChartKind, str] = {
        "current": _("Current chart"),
        "what_if": _("What-if copy"),
        "version": _("Version"),
    }
    return words[kind]


def chart_text(chart: KeptChart) -> str:
    """Return what a chart is called: its name, and the current one what it is."""
    return " ".join(chart.name.split()) or kind_text(chart.kind)


def shown_text(chart: KeptChart) -> str:
    """Return which chart is shown: "What-if copy: With an IT lead"; empty for the current one."""
    if chart.is_current:
        return ""
    words = _("{kind}: {name}").replace("{kind}", kind_text(chart.kind))
    return words.replace("{name}", chart_text(chart))


def way_text(way: Way) -> str:
    """Return the word for how a seat differs, as it stands on its card and over a list."""
    words: dict[Way, str] = {
        "added": _("Added"),
        "moved": _("Moved"),
        "removed": _("Removed"),
        "changed": _("Changed"),
    }
    return words[way]


def headings(found: Sequence[SeatDifference]) -> tuple[tuple[Way, tuple[SeatDifference, ...]], ...]:
    """Return the differences by what happened; a seat that moved and changed stands in both."""
    ways = ((way, tuple(one for one in found if way in one.ways)) for way in WAYS)
    return tuple((way, some) for way, some in ways if some)


def count_text(found: Sequence[SeatDifference], before: ChartLook, after: ChartLook) -> str:
    """Return in how many seats two charts differ, and whether they are laid out differently."""
    if not found:
        if before != after:
            return _("Only the layout of the chart differs.")
        return _("The two charts do not differ.")
    if before != after:
        words = ngettext(
            "{count} seat and the layout of the chart differ.",
            "{count} seats and the layout of the chart differ.",
            len(found),
        )
    else:
        words = ngettext("{count} seat differs.", "{count} seats differ.", len(found))
    return words.replace("{count}", str(len(found)))


def look_text(look: ChartLook) -> str:
    """Return how a chart is drawn: "from left to right and compact"."""
    words: dict[tuple[ChartLayout, bool], str] = {
        ("down", False): _("from top to bottom"),
        ("right", False): _("from left to right"),
        ("stacked", False): _("with stacked seats"),
        ("down", True): _("from top to bottom and compact"),
        ("right", True): _("from left to right and compact"),
        ("stacked", True): _("with stacked seats and compact"),
    }
    return words[look.layout, look.compact]


def whole_chart_text() -> str:
    """Return the heading over what differs in a chart as a whole."""
    return _("Whole chart")


def looks_text(before: ChartLook, after: ChartLook) -> tuple[str, str] | None:
    """Return how the drawings of two charts differ, title and detail; None when they do not."""
    if before == after:
        return None
    words = _("{new}, was {old}").replace("{new}", look_text(after))
    return _("Layout"), words.replace("{old}", look_text(before))


def title_text(found: SeatDifference, before: Client, after: Client) -> str:
    """Return the title of the seat, as it is after or as it last was."""
    client = before if found.ways == ("removed",) else after
    return _title(client, found.seat)


def detail_text(found: SeatDifference, way: Way, before: Client, after: Client) -> str:
    """Return what else there is to say about a seat under one heading."""
    seat = found.seat
    if way == "added":
        return _under(after, after.seat(seat).parent)
    if way == "removed":
        return _under(before, before.seat(seat).parent)
    if way == "moved":
        return _moved(found, before, after)
    return "; ".join(_part(part, seat, before, after) for part in found.what)


def _moved(found: SeatDifference, before: Client, after: Client) -> str:
    old, new = before.seat(found.seat).parent, after.seat(found.seat).parent
    if found.reordered:
        return _("to another place, {where}").replace("{where}", _under(after, new))
    words = _("from “{old}” to “{new}”")
    old_title, new_title = _parent(before, old), _parent(after, new)
    return words.replace("{old}", old_title).replace("{new}", new_title)


def _part(part: What, seat: SeatId, before: Client, after: Client) -> str:
    if part == "title":
        words = _("title, was “{old}”")
        return words.replace("{old}", _title(before, seat))
    if part == "occupant":
        words = _("who sits there: {new}, was {old}")
        new, old = _held(after, seat), _held(before, seat)
        return words.replace("{new}", new).replace("{old}", old)
    return _part_words()[part]


def _part_words() -> dict[What, str]:
    return {
        "purpose": _("purpose"),
        "needs": _("what the seat needs"),
        "notes": _("notes"),
        "meant_for": _("whom it is meant for"),
        "responsibilities": _("responsibilities"),
        "metrics": _("metrics"),
        "coverage": _("what it covers"),
        "second_lines": _("second lines"),
        "layout": _("how it is drawn"),
    }


def _under(client: Client, parent: SeatId | None) -> str:
    if parent is None:
        return _("at the top")
    return _("under “{parent}”").replace("{parent}", _title(client, parent))


def _parent(client: Client, parent: SeatId | None) -> str:
    return _("the top") if parent is None else _title(client, parent)


def _held(client: Client, seat: SeatId) -> str:
    names = [client.get(Occupant, now.occupant).name for now in client.seatings(seat)]
    return _short(", ".join(names)) if names else _("nobody")


def _title(client: Client, seat: SeatId) -> str:
    return _short(client.seat(seat).title) or _("(no title)")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
