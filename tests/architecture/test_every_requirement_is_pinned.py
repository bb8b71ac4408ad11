"""A fresh machine gets exactly what was tested: each requirement has its one version in the constraints."""

import re
import tomllib

from tests.architecture.repository_files import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = re.compile(r"[A-Za-z0-9._-]+")


def plain(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def pins() -> dict[str, str]:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    return {plain(line): line for line in lines if line and not line.startswith("#")}


def test_every_requirement_is_pinned() -> None:
    asked = [
        *PROJECT["dependencies"],
        *(name for extra in PROJECT["optional-dependencies"].values() for name in extra),
    ]
    assert [name for name in map(plain, asked) if name not in pins()] == []


def test_a_pin_is_one_version_from_the_registry() -> None:
    assert [
        line
        for line in pins().values()
        if not re.fullmatch(r"[\w.-]+==[\w.]+( ; sys_platform == \"win32\")?", line)
    ] == []
