"""Reads JSON from outside strictly: nothing twice, nothing endless, no number that is none."""

from __future__ import annotations

import json
from typing import NoReturn

from mspseat_desktop.exchange.problems import ImportProblem

DEEPEST = 20
"""Levels of lists and objects within each other."""


def read_json(data: bytes) -> object:
    """Return the value that the bytes hold; integers and fractions both as they are written.

    Raises ImportProblem: `json_encoding`, `json_syntax`, `json_deep`, `json_number`,
    `json_repeated`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem("json_encoding") from error
    _check_depth(text)
    try:
        value: object = json.loads(
            text, object_pairs_hook=_without_repeats, parse_constant=_no_number, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise ImportProblem("json_syntax", line=str(error.lineno)) from error
    return value


def _check_depth(text: str) -> None:
    """Refuse text that is nested too deeply before the parser, which recurses, sees it."""
    depth = 0
    in_text = escaped = False
    for sign in text:
        if in_text:
            in_text = escaped or sign != '"'
            escaped = sign == "\\" and not escaped
        elif sign == '"':
            in_text = True
        elif sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise ImportProblem("json_deep")
        elif sign in "]}":
            depth -= 1


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ImportProblem("json_repeated", key=key)
        _check_text(key)
        found[key] = value
    return found


def _check_text(text: str) -> None:
    """Refuse half a character, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ImportProblem("json_encoding") from error


def _no_number(_word: str) -> NoReturn:
    raise ImportProblem("json_number")


def _whole(digits: str) -> int:
    if len(digits) > 15:
        raise ImportProblem("json_number")
    return int(digits)
