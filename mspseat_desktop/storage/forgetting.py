"""What must not be found again: the history, and all traces of what has been deleted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mspseat_desktop.domain.charts import OF_A_CHART
from mspseat_desktop.domain.typed_words import word_fields
from mspseat_desktop.domain.vocabulary import CURRENT_CHART
from mspseat_desktop.storage import blobs
from mspseat_desktop.storage.engine import empty_log, rows
from mspseat_desktop.storage.history import forget_steps
from mspseat_desktop.storage.problems import FileProblem, problems
from mspseat_desktop.storage.rows import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

_MARK = "INSERT OR REPLACE INTO meta (key, value) VALUES ('unscrubbed', '1')"
_UNMARK = "DELETE FROM meta WHERE key = 'unscrubbed'"
_IS_MARKED = "SELECT 1 FROM meta WHERE key = 'unscrubbed'"


def forget(db: Database, reword: Callable[[str], str] | None = None) -> None:
    """Empty the history and what only it named, inside the open transaction.

    Kept charts lose whom the client does not know any more; `reword` is applied to their words.
    `scrub` has to follow; should it not come to that, the next opening does it.
    """
    forget_steps(db)
    db.execute(
        "DELETE FROM seating WHERE chart <> ? AND occupant NOT IN (SELECT id FROM occupant)",
        (CURRENT_CHART,),
    )
    if reword is not None:
        _reword_kept_charts(db, reword)
    blobs.drop_unused(db)
    db.execute(_MARK)


def scrub(db: Database) -> None:
    """Write the file anew, so that neither it nor its log holds anything of what was deleted.

    Pages keep what moved within them even where deleted rows are blanked. When the disk refuses,
    the mark stays and the next opening tries again: the edit itself is durable already.
    """
    with suppress(FileProblem), problems("writing"):
        db.execute("VACUUM")
        empty_log(db)
        db.execute(_UNMARK)  # last: until the log is empty, traces may be in it


def is_to_be_scrubbed(db: Database) -> bool:
    """Return whether something was forgotten of which traces may be left."""
    return bool(rows(db, _IS_MARKED))


def _reword_kept_charts(db: Database, reword: Callable[[str], str]) -> None:
    for kind in OF_A_CHART:
        at = table(kind)
        columns = dict(zip(at.fields, at.columns, strict=True))
        _reword(db, at.name, tuple(columns[name] for name in word_fields(kind)), reword)
    _reword(db, "chart", ("name", "note"), reword)


def _reword(
    db: Database, name: str, columns: tuple[str, ...], reword: Callable[[str], str]
) -> None:
    key = "id" if name == "chart" else "chart"
    for column in columns:
        # Every name in these statements is ours: none comes from a file or from a user.
        found = rows(
            db,
            f"SELECT rowid, {column} FROM {name} WHERE {key} <> ?",  # noqa: S608 - names are ours
            (CURRENT_CHART,),
        )
        for row, words in found:
            if (now := reword(str(words))) != words:
                db.execute(
                    f"UPDATE {name} SET {column} = ? WHERE rowid = ?",  # noqa: S608 - same
                    (now, row),
                )
