"""An open client and its file: published a while after the last edit, and where the work is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from mspseat_desktop.domain.edits.chart import add_seat, rename_seat
from mspseat_desktop.domain.records import Profile
from mspseat_desktop.domain.vocabulary import SeatId
from mspseat_desktop.storage import publish
from mspseat_desktop.storage.workshop import Workshop
from mspseat_desktop.ui.cadence import Cadence
from mspseat_desktop.ui.moments import LOGGING_OFF, Moments
from mspseat_desktop.ui.open_client import OpenClient
from world import TODAY, clock, id_maker

CEO = SeatId("ceo")


def never():
    return Cadence(pause=600, longest=600, again=600)


class Watch:
    """A clock in seconds that the test moves."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


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
    stick = tmp_path / "stick"
    stick.mkdir()
    client.document.set_target(stick / "Lakeside.mspseat")
    assert client.publish_now() is None
    client.close()
    return stick / "Lakeside.mspseat"


def title_in(desk, file):
    return desk.workshop.read_document(file).client.seat(CEO).title


def test_an_edit_is_published_after_a_pause(opened, desk, file, qtbot):
    client = opened(file, cadence=Cadence(pause=0.02, apart=0))
    states = []
    client.kept_changed.connect(lambda kept: states.append(kept.state))
    with qtbot.waitSignal(client.kept_changed, check_params_cb=lambda kept: kept.state == "file"):
        client.bridge.do(rename_seat(CEO, "Owner"))
        assert client.kept.state == "laptop"
        assert title_in(desk, file) == "CEO"
    assert states == ["laptop", "file"]
    assert title_in(desk, file) == "Owner"


def test_steady_edits_do_not_put_publishing_off_for_ever(opened, desk, file, qtbot):
    client = opened(file, cadence=Cadence(pause=600, longest=0.04))
    with qtbot.waitSignal(client.kept_changed, check_params_cb=lambda kept: kept.state == "file"):
        for number in range(5):
            client.bridge.do(rename_seat(CEO, f"Owner {number}"))
    assert title_in(desk, file) == "Owner 4"


def test_edits_during_publishing_are_published_after_it(opened, desk, file, qtbot):
    client = opened(file, cadence=never())
    client.bridge.do(rename_seat(CEO, "First"))
    client.publish()
    client.bridge.do(rename_seat(CEO, "Second"))
    client.publish()
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Second"


def test_a_client_without_a_place_stays_on_the_laptop(opened):
    client = opened(cadence=Cadence(pause=0))
    client.bridge.do(add_seat(CEO, parent=None, title="CEO"))
    client.publish()
    assert client.publish_now() is None
    assert (client.kept.state, client.kept.path) == ("laptop", None)


def test_a_file_that_can_not_be_written_is_named_and_the_work_stays(opened, file, qtbot):
    client = opened(file, cadence=Cadence(pause=0.01, apart=0))
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
    first = opened(file, cadence=never())
    first.bridge.do(rename_seat(CEO, "Owner"))
    first.close()
    assert title_in(desk, file) == "CEO"
    again = opened(file, cadence=Cadence(pause=0.02, apart=0))
    assert again.kept.state == "laptop"
    qtbot.waitUntil(lambda: again.kept.state == "file")
    assert title_in(desk, file) == "Owner"


def test_closing_waits_for_a_publish_under_way(opened, desk, file):
    client = opened(file, cadence=never())
    client.bridge.do(rename_seat(CEO, "Owner"))
    client.publish()
    client.close()
    assert title_in(desk, file) == "Owner"


def test_the_timer_goes_by_the_cadence_and_its_clock(opened, desk, file, qtbot):
    watch = Watch()
    client = opened(file, clock=watch)
    client.bridge.do(rename_seat(CEO, "Owner"))
    watch.now += 1.9
    client.tick()
    assert client._running is None
    watch.now += 0.1
    client.tick()
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Owner"
    client.bridge.do(rename_seat(CEO, "Founder"))
    watch.now += 2
    client.tick()
    assert client._running is None  # fifteen seconds have not passed
    watch.now += 13
    client.tick()
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Founder"


def test_a_folder_that_comes_back_gets_the_work_without_another_edit(opened, desk, file, qtbot):
    watch = Watch()
    client = opened(file, clock=watch)
    away = file.parent.with_name("unplugged")
    stick = file.parent
    client.bridge.do(rename_seat(CEO, "Owner"))
    stick.rename(away)
    assert client.publish_now().code == "no-folder"
    away.rename(stick)
    watch.now += 29
    client.tick()
    assert client._running is None
    watch.now += 1
    client.tick()
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Owner"


@pytest.fixture
def hanging(monkeypatch):
    """Let the user's drive hang until the test lets it go."""
    answers = threading.Event()
    replace = publish._replace

    def hangs(part, target):
        assert answers.wait(20)
        replace(part, target)

    monkeypatch.setattr(publish, "_replace", hangs)
    yield answers
    answers.set()


def test_a_drive_that_hangs_is_named_and_the_work_arrives_when_it_answers(
    opened, desk, file, hanging, qtbot
):
    client = opened(file, cadence=never(), patience=0.05)
    client.bridge.do(rename_seat(CEO, "Owner"))
    assert client.publish_now().code == "still-trying"
    assert "keeps trying" in client.kept.text()
    assert client.publish_now().code == "still-trying"
    client.bridge.do(rename_seat(CEO, "Founder"))  # edits go on
    hanging.set()
    qtbot.waitUntil(lambda: client.problem is None)
    assert title_in(desk, file) == "Owner"
    assert client.kept.state == "laptop"
    client._patience = 20
    assert client.publish_now() is None
    assert title_in(desk, file) == "Founder"


def test_a_drive_that_hangs_in_the_background_is_named_after_a_while(opened, file, hanging, qtbot):
    client = opened(file, cadence=never(), patience=0.05)
    client.bridge.do(rename_seat(CEO, "Owner"))
    client.publish()
    qtbot.waitUntil(lambda: client.kept.state == "late")
    assert client.problem.code == "still-trying"
    hanging.set()
    qtbot.waitUntil(lambda: client.kept.state == "file")


def test_closing_does_not_wait_for_a_drive_that_hangs(opened, desk, file, hanging):
    client = opened(file, cadence=never(), patience=0.05)
    client.bridge.do(rename_seat(CEO, "Owner"))
    client.publish()
    client.close()
    hanging.set()
    assert client._worker.finish(20)
    assert title_in(desk, file) == "Owner"
    again = opened(file)
    assert not again.document.has_unpublished


def test_turning_to_another_program_brings_the_work_into_its_file(opened, desk, file, qtbot):
    client = opened(file, cadence=never())
    moments = Moments(lambda: client, client)
    client.bridge.do(rename_seat(CEO, "Owner"))
    moments.hear_state(Qt.ApplicationState.ApplicationActive)
    assert client._running is None
    moments.hear_state(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: client.kept.state == "file")
    assert title_in(desk, file) == "Owner"
    moments.hear_state(Qt.ApplicationState.ApplicationInactive)
    assert client._running is None  # there is nothing new


def test_logging_off_brings_the_work_into_its_file_at_once(opened, desk, file, qapp):
    client = opened(file, cadence=never())
    moments = Moments(lambda: client, client)
    client.bridge.do(rename_seat(CEO, "Owner"))
    qapp.commitDataRequest.disconnect(moments.log_off)
    moments.log_off()
    assert LOGGING_OFF <= 2.0
    assert title_in(desk, file) == "Owner"
