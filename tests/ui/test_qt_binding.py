from PySide6.QtWidgets import QWidget


def test_a_hundred_thousand_calls_that_return_nothing_do_no_harm(qtbot):
    """One release of the binding lost a reference to None at each, and died after thousands."""
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(100_000):
        widget.update()
    assert widget.isEnabled()
