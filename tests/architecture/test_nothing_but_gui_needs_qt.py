"""Everything but the window runs where Qt cannot be imported: on a server, in a child process, in reduced mode."""

import subprocess
import sys

WITHOUT_QT = """
import importlib, pkgutil, sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qtawesome", "qtpy"}:
            raise ModuleNotFoundError(f"{name} is out of reach here", name=name)

sys.meta_path.insert(0, NoQt())
import workbench

def walk(package):
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name == "workbench.gui":
            continue
        module = importlib.import_module(found.name)
        print(found.name)
        if found.ispkg:
            walk(module)

walk(workbench)
"""


def test_every_module_outside_gui_imports_without_qt() -> None:
    run = subprocess.run([sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "workbench.domain.finding" in run.stdout.split()


def test_the_command_line_explains_itself_without_qt() -> None:
    first_lines, _, _ = WITHOUT_QT.partition("import workbench\n")
    command = first_lines + "from workbench.__main__ import main; main(['--help'])"
    run = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
