"""The user's own templates: one TOML file each in the program's folder, read with care."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mspseat_desktop.content.template_files import (
    LARGEST,
    OwnTemplate,
    read_template,
    template_bytes,
)
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.storage.private_files import make_folder, write_whole
from mspseat_desktop.storage.problems import FileProblem, problems

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "templates"
ENDING = ".toml"
MOST_FILES = 500
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Shelf:
    """The templates by name, and a problem for each file that is none."""

    templates: tuple[OwnTemplate, ...] = ()
    problems: tuple[FileProblem, ...] = ()

    def named(self, name: str) -> OwnTemplate | None:
        """Return the template of this name, or None."""
        wanted = _plain(name)
        return next((t for t in self.templates if _plain(t.name) == wanted), None)


def own_templates(home: Path) -> Shelf:
    """Return what lies in the program's folder `home`; nothing there is ever changed by it."""
    folder = home / FOLDER
    found: list[OwnTemplate] = []
    trouble: list[FileProblem] = []
    try:
        with problems("reading", FOLDER):
            files = sorted(folder.iterdir()) if folder.is_dir() else []
    except FileProblem as problem:
        return Shelf(problems=(problem,))
    wanted = [f for f in files if f.suffix.lower() == ENDING and not f.name.startswith(".")]
    for file in wanted[:MOST_FILES]:
        try:
            found.append(template_at(file))
        except FileProblem as problem:
            trouble.append(problem)
    return Shelf(tuple(sorted(found, key=lambda t: _plain(t.name))), tuple(trouble))


def template_at(path: Path) -> OwnTemplate:
    """Return the template in the file; raise FileProblem with one sentence for anything else."""
    with problems("reading", path.name):
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem("folder", name=path.name)
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem("not-a-file", name=path.name)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    return replace(read_template(content, file=path.name), path=path)


def keep(home: Path, template: OwnTemplate) -> OwnTemplate:
    """Write the template into the program's folder, under a name that is free there.

    Raises FileProblem.
    """
    name = _free_name(own_templates(home), template.name[:LONGEST_NAME].strip())
    named = replace(template, name=name)
    with problems("writing", name):
        folder = home / FOLDER
        make_folder(folder)
        path = _free_path(folder, name)
        write_whole(path, template_bytes(named))
    return replace(named, path=path)


def rename(template: OwnTemplate, name: str) -> OwnTemplate:
    """Give the template another name; its file stays where it is. Raises FileProblem."""
    named = replace(template, name=name[:LONGEST_NAME].strip())
    if template.path is not None:
        with problems("writing", template.path.name):
            write_whole(template.path, template_bytes(named))
    return named


def delete(template: OwnTemplate) -> None:
    """Delete the template's file; nothing happens when it is gone already. Raises FileProblem."""
    if template.path is not None:
        with problems("writing", template.path.name):
            template.path.unlink(missing_ok=True)


def pass_on(template: OwnTemplate, path: Path) -> None:
    """Write the template to a file for somebody else. Raises FileProblem."""
    write_out(path, template_bytes(template))


def take_in(home: Path, path: Path) -> OwnTemplate:
    """Keep a template that somebody passed on, and return it. Raises FileProblem."""
    return keep(home, template_at(path))


def _free_name(shelf: Shelf, name: str) -> str:
    taken = {_plain(t.name) for t in shelf.templates}
    free, number = name, 2
    while _plain(free) in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _free_path(folder: Path, name: str) -> Path:
    """Return a file name that every system takes; the beginning keeps off names of devices."""
    words = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40].strip("-")
    stem = f"seat-{words}" if words else "seat"
    path, number = folder / f"{stem}{ENDING}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ENDING}", number + 1
    return path


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
