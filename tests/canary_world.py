"""A client in which every text that can be typed holds one word that nothing else does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.charts import KeptChart
from mspseat_desktop.domain.records import (
    RECORD_TYPES,
    ChartLook,
    CoreValue,
    Cover,
    Function,
    Responsibility,
    SecondLine,
    cover_id,
)
from mspseat_desktop.domain.review_records import Answer, Review
from mspseat_desktop.domain.typed_words import every_record, reworded, word_fields
from mspseat_desktop.domain.vocabulary import ChartId
from sending_world import NORTHBEAM, _put, sending_world
from world import edited

if TYPE_CHECKING:
    from pathlib import Path

    from mspseat_desktop.storage.workshop import Workshop

CANARY = "Kanarie7f3a"


def canary_records():
    """Every kind of record, all its words the canary, each with the name of its field."""
    client = edited(
        sending_world(),
        _put(
            Responsibility("p1", "MSP", text="x"),
            CoreValue("v1", 1, "x"),
            CoreValue("v2", 1, "x", occupant=NORTHBEAM),
            Function("f1", name="x"),
            Cover(cover_id("f1", "MSP"), "f1", "MSP", responsibility="p1"),
            SecondLine("l1", "MSP", "Finance"),
            ChartLook(layout="right"),
        ),
    )
    records = [filled(record) for record in every_record(client)]
    assert {type(record) for record in records} == set(RECORD_TYPES)
    return records


def filled(record):
    """The record with the canary in each field for words, those of its parts too."""
    words = {name: f"{CANARY} {type(record).__name__} {name}" for name in word_fields(type(record))}
    full = replace(record, **words)
    if isinstance(full, Review) and full.scene is not None:
        full = replace(full, scene=filled(full.scene), answers=tuple(map(filled, full.answers)))
    return reworded(full, lambda text: text if CANARY in text else f"{CANARY} {text}")


def write_canary(workshop: Workshop, path: Path) -> None:
    """Write a client file full of canaries, with an attached file and a kept chart."""
    document = workshop.new_document(canary_records()).document
    name = document.file.keep_file(f"{CANARY} evidence".encode())
    client = document.file.load().client
    draft = next(r for r in client.every(Review) if r.state == "draft")
    answer = filled(Answer("canary", draft.id, "question", "q9", "yes"))
    document.file.write(edit_of(client, replace(answer, file=name)))
    chart = KeptChart(ChartId("k"), f"{CANARY} chart", "what_if", "2026-11-23", f"{CANARY} note")
    document.file.charts.keep(chart, of=ChartId("current"))
    document.set_target(path)
    document.publish()
    document.close()


def edit_of(client, *records):
    from mspseat_desktop.domain.revision import Revision

    work = Revision(client)
    for record in records:
        work.put(record)
    return work.change()
