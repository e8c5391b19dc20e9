from __future__ import annotations

from PySide6.QtCore import QByteArray

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
