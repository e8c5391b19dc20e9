"""The verbs about reviews: report, review, reviews."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mspseat_desktop.cli.clients import new_id, now, open_client, read_client, read_loaded, today
from mspseat_desktop.cli.finding import named_seat
from mspseat_desktop.cli.telling import Told, say, say_json, sentence_of
from mspseat_desktop.content.banks import bank_for, bank_of, suggest_bank
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.revision import Revision
from mspseat_desktop.domain.vocabulary import ReviewId
from mspseat_desktop.exchange import answers_in
from mspseat_desktop.exchange.answers_in import read_answers
from mspseat_desktop.exchange.evidence_files import evidence_files
from mspseat_desktop.exchange.listing import review_list
from mspseat_desktop.exchange.outcome_listing import review_outcome
from mspseat_desktop.exchange.review_edit import review_edit
from mspseat_desktop.exchange.source_file import source_bytes
from mspseat_desktop.language import _, ngettext
from mspseat_desktop.storage.blobs import hash_of
from mspseat_desktop.storage.outputs import write_out
from mspseat_desktop.wording.packs import in_words_of

if TYPE_CHECKING:
    from mspseat_desktop.domain.client import Client
    from mspseat_desktop.domain.review_records import Review
    from mspseat_desktop.domain.vocabulary import SeatId
    from mspseat_desktop.reports.frame import Printed
    from mspseat_desktop.storage.loading import Loaded

FILE = click.Path(path_type=Path, readable=False)  # what can not be read says so itself
# click would fill lines that no \b stands above.
ANSWERS_HELP = "\n\n".join(f"\b\n{part}" for part in (answers_in.__doc__ or "").split("\n\n"))
SEAT_HELP = _("The seat: its title or id.")


@click.command("report", help=_("Print a seat's latest review, or its blank sheet, as a PDF."))
@click.argument("file", type=FILE)
@click.option("--seat", "name", required=True, help=SEAT_HELP)
@click.option("--out", required=True, type=FILE, help=_("The PDF to write."))
def report(file: Path, name: str, out: Path) -> None:
    """Write the seat review as it is printed."""
    loaded = read_loaded(file)
    with in_words_of(loaded.client.profile):
        printed = _printed(loaded, named_seat(loaded.client, name))
    write_out(out, printed.pdf)
    pages = ngettext("{n} page written.", "{n} pages written.", printed.pages)
    say([pages.format(n=printed.pages)])
    if printed.missing:
        marked = ngettext(
            "{n} character is in no font of the program and is printed as a mark.",
            "{n} characters are in no font of the program and are printed as marks.",
            printed.missing,
        )
        say([marked.format(n=printed.missing)])


@click.command(
    "review",
    help=_("Record a review from a JSON file; prints the headline and its reasons as JSON."),
    epilog=ANSWERS_HELP,
)
@click.argument("file", type=FILE)
@click.option("--seat", "name", required=True, help=SEAT_HELP)
@click.option("--answers", required=True, type=FILE, help=_("The JSON file, as told below."))
def review(file: Path, name: str, answers: Path) -> None:
    """Record a whole review in one step."""
    given = read_answers(source_bytes(answers, largest=answers_in.LARGEST))
    files = evidence_files(given, answers.parent)
    recorded = ReviewId(new_id())
    with open_client(file) as session:
        edit = review_edit(
            given,
            session.client,
            seat=named_seat(session.client, name),
            review=recorded,
            new_id=new_id,
            today=today().isoformat(),
            finished_at=now().isoformat(timespec="seconds"),
            files={name: hash_of(content) for name, content in files.items()},
        )
        try:
            edit.run(Revision(session.client))  # what is refused keeps no file
        except Refused as refused:
            raise Told(_with_way_out(refused)) from refused
        for content in files.values():
            session.keep_file(content)
        session.do(edit)
    say_json(review_outcome(session.client, recorded))


@click.command("reviews", help=_("List all reviews by date."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON."))
def reviews(file: Path, *, as_json: bool) -> None:
    """List every review, drafts included."""
    listed = review_list(read_client(file))
    if as_json:
        say_json(listed)
    else:
        say(
            [
                f"{r['on']}  {r['seat_title']}  ({r['occupant']}): {r['headline'] or _('draft')}"
                for r in listed
            ]
        )


def _with_way_out(refused: Refused) -> str:
    """Return why the review was not recorded, and what to change in the answers."""
    ways_out = {
        "sentence-missing": _(
            "Write it as “because” beside “call” in the answers, or record a draft by “state”: "
            "“draft”."
        ),
    }
    return f"{sentence_of(refused)} {ways_out.get(refused.code, '')}".strip()


def _printed(loaded: Loaded, seat: SeatId) -> Printed:
    """Return the holder's latest review, the draft if there is only that, else the blank sheet."""
    from mspseat_desktop.reports.manner import manner_of  # noqa: PLC0415 - same
    from mspseat_desktop.reports.seat_review import (  # noqa: PLC0415 - reportlab takes a while
        seat_review_pdf,
        seat_sheet_pdf,
    )

    client = loaded.client
    manner = manner_of(client.profile, pictures=loaded.pictures)
    holder = client.accountable(seat)
    latest = _latest(client, seat)
    if latest is not None:
        return seat_review_pdf(client, latest.id, bank=bank_of(client, latest), manner=manner)
    bank = bank_for(client, seat, _bank_of(client, seat))
    occupant = holder.id if holder else None
    on = today().isoformat()
    return seat_sheet_pdf(client, seat, occupant=occupant, on=on, bank=bank, manner=manner)


def _latest(client: Client, seat: SeatId) -> Review | None:
    holder = client.accountable(seat)
    if holder is None:
        return None
    finished = client.reviews_of(seat, holder.id)
    return finished[-1] if finished else client.draft(seat, holder.id)


def _bank_of(client: Client, seat: SeatId) -> str:
    """Return the bank for a seat's blank sheet; an open seat goes by whom it is meant for."""
    holder = client.accountable(seat)
    if holder is not None:
        return suggest_bank(client, seat, holder.id)
    if client.seat(seat).meant_for != "provider":
        return "person"
    levels = any(duty.level for duty in client.responsibilities(seat))
    return "it_provider" if levels else "other_provider"
