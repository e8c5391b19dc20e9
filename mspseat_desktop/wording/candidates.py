"""Words of candidates side by side, the same in the window, on paper and to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.candidates import is_still_seated
from mspseat_desktop.domain.next_call import asked_of_all, unknowns
from mspseat_desktop.domain.records import Occupant
from mspseat_desktop.language import _
from mspseat_desktop.wording.outcomes import answer_text, headline_text, letter_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mspseat_desktop.domain.candidates import Agreement, Cell, Column, Row, Table
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.next_call import Unknown
    from mspseat_desktop.domain.review_records import Comparison
    from mspseat_desktop.domain.vocabulary import Evidence

LONGEST = 60
"""Letters of a name within a sentence."""
_LETTER_OF = {"gets": "gets", "wants": "wants", "can": "capacity"}


def row_words(row: Row) -> str:
    """Return what a row asks of every candidate."""
    if row.kind == "call":
        return letter_name(row.letter)
    return row.words.strip() or _("unnamed")


def row_tag(row: Row) -> str:
    """Return what the row belongs to in a review."""
    if row.kind == "call":
        return _("Our call")
    if row.kind == "value":
        return _("Core value")
    if row.kind == "function":
        return _("Coverage")
    tag = letter_name(row.letter) if row.letter else ""
    return tag if row.deciding else _("%(letter)s, for the talk") % {"letter": tag}


def cell_text(row: Row, cell: Cell) -> str:
    """Return one answer in a word or two."""
    if not cell.is_asked and not cell.value and not cell.note:
        return _("Not asked here")
    if row.kind == "function":
        return {
            "takes": _("Takes it"),
            "condition": _("On a condition"),
            "declined": _("Would rather not"),
            "cannot": _("Can not do it"),
        }.get(cell.value, _("Not known"))
    if row.kind == "words":
        return _("Said") if cell.note.strip() else _("Not asked")
    return answer_text(row.kind, cell.value)


def cell_detail(cell: Cell) -> str:
    """Return whose it is to mend, how an answer is known and what was noted with it."""
    ours = _("Ours to mend") if cell.mend == "ours" else ""
    known = evidence_text(cell.evidence)
    return ". ".join(part for part in (ours, known, cell.note.strip()) if part)


def evidence_text(evidence: Evidence) -> str:
    """Return how an answer is known, empty when nobody said."""
    return {"seen": _("Seen"), "claimed": _("Claimed")}.get(evidence, "")


def agreement_text(agreement: Agreement) -> str:
    """Return the heading over rows in which candidates differ or agree."""
    return {
        "differ": _("Where they differ"),
        "same": _("The same for all"),
        "unknown": _("Not known of anybody yet"),
    }[agreement]


def state_text(column: Column, dates: Callable[[str], str]) -> str:
    """Return which review a candidate stands by."""
    review = column.review
    if review is None:
        return _("Not asked yet")
    words = _("Review of %(date)s") if review.state == "finished" else _("Draft of %(date)s")
    return words % {"date": dates(review.on)}


def column_headline(column: Column) -> str:
    """Return the headline of a candidate's review."""
    if column.review is None:
        return _("Not asked yet")
    outcome = column.outcome if column.review.state == "draft" else None
    is_provider = column.scene.is_provider
    return headline_text(column.headline, outcome, is_provider=is_provider)


def noes_text(rows: Sequence[Row]) -> str:
    """Return every row that was answered with a no, by name, in groups."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row_tag(row), []).append(short(row_words(row)))
    if not groups:
        return _("Nothing so far")
    return " ".join(sentence(f"{tag}: {'; '.join(names)}") for tag, names in groups.items())


def sentence(words: str) -> str:
    """Return the words with a full stop, where they do not end as a sentence already."""
    return words if words.endswith(("?", ".", "…")) else f"{words}."


def decided_text(client: Client, comparison: Comparison, dates: Callable[[str], str]) -> str:
    """Return what was decided and whether it still holds; empty while nothing is."""
    if not comparison.decided_on:
        return ""
    on = dates(comparison.decided_on)
    chosen = client.find(Occupant, comparison.chosen) if comparison.chosen else None
    if chosen is None:
        return _("Decided on %(date)s. The name that was chosen is not kept any more.") % {
            "date": on
        }
    said = _("Decided on %(date)s: %(name)s.") % {"date": on, "name": short(chosen.name)}
    if not is_still_seated(client, comparison):
        said += " " + _("Somebody else holds the seat now, or nobody.")
    return said


def choosing_text(client: Client, table: Table, number: int, *, with_ratings: bool) -> str:
    """Return what choosing the candidate in that column will do, and what speaks against it."""
    column = table.columns[number]
    name = short(column.occupant.name)
    seat = short(column.scene.seat_title) or _("Untitled seat")
    holder = client.accountable(table.comparison.seat)
    names = {"name": name, "seat": seat}
    if holder is None:
        said = [_("%(name)s sits in “%(seat)s” from today.") % names]
    elif holder.id == column.occupant.id:
        said = [_("%(name)s stays in “%(seat)s”.") % names]
    else:
        leaves = _("%(holder)s leaves “%(seat)s” today, and %(name)s sits there from today.")
        said = [leaves % (names | {"holder": short(holder.name)})]
    said.append(_("This comparison is kept as it is; nothing in it can be changed then."))
    if not with_ratings:
        return "\n".join(said)
    if column.review is None:
        said.append(_("Nobody has asked %(name)s anything yet.") % names)
        return "\n".join(said)
    noes = table.noes(number)
    said.append(_("The review says: %(headline)s.") % {"headline": column_headline(column)})
    if noes:
        said.append(_("Against it: %(noes)s") % {"noes": noes_text(noes)})
    if column.review.state == "draft":
        said.append(_("The review is not finished; it stays open."))
    return "\n".join(said)


def unknown_text(unknown: Unknown) -> str:
    """Return what to ask in the next call, as one line."""
    sentence = {
        "condition": _("“%(words)s”: settle the condition: %(note)s"),
        "fee": _("What does it cost?"),
        "references": _("Whom may we call about them?"),
    }.get(unknown.why, "%(words)s")
    if unknown.missing:
        sentence = _("“%(words)s”: %(parts)s?")
    elif unknown.why == "condition" and not unknown.note.strip():
        sentence = _("“%(words)s”: what is the condition?")
    elif unknown.why in ("not-asked", "unsure") and unknown.ask_to_see:
        sentence = _("%(words)s Ask to see: %(what)s.")
    return sentence % {
        "words": unknown.words.strip() or _("unnamed"),
        "what": unknown.ask_to_see,
        "note": unknown.note.strip(),
        "parts": ", ".join(letter_name(_LETTER_OF[kind]) for kind in unknown.missing),
    }


def next_call(table: Table) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Return the questions for the next call: those for all, and each name with its own."""
    of_all = asked_of_all(table)
    own = [
        (column.occupant.name, _asked([one for one in unknowns(column) if one not in of_all]))
        for column in table.columns
    ]
    return _asked(of_all), [(name, lines) for name, lines in own if lines]


def _asked(found: Sequence[Unknown]) -> list[str]:
    """Return one line for each, but one for all claims, and one for all core values."""
    claims = [one.ask_to_see for one in found if one.why == "claimed"]
    values = [short(one.words) for one in found if one.why == "rate"]
    rest = [one for one in found if one.why not in ("claimed", "rate")]
    lines = [unknown_text(one) for one in rest]
    if values:
        words = _("One recent act for each core value: %(values)s.")
        lines.append(words % {"values": "; ".join(values)})
    if claims:
        words = _("Only claimed so far. Ask to see: %(what)s.")
        lines.append(words % {"what": "; ".join(dict.fromkeys(claims))})
    return lines


def next_call_parts(table: Table) -> list[tuple[str, list[str]]]:
    """Return the same in parts with a heading each."""
    of_all, own = next_call(table)
    words = _("Ask %(name)s as well") if of_all else _("Ask %(name)s")
    parts = [(_("Ask all of them"), of_all)] if of_all else []
    return [*parts, *((words % {"name": name}, lines) for name, lines in own)]


def next_call_text(table: Table) -> str:
    """Return the same as plain text for an e-mail or a note."""
    parts = (
        "\n".join((title, *(f"- {line}" for line in lines)))
        for title, lines in next_call_parts(table)
    )
    return "\n\n".join(parts)


def short(words: str) -> str:
    """Return a name or a question as it stands within a sentence or on a button."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
