"""Sentences for what was pasted, and why something can not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 60
"""Letters of a title that a sentence shows."""


def paste_words() -> dict[str, str]:
    """Return why what is on the clipboard was not taken, by the codes of the problems."""
    return {
        "paste_empty": _("There are no seats on the clipboard. Copy a list with a title a line."),
        "paste_large": _("What was copied is too large. At most {most} seats are pasted at once."),
        "paste_json": _("What was copied looks like JSON, but names no seats with a title."),
        "paste_json_broken": _(
            "What was copied is not whole JSON, or is nested too deeply. Copy it again, from the"
            " first bracket to the last."
        ),
        "paste_picture": _("A picture can not become seats. Copy text instead."),
        "paste_file": _("That is a file. Use Import a chart… under File, Import and export."),
        "paste_damaged": _(
            "The seats on the clipboard are damaged, so nothing was pasted. Copy them again."
        ),
        "paste_newer": _(
            "The seats on the clipboard come from a newer version of this program. Update this"
            " one to paste them."
        ),
        "copy_large": _("At most {most} seats are copied at once. Choose fewer."),
    }


def pasted_text(
    seats: int,
    *,
    people: int = 0,
    providers: int = 0,
    left_out: int = 0,
    cut_at: Sequence[str] = (),
) -> str:
    """Return what was pasted, in a sentence or a few.

    `left_out` counts the columns of rows without a heading that were not taken; at the seats
    `cut_at` circles of seats that report to each other were cut.
    """
    came = ngettext("{n} seat is pasted", "{n} seats are pasted", seats).replace("{n}", str(seats))
    who = [
        ngettext("{n} person", "{n} people", people).replace("{n}", str(people)),
        ngettext("{n} provider", "{n} providers", providers).replace("{n}", str(providers)),
    ]
    if people and providers:
        words = _("{came}, with {people} and {providers}.")
    else:
        words = _("{came}, with {people}.") if people or providers else _("{came}.")
        who = who if people else who[::-1]
    said = [
        words.replace("{came}", came).replace("{people}", who[0]).replace("{providers}", who[1])
    ]
    if left_out:
        more = ngettext(
            "Without a heading the first column is the title; {n} other is left out.",
            "Without a heading the first column is the title; {n} others are left out.",
            left_out,
        )
        said.append(more.replace("{n}", str(left_out)))
    if cut_at:
        names = ", ".join(f"“{_short(title)}”" for title in cut_at)
        said.append(_("Seats report to each other in a circle: it is cut above {seats}."))
        said[-1] = said[-1].replace("{seats}", _short(names))
    return " ".join(said)


def _short(title: str) -> str:
    words = title or _("Seat without a title")
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
