"""What is worth a look, as sentences: what is missing and, as a button, what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mspseat_desktop.domain.records import (
    Cover,
    Function,
    Metric,
    Occupant,
    Responsibility,
    Seat,
)
from mspseat_desktop.domain.review_records import Action
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.finding import Code, Finding

LONGEST = 60
"""Letters of a client's own word that a sentence shows."""
MOST_NAMED = 3


def finding_text(
    client: Client, finding: Finding, *, dates: Callable[[str], str] = lambda day: day
) -> str:
    """Return the finding as a sentence or two; `dates` writes an ISO day."""
    words = _about_providers(client, finding) or _about_a_seat(client, finding)
    words = words or _about_work(client, finding) or _about_reviews(client, finding)
    # The client's own words are put in last and at once: they may hold any sign.
    return (words or finding.code) % _params(client, finding, dates)


def kind_text(code: Code) -> str:
    """Return what findings of this kind are called together."""
    return {
        "no-provider-seat": _("No seat for a provider"),
        "provider-without-seat": _("Providers without a seat"),
        "provider-answers-to-nobody": _("Providers who answer to nobody"),
        "provider-answers-to-itself": _("Providers who answer to themselves"),
        "open-seat": _("Open seats"),
        "nobody-accountable": _("Seats with nobody accountable"),
        "no-responsibility": _("Seats without a responsibility"),
        "few-responsibilities": _("Seats with fewer than five responsibilities"),
        "many-responsibilities": _("Seats with more than five responsibilities"),
        "same-responsibility-twice": _("Responsibilities that stand twice"),
        "no-metric": _("Seats without a metric"),
        "metric-off-target": _("Metrics off target three times"),
        "metric-stale": _("Metrics without a recent figure"),
        "never-reviewed": _("Never reviewed"),
        "review-overdue": _("Reviews that are overdue"),
        "seat-changed-since-review": _("Seats that changed since their review"),
        "wrong-seat-without-action": _("Wrong seats without an action"),
        "action-overdue": _("Actions that are overdue"),
        "notice-date-near": _("Contracts to decide on"),
        "many-seats": _("Four seats or more in one hand"),
        "wide-span": _("Seats with more than nine reports"),
        "function-nobody-covers": _("IT work that nobody covers"),
        "function-two-accountable": _("IT work that two are accountable for"),
        "judge-in-doubt": _("Seats whose judge is in doubt"),
    }[code]


def fix_text(code: Code) -> str:
    """Return the words of the button that mends it or leads there."""
    return {
        "no-provider-seat": _("Add the missing seats"),
        "provider-without-seat": _("Add its seat"),
        "provider-answers-to-nobody": _("Choose what it reports to"),
        "provider-answers-to-itself": _("Choose what it reports to"),
        "open-seat": _("Name who sits there"),
        "nobody-accountable": _("Name who is accountable"),
        "no-responsibility": _("Add responsibilities"),
        "few-responsibilities": _("Add responsibilities"),
        "many-responsibilities": _("Go to the responsibilities"),
        "same-responsibility-twice": _("Go to the responsibilities"),
        "no-metric": _("Add a metric"),
        "metric-off-target": _("Go to the metric"),
        "metric-stale": _("Enter the figure"),
        "never-reviewed": _("Review the seat"),
        "review-overdue": _("Review the seat"),
        "seat-changed-since-review": _("Review the seat"),
        "wrong-seat-without-action": _("Open the review"),
        "action-overdue": _("Go to the action"),
        "notice-date-near": _("Go to the contract"),
        "many-seats": _("Name somebody else"),
        "wide-span": _("Go to the seat"),
        "function-nobody-covers": _("Open the coverage map"),
        "function-two-accountable": _("Open the coverage map"),
        "judge-in-doubt": _("Go to the seat above"),
    }[code]


def _about_providers(client: Client, finding: Finding) -> str:
    code = finding.code
    if code == "provider-without-seat":
        if finding.seat is None:
            return _("%(who)s is named here but has no seat of its own.")
        return _(
            "%(who)s helps in “%(seat)s” but has no seat of its own, so nobody holds it to account."
        )
    if code == "provider-answers-to-nobody" and _parent(client, finding.seat) is None:
        return _("%(who)s answers to nobody: “%(seat)s” reports to no seat.")
    return {
        "no-provider-seat": _(
            "No provider has a seat here. Give the IT provider and the others one each, so that "
            "somebody holds them to account."
        ),
        "provider-answers-to-nobody": _(
            "%(who)s in “%(seat)s” answers to nobody: none of our people holds a seat above it."
        ),
        "provider-answers-to-itself": _(
            "%(who)s holds “%(above)s” too, the seat that “%(seat)s” reports to. One of our "
            "people must hold it to account."
        ),
        "notice-date-near": _(
            "%(who)s: the last day to give notice is %(date)s. Decide before then whether the "
            "contract goes on."
        ),
        "many-seats": _(
            "%(who)s is accountable for %(count)s seats. Which of them could somebody else hold?"
        ),
    }.get(code, "")


def _about_a_seat(client: Client, finding: Finding) -> str:
    code, count = finding.code, int(finding.params.get("count", "0"))
    if code == "open-seat":
        covered = finding.seat is not None and bool(client.seatings(finding.seat))
        return _("“%(seat)s” is open; %(who)s covers it.") if covered else _("“%(seat)s” is open.")
    if code == "few-responsibilities":
        return ngettext(
            "“%(seat)s” has %(count)s responsibility. Five make a seat clear.",
            "“%(seat)s” has %(count)s responsibilities. Five make a seat clear.",
            count,
        )
    if code == "same-responsibility-twice":
        if len(_holders(client, finding)) == 1:
            return _("“%(text)s” stands more than once in “%(seat)s”. Keep one of them.")
        return _(
            "“%(text)s” stands in more than one seat: %(seats)s. Only one can be accountable for "
            "it; the others share or help."
        )
    return {
        "nobody-accountable": _("%(who)s sits in “%(seat)s”, but nobody is accountable for it."),
        "no-responsibility": _(
            "“%(seat)s” has no responsibility yet. Write down what it answers for."
        ),
        "many-responsibilities": _(
            "“%(seat)s” has %(count)s responsibilities. Keep the top five, or split the seat."
        ),
        "wide-span": _(
            "%(count)s seats report to “%(seat)s”. More than nine are hard to lead well."
        ),
    }.get(code, "")


def _about_work(client: Client, finding: Finding) -> str:
    why = finding.params.get("why", "")
    if finding.code == "function-nobody-covers":
        if why == "declined":
            return _("%(who)s declined “%(function)s”, and nobody else is accountable for it.")
        if why == "excluded":
            return _(
                "The contract leaves “%(function)s” out, and nobody else is accountable for it."
            )
        return _("Nobody is accountable for “%(function)s”.")
    if finding.code == "metric-stale":
        return _("“%(metric)s” in “%(seat)s” has no recent figure. The last one is of %(date)s.")
    del client
    return {
        "no-metric": _("“%(seat)s” has no number that shows how well it goes."),
        "metric-off-target": _(
            "“%(metric)s” in “%(seat)s” has missed its target %(count)s times in a row."
        ),
        "function-two-accountable": _(
            "More than one seat is accountable for “%(function)s”: %(seats)s. Leave it with one."
        ),
    }.get(finding.code, "")


def _about_reviews(client: Client, finding: Finding) -> str:
    code = finding.code
    if code == "judge-in-doubt":
        if finding.params.get("why") == "open":
            return _("“%(seat)s” reports to “%(above)s”, which is open: nobody there can judge it.")
        return _(
            "“%(seat)s” reports to “%(above)s”, whose holder is in the wrong seat. Let somebody "
            "else judge it too."
        )
    if code == "action-overdue":
        action = client.find(Action, finding.about)
        if action is not None and action.who.strip():
            return _("An action agreed for “%(seat)s” was due on %(date)s, for %(who)s to do.")
        return _("An action agreed for “%(seat)s” was due on %(date)s.")
    return {
        "never-reviewed": _("%(who)s has never been reviewed in “%(seat)s”."),
        "review-overdue": _("The review of %(who)s in “%(seat)s” was due on %(date)s."),
        "seat-changed-since-review": _(
            "“%(seat)s” has changed since the last review of %(who)s. Review it again."
        ),
        "wrong-seat-without-action": _(
            "%(who)s is in the wrong seat, “%(seat)s”, and no action was agreed."
        ),
    }.get(code, "")


def _params(client: Client, finding: Finding, dates: Callable[[str], str]) -> Mapping[str, str]:
    """Return every word that a sentence may need; what does not apply is empty."""
    code, about = finding.code, finding.about
    day = finding.params.get("day") or finding.params.get("due", "")
    metric = function = text = ""
    if code.startswith("metric-") and (record := client.find(Metric, about)) is not None:
        metric = _short(record.name)
        latest = client.latest_figure(record.id)
        day = latest.on if latest is not None else ""
    elif code.startswith("function-") and (piece := client.find(Function, about)) is not None:
        function = _short(piece.name)
    elif code == "action-overdue" and (action := client.find(Action, about)) is not None:
        day = action.due
    elif code == "same-responsibility-twice":
        duty = client.find(Responsibility, finding.params["responsibility"])
        text = _short(duty.text) if duty is not None else ""
    return {
        "seat": _title(client, finding.seat),
        "above": _title(client, _parent(client, finding.seat)),
        "who": _who(client, finding),
        "count": finding.params.get("count", ""),
        "date": dates(day) if day else "",
        "metric": metric,
        "function": function,
        "text": text,
        "seats": _listed(_title(client, seat) for seat in _holders(client, finding)),
    }


def _who(client: Client, finding: Finding) -> str:
    """Return whom the sentence is about: the one it names, else who is in the seat."""
    code, seat = finding.code, finding.seat
    if code in {"provider-without-seat", "notice-date-near", "many-seats"}:
        occupant = client.find(Occupant, finding.about)
        return _short(occupant.name) if occupant is not None else ""
    if code == "action-overdue":
        action = client.find(Action, finding.about)
        return _short(action.who) if action is not None else ""
    if code == "function-nobody-covers":
        declined = [c.seat for c in _covers(client, finding) if c.part == "declined"]
        seat = min(declined, default=None)
    now = client.seatings(seat) if seat is not None else ()
    if now:
        return _short(client.get(Occupant, now[0].occupant).name)
    return _title(client, seat)


def _holders(client: Client, finding: Finding) -> list[SeatId]:
    """Return the seats that hold the same piece of work, the finding's own first."""
    if finding.code == "function-two-accountable":
        seats = {c.seat for c in _covers(client, finding) if c.part == "accountable"}
    elif finding.code == "same-responsibility-twice":
        seats = {SeatId(name) for name in finding.params["seats"].split("\n")}
    else:
        return []
    return sorted(seats, key=lambda seat: (seat != finding.seat, seat))


def _covers(client: Client, finding: Finding) -> Iterable[Cover]:
    function = client.find(Function, finding.about)
    return client.covers(function.id) if function is not None else ()


def _parent(client: Client, seat: SeatId | None) -> SeatId | None:
    record = client.find(Seat, seat) if seat is not None else None
    return record.parent if record is not None else None


def _title(client: Client, seat: SeatId | None) -> str:
    record = client.find(Seat, seat) if seat is not None else None
    return _short(record.title) if record is not None else ""


def _short(words: str) -> str:
    flat = " ".join(words.split()) or _("unnamed")
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def _listed(titles: Iterable[str]) -> str:
    names = [f"“{title}”" for title in titles]
    more = len(names) - MOST_NAMED
    if more > 0:
        names[MOST_NAMED:] = [ngettext("{n} more", "{n} more", more).replace("{n}", str(more))]
    return ", ".join(names)
