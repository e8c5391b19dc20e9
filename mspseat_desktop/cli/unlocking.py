"""What opens protected clients for a command: a passphrase from a file, or typed at the terminal.

Never from the command line itself or a variable: other programs and the shell's history see those.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mspseat_desktop.cli.telling import Told
from mspseat_desktop.language import _
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from mspseat_desktop.storage.keys import Secret

Result = TypeVar("Result")
LARGEST = 8_192
"""Bytes of a file with a passphrase."""
_file: ContextVar[Path | None] = ContextVar("passphrase-file", default=None)


def add_option(verb: click.Command) -> None:
    """Give the verb the option that names the file with the passphrase."""
    verb.params.append(
        click.Option(
            ["--passphrase-file"],
            type=click.Path(path_type=Path, readable=False),
            help=_("A file whose first line is the passphrase of a protected client."),
            expose_value=False,
            callback=lambda _context, _option, path: _file.set(path),
        )
    )


def unlocked(run: Callable[[Secret | None], Result]) -> Result:
    """Run it without a secret, and once more with one when the client is protected.

    Raises FileProblem, and Told when there is nobody to ask.
    """
    try:
        return run(None)
    except FileProblem as problem:
        if problem.code != "protected":
            raise
        name = problem.params.get("name", "")
    secret = _secret(name)
    try:
        return run(secret)
    finally:
        secret.wipe()


def _secret(name: str) -> Secret:
    from mspseat_desktop.storage.keys import Phrase  # noqa: PLC0415 - seldom needed

    path = _file.get()
    if path is not None:
        return Phrase(_first_line(path))
    if not sys.stdin.isatty():
        words = _("“{name}” is protected by a passphrase. Name a file with it: --passphrase-file.")
        raise Told(words.replace("{name}", name))
    asked = _("Passphrase of “{name}”").replace("{name}", name)
    return Phrase(click.prompt(asked, hide_input=True, err=True))


def _first_line(path: Path) -> str:
    with problems("reading", path.name), path.open("rb") as file:
        line = file.readline(LARGEST).decode("utf-8-sig")
    return line.rstrip("\r\n")
