"""What head and foot of a comparison say, and under each name which review it stands by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.candidates import open_comparison, reviewed_candidates
from mspseat_desktop.domain.edits.candidates import MOST_CANDIDATES
from mspseat_desktop.domain.review_records import Comparison
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.candidates import decided_text, short, state_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.candidates import Table
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import (
        ComparisonId,
        OccupantId,
        SeatId,
    )
    from mspseat_desktop.ui.candidates.sheet import Sheet


def known_of(client: Client, seat: SeatId) -> tuple[OccupantId, ...]:
    """Return whom to offer at first: who was reviewed for the seat, the latest first."""
    return reviewed_candidates(client, seat)[:MOST_CANDIDATES]


def show_head(
    parts: Sheet, client: Client, seat: SeatId, comparison: ComparisonId | None, table: Table | None
) -> None:
    """Show the title, what is decided, and the seat's comparisons to choose from."""
    record = client.seat(seat)
    title = record.title or _("Untitled seat")
    parts.title.setText(_("Candidates for {seat}").replace("{seat}", title))
    parts.sheet.setAccessibleName(parts.title.text())
    parts.line.setText(_about(client, seat, table))
    known = client.owned(Comparison, "seat", seat)[::-1]
    parts.which.blockSignals(True)  # noqa: FBT003 - Qt's own call
    parts.which.clear()
    for one in known:
        parts.which.addItem(_named(one), one.id)
    places = [one.id for one in known]
    at = places.index(comparison) if comparison in places else -1
    parts.which.setCurrentIndex(at)
    parts.which.blockSignals(False)  # noqa: FBT003 - Qt's own call
    parts.which.setVisible(len(known) > 1 or (bool(known) and at < 0))
    undecided = open_comparison(client, seat)
    parts.again.setVisible(comparison is not None and undecided is None and not record.closed_on)
    parts.print.setEnabled(table is not None and bool(table.columns))


def show_foot(parts: Sheet, client: Client, seat: SeatId, table: Table | None) -> None:
    """Show what can be done: adding and choosing only as long as nothing is decided."""
    count = len(table.columns) if table is not None else 0
    closed = bool(client.seat(seat).closed_on)
    decided = table is not None and bool(table.comparison.decided_on)
    changes = not closed and not decided
    parts.add.setVisible(changes)
    known = known_of(client, seat) if changes and not count else ()
    words = ngettext(
        "Compare the one who was reviewed",
        "Compare the {n} who were reviewed",
        len(known),
    )
    parts.known.set_caption(words.replace("{n}", str(len(known))))
    parts.known.setVisible(bool(known))
    parts.review.setVisible(count > 0 and not closed)
    parts.choose.setVisible(count > 0 and changes)
    parts.empty.setText(
        _(
            "Nobody is compared yet. Add two to five providers or people: each is asked the "
            "same questions. Several names at once are parted by semicolons."
        )
    )


def states_of(client: Client, table: Table) -> tuple[str, ...]:
    """Return what stands under each name."""
    return tuple(_state(client, table, number) for number in range(len(table.columns)))


def _state(client: Client, table: Table, number: int) -> str:
    column = table.columns[number]
    if table.comparison.chosen == column.occupant.id:
        return _("Chosen")
    holder = client.accountable(table.comparison.seat)
    words = state_text(column, date_text)
    if holder is not None and holder.id == column.occupant.id:
        return _("Holds the seat · {state}").replace("{state}", words)
    return words


def _about(client: Client, seat: SeatId, table: Table | None) -> str:
    holder = client.accountable(seat)
    if client.seat(seat).closed_on:
        return _("This seat is closed. What was compared for it is kept.")
    if table is not None and table.comparison.decided_on:
        said = decided_text(client, table.comparison, date_text)
        why = table.comparison.notes.strip()
        return f"{said} {why}" if why else said
    who = _("The seat is open.")
    if holder is not None:
        who = _("{name} holds the seat now.").replace("{name}", short(holder.name))
    return who + " " + _("Nothing is added up: every answer stands for itself.")


def _named(comparison: Comparison) -> str:
    """Return a comparison by its date."""
    if comparison.decided_on:
        return _("Decided {date}").replace("{date}", date_text(comparison.decided_on))
    return _("Begun {date}").replace("{date}", date_text(comparison.on))
