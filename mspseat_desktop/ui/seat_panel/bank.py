"""The templates as a source: whole seats to fill an empty one, and single lines to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.templates import templates
from mspseat_desktop.domain.edits.chart import rename_seat
from mspseat_desktop.domain.edits.seat import (
    add_metric,
    add_responsibility,
    describe_seat,
    mean_seat_for,
)
from mspseat_desktop.domain.revision import both
from mspseat_desktop.domain.vocabulary import MetricId, ResponsibilityId
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.seat_panel.words import target_words
from mspseat_desktop.ui.widgets import PickerItem

if TYPE_CHECKING:
    from mspseat_desktop.content.templates import (
        MetricTemplate,
        ResponsibilityTemplate,
        SeatTemplate,
    )
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Seat
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.ui.bridge import Bridge


def seat_items(client: Client) -> list[PickerItem]:
    """Return the seat templates to pick from, with what each brings."""
    return [
        PickerItem(template, template.title, _brings(template), "armchair")
        for template in templates(client.profile.wording)
    ]


def responsibility_items(client: Client, seat: SeatId) -> list[PickerItem]:
    """Return the responsibilities of all templates that the seat does not have yet."""
    have = {r.text.strip().casefold() for r in client.responsibilities(seat)}
    found: dict[ResponsibilityTemplate, str] = {}
    for template in _nearest_first(client, seat):
        for line in template.responsibilities:
            if line.text.strip().casefold() not in have:
                found.setdefault(line, template.title)
    return [PickerItem(line, line.text, title) for line, title in found.items()]


def metric_items(client: Client, seat: SeatId) -> list[PickerItem]:
    """Return the metrics of all templates that the seat does not have yet."""
    have = {m.name.strip().casefold() for m in client.metrics(seat)}
    found: dict[MetricTemplate, str] = {}
    for template in _nearest_first(client, seat):
        for line in (*template.metrics, *template.more_metrics):
            if line.name.strip().casefold() not in have:
                found.setdefault(line, template.title)
    return [
        PickerItem(line, line.name, f"{target_words(line.metric(MetricId(''), seat))} · {title}")
        for line, title in found.items()
    ]


def fill_edit(bridge: Bridge, seat: Seat, template: SeatTemplate) -> Edit:
    """Return the edit that gives the seat what the template has; what is written stays."""
    new_id = bridge.new_id
    edits: list[Edit] = []
    if not seat.title.strip():
        edits.append(rename_seat(seat.id, template.title))
    if not seat.purpose.strip():
        edits.append(describe_seat(seat.id, "purpose", template.purpose))
    if not seat.meant_for and bridge.client.accountable(seat.id) is None:
        edits.append(mean_seat_for(seat.id, template.meant_for))
    edits += [bank_responsibility(bridge, seat.id, line) for line in template.responsibilities]
    edits += [add_metric(line.metric(MetricId(new_id()), seat.id)) for line in template.metrics]
    return both("fill-seat", *edits, params={"template": template.title})


def bank_responsibility(bridge: Bridge, seat: SeatId, line: ResponsibilityTemplate) -> Edit:
    """Return the edit that adds a template's responsibility to the seat."""
    name = ResponsibilityId(bridge.new_id())
    return add_responsibility(name, seat, line.text, level=line.level, protects=line.protects)


def _nearest_first(client: Client, seat: SeatId) -> list[SeatTemplate]:
    """Return the templates, those whose name or lines the seat shares first."""
    record = client.seat(seat)
    title = record.title.strip().casefold()
    texts = {r.text for r in client.responsibilities(seat)}

    def distance(template: SeatTemplate) -> int:
        shared = sum(line.text in texts for line in template.responsibilities)
        same_name = template.title.casefold() == title
        return -(shared + 10 * same_name)

    return sorted(templates(client.profile.wording), key=distance)


def _brings(template: SeatTemplate) -> str:
    lines, numbers = len(template.responsibilities), len(template.metrics)
    return _("{responsibilities}, {metrics}").format(
        responsibilities=ngettext("{n} responsibility", "{n} responsibilities", lines).format(
            n=lines
        ),
        metrics=ngettext("{n} metric", "{n} metrics", numbers).format(n=numbers),
    )
