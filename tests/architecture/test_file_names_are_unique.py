"""Opening a file by its name always works, and two tabs of an editor never look alike."""

from collections import Counter

from tests.architecture.repository_files import python_files

SAME_BY_CONVENTION = {"__init__.py", "__main__.py", "conftest.py"}
FORBIDDEN_ENDINGS = (
    "manager",
    "helper",
    "helpers",
    "handler",
    "processor",
    "util",
    "utils",
    "info",
    "wrapper",
)


def test_no_two_files_share_a_name() -> None:
    names = Counter(file.name for file in python_files())
    assert [name for name, count in names.items() if count > 1 and name not in SAME_BY_CONVENTION] == []


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    assert [str(file) for file in python_files() if file.stem.rsplit("_")[-1] in FORBIDDEN_ENDINGS] == []


def test_every_module_opens_with_what_it_is_for() -> None:
    from tests.architecture.repository_files import ROOT

    modules = [file for file in python_files() if file.parts[0] in {"workbench", "packaging"}]
    assert [str(file) for file in modules if not (ROOT / file).read_text("utf-8").startswith('"""')] == []
