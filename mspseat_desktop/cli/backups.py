"""The verbs about backups: backups, restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from mspseat_desktop.cli.clients import backups_of, restore_backup
from mspseat_desktop.cli.telling import Told, say, say_json
from mspseat_desktop.language import _
from mspseat_desktop.wording.backups import cause_text, contents_text

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself
_SAID = ("number", "made_at", "causes", "name", "seats", "reviews")


@click.command("backups", help=_("List the backups of a client, of a damaged file too."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
def backups(file: Path, *, as_json: bool) -> None:
    """List them, the newest first."""
    listed = backups_of(file)
    if as_json:
        said = [asdict(backup) for backup in listed]
        say_json([{name: facts[name] for name in _SAID} for facts in said])
        return
    for backup in listed:
        contents = contents_text(backup.seats, backup.reviews)
        parts = (str(backup.number), backup.made_at, contents, cause_text(backup.causes))
        say(["  ".join(part for part in parts if part)])
    if not listed:
        say([_("There is no backup of this client here.")])


@click.command("restore", help=_("Write a backup to a new file; nothing is written over."))
@click.argument("file", type=FILE)
@click.option("--backup", "number", type=int, required=True, help=_("Its number."))
@click.option("--out", type=FILE, required=True, help=_("The client file to write."))
def restore(file: Path, number: int, out: Path) -> None:
    """Write the backup as a client file of its own."""
    backup = restore_backup(file, number, out)
    if backup is None:
        raise Told(_("There is no backup {number}.").replace("{number}", str(number)))
    words = _("Backup {number} is in {file}.").replace("{file}", out.name)
    say([words.replace("{number}", str(number))])
