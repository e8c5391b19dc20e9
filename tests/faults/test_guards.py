"""Each guard of storage is taken away once, and the fault lab must notice that it is gone."""

from __future__ import annotations

import pytest

from faults.scenes import Place, Player, lay_client
from faults.weaknesses import WEAKNESSES, weaken
from mspseat_desktop.storage import publish

GUARDS = [
    ("powercut.py", "edit", "synchronous off", 12),
    ("powercut.py", "edit", "synchronous normal", 12),
    ("powercut.py", "publish", "published without sync", 25),
    ("powercut.py", "publish", "names without sync", 25),
    ("sweep.py", "edit", "no log", 60),
    ("sweep.py", "edit", "no transaction", 60),
    ("sweep.py", "publish", "no rename", 300),
]
ELSEWHERE = {"no look at the target", "no look at the schema", "no look at the seal"}
"""Guards whose loss is shown below, or with the bad files."""


@pytest.mark.parametrize(("program", "scene", "weakness", "tries"), GUARDS)
def test_the_lab_notices_a_guard_that_is_gone(lab, program, scene, weakness, tries):
    found = lab.run(program, scene, lab.folder / "lab", tries, 1, weakness=weakness)
    assert found["losses"] != []


def is_overwritten(place: Place) -> bool:
    """Let somebody else change the file of an open client; return whether that is lost."""
    place.root.mkdir()
    lay_client(place)
    heard: list[str] = []
    player = Player(place, heard.append)
    player.opens()
    place.target.write_bytes(b"somebody else's words")
    player.edits(1)
    assert player.publishes() == ("problem changed-outside" not in heard)
    is_lost = place.target.read_bytes() != b"somebody else's words"
    player.document.close(discard=True)
    return is_lost


def test_somebody_elses_version_is_overwritten_only_when_the_guard_is_gone(tmp_path, monkeypatch):
    assert not is_overwritten(Place(tmp_path / "guarded"))
    monkeypatch.setattr(publish, "_check_target", publish._check_target)  # puts it back afterwards
    weaken("no look at the target")
    assert is_overwritten(Place(tmp_path / "unguarded"))


def test_every_guard_is_taken_away_somewhere():
    tried = {weakness for _program, _scene, weakness, _tries in GUARDS}
    assert tried | ELSEWHERE == set(WEAKNESSES)
