"""The set-up: dev.py on its own, its lock files, and the licence list that belongs to them."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
OWN_FOLDERS = {".venv", ".git", "build", "dist"}


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev() -> ModuleType:
    return load(ROOT / "dev.py")


def start_without_libraries(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-S", "-E", str(ROOT / "dev.py"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def locked_versions(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def test_dev_starts_with_the_standard_library_alone() -> None:
    told = start_without_libraries("doctor")
    assert "Traceback" not in told.stderr
    assert told.stdout.startswith("Python ")


def test_dev_imports_only_the_standard_library_and_the_library_check() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    roots = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
    }
    assert roots - sys.stdlib_module_names == {"mspseat_desktop"}


@pytest.mark.parametrize("args", [(), ("dance",)])
def test_without_a_verb_it_knows_dev_explains_itself_and_fails(args: tuple[str, ...]) -> None:
    told = start_without_libraries(*args)
    assert told.returncode == 2
    assert "python3 dev.py run" in told.stderr


def test_help_names_every_verb() -> None:
    told = start_without_libraries("--help")
    assert told.returncode == 0
    for verb in ("run", "test", "bench", "torture", "lint", "doctor", "bundle", "lock"):
        assert f"dev.py {verb}" in told.stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], ["1", "-q"]),
        (["5"], ["5", "-q"]),
        (["5", "-k", "cut"], ["5", "-q", "-k", "cut"]),
        (["-k", "cut"], ["1", "-q", "-k", "cut"]),
    ],
)
def test_torture_runs_the_fault_lab_for_the_rounds_that_are_wanted(
    dev, monkeypatch, args, told
) -> None:
    called = []
    monkeypatch.setattr(dev, "prepare", lambda _level: None)
    monkeypatch.setattr(dev, "require_libraries", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *command, **_more: called.append(command) or 0)
    assert dev.torture(args) == 0
    assert called == [("-m", "pytest", "tests/faults", "--torture", *told)]


def test_torture_for_no_round_explains_itself(dev) -> None:
    with pytest.raises(SystemExit):
        dev.torture(["0"])


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_library_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    assert len(entries) > 15
    for entry in entries:
        assert "--hash=sha256:" in entry, entry


def test_the_tools_are_locked_on_top_of_the_same_libraries() -> None:
    wanted = locked_versions("requirements.lock")
    assert wanted.items() <= locked_versions("requirements-dev.lock").items()


def test_qt_is_locked_to_a_version_that_keeps_its_references() -> None:
    version = locked_versions("requirements.lock")["pyside6-essentials"]
    assert (6, 11, 3) <= tuple(map(int, version.split("."))) < (6, 12)


def test_no_file_names_a_package_registry() -> None:
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"))]
    hosts += [".".join(parts) for parts in (("npmjs", "org"), ("npmjs", "com"))]
    named = [
        path
        for top in ROOT.iterdir()
        if top.name not in OWN_FOLDERS and not top.name.endswith("_cache")
        for path in ([top] if top.is_file() else top.rglob("*"))
        if path.is_file() and path.suffix in {"", ".py", ".toml", ".lock", ".md", ".txt", ".spec"}
        if any(host.encode() in path.read_bytes() for host in hosts)
    ]
    assert named == []


def test_the_set_up_is_renewed_when_a_lock_changes(dev, tmp_path, monkeypatch) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("first")
    monkeypatch.setitem(dev.LOCKS, "run", lock)
    before = dev.wanted_digest()
    lock.write_text("second")
    assert dev.wanted_digest() != before


def test_a_venv_of_another_python_is_not_used(dev, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    (tmp_path / "pyvenv.cfg").write_text("home = /nowhere\nversion = 3.8.1\n")
    assert not dev.venv_works()


def test_what_was_compiled_is_kept_for_the_next_run(dev, monkeypatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in dev.clean_env()


def test_the_venv_that_runs_this_is_usable(dev, monkeypatch) -> None:
    if sys.prefix == sys.base_prefix:
        pytest.skip("not run from a virtual environment")
    monkeypatch.setattr(dev, "VENV", Path(sys.prefix))
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert dev.venv_works()


def test_a_stamp_that_makes_no_sense_counts_as_none(dev, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    assert dev.read_stamp() == ("", "")
    (tmp_path / "stamp").write_text("half")
    assert dev.read_stamp() == ("", "")


def test_the_licence_list_names_what_is_locked_for_the_program() -> None:
    licences = load(ROOT / "packaging" / "licences.py")
    written = licences.LIST.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([\w.-]+) \| ([\d.]+) \|", written, re.MULTILINE))
    listed = {licences.normal_name(name): version for name, version in rows.items()}
    locked = locked_versions("requirements.lock")
    assert listed.items() <= locked.items()
    assert set(licences.shipped()) == set(listed)


def test_no_shipped_library_is_under_a_licence_that_would_bind_the_program() -> None:
    licences = load(ROOT / "packaging" / "licences.py")
    names = {name: licences.licence_of(one) for name, one in licences.shipped().items()}
    bound = {name for name, licence in names.items() if re.search(r"(?<!L)GPL", licence)}
    assert bound == set()
