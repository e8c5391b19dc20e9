"""Light and dark: colours, fonts and icons for every window, switched while the program runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from mspseat_desktop.assets import resource
from mspseat_desktop.layout.palette import Palette, PaletteName, load_palette
from mspseat_desktop.ui.icons import Icons
from mspseat_desktop.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

ThemeChoice = Literal["system", "light", "dark"]
Weight = QFont.Weight
FAMILY = "Inter"


def inter(pixels: int = 13, weight: Weight = Weight.Normal) -> QFont:
    """Return Inter at a size in whole device-independent pixels: Qt knows no half ones.

    Without kerning and hinting a text is as wide as the sum of its letters, which is how the
    layout measures it for window and paper alike.
    """
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "Noto Sans Arabic"])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to Qt, once; needs a QGuiApplication.

    Each font that comes makes Qt forget all that it has measured and drawn of the others.
    """
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class Theme(QObject):
    """The looks of the program. `changed` is sent after every switch; painters then update().

    One made by hand and never applied is a plain source of colours, for pictures and paper.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice: ThemeChoice = choice
        self.icons = Icons()
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, Weight], QFont] = {}
        self._application: QApplication | None = None
        self.palette: Palette = load_palette(self._wanted())

    @property
    def name(self) -> PaletteName:
        """Say which palette is in use."""
        return "dark" if self.palette.name == "dark" else "light"

    def color(self, role: str) -> QColor:
        """Return the colour of a role of the palette; not to be changed by the caller."""
        found = self._colors.get(role)
        if found is None:
            found = QColor(self.palette.color(role))
            self._colors[role] = found
        return found

    def font(self, pixels: int = 13, weight: Weight = Weight.Normal) -> QFont:
        """Return a shared Inter font; copy it before changing it."""
        key = (pixels, weight)
        found = self._fonts.get(key)
        if found is None:
            found = inter(pixels, weight)
            self._fonts[key] = found
        return found

    def icon(self, name: str, role: str = "ink", *, size: int = 16) -> QIcon:
        """Return an icon in today's colours; see follow_icon for one that changes with them."""
        return self.icons.icon(name, self.color(role), disabled=self.color("faint"), size=size)

    def follow_icon(self, target: QAction | QAbstractButton, name: str, role: str = "ink") -> None:
        """Give an action or button an icon that follows every switch of theme."""
        _IconFollower(self, target, name=name, role=role)

    def apply(self, application: QApplication) -> None:
        """Dress the application in this theme and follow the system if so chosen."""
        self._application = application
        register_fonts()
        style = QStyleFactory.create("Fusion")
        if style is not None:
            application.setStyle(style)
        application.setFont(inter())
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    def choose(self, choice: ThemeChoice) -> None:
        """Use the system's choice, the light or the dark theme from now on."""
        self.choice = choice
        self._switch()

    def _system_changed(self) -> None:
        if self.choice == "system":
            self._switch()

    def _switch(self) -> None:
        wanted = load_palette(self._wanted())
        if wanted is self.palette:
            return
        self.palette = wanted
        self._colors.clear()
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        if self._application is not None:
            self._application.setPalette(window_palette(self.palette))
            rules = stylesheet(self.palette)
            if self._application.styleSheet() != rules:
                self._application.setStyleSheet(rules)

    def _wanted(self) -> PaletteName:
        if self.choice != "system":
            return self.choice
        if QGuiApplication.instance() is None:
            return "light"
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"


class _IconFollower(QObject):
    """Lives in the action or button whose icon it keeps in the theme's colours."""

    def __init__(
        self, theme: Theme, target: QAction | QAbstractButton, *, name: str, role: str
    ) -> None:
        super().__init__(target)
        self._theme, self._target, self._name, self._role = theme, target, name, role
        theme.changed.connect(self._set)
        self._set()

    def _set(self) -> None:
        self._target.setIcon(self._theme.icon(self._name, self._role))


def window_palette(palette: Palette) -> QPalette:
    """Return Qt's palette for the Fusion style."""
    roles = {
        QPalette.ColorRole.Window: palette.surface,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.rail,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.BrightText: palette.no_text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Link: palette.accent_text,
        QPalette.ColorRole.LinkVisited: palette.accent_text,
        QPalette.ColorRole.ToolTipBase: palette.tip,
        QPalette.ColorRole.ToolTipText: palette.on_tip,
        QPalette.ColorRole.Light: palette.surface,
        QPalette.ColorRole.Midlight: palette.hover,
        QPalette.ColorRole.Mid: palette.line_strong,
        QPalette.ColorRole.Dark: palette.link,
        QPalette.ColorRole.Shadow: palette.shadow,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return result
