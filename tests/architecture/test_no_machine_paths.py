"""No tracked file knows the machine it was written on, nor where that machine got its packages."""

import re

import pytest

from tests.architecture.repository_files import ROOT, project_files

# Written with character classes, so that this file does not find itself. A web address with such a path is no path here.
MACHINE_PATHS = (
    re.compile(r"(?<![\w./:}-])/(?:wor[k]|roo[t]|far[m])/"),
    re.compile(r"(?<![\w./:}-])/(?:hom[e]|User[s])/\w"),
    re.compile(r"(?<![\w./:}-])/(?:var/)?tm[p]/\w"),
    re.compile(r"[A-Z]:\\Use[r]s\\"),
)
REGISTRIES = re.compile(r"\b(?:pyp[i]\.org|pythonhosted\.or[g]|de[b]\.debian\.org|registry\.npmj[s])")
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".sh",
    ".cfg",
    ".json",
    ".qss",
    ".svg",
    ".csv",
    ".yml",
    ".yaml",
    ".html",
    ".ps1",
    "",
}
READ = [file for file in project_files() if file.suffix in TEXT]


@pytest.mark.parametrize("pattern", [*MACHINE_PATHS, REGISTRIES], ids=lambda pattern: pattern.pattern[-12:])
def test_no_file_names_a_place_of_one_machine(pattern: re.Pattern[str]) -> None:
    found = []
    for file in READ:
        for number, line in enumerate(
            (ROOT / file).read_text("utf-8", errors="replace").splitlines(), start=1
        ):
            if pattern.search(line):
                found.append(f"{file}:{number}: {line.strip()[:100]}")
    assert found == []
