from __future__ import annotations

import pytest

from coverage_world import all_of
from driving import settle


@pytest.fixture
def on_page(program):
    """Return a function that opens the coverage page of a client."""

    def open_page(client):
        program.new_client()
        program.bridge.do(all_of(client))
        program.act("page-coverage")
        settle()
        return program

    return open_page
