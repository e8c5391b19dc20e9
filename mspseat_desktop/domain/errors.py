"""What the domain says when it does not do something: a code, never a sentence."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - a refusal is an answer to the user, not a fault
    """An edit that a rule of the domain does not allow; the snapshot is unchanged.

    `code` is stable and names the rule; `params` are the client's own words for the sentence.
    """

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
