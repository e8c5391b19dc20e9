"""The command line: its verbs, its sentences and exit codes, and that it never starts Qt."""

import csv
import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from mspseat_desktop import __version__
from mspseat_desktop.cli.clients import open_client
from mspseat_desktop.cli.entry import run
from mspseat_desktop.cli.finding import named_seat
from mspseat_desktop.domain.edits.review import start_review
from mspseat_desktop.storage.workshop import Workshop

CHART = """id,reports to,title,occupant,responsibilities
1,,Owner,Zoë Müller,"Decide
Sell"
2,1,Managed IT,Northgate Ltd,Help; Protect
3,99,Payroll,Vacant,
4,5,Mail,Bo Ek,
5,4,Post,Bo Ek,
"""


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    source = tmp_path / "chart.csv"
    source.write_text(CHART, encoding="utf-8")
    assert run(["import", str(source), "--out", str(tmp_path / "client.mspseat")]) == 0
    return tmp_path / "client.mspseat"


class Spoken:
    """What a command said."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def by(self, *arguments: object) -> str:
        """Run the command, which must work, and return what it wrote to stdout."""
        self._capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = self._capfd.readouterr()
        assert (code, err) == (0, "")
        return out

    def json(self, *arguments: object):
        """Return the JSON that the command wrote."""
        return json.loads(self.by(*arguments))

    def refusing(self, *arguments: object, code: int = 1) -> str:
        """Run the command, which must fail, and return its one sentence."""
        self._capfd.readouterr()
        found = run([str(argument) for argument in arguments])
        out, err = self._capfd.readouterr()
        assert (found, out) == (code, "")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str]) -> Spoken:
    return Spoken(capfd)


def test_a_new_client_has_the_starting_seats(said, tmp_path):
    file = tmp_path / "Lake Ltd.mspseat"
    said.by("new", file)

    facts = said.json("info", file, "--json")
    assert facts == {
        "name": "Lake Ltd",
        "seats": 6,
        "occupants": 0,
        "open_seats": 6,
        "roots": 1,
        "depth": 3,
        "reviews": 0,
        "schema": facts["schema"],
    }


def test_the_sample_client_comes_with_its_reviews(said, tmp_path):
    said.by("new", tmp_path / "s.mspseat", "--template", "sample", "--name", "Other Name")

    facts = said.json("info", tmp_path / "s.mspseat", "--json")
    assert facts["name"] == "Other Name"
    assert facts["reviews"] == len(said.json("reviews", tmp_path / "s.mspseat", "--json")) > 0
    seats = said.json("seats", tmp_path / "s.mspseat", "--json")
    provider = next(seat for seat in seats if seat["kind"] == "provider" and seat["latest_outcome"])
    assert provider["latest_outcome"]["wants"] in {"yes", "no"}
    assert provider["metrics"]
    lines = [line.strip() for line in said.by("seats", tmp_path / "s.mspseat").splitlines()]
    assert "Quality  (open seat; also in this seat: Tomás Herrera)" in lines
    assert "Managed IT & Security  (Northbeam IT)" in lines


def test_an_import_says_what_it_did_and_the_seats_can_be_listed(said, tmp_path, chart):
    out = said.by("import", tmp_path / "chart.csv", "--out", tmp_path / "again.mspseat")
    for words in ("5 seats", "“99”", "“Vacant”", "“Northgate Ltd”", "rows 5, 6"):
        assert words in out
    sentence = said.refusing("import", tmp_path / "chart.csv", "--out", tmp_path / "list.txt")
    assert sentence == "A client's file ends in “.mspseat”. Name it “list.txt.mspseat”.\n"

    seats = said.json("seats", chart, "--json")
    assert [seat["title"] for seat in seats] == ["Owner", "Managed IT", "Payroll", "Mail", "Post"]
    assert [seat["kind"] for seat in seats] == ["person", "provider", "open", "person", "person"]
    assert [seat["parent"] for seat in seats] == [None, seats[0]["id"], None, None, seats[3]["id"]]
    assert seats[0]["occupants"] == ["Zoë Müller"]
    assert seats[0]["responsibilities"] == ["Decide", "Sell"]
    assert seats[0]["latest_outcome"] is None
    assert said.json("info", chart, "--json")["roots"] == 3
    assert "  Managed IT  (Northgate Ltd)" in said.by("seats", chart)


def test_a_review_is_recorded_printed_and_listed(said, tmp_path, chart):
    answers = tmp_path / "answers.json"
    answers.write_text(
        json.dumps(
            {
                "questions": {"g7": "yes"},
                "responsibilities": {"Help": {"gets": "yes", "wants": "declined"}},
                "calls": {
                    "gets": {"call": "yes", "because": "It asks why."},
                    "wants": {"call": "no", "because": "It declined the help desk."},
                    "capacity": {"call": "yes", "because": "Two engineers."},
                },
            }
        )
    )
    outcome = said.json("review", chart, "--seat", "managed it", "--answers", answers)
    assert (outcome["state"], outcome["headline"]) == ("finished", "Wrong seat")
    assert "Wants it: no." in outcome["reasons"]
    [listed] = said.json("reviews", chart, "--json")
    assert (listed["id"], listed["state"]) == (outcome["review"], "finished")
    said.by("report", chart, "--seat", "2", "--out", tmp_path / "review.pdf")
    pages = " ".join(page.extract_text() for page in PdfReader(tmp_path / "review.pdf").pages)
    assert "Wrong seat" in pages
    assert "It declined the help desk." in pages


def test_a_call_without_the_sentence_it_needs_is_recorded_as_a_draft_only(said, tmp_path, chart):
    answers = tmp_path / "answers.json"
    given = {"questions": {"g7": "no"}, "calls": {"gets": {"call": "yes"}, "wants": "no"}}
    answers.write_text(json.dumps(given))
    before = chart.read_bytes()
    review = ("review", chart, "--seat", "managed it", "--answers", answers)
    sentence = said.refusing(*review)
    assert sentence.startswith("Gets it: a call that the answers do not point to needs a sentence")
    assert "“because” beside “call”" in sentence
    assert chart.read_bytes() == before

    answers.write_text(json.dumps(given | {"state": "draft"}))
    outcome = said.json(*review)
    assert (outcome["state"], outcome["sentence_missing"]) == ("draft", ["gets"])
    [listed] = said.json("reviews", chart, "--json")
    assert (listed["id"], listed["state"]) == (outcome["review"], "draft")


def rests_on(tmp_path, **evidence):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"questions": {"g7": {"answer": "yes", **evidence}}}))
    return answers


def test_evidence_and_its_file_are_kept_with_the_review_and_listed(said, tmp_path, chart):
    plan = b"Plan of the year"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.txt").write_bytes(plan)
    seen = {"seen_by": "Zoë", "seen_on": "2026-10-01", "reference": "Page 3"}
    answers = rests_on(tmp_path, **seen, file="in/plan.txt")
    said.json("review", chart, "--seat", "managed it", "--answers", answers)
    [listed] = said.json("reviews", chart, "--json")
    [answer] = listed["answers"]
    assert {key: answer[key] for key in seen} == seen
    assert (answer["evidence"], answer["file"]) == ("seen", "plan.txt")
    assert answer["file_sha256"] == hashlib.sha256(plan).hexdigest()
    with open_client(chart) as session:
        assert session.attached(answer["file_sha256"]) == plan


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.pdf", None, "There is no file “gone.pdf”"),
        ("empty.pdf", b"", "empty"),
        ("large.pdf", b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        (".", None, "is a folder"),
    ],
)
def test_a_file_that_is_not_taken_is_named_and_nothing_is_recorded(
    said, tmp_path, chart, name, content, words
):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = chart.read_bytes()
    answers = rests_on(tmp_path, file=name)
    assert words in said.refusing("review", chart, "--seat", "managed it", "--answers", answers)
    assert chart.read_bytes() == before


def test_a_refused_review_keeps_no_file(said, tmp_path, chart):
    (tmp_path / "plan.txt").write_text("Plan")
    with open_client(chart) as session:
        seat = named_seat(session.client, "managed it")
        holder = session.client.accountable(seat)
        draft = start_review("d", seat=seat, occupant=holder.id, on="2026-10-01", bank="person")
        session.do(draft)
    answers = rests_on(tmp_path, file="plan.txt")
    said.refusing("review", chart, "--seat", "managed it", "--answers", answers)
    with open_client(chart) as session:
        assert session.attached(hashlib.sha256(b"Plan").hexdigest()) is None


def test_a_seat_without_review_prints_its_blank_sheet(said, tmp_path, chart):
    for seat in ("Owner", "Payroll"):
        said.by("report", chart, "--seat", seat, "--out", tmp_path / "sheet.pdf")
        text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages)
        assert seat in text
        assert "Not reviewed yet" in text


def test_an_export_is_written_whole_private_and_read_back(said, tmp_path, chart):
    out = tmp_path / "out.csv"
    out.write_text("older")

    said.by("export", chart, "--format", "csv", "--out", out)

    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)][:2] == ["Owner", "Managed IT"]
    assert [path.name for path in tmp_path.glob("*.part")] == []
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
        assert stat.S_IMODE(chart.stat().st_mode) == 0o600
    said.by("import", out, "--out", tmp_path / "back.mspseat")
    assert said.json("info", tmp_path / "back.mspseat", "--json")["seats"] == 5


def test_a_client_that_is_open_is_read_but_not_written(
    said, tmp_path, chart, program_home_of_the_test
):
    answers = tmp_path / "answers.json"
    answers.write_text('{"calls": {"gets": "yes"}}')
    before = chart.read_bytes()
    home = program_home_of_the_test
    document = Workshop(home, now=lambda: datetime.now(UTC)).open_document(chart).document

    try:
        sentence = said.refusing("review", chart, "--seat", "Owner", "--answers", answers)
        assert said.json("info", chart, "--json")["seats"] == 5
    finally:
        document.close()

    assert "client.mspseat" in sentence
    assert chart.read_bytes() == before
    said.by("review", chart, "--seat", "Owner", "--answers", answers)


@pytest.mark.parametrize(
    "arguments",
    [
        ["info", "gone.mspseat"],
        ["info", "."],
        ["info", "chart.csv"],
        ["info", "empty.mspseat"],
        ["info", "damaged.mspseat"],
        ["new", "client.mspseat"],
        ["new", "no folder/x.mspseat"],
        ["new", "x.txt"],
        ["import", "gone.csv", "--out", "n.mspseat"],
        ["import", ".", "--out", "n.mspseat"],
        ["import", "client.mspseat", "--out", "n.mspseat"],
        ["import", "chart.csv", "--out", "client.mspseat"],
        ["import", "chart.csv", "--out", "n.txt"],
        ["import", "quote.csv", "--out", "n.mspseat"],
        ["seats", "gone.mspseat"],
        ["report", "client.mspseat", "--seat", "Nobody's", "--out", "x.pdf"],
        ["report", "client.mspseat", "--seat", "Owner", "--out", "client.mspseat"],
        ["report", "client.mspseat", "--seat", "Owner", "--out", "."],
        ["report", "client.mspseat", "--seat", "Owner", "--out", "no folder/x.pdf"],
        ["review", "client.mspseat", "--seat", "Payroll", "--answers", "answers.json"],
        ["review", "client.mspseat", "--seat", "Owner", "--answers", "chart.csv"],
        ["review", "client.mspseat", "--seat", "Owner", "--answers", "gone.json"],
        ["review", "client.mspseat", "--seat", "Owner", "--answers", "empty.json"],
        ["export", "gone.mspseat", "--format", "csv", "--out", "x.csv"],
        ["send", "client.mspseat", "--out", "sent.txt"],
    ],
)
def test_what_is_not_possible_is_one_sentence_and_changes_nothing(
    said, tmp_path, monkeypatch, chart, arguments
):
    monkeypatch.chdir(tmp_path)
    Path("answers.json").write_text('{"calls": {"gets": "yes"}}')
    Path("empty.json").write_text("{}")
    Path("empty.mspseat").touch()
    Path("damaged.mspseat").write_bytes(chart.read_bytes()[:9000])
    Path("quote.csv").write_text('id,title\n1,"Owner\n')
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    said.refusing(*arguments)

    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_nothing_is_written_over_another_client_whatever_its_file_is_called(said, tmp_path, chart):
    others = [tmp_path / "other.mspseat", tmp_path / "other.bak", tmp_path / "hurt.MSPSEAT"]
    for other in others[:2]:
        other.write_bytes(chart.read_bytes())
    others[2].write_bytes(b"its first page is gone")
    before = {path: path.read_bytes() for path in others}

    csv_of, report_of = ["export", chart, "--format", "csv"], ["report", chart, "--seat", "Owner"]
    form_of = ["form", chart, "--seat", "Managed IT"]
    for out, verb in (
        *((out, csv_of) for out in others),
        (others[0], report_of),
        (others[1], form_of),
    ):
        sentence = said.refusing(*verb, "--out", out)
        assert f"“{out.name}” is a client's file" in sentence

    assert {path: path.read_bytes() for path in others} == before
    assert len(said.json("reviews", chart, "--json")) == 0
    (tmp_path / "older.csv").write_text("older")
    said.by("export", chart, "--format", "csv", "--out", tmp_path / "older.csv")
    assert "Managed IT" in (tmp_path / "older.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["info"],
        ["info", "a", "b"],
        ["new", "x.mspseat", "--template", "none"],
        ["import", "x.csv"],
        ["export", "x.mspseat", "--format", "xls", "--out", "x"],
        ["seats", "x", "--yaml"],
    ],
)
def test_wrong_usage_is_one_sentence_and_code_2(said, arguments):
    assert "--help" in said.refusing(*arguments, code=2)


def test_a_title_that_fits_several_seats_asks_for_an_id(said, tmp_path):
    (tmp_path / "c.csv").write_text("id,title\n1,Clerk\n2,Clerk\n")
    said.by("import", tmp_path / "c.csv", "--out", tmp_path / "c.mspseat")

    sentence = said.refusing(
        "report", tmp_path / "c.mspseat", "--seat", "clerk", "--out", tmp_path / "x.pdf"
    )
    first = said.json("seats", tmp_path / "c.mspseat", "--json")[0]["id"]
    assert first in sentence
    said.by("report", tmp_path / "c.mspseat", "--seat", first, "--out", tmp_path / "x.pdf")


def test_a_fault_of_the_program_is_one_sentence_too(said, tmp_path, monkeypatch):
    def fail(_path):
        raise ZeroDivisionError("the client's words")

    monkeypatch.setattr("mspseat_desktop.cli.charts.read_client", fail)

    sentence = said.refusing("info", tmp_path / "x")

    assert "ZeroDivisionError" in sentence
    assert "client's words" not in sentence


def test_the_version_and_the_help_are_said(said):
    assert said.by("--version") == f"mspseat {__version__}\n"
    assert '"questions"' in said.by("review", "--help")
    for verb in ("new", "import", "info", "seats", "report", "review", "export", "open"):
        assert verb in said.by("--help")


def program(*arguments: object, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mspseat_desktop", *map(str, arguments)],
        env={**os.environ, **variables},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_process_writes_utf8_whatever_the_locale_is(chart):
    done = program("seats", chart, "--json", LC_ALL="C", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())[0]["occupants"] == ["Zoë Müller"]


def test_a_process_ends_with_a_sentence_and_no_traceback(tmp_path):
    done = program("info", tmp_path / "gone.mspseat")

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1


def test_no_verb_but_open_loads_qt(tmp_path, chart):
    code = f"""
import sys
from mspseat_desktop.cli.entry import run
for arguments in (
    ["info", {str(chart)!r}],
    ["report", {str(chart)!r}, "--seat", "Owner", "--out", {str(tmp_path / "x.pdf")!r}],
    ["export", {str(chart)!r}, "--format", "csv", "--out", {str(tmp_path / "x.csv")!r}],
    ["new", {str(tmp_path / "s.mspseat")!r}, "--template", "sample"],
):
    assert run(arguments) == 0
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_everything_the_program_keeps_is_in_the_folder_that_is_named(tmp_path, chart):
    home, user = tmp_path / "kept here", tmp_path / "user"
    user.mkdir()

    done = program("seats", chart, MSPSEAT_HOME=str(home), HOME=str(user), USERPROFILE=str(user))

    assert done.returncode == 0
    assert home.is_dir()
    assert list(user.iterdir()) == []


def test_a_file_that_may_not_be_read_is_no_wrong_usage(said, chart, monkeypatch):
    opened = os.open

    def refused(path, *arguments, **more):
        if str(path) == str(chart):
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **more)

    monkeypatch.setattr(os, "access", lambda path, _mode: str(path) != str(chart))
    monkeypatch.setattr(os, "open", refused)  # for root every file is open
    assert "can not be read" in said.refusing("info", chart)


@pytest.mark.parametrize("verb", [["info"], ["open"]])
@pytest.mark.parametrize("home", ["file", "file/below", "x" * 300])
def test_a_home_that_is_no_folder_is_said_to_be_at_fault(tmp_path, chart, verb, home):
    (tmp_path / "file").touch()
    variables = {"MSPSEAT_HOME": str(tmp_path / home), "QT_QPA_PLATFORM": "offscreen"}

    done = program(*verb, chart, **variables)

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"MSPSEAT_HOME" in done.stderr
    assert home.encode() in done.stderr


def test_a_home_that_may_not_be_written_is_said_to_be_at_fault(said, chart, monkeypatch):
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)  # root may all
    assert "MSPSEAT_HOME" in said.refusing("info", chart)


def test_a_home_named_after_nobody_is_a_folder_of_that_name(said, tmp_path, chart, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MSPSEAT_HOME", "~nobody at all/x")
    said.by("info", chart)
    assert (tmp_path / "~nobody at all" / "x").is_dir()


def test_a_newer_programs_file_is_read_and_said_to_be_readable_only(chart, capfd):
    with closing(sqlite3.connect(chart)) as db:
        db.execute("PRAGMA user_version = 99")
    assert run(["info", str(chart)]) == 0
    out, err = capfd.readouterr()
    assert "name: chart" in out
    assert "can be read here, not edited" in err
