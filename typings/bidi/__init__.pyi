"""What we call of python-bidi 0.6: logical order to display order."""

from typing import Literal, overload

@overload
def get_display(
    str_or_bytes: str,
    encoding: str = ...,
    base_dir: Literal["L", "R"] | None = ...,
    debug: bool = ...,
) -> str: ...
@overload
def get_display(
    str_or_bytes: bytes,
    encoding: str = ...,
    base_dir: Literal["L", "R"] | None = ...,
    debug: bool = ...,
) -> bytes: ...
def get_base_level(text: str) -> int: ...
