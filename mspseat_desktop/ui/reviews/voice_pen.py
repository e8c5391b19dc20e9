"""Writes somebody else's own answers, from the same rows as ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mspseat_desktop.domain.edits.voices import change_voice
from mspseat_desktop.domain.review_records import Answer, Voice
from mspseat_desktop.domain.vocabulary import AnswerId
from mspseat_desktop.ui.reviews.writing import Pen

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import (
        AnswerKind,
        Evidence,
        Mend,
        VoiceId,
    )
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.reviews.writing import Making


class VoicePen(Pen):
    """A pen for one voice; our answers stay as they are."""

    asks_evidence = False

    def __init__(self, bridge: Bridge, voice: Voice) -> None:
        super().__init__(bridge, voice.review)
        self._voice = voice.id

    @property
    def voice(self) -> VoiceId:
        """Whose answers it writes."""
        return self._voice

    def rate(self, kind: AnswerKind, about: str, value: str) -> bool:
        """Give an answer, or take it back with ""."""
        old = self._said(kind, about)
        mend: Mend = old.mend if value == "no" else ""
        return self.bridge.do(self._with(replace(old, value=value, mend=mend)))

    def know(self, kind: AnswerKind, about: str, evidence: Evidence) -> bool:
        """Say how an answer is known."""
        return self.bridge.do(self._with(replace(self._said(kind, about), evidence=evidence)))

    def mend(self, about: str, kind: AnswerKind, mend: Mend) -> bool:
        """Say whose a no is to mend."""
        return self.bridge.do(self._with(replace(self._said(kind, about), mend=mend)))

    def note(self, kind: AnswerKind, about: str, text: str) -> bool:
        """Set a note at once."""
        return self.bridge.do(self._with(replace(self._said(kind, about), note=text)))

    def note_maker(self, kind: AnswerKind, about: str) -> Making:
        """Return what makes the edits of a note that is typed."""

        def make(text: str, visit: str) -> Edit:
            answer = replace(self._said(kind, about), note=text)
            return self._with(answer, merge_key=f"voice:{answer.id}:{visit}")

        return make

    def _said(self, kind: AnswerKind, about: str) -> Answer:
        voice = self.bridge.client.find(Voice, self._voice)
        given = voice.answers if voice is not None else ()
        blank = Answer(AnswerId(f"{self._voice}:{kind}:{about}"), self.review, kind, about)
        return next((a for a in given if (a.kind, a.about) == (kind, about)), blank)

    def _with(self, answer: Answer, *, merge_key: str = "") -> Edit:
        voice = self.bridge.client.find(Voice, self._voice)
        others = [
            a
            for a in (voice.answers if voice is not None else ())
            if (a.kind, a.about) != (answer.kind, answer.about)
        ]
        kept = [answer] if answer.value or answer.note.strip() else []
        return change_voice(self._voice, answers=(*others, *kept), merge_key=merge_key)
