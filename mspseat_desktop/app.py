"""Builds the program and passes every part what it needs; the only place that knows them all."""

from __future__ import annotations

import os
import platform
import sys
import uuid
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from mspseat_desktop import __version__
from mspseat_desktop.diagnostics import (
    has_display,
    home_path,
    install_line,
    keep_to_oneself,
    log_event,
    missing_libraries,
    start_log,
    watch_for_crashes,
)
from mspseat_desktop.language import _, choose_language
from mspseat_desktop.storage.hand_over import hand_over, take_post, tidy
from mspseat_desktop.storage.own_folder import usable_home
from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.wording.problems import problem_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from filelock import BaseFileLock
    from PySide6.QtWidgets import QApplication

    from mspseat_desktop.ui.desk import Desk
    from mspseat_desktop.ui.main_window import MainWindow


def main() -> None:
    """Start the window with the client named on the command line, or with the start page."""
    from pathlib import Path  # noqa: PLC0415 - kept off the command line's own start

    arguments = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    sys.exit(run(arguments[0] if arguments else None))


def run(file: Path | None, *, sample: bool = False) -> int:
    """Start the window, with a client or a fresh copy of the sample; return the exit code.

    Where the program runs already it opens the client and comes to the front, and this one ends.
    """
    refusal = _what_is_missing()
    if refusal:
        return _refused(refusal)
    keep_to_oneself()
    try:
        home = usable_home()
        start_log()
        trace = watch_for_crashes()
    except FileProblem as problem:
        return _refused(problem_text(problem.code, problem.params))
    except OSError:  # the folder for the log in it is not to be had
        return _refused(problem_text("no-home", {"name": str(home_path())}))
    post, is_handed_over = _post(home, file)
    if is_handed_over:
        return 0
    application = make_application()
    window = make_window(application, make_desk(home))
    window.show()
    application.processEvents()
    log_event("window-shown")
    window.finish()
    if post is not None:
        from mspseat_desktop.ui.letterbox import Letterbox  # noqa: PLC0415 - after the paint

        Letterbox(window, home).look()
    if file is not None:
        window.files.open_path(file)
    elif sample:
        window.files.open_sample()
    code = application.exec()
    if post is not None:
        post.release()
    trace.close()
    return code


def _post(home: Path, file: Path | None) -> tuple[BaseFileLock | None, bool]:
    """Return what makes this the one program of the user; True when another one took the file."""
    try:
        post = take_post(home)
        if post is None:
            return None, hand_over(home, file)
        tidy(home)  # letters to one that died
    except FileProblem:  # a full disk is no reason not to start
        return None, False
    return post, False


def make_application() -> QApplication:
    """Make Qt's application object, with our name and without a parent's style."""
    from PySide6.QtCore import QLocale, Qt  # noqa: PLC0415 - after the check for libraries
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    # Qt copies a widget that moves, and paints it over what has come to lie on it meanwhile.
    os.environ["QT_NO_FAST_MOVE"] = "1"
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        application = QApplication(["mspseat-desktop"])
    application.setApplicationName("mspseat-desktop")
    application.setApplicationDisplayName(_("MSP Seat Desktop"))
    application.setApplicationVersion(__version__)
    choose_language(*QLocale.system().uiLanguages())
    return application


def make_desk(home: Path) -> Desk:
    """Make what the parts of the window share."""
    from mspseat_desktop.storage.workshop import Workshop  # noqa: PLC0415
    from mspseat_desktop.ui.conflicts.passing import passing_folders  # noqa: PLC0415
    from mspseat_desktop.ui.desk import Desk  # noqa: PLC0415
    from mspseat_desktop.ui.settings import Settings  # noqa: PLC0415
    from mspseat_desktop.ui.theme import Theme  # noqa: PLC0415

    settings = Settings(home)
    return Desk(
        theme=Theme(settings.theme()),
        settings=settings,
        workshop=Workshop(home, now=lambda: datetime.now().astimezone()),
        home=home,
        clock=lambda: datetime.now(UTC),
        today=_today,
        new_id=lambda: uuid.uuid4().hex,
        versions=versions,
        passing=passing_folders(),
    )


def make_window(application: QApplication, desk: Desk) -> MainWindow:
    """Dress the application and make its window."""
    from mspseat_desktop.ui.error_dialog import install_error_hooks  # noqa: PLC0415
    from mspseat_desktop.ui.main_window import MainWindow  # noqa: PLC0415

    desk.theme.apply(application)
    window = MainWindow(desk)
    install_error_hooks(window, desk.theme, versions=desk.versions)
    return window


def versions() -> Mapping[str, str]:
    """Return name and version of the program and what it stands on."""
    import importlib.metadata  # noqa: PLC0415 - only for the About window

    from PySide6.QtCore import qVersion  # noqa: PLC0415

    from mspseat_desktop.storage.engine import engine_version  # noqa: PLC0415

    parts = (
        "PySide6-Essentials",
        "sqlite-utils",
        "sqlcipher3",
        "reportlab",
        "pypdfium2",
        "rpds-py",
    )
    return {
        "MSP Seat Desktop": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "SQLite": engine_version(),
        **{part: importlib.metadata.version(part) for part in parts},
    }


def _today() -> date:
    return datetime.now().astimezone().date()


def _refused(words: str) -> int:
    """Say why the window does not start; return the exit code."""
    if sys.stderr is not None:  # a double-clicked program on Windows has none
        sys.stderr.write(words + "\n")
    return 1


def _what_is_missing() -> str:
    """Return a sentence when Qt could not start here, which would end the process unasked."""
    missing = missing_libraries()
    if missing:
        names = ", ".join(one.soname for one in missing)
        words = _("These system libraries are missing: {names}").replace("{names}", names)
        line = install_line(missing)
        return f"{words}\n{_('Install them:')} {line}" if line else words
    if not has_display():
        return _("There is no display here to show a window on.")
    return ""
