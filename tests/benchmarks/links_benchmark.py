"""Checks one generated site with `workbench links`, with `workbench check`, and with the peers, side by side.

`.venv/bin/python tests/benchmarks/links_benchmark.py [--pages 3000] [--peers lychee,linkchecker,linkinator] [--rounds 1]`
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench_measure import Measured, measure
from bench_nginx import asked_paths, find_nginx, free_port, nginx, write_odd_pages
from bench_peers import PEERS, install_peers, same_form
from bench_site import BenchSite, Truth
from bench_traps import open_traps, trap_differences
from bench_workspace import make_workspace, stored_links

_WORKBENCH = (sys.executable, "-m", "workbench")
_HEADING = f"{'':14}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'links':>8}{'missed':>8}{'invented':>10}"


@dataclass(frozen=True, slots=True)
class Bench:
    folder: Path
    start: str
    truth: Truth

    @property
    def page_list(self) -> Path:
        return self.folder / "pages.txt"


def main() -> int:
    arguments = _arguments()
    if find_nginx() is None:
        sys.stderr.write("nginx is missing: install it (Debian: apt install nginx-light) and run again.\n")
        return 3
    folder = Path(tempfile.mkdtemp(prefix="links-benchmark-"))
    try:
        return _run(arguments, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1, help="how often each is run, in turns")
    parser.add_argument("--peers", default=",".join(PEERS), help="which peers, by commas; empty for none")
    return parser.parse_args()


def _run(arguments: argparse.Namespace, folder: Path) -> int:
    port = free_port()
    main_site, sister = f"http://127.0.0.1:{port}", f"http://127.0.0.2:{port}"
    site = BenchSite(main=main_site, sister=sister, pages=arguments.pages, seed=arguments.seed)
    bench = Bench(folder, f"{main_site}/", site.write(folder))
    write_odd_pages(folder)
    pages = [url for url in bench.truth.outcomes if url.startswith(main_site) and "/t" in url]
    is_page = [url for url in pages if "/c" in url and "/r/" not in url]
    bench.page_list.write_text("\n".join([bench.start, *is_page]))
    peers = install_peers(name for name in arguments.peers.split(",") if name)
    _say(
        f"{bench.truth.pages} pages, {len(bench.truth.outcomes)} links, {len(bench.truth.dead)} of them dead"
    )
    _say(_HEADING)
    is_exact = _traps(folder)
    with nginx(folder, port=port):
        for _ in range(arguments.rounds):
            is_exact &= _links(bench) & _check(bench)
            for peer in peers:
                if peer.command is None:
                    _say(f"{peer.name:14} could not be installed")
                    continue
                result = measure(
                    peer.command(bench.start, bench.page_list), output=folder / "peer.out", settings=folder
                )
                _say(_row(peer.name, result, None, _compared(bench.truth, peer.broken(result.output))))
    return 0 if is_exact else 1


def _links(bench: Bench) -> bool:
    (bench.folder / "access.log").write_text("")
    command = [*_WORKBENCH, "links", bench.start, "--allow-private", "--json"]
    quick = ["--retries", "0", "--retry-delay", "0", "--per-host", "32"]
    result = measure([*command, *quick], output=bench.folder / "links.out", settings=bench.folder)
    told = {link["url"]: link["outcome"] for link in json.loads(result.output)["links"]}
    return _tell(bench, "links", result, told)


def _traps(folder: Path) -> bool:
    """The traps of the trap server, which wait and hang: apart, so that they do not blur the figures."""
    with open_traps(folder) as traps:
        quick = ["--retries", "0", "--retry-delay", "0", "--timeout", "2", "--json", "--allow-private"]
        result = measure(
            [*_WORKBENCH, "links", traps.server.home, *quick], output=folder / "traps.out", settings=folder
        )
        told = {link["url"]: link["outcome"] for link in json.loads(result.output)["links"]}
        wrong = trap_differences(traps, told)
    _say(f"{'traps':14}{result.wall_s:8.1f}{result.cpu_s:8.1f}{result.peak_mb:9.0f}{len(told):>8}")
    for line in wrong:
        _say(f"    {line}")
    return not wrong


def _check(bench: Bench) -> bool:
    workspace = make_workspace(_WORKBENCH, bench.folder, home=bench.start)
    result = measure(
        [*_WORKBENCH, "check", str(workspace), "--only", "dead-links"],
        output=bench.folder / "check.out",
        settings=bench.folder,
    )
    return _tell(bench, "check (stored)", result, stored_links(workspace))


def _tell(bench: Bench, name: str, result: Measured, told: dict[str, str]) -> bool:
    dead = {url for url, outcome in told.items() if outcome == "dead"}
    missed, invented = len(bench.truth.dead - dead), len(dead - bench.truth.dead)
    _say(_row(name, result, len(told), (missed, invented)))
    wrong = list(_differences(bench, told))
    for line in wrong[:20]:
        _say(f"    {line}")
    return not wrong


def _differences(bench: Bench, told: dict[str, str]) -> Iterator[str]:
    """Every link that is missing, too many, or not called what it is; and what must not have been asked for."""
    truth = bench.truth.outcomes
    for url in sorted(truth.keys() | told.keys()):
        if truth.get(url) != told.get(url):
            yield f"{url}: {told.get(url, 'not found')}, should be {truth.get(url, 'no link at all')}"
    yield from (f"asked for {path}" for path in asked_paths(bench.folder) if path.startswith("/never/"))


def _compared(truth: Truth, broken: set[str]) -> tuple[int, int]:
    """What a peer missed, and what it calls broken that any reader can open."""
    opens = {url for url, outcome in truth.outcomes.items() if outcome in ("ok", "redirect")}
    all_known = same_form(truth.outcomes)
    invented = (broken & same_form(opens)) | {url for url in broken if url not in all_known}
    return len(same_form(truth.dead) - broken), len(invented)


def _row(name: str, result: Measured, links: int | None, wrong: tuple[int, int]) -> str:
    found = f"{links:>8}" if links is not None else f"{'':>8}"
    return f"{name:14}{result.wall_s:8.1f}{result.cpu_s:8.1f}{result.peak_mb:9.0f}{found}{wrong[0]:8}{wrong[1]:10}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}")
