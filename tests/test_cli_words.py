"""From scripts, paper follows the client's words while codes and listings stay the usual ones."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from mspseat_desktop.cli.clients import open_client
from mspseat_desktop.cli.entry import run
from mspseat_desktop.domain.edits.client import change_profile


@pytest.fixture
def client(tmp_path, capsys):
    """A sample client that speaks of roles, in plain headlines, with a logo."""
    path = tmp_path / "Lakeside.mspseat"
    assert run(["new", str(path), "--template", "sample"]) == 0
    out = io.BytesIO()
    Image.new("RGB", (300, 90), "teal").save(out, "PNG")
    with open_client(path) as session:
        profile = replace(
            session.client.profile,
            logo=session.keep_picture(out.getvalue()),
            responsibility_word="roles",
            headline_words="plain",
            date_order="iso",
        )
        session.do(change_profile(profile))
    capsys.readouterr()
    return path


def test_a_printed_review_has_the_clients_logo_words_and_dates(client, tmp_path):
    pdf = tmp_path / "review.pdf"
    seat = "Managed IT & Security"
    assert run(["report", str(client), "--seat", seat, "--out", str(pdf)]) == 0
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    images = list(document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert len(images) == 1
    document.close()
    assert "Roles" in words
    assert "Responsibilities" not in words
    assert "Right provider" not in words


def test_listings_say_the_usual_headlines(client, capsys):
    assert run(["reviews", str(client), "--json"]) == 0
    headlines = {r["headline"] for r in json.loads(capsys.readouterr().out)} - {None}
    assert headlines
    assert not any(headline.startswith("Fits") for headline in headlines)
