"""Writes resources/licences/THIRD_PARTY_LICENSES.md: what is shipped, under which licence.

After a change of the lock, with the Python in .venv: `.venv/bin/python packaging/licences.py`.
"""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "licences"
LIST = FOLDER / "THIRD_PARTY_LICENSES.md"

# Where the metadata of a release says it in a sentence, or not at all.
PLAIN_NAMES = {
    "click-default-group": "Public domain (Unlicense)",
    "pypdfium2": "BSD-3-Clause or Apache-2.0; PDFium: BSD-3-Clause and others, named in its texts",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-bidi": "LGPL-3.0-or-later",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib; SQLCipher: BSD-3-Clause; OpenSSL in it: Apache-2.0",
    "sqlite-fts4": "Apache-2.0",
    "tomli-w": "MIT",
}
NOT_SHIPPED = {"pip"}  # sqlite-utils asks for it to install plug-ins, which the bundle leaves out

HEAD = """\
# What MSP Seat Desktop ships of others

MSP Seat Desktop itself is under the MIT licence.

## Libraries

| Library | Version | Licence |
| --- | --- | --- |
"""
TAIL = """
Each brings its licence text in its own `.dist-info` folder, in a virtual environment as in the
double-click folder.

**Qt and PySide6 (LGPL-3.0-only)** and **python-bidi (LGPL-3.0-or-later)** are used as shared,
unchanged libraries. In the double-click folder they lie as files of their own under `_internal`
and may be replaced by compatible builds. The texts: [LGPL-3.0](LGPL-3.0.txt), which builds upon
[GPL-3.0](GPL-3.0.txt). Qt's sources are offered by The Qt Company under the version named above.

**SQLCipher (BSD-3-Clause)** is built into sqlcipher3, with OpenSSL (Apache-2.0). Its text:
[SQLCipher](SQLCipher.txt).

The double-click folder also holds Python (PSF-2.0), SQLite (public domain), and PyInstaller's start
program (GPL-2.0 with an exception that lets it go with any program).

## Fonts and icons

| Work | Licence | Text |
| --- | --- | --- |
| Inter | OFL-1.1 | `resources/fonts/OFL-Inter.txt` |
| Noto Sans Arabic | OFL-1.1 | `resources/fonts/OFL-NotoSansArabic.txt` |
| Lucide icons, some of them from Feather | ISC, MIT | `resources/icons/LICENSE` |
"""


def shipped(root: str = "mspseat-desktop") -> dict[str, Distribution]:
    """Return what the program needs at run time, and what that needs, by normalised name."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        release = distribution(waiting.pop())
        name = normal_name(release.name)
        if name in found or name in NOT_SHIPPED:
            continue
        found[name] = release
        for text in release.requires or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(needed.name)
    del found[root]
    return dict(sorted(found.items()))


def normal_name(name: str) -> str:
    """Return a library's name the way indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(release: Distribution) -> str:
    """Return a short licence name from the table above or from the release itself."""
    told = release.metadata
    if plain := PLAIN_NAMES.get(normal_name(release.name)):
        return plain
    name = told.get("License-Expression") or told.get("License")
    if not name or "\n" in name or len(name) > 40:
        raise ValueError(f"{release.name} does not name its licence plainly; add it to PLAIN_NAMES")
    return str(name)


def third_party_list() -> str:
    """Return the whole text of the list."""
    rows = [f"| {one.name} | {one.version} | {licence_of(one)} |" for one in shipped().values()]
    return HEAD + "\n".join(rows) + "\n" + TAIL


if __name__ == "__main__":
    LIST.write_text(third_party_list(), encoding="utf-8")
