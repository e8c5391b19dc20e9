"""From a control to an edit of the review, and from a text field to an edit for each visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from mspseat_desktop.domain.edits.evidence import attach_file, detach_file, put_evidence
from mspseat_desktop.domain.edits.review import put_answer
from mspseat_desktop.domain.review_records import answer_id
from mspseat_desktop.ui.widgets.typing_aids import mark_wrong

if TYPE_CHECKING:
    from mspseat_desktop.domain.revision import Edit
    from mspseat_desktop.domain.vocabulary import (
        AnswerKind,
        BlobHash,
        Evidence,
        Mend,
        ReviewId,
    )
    from mspseat_desktop.ui.bridge import Bridge
    from mspseat_desktop.ui.widgets import TextArea, TextField

_NO_NEW_VISIT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Pen:
    """Writes answers of one draft; each is one edit, durable when the call returns True.

    `asks_evidence` says whether the rows ask how an answer is known.
    """

    asks_evidence = True

    def __init__(self, bridge: Bridge, review: ReviewId) -> None:
        self.bridge = bridge
        self.review = review

    def rate(self, kind: AnswerKind, about: str, value: str) -> bool:
        """Give an answer, or take it back with ""."""
        return self.bridge.do(put_answer(self.review, kind, about=about, value=value))

    def know(self, kind: AnswerKind, about: str, evidence: Evidence) -> bool:
        """Say how an answer is known."""
        return self.bridge.do(put_answer(self.review, kind, about=about, evidence=evidence))

    def mend(self, about: str, kind: AnswerKind, mend: Mend) -> bool:
        """Say whose a no is to mend."""
        return self.bridge.do(put_answer(self.review, kind, about=about, mend=mend))

    def note(self, kind: AnswerKind, about: str, text: str) -> bool:
        """Set a note at once, as by a button."""
        return self.bridge.do(put_answer(self.review, kind, about=about, note=text))

    def evidence(self, kind: AnswerKind, about: str) -> EvidencePen:
        """Return what writes down what one answer rests on."""
        return EvidencePen(self.bridge, self.review, kind, about=about)

    def note_maker(self, kind: AnswerKind, about: str) -> Making:
        """Return what makes the edits of a note that is typed."""
        name = answer_id(self.review, kind, about)

        def make(text: str, visit: str) -> Edit:
            return put_answer(
                self.review, kind, about=about, note=text, merge_key=f"note:{name}:{visit}"
            )

        return make


class EvidencePen:
    """Writes what one answer of a draft rests on."""

    def __init__(self, bridge: Bridge, review: ReviewId, kind: AnswerKind, *, about: str) -> None:
        self.bridge = bridge
        self._review = review
        self._kind: AnswerKind = kind
        self._about = about

    def maker(self, part: Literal["seen_by", "reference"]) -> Making:
        """Return what makes the edits of a part that is typed."""
        name = answer_id(self._review, self._kind, self._about)

        def make(text: str, visit: str) -> Edit:
            said = text if text.strip() else ""
            return put_evidence(
                self._review,
                self._kind,
                about=self._about,
                seen_by=said if part == "seen_by" else None,
                reference=said if part == "reference" else None,
                merge_key=f"{part}:{name}:{visit}",
            )

        return make

    def set_day(self, day: str, *, source: TextField) -> bool:
        """Say when it was seen."""
        edit = put_evidence(self._review, self._kind, about=self._about, seen_on=day)
        return self.bridge.do(edit, source=source)

    def attach(self, file: BlobHash, name: str) -> bool:
        """Attach a file that is kept already."""
        return self.bridge.do(
            attach_file(self._review, self._kind, about=self._about, file=file, name=name)
        )

    def detach(self) -> bool:
        """Take the attached file out."""
        return self.bridge.do(detach_file(self._review, self._kind, about=self._about))


class Making(Protocol):
    """Returns the edit for a text typed and the name of this visit to the field."""

    def __call__(self, text: str, visit: str, /) -> Edit | None:
        """Make the edit, None when there is nothing to change."""
        ...


class Tie(QObject):
    """Ties a text field to one thing of the session.

    All typing of one visit is one step of the history. When the edit is refused or the file can
    not take it, what was typed stays, marked, and is tried again at the next occasion.
    """

    def __init__(self, bridge: Bridge, field: TextField | TextArea, make: Making) -> None:
        super().__init__(field)
        self._bridge = bridge
        self._field = field
        self._make = make
        self._visit = bridge.new_id()
        self._unsaved: str | None = None
        field.installEventFilter(self)
        field.handed_over.connect(self._take)

    def show(self, text: str) -> None:
        """Show what the session holds, unless something here could not be kept yet."""
        if self._unsaved is None:
            self._field.set_text(text)

    def flush(self) -> bool:
        """Try again what could not be kept."""
        self._bridge.pending.settle(self)
        if self._unsaved is not None:
            self._take(self._unsaved)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin a new step with each visit to the field."""
        if (
            event.type() == QEvent.Type.FocusIn
            and isinstance(event, QFocusEvent)
            and event.reason() not in _NO_NEW_VISIT
        ):
            self._visit = self._bridge.new_id()
        return False

    def _take(self, text: str) -> None:
        edit = self._make(text, self._visit)
        done = edit is None or self._bridge.do(edit, source=self._field)
        self._unsaved = None if done else text
        mark_wrong(self._field, wrong=not done)
        if not done:
            self._bridge.pending.note(self)
