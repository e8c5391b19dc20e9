from __future__ import annotations

import io
import sqlite3
from contextlib import closing

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage

from driving import settle
from mspseat_desktop.domain.edits.client import change_profile
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.vocabulary import BlobHash
from mspseat_desktop.editing.session import Session
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.ui import pictures as pictures_module
from mspseat_desktop.ui.bridge import Bridge
from mspseat_desktop.ui.picture_field import PictureField
from mspseat_desktop.ui.pictures import Pictures
from mspseat_desktop.ui.theme import Theme
from mspseat_desktop.ui.widgets import PendingFields
from world import TODAY, clock, id_maker

RED = QColor("red")


def png(color: str = "red", size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def bridge(qapp, tmp_path):  # noqa: ARG001 - Qt must be there
    file = ClientFile.create(tmp_path / "client.sqlite", [Profile(name="Lakeside")])
    session = Session(file.load().client, file, clock=clock)
    yield Bridge(session, pending=PendingFields(), new_id=id_maker(), today=lambda: TODAY)
    file.close()


@pytest.fixture
def field(bridge, qtbot):
    field = PictureField(bridge, Theme("light"), "Logo")
    qtbot.addWidget(field)
    field.resize(420, 120)
    field.show()
    return field


def drop(field, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,  # proposes to move it
    )
    field.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.CopyAction  # a file "moved" would be deleted
    settle()


def test_undo_of_an_edit_finds_the_picture_that_it_named(bridge):
    first, second = bridge.keep_picture(png("red")), bridge.keep_picture(png("blue"))
    profile = bridge.client.profile
    assert bridge.do(change_profile(Profile(name=profile.name, logo=first)))
    assert bridge.do(change_profile(Profile(name=profile.name, logo=second)))
    bridge.undo()
    assert bridge.client.profile.logo == first
    assert bridge.picture(first) is not None
    assert bridge.picture(BlobHash("")) is None


def test_a_face_is_cut_round_for_a_person_and_square_for_a_provider(bridge):
    pictures = Pictures.of(bridge)
    assert Pictures.of(bridge) is pictures
    name = bridge.keep_picture(png())
    for provider, corner in ((False, 0), (True, 255)):
        face = pictures.face(name, 40, provider=provider, ratio=2.0)
        assert face.size() == QSize(80, 80)
        image = face.toImage()
        assert image.pixelColor(40, 40) == RED
        assert image.pixelColor(10, 10).alpha() == corner
    assert pictures.face(BlobHash(""), 40, provider=True, ratio=1.0).isNull()
    assert pictures.face(BlobHash("unknown"), 40, provider=True, ratio=1.0).isNull()


def test_a_wide_logo_stays_whole_on_white_in_a_providers_square(bridge):
    wide = Image.new("RGB", (400, 100), "blue")
    wide.paste("red", (0, 0, 60, 100))
    out = io.BytesIO()
    wide.save(out, "PNG")
    name = bridge.keep_picture(out.getvalue())
    image = Pictures.of(bridge).face(name, 80, provider=True, ratio=1.0).toImage()
    assert image.pixelColor(3, 40) == RED
    assert image.pixelColor(70, 40) == QColor("blue")
    assert image.pixelColor(40, 10) == QColor("white")
    round_one = Pictures.of(bridge).face(name, 80, provider=False, ratio=1.0).toImage()
    assert round_one.pixelColor(40, 5) == QColor("blue")


def test_a_stripe_does_not_become_a_picture_of_many_megabytes(bridge):
    name = bridge.keep_picture(png(size=(1024, 1)))
    pictures = Pictures.of(bridge)
    assert pictures.face(name, 80, provider=False, ratio=1.0).size() == QSize(80, 80)
    assert pictures._faces[name].width() <= pictures_module.FACE


def test_a_logo_keeps_its_proportions_within_the_room(bridge):
    name = bridge.keep_picture(png(size=(800, 200)))
    logo = Pictures.of(bridge).pixmap(name, "whole", QSize(100, 60), ratio=1.0)
    assert logo.size() == QSize(100, 25)


def test_pixels_are_kept_within_a_budget(bridge, monkeypatch):
    monkeypatch.setattr(pictures_module, "BUDGET", 40 * 40 * 4 * 2)
    pictures = Pictures.of(bridge)
    names = [bridge.keep_picture(png(color)) for color in ("red", "blue", "lime")]
    faces = [pictures.face(name, 40, provider=True, ratio=1.0) for name in names]
    again = [pictures.face(name, 40, provider=True, ratio=1.0) for name in reversed(names)]
    assert [a.cacheKey() == b.cacheKey() for a, b in zip(again, reversed(faces), strict=True)] == [
        True,
        True,
        False,
    ]


def test_a_picture_that_may_come_later_comes_while_nothing_else_happens(bridge, qtbot):
    pictures = Pictures.of(bridge)
    name = bridge.keep_picture(png())
    room = QSize(30, 30)
    assert pictures.pixmap(name, "round", room, ratio=1.0, soon=True).isNull()
    with qtbot.waitSignal(pictures.came) as came:
        pass
    assert came.args == [name]
    assert not pictures.pixmap(name, "round", room, ratio=1.0, soon=True).isNull()


def test_a_dropped_file_becomes_the_picture(field, bridge, tmp_path, qtbot):
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(field.chosen) as chosen:
        drop(field, data)
    assert bridge.picture(chosen.args[0]) is not None
    assert field.picture == chosen.args[0]
    assert field.grab().toImage().pixelColor(field.frame.geometry().center()) == RED


def test_a_dropped_image_becomes_the_picture(field, bridge):
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(RED)
    data = QMimeData()
    data.setImageData(image)
    drop(field, data)
    assert bridge.picture(field.picture) is not None


def test_what_is_no_picture_is_said_at_the_field_and_the_old_one_stays(field, tmp_path):
    field.take(png())
    before = field.picture
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ann")
    field.take(path)
    assert field.picture == before
    assert field.trouble.isVisible()
    assert field.trouble.text().startswith("This is no picture that can be read.")
    field.take(png("blue"))
    assert not field.trouble.isVisible()
    assert field.picture not in ("", before)


def test_a_picture_is_taken_out_by_keyboard(field, qtbot):
    field.take(png())
    field.activateWindow()
    field.take_out.setFocus()
    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field.take_out, Qt.Key.Key_Return)
    assert chosen.args == [""]
    assert not field.take_out.isVisible()


def test_a_picture_whose_bytes_are_not_sound_is_not_shown(bridge, tmp_path):
    name = bridge.keep_picture(png())
    bridge._session._keeper.close()
    with closing(sqlite3.connect(tmp_path / "client.sqlite")) as db, db:
        db.execute("UPDATE blob SET content = ?", (png("blue"),))
    file = ClientFile.open(tmp_path / "client.sqlite")
    bridge._session._keeper = file
    assert bridge.picture(name) is None
    assert Pictures.of(bridge).face(name, 40, provider=False, ratio=1.0).isNull()
