"""The upper part of a seat review: title, who and when, the headline and the three letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.gwc import LETTERS
from mspseat_desktop.domain.headlines import tone_of
from mspseat_desktop.domain.homework import off_target
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.reports.chips import Beside
from mspseat_desktop.reports.marks import Mark
from mspseat_desktop.reports.panels import Panel, Row
from mspseat_desktop.reports.stack import Gap
from mspseat_desktop.reports.words import answer_chip
from mspseat_desktop.wording.outcomes import (
    confidence_text,
    headline_text,
    independence_text,
    letter_name,
    reason_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from mspseat_desktop.domain.gwc import Letter, Reason
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.reports.manner import Manner
    from mspseat_desktop.reports.sheet import Sheet
    from mspseat_desktop.reports.text import Typesetter

LONG_TITLE = 140
"""Letters from which a title is set smaller."""
FEW_REASONS = 2
"""Reasons that stand in one line; more are a list."""
_TONES = {"green": "yes", "amber": "partly", "red": "no", "neutral": "unanswered"}


def title_of(sheet: Sheet) -> str:
    """Return the report's title, "Northbeam IT in Managed IT & Security"."""
    seat = sheet.scene.seat_title or _("Untitled seat")
    if not sheet.scene.occupant_name:
        return _("%(seat)s: open seat") % {"seat": seat}
    return _("%(occupant)s in %(seat)s") % {"occupant": sheet.scene.occupant_name, "seat": seat}


def head(setter: Typesetter, sheet: Sheet, manner: Manner) -> list[Flowable]:
    """Return everything above the responsibilities."""
    title = title_of(sheet)
    return [
        *setter.paragraphs(title, "title" if len(title) < LONG_TITLE else "headline"),
        Gap(5),
        *setter.paragraphs(" ".join(_about(sheet, manner)), "lead"),
        *setter.paragraphs(_homework(sheet), "lead"),
        Gap(9),
        _headline_box(setter, sheet),
        Gap(9),
        Row([_letter_card(setter, sheet, letter) for letter in LETTERS], across=3),
    ]


def _about(sheet: Sheet, manner: Manner) -> Iterator[str]:
    """Yield the sentences that say when, where, who answered and who led the talk."""
    review, scene = sheet.review, sheet.scene
    on = manner.dates(sheet.on)
    if review is None:
        yield _("Not reviewed yet; as it stands on %(date)s.") % {"date": on}
    elif review.state == "draft":
        yield _("Draft of a seat review of %(date)s, not finished.") % {"date": on}
    else:
        yield _("Seat review of %(date)s.") % {"date": on}
    if review and review.amends:
        because = {"reason": review.amend_reason or _("no reason given")}
        yield _("It takes the place of an earlier one: %(reason)s.") % because
    if scene.is_candidate:
        yield _("A candidate for this seat.")
    if scene.reports_to:
        yield _reports_to(sheet)
    if review and review.answered_by:
        yield _("Answered by %(name)s.") % {"name": review.answered_by.strip()}
    if review and review.facilitated_by:
        yield _facilitated(review)


def _reports_to(sheet: Sheet) -> str:
    scene = sheet.scene
    if scene.answers_to_name:
        names = {"seat": scene.reports_to, "holder": scene.answers_to_name}
        return _("Reports to %(seat)s (%(holder)s).") % names
    return _("Reports to %(seat)s.") % {"seat": scene.reports_to}


def _facilitated(review: Review) -> str:
    names = {"name": review.facilitated_by.strip(), "for": independence_text(review.independence)}
    if not review.independence:
        return _("Facilitated by %(name)s.") % names
    return _("Facilitated by %(name)s (%(for)s).") % names


def _homework(sheet: Sheet) -> str:
    """Return the line on whom the seat answers to, what it is for, and how answers are known."""
    scene = sheet.scene
    state = {
        "held": _("held"),
        "nobody": _("nobody of our own holds a seat above"),
        "same_provider": _("the same provider holds the seat above"),
    }[scene.answers_to]
    above = (
        _("reports to %(seat)s (%(state)s)") % {"seat": scene.reports_to, "state": state}
        if scene.reports_to
        else _("reports to no other seat")
    )
    duties, numbers = len(scene.responsibilities), len(scene.metrics)
    parts = (
        above,
        ngettext("%(count)d responsibility", "%(count)d responsibilities", duties)
        % {"count": duties},
        ngettext("%(count)d metric", "%(count)d metrics", numbers) % {"count": numbers},
    )
    line = _("Homework: %(parts)s.") % {"parts": " · ".join(parts)}
    if sheet.review is None:
        return line
    known = {"counts": confidence_text(sheet.outcome.confidence)}
    return line + " " + _("Evidence: %(counts)s.") % known


def _headline_box(setter: Typesetter, sheet: Sheet) -> Panel:
    """Return the headline with its reasons; the mark says the tone where colour does not."""
    if sheet.review is None:
        tone, words = "neutral", _("Not reviewed yet")
        reasons = [_("Its answers are blank below.")]
    else:
        tone, words = tone_of(sheet.headline), headline_text(sheet.headline, sheet.outcome)
        reasons = _short(sheet.outcome.reasons)
    ink = _TONES[tone]
    content = setter.paragraphs(words, "headline", f"{ink}_text")
    content.append(Gap(2))
    for line in reasons:
        content += setter.paragraphs(line, "body", f"{ink}_text")
    return Panel(content, fill=f"{ink}_soft", line="line", mark=Mark(tone, ink))


def _short(reasons: Sequence[Reason]) -> list[str]:
    """Return up to two reasons as one line, more as a list."""
    lines = reason_lines(reasons)
    if len(reasons) <= FEW_REASONS:
        return [" ".join(lines)]
    return [f"\u2022 {line}" for line in lines] if len(lines) > 1 else lines


def _letter_card(setter: Typesetter, sheet: Sheet, letter: Letter) -> Panel:
    """Return a letter with its call and the sentence that was said with it."""
    call = sheet.said("call", letter)
    chip = answer_chip("call", call.value if call else "")
    content: list[Flowable] = [Beside(setter.paragraphs(letter_name(letter), "strong"), chip)]
    if call and call.note.strip():
        content += [Gap(3), *setter.paragraphs(call.note, "second")]
    missed = off_target(sheet.scene.metrics) if letter == "capacity" else []
    if missed:
        names = ", ".join(reason.params["name"] for reason in missed)
        said = _("Off target: %(metrics)s.") % {"metrics": names}
        content += [Gap(3), *setter.paragraphs(said, "second", "no_text")]
    return Panel(content)
