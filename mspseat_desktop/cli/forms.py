"""The verbs about a provider's own answers: form, form-import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mspseat_desktop.cli.clients import new_id, open_document, today
from mspseat_desktop.cli.finding import named_seat
from mspseat_desktop.cli.telling import Told, say
from mspseat_desktop.content.banks import bank_for, suggest_bank
from mspseat_desktop.domain.asking import form_to_give
from mspseat_desktop.domain.edits.voices import give_out_form
from mspseat_desktop.domain.review_records import Form
from mspseat_desktop.domain.vocabulary import FormId
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.wording.forms import came_in_text, missing_text
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.vocabulary import OccupantId, SeatId

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself


@click.command("form", help=_("Make a PDF by which a seat's provider answers for itself."))
@click.argument("file", type=FILE)
@click.option("--seat", "name", required=True, help=_("The seat: its title or id."))
@click.option("--out", required=True, type=FILE, help=_("The PDF to write."))
@click.option("--blank", is_flag=True, help=_("The same questions for a pen, without fields."))
def form(file: Path, name: str, out: Path, *, blank: bool) -> None:
    """Write the form, and remember that it was given out."""
    from mspseat_desktop.reports.provider_form import (  # noqa: PLC0415 - reportlab takes a while
        provider_blank_pdf,
        provider_form_pdf,
    )

    with open_document(file) as (session, document), in_words_of(session.client.profile):
        client = session.client
        seat = named_seat(client, name)
        who, on = _provider(client, seat), today().isoformat()
        bank = bank_for(client, seat, suggest_bank(client, seat, who))
        if blank:
            printed = provider_blank_pdf(client, seat, occupant=who, on=on, bank=bank)
            write_out(out, printed.pdf)
        else:
            new = FormId(new_id())
            given = form_to_give(client, seat, occupant=who, on=on, bank=bank, new=new)
            printed = provider_form_pdf(client, given, document=document, bank=bank)
            write_out(out, printed.pdf)
            if not client.has(Form, given.id):
                session.do(give_out_form(given))
    pages = ngettext("{n} page written.", "{n} pages written.", printed.pages)
    say([pages.format(n=printed.pages)])
    if marked := missing_text(printed.missing):
        say([marked])


@click.command(
    "form-import", help=_("Take a provider's own answers in from the form it sent back.")
)
@click.argument("file", type=FILE)
@click.argument("returned", type=FILE)
def form_import(file: Path, returned: Path) -> None:
    """Take the answers in beside ours."""
    from mspseat_desktop.exchange.provider_form_in import read_form  # noqa: PLC0415 - same
    from mspseat_desktop.exchange.provider_form_landing import landing  # noqa: PLC0415 - same

    said = read_form(returned)
    with open_document(file) as (session, document):
        found = landing(
            said,
            session.client,
            document=document,
            bank=lambda given: bank_for(session.client, given.seat, given.bank),
            new_id=new_id,
            today=today().isoformat(),
        )
        session.do(found.edit)
    say([came_in_text(found.occupant, found.answered, replaced=found.replaced_on)])


def _provider(client: Client, seat: SeatId) -> OccupantId:
    holder = client.accountable(seat)
    if holder is None or holder.kind != "provider":
        words = _("No provider sits in “{seat}”, so there is nobody to ask by a form.")
        raise Told(words.format(seat=client.seat(seat).title))
    return holder.id
