"""Sets up the program around the window: what Qt reads from the environment, style, fonts, Chinese dialogs."""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.gui.chinese_words import MissingWords
from workbench.gui.theme import Appearance, wear


def prepare_environment() -> None:
    """What the browser engine must find before it is loaded. Only root goes without its sandbox, since it must."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


def make_application(arguments: Sequence[str] = (), *, theme: str = "system") -> QApplication:
    """The one application object, dressed; `theme` is system, light or dark."""
    prepare_environment()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("inspection-workbench")
    app.setApplicationDisplayName("巡检工作台")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    speak_chinese(app)
    wear(app, wanted_appearance(app, theme))
    if theme not in tuple(Appearance):
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: wear(app, wanted_appearance(app, theme)))
    return app


def speak_chinese(app: QApplication) -> None:
    """Qt's own dialogs and buttons in Chinese, whatever the system speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale("zh_CN"), "qtbase", "_", folder):
        app.installTranslator(translator)
    app.installTranslator(MissingWords(app))


def wanted_appearance(app: QApplication, theme: str) -> Appearance:
    if theme in tuple(Appearance):
        return Appearance(theme)
    is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Appearance.DARK if is_dark else Appearance.LIGHT
