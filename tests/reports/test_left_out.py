"""Paper made of a copy: what was left out is in no text, no metadata and no byte of the PDF."""

from __future__ import annotations

import pytest

from mspseat_desktop.content.banks import bank_for
from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.leaving_out import PRESETS, Sending, reduced
from mspseat_desktop.domain.records import Occupant, Seat
from mspseat_desktop.domain.review_records import Review
from mspseat_desktop.reports.action_list import action_list_pdf
from mspseat_desktop.reports.chart import chart_pdf
from mspseat_desktop.reports.company import company_pdf
from mspseat_desktop.reports.coverage import coverage_pdf
from mspseat_desktop.reports.seat_review import seat_review_pdf
from pdf_reading import reader
from sending_world import WORDS
from world import ON, TODAY

MSP = "Managed IT & Security"
MOST = 4
ON_PURPOSE = {"/Title", "/Author", "/CreationDate", "/ModDate", "/Creator", "/Producer"}
UNUSED = {"", "unspecified", "(unspecified)", "/False"}


@pytest.fixture(scope="module")
def sample():
    return Client.of(sample_records(TODAY))


def papers(client):
    """Every report of a whole client, and of some finished reviews, a provider's among them."""
    yield chart_pdf(client, on=ON, with_ratings=True).printed
    yield company_pdf(client, on=ON)
    yield coverage_pdf(client, on=ON)
    yield action_list_pdf(client, on=ON)
    for review in sorted(client.every(Review), key=lambda one: (one.bank, one.id))[:MOST]:
        bank = bank_for(client, review.seat, review.bank)
        yield seat_review_pdf(client, review.id, bank=bank)


def all_of(printed):
    """Everything in the file: text, metadata and every stream as it is unpacked."""
    pdf = reader(printed)
    found = [page.extract_text() for page in pdf.pages]
    found += [str(value) for value in (pdf.metadata or {}).values()]
    for number in range(1, len(pdf.xref[0]) if 0 in pdf.xref else len(pdf.pages) * 50):
        thing = pdf.get_object(number)
        data = getattr(thing, "get_data", None)
        found.append(data().decode("latin-1") if data is not None else str(thing))
    return bare("".join(found))


def bare(words):
    """The words without what lines break at."""
    return "".join(words.split())


def secrets_of(client, provider):
    """Fees, notes, and what was written in reviews of anybody."""
    told = [words for o in client.every(Occupant) for words in (o.fee, o.notes)]
    told += [seat.notes for seat in client.every(Seat)]
    told += [a.note for review in client.every(Review) for a in review.answers]
    return {bare(words) for words in told if len(words) > 12 and provider not in words}


def test_paper_of_a_providers_copy_holds_nothing_that_was_left_out(sample):
    provider = next(o for o in sample.every(Occupant) if o.name == "Northbeam IT")
    secret = secrets_of(sample, "Northbeam")
    whole = "".join(all_of(paper) for paper in papers(sample))
    assert len([words for words in secret if words in whole]) > 5
    copy = reduced(sample, Sending(PRESETS["provider"], WORDS, provider.id))
    made = list(papers(copy))
    assert len(made) == 4 + min(MOST, copy.count(Review))
    for paper in made:
        content = all_of(paper)
        assert [words for words in secret if words in content] == []


def test_paper_without_names_names_nobody_in_its_metadata_either(sample):
    people = [o.name for o in sample.every(Occupant) if o.kind == "person"]
    copy = reduced(sample, Sending(frozenset({"names"}), WORDS))
    for paper in papers(copy):
        content = all_of(paper)
        assert [name for name in people if bare(name) in content] == []


def test_metadata_holds_a_title_who_made_it_and_when_and_nothing_else(sample):
    for paper in papers(sample):
        told = dict(reader(paper).metadata)
        rest = {name: value for name, value in told.items() if name not in ON_PURPOSE}
        assert set(rest.values()) <= UNUSED
        profile = sample.profile
        assert told["/Author"] in {profile.name, profile.adviser} or profile.firm in told["/Author"]
