"""Catches faults of ours wherever they come out: in a slot, a thread, a destructor, in Qt."""

from __future__ import annotations

import re
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from mspseat_desktop.diagnostics import describe_exception, log_event, log_exception

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_KINDS = {
    QtMsgType.QtWarningMsg: "qt-warning",
    QtMsgType.QtCriticalMsg: "qt-critical",
    QtMsgType.QtFatalMsg: "qt-fatal",
}


class ErrorHooks:
    """Logs a fault by type and lines, then calls `tell` with the same; a fault in here ends here.

    What was hooked before is called too, except Python's own hooks: they would write a client's
    words to wherever the desktop keeps a program's output.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._busy = threading.local()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt_before: Callable[[QtMsgType, QMessageLogContext, str], None] | None = None
        self._installed = False

    def install(self) -> None:
        """Hook in."""
        if self._installed:
            return
        self._installed = True
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread
        sys.unraisablehook = self._unraisable
        self._qt_before = qInstallMessageHandler(self._qt_said)

    def remove(self) -> None:
        """Put back what was there, unless somebody else has hooked in since."""
        if not self._installed:
            return
        self._installed = False
        raised, in_thread, unraisable = self._before
        if sys.excepthook == self._raised:
            sys.excepthook = raised
        if threading.excepthook == self._raised_in_thread:
            threading.excepthook = in_thread
        if sys.unraisablehook == self._unraisable:
            sys.unraisablehook = unraisable
        now = qInstallMessageHandler(self._qt_before)
        if now is not None and now != self._qt_said:
            qInstallMessageHandler(now)

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        before = self._before[0]
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._handle(error)
        if before is not sys.__excepthook__:
            before(kind, error, trace)

    def _raised_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._handle(args.exc_value)
        if self._before[1] is not threading.__excepthook__:
            self._before[1](args)

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            # Nothing that the user asked for was waiting for it: the log is enough.
            self._handle(args.exc_value, is_told=False)
        if self._before[2] is not sys.__unraisablehook__:
            self._before[2](args)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        code = _KINDS.get(kind)
        if code is not None and not self._is_busy:
            self._busy.now = True
            try:
                category = re.sub(r"[^a-z0-9_.-]", "-", str(context.category or "").lower())
                log_event(f"{code}.{category}"[:60].rstrip("."), line=int(context.line or 0))
            finally:
                self._busy.now = False
        if self._qt_before is not None:
            self._qt_before(kind, context, message)
        elif sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write(f"{message}\n")  # a desktop would keep it, paths and names included

    @property
    def _is_busy(self) -> bool:
        return bool(getattr(self._busy, "now", False))

    def _handle(self, error: BaseException, *, is_told: bool = True) -> None:
        if self._is_busy:
            return
        self._busy.now = True
        try:
            log_exception(error)
            description = describe_exception(error)
            if sys.stderr is not None:
                sys.stderr.write(f"{description}\n")
            if is_told:
                self._tell(description)
        except Exception as second:  # noqa: BLE001 - a fault here must not call this again
            log_event("error-hook-failed", line=getattr(second.__traceback__, "tb_lineno", 0))
        finally:
            self._busy.now = False
