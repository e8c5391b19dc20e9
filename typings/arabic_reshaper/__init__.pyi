"""What we call of arabic-reshaper 3: joined letter forms for drawing."""

from collections.abc import Mapping

class ArabicReshaper:
    """Joins letters by its own configuration (names as in the library's reference)."""

    def __init__(
        self,
        configuration: Mapping[str, bool | str] | None = ...,
        configuration_file: str | None = ...,
    ) -> None: ...
    def reshape(self, text: str) -> str: ...

default_reshaper: ArabicReshaper

def reshape(text: str) -> str: ...
def config_for_true_type_font(
    font_file_path: str, ligatures_config: int = ...
) -> dict[str, bool | str]: ...
