"""The program on a home folder of its own."""

from __future__ import annotations

import pytest

from driving import Program


@pytest.fixture
def program(qapp, program_home_of_the_test):  # noqa: ARG001 - Qt must be there
    found = Program(program_home_of_the_test)
    found.start()
    yield found
    found.stop()
