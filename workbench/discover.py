"""Finds the modules of a folder, so that no list of checks, reports, commands or pages is kept by hand."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Catalogue(Generic[Entry]):
    """The things one folder of modules declares, by id.

    Modules declare by calling `add` at import. The first look imports the whole folder. A duplicate id and an empty
    catalogue are bugs and raise: a frozen build that lost its modules would otherwise run with nothing in it.
    """

    def __init__(self, package: str, *, ending: str = "") -> None:
        self._package = package
        self._ending = ending
        self._entries: dict[str, Entry] = {}
        self._is_loaded = False

    def add(self, entry_id: str, entry: Entry) -> None:
        if entry_id in self._entries:
            raise ValueError(f"{self._package}: two entries are called {entry_id!r}")
        self._entries[entry_id] = entry

    def all(self) -> dict[str, Entry]:
        """Every entry by id, in the order of the ids.

        Raises:
            LookupError: the folder declared nothing.
        """
        if not self._is_loaded:
            import_all(self._package, ending=self._ending)
            self._is_loaded = True
        if not self._entries:
            raise LookupError(f"{self._package} holds no entry: the program is incomplete")
        return dict(sorted(self._entries.items()))

    def declared(self, entry_id: str) -> Entry | None:
        """What modules imported so far have declared under this id; imports nothing."""
        return self._entries.get(entry_id)

    def find(self, entry_id: str) -> Entry | None:
        """The one entry, importing the file named for it alone where there is such a file; None where there is no entry."""
        if entry_id not in self._entries and not self._is_loaded:
            import_all(self._package, ending="." + entry_id.replace("-", "_"))
        return self._entries.get(entry_id) or self.all().get(entry_id)

    def __getitem__(self, entry_id: str) -> Entry:
        return self.all()[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self.all()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.all().values())


def import_all(package: str, *, ending: str = "") -> list[ModuleType]:
    """Import every module below `package` whose name ends so, in the order of their names."""
    parent = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.walk_packages(parent.__path__, parent.__name__ + "."))
    return [importlib.import_module(name) for name in names if name.endswith(ending)]
