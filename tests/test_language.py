"""Words come from one catalogue, found by the reader's language."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mspseat_desktop import language
from mspseat_desktop.language import _, choose_language, ngettext, speaking

GERMAN = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
    "Seat": "Platz",
    "%d seat\0%d seats": "%d Platz\0%d Plätze",
    "Metric": "Kennzahl",
    "Measurable": "Messgröße",
    "Old metric": "Alte Kennzahl",
}


def compiled(words: dict[str, str]) -> bytes:
    """Return a gettext .mo file (little-endian, version 0) with these words."""
    keys = sorted(words)
    start = 28 + 16 * len(keys)
    index, texts = b"", b""
    for text in [*keys, *(words[key] for key in keys)]:
        raw = text.encode()
        index += struct.pack("<II", len(raw), start + len(texts))
        texts += raw + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return head + index + texts


@pytest.fixture
def german(tmp_path, monkeypatch):
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "mspseat.mo").write_bytes(compiled(GERMAN))
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    language._catalogue.cache_clear()
    yield
    choose_language()
    language._catalogue.cache_clear()
    language._system_languages.cache_clear()


@pytest.mark.usefixtures("german")
def test_the_chosen_language_speaks() -> None:
    choose_language("de-AT")
    assert _("Seat") == "Platz"
    assert ngettext("%d seat", "%d seats", 1) == "%d Platz"
    assert ngettext("%d seat", "%d seats", 2) == "%d Plätze"


@pytest.mark.usefixtures("german")
def test_a_word_without_translation_stays_as_it_is() -> None:
    choose_language("de")
    assert _("Chart") == "Chart"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("codes", [("en_GB", "de"), ("fr",), ("C",)])
def test_english_is_kept_when_it_is_preferred_or_nothing_else_is_there(codes) -> None:
    choose_language(*codes)
    assert _("Seat") == "Seat"
    assert ngettext("%d seat", "%d seats", 2) == "%d seats"


@pytest.mark.usefixtures("german")
def test_a_language_without_catalogue_gives_way_to_the_next() -> None:
    choose_language("fr", "de")
    assert _("Seat") == "Platz"


@pytest.mark.usefixtures("german")
def test_without_a_choice_the_system_decides(monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de_DE.UTF-8:en")
    language._system_languages.cache_clear()
    assert _("Seat") == "Platz"


def measurables(message: str) -> str:
    return (
        message.replace("Metric", "Measurable")
        .replace("metric", "measurable")
        .replace("seat", "chair")
    )


def test_other_words_are_spoken_inside_and_the_usual_ones_after() -> None:
    with speaking(measurables):
        assert _("Old metric") == "Old measurable"
        assert ngettext("%d seat", "%d seats", 2) == "%d chairs"
        with speaking(None):
            assert _("Old metric") == "Old metric"
    assert _("Old metric") == "Old metric"


@pytest.mark.usefixtures("german")
def test_a_catalogue_that_lacks_the_other_words_says_the_usual_ones() -> None:
    choose_language("de")
    with speaking(measurables):
        assert _("Metric") == "Messgröße"
        assert _("Old metric") == "Alte Kennzahl"
        assert ngettext("%d seat", "%d seats", 2) == "%d Plätze"


def test_words_in_use_are_those_of_one_thread() -> None:
    said = []
    with speaking(measurables):
        thread = threading.Thread(target=lambda: said.append(_("Metric")))
        thread.start()
        thread.join()
    assert said == ["Metric"]


def test_importing_the_words_is_cheap() -> None:
    told = "import sys, mspseat_desktop.language; print(*sys.modules)"
    env = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=env)
    heavy = {"PySide6", "shiboken6", "locale", "ctypes", "logging", "sqlite3", "reportlab"}
    assert heavy.isdisjoint(done.stdout.split())
