"""Rounds of reviews in words: quarters, what changed, the bar in one cell, right seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _, ngettext
from mspseat_desktop.wording.outcomes import answer_text, call_text, headline_text, letter_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from mspseat_desktop.domain.over_time import Moved, Stage
    from mspseat_desktop.domain.rounds import Quarter, Share, Turn
    from mspseat_desktop.domain.standing import Comparison

MINUS = "\N{MINUS SIGN}"


def quarter_text(quarter: Quarter) -> str:
    """Return a quarter as "Q4 2026"."""
    return _("Q%(number)d %(year)d") % {"number": quarter.number, "year": quarter.year}


def value_mark(value: str) -> str:
    """Return a rating of a core value as it is shown, a true minus for the typed one."""
    return {"+": "+", "+/-": f"+/{MINUS}", "-": MINUS}.get(value, "")


def bar_cell_text(*, values: int, exceptions: int, minuses: int) -> str:
    """Return the bar in one cell: "at least 3 +, at most 1 +/-, no -"; empty without values."""
    if not values:
        return ""
    exceptions = min(exceptions, values)
    minuses = min(minuses, exceptions)
    counts = {"plus": values - exceptions, "half": exceptions, "minus": minuses, "sign": MINUS}
    if not exceptions:
        return _("all %(plus)d are +") % counts
    if not minuses:
        return _("at least %(plus)d +, at most %(half)d +/%(sign)s, no %(sign)s") % counts
    return _("at least %(plus)d +, of the others at most %(minus)d %(sign)s") % counts


def bars_text(bars: Collection[tuple[int, int, int]]) -> str:
    """Return what the bar's cell says for these bars: values, exceptions and minuses of each."""
    if len(bars) > 1:
        return _("as each review kept it")
    return "".join(bar_cell_text(values=v, exceptions=e, minuses=m) for v, e, m in bars)


def turn_text(turn: Turn) -> str:
    """Return how somebody moved, in a word or two; empty when there is nothing to say."""
    return {
        "better": _("better"),
        "worse": _("worse"),
        "mixed": _("better and worse"),
        "same": _("same"),
        "not_comparable": _("not comparable"),
        "not_again": _("not reviewed again"),
        "first": _("first review"),
        "": "",
    }[turn]


def moved_text(moved: Moved) -> str:
    """Return one change: "Wants it: Yes → No"."""
    if moved.kind == "call":
        words = {"yes": call_text("yes"), "no": call_text("no")}
        name, before, after = letter_name(moved.about), words[moved.before], words[moved.after]
    else:
        name = moved.name
        before, after = (answer_text("value", v) for v in (moved.before, moved.after))
    return _("%(name)s: %(before)s → %(after)s") % {"name": name, "before": before, "after": after}


def headline_move_text(comparison: Comparison, *, is_provider: bool) -> str:
    """Return the headline as from → to, empty when it stayed."""
    if comparison.earlier == comparison.later:
        return ""
    earlier = headline_text(comparison.earlier, is_provider=is_provider)
    later = headline_text(comparison.later, is_provider=is_provider)
    return _("%(earlier)s → %(later)s") % {"earlier": earlier, "later": later}


def why_not_comparable(comparison: Comparison) -> str:
    """Return why two reviews can not be held against each other, empty when they can."""
    return {
        "": "",
        "scope-changed": _("not comparable: scope changed"),
        "no-verdict": _("not comparable: one of them has no outcome"),
    }[comparison.not_comparable]


def because_text(stage: Stage, *, since: str) -> str:
    """Return what changed since the review before and why, as sentences; `since` is its day.

    Empty for a first review.
    """
    if stage.comparison is None:
        return ""
    start = _("Changed since %(date)s") % {"date": since}
    scene = stage.review.scene
    company = scene.is_provider if scene is not None else False
    headline = headline_move_text(stage.comparison, is_provider=company)
    if why := why_not_comparable(stage.comparison):
        parts = [why]
    else:
        parts = [_moved_because(moved) for moved in stage.moved]
        parts += [_not_rated(stage, then=False), _not_rated(stage, then=True)]
    told = [part for part in (*parts, headline) if part]
    if not told:
        return _("Nothing changed since %(date)s.") % {"date": since}
    return f"{start}: {'; '.join(told)}."


def _moved_because(moved: Moved) -> str:
    words = moved_text(moved)
    if not moved.because:
        return words
    because = moved.because.rstrip(".")
    return _("%(change)s, because: %(because)s") % {"change": words, "because": because}


def _not_rated(stage: Stage, *, then: bool) -> str:
    """Return what was rated this time or last time only, empty when that is nothing."""
    found = [m for m in stage.one_sided if bool(m.before) != then]
    names = ", ".join(letter_name(m.about) if m.kind == "call" else m.name for m in found)
    if not names:
        return ""
    words = _("not rated last time: %(names)s") if then else _("not rated this time: %(names)s")
    return words % {"names": names}


def share_text(share: Share) -> str:
    """Return "6 of 8 reviewed seats right", and how many have no outcome."""
    if not share.reviewed:
        return _("No seat is reviewed yet")
    words = ngettext(
        "%(right)d of %(count)d reviewed seat right",
        "%(right)d of %(count)d reviewed seats right",
        share.reviewed,
    ) % {"right": share.right, "count": share.reviewed}
    if not share.open:
        return words
    without = _("%(count)d without an outcome") % {"count": share.open}
    return f"{words}, {without}"


def short_share_text(share: Share) -> str:
    """Return "6 of 8", for beside a bar."""
    return _("%(right)d of %(count)d") % {"right": share.right, "count": share.reviewed}


def values_text(plus: int, count: int) -> str:
    """Return "3 of 4 +"."""
    return _("%(plus)d of %(count)d +") % {"plus": plus, "count": count}


def values_mark(plus: int, count: int) -> str:
    """Return "3/4 +", for a narrow cell."""
    return _("%(plus)d/%(count)d +") % {"plus": plus, "count": count}


def bar_state_text(bar: str) -> str:
    """Return how ratings stand to the bar in a few words; empty without values."""
    return {
        "over": _("at or over the bar"),
        "below": _("below the bar"),
        "undecided": _("not decided yet"),
    }.get(bar, "")


def metrics_text(on_target: int, measured: int) -> str:
    """Return "2 of 3 metrics on target"; empty when none had a figure and a target."""
    if not measured:
        return ""
    words = ngettext(
        "%(good)d of %(count)d metric on target",
        "%(good)d of %(count)d metrics on target",
        measured,
    )
    return words % {"good": on_target, "count": measured}
