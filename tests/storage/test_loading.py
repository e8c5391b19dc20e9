"""What loading a client leaves to the garbage collector."""

from __future__ import annotations

import gc

from mspseat_desktop.domain.records import Profile, Seat
from mspseat_desktop.storage.client_file import ClientFile
from mspseat_desktop.storage.loading import MANY


def test_what_was_loaded_is_not_walked_by_the_next_rounds_of_the_collector(tmp_path):
    path = tmp_path / "working"
    seats = [Seat(f"s{n}", None, n, f"Seat {n}") for n in range(MANY)]
    ClientFile.create(path, [Profile(name="Lakeside"), *seats]).close()
    gc.unfreeze()
    file = ClientFile.open(path)
    loaded = file.load()
    young = [*gc.get_objects(generation=0), *gc.get_objects(generation=1)]
    assert not any(isinstance(each, Seat) for each in young)
    assert loaded.client.count(Seat) == MANY
    file.close()


def test_what_is_set_apart_stays_apart_while_another_client_is_loaded(tmp_path):
    path = tmp_path / "working"
    ClientFile.create(path, [Profile(name="Lakeside")]).close()
    gc.freeze()
    before = gc.get_freeze_count()
    file = ClientFile.open(path)
    file.load()
    assert gc.get_freeze_count() >= before - 100
    file.close()
