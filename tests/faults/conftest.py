"""The fault lab: short in every test run, as long as wanted with `python3 dev.py torture`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from faults.lab import Lab, build_shim, quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture", type=int, default=0, help="rounds of the long form")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "torture: part of the long form only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if rounds_of(config):
        for item in items:
            item.add_marker(pytest.mark.timeout(0))
        return
    long_ones = [item for item in items if item.get_closest_marker("torture")]
    config.hook.pytest_deselected(items=long_ones)
    items[:] = [item for item in items if item not in long_ones]


def rounds_of(config: pytest.Config) -> int:
    return int(getattr(config.option, "torture", 0) or 0)


@pytest.fixture(name="rounds")
def _rounds(request: pytest.FixtureRequest) -> int:
    """How many rounds of the long form are wanted; 0 for the short one."""
    return rounds_of(request.config)


@pytest.fixture(scope="session", name="shim")
def _shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_shim(tmp_path_factory.mktemp("shim"))


@pytest.fixture(name="quick")
def _quick() -> Iterator[Path]:
    yield from quick_folder()


@pytest.fixture(name="lab")
def _lab(shim: Path, quick: Path, rounds: int) -> Lab:
    return Lab(shim, quick, rounds)


@pytest.fixture(name="report")
def _report(rounds: int, capsys: pytest.CaptureFixture[str]):
    """Print a line of the long form's table."""

    def tell(fault: str, tries: int, losses: int, **more: object) -> None:
        if rounds:
            with capsys.disabled():
                rest = "".join(f"  {name} {value}" for name, value in more.items())
                print(f"\n{fault}: {tries} tries, {losses} losses{rest}", flush=True)  # noqa: T201

    return tell
