"""Everything that comes with the program is complete, and found wherever the program lies."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mspseat_desktop.assets import resource

ROOT = Path(__file__).resolve().parent.parent
FONTS = sorted(resource("fonts").glob("*.ttf"))
ICONS = sorted(resource("icons").glob("*.svg"))


def tables_of(font: Path) -> set[str]:
    """Return the names of the font's tables, read from its directory."""
    data = font.read_bytes()
    (count,) = struct.unpack(">H", data[4:6])
    return {data[12 + 16 * i : 16 + 16 * i].decode() for i in range(count)}


def test_the_fonts_are_the_ones_that_were_chosen() -> None:
    lines = resource("fonts", "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split() for line in lines)}
    found = {font.name: hashlib.sha256(font.read_bytes()).hexdigest() for font in FONTS}
    assert found == listed
    assert {"Inter-Regular.ttf", "Inter-Bold.ttf", "NotoSansArabic-Regular.ttf"} <= set(found)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.name)
def test_a_font_has_outlines_that_a_pdf_can_embed(font: Path) -> None:
    tables = tables_of(font)
    assert "glyf" in tables
    assert "fvar" not in tables, "a variable font would be embedded in one weight only"


def test_the_icons_are_drawings_without_colours_of_their_own() -> None:
    assert len(ICONS) > 60
    for icon in ICONS:
        drawing = ET.parse(icon).getroot()  # noqa: S314 (our own files)
        assert drawing.tag.endswith("svg"), icon.name
        assert drawing.get("stroke") == "currentColor", icon.name
        assert drawing.get("viewBox") == "0 0 24 24", icon.name


def test_each_borrowed_work_brings_its_licence() -> None:
    assert "OPEN FONT LICENSE" in resource("fonts", "OFL-Inter.txt").read_text().upper()
    assert "OPEN FONT LICENSE" in resource("fonts", "OFL-NotoSansArabic.txt").read_text().upper()
    assert "ISC License" in resource("icons", "LICENSE").read_text()
    assert "LESSER" in resource("licences", "LGPL-3.0.txt").read_text()


def test_an_installed_wheel_finds_the_same_files(tmp_path: Path) -> None:
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    command = [sys.executable, "-c", build, str(tmp_path)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    with zipfile.ZipFile(tmp_path / told.stdout.split()[-1]) as wheel:
        wheel.extractall(tmp_path / "installed")
    names = sorted(
        str(path.relative_to(resource())) for path in resource().rglob("*") if path.is_file()
    )
    look = "from mspseat_desktop.assets import resource; import sys; print(resource().resolve());"
    look += "print(all(resource(name).is_file() for name in sys.argv[1:]))"
    env = os.environ | {"PYTHONPATH": str(tmp_path / "installed")}
    command = [sys.executable, "-c", look, *names]
    told = subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, text=True, env=env
    )
    place, is_complete = told.stdout.splitlines()
    assert Path(place) == (tmp_path / "installed" / "mspseat_desktop" / "_resources").resolve()
    assert is_complete == "True"
