"""What the command line says: results on stdout, one sentence on stderr when something is wrong."""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.wording import imports, problems
from mspseat_desktop.wording.edits import refusal_text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Told(Exception):  # noqa: N818 - what the user asked for is not possible; nobody's fault
    """A sentence for the user; the command ends with exit code 1."""


def sentence_of(problem: Exception) -> str | None:
    """Return the sentence for a problem that can be told, None for a fault of the program."""
    match problem:
        case Told():
            return str(problem)
        case FileProblem():
            return problems.problem_text(problem.code, problem.params)
        case ImportProblem():
            return imports.problem_text(problem.code, problem.params)
        case Refused():
            return refusal_text(problem)
        case click.ClickException():
            return problem.format_message()
    return None


def say(lines: Sequence[str]) -> None:
    """Write lines to stdout."""
    for line in lines:
        click.echo(line)


def say_json(value: object) -> None:
    """Write a value as JSON to stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_sentence(sentence: str) -> None:
    """Write one sentence to stderr, on one line whatever it holds."""
    click.echo(" ".join(sentence.split()), err=True)


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale or code page is, for the scripts that read it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
