"""The engine's settings of the working copy, held against others: what they lose and cost."""

from __future__ import annotations

import pytest

from faults.weaknesses import OWN, SETTINGS

IMAGES = 250


@pytest.mark.torture
@pytest.mark.parametrize("settings", SETTINGS)
def test_our_settings_lose_nothing_and_the_others_are_told(lab, tmp_path, report, settings):
    cut = lab.run("powercut.py", "edit", lab.folder / "cut", IMAGES, 1, weakness=settings)
    place = tmp_path / "place"
    place.mkdir()
    cost = lab.run("settings.py", place / "client", 300, weakness=settings)
    told = {
        name: cost[name] for name in ("raw_sync_ms", "median_ms", "p95_ms", "syncs", "written_kb")
    }
    report(settings, cut["tries"], len(cut["losses"]), **told)
    assert cut["tries"] == IMAGES
    if settings == OWN:
        assert cut["losses"] == []
        assert cost["syncs"] >= 1
