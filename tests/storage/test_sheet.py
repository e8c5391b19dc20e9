"""The lines of a recovery sheet: typed from paper, with a check in each line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mspseat_desktop.storage.keys import Key
from mspseat_desktop.storage.sheet import GROUPS, LINES, Mistyped, key_of, lines_of

keys = st.builds(
    Key, st.binary(min_size=32, max_size=32).map(bytearray), st.binary(min_size=16, max_size=16)
)


@given(keys)
def test_any_key_comes_back_from_its_sheet(key):
    lines = lines_of(key)
    assert len(lines) == LINES
    assert all(len(line.split()) == GROUPS for line in lines)
    assert key_of("\n".join(lines)) == key


@given(keys, st.data())
def test_it_may_be_typed_with_any_spaces_in_capitals_and_with_letters_for_digits(key, data):
    typed = "".join(lines_of(key)).replace(" ", data.draw(st.sampled_from(["", "  ", "-", "\n"])))
    assert key_of(typed.upper().replace("0", "O").replace("1", "l")) == key


@given(keys, st.integers(0, LINES - 1), st.data())
def test_a_mistyped_digit_names_its_line(key, line, data):
    lines = list(lines_of(key))
    at = data.draw(st.sampled_from([n for n, sign in enumerate(lines[line]) if sign != " "]))
    other = data.draw(st.sampled_from(sorted(set("0123456789abcdef") - {lines[line][at]})))
    lines[line] = lines[line][:at] + other + lines[line][at + 1 :]
    with pytest.raises(Mistyped) as caught:
        key_of("\n".join(lines))
    assert caught.value.line == line + 1


@given(keys)
def test_lines_in_another_order_are_noticed(key):
    first, second, *rest = lines_of(key)
    if first == second:
        return
    with pytest.raises(Mistyped):
        key_of("\n".join((second, first, *rest)))


@pytest.mark.parametrize("typed", ["", "8f3a", "the sheet", "0000 " * 29, "0000 " * 31])
def test_too_little_or_too_much_is_no_sheet(typed):
    with pytest.raises(Mistyped):
        key_of(typed)


def test_a_line_too_many_is_noticed():
    lines = lines_of(Key(bytearray(range(32)), bytes(range(16))))
    with pytest.raises(Mistyped) as caught:
        key_of("\n".join((*lines, "0000")))
    assert caught.value.line == 0
