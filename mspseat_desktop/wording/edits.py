"""Names of edits for the undo menu, and sentences for what a rule does not allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.language import _
from mspseat_desktop.wording.reasons import letter_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mspseat_desktop.domain.errors import Refused

LONGEST = 40
"""Letters of a client's own word that an edit's name shows."""


def edit_text(name: str, params: Mapping[str, str]) -> str:
    """Return what an edit did, as it stands after "Undo" in the menu."""
    words = _edit_words().get(name, name.replace("-", " "))
    return _filled(words, params)


def refusal_text(refused: Refused) -> str:
    """Return what a rule does not allow and the way out, as one or two sentences."""
    words = _refusal_words().get(refused.code)
    if words is None:
        return _("That can not be done here. Nothing was changed.")
    letters = refused.params.get("letters", "").split()
    words = words.replace("{letters}", ", ".join(map(letter_name, letters)))
    return _filled(words, refused.params)


def _filled(words: str, params: Mapping[str, str]) -> str:
    for name, value in params.items():
        short = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
        words = words.replace("{" + name + "}", short or _("unnamed"))
    return words


def _edit_words() -> dict[str, str]:
    return {
        "merge-version": _("bring over from the other version"),
        "add-seat": _("add a seat"),
        "add-titled-seat": _("add “{seat}”"),
        "rename-seat": _("rename to “{seat}”"),
        "move-seat": _("move “{seat}”"),
        "move-seats": _("move {count} seats"),
        "copy-seat": _("copy “{seat}”"),
        "copy-seats": _("copy {count} seats"),
        "paste-seat": _("paste a seat"),
        "paste-seat-people": _("paste a seat with people"),
        "paste-seats": _("paste {count} seats"),
        "paste-seats-people": _("paste {count} seats with people"),
        "delete-seats": _("delete {count} seats"),
        "delete-seat": _("delete “{seat}”"),
        "lay-out-chart": _("lay the chart out anew"),
        "lay-out-branch": _("lay out what is below “{seat}”"),
        "set-compact": _("set the chart closer"),
        "set-wide": _("set the chart wider"),
        "set-assistant": _("draw “{seat}” as an assistant"),
        "set-no-assistant": _("draw “{seat}” among the others"),
        "add-second-line": _("add a second line to “{to}”"),
        "change-second-line": _("say what a second line is about"),
        "remove-second-line": _("take a second line out"),
        "delete-branch": _("delete “{seat}” and all below"),
        "change-purpose": _("change the purpose"),
        "change-needs": _("change what the seat needs"),
        "change-notes": _("change the notes"),
        "mean-seat-for": _("say whom the seat is meant for"),
        "add-responsibility": _("add “{text}”"),
        "add-responsibilities": _("add responsibilities"),
        "change-responsibility": _("change a responsibility"),
        "move-responsibility": _("move a responsibility"),
        "delete-responsibility": _("delete a responsibility"),
        "add-metric": _("add the metric “{metric}”"),
        "add-metrics": _("add metrics"),
        "change-metric": _("change a metric"),
        "set-target": _("set a target"),
        "move-metric": _("move a metric"),
        "delete-metric": _("delete a metric"),
        "set-figure": _("enter a figure"),
        "set-figures": _("enter figures"),
        "add-occupant": _("add “{occupant}”"),
        "change-occupant": _("change “{occupant}”"),
        "delete-occupant": _("delete a name"),
        "add-contact": _("add a contact"),
        "change-contact": _("change a contact"),
        "move-contact": _("move a contact"),
        "delete-contact": _("delete a contact"),
        "set-own-values": _("change a provider's core values"),
        "seat-occupant": _("change who sits there"),
        "put-into-seat": _("put “{occupant}” into “{seat}”"),
        "create-and-seat": _("seat “{occupant}”"),
        "date-seating": _("change since when somebody sits there"),
        "unseat": _("leave the seat open"),
        "change-client": _("change the client"),
        "set-core-values": _("change the core values"),
        "set-bar": _("change the bar"),
        "start-review": _("start a review"),
        "change-review": _("change the review"),
        "answer": _("answer"),
        "note-answer": _("write a note"),
        "add-question": _("add a question"),
        "change-question": _("change a question"),
        "delete-question": _("delete a question"),
        "hide-question": _("hide a question"),
        "show-question": _("ask a question again"),
        "move-question": _("move a question"),
        "usual-questions": _("ask the questions as they come with the program"),
        "make-full-review": _("make the first look a full review"),
        "answer-blind": _("hide answers until all are in"),
        "answer-openly": _("let answers be seen at once"),
        "reveal-voices": _("reveal everybody's answers"),
        "add-signature": _("note that {name} signed"),
        "change-signature": _("change a signature"),
        "delete-signature": _("take a signature out"),
        "note-evidence": _("say how an answer is known"),
        "attach-file": _("attach “{file}”"),
        "detach-file": _("take an attached file out"),
        "finish-review": _("finish the review"),
        "reopen-review": _("reopen the review"),
        "discard-draft": _("discard the draft"),
        "add-action": _("add an action"),
        "change-action": _("change an action"),
        "add-actions": _("add actions"),
        "mark-action": _("tick off an action"),
        "open-action": _("open an action again"),
        "drop-action": _("drop an action"),
        "move-action": _("move an action"),
        "delete-action": _("delete an action"),
        "add-voice": _("add the answers of “{voice}”"),
        "change-voice": _("change somebody's own answers"),
        "remove-voice": _("take somebody's own answers out"),
        "give-out-form": _("make a form for the provider"),
        "return-form": _("take the provider's answers in"),
        "start-comparison": _("compare candidates"),
        "add-candidate": _("add the candidate “{occupant}”"),
        "add-candidates": _("add candidates"),
        "change-candidate": _("change a candidate"),
        "move-candidate": _("move a candidate"),
        "remove-candidate": _("take the candidate “{occupant}” out"),
        "note-comparison": _("write why a candidate is chosen"),
        "answer-candidate": _("answer for “{occupant}”"),
        "choose-candidate": _("choose “{occupant}”"),
        "import-chart": _("import a chart"),
        "seat-missing": _("add the seat “{seat}”"),
        "have-none": _("say that there is no “{seat}”"),
        "ask-again": _("ask about “{seat}” again"),
        "start-chart": _("start with “{template}”"),
        "make-sample": _("make the sample client"),
        "fill-seat": _("fill the seat from a template"),
        "accept-finding": _("accept what is worth a look"),
        "look-again": _("look at it again"),
        "watch-kind": _("show a kind of finding again"),
        "never-show-kind": _("never show a kind of finding"),
        "start-coverage": _("start the coverage map"),
        "add-function": _("add the function “{function}”"),
        "change-function": _("change a function"),
        "move-function": _("move a function"),
        "delete-function": _("delete the function “{function}”"),
        "mark-coverage": _("change who covers “{function}”"),
        "add-coverage-seat": _("add “{seat}” to the coverage map"),
        "remove-coverage-seat": _("take “{seat}” out of the coverage map"),
        "link-function": _("change what “{function}” belongs to"),
        "make-responsibility": _("make “{function}” a responsibility"),
        "make-current": _("make “{chart}” the current chart"),
        "restore-version": _("restore “{chart}”"),
        "forget-occupant": _("remove somebody for good"),
        "forget-history": _("forget the history"),
    }


def _refusal_words() -> dict[str, str]:
    stays = _("A version stays as it was kept. Restore it, or make a what-if copy of it to edit.")
    return {
        "gone": _("That is not there any more. Nothing was changed."),
        "reports-to-itself": _(
            "“{seat}” can not report to itself or to a seat below it. "
            "Move the lower seat out first."
        ),
        "reports-to-closed-seat": _("A closed seat has no reports. Choose an open seat."),
        "closed-seat-has-reports": _("“{seat}” still has reports. Move them first."),
        "assistant-of-nobody": _(
            "“{seat}” reports to nobody. Let it report to a seat first, then it can assist it."
        ),
        "second-line-twice": _("“{seat}” has a second line to “{to}” already."),
        "closed-seat-is-held": _("“{seat}” is closed. Nobody can sit there."),
        "closed-seat-covers": _("“{seat}” is closed. It can not hold a piece of IT work."),
        "continues-as-itself": _(
            "“{occupant}” can not continue as itself. Choose the firm that it became."
        ),
        "second-accountable": _(
            "“{seat}” already has somebody accountable. Seat the other one as “also in this seat”."
        ),
        "twice-in-one-seat": _("The same name can not sit twice in “{seat}”."),
        "still-in-use": _("Something still refers to it. Nothing was deleted."),
        "client-without-profile": _("The client itself can not be deleted."),
        "occupant-without-name": _("A person or provider needs a name."),
        "chart-gone": _("That chart is not there any more. Nothing was changed."),
        "chart-unfit": _("This chart does not fit together, so it can not be shown. Drop it."),
        "chart-without-name": _("A chart needs a name. Write what it is about."),
        "version-is-kept": stays,
        "version-is-shown": stays,
        "reviews-in-kept-chart": _(
            "Reviews are kept with the current chart. Go back to the current chart first."
        ),
        "only-in-kept-chart": _(
            "That seat or line is only in this copy. Make the copy the current chart first."
        ),
        "used-in-current-chart": _("The current chart still needs it. Take it out there first."),
        "named-in-kept-chart": _(
            "“{name}” still stands in a what-if copy or a version. Take it out there, or drop that"
            " chart, first."
        ),
        "forget-in-kept-chart": _(
            "Somebody is removed from the whole client. Go back to the current chart first."
        ),
        "occupant-is-seated": _(
            "“{occupant}” still sits in “{seat}”. Leave that seat first, then delete the name."
        ),
        "occupant-has-seats": _(
            "“{occupant}” still sits in {count} seats. Leave them first, then delete the name."
        ),
        "occupant-has-draft": _(
            "A review of “{occupant}” in “{seat}” is not finished. Throw that draft away first."
        ),
        "occupant-has-reviews": _(
            "“{occupant}” has finished reviews, so the name is kept with them. Somebody who left"
            " only needs to leave the seats."
        ),
        "review-finished": _("This review is finished. Reopen it to amend it."),
        "nothing-answered": _("Nothing has been answered yet. Answer first, then finish."),
        "draft-exists": _("A review of this seat is already open. Continue that one."),
        "seat-closed": _("“{seat}” is closed. Review the seat that took its place."),
        "review-in-future": _("The review's date, {on}, lies ahead. Choose today or earlier."),
        "question-without-words": _("Write the question first, so that yes is the good answer."),
        "no-first-look": _("This is a full review already."),
        "voices-hidden": _("Everybody's answers are still hidden. Reveal them first."),
        "voice-missing": _(
            "The answers of “{voice}” are not in yet. Enter them, or take that name out first."
        ),
        "sign-unfinished": _("Finish the review first, then enter who signed it."),
        "signature-without-name": _("Write who signed, then add the signature."),
        "sentence-missing": _(
            "{letters}: a call that the answers do not point to needs a sentence that says why."
        ),
        "evidence-in-future": _(
            "An answer is said to be seen on {on}, which lies ahead. Correct that day first."
        ),
        "unknown-answer": _("“{value}” is no answer to this. Choose one of those offered."),
        "not-finished": _("This review is not finished yet, so it can be changed as it is."),
        "dropped-without-reason": _("Say in a few words why nobody will do it."),
        "accepted-without-reason": _("Say in a few words why you accept it."),
        "no-provider": _("No provider sits in “{seat}”, so there is nobody to ask by a form."),
        "reason-missing": _("Say in a few words why the review is reopened."),
        "already-amended": _("This review has been amended already. Reopen the amendment."),
        "candidate-twice": _("“{occupant}” stands in this comparison already."),
        "five-candidates": _("Five are the most. Take one out before you add another."),
        "comparison-decided": _(
            "This comparison is decided and stays as it was. Start a new one to compare again."
        ),
        "comparison-open": _(
            "Candidates for “{seat}” are being compared already. Go on with that comparison."
        ),
        "unknown-template": _("There is no template “{template}”."),
        "map-started": _("The coverage map is started already. Add a function to it instead."),
        "function-without-name": _("A function needs a name."),
    }
