"""What goes when something is forgotten for good, what stays, and what nobody here can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import Contact, Seating
from mspseat_desktop.domain.review_records import Candidate, Form, Review
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.domain.edits.forgetting import Going

LONGEST = 60
"""Letters of a name that a sentence shows."""


def stand_in() -> str:
    """Return the words that take the place of a name that was removed for good."""
    return _("removed person")


def going_text(going: Going) -> str:
    """Return what goes with somebody who is removed for good, as short lines, and what stays."""
    goes = [_("Contact data, notes, contract and picture"), *_counted_lines(going)]
    told = [_("This goes from the client:"), *_points(goes), ""]
    told += [*_changes(going), ""]
    told.append(
        _(
            "The whole history goes with it, and none of this can be undone. Copies that were "
            "saved or sent, versions in a cloud, PDFs and paper are out of the program's reach."
        )
    )
    return "\n".join(told)


def _counted_lines(going: Going) -> list[str]:
    lines = (
        (
            (Review,),
            ngettext(
                "{n} review of “{name}” with answers, notes and agreed actions",
                "{n} reviews of “{name}” with answers, notes and agreed actions",
                going.count(Review),
            ),
        ),
        (
            (Seating,),
            ngettext(
                "{n} entry of who sat where; a seat held now is open afterwards",
                "{n} entries of who sat where; seats held now are open afterwards",
                going.count(Seating),
            ),
        ),
        (
            (Contact,),
            ngettext("{n} contact", "{n} contacts", going.count(Contact)),
        ),
        (
            (Candidate, Form),
            ngettext(
                "{n} candidacy or form",
                "{n} candidacies and forms",
                going.count(Candidate, Form),
            ),
        ),
    )
    found = ((going.count(*kinds), words) for kinds, words in lines)
    return [_filled(words, count, going.name) for count, words in found if count]


def _changes(going: Going) -> list[str]:
    if going.twin:
        return [
            _(
                "Another of this name stays, so what was typed elsewhere is not changed. "
                "Look through the notes yourself."
            )
        ]
    lines = []
    if going.reworded:
        words = ngettext(
            "“{words}” takes the place of the name in {n} other record. Ratings of others stay.",
            "“{words}” takes the place of the name in {n} other records. Ratings of others stay.",
            going.reworded,
        )
        lines.append(_filled(words, going.reworded, going.name))
    if going.renumbered:
        words = ngettext(
            "{n} finished review of somebody else gets another number than it has on paper.",
            "{n} finished reviews of others get other numbers than they have on paper.",
            going.renumbered,
        )
        lines.append(_filled(words, going.renumbered, going.name))
    if going.mentions:
        words = ngettext(
            "{n} more text holds a part of the name and may be about somebody else: it stays.",
            "{n} more texts hold a part of the name and may be about somebody else: they stay.",
            going.mentions,
        )
        lines.append(_filled(words, going.mentions, going.name))
    return lines or [_("The name stands nowhere else.")]


def backups_box_text(count: int) -> str:
    """Return the words of the box that extends removing to backups."""
    words = ngettext(
        "Also from the {n} backup on this laptop", "Also from the {n} backups on this laptop", count
    )
    return words.replace("{n}", str(count))


def removed_text(name: str, *, backups: tuple[int, int] | None) -> str:
    """Return what was done; `backups` are how many were rewritten and how many deleted."""
    told = _("“{name}” is removed for good.").replace("{name}", name[:LONGEST])
    return told if backups is None else f"{told} {rewritten_text(*backups)}"


def rewritten_text(stay: int, went: int) -> str:
    """Return what became of the backups."""
    words = ngettext(
        "{n} backup was written anew.", "{n} backups were written anew.", stay
    ).replace("{n}", str(stay))
    if went:
        gone = ngettext(
            "{n} that could not be read is deleted.",
            "{n} that could not be read are deleted.",
            went,
        )
        words += " " + gone.replace("{n}", str(went))
    return words


def history_text(steps: int) -> str:
    """Return what forgetting the history means, before it is done."""
    words = ngettext(
        "Undo can go back over {n} step now. The file keeps what it changed for that, deleted "
        "words included.",
        "Undo can go back over {n} steps now. The file keeps what they changed for that, deleted "
        "words included.",
        steps,
    ).replace("{n}", str(steps))
    return "\n\n".join(
        (
            words if steps else _("Undo has nothing to go back over now."),
            _(
                "Forgetting them leaves the client as it is and takes all of that out of the file "
                "for good. Nothing done before can be undone. What-if charts and versions stay."
            ),
            _("Copies that were saved or sent keep the history that they have."),
        )
    )


def erasing_text(target: Path | None, backups: int, *, shared_with: Path | None = None) -> str:
    """Return what goes when a client is erased, and what nobody here can reach.

    `shared_with` is another file that the backups are of as well: they stay then.
    """
    goes = [_("The working copy in the program's own folder, with its history")]
    if target is not None:
        goes.insert(0, _("The file {file}").replace("{file}", str(target)))
    if backups and shared_with is None:
        words = ngettext("{n} backup on this laptop", "{n} backups on this laptop", backups)
        goes.append(words.replace("{n}", str(backups)))
    goes.append(_("Its place on the start page and what the program remembers of it"))
    stays = [
        _("Copies that were saved, mailed or sent, PDFs, tables and paper"),
        _("Older versions that a cloud, a server or a backup of the whole laptop keeps"),
        _("What a disk has not written over yet, above all an SSD: encrypt the whole disk"),
        _("Seat templates that you kept as your own"),
    ]
    if shared_with is not None:
        words = _("Backups: they are of {file} too. Open that one to erase them.")
        stays.insert(0, words.replace("{file}", str(shared_with)))
    heads = _("This is erased for good:"), _("This stays, or is out of the program's reach:")
    return "\n".join((heads[0], *_points(goes), "", heads[1], *_points(stays)))


def erased_text(name: str, *, kept_file: str = "", is_reached: bool = True) -> str:
    """Return what was done; `kept_file` is one that stays, changed by others or out of reach."""
    words = _("“{client}” is erased from this laptop.").replace("{client}", name[:LONGEST])
    if kept_file:
        more = (
            _("{file} was changed by somebody else and stays: delete it yourself if you want.")
            if is_reached
            else _("{file} can not be reached and stays: delete it yourself when it can.")
        )
        words += " " + more.replace("{file}", kept_file)
    return words


def _points(lines: list[str] | tuple[str, ...]) -> list[str]:
    return [f"• {line}" for line in lines]


def _filled(words: str, count: int, name: str) -> str:
    return (
        words.replace("{n}", str(count))
        .replace("{words}", stand_in())
        .replace("{name}", name[:LONGEST])
    )
