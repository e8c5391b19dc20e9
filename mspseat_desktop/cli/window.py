"""The verb that starts the window: the only one that loads Qt."""

from __future__ import annotations

from pathlib import Path

import click

from mspseat_desktop.language import _


@click.command("open", help=_("Open the window, with a client or the start page."))
@click.argument("file", required=False, type=click.Path(path_type=Path, readable=False))
@click.option("--sample", is_flag=True, help=_("Open a fresh copy of the sample client."))
def open_(file: Path | None, *, sample: bool) -> int:
    """Start the window and return its exit code."""
    from mspseat_desktop.app import run  # noqa: PLC0415 - Qt, which no other verb needs

    return run(file, sample=sample)
