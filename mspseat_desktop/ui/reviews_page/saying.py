"""What a cell of the table says, shortly and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import ngettext
from mspseat_desktop.ui.reviews_page.columns import RATED
from mspseat_desktop.ui.reviews_page.words import (
    mark_text,
    occupant_words,
    result_aside,
    result_chip,
    said_bar,
    said_dates,
    said_mark,
    said_turn,
    seat_words,
)

if TYPE_CHECKING:
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.model import ReviewsModel
    from mspseat_desktop.ui.reviews_page.rows import Row


def short_words(model: ReviewsModel, row: Row, column: Column) -> str:
    """Return what stands in a cell."""
    if column.kind in RATED:
        return mark_text(column, model.marks(row))
    return said_words(model, row, column)


def said_words(model: ReviewsModel, row: Row, column: Column) -> str:
    """Return what a screen reader says of a cell."""
    match column.kind:
        case "seat":
            return f"{seat_words(row)}, {occupant_words(row)}"
        case "last":
            return said_dates(row, on=model.on, is_now=model.is_now)[0]
        case "next":
            return said_dates(row, on=model.on, is_now=model.is_now)[1]
        case "actions":
            return actions_words(model, row)
        case _:
            return _said_rating(model, row, column)


def actions_words(model: ReviewsModel, row: Row) -> str:
    """Return how many actions are open, empty for none."""
    count = model.open_actions(row)
    return (ngettext("%d open", "%d open", count) % count) if count else ""


def _said_rating(model: ReviewsModel, row: Row, column: Column) -> str:
    marks = model.marks(row)
    if column.kind in RATED:
        return f"{occupant_words(row)}, {said_mark(column, marks)}"
    if column.kind == "bar":
        return said_bar(marks)
    if column.kind == "turn":
        return said_turn(marks, {c.about: c.title for c in model.columns if c.kind == "value"})
    return ", ".join(part for part in (result_chip(row, marks)[0], result_aside(marks)) if part)
