"""Asks for files and folders; every dialog starts where the open campaign lies, or where a file was chosen last.

Qt's own dialogs start in the working folder of the program, which means nothing to whoever sits at the window.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_folder: Path | None = None


def start_in(folder: Path) -> None:
    """A campaign that lies there has been opened."""
    global _folder
    _folder = folder


def start_folder() -> Path:
    """Where the next dialog starts: the folder known last, else the person's documents."""
    if _folder is not None and _folder.is_dir():
        return _folder
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents) or Path.home())


def ask_file(parent: QWidget | None, title: str, kinds: str) -> Path | None:
    """A file that is there, or None where nothing was chosen; `kinds` in Qt's notation, `台账 (*.csv)`."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(start_folder()), kinds)
    return _remember(Path(chosen)) if chosen else None


def ask_files(parent: QWidget | None, title: str, kinds: str) -> tuple[Path, ...]:
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(start_folder()), kinds)
    return tuple(_remember(Path(each)) for each in chosen)


def ask_target(
    parent: QWidget | None, title: str, suggested: str | Path, kinds: str
) -> tuple[Path | None, str]:
    """Where to write, and the kind chosen; a bare name is suggested in the start folder. The dialog asks before replacing."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(start_folder() / suggested), kinds)
    return (_remember(Path(chosen)) if chosen else None), kind


def ask_folder(parent: QWidget | None, title: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start_folder()))
    if not chosen:
        return None
    start_in(Path(chosen))
    return Path(chosen)


def with_ending(target: Path, ending: str) -> Path:
    """The file with its ending, such as `.inspection`, where it was typed without."""
    return target if target.name.endswith(ending) else target.with_name(target.name + ending)


def _remember(file: Path) -> Path:
    start_in(file.parent)
    return file
