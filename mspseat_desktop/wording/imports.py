"""Sentences for what an import found, decided, or could not take."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.forms import form_words
from mspseat_desktop.wording.pasting import paste_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"\{(\w+)\}")

LONGEST = 120
"""Characters of a value from a file that a sentence shows."""
LONGEST_LIST = 2000
"""Characters of a list of names or rows that a sentence shows."""


def note_text(code: str, *, row: int, value: str, more: str) -> str:
    """Return what happened to a row of an imported file, as one sentence."""
    words = (_note_words() | _counted_words(more)).get(code, _("Row {row}: {value}"))
    shown = {"row": str(row), "value": _short(value), "more": _short(more, longest=LONGEST_LIST)}
    return _filled(words, shown)


def problem_text(code: str, params: Mapping[str, str]) -> str:
    """Return why a file was not taken and what to do, as one or two sentences."""
    words = _file_words() | _table_words() | _answer_words() | _picture_words() | paste_words()
    words |= form_words() | _chart_words()
    shown = {name: _short(value) for name, value in params.items()}
    return _filled(words.get(code, _("This file can not be read.")), shown)


def found_text(*, seats: int, occupants: int, open_seats: int, roots: int) -> str:
    """Return what an import brought, in one sentence."""
    return _("{seats}, {occupants}, {open}, {roots}.").format(
        seats=ngettext("{n} seat", "{n} seats", seats).format(n=seats),
        occupants=ngettext("{n} occupant", "{n} occupants", occupants).format(n=occupants),
        open=ngettext("{n} open seat", "{n} open seats", open_seats).format(n=open_seats),
        roots=ngettext("{n} at the top", "{n} at the top", roots).format(n=roots),
    )


def columns_read_text(columns: Mapping[str, str]) -> str:
    """Return which column was read as what, as one sentence; what by header."""
    names = _field_words()
    read = [f"{_shown_header(h)} → {names.get(f, f)}" for h, f in columns.items()]
    return _("Columns read: {columns}.").format(columns=", ".join(read))


def columns_left_text(headers: list[str]) -> str:
    """Return which columns were not taken, as one sentence."""
    shown = ", ".join(_shown_header(header) for header in headers)
    return ngettext(
        "{n} column was not taken: {columns}.",
        "{n} columns were not taken: {columns}.",
        len(headers),
    ).format(n=len(headers), columns=shown)


def imported_on_text(on: str, row: int) -> str:
    """Return the line that starts a seat's import note; `on` is a date in ISO 8601."""
    return _("Imported on {date}, row {row}.").format(date=on, row=row)


def _shown_header(header: str) -> str:
    return _short(header) or _("a column without a name")


def _filled(words: str, params: Mapping[str, str]) -> str:
    # In one go: a value out of a file may hold braces itself.
    return _PLACE.sub(lambda place: params.get(place[1], place[0]), words)


def _short(value: str, *, longest: int = LONGEST) -> str:
    line = " ".join(value.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _field_words() -> dict[str, str]:
    return {
        "id": _("id"),
        "source_id": _("id in the source"),
        "parent": _("reports to"),
        "title": _("title"),
        "person": _("occupant"),
        "first_name": _("first name"),
        "last_name": _("last name"),
        "responsibilities": _("responsibilities"),
        "purpose": _("purpose"),
        "kind": _("person or provider"),
        "email": _("e-mail"),
        "phone": _("phone"),
        "second_manager": _("also reports to"),
        "assistant": _("assistant"),
        "group": _("kept in the notes"),
        "notes": _("notes"),
        "detail": _("about each occupant, kept in the notes"),
    }


def _note_words() -> dict[str, str]:
    return {
        "encoding_guessed": _(
            "The file does not say how its letters are coded. It was read as Windows-1252: "
            "see whether “{value}” looks right."
        ),
        "parent_by_values": _(
            "No column is named as the parent. Column {more} “{value}” holds ids only and was "
            "read as that."
        ),
        "id_shared": _(
            "Row {row} has the id “{value}” of row {more}, with the same title and parent: "
            "one seat with several occupants."
        ),
        "row_repeated": _("Row {row} repeats row {more} (id “{value}”): taken once."),
        "id_used_again": _(
            "Row {row} has the id “{value}” of row {more}, but another title or parent: "
            "a seat of its own. Reports that name the id stay with row {more}."
        ),
        "self_parent": _("Row {row} reports to itself (“{value}”): it is now at the top."),
        "missing_parent": _(
            "Row {row} reports to “{value}”, which is not in the file: it is now at the top."
        ),
        "parent_instead": _(
            "Row {row} reports to “{value}”, which is not in the file: “{more}” was taken instead."
        ),
        "parent_not_taken": _(
            "Row {row} reports to “{more}”; “{value}” beside it means another seat and was not "
            "taken."
        ),
        "parent_read_as": _("Row {row} reports to “{value}”, which was read as “{more}”."),
        "parent_of_several": _(
            "Row {row} reports to “{value}”, which fits several seats: row {more} was taken."
        ),
        "cycle_cut": _(
            "Row {row} reports to “{value}” in a circle (rows {more}): the circle was cut here, "
            "and it is now at the top."
        ),
        "in_cycle": _(
            "Row {row} was in a circle of seats that report to each other (rows {more})."
        ),
        "open_word": _("Row {row} has “{value}” for an occupant: the seat is open."),
        "taken_as_provider": _("Row {row}: “{value}” looks like a company and is a provider now."),
        "no_title": _("Row {row} has no title (“{value}”)."),
        "several_occupants": _(
            "Row {row} has several occupants: “{value}” is accountable, also in this seat: {more}."
        ),
        "same_person": _("“{value}” stands in several rows ({more}) and is one occupant."),
    }


def _counted_words(more: str) -> dict[str, str]:
    """Return the words of notes whose `more` is a number."""
    n = int(more) if more.isascii() and more.isdigit() else 0
    return {
        "rows_above_header": ngettext(
            "{more} row above the header was not taken.",
            "{more} rows above the header were not taken.",
            n,
        ),
        "empty_rows": ngettext(
            "{more} row without any value was not taken.",
            "{more} rows without any value were not taken.",
            n,
        ),
        "control_characters": ngettext(
            "Signs that can not be shown were taken out of {more} cell.",
            "Signs that can not be shown were taken out of {more} cells.",
            n,
        ),
    }


def _file_words() -> dict[str, str]:
    return {
        "source_gone": _("There is no file “{file}”."),
        "source_folder": _("“{file}” is a folder. Choose a file."),
        "source_special": _("“{file}” is not an ordinary file."),
        "source_large": _("“{file}” is larger than {megabytes} MB and was not read."),
        "source_unreadable": _("“{file}” can not be read. See whether you may open it."),
        "empty": _("The file is empty."),
        "is_workbook": _("This is an Excel workbook, not a CSV. Save it as CSV in Excel first."),
        "is_database": _("This is a database or a client file, not a CSV. Open it instead."),
        "is_pdf": _("This is a PDF, not a CSV."),
        "is_json": _("This is JSON, not a CSV."),
        "is_html": _("This is a web page, not a CSV."),
        "encoding": _("The letters of this file can not be read. Save it as “CSV UTF-8” first."),
    }


def _table_words() -> dict[str, str]:
    return {
        "no_header": _(
            "The file has no row that names its columns. One of the first rows must hold names "
            "such as id, reports to, title, occupant."
        ),
        "no_rows": _("The file has a header but no rows."),
        "open_quote": _(
            "A quotation mark that opens in row {row} is not closed. Close it, or take it out."
        ),
        "bad_quotes": _("The quotation marks in row {row} are not closed as they should be."),
        "too_many_columns": _("Row {row} has {columns} columns; {most} can be read."),
        "too_many_rows": _("The file has more than {most} rows, which is more than can be read."),
        "long_cell": _("A cell in row {row} holds more than {most} characters."),
    }


def _chart_words() -> dict[str, str]:
    return {
        "picture_of_chart_large": _(
            "A PNG of this chart would have {wide} by {high} pixels, more than can be sharp and "
            "whole: {most} a side and {all} million in all are the most."
        ),
        "chart_too_small": _(
            "The chart is too large for one page: letters would be smaller than 6 points."
        ),
    }


def _picture_words() -> dict[str, str]:
    return {
        "picture_kind": _(
            "This is no picture that can be read. Choose a PNG, JPEG, WebP, GIF or BMP file."
        ),
        "picture_large": _(
            "This picture is larger than {megabytes} MB and was not read. Make it smaller first."
        ),
        "picture_pixels": _(
            "This picture has {wide} by {high} pixels, which is more than can be read. Make it"
            " smaller first."
        ),
        "picture_broken": _("This picture is damaged and can not be read. Choose another one."),
        "picture_slow": _(
            "This picture takes too much time or memory to read. Save it anew in another program,"
            " or choose another one."
        ),
    }


def _answer_words() -> dict[str, str]:
    return {
        "json_syntax": _("The answers are not JSON that can be read: line {line}."),
        "json_encoding": _("The answers are not text in UTF-8."),
        "json_deep": _("The answers are nested too deeply to be read."),
        "json_number": _("The answers hold a number that can not be read."),
        "json_repeated": _("The answers name “{key}” twice."),
        "answers_object": _("“{key}” must be an object with names and values."),
        "answers_list": _("“{key}” must be a list."),
        "answers_text": _("“{key}” must be text."),
        "answers_long": _("The text of “{key}” is longer than {most} characters."),
        "answers_unknown": _("The answers hold “{key}”, which is not known there."),
        "answers_value": _("“{key}” can not be “{value}”. It can be: {choices}."),
        "answers_unknown_rests": _(
            "“{key}” says who, when or where, so it is not unknown. Write seen or claimed."
        ),
        "answers_date": _("“{key}” must be a date such as 2026-10-14, not “{value}”."),
        "answers_question": _("There is no question “{key}” for this seat."),
        "answers_responsibility": _("This seat has no responsibility “{key}”."),
        "answers_core_value": _("This client has no core value “{key}”."),
        "answers_homework": _("There is no homework “{key}”."),
        "answers_nobody": _("Nobody sits in “{key}”, so there is nobody to review."),
        "answers_occupant": _("This client has nobody called “{key}”."),
        "answers_ambiguous": _("“{key}” fits several. Use its number or id."),
    }
