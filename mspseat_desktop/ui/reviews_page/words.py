"""Short words of the page: what to show, how to sort, and what each cell says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.scene import days_between
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.ui.reviews_page.rows import BELOW, share_of_rows
from mspseat_desktop.ui.seat_panel.words import TONES
from mspseat_desktop.wording.outcomes import (
    answer_text,
    call_text,
    headline_text,
    letter_name,
    move_text,
)
from mspseat_desktop.wording.rounds import (
    bar_state_text,
    headline_move_text,
    share_text,
    turn_text,
    value_mark,
    values_mark,
    values_text,
    why_not_comparable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mspseat_desktop.domain.gwc import Letter
    from mspseat_desktop.domain.rounds import Turn
    from mspseat_desktop.domain.standing import Move
    from mspseat_desktop.ui.reviews_page.columns import Column
    from mspseat_desktop.ui.reviews_page.marks import Marks
    from mspseat_desktop.ui.reviews_page.rows import Row, Showing, Sorting, Wanted

BLANK = "\N{MIDDLE DOT}"
TURN_ROLES: dict[Turn, str] = {
    "better": "yes",
    "worse": "no",
    "mixed": "partly",
    "same": "unanswered",
    "not_comparable": "unanswered",
    "not_again": "unanswered",
    "first": "unanswered",
}


def showing_words() -> dict[Showing, str]:
    """Return what can be shown."""
    return {
        "all": _("All seats"),
        "due": _("Due or overdue"),
        "wrong": _("Wrong seat"),
        "below": _("Below the bar"),
        "never": _("Never reviewed"),
        "providers": _("Providers"),
    }


def sorting_words() -> dict[Sorting, str]:
    """Return how the lines can be sorted."""
    return {
        "chart": _("As in the chart"),
        "outcome": _("By result"),
        "next": _("By next review"),
        "name": _("By name"),
    }


def nothing_words(showing: Showing) -> str:
    """Return what an empty list says."""
    return {
        "all": _("No seat stands in this round."),
        "due": _("Nothing is due."),
        "wrong": _("Nobody is in the wrong seat."),
        "below": _("Nobody is below the bar."),
        "never": _("Everybody has been reviewed."),
        "providers": _("No provider holds a seat."),
    }[showing]


def how_to_begin_words() -> str:
    """Return what to do where nothing was reviewed yet."""
    return _(
        "No review is finished yet. Rate right in the lines: Y or N for G, W and C, "
        "+, / or - for core values; Enter opens the whole review."
    )


def summary_words(rows: Sequence[Row], wanted: Wanted, *, on: str, hidden: bool) -> str:
    """Return what a round comes to: how many are right, below the bar and due."""
    parts = []
    if not hidden:
        parts.append(share_text(share_of_rows(rows)))
        below = sum(1 for row in rows if row.headline in BELOW)
        if below:
            parts.append(_("%d below the bar") % below)
    due = sum(1 for row in rows if row.is_due(on)) if wanted.quarter is None else 0
    if due:
        parts.append(ngettext("%d review due", "%d reviews due", due) % due)
    return " · ".join(parts)


def occupant_words(row: Row) -> str:
    """Return who sits there and how; an open seat says so."""
    if row.line.occupant is None:
        return _("Open seat")
    name = row.name or _("unnamed")
    return _("{name} (also there)").replace("{name}", name) if row.line.role == "also" else name


def seat_words(row: Row) -> str:
    """Return the title of the seat."""
    return row.title or _("Untitled seat")


def result_chip(row: Row, marks: Marks) -> tuple[str, str]:
    """Return the words of the result and their role."""
    if marks.is_draft:
        counts = {"given": marks.given, "count": marks.count}
        return _("Draft, %(given)d of %(count)d") % counts, "accent"
    if marks.outcome is None:
        return _("Not reviewed yet"), "unanswered"
    if row.line.occupant is None:
        return _("Open seat"), "unanswered"
    if marks.outcome.changed:
        return _("Seat changed: review again"), "unanswered"
    words = headline_text(marks.outcome.headline, is_provider=marks.outcome.is_provider)
    return words, TONES[marks.outcome.tone]


def result_aside(marks: Marks) -> str:
    """Return the small line below the result: what was before a draft, who covers an open seat."""
    if marks.outcome is None:
        return _("a sentence is missing") if marks.unexplained else ""
    if marks.is_draft:
        if marks.unexplained:
            return _("a sentence is missing")
        before = headline_text(marks.outcome.headline, is_provider=marks.outcome.is_provider)
        return _("before: {headline}").replace("{headline}", before)
    if marks.outcome.covered_by:
        return _("covered by {name}").replace("{name}", marks.outcome.covered_by)
    if marks.outcome.candidates:
        count = marks.outcome.candidates
        return ngettext("%d candidate reviewed", "%d candidates reviewed", count) % count
    return _("first 90 days") if marks.outcome.first_90_days else ""


def bar_chip(marks: Marks) -> tuple[str, str]:
    """Return how many values are + and the role that the bar gives them."""
    roles = {"over": "yes", "below": "partly", "undecided": "unanswered"}
    if not marks.total:
        return "", "unanswered"
    return values_mark(marks.plus, marks.total), roles.get(marks.bar, "unanswered")


def late_words(row: Row, *, on: str) -> str:
    """Return by how many days the next review is late, empty when it is not."""
    days = days_between(row.next_on, on) if row.next_on else None
    if days is None or days < 0:
        return ""
    if days == 0:
        return _("due today")
    return ngettext("%d day overdue", "%d days overdue", days) % days


def mark_text(column: Column, marks: Marks) -> str:
    """Return what stands on the chip of a letter or value, a dot where nothing does."""
    if column.kind == "value":
        return value_mark(marks.values.get(column.about, "")) or BLANK
    call = marks.calls.get(letter_of(column), "")
    return call_text(call) if call else BLANK


def mark_role(column: Column, marks: Marks) -> str:
    """Return the tone of a letter's or value's chip."""
    if column.kind == "value":
        mark = marks.values.get(column.about, "")
        return {"+": "yes", "+/-": "partly", "-": "no"}.get(mark, "unanswered")
    return marks.calls.get(letter_of(column), "") or "unanswered"


def move_of(column: Column, marks: Marks) -> Move:
    """Return how a letter or value moved since the round compared with."""
    held = marks.comparison
    if held is None or held.not_comparable or marks.is_draft:
        return ""
    if column.kind == "value":
        return held.values.get(column.about, "")
    return held.letters.get(letter_of(column), "")


def letter_of(column: Column) -> Letter:
    """Return the letter that a column is about."""
    return next(letter for letter in LETTERS if letter == column.about)


def said_mark(column: Column, marks: Marks) -> str:
    """Return a letter or value as a screen reader says it, "Wants it: No, worse"."""
    if column.kind == "value" and marks.unrated_because:
        because = _("not rated, because {because}").replace("{because}", marks.unrated_because)
        return f"{column.title}: {because}"
    if column.kind == "value":
        mark = answer_text("value", marks.values.get(column.about, ""))
    else:
        mark = call_text(marks.calls.get(letter_of(column), ""))
    parts = [mark, move_text(move_of(column, marks))]
    if column.kind == "letter" and letter_of(column) in marks.unexplained:
        parts.append(_("a sentence is missing"))
    return f"{column.title}: {', '.join(part for part in parts if part)}"


def said_turn(marks: Marks, values: dict[str, str]) -> str:
    """Return what changed in one sentence: the turn, what moved, the headline from → to."""
    parts = [turn_text(marks.turn)]
    held = marks.comparison
    if held is not None:
        if why := why_not_comparable(held):
            parts = [why]
        moved = {letter_name(x): m for x, m in held.letters.items()}
        moved |= {values.get(v, _("a core value")): m for v, m in held.values.items()}
        told = [] if held.not_comparable else [(n, m) for n, m in moved.items() if m in _MOVED]
        parts += [f"{name}: {move_text(move)}" for name, move in told]
        company = marks.outcome.is_provider if marks.outcome else False
        parts.append(headline_move_text(held, is_provider=company))
    return "; ".join(part for part in parts if part)


_MOVED = ("better", "worse")


def said_bar(marks: Marks) -> str:
    """Return how the values stand to the bar."""
    if not marks.total:
        return ""
    words = values_text(marks.plus, marks.total)
    return ", ".join(part for part in (words, bar_state_text(marks.bar)) if part)


def said_dates(row: Row, *, on: str, is_now: bool) -> tuple[str, str]:
    """Return the last and the next review as words."""
    late = late_words(row, on=on) if is_now else ""
    following = ", ".join(p for p in (date_text(row.next_on) if row.next_on else "", late) if p)
    return date_text(row.last_on) if row.last_on else "", following


def enter_words(row: Row, *, on: str, is_now: bool) -> str:
    """Return what Enter does in the row."""
    if row.line.occupant is None:
        return _("Enter shows the seat in the chart.")
    if row.line.draft is not None:
        return _("Enter goes on with the draft.")
    if is_now and (row.line.review is None or row.is_due(on)):
        return _("Enter starts the review.")
    if row.line.review is None:
        return ""
    return _("Enter opens the review of {date}.").replace("{date}", date_text(row.last_on))
