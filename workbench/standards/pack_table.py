"""One table of a pack while it is read: hands out its cells and notes whatever is wrong, so that all is told at once."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from workbench.standards.pack_cells import CellError
from workbench.standards.pack_problems import PackProblem, ProblemCode, at_place, did_you_mean

Value = TypeVar("Value")
Raw = Mapping[str, object]
_LONGEST_NAME = 40


class PackTable:
    """Cells are known by being asked for; `finish` notes the rest as unknown."""

    def __init__(self, raw: Raw, *, where: str, problems: list[PackProblem]) -> None:
        self._raw = raw
        self._where = where
        self._problems = problems
        self._asked: set[str] = set()

    def cell(self, name: str, read: Callable[[object], Value], default: Value) -> Value:
        """The cell, or the default where it is absent or wrong."""
        self._asked.add(name)
        if name not in self._raw:
            return default
        try:
            return read(self._raw[name])
        except CellError as error:
            self.note(error.code, error.message, cell=name)
            return default

    def needed(self, name: str, read: Callable[[object], Value], stand_in: Value) -> Value:
        """The cell; its absence is noted, and the stand-in lets the reading go on."""
        if name not in self._raw:
            self.note(ProblemCode.MISSING_CELL, f"缺少“{name}”，请补上。", cell=name)
        return self.cell(name, read, stand_in)

    def table(self, name: str) -> "PackTable | None":
        self._asked.add(name)
        raw = self._raw.get(name)
        if isinstance(raw, dict):
            return PackTable(raw, where=at_place(self._where, name), problems=self._problems)
        if raw is not None:
            self.note(ProblemCode.WRONG_TYPE, f"“{name}”应是一张表，请写作 [{name}]。", cell=name)
        return None

    def tables(self, name: str, *, title: str) -> list["PackTable"]:
        """The tables of a `[[name]]` list, each known by its code, else by its number."""
        self._asked.add(name)
        raw = self._raw.get(name, [])
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            self.note(ProblemCode.WRONG_TYPE, f"“{name}”应是一组表，请写作 [[{name}]]。", cell=name)
            return []
        return [
            PackTable(
                item, where=at_place(self._where, title + _name_of(item, number)), problems=self._problems
            )
            for number, item in enumerate(raw, start=1)
        ]

    def finish(self) -> None:
        for name in self._raw:
            if name not in self._asked:
                remedy = did_you_mean(name, self._asked)
                self.note(ProblemCode.UNKNOWN_CELL, f"不认识“{name}”，{remedy}", cell=name)

    def note(self, code: ProblemCode, message: str, *, cell: str = "") -> None:
        self._problems.append(PackProblem(code, at_place(self._where, cell), message))


def _name_of(raw: Raw, number: int) -> str:
    code = raw.get("code")
    return code if isinstance(code, str) and 0 < len(code) <= _LONGEST_NAME else f"第{number}个"
