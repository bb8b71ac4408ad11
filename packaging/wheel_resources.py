"""Puts the top-level `resources/` folder into a wheel as `workbench/resources`; `pyproject.toml` names this class.

In a checkout the files are read where they stand, so an editable install copies nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from setuptools.command.build_py import build_py

SOURCE = Path("resources")
TARGET = Path("workbench") / "resources"


class BuildWithResources(build_py):
    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for source, target in self._copies():
            self.mkpath(str(target.parent))
            self.copy_file(str(source), str(target), preserve_mode=False)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        copied = [] if self.editable_mode else [str(target) for _, target in self._copies()]
        return [*super().get_outputs(include_bytecode), *copied]

    def get_source_files(self) -> list[str]:
        """What a source distribution must hold besides the modules, this file included."""
        modules: list[str] = super().get_source_files()  # type: ignore[no-untyped-call]  # bare in the stubs
        return [*modules, *(str(source) for source, _ in self._copies()), "packaging/wheel_resources.py"]

    def _copies(self) -> Iterator[tuple[Path, Path]]:
        for source in sorted(SOURCE.rglob("*")):
            if source.is_file():
                yield source, Path(self.build_lib) / TARGET / source.relative_to(SOURCE)
