"""Prints how long files, classes and functions have become: places to look at, never a reason to fail."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("workbench", "packaging", "tests")
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Sized:
    """Something with a place and a length in lines."""

    place: str
    lines: int


@dataclass(frozen=True, slots=True)
class Measured:
    """All things of one kind, and the length the house style aims at."""

    title: str
    aim: int
    things: tuple[Sized, ...]

    def __str__(self) -> str:
        long = sorted(
            (thing for thing in self.things if thing.lines > self.aim), key=lambda thing: -thing.lines
        )
        longest = "、".join(f"{thing.place} {thing.lines}" for thing in long[:SHOWN])
        return f"{self.title}：{len(self.things)} 个，超过 {self.aim} 行的 {len(long)} 个" + (
            f"（{longest}）" if long else ""
        )


def measure(root: Path) -> tuple[Measured, ...]:
    files, classes, functions = [], [], []
    for file in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py")):
        text = file.read_text("utf-8")
        place = file.relative_to(root).as_posix()
        files.append(Sized(place, len(text.splitlines())))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                classes.append(_sized(node, place))
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                functions.append(_sized(node, place))
    return (
        Measured("文件", 150, tuple(files)),
        Measured("类", 150, tuple(classes)),
        Measured("函数", 20, tuple(functions)),
    )


def _sized(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, place: str) -> Sized:
    return Sized(f"{place}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)


if __name__ == "__main__":
    print(*measure(ROOT), sep="\n")
