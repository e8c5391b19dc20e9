"""Writes the chart as a CSV that spreadsheets open as it is and that the importer reads back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from mspseat_desktop.domain.gwc import latest_outcome
from mspseat_desktop.exchange.cells import defused
from mspseat_desktop.exchange.listing import occupants_of
from mspseat_desktop.exchange.posts import LATER_COLUMNS, OWN_COLUMNS
from mspseat_desktop.wording.measures import value_text
from mspseat_desktop.wording.outcomes import seat_outcome_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import Metric
    from mspseat_desktop.domain.vocabulary import SeatId

_SIGNS = {"at_least": ">=", "at_most": "<=", "between": ""}


def chart_csv(client: Client, *, with_ratings: bool = True) -> bytes:
    """Return the open seats in chart order, one row each, as UTF-8 with a byte order mark.

    Lists in a cell are one item a line; all cells are quoted; text that a spreadsheet would run
    gets a leading quote. `kind` is the accountable one's, or a line for each occupant where they
    differ. Notes and contact data stay in the client file.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    header = (*OWN_COLUMNS, *LATER_COLUMNS)
    writer.writerow(header)
    for seat in client.chart():
        cells = _cells(client, seat, with_ratings=with_ratings)
        writer.writerow([defused(cells[name]) for name in header])
    return text.getvalue().encode("utf-8-sig")


def _cells(client: Client, seat: SeatId, *, with_ratings: bool) -> dict[str, str]:
    record = client.seat(seat)
    return {
        "id": seat,
        "reports_to": record.parent or "",
        "title": _line(record.title),
        "kind": _kinds(client, seat),
        "occupants": _list(occupant.name for occupant in occupants_of(client, seat)),
        "purpose": record.purpose,
        "responsibilities": _list(r.text for r in client.responsibilities(seat)),
        "metrics": _list(_metric(client, metric) for metric in client.metrics(seat)),
        "latest_outcome": _outcome(client, seat) if with_ratings else "",
        "source_id": record.source_id,
        "also_reports_to": _list(
            f"{line.to}: {line.about}" if line.about else line.to
            for line in client.second_lines(seat)
        ),
        "assistant": "yes" if record.assistant else "",
    }


def _kinds(client: Client, seat: SeatId) -> str:
    kinds = [occupant.kind for occupant in occupants_of(client, seat)]
    if not kinds:
        return "open"
    return kinds[0] if len(set(kinds)) == 1 else "\n".join(kinds)


def _outcome(client: Client, seat: SeatId) -> str:
    outcome = latest_outcome(client, seat)
    if outcome is None or outcome.review is None:
        return ""
    return f"{seat_outcome_text(outcome)} ({outcome.on})"


def _metric(client: Client, metric: Metric) -> str:
    """Return a metric on one line, such as "Tickets reopened: <= 5 %, month, 4 % (2026-09-30)"."""
    said = []
    if metric.target is not None:
        target = value_text(metric, metric.target, _plain)
        if metric.direction == "between" and metric.target_high is not None:
            target = f"{metric.target:g}-{value_text(metric, metric.target_high, _plain)}"
        sign = "" if metric.measure == "yes_no" else _SIGNS[metric.direction]
        said.append(f"{sign} {target}".strip())
    if metric.cadence:
        said.append(metric.cadence)
    if latest := client.latest_figure(metric.id):
        said.append(f"{value_text(metric, latest.value, _plain)} ({latest.on})")
    return f"{metric.name}: {', '.join(said)}" if said else metric.name


def _plain(value: float) -> str:
    return f"{value:.12g}"


def _list(texts: Iterable[str]) -> str:
    return "\n".join(line for text in texts if (line := _line(text)))


def _line(text: str) -> str:
    return " ".join(text.splitlines()).strip()
