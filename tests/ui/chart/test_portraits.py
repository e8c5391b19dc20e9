"""Cards show the picture of whoever holds the seat, round for a person, square for a provider."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from driving import settle
from mspseat_desktop.domain.edits.people import change_occupant
from mspseat_desktop.domain.records import (
    Occupant,
    Seat,
    Seating,
)
from mspseat_desktop.domain.vocabulary import (
    OccupantId,
    SeatId,
    SeatingId,
)
from mspseat_desktop.layout.cards import WIDTH, Detail

RED = QColor("red")


def png(color="red"):
    out = io.BytesIO()
    Image.new("RGB", (400, 300), color).save(out, "PNG")
    return out.getvalue()


def held(kind):
    ann = Occupant(OccupantId("ann"), "Ann Lee", kind)
    return [
        Seat(SeatId("lead"), title="Lead"),
        ann,
        Seating(SeatingId("x"), SeatId("lead"), ann.id),
    ]


def give_a_face(desk, color="red"):
    ann = desk.client.get(Occupant, "ann")
    face = replace(ann, portrait=desk.bridge.keep_picture(png(color)))
    assert desk.bridge.do(change_occupant(face))
    settle()


def shown(desk):
    """The picture of the card, and where its avatar is in it."""
    desk.chart.paint_sharp()
    face = desk.chart.scene.face(SeatId("lead"))
    scale, margin = desk.chart.frame.camera.scale, desk.chart.frame.margin
    left, top, wide, high = (edge * scale for edge in face.box.avatar)
    image = desk.chart.frame.picture(SeatId("lead")).toImage()
    assert image.width() == round(WIDTH * scale) + 2 * margin
    return image, (left + margin, top + margin, wide, high)


@pytest.mark.parametrize(("kind", "is_square"), [("person", False), ("provider", True)])
def test_a_card_shows_the_face_and_undo_brings_the_initials_back(open_chart, kind, is_square):
    desk = open_chart(held(kind))
    before, _place = shown(desk)
    give_a_face(desk)
    image, (left, top, wide, high) = shown(desk)
    assert image.pixelColor(round(left + wide / 2), round(top + high / 2)) == RED
    corner = image.pixelColor(round(left + wide * 0.12), round(top + high * 0.12))
    assert (corner == RED) == is_square
    desk.bridge.undo()
    settle()
    assert shown(desk)[0] == before


def test_a_picture_that_is_not_there_leaves_the_initials(open_chart):
    desk = open_chart(held("person"))
    before, _place = shown(desk)
    ann = desk.client.get(Occupant, "ann")
    assert desk.bridge.do(change_occupant(replace(ann, portrait="0" * 64)))
    settle()
    assert shown(desk)[0] == before


def test_on_a_low_card_from_afar_the_face_stands_beside_the_title(open_chart):
    desk = open_chart(held("person"))
    give_a_face(desk)
    desk.chart.show_detail(Detail.OCCUPANT)
    desk.chart.restore(replace(desk.chart.state(), zoom=0.46))
    desk.chart.paint_sharp()
    image = desk.chart.frame.picture(SeatId("lead")).toImage()
    reds = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == RED
    ]
    assert len(reds) > 60
    assert min(reds) > image.width() * 0.7


def test_a_face_is_seen_from_afar_too(open_chart):
    desk = open_chart(held("person"))
    give_a_face(desk)
    desk.chart.restore(replace(desk.chart.state(), zoom=0.46))
    desk.chart.paint_sharp()
    image = desk.chart.frame.picture(SeatId("lead")).toImage()
    reds = sum(
        image.pixelColor(x, y) == RED for x in range(image.width()) for y in range(image.height())
    )
    assert reds > 60
