"""What other programs have put on the clipboard, as text that seats can be made of."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from mspseat_desktop.exchange.html_text import text_of_html
from mspseat_desktop.exchange.problems import ImportProblem


def copied_text() -> str:
    """Return the text on the clipboard, of HTML without one its words.

    Raises ImportProblem: `paste_file` for a file, `paste_picture` for a picture without words.
    """
    data = QGuiApplication.clipboard().mimeData()
    if any(url.isLocalFile() for url in data.urls()):
        raise ImportProblem("paste_file")
    text = data.text() or text_of_html(data.html())
    if not text and data.hasImage():
        raise ImportProblem("paste_picture")
    return text
