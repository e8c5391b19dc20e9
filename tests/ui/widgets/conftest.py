import pytest


@pytest.fixture
def window(qtbot, theme):
    """An open, active window with a column to put things in."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    found = QWidget()
    QVBoxLayout(found)
    found.resize(480, 360)
    theme.changed.connect(found.update)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


@pytest.fixture
def put(window):
    """Put a widget into the open window and return it."""

    def place(widget):
        window.layout().addWidget(widget)
        widget.show()
        return widget

    return place
