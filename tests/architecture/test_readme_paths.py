"""What the papers name exists: every path, every `workbench` verb, every verb of `packaging/start.py`."""

import re
from pathlib import Path

import pytest

from tests.architecture.repository_files import ROOMS, ROOT, project_files
from workbench.cli.verb import verbs

PAPERS = [file for file in project_files() if file.suffix == ".md"]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)\s#]+)")
TOP = {*ROOMS, *(path.name for path in ROOT.iterdir() if path.is_file())}
WORD = re.compile(r"[\w./*+-]+")
# `<name>`, NAME and … stand for what the reader puts there.
PLACEHOLDER = re.compile(r"<\w+>|[A-Z]{3,}|N{4}|…|\.\.\.")
FRONT_PAPERS = (Path("README.md"), Path("README.zh-CN.md"))
WORKBENCH_VERB = re.compile(r"^(?:\$ )?workbench ([a-z]+)\b", re.MULTILINE)
START_VERB = re.compile(r"packaging/start\.py ([a-z]+)\b")


def code_of(paper: Path) -> list[str]:
    return CODE.findall((ROOT / paper).read_text("utf-8"))


def looks_like_a_path(word: str) -> bool:
    return ("/" in word and word.split("/")[0] in TOP) or Path(word).suffix in {".py", ".toml", ".md", ".sh"}


def exists(word: str, paper: Path) -> bool:
    """From the root, from the paper's own folder, or anywhere in it; a star stands for any name."""
    word = word.removeprefix("./").rstrip("/.")
    starts = (ROOT, (ROOT / paper).parent)
    return any(next(start.glob(word), None) is not None for start in starts) or any(
        next((ROOT / room).rglob(word), None) is not None for room in ROOMS if "/" not in word
    )


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_every_path_in_code_exists(paper: Path) -> None:
    words = {word for code in code_of(paper) for word in WORD.findall(PLACEHOLDER.sub("*", code))}
    assert [word for word in sorted(words) if looks_like_a_path(word) and not exists(word, paper)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_every_link_leads_somewhere(paper: Path) -> None:
    targets = LINK.findall((ROOT / paper).read_text("utf-8"))
    assert [target for target in targets if not ((ROOT / paper).parent / target).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_every_command_exists(paper: Path) -> None:
    from start_verbs import VERBS

    code = [
        part.strip("`").removeprefix("console\n").removeprefix("sh\n").lstrip() for part in code_of(paper)
    ]
    asked = {verb for part in code for verb in WORKBENCH_VERB.findall(part)}
    assert asked - set(verbs.all()) == set()
    assert {verb for part in code for verb in START_VERB.findall(part)} - set(VERBS) == set()


@pytest.mark.parametrize("paper", FRONT_PAPERS, ids=str)
def test_every_verb_is_named_on_the_front_page(paper: Path) -> None:
    named = {word for code in code_of(paper) for word in WORD.findall(code)}
    assert {*verbs.all(), "window"} - named == set()
