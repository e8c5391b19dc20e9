"""What exchange says when it can not take a foreign file: a code and the words for a sentence."""

from __future__ import annotations


class ImportProblem(Exception):  # noqa: N818 - the file is at fault, not the program
    """A file from outside that is not taken; nothing has been changed.

    `code` is stable; `params` are values out of the file. `wording.imports` has the sentences.
    """

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
