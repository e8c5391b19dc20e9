import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from mspseat_desktop.assets import resource
from mspseat_desktop.layout.palette import load_palette
from mspseat_desktop.ui.theme import Theme, inter


@pytest.fixture
def dressed(qapp):
    look, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    theme = Theme("light")
    theme.apply(qapp)
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet(look)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_the_theme_switches_while_the_program_runs(dressed, qtbot):
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor("#FFFFFF")
    with qtbot.waitSignal(dressed.changed):
        dressed.choose("dark")
    assert dressed.name == "dark"
    assert dressed.color("canvas") == QColor(load_palette("dark").canvas)
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == QColor(load_palette("dark").surface)


def test_choosing_the_same_theme_again_tells_nobody(dressed, qtbot):
    with qtbot.assertNotEmitted(dressed.changed):
        dressed.choose("light")


def test_a_button_painted_in_the_old_colours_is_painted_anew(dressed, qtbot):
    button = QPushButton("Print")
    qtbot.addWidget(button)
    dressed.follow_icon(button, "printer")
    light = button.icon().pixmap(16).toImage()
    dressed.choose("dark")
    dark = button.icon().pixmap(16).toImage()
    assert light != dark
    assert not dark.isNull()


def test_nothing_is_drawn_where_two_scroll_bars_meet(dressed, qtbot):
    field = QPlainTextEdit("\n".join(["a long line " * 40] * 40))
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.setStyleSheet("border: none; border-radius: 0")
    qtbot.addWidget(field)
    field.resize(200, 100)
    field.show()
    picture = field.grab().toImage()
    below, beside = field.horizontalScrollBar().height(), field.verticalScrollBar().width()
    corner = {
        picture.pixelColor(picture.width() - x, picture.height() - y).name()
        for x in range(1, beside + 1)
        for y in range(1, below + 1)
    }
    assert corner == {dressed.color("surface").name().lower()}


def test_an_icon_follows_only_as_long_as_its_action_lives(dressed):
    action = QAction()
    dressed.follow_icon(action, "plus")
    del action
    dressed.choose("dark")


def test_an_unknown_role_is_an_error(dressed):
    with pytest.raises(AttributeError):
        dressed.color("pink")


def test_every_shipped_icon_can_be_drawn(dressed):
    for path in resource("icons").glob("*.svg"):
        pixmap = dressed.icons.pixmap(path.stem, QColor("#1D2433"), size=16, ratio=1.5)
        assert pixmap.width() == 24
        image = pixmap.toImage()
        inked = any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
        assert inked, path.stem


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("size", [14, 16, 18, 20])
def test_an_icon_is_copied_and_not_stretched_at_every_scale_of_the_screen(dressed, size, scale):
    ink, kind = dressed.color("ink"), QImage.Format.Format_ARGB32_Premultiplied
    paper = QImage(60, 60, kind)
    paper.fill(0)
    painter = QPainter(paper)
    painter.scale(scale, scale)
    dressed.icons.paint(painter, QRectF(4, 4, size, size), "printer", ink)
    painter.end()
    drawn = dressed.icons.pixmap("printer", ink, size=size, ratio=scale).toImage()
    drawn = drawn.convertToFormat(kind)
    drawn.setDevicePixelRatio(1)
    at = QPoint(round(4 * scale), round(4 * scale))
    assert paper.copy(QRect(at, drawn.size())) == drawn


def test_the_font_is_the_bundled_one_without_kerning():
    font = inter(13)
    assert QFontInfo(font).family() == "Inter"
    assert not font.kerning()
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    metrics = QFontMetricsF(font)
    together = metrics.horizontalAdvance("AVAToe")
    alone = sum(metrics.horizontalAdvance(sign) for sign in "AVAToe")
    assert together == pytest.approx(alone, abs=0.01)
