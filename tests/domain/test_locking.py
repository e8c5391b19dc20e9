"""The number of a finished review's content, and who signed it."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

import pytest

from mspseat_desktop.content.sample import sample_records
from mspseat_desktop.domain.client import Client
from mspseat_desktop.domain.edits.signatures import (
    add_signature,
    change_signature,
    remove_signature,
)
from mspseat_desktop.domain.errors import Refused
from mspseat_desktop.domain.locking import content_hash, short_hash
from mspseat_desktop.domain.review_records import (
    Answer,
    Review,
    Signature,
)
from mspseat_desktop.storage.client_file import ClientFile
from world import TODAY, edited


def sample():
    return Client.of(sample_records(TODAY))


def finished(client):
    found = (r for r in client.every(Review) if r.state == "finished" and r.answers)
    return next(r for r in found if r.scene.metrics)


def test_the_number_is_the_sha_256_of_the_record_as_canonical_json():
    review = Review("r", "s", "o", "2026-10-14", "person", "finished", answered_by="Zoë")
    text = (
        '{"answered_by":"Zoë","bank":"person","id":"r","occupant":"o","on":"2026-10-14",'
        '"seat":"s","state":"finished"}'
    )
    assert content_hash(review) == hashlib.sha256(text.encode()).hexdigest()
    start = content_hash(review)[:16].upper()
    assert short_hash(review).replace("-", "") == start


def test_every_field_of_a_finished_review_is_in_its_number():
    review = finished(sample())
    numbers = {content_hash(review)}
    for field in fields(Review):
        old = getattr(review, field.name)
        if field.name == "state":
            continue
        new = {bool: True, tuple: ()}.get(type(old), "other" if field.name != "scene" else None)
        numbers.add(content_hash(replace(review, **{field.name: new})))
    # Those whose new value is what it was already add nothing.
    changed = sum(
        1
        for f in fields(Review)
        if f.name != "state"
        and getattr(review, f.name)
        != {bool: True, tuple: ()}.get(
            type(getattr(review, f.name)), "other" if f.name != "scene" else None
        )
    )
    assert len(numbers) == changed + 1


def test_a_changed_letter_in_one_note_is_another_number():
    review = finished(sample())
    first, *rest = review.answers
    touched = replace(review, answers=(replace(first, note=first.note + "."), *rest))
    assert content_hash(touched) != content_hash(review)
    assert isinstance(first, Answer)


def test_the_number_is_the_same_after_the_file_is_opened_again(tmp_path):
    client = sample()
    file = ClientFile.create(tmp_path / "c.mspseat", sample_records(TODAY))
    again = file.load().client
    file.close()
    for review in client.every(Review):
        assert content_hash(again.get(Review, review.id)) == content_hash(review)


def test_95_and_95_0_are_the_same_number_of_a_figure():
    review = finished(sample())
    metric = replace(review.scene.metrics[0], latest=95)
    whole = replace(review, scene=replace(review.scene, metrics=(metric,)))
    point = replace(review, scene=replace(review.scene, metrics=(replace(metric, latest=95.0),)))
    assert content_hash(whole) == content_hash(point)


def test_a_draft_has_no_number():
    review = finished(sample())
    assert content_hash(replace(review, state="draft")) == ""
    assert short_hash(replace(review, state="draft")) == ""


def test_signatures_stand_in_order_and_leave_the_number_alone():
    client = sample()
    review = finished(client)
    client = edited(
        client,
        add_signature("a", review.id, name=" Joel Kim ", of="Lakeside", on="2026-11-23"),
        add_signature("b", review.id, name="Ada", of="Northbeam"),
        change_signature("b", name="Ada Park", on="2026-11-24"),
    )
    signed = [(s.name, s.of, s.on) for s in client.signatures(review.id)]
    assert signed == [
        ("Joel Kim", "Lakeside", "2026-11-23"),
        ("Ada Park", "Northbeam", "2026-11-24"),
    ]
    assert content_hash(client.get(Review, review.id)) == content_hash(review)
    client = edited(client, remove_signature("a"))
    assert [s.id for s in client.every(Signature)] == ["b"]


def test_a_draft_is_not_signed_and_a_signature_has_a_name():
    client = sample()
    review = finished(client)
    with pytest.raises(Refused) as caught:
        edited(client, add_signature("a", review.id, name=" "))
    assert caught.value.code == "signature-without-name"
    draft = Client.of([*_without(client, review), replace(review, state="draft", answers=())])
    with pytest.raises(Refused) as caught:
        edited(draft, add_signature("a", review.id, name="Joel"))
    assert caught.value.code == "sign-unfinished"


def _without(client, review):
    from mspseat_desktop.domain.records import RECORD_TYPES

    return [r for kind in RECORD_TYPES for r in client.every(kind) if r.id != review.id]
