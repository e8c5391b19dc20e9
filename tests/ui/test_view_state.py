"""What is remembered of how a client was looked at: ids and numbers, nothing else."""

import json
import os

import pytest

from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.layout.cards import Detail
from mspseat_desktop.ui.view_state import MOST_FILES, ViewState


def kept(folder, document="abc"):
    state = ViewState(folder, document)
    state.folded = {SeatId("s1"), SeatId("s2")}
    state.place = (0.5, -20.0, 30.0)
    state.selected = SeatId("s3")
    state.detail = Detail.OCCUPANT
    state.colour_by = "level"
    state.legend = False
    state.stacking_told = True
    state.keep()
    return state


def test_what_was_kept_is_known_again_for_this_client_only(tmp_path):
    kept(tmp_path)
    again = ViewState(tmp_path, "abc")
    assert again.folded == {"s1", "s2"}
    assert again.place == (0.5, -20.0, 30.0)
    assert again.selected == "s3"
    assert (again.detail, again.colour_by) == (Detail.OCCUPANT, "level")
    assert (again.legend, again.stacking_told) == (False, True)
    assert ViewState(tmp_path, "other").folded == set()


def test_a_view_as_at_first_leaves_no_file(tmp_path):
    state = kept(tmp_path)
    state.folded, state.place, state.selected = set(), None, None
    state.detail, state.colour_by = Detail.MARKS, "kind"
    state.legend, state.stacking_told = True, False
    state.keep()
    assert list((tmp_path / "views").iterdir()) == []
    ViewState(tmp_path / "new", "abc").keep()
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"folded": 3}',
        '{"folded": ["a"], "place": [1]}',
        "\x00\x01",
        '{"folded": [], "detail": 99}',
    ],
)
def test_what_is_broken_counts_as_nothing(tmp_path, text):
    kept(tmp_path)
    (tmp_path / "views" / "abc.json").write_text(text, encoding="utf-8")
    state = ViewState(tmp_path, "abc")
    assert state.place is None
    assert state.selected is None


def test_a_zoom_that_nobody_can_see_counts_as_none(tmp_path):
    (tmp_path / "views").mkdir()
    text = json.dumps({"folded": [], "place": [1e9, 0, 0], "selected": ""})
    (tmp_path / "views" / "abc.json").write_text(text, encoding="utf-8")
    assert ViewState(tmp_path, "abc").place is None


def test_an_id_never_leads_out_of_the_folder(tmp_path):
    state = kept(tmp_path, "../../etc/x")
    assert [path.name for path in (tmp_path / "views").iterdir()] == ["etcx.json"]
    assert state.folded


def test_only_the_latest_are_kept(tmp_path):
    for number in range(MOST_FILES + 5):
        state = ViewState(tmp_path, f"doc{number}")
        state.folded = {SeatId("s")}
        state.keep()
        os.utime(tmp_path / "views" / f"doc{number}.json", (number, number))
    assert len(list((tmp_path / "views").glob("*.json"))) == MOST_FILES


def test_a_folder_that_can_not_be_written_is_no_trouble(tmp_path):
    (tmp_path / "views").write_text("a file", encoding="utf-8")
    kept(tmp_path)
    assert ViewState(tmp_path, "abc").folded == set()


def test_an_erased_client_leaves_nothing(tmp_path):
    kept(tmp_path).forget()
    assert list((tmp_path / "views").iterdir()) == []
    ViewState(tmp_path / "never", "abc").forget()
