"""A form that came back: its fields read in a process that can be ended, then held against ours.

A PDF from outside is what a made-up file attacks a program with, and a few kilobytes can keep a
reader busy for hours; so none is read in this process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mspseat_desktop.exchange.problems import ImportProblem
from mspseat_desktop.exchange.source_file import source_bytes
from mspseat_desktop.reports.provider_form import FILLED_BY, MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_SOURCE = 20 * 1024 * 1024
"""Bytes of a form that is still read; one of ours has some 150 KB."""
LONGEST_SECONDS = 15.0
LARGEST_ANSWER = 16 * 1024 * 1024
BUNDLED_FLAG = "--read-form"
"""What tells the bundled program that it is started to read a form."""


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """What a form of ours says: its hidden marks, who filled it in, and its fields by name."""

    document: str
    form: str
    seat: str
    version: str
    digest: str
    filled_by: str
    fields: Mapping[str, str]
    """Texts and choices; a field that held anything else is not among them."""


def read_form(source: Path | bytes, *, seconds: float = LONGEST_SECONDS) -> ReturnedForm:
    """Return what the PDF says.

    Raises ImportProblem: those of `source_bytes`; `form_kind` (no PDF), `form_broken`,
    `form_locked`, `form_flat` (no fields left), `form_foreign`, `form_fields`, `form_names`,
    `form_long`, `form_slow`, `form_edited` (marks gone or of a wrong kind).
    """
    data = source if isinstance(source, bytes) else source_bytes(source, largest=LARGEST_SOURCE)
    found = _fields(data, seconds=seconds)
    if not any(name in found for name in MARKS):
        raise ImportProblem("form_foreign")
    marks = [found.get(name) for name in MARKS]
    if not all(marks):
        raise ImportProblem("form_edited")
    if any(value is None for value in found.values()):
        raise ImportProblem("form_types")
    fields = {name: value for name, value in found.items() if value is not None}
    document, form, seat, version, digest = (str(mark) for mark in marks)
    filled_by = " ".join(fields.get(FILLED_BY, "").split())[:200]
    return ReturnedForm(document, form, seat, version, digest, filled_by, fields)


def _fields(data: bytes, *, seconds: float) -> dict[str, str | None]:
    try:
        done = subprocess.run(  # noqa: S603 - this program itself, no shell
            _command(),
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise ImportProblem("form_slow") from error
    except OSError as error:  # no process is to be had: out of memory, or forbidden here
        raise ImportProblem("form_slow") from error
    head, _end, content = done.stdout.partition(b"\n")
    if done.returncode != 0 or not head or len(content) > LARGEST_ANSWER:
        raise ImportProblem("form_slow")  # ended by its limits, or by the file
    if head != b"fields":
        raise ImportProblem(head.decode("ascii", "replace"))
    return _checked(content)


def _checked(content: bytes) -> dict[str, str | None]:
    """Return the fields, in case the reader was made to say something else."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ImportProblem("form_broken") from error
    if not isinstance(said, dict):
        raise ImportProblem("form_broken")
    if not all(value is None or isinstance(value, str) for value in said.values()):
        raise ImportProblem("form_broken")
    return said


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        # The one of the two programs that always has a standard input and output.
        own = Path(sys.executable)
        return [str(own.with_name("mspseat" + own.suffix)), BUNDLED_FLAG]
    return [sys.executable, "-P", str(Path(__file__).with_name("provider_form_child.py"))]
