"""Words for two versions of one client, and for one that is open in two places."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OPEN = frozenset({"in-use", "open-elsewhere"})
"""Codes of a file that somebody has open."""


def open_elsewhere_text(
    code: str, params: Mapping[str, str], *, date: Callable[[str], str] = str
) -> str:
    """Return where a client is open, and what each way to go on means; `date` writes a day."""
    name = params.get("name") or _("the file")
    if code == "in-use":
        words = _(
            "“{name}” is open in another window or program on this computer. Here you can look at "
            "it as it is in its file, or go on in a copy, which is a client of its own."
        )
        return words.replace("{name}", name)
    words = _(
        "“{name}” seems to be open on {host}{since}. If it still is, look at it here as it is in "
        "its file, or go on in a copy. Take it over only when nobody works on it there: who saves "
        "second is asked to keep both versions."
    )
    since = _since(params.get("since", ""), date)
    return (
        words.replace("{since}", since)
        .replace("{host}", params.get("host") or _("another computer"))
        .replace("{name}", name)
    )


def _since(text: str, date: Callable[[str], str]) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return ""
    words = _(", since {day} at {time}")
    return words.replace("{day}", date(f"{at:%Y-%m-%d}")).replace("{time}", f"{at:%H:%M}")


def bring_over_words(file: str, *, is_kept: bool = True) -> tuple[str, str, str]:
    """Return title, introduction and the head of the other column of a list of differences.

    `is_kept`: our own version has just been put in that file.
    """
    if is_kept:
        words = _(
            "“{file}” beside it has your version. The file is open now as somebody else left it. "
            "Tick what to bring over from your version; Undo takes it back as one step."
        )
        return _("Both versions are kept"), words.replace("{file}", file), _("In your version")
    words = _(
        "Compared with “{file}”. Tick what to bring over from there; Undo takes it back as one "
        "step, and that file stays as it is."
    )
    return _("What differs"), words.replace("{file}", file), _("In that file")


def read_beside_text(path: Path, other: Path) -> str:
    """Return that another file holds the same client, and where it is."""
    if path.parent == other.parent:
        words = _("“{file}” is a second version of “{other}” beside it: the same client.")
        return words.replace("{file}", path.name).replace("{other}", other.name)
    words = _("The same client is also in {other}.")
    return words.replace("{other}", str(other))


def rescued_text() -> tuple[str, str]:
    """Return title and introduction of what was read of a damaged working copy."""
    return _("Work on this laptop was damaged"), _(
        "Work that was not in the file yet lay in a damaged copy. This could be read of it; tick "
        "what to bring over. All of it also waits on the start page as a client of its own."
    )
