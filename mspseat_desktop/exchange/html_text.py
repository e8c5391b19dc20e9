"""Takes the text out of copied HTML: lists stay indented, rows of tables keep their cells."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPACE = re.compile(r"\s+")
_SILENT = frozenset({"script", "style", "head", "title", "template"})
_LISTS = frozenset({"ul", "ol", "dl"})
_LINES = _LISTS | frozenset(
    {f"h{level}" for level in range(1, 7)}
    | {"p", "div", "li", "dt", "dd", "tr", "br", "pre", "table", "section", "article"}
)


def text_of_html(source: str) -> str:
    """Return the lines of the HTML: a tab for each list around one, and between the cells of a row.

    Nothing that the HTML points to is looked at, and each letter of it only once.
    """
    reader = _Reader()
    for part in _TAG.split(source):
        found = _NAME.match(part)
        if found is not None:
            reader.take_tag(found[2].lower(), closes=bool(found[1]))
        elif not part.startswith("<!") and not reader.silent:
            reader.words.append(_SPACE.sub(" ", html.unescape(part)))
    reader.end_line()
    return "\n".join(reader.lines)


class _Reader:
    """Collects words to lines, by the tags between them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.silent = ""
        """The tag whose content does not show, while in one."""
        self._depth = 0
        self._cells = 0

    def take_tag(self, tag: str, *, closes: bool) -> None:
        """Begin or end a line, a list, a cell, or what does not show."""
        if tag in _SILENT or self.silent:
            if not self.silent or tag == self.silent:
                self.silent = "" if closes else tag
            return
        if tag in {"td", "th"} and not closes:
            self.words += ["\t"] if self._cells else []
            self._cells += 1
        elif tag in {"tr", "table"} or (tag in _LINES and not self._cells):
            self.end_line()
        elif tag in _LINES:
            self.words.append(" ")
        if tag in _LISTS:
            self._depth = max(0, self._depth + (-1 if closes else 1))

    def end_line(self) -> None:
        """Keep the words so far as a line."""
        cells = [" ".join(cell.split()) for cell in "".join(self.words).split("\t")]
        if any(cells):
            self.lines.append("\t" * max(0, self._depth - 1) + "\t".join(cells))
        self.words, self._cells = [], 0
