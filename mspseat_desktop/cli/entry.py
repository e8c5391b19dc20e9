"""Where the command line begins: runs a verb, turns problems into exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from mspseat_desktop import __version__
from mspseat_desktop.cli.backups import backups, restore
from mspseat_desktop.cli.charts import export, import_, info, new, seats
from mspseat_desktop.cli.forms import form, form_import
from mspseat_desktop.cli.health import health
from mspseat_desktop.cli.kept_charts import charts
from mspseat_desktop.cli.privacy import forget_history, send
from mspseat_desktop.cli.review_verbs import report, review, reviews
from mspseat_desktop.cli.telling import say_sentence, sentence_of, speak_utf8
from mspseat_desktop.cli.unlocking import add_option
from mspseat_desktop.cli.window import open_
from mspseat_desktop.diagnostics import keep_to_oneself, log_exception, start_log
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Accountability charts with a seat for every service provider, and fair seat reviews."),
)
@click.version_option(__version__, prog_name="mspseat", message="%(prog)s %(version)s")
def verbs() -> None:
    """Hold the verbs together."""


for _verb in (
    *(new, import_, info, seats, charts, health, report, review, reviews, form, form_import),
    *(export, send, forget_history, backups, restore, open_),
):
    verbs.add_command(_verb)
for _verb in (info, seats, charts, health, report, review, reviews, form, form_import):
    add_option(_verb)
for _verb in (export, send, forget_history, backups, restore):
    add_option(_verb)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments spell and return its exit code.

    0 is done, 1 not possible (one sentence on stderr), 2 wrong usage.
    """
    speak_utf8()
    if not arguments:
        click.echo(verbs.get_help(click.Context(verbs, info_name="mspseat")), err=True)
        return WRONG_USAGE
    try:
        code = verbs.main(list(arguments), prog_name="mspseat", standalone_mode=False)
    except click.UsageError as error:
        say_sentence(_with_help(error))
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; Python must not complain about it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - the outermost border: never a traceback
        return _failed(error)
    return code if isinstance(code, int) else 0


def main() -> None:
    """Run the command line of this process."""
    keep_to_oneself()
    sys.exit(run(sys.argv[1:]))


def _failed(error: Exception) -> int:
    sentence = sentence_of(error)
    if sentence is None:
        _note(error)
        kind = type(error).__name__
        sentence = _("Something in the program went wrong ({kind}).").format(kind=kind)
    say_sentence(sentence)
    return FAILED


def _note(error: Exception) -> None:
    """Write a fault of the program to its log, if there is room for one."""
    with suppress(OSError):
        start_log()
        log_exception(error)


def _with_help(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "mspseat"
    return f"{error.format_message()} " + _("See “{command} --help”.").format(command=path)
