"""Names of files that every system and cloud takes, from whatever a client wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.wording.file_names import LONGEST_NAME, safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Lakeside Manufacturing", "Lakeside Manufacturing"),
        ("Smith / Jones: IT*", "Smith - Jones- IT-"),
        ("CON", "CON_"),
        ("com1.report", "com1_.report"),
        ("LPT²", "LPT²_"),
        ("  ..hidden.  ", "hidden"),
        ("a\tb\nc\0d", "a b c d"),
        ("fdp.\u202eexe", "fdp.exe"),
        ("Ünïté 株式会社", "Ünïté 株式会社"),
        ("../../etc/passwd", "etc-passwd"),
        ("...", "Untitled"),
    ],
)
def test_a_name_is_made_safe_for_every_system(name, safe):
    assert safe_file_name(name) == safe


def test_a_name_of_300_letters_is_cut_between_letters():
    assert len(safe_file_name("é" * 300).encode()) == LONGEST_NAME
    assert safe_file_name("a" * 300) == "a" * LONGEST_NAME


@given(st.text(max_size=400))
def test_any_text_becomes_a_name_that_can_be_written(tmp_path_factory, text):
    name = safe_file_name(text)
    assert safe_file_name(name) == name
    folder = tmp_path_factory.getbasetemp() / "names"
    folder.mkdir(exist_ok=True)
    path = folder / f"{name} 2026-11-23.mspseat"
    path.touch()
    assert path.parent == folder
    path.unlink()
