"""Sentences about the forms that a provider is given, and about those that can not be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.asking import OWN_WORDS, THEIR_VALUES
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mspseat_desktop.domain.review_records import Answer

EMAIL_BREAK = "\n\n"
LONGEST_NAME = 24
"""Letters of a name that a notice shows beside its button."""


def form_words() -> dict[str, str]:
    """Return why a form that came back was not taken and what to do, by code."""
    return {
        "form_kind": _("This is no PDF. Choose the form that came back, as a PDF."),
        "form_broken": _(
            "This PDF is damaged or cut off, and nothing of it was taken. Ask for it again."
        ),
        "form_locked": _(
            "This PDF is locked by a password or by rights. Ask for the form without them."
        ),
        "form_flat": _(
            "This PDF has no fields left: it was scanned, or printed to a new PDF. Ask for the "
            "saved form itself, or type the answers into the review."
        ),
        "form_foreign": _("This PDF is no form of this program. Nothing was taken."),
        "form_fields": _("This PDF has far more fields than a form of ours. Nothing was taken."),
        "form_names": _("This PDF has fields whose names no form of ours has. Nothing was taken."),
        "form_long": _(
            "A field of this form holds more text than can be read. Ask for a shorter answer."
        ),
        "form_slow": _(
            "This PDF takes too much time or memory to read, and nothing of it was taken. Ask for "
            "the form again."
        ),
        "form_types": _(
            "A field of this form holds something that is no answer. Another program changed it: "
            "give the provider a new form."
        ),
        "form_edited": _(
            "This form was changed: what tells it apart is not as it was given out. Nothing was "
            "taken. Give the provider a new form."
        ),
        "form_other_client": _(
            "This form belongs to another client. Open that client, then import it there."
        ),
        "form_unknown": _(
            "This form is not known here: it was given out from a newer copy of this client's "
            "file. Open that copy, then import it there."
        ),
        "form_older": _(
            "This is the form of {date}. A newer one was given out on {newer}: ask for that one."
        ),
        "form_changed": _(
            "What the form of {date} asks about has changed since, so its answers would not fit. "
            "Give the provider a new form."
        ),
        "form_twice": _("These answers came in on {date} already. Nothing was changed."),
        "form_empty": _("Nothing is answered in this form. Ask whether it was saved."),
    }


def came_in_text(occupant: str, answered: int, *, replaced: str = "") -> str:
    """Return what was taken in, as one sentence; `replaced` is the day of earlier answers."""
    words = ngettext(
        "%(count)d answer of %(occupant)s came in.",
        "%(count)d answers of %(occupant)s came in.",
        answered,
    )
    said = words % {"count": answered, "occupant": _short(occupant)}
    if replaced:
        said += " " + _("They take the place of those of %(date)s.") % {"date": replaced}
    return said


def missing_text(count: int) -> str:
    """Return that so many characters are printed as marks, empty for none."""
    if not count:
        return ""
    words = ngettext(
        "{n} character is in no font of the program and is printed as a mark.",
        "{n} characters are in no font of the program and are printed as marks.",
        count,
    )
    return words.replace("{n}", str(count))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def disagreement_text(different: int, both: int) -> str:
    """Return on how many of the answers that both gave they and we differ."""
    if not both:
        return _("You have not answered the same questions yet.")
    if not different:
        return _("You agree wherever both answered.")
    return _("You disagree on %(different)d of %(both)d.") % {"different": different, "both": both}


def email_subject(client: str, seat: str) -> str:
    """Return the subject of the e-mail that the form goes out with."""
    return _("%(client)s: your own view of the seat “%(seat)s”") % {"client": client, "seat": seat}


def email_text(*, client: str, seat: str, greeting: str, adviser: str, file: str) -> str:
    """Return the e-mail that the form goes out with, ready to be pasted."""
    hello = _("Dear %(name)s,") % {"name": greeting} if greeting else _("Hello,")
    parts: Sequence[str] = (
        hello,
        _(
            "%(client)s is looking at the seat “%(seat)s” that you hold, and would like your own "
            "answers beside theirs."
        )
        % {"client": client, "seat": seat},
        _(
            "The form “%(file)s” takes about 20 minutes. Open it in a PDF reader or a browser, "
            "fill it in, save it and send the saved file back. A scan or a printed copy can not "
            "be read."
        )
        % {"file": file},
        _(
            "For each responsibility say whether you want it, will do it on a condition, or would "
            "rather not. What you leave empty counts as not answered. Your answers change nobody "
            "else's."
        ),
        _("Thank you,") + (f"\n{adviser}" if adviser else ""),
    )
    return EMAIL_BREAK.join(parts)


def own_answer_title() -> str:
    """Return the heading over what a provider said of itself."""
    return _("The provider's own answer")


def came_back_text(name: str, on: str) -> str:
    """Return who answered and when it came in, as one sentence; `on` may be empty."""
    who = name or _("the provider")
    if not on:
        return _("Answered by %(name)s.") % {"name": who}
    return _("Answered by %(name)s, came in on %(date)s.") % {"name": who, "date": on}


def asked_text(answer: Answer, names: Mapping[str, str]) -> str:
    """Return what was asked; `names` has the words of questions, responsibilities and values."""
    if answer.kind == "client_value":
        return _("Does the client live “%(value)s”?") % {"value": names.get(answer.about, "")}
    if answer.kind == "value":
        return _("How it lives “%(value)s”") % {"value": names.get(answer.about, "")}
    if answer.kind == "words" and answer.about == OWN_WORDS:
        return _("What else the client should know")
    if answer.kind == "words" and answer.about == THEIR_VALUES:
        return _("Its own core values, and how the client lives them")
    return names.get(answer.about) or _("A question that is not asked any more")
