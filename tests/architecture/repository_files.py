"""The files that belong to the project, as git lists them, or as a walk finds them where there is no git."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (".ci", "packaging", "resources", "tests", "workbench")


@cache
def project_files() -> tuple[Path, ...]:
    """Tracked files and new ones that are not ignored, relative to the root."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
        found = (Path(name) for name in listing.split("\0") if name)
    else:
        inside = (file for room in ROOMS for file in (ROOT / room).rglob("*"))
        found = (
            file.relative_to(ROOT) for file in (*ROOT.glob("*"), *inside) if "__pycache__" not in file.parts
        )
    return tuple(sorted(file for file in found if (ROOT / file).is_file()))


def python_files() -> tuple[Path, ...]:
    return tuple(file for file in project_files() if file.suffix == ".py")
