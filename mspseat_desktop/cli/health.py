"""The verb about what is worth a look: health."""

from __future__ import annotations

from pathlib import Path

import click

from mspseat_desktop.cli.clients import read_client, today
from mspseat_desktop.cli.telling import say, say_json
from mspseat_desktop.exchange.health_listing import health_list
from mspseat_desktop.language import _
from mspseat_desktop.wording.packs import in_words_of

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself


@click.command("health", help=_("List what is worth a look: code, seat, sentence, accepted."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
def health(file: Path, *, as_json: bool) -> None:
    """List the findings of today in chart order."""
    client = read_client(file)
    with in_words_of(client.profile):
        listed = health_list(client, today().isoformat())
    if as_json:
        say_json(listed)
        return
    for line in listed:
        words = f"{line['code']}: {line['sentence']}"
        if line["accepted"]:
            words += " " + _("Accepted: {reason}").replace("{reason}", str(line["reason"]))
        say([" ".join(words.split())])
    if not listed:
        say([_("Nothing is worth a look.")])
