"""Scripts write the chart as a picture or cut for paper, and are told when it can not be."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from mspseat_desktop.cli.entry import verbs


@pytest.fixture(name="chart")
def _chart(tmp_path):
    file = tmp_path / "chart.mspseat"
    run("new", file, "--template", "sample")
    return file


def run(*args, code=0):
    result = CliRunner().invoke(verbs, [str(arg) for arg in args])
    assert result.exit_code == code, result.output
    return result


@pytest.mark.parametrize(
    ("given", "start"),
    [
        (["--format", "svg"], b"<svg"),
        (["--format", "png"], b"\x89PNG"),
        (["--format", "pdf"], b"%PDF"),
        (["--format", "pdf", "--pages", "sheet"], b"%PDF"),
        (["--format", "pdf", "--pages", "poster", "--paper", "A3"], b"%PDF"),
        (["--format", "pdf", "--pages", "branches", "--paper", "Legal"], b"%PDF"),
    ],
)
def test_the_chart_is_written_in_the_form_that_was_asked_for(chart, tmp_path, given, start):
    run("export", chart, *given, "--out", tmp_path / "out")
    assert (tmp_path / "out").read_bytes().startswith(start)


def test_a_picture_has_ratings_only_when_a_script_asks_for_them(chart, tmp_path):
    run("export", chart, "--format", "svg", "--out", tmp_path / "without.svg")
    run("export", chart, "--format", "svg", "--ratings", "--out", tmp_path / "with.svg")
    assert b"Values" not in (tmp_path / "without.svg").read_bytes()
    assert b"Values" in (tmp_path / "with.svg").read_bytes()


def test_a_paper_or_form_that_is_not_known_is_wrong_usage(chart, tmp_path):
    for given in (["--format", "bmp"], ["--format", "pdf", "--paper", "A0"]):
        run("export", chart, *given, "--out", tmp_path / "out", code=2)
    assert not (tmp_path / "out").exists()


def test_a_chart_too_large_for_its_form_is_refused_with_the_options_that_help(tmp_path):
    rows = "\n".join(f"{n},Seat {n},{'' if n == 0 else 0}" for n in range(130))
    (tmp_path / "wide.csv").write_text(f"id,title,reports to\n{rows}\n", encoding="utf-8")
    file, out = tmp_path / "wide.mspseat", tmp_path / "out"
    run("import", tmp_path / "wide.csv", "--out", file)
    png = ["export", file, "--format", "png", "--out", out]
    page = ["export", file, "--format", "pdf", "--out", out]
    for given, option in ((png, "--pages poster"), (page, "--pages branches")):
        refused = str(run(*given, code=1).exception)
        assert option in refused
        assert "--layout stacked" in refused
    assert "--layout stacked" not in str(run(*page, "--layout", "stacked", code=1).exception)
    again = str(run(*page, "--pages", "brief", "--paper", "A3", code=1).exception)
    assert "brief" not in again
    assert "A3" not in again
    run(*png, "--layout", "stacked")
    assert out.read_bytes().startswith(b"\x89PNG")
    run(*page, "--pages", "sheet")
    sheet = PdfReader(out).pages[0]
    assert sheet.mediabox.width == 14_400
    assert sheet.user_unit * sheet.mediabox.width > 24_000
    assert b"%PDF-1.6" in out.read_bytes()[:16]


def test_a_page_goes_on_the_paper_that_was_asked_for(chart, tmp_path):
    out = tmp_path / "out.pdf"
    run("export", chart, "--format", "pdf", "--paper", "Tabloid", "--out", out)
    page = PdfReader(out).pages[0].mediabox
    assert sorted(map(float, page[2:])) == [792, 1224]


def test_help_does_not_load_what_draws_pictures():
    code = (
        "import sys; from mspseat_desktop.cli.entry import verbs;"
        "sys.exit('reportlab' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
