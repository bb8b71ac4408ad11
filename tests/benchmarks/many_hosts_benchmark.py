"""Checks many sites at once with `workbench check`, where every answer takes its time: the server counts how polite we are.

`.venv/bin/python tests/benchmarks/many_hosts_benchmark.py [--only 35|500]`
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench_hosts import HostCounts, many_hosts
from bench_measure import Measured, measure
from bench_nginx import free_port
from bench_workspace import make_workspace_of, stored_counts

_WORKBENCH = (sys.executable, "-m", "workbench")
_HEADING = (
    f"{'':12}{'wall s':>8}{'bound s':>9}{'ratio':>7}{'CPU s':>8}{'ms/URL':>8}{'URL/s':>8}{'peak MB':>9}"
    f"{'links':>8}{'at once':>9}{'lines':>7}{'server CPU s':>14}"
)


@dataclass(frozen=True, slots=True)
class Load:
    """So many hosts with so many links each besides the front page; `per_host` connections, answers after `latency_s`."""

    name: str
    hosts: int
    links: int
    latency_s: float
    per_host: int
    total_open: int

    @property
    def urls(self) -> int:
        return self.hosts * (self.links + 1)

    @property
    def polite_s(self) -> float:
        """No polite program is faster: every host gives so many answers at once, and all together are bounded, too."""
        at_once = min(self.per_host * self.hosts, self.total_open)
        return max(self.links * self.latency_s / self.per_host, self.urls * self.latency_s / at_once)


LOADS = (
    Load("35 hosts", hosts=35, links=300, latency_s=0.1, per_host=4, total_open=800),
    Load("500 hosts", hosts=500, links=60, latency_s=0.2, per_host=4, total_open=800),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="the load whose name begins so")
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    _say(_HEADING)
    is_fine = True
    for load in LOADS:
        for _ in range(arguments.rounds if load.name.startswith(arguments.only) else 0):
            folder = Path(tempfile.mkdtemp(prefix="many-hosts-"))
            try:
                is_fine &= _run(load, folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    return 0 if is_fine else 1


def _run(load: Load, folder: Path) -> bool:
    port = free_port()
    homes = [f"http://127.{1 + n // 250}.{n % 250}.1:{port}/" for n in range(load.hosts)]
    workspace = make_workspace_of(
        _WORKBENCH, folder, homes=homes, per_host=load.per_host, total_open=load.total_open
    )
    with many_hosts(folder, port=port, latency_s=load.latency_s, links=load.links) as end_server:
        command = [*_WORKBENCH, "check", str(workspace), "--only", "dead-links"]
        result = measure(command, output=folder / "check.out", settings=folder)
        counts = end_server()
    found = stored_counts(workspace)
    _say(_row(load, result, counts, sum(found.values())))
    is_exact = found == {"ok": load.hosts * load.links}
    if not is_exact:
        _say(
            f"    found {dict(found)}, should be {load.hosts * load.links} links, all of them ok; status {result.status}"
        )
    return is_exact and counts.requests <= load.per_host


def _row(load: Load, result: Measured, counts: HostCounts, links: int) -> str:
    return (
        f"{load.name:12}{result.wall_s:8.1f}{load.polite_s:9.1f}{result.wall_s / load.polite_s:7.2f}{result.cpu_s:8.1f}"
        f"{1000 * result.cpu_s / load.urls:8.2f}{load.urls / result.wall_s:8.0f}{result.peak_mb:9.0f}{links:8}"
        f"{counts.requests:9}{counts.connections:7}{counts.cpu_s:14.1f}"
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
