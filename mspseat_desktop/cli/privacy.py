"""The verbs about what leaves the laptop and what is forgotten: send, forget-history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mspseat_desktop.cli.clients import check_ending, forget_history_of, look_at, write_copy
from mspseat_desktop.cli.finding import named_seat
from mspseat_desktop.cli.telling import Told, say
from mspseat_desktop.domain.leaving_out import PARTS, PRESETS, Sending, counted, reduced
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _
from mspseat_desktop.wording.forgetting import rewritten_text
from mspseat_desktop.wording.sending import (
    left_out_lines,
    sent_text,
    stand_ins,
    travelling_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.leaving_out import Part, Preset
    from mspseat_desktop.domain.vocabulary import OccupantId

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself
_PART = click.Choice([part.replace("_", "-") for part in PARTS])


@click.command("send", help=_("Write a copy that leaves out what it is not for."))
@click.argument("file", type=FILE)
@click.option(
    "--for",
    "preset",
    type=click.Choice(list(PRESETS)),
    default="owner",
    help=_("Whom the copy is for."),
)
@click.option("--seat", "name", default="", help=_("A seat of the provider that it is for."))
@click.option("--with", "also", type=_PART, multiple=True, help=_("A part that is to travel."))
@click.option("--without", "less", type=_PART, multiple=True, help=_("A part to leave out."))
@click.option("--list", "only_list", is_flag=True, help=_("Say what is left out, write nothing."))
@click.option("--out", type=FILE, help=_("The client file to write."))
def send(
    file: Path,
    preset: str,
    name: str,
    *,
    also: tuple[str, ...],
    less: tuple[str, ...],
    only_list: bool,
    out: Path | None,
) -> None:
    """List what is left out and what the copy holds, then write it."""
    if out is None and not only_list:
        raise click.UsageError(_("Name the file to write by --out, or only --list."))
    if out is not None and not only_list:
        check_ending(out)
    without = (PRESETS[cast("Preset", preset)] | _parts(less)) - _parts(also)
    with look_at(file) as (client, _charts):
        provider = _provider(client, name) if preset == "provider" else None
        sending = Sending(without, stand_ins(), provider)
        _list(client, sending)
    if out is not None and not only_list:
        write_copy(file, sending, out)
        say(["", sent_text(out.name, without)])


@click.command("forget-history", help=_("Take all that undo knows out of a client, for good."))
@click.argument("file", type=FILE)
@click.option("--backups", is_flag=True, help=_("Out of its backups on this computer too."))
def forget_history(file: Path, *, backups: bool) -> None:
    """Empty the history of the client's file."""
    done = forget_history_of(file, backups=backups)
    say([_("The history is forgotten.")])
    if done is not None:
        say([rewritten_text(*done)])


def _parts(names: Iterable[str]) -> frozenset[Part]:
    return frozenset(cast("Part", name.replace("-", "_")) for name in names)


def _provider(client: Client, name: str) -> OccupantId:
    """Return the provider in the seat; raise Told where the seat or a provider is missing."""
    if not name:
        raise click.UsageError(_("Name a seat of the provider by --seat."))
    seat = named_seat(client, name)
    for seating in client.seatings(seat):
        if client.get(Occupant, seating.occupant).kind == "provider":
            return seating.occupant
    title = client.seat(seat).title
    raise Told(_("No provider sits in “{seat}”.").replace("{seat}", title))


def _list(client: Client, sending: Sending) -> None:
    counts = counted(client, sending.provider)
    named = client.get(Occupant, sending.provider).name if sending.provider else ""
    rest = reduced(client, sending)
    left = left_out_lines(counts, sending.without, provider=named)
    stays = travelling_lines(rest, counts, sending.without, provider=named)
    say([_("Left out:"), *(f"  {line}" for line in left)])
    say([_("The copy holds:"), *(f"  {line}" for line in stays)])
