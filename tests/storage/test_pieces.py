import hashlib

import pytest

from mspseat_desktop.storage.pieces import _PIECE, places_of, sha256_with

MARK = b"0123456789abcdef"


@pytest.mark.parametrize("at", [0, 5, _PIECE - 16, _PIECE - 5, _PIECE, 2 * _PIECE - 1, 3 * _PIECE])
def test_a_mark_is_found_and_hashed_over_wherever_pieces_end(tmp_path, at):
    content = bytearray(3 * _PIECE + 100)
    content[at : at + len(MARK)] = MARK
    path = tmp_path / "file"
    path.write_bytes(content)
    assert places_of(path, MARK) == [at]
    content[at : at + len(MARK)] = b"x" * len(MARK)
    assert sha256_with(path, {at: b"x" * len(MARK)}) == hashlib.sha256(content).hexdigest()


def test_every_place_is_found_once_and_none_where_there_is_none(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"-" * (_PIECE - 20) + MARK * 3 + b"-")
    first = _PIECE - 20
    assert places_of(path, MARK) == [first, first + 16, first + 32]
    assert places_of(path, b"nowhere") == []
    path.write_bytes(b"")
    assert places_of(path, MARK) == []
