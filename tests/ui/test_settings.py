from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

from mspseat_desktop.ui.settings import KEPT_RECENTS, Recent, Settings


def again(settings, folder):
    settings.sync()
    return Settings(folder)


def test_what_was_remembered_is_there_at_the_next_start(tmp_path):
    settings = Settings(tmp_path)
    settings.choose_theme("dark")
    settings.keep_place("window", QByteArray(b"somewhere"))
    settings.set_flag("panel", value=False)
    settings.set_text("firm", "Rivera & Söhne; =1+1")
    settings.note_recent(Recent("/x/Lakeside.mspseat", "Lakeside", 13, "2026-11-23"))
    settings = again(settings, tmp_path)
    assert settings.theme() == "dark"
    assert settings.place("window") == QByteArray(b"somewhere")
    assert settings.flag("panel", start=True) is False
    assert settings.text("firm") == "Rivera & Söhne; =1+1"
    assert settings.recents() == (Recent("/x/Lakeside.mspseat", "Lakeside", 13, "2026-11-23"),)


def test_the_last_opened_client_stands_first_and_once(tmp_path):
    settings = Settings(tmp_path)
    for name in ("A", "B", "A"):
        settings.note_recent(Recent(f"/{name}", name))
    assert [r.name for r in settings.recents()] == ["A", "B"]
    settings.forget_recent("/A")
    assert [r.name for r in settings.recents()] == ["B"]


def test_only_so_many_clients_are_remembered(tmp_path):
    settings = Settings(tmp_path)
    for number in range(KEPT_RECENTS + 5):
        settings.note_recent(Recent(f"/{number}", str(number)))
    assert len(settings.recents()) == KEPT_RECENTS


def test_a_broken_settings_file_counts_as_nothing_set(tmp_path):
    (tmp_path / "settings.ini").write_bytes(b"recents=[{\ntheme=purple\n\xff\xfe[places\nwindow=1")
    settings = Settings(tmp_path)
    assert settings.recents() == ()
    assert settings.theme() == "system"
    assert settings.place("window").isEmpty()
    assert settings.flag("panel", start=True)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="there the system has dialogs")
def test_folders_that_qts_own_dialogs_remember_stay_in_the_programs_folder(tmp_path):
    settings = Settings(tmp_path / "home")
    folder = tmp_path / "Lakeside Manufacturing"
    folder.mkdir()
    dialog = QFileDialog()
    dialog.setDirectory(str(folder))
    dialog.show()
    dialog.close()
    delete(dialog)
    remembered = tmp_path / "home" / "QtProject.conf"
    assert "Lakeside" in remembered.read_text()
    assert remembered.stat().st_mode & 0o077 == 0
    settings.forget_client("any")
    assert "Lakeside" not in remembered.read_text()


def test_what_was_remembered_of_a_client_is_forgotten_and_nothing_else(tmp_path):
    settings = Settings(tmp_path)
    settings.set_flag("ratings-hidden-abc123", value=True)
    settings.set_flag("panel", value=True)
    settings.forget_client("abc123")
    assert "abc123" not in (tmp_path / "settings.ini").read_text()
    assert settings.flag("panel", start=False)
