"""An open client and its file: published a while after the last edit, and where the work is."""

from __future__ import annotations

import pytest

from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.open_client import LONGEST_MS, PAUSE_MS, OpenClient
from world import TODAY, clock, id_maker

CEO = SeatId("ceo")
NEVER = 600_000


class SmallDesk:
    """What an open client needs of the desk."""

    def __init__(self, home):
        self.workshop = Workshop(home, now=clock)
        self.clock, self.today, self.new_id = clock, lambda: TODAY, id_maker()


@pytest.fixture
def desk(tmp_path):
    return SmallDesk(tmp_path / "home")


@pytest.fixture
def opened(desk, qapp):  # noqa: ARG001 - Qt must be there
    """Open a client, as often as wanted; each is closed at the end."""
    clients = []

    def open_it(file=None, **times):
        found = (
            desk.workshop.open_document(file)
            if file
            else desk.workshop.new_document([Profile(name="Lakeside")])
        )
        clients.append(OpenClient(found, desk, **times))
        return clients[-1]

    yield open_it
    for client in clients:
        client.close()


@pytest.fixture
def file(opened, tmp_path):
    """A client's file with one seat."""
    client = opened()
    client.bridge.do(add_seat(CEO, parent=None, title="CEO"))
    client.document.set_target(tmp_path / "Lakeside.mspseat")
    assert client.publish_now() is None
    client.close()
    return tmp_path / "Lakeside.mspseat"


def title_in(desk, file):
    return desk.workshop.read_document(file).client.seat(CEO).title


def test_publishing_waits_two_seconds_after_the_last_edit_and_fifteen_at_most():
    assert (PAUSE_MS, LONGEST_MS) == (2_000, 15_000)


def test_an_edit_is_published_after_a_pause(opened, desk, file, qtbot):
    client = opened(file, pause_ms=20, longest_ms=NEVER)
    states = []
    client.kept_changed.connect(lambda kept: states.append(kept.state))
    with qtbot.waitSignal(client.kept_changed, check_params_cb=lambda kept: kept.state == "file"):
        client.bridge.do(rename_seat(CEO, "Owner"))
        assert client.kept.state == "laptop"
        assert title_in(desk, file) == "CEO"
    assert states == ["laptop", "file"]
    assert title_in(desk, file) == "Owner"


def test_steady_edits_do_not_put_publishing_off_for_ever(opened, desk, file, qtbot):
    client = opened(file, pause_ms=NEVER, longest_ms=40)
    with qtbot.waitSignal(client.kept_changed, check_params_cb=lambda kept: kept.state == "file"):
        for number in range(5):
            client.bridge.do(rename_seat(CEO, f"Owner {number}"))
    assert title_in(desk, file) == "Owner 4"


def test_edits_during_publishing_are_published_after_it(opened, desk, file, qtbot):
    client = opened(file, pause_ms=NEVER, longest_ms=NEVER)
    client.bridge.do(rename_seat(CEO, "First"))
    client.publish()
    client.bridge.do(rename_seat(CEO, "Second"))
    client.publish()
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Second"


def test_a_client_without_a_place_stays_on_the_laptop(opened):
    client = opened(pause_ms=0, longest_ms=0)
    client.bridge.do(add_seat(CEO, parent=None, title="CEO"))
    client.publish()
    assert client.publish_now() is None
    assert (client.kept.state, client.kept.path) == ("laptop", None)


def test_a_file_that_can_not_be_written_is_named_and_the_work_stays(opened, file, qtbot):
    client = opened(file, pause_ms=10, longest_ms=NEVER)
    file.unlink()
    client.bridge.do(rename_seat(CEO, "Owner"))
    qtbot.waitUntil(lambda: client.kept.state == "late")
    assert client.problem.code == "target-gone"
    assert "moved or deleted" in client.kept.text()
    assert client.bridge.client.seat(CEO).title == "Owner"
    client.document.set_target(file)
    client.look_again()
    assert client.publish_now() is None
    assert client.kept.text() == "Saved to Lakeside.mspseat"


def test_what_was_not_published_is_published_after_the_next_start(opened, desk, file, qtbot):
    first = opened(file, pause_ms=NEVER, longest_ms=NEVER)
    first.bridge.do(rename_seat(CEO, "Owner"))
    first.close()
    assert title_in(desk, file) == "CEO"
    again = opened(file, pause_ms=20, longest_ms=NEVER)
    assert again.kept.state == "laptop"
    qtbot.waitUntil(lambda: again.kept.state == "file")
    assert title_in(desk, file) == "Owner"


def test_closing_waits_for_a_publish_under_way(opened, desk, file):
    client = opened(file, pause_ms=NEVER, longest_ms=NEVER)
    client.bridge.do(rename_seat(CEO, "Owner"))
    client.publish()
    client.close()
    assert title_in(desk, file) == "Owner"
