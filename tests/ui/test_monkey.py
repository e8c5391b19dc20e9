"""Whatever a user does in whatever order: no fault, memory as the file, and undo to the start."""

from __future__ import annotations

import pytest

from driving import settle
from monkey import Monkey
from mspseat_desktop.ui.chart.scene import ChartScene
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


def go_on(program):
    """Go on where the user left; start again, and with the sample, where he closed everything."""
    if not program.window.isVisible():
        program.stop()
        program.start()
    if program.window.open_client is None:
        program.open_sample()


def differences(one, other):
    """The records that differ, by kind and id."""
    return [
        (kind.__name__, record)
        for kind in one
        for record in sorted({*one[kind], *other[kind]})
        if one[kind].get(record) != other[kind].get(record)
    ]


def check_file_as_memory(program):
    kept = program.window.open_client.document.file.load()
    session = program.bridge._session
    assert differences(everything(kept.client), everything(program.client)) == []
    assert kept.steps == session.steps()
    assert list(kept.client.chart()) == list(program.client.chart())


def check_chart_as_drawn_anew(program):
    scene = program.view.chart.scene
    anew = ChartScene(program.client, rated=scene.rated, today=scene.today)
    anew.show_at_most(scene._most)
    anew.fold(program.view.chart.folding.folded)
    seats = [seat for seat in program.client.chart() if seat in anew]
    assert [s for s in program.client.chart() if s in scene] == seats
    assert [s for s in seats if scene.tree.rect(s) != anew.tree.rect(s)] == []
    assert scene.bounds() == anew.bounds()
    assert [s for s in seats if scene.face(s) != anew.face(s)] == []


def check_undo_and_redo(program):
    """Go back as far as undo goes and on again; return what stood at the far end."""
    while program.bridge.redo() is not None:
        pass
    end = everything(program.client)
    undone = 0
    while program.bridge.undo() is not None:
        undone += 1
    check_file_as_memory(program)
    check_chart_as_drawn_anew(program)
    start = everything(program.client)
    while program.bridge.redo() is not None:
        undone -= 1
    assert undone == 0
    assert differences(everything(program.client), end) == []
    return start


def run_wild(program, faults, folder, *, seed, bursts, length):
    """Let the user loose; after each burst the promises of the program must hold."""
    (folder / "folder").mkdir(parents=True, exist_ok=True)
    monkey = Monkey(program, seed, folder)
    go_on(program)
    start, opened = everything(program.client), program.window.open_client
    for burst in range(bursts):
        since = len(monkey.did)
        try:
            monkey.burst(length)
            monkey.calm_down()
            assert faults == []
            go_on(program)
            check_file_as_memory(program)
            check_chart_as_drawn_anew(program)
            now = check_undo_and_redo(program)
        except BaseException as fault:
            fault.add_note("\n".join([f"seed {seed}, burst {burst}:", *monkey.did[since:]]))
            raise
        is_sealed = any(step.sealed for step in program.bridge._session.steps())
        if program.window.open_client is opened and not is_sealed:
            assert differences(now, start) == []
        start, opened = now, program.window.open_client
    settle()
    assert faults == []


@pytest.mark.parametrize("seed", [1, 3])
def test_a_user_who_tries_everything_loses_nothing(program, faults, tmp_path, seed):
    run_wild(program, faults, tmp_path / "files", seed=seed, bursts=2, length=30)
