"""Asks for what opens a protected file, as often as it takes, and tries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtWidgets import QApplication

from mspseat_desktop.storage.problems import FileProblem
from mspseat_desktop.ui.passphrase.unlock_dialog import UnlockDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mspseat_desktop.storage.keys import Secret
    from mspseat_desktop.ui.passphrase.unlock_form import UnlockForm
    from mspseat_desktop.ui.theme import Theme

Tried: TypeAlias = "Literal['done', 'kept'] | FileProblem"
"""How a try went: it is done, it is done and the secret is still needed, or why it is not."""


def ask_secret(
    theme: Theme, over: QWidget, name: str, *, attempt: Callable[[Secret], Tried], more: str = ""
) -> UnlockDialog:
    """Open the dialog and have each secret tried; a wrong one is asked for again.

    `name` is the file's. A secret is wiped after it was tried, unless it is kept.
    """
    dialog = UnlockDialog(theme, name, over, more=more)

    def tell(secret: Secret) -> None:
        if try_secret(dialog.form, secret, attempt):
            dialog.accept()

    dialog.given.connect(tell)
    dialog.open()
    return dialog


def try_secret(
    form: UnlockForm,
    secret: Secret,
    attempt: Callable[[Secret], Tried],
    *,
    names: bool = True,
) -> bool:
    """Try a secret of the form; return whether it opened, and say in the form why it did not.

    `names` is whether what is said may name the file.
    """
    form.setEnabled(False)
    QApplication.processEvents()  # making the key takes a moment, and the button shows it
    try:
        tried = attempt(secret)
    finally:
        form.setEnabled(True)
    if tried != "kept":
        secret.wipe()
    if isinstance(tried, FileProblem):
        form.refuse(form.why_not(tried, names=names))
        return False
    return True
