"""A client that is only shown, under a user who does everything: no fault, and no edit."""

from __future__ import annotations

import pytest

from driving import settle
from monkey import Monkey
from mspseat_desktop.ui.error_hooks import ErrorHooks
from world import everything


@pytest.fixture
def faults():
    """What the error hooks heard while a test ran."""
    heard = []
    hooks = ErrorHooks(heard.append)
    hooks.install()
    yield heard
    hooks.remove()


@pytest.mark.parametrize("seed", [1])
def test_nothing_a_user_does_changes_a_client_that_is_only_shown(program, faults, tmp_path, seed):
    file = tmp_path / "Lakeside.mspseat"
    program.open_sample()
    program.save_to(file)
    program.act("close")
    before = file.read_bytes()
    monkey = Monkey(program, seed, tmp_path)
    for _ in range(3):
        if not program.window.isVisible():
            program.stop()
            program.start()
        shown = program.window.desk.workshop.open_to_look(file)
        if program.window.open_client is not None:
            program.window.open_client.close()
            program.window.drop_client()
        client = program.window.files.present(shown)
        snapshot = everything(client.bridge.client)
        monkey.burst(40)
        monkey.calm_down()
        settle()
        assert faults == []
        if program.window.open_client is client:
            assert everything(program.client) == snapshot
            assert everything(client.document.file.load().client) == snapshot
        assert file.read_bytes() == before
