"""An installed wheel finds the shipped standards, lists and pictures, like a checkout does."""

import shutil
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.architecture.repository_files import ROOT, project_files

BUILDER_NEEDED = 77

pytestmark = pytest.mark.skipif(
    int(version("setuptools").partition(".")[0]) < BUILDER_NEEDED,
    reason="setuptools here is older than pyproject.toml asks",
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, because building leaves its traces beside the sources."""
    copy = tmp_path_factory.mktemp("checkout")
    for file in project_files():
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, copy / file)
    return copy


@pytest.fixture(scope="module")
def installed(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel, with everything else borrowed from the one that runs the tests."""
    run_pip(
        sys.executable,
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(checkout / "dist"),
        str(checkout),
    )
    (wheel,) = (checkout / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False)
    (packages,) = folder.rglob("site-packages")
    run_pip(sys.executable, "install", "--no-deps", "--target", str(packages), str(wheel))
    borrowed = next(path for path in sys.path if path.endswith("site-packages"))
    # Behind the environment's own packages, and without the editable install's way back to the checkout.
    (packages / "borrowed.pth").write_text(borrowed + "\n", "utf-8")
    return next(file for file in folder.rglob("python*") if file.stem == "python")


def run_pip(*arguments: str) -> None:
    python, *rest = arguments
    run = subprocess.run(
        [python, "-m", "pip", *rest, "--no-index", "--quiet"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


def test_every_resource_is_found_by_the_installed_program(installed: Path, tmp_path: Path) -> None:
    ask = "from workbench.paths import resources_dir; print(resources_dir())"
    run = subprocess.run([installed, "-c", ask], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    found = Path(run.stdout.strip())
    assert not found.is_relative_to(ROOT)
    shipped = {file.relative_to(found) for file in found.rglob("*") if file.is_file()}
    files = {file.relative_to("resources") for file in project_files() if file.parts[0] == "resources"}
    assert shipped == files
    assert {Path("help/01-start.md"), Path("screenshots/bench.png")} <= shipped


def test_the_installed_command_line_knows_every_verb(installed: Path, tmp_path: Path) -> None:
    outside = subprocess.run(
        [installed, "-m", "workbench", "--help"], cwd=tmp_path, capture_output=True, text=True
    )
    inside = subprocess.run(
        [sys.executable, "-m", "workbench", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert (outside.returncode, outside.stdout) == (0, inside.stdout), outside.stderr
