from __future__ import annotations

import io
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from mspseat_desktop.domain.change import Change, Step, Touch
from mspseat_desktop.domain.records import (
    Occupant,
    Profile,
    Seat,
)
from mspseat_desktop.domain.review_records import Answer, Review
from mspseat_desktop.domain.vocabulary import (
    AnswerId,
    BlobHash,
    OccupantId,
    ReviewId,
    SeatId,
)
from mspseat_desktop.storage import blobs
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.picture_head import kind_of, size_of
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.storage.publish import publish, save_copy, send_copy
from mspseat_desktop.storage.untrusted import take_in
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from pathlib import Path


def png(shade: int = 0, *, size: tuple[int, int] = (8, 8), pad: int = 0) -> bytes:
    """Return a PNG of 200 bytes; `pad` makes it longer, which no decoder minds."""
    out = io.BytesIO()
    Image.new("L", size, shade).save(out, "PNG")
    return out.getvalue().ljust(200, b"\0") + bytes(pad)


def jpeg_of_many_scans() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "JPEG", progressive=True)
    return out.getvalue()


def names_in(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as db:
        return {name for (name,) in db.execute("SELECT hash FROM blob")}


def edit(before: object, after: object, *, number: int) -> tuple[Change, Step]:
    change = Change((Touch(before, after),))
    return change, Step(number, "change-client", {}, change, "2026-10-14T09:00:00+00:00")


def test_a_picture_is_kept_by_the_hash_of_its_bytes_and_is_there_after_a_restart(new_file):
    file = new_file()
    name = file.keep_blob(png())
    assert name == blobs.hash_of(png())
    file.close()
    again = ClientFile.open(file.path)
    assert again.blob(name) == png()
    assert again.blob(BlobHash("nothing")) is None
    again.close()


def test_the_same_picture_is_kept_once_and_is_no_edit(new_file):
    file = new_file()
    edits = file.edits
    assert file.keep_blob(png()) == file.keep_blob(png())
    assert file.edits == edits
    file.close()
    assert len(names_in(file.path)) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (png(pad=blobs.LARGEST), "picture-too-large"),
        (png(size=(1025, 4)), "picture-unfit"),
        (b"<svg/>", "picture-unfit"),
        (b"", "picture-unfit"),
        (b"\xff\xd8\xff\xd9", "picture-unfit"),
    ],
)
def test_what_is_no_small_png_or_jpeg_is_refused_in_a_sentence(new_file, content, code):
    file = new_file()
    with pytest.raises(FileProblem) as problem:
        file.keep_blob(content)
    assert problem.value.code == code
    assert "Choose" in problem_text(code, {})
    file.close()
    assert names_in(file.path) == set()


def test_a_full_file_lets_go_of_what_neither_record_nor_history_names(new_file, monkeypatch):
    monkeypatch.setattr(blobs, "LARGEST_OF_ALL", 3 * len(png()))
    file = new_file()
    logo, old_logo, loose = (file.keep_blob(png(shade)) for shade in (1, 2, 3))
    profile = Profile(name="Lakeside Manufacturing")
    first, second = (Profile(name=profile.name, logo=name) for name in (old_logo, logo))
    for number, (before, after) in enumerate([(profile, first), (first, second)], start=1):
        change, step = edit(before, after, number=number)
        file.write(change, steps=[step])
    with pytest.raises(FileProblem) as problem:
        file.keep_blob(png(4))  # the loose one may still get its edit
    assert problem.value.code == "pictures-full"
    file.close()
    again = ClientFile.open(file.path)
    new = again.keep_blob(png(4))
    assert [again.blob(name) is not None for name in (logo, old_logo, loose, new)] == [
        True,
        True,
        False,
        True,
    ]
    with pytest.raises(FileProblem):
        again.keep_blob(png(5))
    again.close()


def test_a_picture_whose_bytes_were_changed_is_not_shown(new_file):
    file = new_file()
    name = file.keep_blob(png())
    file.close()
    with closing(sqlite3.connect(file.path)) as db, db:
        db.execute("UPDATE blob SET content = ?", (png(9),))
    again = ClientFile.open(file.path)
    assert again.blob(name) is None
    again.close()


def test_a_sent_copy_leaves_out_pictures_that_no_record_uses(new_file, tmp_path):
    file = new_file()
    logo, mark, face, loose = (file.keep_blob(png(shade)) for shade in range(4))
    profile = Profile(name="Lakeside Manufacturing")
    change, step = edit(profile, Profile(name=profile.name, logo=logo, mark=mark), number=1)
    file.write(change, steps=[step])
    acme = Occupant("acme", "Acme IT", "provider")
    change, step = edit(acme, Occupant("acme", "Acme IT", "provider", portrait=face), number=2)
    file.write(change, steps=[step])
    send_copy(file, tmp_path / "sent.mspseat")
    save_copy(file, tmp_path / "copy.mspseat")
    assert names_in(tmp_path / "sent.mspseat") == {logo, mark, face}
    assert names_in(tmp_path / "copy.mspseat") == {logo, mark, face, loose}


def test_a_foreign_file_brings_only_sound_pictures_in(new_file, tmp_path):
    file = new_file()
    good = file.keep_blob(png())
    source = tmp_path / "from outside.mspseat"
    publish(file, source, seen=None)
    bomb = png(size=(4000, 4000))
    wrong = [
        ("wrong hash", "image/png", png(1)),
        (blobs.hash_of(png(2)), "image/jpeg", png(2)),
        (blobs.hash_of(png(3)), "text/html", png(3)),
        (blobs.hash_of(b"<html>"), "image/png", b"<html>"),
        (blobs.hash_of(bomb), "image/png", bomb),
        (blobs.hash_of(png(4, pad=blobs.LARGEST)), "image/png", png(4, pad=blobs.LARGEST)),
        (blobs.hash_of(b""), "image/png", b""),
        (blobs.hash_of(jpeg_of_many_scans()), "image/jpeg", jpeg_of_many_scans()),
    ]
    with closing(sqlite3.connect(source)) as db, db:
        db.executemany("INSERT INTO blob VALUES (?, ?, ?)", wrong)
        db.execute("DELETE FROM meta WHERE key = 'seal'")
    take_in(source, tmp_path / "private.sqlite")
    assert names_in(tmp_path / "private.sqlite") == {good}
    assert len(names_in(source)) == 9


def test_a_foreign_file_brings_no_more_than_all_pictures_may_need(new_file, tmp_path, monkeypatch):
    file = new_file()
    names = [file.keep_blob(png(shade)) for shade in range(4)]
    source = tmp_path / "from outside.mspseat"
    publish(file, source, seen=None)
    monkeypatch.setattr(blobs, "LARGEST_OF_ALL", 2 * len(png()) + 1)
    take_in(source, tmp_path / "private.sqlite")
    kept = names_in(tmp_path / "private.sqlite")
    assert len(kept) == 2
    assert kept < set(names)


def test_a_foreign_file_brings_no_more_pictures_than_are_looked_through(
    new_file, tmp_path, monkeypatch
):
    file = new_file()
    names = {file.keep_blob(png(shade)) for shade in range(4)}
    source = tmp_path / "from outside.mspseat"
    publish(file, source, seen=None)
    monkeypatch.setattr(blobs, "MOST", 3)
    take_in(source, tmp_path / "private.sqlite")
    kept = names_in(tmp_path / "private.sqlite")
    assert len(kept) == 3
    assert kept < names
    with pytest.raises(FileProblem):
        file.keep_blob(png(9))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (3, 1024)])
def test_the_header_tells_kind_and_size(kind, size):
    out = io.BytesIO()
    Image.new("RGB", size).save(out, kind, exif=b"Exif\0\0" + bytes(40))
    assert kind_of(out.getvalue()) == f"image/{kind.lower()}"
    assert size_of(out.getvalue()) == size


def test_a_broken_header_tells_no_size():
    for content in (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff\xe0\0\0\xff\xda"):
        assert size_of(content) is None
    for _ in range(200):
        size_of(b"\xff\xd8\xff" + os.urandom(60))


def test_any_small_file_is_kept_as_it_is_and_never_read_as_a_picture(new_file):
    file = new_file()
    for content in (b"<svg/>", b"MZ\x90", png(3)):
        name = file.keep_file(content)
        assert file.attached(name) == content
        assert file.blob(name) is None
    file.close()


def test_bytes_attached_as_a_file_may_become_a_picture_and_stay_a_file(new_file):
    file = new_file()
    name = file.keep_file(png(7))
    assert file.keep_blob(png(7)) == name
    assert file.blob(name) == file.attached(name) == png(7)
    assert file.keep_file(png(7)) == name
    assert file.blob(name) == png(7)
    file.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "attachment-empty"), (b"x" * (blobs.LARGEST + 1), "attachment-too-large")],
)
def test_an_empty_or_large_file_is_refused_in_a_sentence(new_file, content, code):
    file = new_file()
    with pytest.raises(FileProblem) as caught:
        file.keep_file(content)
    assert caught.value.code == code
    assert problem_text(code, {}).endswith(".")
    file.close()


def test_a_sent_copy_and_a_foreign_file_keep_what_finished_answers_name(new_file, tmp_path):
    file = new_file()
    named, loose = file.keep_file(b"restore log"), file.keep_file(b"named by nothing")
    given = Answer(AnswerId("r:question:g1"), ReviewId("r"), "question", "g1", "yes", file=named)
    seat, who = Seat(SeatId("s")), Occupant(OccupantId("o"), "Northbeam")
    review = Review(
        ReviewId("r"), seat.id, who.id, "2026-10-14", "person", "finished", answers=(given,)
    )
    change = Change((Touch(None, seat), Touch(None, who), Touch(None, review)))
    file.write(change)
    sent = tmp_path / "sent.mspseat"
    send_copy(file, sent)
    assert names_in(sent) == {named}
    take_in(sent, tmp_path / "private.sqlite")
    assert names_in(tmp_path / "private.sqlite") == {named}
    assert loose not in names_in(sent)
    file.close()
