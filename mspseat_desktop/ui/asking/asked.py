"""What a provider would be asked now, as the dialog shows it: counts, state and e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mspseat_desktop.content.banks import bank_for, suggest_bank
from mspseat_desktop.domain.asking import form_items, forms_of
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.ui.formats import date_text
from mspseat_desktop.wording.file_names import safe_file_name
from mspseat_desktop.wording.forms import email_subject, email_text

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.questions import Bank
    from mspseat_desktop.domain.records import Occupant
    from mspseat_desktop.domain.review_records import Form
    from mspseat_desktop.domain.vocabulary import SeatId

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """One form as it would go out now; `address` is where to send it, empty when not known."""

    occupant: str
    seat: str
    lines: tuple[str, ...]
    warning: str
    before: str
    file_name: str
    address: str
    subject: str
    email: str


def provider_of(client: Client, seat: SeatId) -> Occupant | None:
    """Return the provider that holds the seat, None where somebody else or nobody does."""
    holder = client.accountable(seat)
    return holder if holder is not None and holder.kind == "provider" else None


def bank_of_seat(client: Client, seat: SeatId, holder: Occupant) -> Bank:
    """Return the questions that the holder is asked in this seat."""
    return bank_for(client, seat, suggest_bank(client, seat, holder.id))


def asked(client: Client, seat: SeatId, holder: Occupant, *, on: str) -> Asked:
    """Return what the holder would be asked today."""
    profile = client.profile
    title = client.seat(seat).title or _("Untitled seat")
    name, company = holder.name, profile.name or _("the client")
    what = _("%(occupant)s about %(seat)s") % {"occupant": name, "seat": title}
    file_name = safe_file_name(f"{what} {on}") + ".pdf"
    greeting, address = _contact(client, holder)
    return Asked(
        occupant=name,
        seat=title,
        lines=_lines(client, seat, holder, on=on),
        warning=_warning(client, seat),
        before=_before(forms_of(client, seat, holder.id)),
        file_name=file_name,
        address=address,
        subject=email_subject(company, title),
        email=email_text(
            client=company,
            seat=title,
            greeting=greeting,
            adviser=profile.adviser,
            file=file_name,
        ),
    )


def _lines(client: Client, seat: SeatId, holder: Occupant, *, on: str) -> tuple[str, ...]:
    bank = bank_of_seat(client, seat, holder)
    items = form_items(client, seat, occupant=holder.id, on=on, bank=bank)
    duties = sum(item.kind == "wants" for item in items)
    numbers = len(client.metrics(seat))
    deciding = sum(item.kind == "question" and item.way == "yesno" for item in items)
    talk = sum(item.part in {"gets", "wants", "capacity"} for item in items) - sum(
        item.part in {"gets", "wants", "capacity"} and item.way == "yesno" for item in items
    )
    values = sum(item.kind == "value" for item in items)
    counted = (
        (
            duties,
            ngettext(
                "{n} responsibility: wants it, on a condition, would rather not",
                "{n} responsibilities: wants it, on a condition, would rather not",
                duties,
            ),
        ),
        (numbers, ngettext("{n} metric, and whether it agrees to be measured on it",
                           "{n} metrics, and whether it agrees to be measured on them", numbers)),
        (deciding, ngettext("{n} question to answer by yes, no or not sure",
                            "{n} questions to answer by yes, no or not sure", deciding)),
        (talk, ngettext("{n} question for its own words", "{n} questions for its own words", talk)),
        (values, ngettext("{n} core value of yours, and how it lives it",
                          "{n} core values of yours, and how it lives them", values)),
    )  # fmt: skip
    last = _("How it sees you as a client, and what else you should know")
    return (*(words.replace("{n}", str(n)) for n, words in counted if n), last)


def _warning(client: Client, seat: SeatId) -> str:
    if client.responsibilities(seat):
        return ""
    return _("No responsibilities are written down yet. Write them first: they are what it wants.")


def _before(given: tuple[Form, ...]) -> str:
    if not given:
        return ""
    last = given[-1]
    if last.returned_on:
        words = _("The form of {date} came back on {back}.")
        return words.replace("{back}", date_text(last.returned_on)).replace(
            "{date}", date_text(last.on)
        )
    return _("A form was given out on {date} and has not come back yet.").replace(
        "{date}", date_text(last.on)
    )


def _contact(client: Client, holder: Occupant) -> tuple[str, str]:
    """Return whom to greet and the address: the account manager, else whoever is named first."""
    contacts = client.contacts(holder.id)
    managers = [c for c in contacts if c.part == "account_manager"]
    for contact in (*managers, *contacts):
        if contact.name or contact.email:
            return contact.name[:LONGEST_NAME], contact.email or holder.email
    return "", holder.email
