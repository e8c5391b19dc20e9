"""Words for backups: why one was taken, and what a damaged file still gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.difference import kind_text, record_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.records import (
        Record,
        RecordType,
        Seat,
    )


def cause_text(causes: Iterable[str]) -> str:
    """Return when a backup was taken or what was about to happen then."""
    words = {
        "opened": _("when the client was opened"),
        "published": _("after it was saved to its file"),
        "migration": _("before a newer program changed the file's form"),
        "import": _("before answers were taken in"),
        "restore": _("before a backup was opened"),
        "deletion": _("before seats were deleted"),
    }
    return ", ".join(words[cause] for cause in causes if cause in words)


def contents_text(seats: int, reviews: int) -> str:
    """Return what a backup holds: "12 seats, 3 reviews"."""
    parts = (
        ngettext("{n} seat", "{n} seats", seats).replace("{n}", str(seats)),
        ngettext("{n} review", "{n} reviews", reviews).replace("{n}", str(reviews)),
    )
    return ", ".join(parts)


def backup_problem_text(code: str) -> str:
    """Return what to say once when a backup could not be taken."""
    if code == "disk-full":
        return _(
            "There is too little room on this laptop for a backup. The work itself is saved. "
            "Delete files that you do not need."
        )
    return _("A backup could not be taken this time. The work itself is saved.")


def missing_lines(
    client: Client,
    *,
    unread: Sequence[RecordType],
    left_out: Sequence[Record],
    new_roots: Sequence[Seat],
    pictures: bool,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what a salvaged client lacks: headings, each with its lines."""
    parts = [kind_text(kind) for kind in unread]
    if pictures:
        parts.append(_("Pictures and attached files"))
    sections = (
        (_("Could not be read, or not all of it"), tuple(parts)),
        (
            _("Left out, because what it belonged to is gone"),
            tuple(sorted(record_text(record, client) for record in left_out)),
        ),
        (
            _("At the top of the chart now, because the seat above is gone"),
            tuple(seat.title or _("unnamed") for seat in new_roots),
        ),
        (
            _("Never in it"),
            (_("The history: undo begins anew"), _("What-if copies and versions")),
        ),
    )
    return tuple((heading, lines) for heading, lines in sections if lines)
