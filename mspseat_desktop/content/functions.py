"""The pieces of IT work that a coverage map starts with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from mspseat_desktop.content.reading import flag, read_content, tables, text
from mspseat_desktop.domain.edits.coverage import start_map
from mspseat_desktop.domain.records import Function
from mspseat_desktop.domain.vocabulary import FunctionId
from mspseat_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import Level, UsualHolder

NewId: TypeAlias = "Callable[[], str]"

_USUAL: Mapping[str, UsualHolder] = {
    "": "",
    "provider": "provider",
    "internal": "internal",
    "leadership": "leadership",
}
_LEVELS: Mapping[str, Level] = {
    "": "",
    "repair": "repair",
    "managed": "managed",
    "strategic": "strategic",
}


@dataclass(frozen=True, slots=True)
class FunctionTemplate:
    """A function to start with: plain words, the technical name, and who usually holds it.

    `level` and `protects` are for a responsibility that is made of the function.
    """

    code: str
    name: str
    term: str
    usual: UsualHolder = ""
    level: Level = ""
    protects: bool = False

    def function(self, function: FunctionId) -> Function:
        """Return it as a function of the client."""
        return Function(function, name=self.name, term=self.term, usual=self.usual, code=self.code)


def function_templates() -> Mapping[str, FunctionTemplate]:
    """Return the functions by code, in the order in which a map starts."""
    rows = tables(read_content("functions"), "function")
    return {text(row, "code"): _template(row) for row in rows}


def start_coverage(new_id: NewId) -> Edit:
    """Return the edit that starts the map; nothing is marked by guess."""
    return start_map([t.function(FunctionId(new_id())) for t in function_templates().values()])


def _template(row: Mapping[str, object]) -> FunctionTemplate:
    term = text(row, "term")
    return FunctionTemplate(
        code=text(row, "code"),
        name=_(text(row, "name")),
        term=_(term) if term else "",
        usual=_USUAL[text(row, "usual")],
        level=_LEVELS[text(row, "level")],
        protects=flag(row, "protects"),
    )
