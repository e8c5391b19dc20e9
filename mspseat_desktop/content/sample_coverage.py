"""The coverage map of the sample: marks from TOML, with a gap, a collision and a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.content.functions import function_templates
from mspseat_desktop.content.reading import counts, text, texts
from mspseat_desktop.domain.edits.coverage import add_column, belong_to, mark, start_map
from mspseat_desktop.domain.vocabulary import FunctionId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mspseat_desktop.content.reading import Table
    from mspseat_desktop.content.sample_reviews import SeatIds
    from mspseat_desktop.content.templates import NewId
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import CoverPart

_PARTS: tuple[CoverPart, ...] = ("accountable", "helps", "declined", "excluded")


def coverage_edits(
    rows: Iterable[Table], *, seats: Mapping[str, SeatIds], new_id: NewId
) -> Iterator[Edit]:
    """Yield the edits that start the map and mark it."""
    functions = {code: FunctionId(new_id()) for code in function_templates()}
    yield start_map([t.function(functions[code]) for code, t in function_templates().items()])
    for row in rows:
        function = functions[text(row, "function")]
        for part in _PARTS:
            for name in texts(row, part):
                yield add_column(seats[name].seat)
                yield mark(function, seats[name].seat, part)
        for name, number in counts(row, "belongs").items():
            ids = seats[name]
            yield belong_to(function, ids.seat, ids.responsibilities[number - 1])
