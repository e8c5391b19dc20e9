"""Measures what a passphrase costs: making its key, opening, editing, publishing, another key.

python tests/benchmarks/protecting.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import trees
from figures import tell
from storing import EDITS, Editor, milliseconds

from mspseat_desktop.storage.keys import Phrase, Sheet
from mspseat_desktop.storage.workshop import Workshop
from world import clock

if TYPE_CHECKING:
    from mspseat_desktop.storage.keys import Key

SEATS = 10_000
TIMES = 5


def measure(folder: Path, key: Key | None) -> None:
    """Open, edit and publish a client with this key, or with none."""
    kind = "protected" if key is not None else "plain"
    workshop = Workshop(folder / f"home-{kind}", now=clock)
    path = folder / f"{kind}.mspseat"
    document = workshop.new_document(trees.records(SEATS), key).document
    document.set_target(path)
    document.publish()
    document.close()
    secret = Sheet(key) if key is not None else None

    def open_it() -> None:
        workshop.open_document(path, secret).document.close()

    tell(f"open_{kind}_ms", [milliseconds(open_it) for _ in range(TIMES)], seats=SEATS)
    document = workshop.open_document(path, secret).document
    editor = Editor(document)
    tell(f"edit_{kind}_ms", [editor.edit() for _ in range(EDITS)], seats=SEATS)
    publishing = []
    for _ in range(TIMES):
        editor.edit()
        publishing.append(milliseconds(document.publish))
    tell(f"publish_{kind}_ms", publishing, seats=SEATS)
    fresh = Phrase("four words for tests").fresh_key()
    tell(
        f"other_key_for_{kind}_ms", [milliseconds(lambda: document.change_key(fresh))], seats=SEATS
    )
    document.close()


def main(folder: Path) -> None:
    """Measure a plain client beside a protected one."""
    making = [milliseconds(Phrase("four words for tests").fresh_key) for _ in range(TIMES)]
    tell("key_of_a_passphrase_ms", making)
    measure(folder, None)
    measure(folder, Phrase("four words for tests").fresh_key())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
